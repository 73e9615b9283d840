from dataclasses import replace
from typing import Any

import pytest

from selon import Article, Corpus, Event, Mention, Reading, SelonError, Span, Statement
from selon.corpus.rereading import replace_reading
from selon.records import ReaderInfo, When

TEXT = "Un raid\n\nLe général Dorval affirme que Belgara a frappé le port de Merval lundi. Dorval menace le maire."


def span(words: str, n: int = 0) -> Span:
    start = TEXT.index(words)
    for _ in range(n):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


def reading(version: str = "1", **changes: Any) -> Reading:
    """A reading of the text; `changes` of the first event, or `events` and `statements` as a whole."""
    dorval = Mention(span("Le général Dorval"), "person", "name", "Paul Dorval", "AAA")
    town = Mention(span("Belgara"), "place", "name", "Belgara")
    port = Mention(span("le port de Merval"), "place", "description")
    short = Mention(span("Dorval", 1), "person", "name", "Dorval")
    content = (span("Belgara a frappé le port de Merval lundi"),)
    statement = Statement("s1", dorval, None, span("affirme"), "say", "indirect", content)
    when = When(span("lundi"), "2022-01-17", "2022-01-17", "2022-01-17")
    first = Event("e1", span("frappé"), "ASSAULT", "actual", None, None, (town,), (port,), (), when, (), ("s1",))
    second = Event("e2", span("menace"), "THREATEN", "actual", None, None, (short,), (), ())
    own = {name: changes.pop(name) for name in ("events", "statements", "mentions") if name in changes}
    records = {
        "events": (replace(first, **changes), second),
        "statements": (statement,),
        "mentions": (dorval, town, short),
    }
    return Reading(
        Article(TEXT, "a1", "fr", "2022-01-19", "Journal"), ReaderInfo(version, "none"), **{**records, **own}
    )


@pytest.fixture
def small(corpus: Corpus) -> Corpus:
    corpus.add_reading(reading())
    return corpus


def reread(corpus: Corpus, new: Reading) -> list[dict[str, Any]]:
    replace_reading(corpus.db, 1, new)
    return list(corpus.conflicts())


def event(corpus: Corpus, id_: str = "e1") -> dict[str, Any]:
    return next(row for row in corpus.events() if row["id"] == id_)


def test_a_rejected_event_is_neither_shown_nor_counted_but_stays_in_the_view(small: Corpus) -> None:
    small.reject("e1")
    assert [row["id"] for row in small.events()] == ["e2"]
    assert [row["type"] for row in small.timeline(types=True)] == ["THREATEN"]
    assert [row["type"] for row in small.timeline(actor="Dorval", types=True)] == ["THREATEN"]
    assert small.db.execute("SELECT id, verdict FROM v_events ORDER BY id").fetchall() == [
        ("e1", "rejected"),
        ("e2", None),
    ]
    (shown,) = small.readings()
    assert [e.id for e in shown.events] == ["e2"]
    assert next(small.readings(corrected=False)) == reading()


def test_a_rejected_statement_tells_nothing_more(small: Corpus) -> None:
    small.reject("s1")
    assert event(small)["told_by"] == "outlet"
    assert next(small.readings()).events[0].according_to == ()


def test_changed_fields_are_shown_with_the_original_beside(small: Corpus) -> None:
    small.change(
        "e1", {"type": "COERCE", "status": "alleged", "when": "2022-01", "actors": "Dorval; le maire=Luc Maire@BBB"}
    )
    row = event(small)
    assert (row["type"], row["type_read"], row["status"], row["status_read"]) == (
        "COERCE",
        "ASSAULT",
        "alleged",
        "actual",
    )
    assert (row["begin_day"], row["end_day"], row["begin_day_read"]) == ("2022-01-01", "2022-01-31", "2022-01-17")
    assert (row["actors"], row["actors_read"], row["verdict"]) == ("Dorval; Luc Maire", "Belgara", "changed")
    assert len(small.events(actor="BBB")) == 1
    assert not len(small.events(actor="Belgara"))
    assert small.timeline(type="COERCE")[0]["period"] == "2022-01"
    assert [row["type"] for row in small.timeline(country="BBB", types=True)] == ["COERCE"]
    changed = next(small.readings()).events[0]
    assert changed.when == When(span("lundi"), "2022-01-01", "2022-01-31")
    assert [m.span for m in changed.actors] == [span("Dorval"), span("le maire")]
    assert next(small.readings(corrected=False)) == reading()


def test_a_statement_gets_another_speaker_and_act(small: Corpus) -> None:
    small.change("s1", {"speaker": "le maire@BBB", "act": "deny"})
    row = small.statements()[0]
    assert (row["speaker"], row["country"], row["act"]) == ("le maire", "BBB", "deny")
    assert (row["speaker_read"], row["act_read"]) == ("Paul Dorval", "say")
    assert len(small.events(voice="BBB")) == 1


