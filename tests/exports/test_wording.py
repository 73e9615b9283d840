from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon import records
from selon.exports.dates import interval_phrase
from selon.exports.unresolved import unresolved
from selon.exports.vocabulary import wordings
from selon.exports.wording import (
    actor_label,
    actors_phrase,
    chain_sentence,
    clean,
    digits,
    event_sentence,
    quantity_phrase,
    voice_phrase,
    when_phrase,
)
from selon.records import Article, Event, Mention, Quantity, ReaderInfo, Reading, Span, Statement, When


def event(sample: Reading, trigger: str) -> Event:
    return next(e for e in sample.events if e.trigger.text == trigger)


def named(words: str, country: str | None = None) -> Mention:
    return Mention(Span(0, len(words), words), "state", "adjective", None, country)


@pytest.mark.parametrize("kind", ["type", "status", "act", "form"])
def test_every_code_of_the_records_has_a_word(kind: str) -> None:
    codes = {
        "type": records.EventType,
        "status": records.Status,
        "act": records.Act,
        "form": records.StatementForm,
    }
    assert {code for k, code in wordings() if k == kind} == set(get_args(codes[kind]))


def test_every_status_has_a_sign_of_its_own() -> None:
    marks = [w.mark for (kind, _), w in wordings().items() if kind == "status"]
    assert all(marks)
    assert len(set(marks)) == len(marks)


def test_an_actor_is_named_by_the_resolved_name_and_the_country(sample: Reading) -> None:
    he = sample.mentions[1]
    assert he.span.text == "il"
    assert actor_label(he) == "Anders Hvalberg (NRL)"


def test_an_actor_without_a_name_is_named_by_the_words() -> None:
    assert actor_label(named("Tornhavn", "NRL")) == "Tornhavn (NRL)"
    assert actor_label(named("un diplomate")) == "un diplomate"


def test_the_capital_of_a_sentence_is_not_kept_on_a_determiner() -> None:
    assert actor_label(named("L’armée", "NRL")) == "l’armée (NRL)"
    assert actor_label(named("Leurville")) == "Leurville"


def test_actors_that_share_their_words_are_said_once() -> None:
    pair = [named("norlando-valdaves", "NRL"), named("norlando-valdaves", "VLD")]
    assert actors_phrase(pair) == "norlando-valdaves (NRL, VLD)"


def test_an_event_is_one_sentence_with_its_status_and_its_voice(sample: Reading) -> None:
    assert event_sentence(event(sample, "exercices"), sample) == (
        "son pays (NRL), la Valdavie (VLD) — COOPERATE (exercises), planned: exercices · February or March 2022 · "
        "in détroit de Korsund · according to Anders Hvalberg (NRL)"
    )


def test_an_event_without_an_actor_says_so(sample: Reading) -> None:
    assert event_sentence(event(sample, "pourparlers"), sample).startswith("no actor named — CONSULT, actual:")


def test_a_quantity_that_the_actor_already_says_is_not_said_twice(sample: Reading) -> None:
    assert event_sentence(event(sample, "arrêté"), sample).count("47") == 1
    assert "3 morts, 10 blessés" in event_sentence(event(sample, "bombardé"), sample)


def test_an_event_outside_statements_is_in_the_outlets_own_voice(sample: Reading) -> None:
    told = event(sample, "manifesté")
    assert voice_phrase(told, sample) == "in the outlet's own voice (Agence du Nord)"
    nameless = replace(sample, article=replace(sample.article, outlet=None))
    assert voice_phrase(told, nameless) == "in the outlet's own voice"


def test_nested_voices_are_a_chain_outermost_first(sample: Reading) -> None:
    assert voice_phrase(event(sample, "pourparlers"), sample) == (
        "according to un conseiller présent à l’entretien, citing Ilona Resku (VLD), "
        "citing Organisation des Nations unies (UN)"
    )


def test_speakers_of_the_same_words_are_joined(sample: Reading) -> None:
    both = replace(event(sample, "déployés"), according_to=("sa", "se"))
    assert voice_phrase(both, sample) == (
        "according to Anders Hvalberg (NRL) and le ministère sudlandais de la Défense (SDL)"
    )


