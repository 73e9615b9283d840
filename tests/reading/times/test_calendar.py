"""Stretches of the calendar and holidays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.reading.times.calendar import (
    a_century,
    a_day,
    a_decade,
    a_half,
    a_month,
    a_quarter,
    a_season,
    a_week,
    a_weekend,
    bounded,
    easter,
    part_of,
)
from selon.reading.times.holidays import nth_weekday, orthodox_easter, read_holidays
from selon.reading.times.units import Unit, containing, duration_value, moved


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [(2016, (3, 27), (5, 1)), (2019, (4, 21), (4, 28)), (2022, (4, 17), (4, 24)), (2024, (3, 31), (5, 5))],
)
def test_easter_falls_where_the_churches_keep_it(
    year: int, western: tuple[int, int], orthodox: tuple[int, int]
) -> None:
    assert easter(year) == date(year, *western)
    assert orthodox_easter(year) == date(year, *orthodox)


def test_the_nth_weekday_of_a_month_counts_from_either_end() -> None:
    assert nth_weekday(2022, 11, 4, 4).value == "2022-11-24"
    assert nth_weekday(2022, 1, -1, 7).value == "2022-01-30"
    assert nth_weekday(2022, 2, 5, 7).value is None


def test_stretches_have_timex_values_and_days() -> None:
    assert [s.value for s in (a_quarter(2021, 4), a_half(2022, 1), a_decade(196), a_century(19))] == [
        "2021-Q4",
        "2022-H1",
        "196X",
        "18XX",
    ]
    assert a_month(2022, 14) == a_month(2023, 2)
    assert a_season(2021, "WI").last == date(2022, 3, 19)
    assert a_weekend(date(2022, 1, 17)).first == date(2022, 1, 22)


@given(st.dates())
def test_a_week_holds_its_day(day: date) -> None:
    week = a_week(day)
    assert week.first is None or week.last is None or week.first <= day <= week.last


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.sampled_from(["Y", "M", "W", "Q", "H", "C", "D"]))
def test_a_stretch_that_contains_a_day_holds_it(day: date, code: str) -> None:
    stretch = containing(code, day)
    assert stretch.first is None or stretch.last is None or stretch.first <= day <= stretch.last


@given(
    st.dates(date(2, 1, 1), date(9998, 12, 31)),
    st.sampled_from(["Y", "M", "W", "DE", "C"]),
    st.sampled_from(["START", "MID", "END"]),
)
def test_a_part_lies_inside_its_stretch(day: date, code: str, stage: str) -> None:
    whole = containing(code, day)
    part = part_of(whole, stage)
    if whole.first and whole.last and part.first and part.last:
        assert whole.first <= part.first <= part.last <= whole.last


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (2, "Y", "P2Y"),
        (1.5, "Y", "P1Y6M"),
        (1.5, "h", "PT1H30M"),
        (None, "D", "PXD"),
        (2, "10Y", "P20Y"),
        (None, "10Y", "PXDE"),
        (0.5, "D", "PT12H"),
    ],
)
def test_durations_are_written_as_timex(amount: float | None, unit: str, value: str) -> None:
    assert duration_value(amount, Unit.parse(unit)) == value


def test_a_move_is_as_fine_as_its_unit() -> None:
    day = date(2022, 1, 17)
    assert [moved(day, -2, Unit.parse(u)).value for u in ("Y", "M", "W", "D")] == [
        "2020",
        "2021-11",
        "2022-01-03",
        "2022-01-15",
    ]


def test_a_bound_opens_an_interval() -> None:
    assert bounded(a_day(date(2022, 3, 31)), "BEFORE") == "../2022-03-31"
    assert bounded(a_month(2022, 3), "ON_OR_AFTER") == "2022-03/.."
    assert bounded(a_month(2022, 3), None) == "2022-03"


def test_every_holiday_of_french_falls_in_its_year() -> None:
    for name, holiday in read_holidays("selon.languages.fr").items():
        first = holiday.in_year(2022).first
        assert first, name
        assert holiday.once or first.year == 2022, name