@pytest.mark.parametrize(
    ("record", "changes", "says"),
    [
        ("e1", {"type": "WAR"}, "none of"),
        ("e1", {"colour": "red"}, "cannot be corrected"),
        ("e1", {"actors": "la marine"}, "not in the text"),
        ("e1", {"when": "hier"}, "no day"),
        ("e9", {"type": "COERCE"}, "no event or statement"),
        ("e1", {}, "nothing to change"),
    ],
)
def test_a_correction_that_does_not_fit_is_told_so_and_leaves_nothing(
    small: Corpus, record: str, changes: dict[str, str], says: str
) -> None:
    with pytest.raises(SelonError, match=says):
        small.change(record, changes)
    assert not len(small.corrections())


def test_corrections_survive_a_reading_that_repeats_or_agrees(small: Corpus) -> None:
    small.change("e1", {"type": "COERCE"})
    small.reject("e2")
    assert reread(small, reading("2")) == []
    assert (event(small)["type"], [row["id"] for row in small.events()]) == ("COERCE", ["e1"])
    assert reread(small, reading("3", type="COERCE", id="e1new")) == []
    assert small.events()[0]["verdict"] == "changed"


def test_a_later_reading_that_says_a_third_thing_is_a_conflict_and_the_correction_holds(small: Corpus) -> None:
    small.change("e1", {"type": "COERCE"})
    (conflict,) = reread(small, reading("2", type="PROTEST", id="e1new"))
    assert (conflict["problem"], conflict["field"], conflict["now"]) == ("differs", "type", "PROTEST")
    assert (conflict["before"], conflict["after"], conflict["reader"]) == ("ASSAULT", "COERCE", "2")
    row = event(small, "e1new")
    assert (row["type"], row["type_read"]) == ("COERCE", "PROTEST")
    assert reread(small, reading("3")) == []


def test_an_accepted_event_keeps_all_its_fields(small: Corpus) -> None:
    small.accept("e1")
    conflicts = reread(small, reading("2", status="planned", recipients=()))
    assert {c["field"] for c in conflicts} == {"status", "recipients"}
    row = event(small)
    assert (row["verdict"], row["status"], row["recipients"]) == ("accepted", "actual", "le port de Merval")


def test_an_accepted_event_that_a_later_reading_misses_is_kept_and_listed(small: Corpus) -> None:
    small.accept("e1")
    (conflict,) = reread(small, reading("2", events=reading().events[1:]))
    assert conflict["problem"] == "missing"
    row = event(small)
    assert (row["is_read"], row["according_to"]) == (0, "Paul Dorval")
    assert len(next(small.readings()).events) == 2
    assert len(next(small.readings(corrected=False)).events) == 1
    small.change("e1", {"status": "alleged"})
    assert (event(small)["status"], event(small)["is_read"]) == ("alleged", 0)
    assert reread(small, reading("3")) == []
    assert event(small)["is_read"] == 1


@pytest.mark.parametrize("id_", ["e0", "e1"])
def test_a_new_event_takes_neither_the_number_nor_the_place_of_one_that_is_kept(small: Corpus, id_: str) -> None:
    small.accept("e1")
    before = {row["event"] for row in small.events()}
    new = Event(id_, span("affirme"), "CONSULT", "actual")
    reread(small, reading("2", events=(new, reading().events[1])))
    found = {row["trigger"]: row["event"] for row in small.events()}
    assert set(found) == {"frappé", "affirme", "menace"}
    assert len(set(found.values())) == 3
    assert found["menace"] in before


def test_a_rejected_event_that_is_gone_is_no_conflict(small: Corpus) -> None:
    small.reject("e1")
    assert reread(small, reading("2", events=reading().events[1:])) == []


def test_a_rejected_event_read_as_another_type_is_listed(small: Corpus) -> None:
    small.reject("e1")
    (conflict,) = reread(small, reading("2", type="PROTEST"))
    assert (conflict["problem"], conflict["field"]) == ("differs", "type")
    assert [row["id"] for row in small.events()] == ["e2"]


def test_the_last_word_on_a_field_stands_and_can_be_taken_back(small: Corpus) -> None:
    first = small.change("e1", {"type": "COERCE"})
    second = small.change("e1", {"type": "PROTEST"})
    assert event(small)["type"] == "PROTEST"
    small.withdraw(second)
    assert event(small)["type"] == "COERCE"
    small.withdraw(first)
    assert (event(small)["type"], event(small)["verdict"]) == ("ASSAULT", None)
    with pytest.raises(SelonError, match="no correction"):
        small.withdraw(first)


