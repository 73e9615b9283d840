import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from selon.cli import app

REPORT = (
    "Un accord à la frontière\n\n17.01.2022, Agence du Nord\n\n"
    "Le ministre de la Défense a annoncé que l'armée se retirerait en mars. Les rebelles ont refusé de négocier.\n"
)


def run(*args: object) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args])


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of one report; ask, do not write."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "un.txt").write_text(REPORT, encoding="utf-8")
    assert run("add", folder / "un.corpus", folder / "un.txt").exit_code == 0
    return folder / "un.corpus"


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_adding_tells_what_became_of_what_was_found_by_its_exit_status(tmp_path: Path) -> None:
    report, corpus = tmp_path / "un.txt", tmp_path / "c"
    report.write_text(REPORT, encoding="utf-8")
    result = run("add", corpus, report, tmp_path / "absent")
    assert (result.exit_code, result.stdout) == (1, "1 failed, 1 read\n")
    assert run("add", corpus, tmp_path / "absent").exit_code == 3
    assert run("add", corpus, report).exit_code == 0
    assert run("add", corpus, report, "--published", "hier").exit_code == 2
    assert json.loads(run("status", corpus).stdout)["outcomes"]["failed"] == 1


@pytest.mark.parametrize("verb", ["events", "statements", "timeline"])
def test_a_pipe_gets_json_lines_and_the_filters_read_alike(kept: Path, verb: str) -> None:
    filters = ["--outlet", "nord", "--from", "2022", "--until", "2022-12", "--text", "retirer", "--voice", "ministre"]
    assert rows(run(verb, kept, *filters))
    assert not run(verb, kept, "--outlet", "ailleurs").stdout


def test_events_come_as_csv_parquet_and_table(kept: Path) -> None:
    found = rows(run("events", kept))
    assert {"RETREAT", "REJECT"} <= {row["type"] for row in found}
    table = list(csv.DictReader(io.StringIO(run("events", kept, "--to", "csv").stdout)))
    assert [row["id"] for row in table] == [row["id"] for row in found]
    import pyarrow.parquet as pq

    parquet = pq.read_table(io.BytesIO(run("events", kept, "--to", "parquet").stdout_bytes))
    assert parquet.column("id").to_pylist() == [row["id"] for row in found]
    shown = run("events", kept, "--to", "table", "--limit", "1")
    assert found[0]["id"] in shown.stdout
    assert "more with --limit" in shown.stderr


def test_articles_are_found_by_their_words(kept: Path) -> None:
    (row,) = rows(run("search", kept, "négocier refuser"))
    assert row["title"] == "Un accord à la frontière"


@pytest.mark.parametrize(
    "args",
    [("events", "absent"), ("events", "{}", "--type", "WAR"), ("search", "{}", "…"), ("correct", "reject", "{}", "e9")],
)
def test_wrong_use_costs_one_line(kept: Path, args: tuple[str, ...]) -> None:
    result = run(*(arg.format(kept) for arg in args))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith("selon: ")


def test_corrections_are_made_listed_and_written_as_gold(kept: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "c"
    with sqlite3.connect(kept) as source, sqlite3.connect(corpus) as target:
        source.backup(target)
    event, *others = rows(run("events", corpus))
    assert run("correct", "change", corpus, event["id"], "status=alleged", "--by", "Anne").exit_code == 0
    assert run("correct", "reject", corpus, *(row["id"] for row in others)).exit_code == 0
    assert [row["status"] for row in rows(run("events", corpus))] == ["alleged"]
    listed = rows(run("correct", "list", corpus))
    assert [row["action"] for row in listed] == ["change", *("reject" for _ in others)]
    assert run("gold", corpus, tmp_path / "gold", "--corrected").exit_code == 0
    (file,) = (tmp_path / "gold").iterdir()
    assert [e["status"] for e in json.loads(file.read_text(encoding="utf-8"))["events"]] == ["alleged"]
    assert run("reread", corpus, "--all").exit_code == 0
    assert [row["status"] for row in rows(run("events", corpus))] == ["alleged"]
    assert run("correct", "withdraw", corpus, "1").exit_code == 0
    assert not rows(run("correct", "conflicts", corpus))