def test_a_speaker_who_goes_on_speaking_is_named_once(sample: Reading) -> None:
    inner = tuple(replace(s, within="sa") if s.id == "sb" else s for s in sample.statements)
    told = replace(event(sample, "menaçons"), according_to=("sa", "sb"))
    assert voice_phrase(told, replace(sample, statements=inner)) == "according to Anders Hvalberg (NRL)"


def test_a_circle_of_statements_still_names_its_speakers(sample: Reading) -> None:
    circle = tuple(replace(s, within={"sa": "se", "se": "sa"}.get(s.id)) for s in sample.statements)
    told = replace(event(sample, "menaçons"), according_to=("sa", "se"))
    assert "Anders Hvalberg (NRL) and le ministère" in voice_phrase(told, replace(sample, statements=circle))


def test_a_time_without_a_date_is_said_by_its_words() -> None:
    assert when_phrase(When(Span(0, 9, "récemment"), None, None)) == "“récemment”, no date"
    assert when_phrase(None) == ""


@pytest.mark.parametrize(
    ("low", "high", "phrase"),
    [
        (12000, None, "at least 12,000 soldats"),
        (None, 500, "at most 500 soldats"),
        (10, 20, "10 to 20 soldats"),
        (3, 3, "3 soldats"),
        (2.5, 2.5, "2.5 soldats"),
        (None, None, "an unknown number of soldats"),
    ],
)
def test_a_quantity_says_its_bounds(low: float | None, high: float | None, phrase: str) -> None:
    assert quantity_phrase(Quantity(Span(0, 1, "x"), low, high, "soldats", "troops")) == phrase


@given(st.text(alphabet=st.characters()), st.integers(1, 40))
def test_clean_words_stay_on_one_line_without_controls(text: str, limit: int) -> None:
    line = clean(text, limit)
    assert len(line) <= limit
    assert len(line.splitlines()) <= 1
    assert "\x1b" not in line
    line.encode()


def test_what_was_not_resolved_is_listed(sample: Reading) -> None:
    found = {gap.what: [place.words for place in gap.where] for gap in unresolved(sample)}
    assert found == {
        "speakers without a name or country": ["un diplomate", "un conseiller présent à l’entretien"],
        "events without an actor": ["déploiement", "pourparlers"],
    }


def test_a_complete_reading_leaves_nothing_open(sample: Reading) -> None:
    assert unresolved(replace(sample, statements=(), events=(), times=())) == []


def test_every_code_has_words_in_french_and_english():
    both = {key for key in wordings("en") if key[0] != "determiner"}

    assert both == set(wordings("fr"))


def test_a_chain_of_dates_and_numbers_can_be_said_in_french():
    assert interval_phrase("2022-01-01", "2022-01-12", lang="fr") == "1er–12 janvier 2022"
    assert interval_phrase("2022-02-01", "2022-03-31", lang="fr") == "février–mars 2022"
    assert digits(12000.5, "fr") == "12\u202f000,5"


def test_the_chain_of_voices_begins_with_the_outlet_and_quotes_bare_words() -> None:
    text = "Mali\n\nLe général Dorval, citant les dernières informations, affirme que le fort est pris. On a fui."

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words), words)

    dorval = Mention(span("Le général Dorval"), "person", "name", "Paul Dorval", None)
    latest = Mention(span("les dernières informations"), "people", "description")
    outer = Statement("s1", dorval, None, span("affirme"), "say", "indirect", (span("que le fort est pris"),))
    inner = Statement("s2", latest, None, span("citant"), "say", "prepositional", (span("le fort est pris"),), "s1")
    article = Article(text, "a", "fr", "2024-01-02", "Agence du Nord")
    reading = Reading(article, ReaderInfo("1", "none"), statements=(outer, inner))

    chain = ("s1", "s2")
    assert chain_sentence(chain, reading) == "Agence du Nord, citing Paul Dorval, citing “les dernières informations”"
    assert (
        chain_sentence(chain, reading, "fr")
        == "Agence du Nord, citant Paul Dorval, citant « les dernières informations »"
    )
    assert chain_sentence((), reading, "fr") == "Agence du Nord, sans citer personne"
    unnamed = replace(reading, article=replace(article, outlet=None))
    assert chain_sentence(("s1",), unnamed) == "the outlet, citing Paul Dorval"
