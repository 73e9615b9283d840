"""A corpus that an earlier selon made (schema 2: one article, three events, four corrections) opened by this one."""

import gzip
from pathlib import Path

import pytest
from tests.corpus.readers import WordReader

from selon import Corpus, SelonError, open_corpus
from selon.corpus import upgrading
from selon.corpus.connection import SCHEMA


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "vieux.corpus"
    path.write_bytes(gzip.decompress((Path(__file__).parent / "schema2.corpus.gz").read_bytes()))
    return path


def shape(corpus: Corpus) -> dict[str, object]:
    """The columns of each table and view, and the SQL of the rest, without the comments."""
    db, found = corpus.db, {}
    for kind, name, sql in db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall():
        columns = [column[1:4] for column in db.execute(f"PRAGMA table_info({name})")]
        found[name] = columns if kind == "table" else sql
    return found


def test_opened_to_write_it_is_as_one_made_today_with_its_corrections(old: Path, tmp_path: Path) -> None:
    with open_corpus(old) as upgraded, open_corpus(tmp_path / "neuf.corpus") as new:
        assert shape(upgraded) == shape(new)
        assert new.db.execute("SELECT value FROM about WHERE key = 'schema'").fetchone() == (SCHEMA,)
        for reading in upgraded.readings(corrected=False):
            new.add_reading(reading)
        new.accept("e1", person="Ida")
        new.change("e3", {"status": "possible", "when": "2024-04-01"}, remark="pas sûr")
        new.reject("e2")
        new.change("s3", {"act": "say"})
        assert list(upgraded.readings()) == list(new.readings())
        assert list(upgraded.readings(corrected=False)) == list(new.readings(corrected=False))
        assert upgraded.events().rows == new.events().rows
        assert upgraded.statements().rows == new.statements().rows
        made = [
            [(c["action"], c["id"], c["person"], c["remark"]) for c in one.corrections()] for one in (upgraded, new)
        ]
        assert made[0] == made[1]
        assert len(made[0]) == 4


def test_it_is_corrected_and_read_again_like_any_other(old: Path) -> None:
    with open_corpus(old) as corpus:
        corpus.withdraw(3)
        corpus.change("e2", {"trigger": "toute frappe"})
        corpus.reread(all_articles=True, make_reader=WordReader)
        assert {row["id"]: row["trigger"] for row in corpus.events() if row["verdict"]} == {
            "e1": "a frappé", "e2": "toute frappe", "e3": "une trêve",
        }  # fmt: skip


def test_opened_to_read_it_stays_as_it_is_and_one_line_says_what_to_do(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(SelonError, match=r"earlier selon; selon reread \S+vieux\.corpus") as told:
        open_corpus(old, create=False, read_only=True)
    assert "\n" not in str(told.value)
    assert old.read_bytes() == before


def test_an_upgrade_that_is_stopped_leaves_all_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(upgrading.STEPS, "2", (*upgrading.STEPS["2"], "INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(SelonError, match="nowhere"):
        open_corpus(old)
    monkeypatch.undo()
    with open_corpus(old) as corpus:
        assert len(corpus.corrections()) == 4
