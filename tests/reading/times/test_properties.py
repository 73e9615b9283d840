"""What holds of the times of any text."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.reading.times import find_ranges, find_times
from selon.reading.times.language import load_times
from selon.records import Time

WORDS = [
    "le",
    "la",
    "les",
    "l'",
    "un",
    "une",
    "du",
    "de",
    "des",
    "d'",
    "en",
    "à",
    "au",
    "ce",
    "cette",
    "ces",
    "il",
    "y",
    "a",
    "dans",
    "depuis",
    "et",
    "ou",
    ",",
    ".",
    "-",
    "1er",
    "3",
    "12",
    "31",
    "18",
    "h",
    "30",
    "2019",
    "1998",
    "30.000",
    "janvier",
    "mars",
    "août",
    "lundi",
    "mardi",
    "dimanche",
    "hier",
    "demain",
    "veille",
    "lendemain",
    "matin",
    "soir",
    "nuit",
    "midi",
    "minuit",
    "semaine",
    "mois",
    "an",
    "ans",
    "année",
    "jours",
    "heures",
    "minutes",
    "dernier",
    "dernière",
    "prochain",
    "suivant",
    "fin",
    "début",
    "mi-",
    "été",
    "hiver",
    "siècle",
    "XIXe",
    "années",
    "60",
    "trimestre",
    "premier",
    "deuxième",
    "tous",
    "chaque",
    "par",
    "quelques",
    "plusieurs",
    "environ",
    "plus",
    "tard",
    "auparavant",
    "après",
    "avant",
    "Noël",
    "Pâques",
    "même",
    "là",
    "\n",
    "\xa0",
    "’",
]
times_like = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
texts = st.one_of(st.text(max_size=200), times_like)
published = st.one_of(
    st.none(),
    st.dates(date(1000, 1, 1)).map(date.isoformat),
    st.sampled_from(["2022-01", "0001-01-01", "9999-12-31", "x"]),
)


@settings(deadline=None, max_examples=60)
@given(texts, published)
def test_every_span_holds_its_words_and_none_overlap(text: str, day: str | None) -> None:
    times = find_times(text, day)
    assert all(text[t.span.start : t.span.end] == t.span.text for t in times)
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))


@settings(deadline=None, max_examples=60)
@given(texts, published)
def test_the_same_text_gives_the_same_times(text: str, day: str | None) -> None:
    assert find_times(text, day) == find_times(text, day)


@settings(deadline=None, max_examples=60)
@given(texts, published)
def test_a_time_begins_before_it_ends(text: str, day: str | None) -> None:
    for t in find_times(text, day):
        assert t.begin is None or t.end is None or date.fromisoformat(t.begin) <= date.fromisoformat(t.end)


@settings(deadline=None, max_examples=60)
@given(texts, published)
def test_links_name_times_in_order_and_hold_them(text: str, day: str | None) -> None:
    times = find_times(text, day)
    for link in find_ranges(text, times):
        members: list[Time] = [times[i] for i in link.times]
        assert list(link.times) == sorted(set(link.times))
        assert all(link.begin <= (m.begin or "") and (m.end or "") <= link.end for m in members)


@settings(deadline=None, max_examples=60)
@given(times_like, times_like)
def test_a_paragraph_added_after_leaves_the_times_before_it(first: str, second: str) -> None:
    before = find_times(first + ".\n\n", "2022-01-17")
    after = find_times(first + ".\n\nPuis. " + second, "2022-01-17")
    assert after[: len(before)] == before


@pytest.mark.parametrize(
    "text", ["9" * 5000 + " ans", "000 " * 5000 + "ans", "le 3, " * 3000, "lundi " * 3000, "il y a " * 3000]
)
def test_long_runs_are_read(text: str) -> None:
    assert all(text[t.span.start : t.span.end] == t.span.text for t in find_times(text, "2022-01-17"))


def test_no_pattern_of_french_repeats_without_a_limit() -> None:
    for patterns in load_times("fr").patterns.by_first.values():
        assert all(not re.search(r"[*+](?![\]-])", re.sub(r"\[[^\]]*\]", "", p.form.regex.pattern)) for p in patterns)


def test_the_tense_is_asked_at_offsets_of_the_text() -> None:
    asked: list[int] = []
    text = "E\u0301lu, il a parle\u0301 mardi."
    find_times(text, "2022-01-17", tense_at=lambda offset: asked.append(offset))
    assert {text[offset : offset + 5] for offset in asked} == {"mardi"}
