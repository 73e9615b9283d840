import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.sources import made
from typer.testing import CliRunner, Result

from selon import Reading
from selon.cli import app

REPORT = (
    "Un accord à la frontière\n\n17.01.2022, Agence du Nord\n\n"
    "Le ministre de la Défense a annoncé que l'armée se retirerait en mars. Les rebelles ont refusé de négocier.\n"
)
PAGE = """<html lang="fr"><head><title>La trêve tient à Port-Vieux</title><meta property="article:published_time" content="2022-01-17">
<script>document.write("<b>piège</b>")</script></head><body><article><h1>La trêve tient à Port-Vieux</h1>
<p>Les soldats ont quitté la ville lundi, a annoncé le gouverneur de la province devant la presse réunie au palais.</p>
<p>Les habitants ont manifesté pour réclamer le retour des réfugiés et la libération de tous les prisonniers.</p>
<script>alert("piège")</script></article></body></html>"""


def run(*args: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["read", *args], input=stdin)


def readings(result: Result) -> list[Reading]:
    return [Reading.from_dict(json.loads(line)) for line in result.stdout.split("\n") if line.strip()]


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "bon.txt"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


def test_a_pipe_gets_json_lines(report: str) -> None:
    result = run(report)
    assert result.exit_code == 0
    (reading,) = readings(result)
    assert (reading.article.published, reading.article.outlet) == ("2022-01-17", "Agence du Nord")
    assert reading.events


def test_standard_input_is_read() -> None:
    assert readings(run("-", stdin=REPORT))[0].article.title == "Un accord à la frontière"


def test_json_is_one_array(report: str) -> None:
    assert [type(r) for r in json.loads(run(report, report, "--to", "json").stdout)] == [dict, dict]


