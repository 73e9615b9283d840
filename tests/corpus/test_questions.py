import random
import sys
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from selon import Corpus, Event, Mention, Reading, SelonError
from selon.corpus import Filters

TYPES, STATUSES = ("ASSAULT", "CONSULT", "SANCTION", "MOBILIZE"), ("actual", "planned", "negated", "alleged")


def names(mention: Mention, wanted: str) -> bool:
    return mention.country == wanted or (mention.name or mention.span.text) == wanted


def expected_day(event: Event, reading: Reading) -> str:
    return (event.when.begin if event.when else None) or reading.article.published or ""


def meets(event: Event, reading: Reading, asked: dict[str, Any]) -> bool:
    """Say in plain Python what the filters ask."""
    speakers = [s.speaker for s in reading.statements if s.id in event.according_to and s.speaker]
    parties = {"actor": event.actors, "recipient": event.recipients, "place": event.places, "voice": speakers}
    parties["country"] = (*event.actors, *event.recipients, *event.places)
    for name, wanted in asked.items():
        if name in ("type", "status"):
            ok = getattr(event, name) == wanted
        elif name == "voice" and wanted == "outlet":
            ok = not event.according_to
        elif name in parties:
            ok = any(names(mention, wanted) for mention in parties[name])
        elif name == "outlet":
            ok = reading.article.outlet == wanted
        elif name == "confidence":
            ok = (event.confidence or 0) >= float(wanted)
        else:
            ok = expected_day(event, reading) >= wanted if name == "since" else expected_day(event, reading) <= wanted
        if not ok:
            return False
    return True


def drawn(chance: random.Random, readings: list[Reading]) -> dict[str, Any]:
    """Draw filters with values of one of the readings."""
    reading = chance.choice(readings)
    event = chance.choice(reading.events)
    speakers = [s.speaker.name for s in reading.statements if s.speaker and s.speaker.name]
    values = {
        "type": event.type,
        "status": event.status,
        "actor": event.actors[0].country,
        "recipient": event.recipients[0].country,
        "country": event.actors[0].country,
        "place": event.places[0].name if event.places else None,
        "voice": chance.choice(speakers) if speakers else "outlet",
        "outlet": reading.article.outlet,
        "since": reading.article.published,
        "confidence": event.confidence,
    }
    wanted = chance.sample(sorted(values), chance.randint(1, 3))
    return {name: value for name in wanted if (value := values[name])}


def unique(readings: list[Reading]) -> list[Reading]:
    return list({r.article.text: r for r in reversed(readings)}.values())