def test_a_merge_names_all_mentions_alike_and_survives(small: Corpus) -> None:
    keys = {row["label"]: row["key"] for row in small.entities("Dorval")}
    number = small.merge(keys["Dorval"], keys["Paul Dorval"])
    assert event(small, "e2")["actors"] == "Paul Dorval"
    assert len(small.events(actor="AAA")) == 1
    reread(small, reading("2"))
    assert event(small, "e2")["actors"] == "Paul Dorval"
    assert event(small, "e2")["actors_read"] == "Dorval"
    assert next(small.readings(corrected=False)) == reading("2")
    with pytest.raises(SelonError, match="one entity"):
        small.merge(keys["Dorval"], keys["Paul Dorval"])
    small.withdraw(number)
    assert event(small, "e2")["actors"] == "Dorval"


def test_a_split_names_the_mentions_of_some_articles_and_survives(small: Corpus) -> None:
    keys = {row["label"]: row["key"] for row in small.entities("Dorval")}
    small.split(keys["Dorval"], ["a1"], name="Jean Dorval", country="BBB")
    assert reread(small, reading("2")) == []
    row = event(small, "e2")
    assert (row["actors"], row["actor_countries"], row["actors_read"]) == ("Jean Dorval", "BBB", "Dorval")
    (conflict,) = reread(small, reading("3", mentions=(), events=reading().events[:1]))
    assert conflict["problem"] == "missing"


def test_a_mention_is_renamed_at_its_place(small: Corpus) -> None:
    where = span("Belgara")
    small.rename("a1", (where.start, where.end), {"country": "CCC"})
    assert event(small)["actor_countries"] == "CCC"
    assert [m.country for m in next(small.readings()).mentions] == ["AAA", "CCC", None]


def test_event_numbers_stay_when_an_article_is_corrected(small: Corpus) -> None:
    before = {row["id"]: row["event"] for row in small.events()}
    small.change("e2", {"status": "planned"})
    assert {row["id"]: row["event"] for row in small.events()} == before


def test_a_trigger_is_moved_and_the_correction_found_again(small: Corpus) -> None:
    before = small.events()[0]["trigger_read"] if small.events()[0]["id"] == "e1" else small.events()[1]["trigger_read"]
    start = TEXT.index("a frappé")
    small.change("e1", {"trigger": f"{start}:{start + len('a frappé')}"})
    assert event(small)["trigger"] == "a frappé"
    assert event(small)["trigger_read"] == before == "frappé"
    assert next(small.readings()).events[0].trigger == span("a frappé")
    assert next(small.readings(corrected=False)) == reading()
    reread(small, reading("2"))
    assert event(small)["trigger"] == "a frappé"
    assert not list(small.conflicts())
    reread(small, reading("3", trigger=span("a frappé")))
    assert event(small)["trigger"] == "a frappé"
    assert len(small.events()) == 2


def test_the_content_of_a_statement_is_cut_and_the_correction_found_again(small: Corpus) -> None:
    small.change("s1", {"content": "Belgara a frappé"})
    assert small.statements()[0]["content"] == "Belgara a frappé"
    assert small.statements()[0]["content_read"] == "Belgara a frappé le port de Merval lundi"
    reread(small, reading("2"))
    assert small.statements()[0]["content"] == "Belgara a frappé"
    assert next(small.readings(corrected=False)) == reading("2")


@pytest.mark.parametrize("value", ["mots absents", "900:901", "5:5", "0:99999", "", None, "7:8"])
def test_a_stretch_that_holds_no_words_is_refused(small: Corpus, value: Any) -> None:
    with pytest.raises(SelonError):
        small.change("e1", {"trigger": value})


def test_all_that_a_question_finds_is_rejected_and_taken_back_at_once(small: Corpus) -> None:
    small.accept("e2")
    batch, count = small.correct_found("events", "reject")
    assert batch is not None
    assert count == 1, "what somebody judged already is left"
    assert [row["id"] for row in small.events()] == ["e2"]
    reread(small, reading("2"))
    assert [row["id"] for row in small.events()] == ["e2"]
    assert small.withdraw_batch(batch) == 1
    assert len(small.events()) == 2
    assert len(small.corrections()) == 1


def test_a_question_that_finds_too_much_is_not_corrected_at_once(small: Corpus) -> None:
    with pytest.raises(SelonError, match="narrow it"):
        small.correct_found("events", "reject", most=1)
    assert small.correct_found("events", "accept", type="SANCTION") == (None, 0)
    assert len(small.corrections()) == 0
    with pytest.raises(SelonError):
        small.withdraw_batch(5)