def test_html_is_one_page_without_the_scripts_of_the_article(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    page = run(str(path), "--to", "html").stdout
    assert page.startswith("<!doctype html>") or page.startswith("<!DOCTYPE html>")
    assert "piège" not in page


def test_the_account_names_events_and_voices(report: str) -> None:
    account = run(report, "--to", "account").stdout
    assert "RETREAT" in account
    assert "planned" in account


BAD = {
    "vide.txt": b"",
    "image.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "binaire.bin": bytes(range(256)) * 20,
    "casse.jsonl": b'{"text": "Le ministre\n{"id": 1}\n',
}


@pytest.mark.parametrize("name", BAD)
def test_an_input_that_is_no_report_gets_one_line_and_the_others_are_read(
    name: str, tmp_path: Path, report: str
) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    result = run(str(tmp_path / name), report)
    assert result.exit_code == 1
    assert len(readings(result)) == 1
    assert name in result.stderr


def test_a_missing_file_among_good_ones_is_told_and_the_others_are_read(tmp_path: Path, report: str) -> None:
    result = run(report, str(tmp_path / "absent.txt"), report)
    assert result.exit_code == 1
    assert len(readings(result)) == 2
    assert result.stderr.count("absent.txt: no such file") == 1


def test_nothing_read_has_an_exit_code_of_its_own(tmp_path: Path) -> None:
    assert run(str(tmp_path / "absent.txt")).exit_code == 3


def test_text_in_a_wrong_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(REPORT.encode("cp1252"))
    (reading,) = readings(run(str(path)))
    assert "Défense" in reading.article.text


def test_another_language_gives_a_reading_with_the_reason_and_no_records(tmp_path: Path) -> None:
    path = tmp_path / "polish.txt"
    path.write_text(
        "Minister obrony ogłosił, że wojsko wycofa się z granicy w marcu, a rebelianci odmówili rozmów.",
        encoding="utf-8",
    )
    result = run(str(path))
    (reading,) = readings(result)
    assert not reading.events
    assert not reading.statements
    assert any(n.code == "language" and "pl" in n.message for n in reading.notes)
    assert "pl" in result.stderr


def test_a_missing_date_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "sans_date.txt"
    path.write_text("Le ministre a annoncé lundi le retrait des troupes de la province du nord.", encoding="utf-8")
    result = run(str(path))
    (reading,) = readings(result)
    assert any(n.code == "no-date" for n in reading.notes)
    assert "no-date" in result.stderr or "date" in result.stderr


def test_a_given_date_stands_in_for_a_missing_one(tmp_path: Path) -> None:
    path = tmp_path / "sans_date.txt"
    path.write_text("Le ministre a annoncé lundi le retrait des troupes de la province du nord.", encoding="utf-8")
    (reading,) = readings(run(str(path), "--published", "2022-01-19"))
    assert [t.begin for t in reading.times] == ["2022-01-17"]


def test_a_date_in_the_future_is_noted() -> None:
    (reading,) = readings(run("-", stdin=json.dumps({"text": REPORT.split("\n", 4)[4], "published": "2999-01-01"})))
    assert any(n.code == "future-date" for n in reading.notes)


def test_a_given_date_that_is_none_is_wrong_use(report: str) -> None:
    result = run(report, "--published", "hier")
    assert result.exit_code == 2
    assert "hier" in result.stderr


@pytest.mark.parametrize("marks", ['"', "«", "»", "“”»", '« " ', "'\"'\"«"])
def test_unbalanced_quotation_marks_are_read(marks: str) -> None:
    (reading,) = readings(
        run("-", stdin=f"Le maire a dit {marks} non aux milices. {marks}\n\nLe préfet a démissionné lundi.")
    )
    assert any(e.type == "RETREAT" for e in reading.events)


def test_null_characters_stay_in_the_text() -> None:
    (reading,) = readings(run("-", stdin="Le préfet\0 a démissionné lundi, a annoncé le gouverneur.".encode()))
    assert "\0" in reading.article.text


def test_lone_surrogates_in_json_are_replaced_and_noted() -> None:
    (reading,) = readings(run("-", stdin='{"text": "Le préfet \\ud83d a démissionné lundi, a annoncé le gouverneur."}'))
    assert "\ufffd" in reading.article.text
    assert any(n.code == "surrogates" for n in reading.notes)


def test_a_line_of_two_hundred_thousand_characters_is_read() -> None:
    line = "Le ministre a refusé de négocier avec les rebelles et l'armée a bombardé la ville, " * 2410
    (reading,) = readings(run("-", stdin=line))
    assert len(reading.article.text) > 200_000
    assert reading.events


def test_a_closed_pipe_ends_quietly(report: str) -> None:
    code = "from selon.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "read", *[report] * 3], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    assert "Traceback" not in process.stderr.read()
    process.wait()


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, selon.cli; print([m for m in ('spacy', 'numpy', 'pydantic', 'trafilatura', 'lxml') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_five_megabytes_of_text_are_read() -> None:
    filler = "tralala lalère tralali, tralala lalère tralalou, tralala lalère tralali tralala lalère lala.\n" * 56_000
    text = f"La ville bombardée\n\nL'armée a bombardé la ville.\n\n{filler}\nLes rebelles ont tué trois soldats.\n"
    assert len(text) > 5_000_000
    (reading,) = readings(run("-", "--published", "2022-01-17", stdin=text))
    assert {"bombardé", "tué"} <= {e.trigger.text for e in reading.events}


def test_a_folder_is_read_and_what_is_left_out_is_told_and_is_no_failure(tmp_path: Path, report: str) -> None:
    (tmp_path / ".cache").write_text("rien", encoding="utf-8")
    result = run(str(tmp_path))
    assert result.exit_code == 0
    assert len(readings(result)) == 1
    assert ".cache: hidden; left out" in result.stderr


def test_an_export_with_a_bad_article_is_read_and_the_article_named(tmp_path: Path) -> None:
    path = tmp_path / "export.html"
    path.write_bytes(made.europresse(made.europresse_article(), made.europresse_article(body=""), before="3 documents"))
    result = run(str(path))
    assert result.exit_code == 1
    assert len(readings(result)) == 1
    assert "export.html#2: no text in this article; skipped" in result.stderr
    assert "3 articles, 2 were found" in result.stderr


def test_columns_of_a_table_may_be_told(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"rang;prose;quand\n1;{made.LEAD};2021-03-04\n", encoding="utf-8")
    (reading,) = readings(run(str(path), "--column", "text=prose", "--column", "published=quand"))
    assert (reading.article.text, reading.article.published) == (made.LEAD, "2021-03-04")


@pytest.mark.parametrize("told", ["prose", "texte=prose", "text="])
def test_a_column_told_wrongly_is_wrong_use(told: str, report: str) -> None:
    result = run(report, "--column", told)
    assert result.exit_code == 2
    assert "the roles are text, title" in " ".join(result.stderr.split())
