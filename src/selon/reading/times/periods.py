"""Stretches of the calendar: weeks, weekends, months, seasons, parts of a year, years, decades, centuries."""

from dataclasses import replace

from selon.reading.times.calendar import (
    Stretch,
    a_century,
    a_decade,
    a_fortnight,
    a_half,
    a_month,
    a_quarter,
    a_season,
    a_week,
    a_weekend,
    a_year,
    edtf_interval,
    months,
    numbered_week,
    shift,
)
from selon.reading.times.days import calendar_date, holiday
from selon.reading.times.meaning import Fields, Meaning, Place
from selon.reading.times.which_year import given_year, nearest

_ROMAN = {"i": 1, "v": 5, "x": 10}


def week(f: Fields, p: Place) -> Meaning | None:
    """A week by its ISO number ("semaine 12") or by one of its days ("la semaine du 17 janvier")."""
    if "day" in f:
        told = calendar_date(f, p)
        return replace(told, stretch=a_week(told.stretch.first)) if told else None
    number = f.integer("week_number") or 1
    if (given := given_year(f, p)) is not None:
        return Meaning("DATE", numbered_week(given, number), tells=True)
    return nearest(lambda y: numbered_week(y, number), f, p, f"XXXX-W{number:02}")


def weekend(f: Fields, p: Place) -> Meaning | None:
    """A weekend by one of its days or its holiday: "le week-end du 8 mai", "le week-end de Pâques"."""
    told = calendar_date(f, p) if "day" in f else holiday(f, p)
    return replace(told, stretch=a_weekend(told.stretch.first)) if told else None


def month(f: Fields, p: Place) -> Meaning | None:
    """A month, with or without a year."""
    number = f.integer("month")
    if number is None:
        return None
    if (year := given_year(f, p)) is not None:
        return Meaning("DATE", a_month(year, number), tells=True)
    return nearest(lambda y: a_month(y, number), f, p, f"XXXX-{number:02}")


def first_months(f: Fields, p: Place) -> Meaning | None:
    """The first or last months of a year: "les six premiers mois de 2021"."""
    count = f.integer("number") or 0
    given = given_year(f, p) or p.published.year
    if given is None or not 1 <= count <= 12:
        return None
    first = 1 if f.get("plural_ordinal") == "1" else 13 - count
    return Meaning("DATE", months(given, first, count, f"{given:04}-{first:02}/{given:04}-{first + count - 1:02}"))


def season(f: Fields, p: Place) -> Meaning | None:
    """A season, with or without a year."""
    name = f.get("season") or "SP"
    if (given := given_year(f, p)) is not None:
        return Meaning("DATE", a_season(given, name), tells=True)
    return nearest(lambda y: a_season(y, name), f, p, f"XXXX-{name}")


def session(f: Fields, p: Place) -> Meaning | None:
    """A quarter or half of a year, half of a month: "troisième trimestre 2016", "première quinzaine de mai"."""
    nth, kind, number = f.integer("ordinal") or 1, f.get("session"), f.integer("month")

    def make(y: int) -> Stretch:
        last = 2 if number is None and kind != "Q" else 4
        index = last if nth < 0 else nth
        if number is not None:
            return a_fortnight(y, number, 2 if nth != 1 else 1)
        return a_quarter(y, index) if kind == "Q" else a_half(y, index)

    if (given := given_year(f, p)) is not None:
        return Meaning("DATE", make(given), tells=True)
    return nearest(make, f, p, f"XXXX-{kind}{abs(nth)}")


def year(f: Fields, p: Place) -> Meaning | None:
    """A year; None before the year 1000 or more than 60 years after publication."""
    number = given_year(f, p)
    if number is None or not 1000 <= number <= (p.published.year or 2040) + 60:
        return None
    return Meaning("DATE", a_year(number), tells=True)


def before_our_era(f: Fields, p: Place) -> Meaning | None:
    """A year before our era; it has no ISO dates."""
    number = f.integer("number")
    return Meaning("DATE", Stretch(f"BC{number:04}")) if number is not None and number < 10_000 else None


def decade(f: Fields, p: Place) -> Meaning | None:
    """A decade by its first year ("1990"), its tens ("60") or their name."""
    number = f.integer("decade")
    if (tens := f.integer("tens")) is not None:
        number = tens * 10
    if number is None:
        return None
    return Meaning("DATE", a_decade(number // 10 if number >= 100 else 190 + number // 10))


def century(f: Fields, p: Place) -> Meaning | None:
    """A century by its ordinal, in digits or Roman numerals; unknown before our era."""
    number = f.integer("century")
    if number is None and (roman := f.get("roman")):
        digits = [_ROMAN[c] for c in roman.rstrip("er")]
        number = sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))
    if number is None:
        return None
    stretch = Stretch(f"BC{number - 1:02}XX") if "era" in f else a_century(number)
    return Meaning("DATE", _half_of(stretch, f.integer("ordinal")))


def _half_of(stretch: Stretch, half: int | None) -> Stretch:
    if half is None or not (stretch.first and stretch.last):
        return stretch
    middle = stretch.first + (stretch.last - stretch.first) / 2
    first, last = (stretch.first, middle) if half == 1 else (shift(middle, 1), stretch.last)
    return Stretch(stretch.value, first, last, edtf_interval(first, last))
