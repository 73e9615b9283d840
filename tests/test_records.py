import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.errors import RecordError, SpanError
from selon.records import Article, Event, Mention, ReaderInfo, Reading, Span, Statement, record_id, text_hash

INFO = ReaderInfo("0", "test")
TEXT = "Accord\n\nLe ministre a signé l'accord."


def a_reading(**records: object) -> Reading:
    return Reading(Article(TEXT), INFO, **records)  # type: ignore[arg-type]


@given(st.text(min_size=1), st.data())
def test_a_span_cut_from_a_text_holds_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span.of(text, start, end).text == text[start:end]


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4), (0, 10_000)])
def test_a_span_that_is_empty_or_runs_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError):
        Span.of(TEXT, start, end)


def test_a_reading_refuses_a_span_that_does_not_hold_its_words() -> None:
    with pytest.raises(SpanError, match="does not hold"):
        a_reading(mentions=(Mention(Span(0, 6, "accord"), "organisation", "name"),))


def test_a_reading_refuses_an_event_told_by_a_statement_it_does_not_have() -> None:
    event = Event("e1", Span.of(TEXT, 23, 28), "SUPPORT", "actual", according_to=("s9",))
    with pytest.raises(SpanError, match="s9"):
        a_reading(events=(event,))


def test_a_reading_survives_its_json() -> None:
    statement = Statement(
        "s1",
        Mention(Span.of(TEXT, 11, 19), "person", "description"),
        None,
        None,
        "say",
        "free",
        (Span.of(TEXT, 20, 37),),
    )
    event = Event("e1", Span.of(TEXT, 23, 28), "SUPPORT", "actual", according_to=("s1",))
    reading = a_reading(statements=(statement,), events=(event,))
    assert Reading.from_dict(reading.to_dict()) == reading


def test_json_that_is_no_reading_is_refused_with_the_place() -> None:
    data = a_reading().to_dict()
    data["events"] = [{"id": 3}]
    with pytest.raises(RecordError, match="events"):
        Reading.from_dict(data)


def test_json_with_a_wrong_span_is_refused() -> None:
    data = a_reading(mentions=(Mention(Span.of(TEXT, 0, 6), "organisation", "name"),)).to_dict()
    data["mentions"][0]["span"]["text"] = "autre"
    with pytest.raises(SpanError):
        Reading.from_dict(data)


def test_ids_depend_on_the_text_and_the_span_alone() -> None:
    digest = text_hash(TEXT)
    assert record_id("e", digest, Span.of(TEXT, 0, 6)) == record_id("e", digest, Span.of(TEXT, 0, 6))
    assert record_id("e", digest, Span.of(TEXT, 0, 6)) != record_id("e", digest, Span.of(TEXT, 0, 5))
    assert record_id("e", text_hash("autre"), Span.of(TEXT, 0, 6)) != record_id("e", digest, Span.of(TEXT, 0, 6))


def test_an_article_without_id_takes_one_from_its_text() -> None:
    assert Article(TEXT).id == Article(TEXT).id != Article(TEXT + " ").id