@pytest.mark.parametrize("rare", [0, 3_000])
def test_filters_find_what_plain_python_finds(
    full: Corpus, made: list[Reading], rare: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selon.corpus.planning.RARE", rare)
    chance = random.Random(5)
    copied = {r.article.text for r in made if r not in unique(made)}
    readings = [r for r in unique(made) if r.article.text not in copied]
    hashes = {r.article.id for r in readings}
    for _ in range(60):
        asked = drawn(chance, readings)
        found = {row["id"] for row in full.events(**asked)}
        expected = {e.id for r in readings for e in r.events if meets(e, r, asked)}
        of_copies = {e.id for r in made if r.article.id not in hashes for e in r.events}
        assert found - of_copies == expected - of_copies, asked


def test_the_latest_come_first_and_a_limit_says_that_there_are_more(full: Corpus) -> None:
    every = full.events()
    days = [row["day"] for row in every]
    assert days == sorted(days, reverse=True)
    some = full.events(limit=10)
    assert (list(some), some.more, every.more) == (every[:10], True, False)
    assert list(full.events(limit=10, offset=5)) == every[5:15]


def test_statements_are_found_by_speaker_and_by_the_events_they_tell(full: Corpus, made: list[Reading]) -> None:
    reading = next(r for r in made if any(s.speaker and s.speaker.name for s in r.statements))
    speaker = next(s.speaker for s in reading.statements if s.speaker and s.speaker.name)
    assert speaker.name
    assert {row["speaker"] for row in full.statements(voice=speaker.name)} == {speaker.name}
    told = {(r.article.text, i) for r in unique(made) for e in r.events if e.type == "ASSAULT" for i in e.according_to}
    assert {row["id"] for row in full.statements(type="ASSAULT")} == {i for _, i in told}


def test_articles_are_found_by_one_event_that_meets_all(full: Corpus, made: list[Reading]) -> None:
    expected = {
        r.article.text for r in unique(made) if any(e.type == "ASSAULT" and e.status == "negated" for e in r.events)
    }
    assert len(full.articles(type="ASSAULT", status="negated")) == len(expected)


@pytest.mark.parametrize(
    "asked", ["negociations rompues", "NÉGOCIATION rompue", '"négociations sont rompues"', "négoc* -accord"]
)
def test_words_are_found_in_any_inflection_without_accents_and_as_phrases(corpus: Corpus, asked: str) -> None:
    from selon.records import Article, ReaderInfo

    texts = ["Les négociations sont rompues à Genève.", "L'accord sur les négociations n'est pas rompu ailleurs."]
    for text in texts:
        corpus.add_reading(Reading(Article(text), ReaderInfo("0", "none")))
    found = corpus.search(asked)
    assert "négociations sont rompues" in found[0]["passage"]
    exact = asked.startswith('"') or "-" in asked
    assert len(found) == (1 if exact else 2)


def test_a_question_without_words_is_told_so(full: Corpus) -> None:
    with pytest.raises(SelonError, match="no word"):
        full.search("… -guerre")


def test_countries_and_organisations_are_known_by_name_and_code(full: Corpus) -> None:
    code = full.db.execute("SELECT country FROM parties WHERE role = 'actor' LIMIT 1").fetchone()[0]
    from selon.knowledge.countries import load_countries

    name = load_countries().rows[code].name
    assert list(full.events(actor=name)) == list(full.events(actor=code)) == list(full.events(actor=code.lower()))
    assert len(full.events(actor=code)) > 0


def test_a_name_nobody_bears_finds_nothing(full: Corpus) -> None:
    assert not len(full.events(actor="Zzyzx"))
    assert not len(full.timeline(actor="Zzyzx"))
    assert not len(full.statements(voice="Zzyzx"))


@pytest.mark.parametrize(
    "asked",
    [{}, {"type": "ASSAULT"}, {"status": "negated", "voice": "outlet"}, {"since": "2021", "until": "2022-06"},
     {"since": "2021-02-14"}, {"outlet": "nord"}, {"country": "*"}, {"actor": "*", "type": "CONSULT"}, {"recipient": "*", "actor": "*"}],
)  # fmt: skip
@pytest.mark.parametrize("by", ["day", "week", "month", "year"])
def test_a_timeline_counts_the_events_that_are_found(full: Corpus, asked: dict[str, Any], by: Any) -> None:
    code = full.db.execute("SELECT country FROM parties GROUP BY 1 ORDER BY count(*) DESC LIMIT 1").fetchone()[0]
    asked = {name: code if value == "*" else value for name, value in asked.items()}
    rows = [row for row in full.events(**asked) if row["same_as"] is None]
    by_code = Counter((row["type"], row["status"], row["told_by"]) for row in rows)
    counted: Counter[tuple[str, str, str]] = Counter()
    for row in full.timeline(by=by, types=True, **asked):
        counted[row["type"], row["status"], row["told_by"]] += row["events"]
        assert len(row["period"]) == {"year": 4, "month": 7}.get(by, 10)
    assert counted == by_code
    if by == "month":
        assert {row["period"] for row in full.timeline(**asked)} == {row["day"][:7] for row in rows}


@pytest.mark.parametrize(
    "wrong", [{"type": "WAR"}, {"status": "true"}, {"since": "hier"}, {"until": "2022-02-30"}, {"since": "2022-13"}]
)
def test_a_code_or_day_that_is_none_is_told_so(wrong: dict[str, str]) -> None:
    with pytest.raises(SelonError):
        Filters(**wrong)  # type: ignore[arg-type]


def test_bounds_take_in_the_whole_month_or_year() -> None:
    filters = Filters(since="2022", until="2024-02")
    assert (filters.since, filters.until) == ("2022-01-01", "2024-02-29")


def test_pandas_polars_and_duckdb_take_results_as_they_are(full: Corpus) -> None:
    import duckdb
    import pandas as pd
    import polars as pl

    found = full.events(type="ASSAULT")
    assert pd.DataFrame(found).shape == pl.DataFrame(found).shape == (len(found), len(found.columns))
    assert duckdb.sql("SELECT count(*) FROM found").fetchall() == [(len(found),)]
    assert pl.DataFrame(full.events(actor="Zzyzx")).schema["event"] == pl.Int64


def test_without_pyarrow_one_line_says_what_to_install(full: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SelonError, match="pip install"):
        full.events(limit=1).to_arrow()


def test_csv_holds_no_formula(corpus: Corpus) -> None:
    from selon.corpus.results import Result

    assert Result({"a": str, "b": int}, (("=1+1", -1), ("un; deux", 2))).to_csv() == "a,b\n'=1+1,-1\nun; deux,2\n"


def test_what_a_person_accepted_is_sure_and_what_has_no_confidence_is_not(corpus: Corpus, made: list[Reading]) -> None:
    bare = tuple(replace(e, confidence=None) for e in made[0].events[:2])
    statement = replace(made[0].statements[0], confidence=0.5)
    corpus.add_reading(replace(made[0], events=bare, statements=(*made[0].statements[1:], statement)))
    assert not corpus.events(confidence=0.0)
    corpus.accept(bare[0].id)
    assert [row["id"] for row in corpus.events(confidence=0.9)] == [bare[0].id]
    assert len(corpus.articles(confidence=0.9)) == 1
    assert sum(row["events"] for row in corpus.timeline(confidence=0.9)) == 1
    assert statement.id in {row["id"] for row in corpus.statements(confidence=0.5)}
    assert statement.id not in {row["id"] for row in corpus.statements(confidence=0.51)}


@pytest.mark.parametrize("confidence", [-0.1, 1.1])
def test_a_confidence_is_between_0_and_1(full: Corpus, confidence: float) -> None:
    with pytest.raises(SelonError, match="between 0 and 1"):
        full.events(confidence=confidence)


@pytest.mark.parametrize("asked", [{"text": "point"}, {"text": "point -allemand"}, {"text": "frontière"}])
def test_a_timeline_of_frequent_and_of_rare_words_counts_the_events_that_are_found(
    full: Corpus, asked: dict[str, Any]
) -> None:
    by_month = Counter(row["day"][:7] for row in full.events(**asked) if row["same_as"] is None)
    counted: Counter[str] = Counter()
    for row in full.timeline(**asked):
        counted[row["period"]] += row["events"]
    assert counted == by_month


@pytest.mark.parametrize("seed", range(12))
def test_the_latest_of_a_frequent_party_are_the_first_of_all(
    full: Corpus, made: list[Reading], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    asked = drawn(random.Random(seed), made)
    for ask in (full.events, full.statements, full.articles):
        every = ask(**asked).rows
        monkeypatch.setattr("selon.corpus.planning.RARE", -1)
        assert ask(**asked, limit=7).rows == every[:7], asked
        assert ask(**asked, limit=3, offset=2).rows == every[2:5], asked
        monkeypatch.undo()
