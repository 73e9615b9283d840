from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.exports.dates import interval_phrase, time_phrase
from selon.records import Span, Time, TimeType


@pytest.mark.parametrize(
    ("begin", "end", "phrase"),
    [
        ("2022-01-12", "2022-01-12", "12 January 2022"),
        ("2021-12-21", "2021-12-31", "21–31 December 2021"),
        ("2022-02-01", "2022-03-31", "February–March 2022"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2021-12-01", "2022-01-31", "December 2021 – January 2022"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2020-01-01", "2022-12-31", "2020–2022"),
        ("2022-02-28", "2022-03-03", "28 February – 3 March 2022"),
        ("2021-12-28", "2022-01-03", "28 December 2021 – 3 January 2022"),
        ("2022-01-12", None, "from 12 January 2022"),
        (None, "2022-03-31", "until 31 March 2022"),
        (None, None, None),
        ("soon", "later", None),
    ],
)
def test_an_interval_is_said_as_people_say_it(begin: str | None, end: str | None, phrase: str | None) -> None:
    assert interval_phrase(begin, end) == phrase


@pytest.mark.parametrize(
    ("edtf", "phrase"),
    [
        ("[2022-02,2022-03]", "February or March 2022"),
        ("[2021-12,2022-01]", "December 2021 or January 2022"),
        ("[2022-03-01,2022-03-02]", "1 March or 2 March 2022"),
        ("[2021,2022]", "2021 or 2022"),
        ("2021-01~/2022-04~", "about January 2021 – April 2022"),
        ("[2021..2022]", "January 2021 – April 2022"),
    ],
)
def test_an_edtf_form_adds_a_choice_or_a_doubt(edtf: str, phrase: str) -> None:
    assert interval_phrase("2021-01-01", "2022-04-30", edtf) == phrase


@pytest.mark.parametrize(
    ("kind", "value", "day", "phrase"),
    [
        ("TIME", "2022-01-16TEV", "2022-01-16", "16 January 2022, evening"),
        ("TIME", "2022-01-16T14:30", "2022-01-16", "16 January 2022, 14:30"),
        ("DURATION", "P3W", None, "3 weeks"),
        ("DURATION", "P1Y6M", None, "1 year 6 months"),
        ("DURATION", "PTXH", None, "some hours"),
        ("DURATION", "PT10M", None, "10 minutes"),
        ("SET", "P1D", None, "every day"),
        ("SET", "P2W", None, "every 2 weeks"),
        ("DATE", "PAST_REF", None, "in the past"),
        ("DATE", None, None, None),
        ("DURATION", "P", None, None),
    ],
)
def test_a_time_says_its_value(kind: TimeType, value: str | None, day: str | None, phrase: str | None) -> None:
    assert time_phrase(Time(Span(0, 1, "x"), kind, value, begin=day, end=day)) == phrase


@given(st.dates(), st.dates())
def test_any_two_dates_can_be_said(one: date, other: date) -> None:
    first, last = sorted([one, other])
    phrase = interval_phrase(first.isoformat(), last.isoformat())
    assert phrase
    assert str(last.year) in phrase
