"""English times beyond the table of classes; the report is published on Monday 17 January 2022."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.errors import TableError
from selon.reading.times import find_ranges, find_times, time_languages
from selon.reading.times.language import load_times

MONDAY = "2022-01-17"


def values(text: str, published: str | None = MONDAY) -> list[tuple[str, str | None]]:
    return [(t.span.text, t.value) for t in find_times(text, published, lang="en")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Filed on 02/03/2021.", "02/03/2021", "2021-02-03"),
        ("Filed on 23/02/2021.", "23/02/2021", "2021-02-23"),
        ("Updated: 2021-02-03.", "2021-02-03", "2021-02-03"),
        ("The bridge reopened on Wed., Feb. 3, 2021.", "Wed., Feb. 3, 2021", "2021-02-03"),
        ("THE BRIDGE REOPENED ON JANUARY 12", "JANUARY 12", "2022-01-12"),
        ("The mine closed on 12 January of last year.", "12 January of last year", "2021-01-12"),
        ("He quit early Friday.", "early Friday", "2022-01-14"),
        ("Rebels may march in March.", "March", "2022-03"),
        ("They met in the fall.", "the fall", "2021-FA"),
        ("They met in the fall of 2014.", "the fall of 2014", "2014-FA"),
        ("She was freed in mid-1987.", "mid-1987", "1987"),
        ("The 2014 elections were rigged.", "2014", "2014"),
        ("The party has ruled since the sixties.", "the sixties", "196X"),
        (
            "Prices rose in the second half of the twentieth century.",
            "the second half of the twentieth century",
            "19XX",
        ),
        ("Profits rose in Q4 of 2021.", "Q4 of 2021", "2021-Q4"),
        ("Sales rose in the first six months of 2021.", "the first six months of 2021", "2021-01/2021-06"),
        ("The parade was held on Memorial Day.", "Memorial Day", "2021-05-31"),
        ("He was killed the day after Christmas.", "the day after Christmas", "2021-12-26"),
        ("The law changed after 9/11.", "9/11", "2001-09-11"),
        ("He left the week before last.", "the week before last", "2022-W01"),
        ("She will return the week after next.", "the week after next", "2022-W05"),
        ("He resigned late last year.", "late last year", "2021"),
        ("It happened at half past three.", "half past three", "2022-01-17T03:30"),
        ("It happened at 12:15 a.m. on Friday.", "12:15 a.m. on Friday", "2022-01-14T00:15"),
        ("It happened at 12.15 pm on Friday.", "12.15 pm on Friday", "2022-01-14T12:15"),
        ("It happened shortly after midnight.", "midnight", "2022-01-17T00:00"),
        ("It happened last night.", "last night", "2022-01-16TNI"),
        ("It will happen tonight.", "tonight", "2022-01-17TNI"),
        ("It happened in the early hours of Friday.", "the early hours of Friday", "2022-01-14TMO"),
        ("A strike hit overnight Thursday into Friday.", "overnight Thursday into Friday", "2022-01-13TNI"),
        ("It lasted an hour and a half.", "an hour and a half", "PT1H30M"),
        ("It lasted two hundred and fifty days.", "two hundred and fifty days", "P250D"),
        ("It lasted half a century.", "half a century", "P50Y"),
        ("He was sentenced to four-and-a-half years.", "four-and-a-half years", "P4Y6M"),
        ("The months-long siege ended.", "months-long", "PXM"),
        ("It meets every two weeks.", "every two weeks", "P2W"),
        ("It meets every other Thursday.", "every other Thursday", "XXXX-WXX-4"),
        ("It meets on Sundays.", "Sundays", "XXXX-WXX-7"),
        ("He left five days ago.", "five days ago", "2022-01-12"),
        ("He returns in two weeks' time.", "in two weeks' time", "2022-01-31"),
        ("The dam was built in three years.", "three years", "P3Y"),
        ("These are the first such talks in seven years.", "seven years", "P7Y"),
        ("Prices fell in recent months.", "recent months", "PXM"),
    ],
)
def test_it_is_found_and_resolved(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "He may go, they march, and we sat in the sun.",
        "Theresa May told June Foster and April Dunn to leave.",
        "Resolution 2231, Resolution 1973 and Bill 2770 were debated.",
        "Some 2000 people and 1999 soldiers fled 155 mm shells.",
        "A second attack failed, the second came third.",
        "The fall of the city and the Arab Spring.",
        "The Good Friday Agreement holds, says the Sunday Times.",
        "The Six-Day War and the Hundred Years' War.",
        "Three quarters of the members voted 2-1.",
        "One day he will come.",
        "He is in his twenties.",
        "The film costs $2010 and lasts.",
        "",
    ],
)
def test_it_is_no_time(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The summit was held in Paris on Tuesday.", "2022-01-11"),
        ("The summit will be held in Paris on Tuesday.", "2022-01-18"),
        ("The summit is due to be held in Paris on Tuesday.", "2022-01-18"),
        ("He may have been killed on Tuesday.", "2022-01-11"),
        ("They'll meet on Tuesday.", "2022-01-18"),
        ("The strike will hit the city on Tuesday.", "2022-01-18"),
        ("The army will stay, officials said on Tuesday.", "2022-01-11"),
        ("The army has withdrawn since Tuesday.", "2022-01-11"),
    ],
)
def test_the_tense_tells_past_from_future(text: str, value: str) -> None:
    assert [v for _, v in values(text)] == [value]


def test_days_of_a_list_take_the_month_before_them() -> None:
    found = values("The port was shut on Jan. 10, 12 and 14, and on January 16, 13 people died.")
    assert [v for _, v in found] == ["2022-01-10", "2022-01-12", "2022-01-14", "2022-01-16"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He will go in February or March.", "[2022-02,2022-03]"),
        ("He ruled between 1982 and 1987.", "1982/1987"),
        ("He will visit from Feb. 28 to March 3.", "2022-02-28/2022-03-03"),
        ("He was away from December 29 to January 4.", "2021-12-29/2022-01-04"),
    ],
)
def test_times_told_together_are_linked(text: str, edtf: str) -> None:
    times = find_times(text, MONDAY, lang="en")
    assert [link.edtf for link in find_ranges(text, times, "en")] == [edtf]


def test_a_date_in_digits_that_can_be_two_days_is_ambiguous() -> None:
    first, second = find_times("Filed 02/03/2021, then 23/02/2021.", MONDAY, lang="en")
    assert first.ambiguous
    assert not second.ambiguous


def test_french_and_english_have_times() -> None:
    assert time_languages() == ("en", "fr")
    with pytest.raises(TableError):
        find_times("Montag", lang="de")


LINE = (
    "the a in on of at by from to and or since until last next this that previous same early late mid end start half "
    "January March May Jan. Monday Sat. morning night noon yesterday tomorrow tonight 3 12 31 5th 2019 1998 60s 1990s "
    "6:30 p.m. GMT week month year years days hours ago later earlier century quarter first second summer fall "
    "Christmas Easter every each daily several two dozen hundred , . -"
)
WORDS = [*LINE.split(), "\n"]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_spans_hold_their_words_and_do_not_overlap(text: str) -> None:
    times = find_times(text, MONDAY, lang="en")
    assert all(text[t.span.start : t.span.end] == t.span.text for t in times)
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))
    assert all(t.begin is None or t.end is None or t.begin <= t.end for t in times)


def test_no_pattern_of_english_repeats_without_a_limit() -> None:
    for patterns in load_times("en").patterns.by_first.values():
        assert all(not re.search(r"[*+](?![\]-])", re.sub(r"\[[^\]]*\]", "", p.form.regex.pattern)) for p in patterns)
