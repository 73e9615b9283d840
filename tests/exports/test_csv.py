import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.exports.csv import BETWEEN, armed, disarmed, to_csv
from selon.exports.rows import TABLES
from selon.records import Article, Event, Mention, ReaderInfo, Reading, Span

FORMULA = '=HYPERLINK("http://example.org")'


def read_back(lines: list[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines), newline="")))


def reading_of(actor: str) -> Reading:
    text = f"{actor} attaque"
    mention = Mention(Span(0, len(actor), actor), "person", "name", actor)
    event = Event("e1", Span(len(actor) + 1, len(text), "attaque"), "ASSAULT", "actual", actors=(mention,))
    return Reading(Article(text), ReaderInfo("0", "none"), events=(event,))


def test_pandas_reads_the_events_back(sample: Reading) -> None:
    frame = pd.read_csv(io.StringIO("".join(to_csv([sample]))), keep_default_na=False)
    assert list(frame.columns) == list(TABLES["events"])
    assert list(frame["trigger"]) == [e.trigger.text for e in sorted(sample.events, key=lambda e: e.trigger.start)]
    text = sample.article.text
    assert all(text[r.trigger_start : r.trigger_end] == r.trigger for r in frame.itertuples())


def test_every_status_is_there_since_it_has_a_column(sample: Reading) -> None:
    statuses = {row["status"] for row in read_back(list(to_csv([sample])))}
    assert statuses == {e.status for e in sample.events}


def test_a_row_says_who_tells_it_outermost_first(sample: Reading) -> None:
    rows = {row["event"]: row for row in read_back(list(to_csv([sample])))}
    assert rows["ec"]["voices"].split(BETWEEN) == ["Anders Hvalberg", "l’état-major"]
    assert rows["ee"]["voices"] == ""


def test_statements_have_a_row_each(sample: Reading) -> None:
    rows = read_back(list(to_csv([sample], "statements")))
    assert {row["statement"] for row in rows} == {s.id for s in sample.statements}
    assert {row["act"] for row in rows if row["statement"] == "se"} == {"deny"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_formula_is_disarmed(start: str) -> None:
    assert disarmed(f"{start}1+1") == f"'{start}1+1"


def test_a_name_that_is_a_formula_does_not_run() -> None:
    (row,) = read_back(list(to_csv([reading_of(FORMULA)])))
    assert row["actors"] == f"'{FORMULA}"
    assert armed(row["actors"]) == FORMULA


@given(st.text())
def test_disarming_can_be_undone(cell: str) -> None:
    assert armed(disarmed(cell)) == cell
    assert not disarmed(cell).startswith(("=", "+", "-", "@"))


def test_no_readings_are_a_header() -> None:
    assert len(list(to_csv([]))) == 1
