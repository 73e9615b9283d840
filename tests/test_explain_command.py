"""`selon explain` tells what decided each field of an event."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selon import Article, Reader
from selon.cli import app

REPORT = (
    "Tirs à Castelbourg\n\nLes rebelles ont attaqué lundi la caserne. Le ministre exige la libération des otages. "
    "Selon le gouverneur, la police aurait arrêté trois étudiants.\n"
)
FIELDS = {"type", "context", "status", "actors", "recipients", "places", "when", "quantities", "voices", "same_as"}


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


def run(*args: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, ["explain", *args])
    assert result.exit_code == code, result.output
    return result.stdout


def objects(report: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(report, "--published", "2022-01-19", "--json").splitlines()]


def test_each_event_has_a_paragraph_with_its_row_and_rules(report: str) -> None:
    paragraphs = run(report, "--published", "2022-01-19").rstrip("\n").split("\n\n")
    assert any("attaquer (verb) is ASSAULT" in p and "attaqué" in p for p in paragraphs)
    freed = next(p for p in paragraphs if p.partition("\n")[0].endswith("libération: RETREAT, demanded"))
    assert "demanded by “exige”: verb exiger" in freed
    arrested = next(p for p in paragraphs if "arrêté: COERCE, alleged" in p)
    assert "conditional of hearsay" in arrested
    assert "le gouverneur" in arrested


def test_one_event_is_asked_for_by_its_id(report: str) -> None:
    first = objects(report)[0]["event"]
    paragraph = run(report, "--published", "2022-01-19", "--event", str(first))
    assert paragraph.startswith(f"{first}  ")
    assert paragraph.count("  type  ") == 1
    run(report, "--event", "e0000000000", code=2)


def test_the_words_of_a_reason_are_spans_of_the_text(report: str) -> None:
    text = REPORT.rstrip("\n")
    for event in objects(report):
        for reason in event["because"]:  # type: ignore[attr-defined]
            assert reason["field"] in FIELDS
            assert reason["rule"]
            assert all(text[s["start"] : s["end"]] == s["text"] for s in reason["words"])


def test_asking_for_reasons_changes_no_record(reader: Reader) -> None:
    article = Article(REPORT, "a", "fr", "2022-01-19")
    reading, why = reader.explain(article)
    assert reading == reader.read_article(article)
    assert set(why) == {event.id for event in reading.events}
    for event in reading.events:
        told = {reason.field: reason.value for reason in why[event.id]}
        assert told["type"] == event.type
        assert [r.value for r in why[event.id] if r.field == "status"][-1] == event.status
        assert ("actors" in told) == bool(event.actors)
        assert told.get("context") == event.context
