"""Value, EDTF and dates of a time say the same, whatever the text; days told from publication move with it."""

import re
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.times.test_properties import published, texts

from selon.reading.times import find_ranges, find_times

PIECES = [
    "le 3 janvier", "lundi", "mardi dernier", "jeudi prochain", "hier soir", "demain", "avant-hier", "la veille", "le lendemain",
    "en mai 2017", "fin décembre", "mi-février", "début 2019", "l'an dernier", "la semaine prochaine", "ce week-end", "au printemps",
    "l'été dernier", "au T4 2021", "au second semestre", "la première quinzaine de mai", "dans les années 60", "au XIXe siècle",
    "il y a deux ans", "dans trois jours", "trois jours plus tard", "depuis trois semaines", "depuis 2002", "avant le 31 mars",
    "vers 15 h 30", "à midi", "à minuit", "dans la nuit de lundi à mardi", "dans la nuit du 3 au 4 mai", "dans la soirée",
    "à Noël", "à Pâques", "le 14-Juillet", "du 5 au 9 janvier", "les 6 et 13 avril", "en février ou en mars", "semaine 12",
    "la semaine du 17 janvier", "17/01/22", "17.01.2022", "2022-01-17", "d'ici la fin de l'année", "ces dix derniers jours",
    "entre 1990 et 1999", "de lundi à mercredi", "à 18 h 30 GMT", "cette fin d'année", "à la rentrée", "autour de 2010",
    "il est parti", "elle viendra", "ils ont fui", ",", ".", "et", "ou", "\n\n",
]  # fmt: skip
sentences = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join)
days = st.dates(date(1950, 1, 1), date(2080, 1, 1)).map(date.isoformat)


def first_and_last(edtf: str) -> tuple[str, str] | None:
    """Give the first and last day of a single EDTF date; None for a season, which is ours to define."""
    edtf = edtf.removesuffix("~").split("T")[0]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
        return edtf, edtf
    if month := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", edtf):
        return f"{edtf}-01", f"{edtf}-{monthrange(int(month[1]), int(month[2]))[1]}"
    if re.fullmatch(r"\d{4}", edtf):
        return f"{edtf}-01-01", f"{edtf}-12-31"
    if re.fullmatch(r"\d{3}X", edtf):
        return f"{edtf[:3]}0-01-01", f"{edtf[:3]}9-12-31"
    return None


@settings(deadline=None, max_examples=150)
@given(st.one_of(texts, sentences), st.one_of(published, days))
def test_the_edtf_begins_and_ends_with_the_dates(text: str, day: str | None) -> None:
    for time in find_times(text, day):
        first, slash, last = (time.edtf or "").partition("/")
        opening, closing = first_and_last(first), first_and_last(last or first)
        if time.type == "DATE" and opening and not last.startswith(".."):
            assert time.begin == opening[0]
        if time.type == "DATE" and closing and not (slash and first in ("..", "")):
            assert time.end == closing[1] or last == ".."
        if time.edtf and time.type in ("DATE", "TIME"):
            assert None not in (time.begin, time.end)


@settings(deadline=None, max_examples=150)
@given(sentences, days)
def test_the_value_holds_the_dates(text: str, day: str) -> None:
    for time in find_times(text, day):
        told = first_and_last((time.value or "").split("T")[0])
        if time.type == "DATE" and told and time.begin and time.end:
            assert told[0] <= time.begin <= time.end <= told[1]
            assert time.mod in ("START", "MID", "END") or (time.begin, time.end) == told
        if time.type == "TIME" and told:
            assert time.begin == told[0]


@settings(deadline=None, max_examples=150)
@given(st.one_of(texts, sentences), st.one_of(published, days))
def test_both_styles_read_any_text(text: str, day: str | None) -> None:
    for time in find_times(text, day, style="timeml"):
        assert text[time.span.start : time.span.end] == time.span.text
        assert time.begin is None or time.end is None or time.begin <= time.end


@settings(deadline=None, max_examples=80)
@given(
    st.sampled_from(
        ["hier", "avant-hier", "aujourd'hui", "demain", "après-demain", "dans trois jours", "il y a dix jours"]
    ),
    st.dates(date(1950, 1, 1), date(2080, 1, 1)),
    st.integers(-4000, 4000),
)
def test_a_day_told_from_publication_moves_with_it(words: str, day: date, days: int) -> None:
    text = f"Il a signé {words}."
    (before,), (after,) = (find_times(text, d.isoformat()) for d in (day, day + timedelta(days=days)))
    assert date.fromisoformat(after.begin or "") - date.fromisoformat(before.begin or "") == timedelta(days=days)


@settings(deadline=None, max_examples=80)
@given(sentences, days)
def test_a_link_is_as_long_as_its_times(text: str, day: str) -> None:
    times = find_times(text, day)
    for link in find_ranges(text, times):
        assert link.begin == min(times[i].begin or "" for i in link.times)
        assert link.end == max(times[i].end or "" for i in link.times)
        assert link.begin <= link.end


@settings(deadline=None, max_examples=80)
@given(sentences, days)
def test_what_is_not_sure_is_marked(text: str, day: str) -> None:
    for time in find_times(text, day):
        assert (time.rule == "nearest") <= time.ambiguous
        assert time.begin is None or time.type == "DURATION" or time.rule is not None


@pytest.mark.parametrize("style", ["articles", "timeml"])
def test_no_style_finds_a_time_where_there_is_none(style: str) -> None:
    assert find_times("Ils étaient sept à fuir, il a été élu.", "2022-01-17", style=style) == ()  # type: ignore[arg-type]
