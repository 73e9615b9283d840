import json
from pathlib import Path

import pytest
from benchmarks.killing import kill_and_resume
from tests.corpus.readers import FailingReader, KilledReader, OnceKilledReader, WordReader

from selon import Corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "textes"
    path.mkdir()
    (path / "un.txt").write_text("Le maire a reçu le préfet mardi à la mairie.", encoding="utf-8")
    (path / "deux.txt").write_text("La ministre a quitté la ville hier soir.", encoding="utf-8")
    return path


def lines(path: Path, texts: list[str], **more: str) -> Path:
    rows = (json.dumps({"text": text, "lang": "fr", **more}, ensure_ascii=False) for text in texts)
    path.write_text("".join(row + "\n" for row in rows), encoding="utf-8")
    return path


def add(corpus: Corpus, *paths: Path, **more: object) -> dict[str, int]:
    return corpus.add(paths, **{"make_reader": WordReader, **more})  # type: ignore[arg-type]


def test_everything_found_is_accounted_for(corpus: Corpus, folder: Path) -> None:
    (folder / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (folder / ".caché").write_text("rien")
    (folder / "trois.txt").write_bytes((folder / "un.txt").read_bytes())
    lines(folder / "quatre.jsonl", ["Panne de courant.", "Panne de courant.", "Un mot."], outlet="Journal")
    counts = add(corpus, folder, folder / "absent.txt", make_reader=FailingReader)
    assert counts == {"read": 3, "again": 1, "skipped": 1, "failed": 4}
    status = corpus.status()
    assert status.found == sum(counts.values()) == sum(status.outcomes.values())
    assert status.found == sum(row["found"] for row in status.files)
    reasons = {Path(row["place"].split(":")[0]).name: row["reason"] for row in status.reasons}
    assert reasons["absent.txt"] == "no such file"
    assert "panne" in {row["reason"] for row in status.reasons if ":1" in row["place"]}.pop()
    assert set(reasons) == {"image.png", ".caché", "quatre.jsonl", "absent.txt"}


def test_what_is_done_is_passed_over_and_what_failed_is_tried_again(corpus: Corpus, folder: Path) -> None:
    lines(folder / "trois.jsonl", ["Panne de courant.", "Un mot."])
    assert add(corpus, folder, make_reader=FailingReader)["failed"] == 1
    assert add(corpus, folder) == {"read": 2}
    assert add(corpus, folder) == {}
    assert corpus.status().outcomes["failed"] == 0
    assert len(corpus) == 4


def test_a_file_that_changed_is_accounted_for_anew(corpus: Corpus, folder: Path) -> None:
    path = lines(folder / "trois.jsonl", ["Un mot.", "Deux mots.", "Trois mots."])
    add(corpus, path)
    lines(path, ["Deux mots.", "Quatre mots ici."])
    add(corpus, path)
    (row,) = corpus.status().files
    assert (row["found"], row["complete"]) == (2, 1)
    assert len(corpus) == 4


def test_copies_under_way_are_recorded_when_the_first_is_written(corpus: Corpus, tmp_path: Path) -> None:
    one = lines(tmp_path / "un.jsonl", ["Un mot."], outlet="Un", url="https://un.org/a")
    two = lines(tmp_path / "deux.jsonl", ["Un mot."], outlet="Deux", url="https://deux.org/a")
    assert add(corpus, one, two) == {"read": 1, "copy": 1}
    assert [row["outlet"] for row in corpus.articles()] == ["Un"]
    assert corpus.db.execute("SELECT outlet FROM copies").fetchall() == [("Deux",)]


def test_dates_and_outlets_that_are_missing_are_those_given(corpus: Corpus, folder: Path) -> None:
    add(corpus, folder, published="2022-01-17", outlet="Journal")
    assert {(row["published"], row["outlet"]) for row in corpus.articles()} == {("2022-01-17", "Journal")}


def test_a_worker_that_is_killed_costs_nothing(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARK", str(tmp_path / "mark"))
    path = lines(tmp_path / "un.jsonl", [f"Texte numéro {n}." for n in range(40)])
    assert add(corpus, path, make_reader=OnceKilledReader, jobs=2) == {"read": 40}
    assert (tmp_path / "mark").exists()


def test_an_article_that_kills_its_reader_is_given_up_and_no_other(corpus: Corpus, tmp_path: Path) -> None:
    path = lines(tmp_path / "un.jsonl", [f"{'Mort' if n == 11 else 'Texte'} numéro {n}." for n in range(24)])
    assert add(corpus, path, make_reader=KilledReader, jobs=2) == {"read": 23, "failed": 1}
    (row,) = corpus.status().reasons
    assert "killed" in row["reason"]
    assert row["place"].endswith(":12")


def test_adding_killed_on_the_way_loses_and_doubles_nothing_while_others_read(tmp_path: Path) -> None:
    found = kill_and_resume(tmp_path, articles=120, kills=2, seed=2)
    assert (found["lost"], found["readings that differ"], found["integrity"]) == (0, 0, "ok")
    assert found["found"] == 120
    assert found["texts kept"] == found["texts made"]
    assert found["rollups right"]
    assert (found["reader"]["errors"], found["reader"]["partial"]) == (0, 0)


def test_reread_takes_the_articles_of_other_versions_and_goes_on_where_it_was(corpus: Corpus, folder: Path) -> None:
    add(corpus, folder)
    first = corpus.events()[0]
    corpus.change(first["id"], {"type": "AID"})
    assert corpus.reread(make_reader=FailingReader) == {"reread": 2, "conflicts": 0}
    assert [row["type"] for row in corpus.events() if row["id"] == first["id"]] == ["AID"]
    corpus.db.execute("UPDATE articles SET reader = (SELECT ?) WHERE article = 1", (__import__("selon").__version__,))
    assert corpus.reread(make_reader=WordReader)["reread"] == 1
    assert corpus.reread(make_reader=WordReader, all_articles=True)["reread"] == 2
