"""Stretches of the calendar with their TIMEX3 value: days, weeks, months, seasons, years, centuries.

Conventions: weeks are ISO weeks; spring begins on 20 March, summer on 21 June, autumn on 22 September, winter on 21
December of its year. The start, middle and end of a month are its days 1-10, 11-20 and 21 to the last.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

_SEASONS = {"SP": ((3, 20), (6, 20), 21), "SU": ((6, 21), (9, 21), 22), "FA": ((9, 22), (12, 20), 23)}
# What share of a stretch its start, middle and end are: of a month, thirds by days; else quarters at the ends.
_MONTH_PARTS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days with its TIMEX3 value; days are inclusive, None where they are not settled."""

    value: str | None
    first: date | None = None
    last: date | None = None
    edtf: str | None = None


UNKNOWN = Stretch(None)


def iso(day: date | None) -> str | None:
    """Write a day in ISO 8601."""
    return day.isoformat() if day else None


def edtf_interval(first: date | None, last: date | None) -> str | None:
    """Write two days as an EDTF date or interval; an open side is "..", two open sides are None."""
    if first is None and last is None:
        return None
    if first == last:
        return iso(first)
    return f"{iso(first) or '..'}/{iso(last) or '..'}"


def bounded(stretch: Stretch, bound: str | None) -> str | None:
    """Write a stretch in EDTF with what bounds it: "../2022-03-31" by it, "2002/.." since it, "2010~" about it."""
    if bound is None or stretch.edtf is None or stretch.first is None:
        return stretch.edtf
    first, _, last = stretch.edtf.partition("/")
    if bound.endswith("BEFORE"):
        return f"../{last or first}"
    if bound.endswith("AFTER"):
        return f"{first}/.." if bound == "ON_OR_AFTER" else f"{last or first}/.."
    return f"{stretch.edtf}~" if not last and "T" not in stretch.edtf else stretch.edtf


def shift(day: date, days: int) -> date | None:
    """Move a day; None when it leaves the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def a_day(day: date | None) -> Stretch:
    """One day."""
    return Stretch(iso(day), day, day, iso(day)) if day else UNKNOWN


def day_of(year: int, month: int, day: int) -> Stretch:
    """A day by its numbers; unknown when there is none."""
    try:
        return a_day(date(year, month, day))
    except ValueError:
        return UNKNOWN


def a_month(year: int, month: int) -> Stretch:
    """A month; numbers past December or before January run on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= MAXYEAR:
        return UNKNOWN
    value = f"{year:04}-{month:02}"
    return Stretch(value, date(year, month, 1), date(year, month, monthrange(year, month)[1]), value)


def a_year(year: int) -> Stretch:
    """A year of our era."""
    if not 1 <= year <= MAXYEAR:
        return UNKNOWN
    return Stretch(f"{year:04}", date(year, 1, 1), date(year, 12, 31), f"{year:04}")


def a_week(day: date | None) -> Stretch:
    """The ISO week of a day."""
    if day is None:
        return UNKNOWN
    year, week, weekday = day.isocalendar()
    monday = shift(day, 1 - weekday)
    sunday = shift(day, 7 - weekday)
    return Stretch(f"{year:04}-W{week:02}", monday, sunday, edtf_interval(monday, sunday))


def numbered_week(year: int, number: int) -> Stretch:
    """A week by its ISO year and number; unknown when that year has none such."""
    try:
        return a_week(date.fromisocalendar(year, number, 1))
    except ValueError:
        return UNKNOWN


def a_weekend(day: date | None) -> Stretch:
    """The weekend of the week of a day."""
    if day is None:
        return UNKNOWN
    year, week, weekday = day.isocalendar()
    saturday = shift(day, 6 - weekday)
    sunday = shift(day, 7 - weekday)
    return Stretch(f"{year:04}-W{week:02}-WE", saturday, sunday, edtf_interval(saturday, sunday))


def months(year: int, first: int, count: int, value: str) -> Stretch:
    """Some months running, under a value of their own."""
    start, end = a_month(year, first), a_month(year, first + count - 1)
    if not (start.first and end.last):
        return UNKNOWN
    return Stretch(value, start.first, end.last, f"{start.value}/{end.value}")


def a_quarter(year: int, quarter: int) -> Stretch:
    """A quarter of a year, 1 to 4."""
    return months(year, 3 * quarter - 2, 3, f"{year:04}-Q{quarter}") if 1 <= quarter <= 4 else UNKNOWN


def a_half(year: int, half: int) -> Stretch:
    """A half of a year, 1 or 2."""
    return months(year, 6 * half - 5, 6, f"{year:04}-H{half}") if 1 <= half <= 2 else UNKNOWN


def a_fortnight(year: int, number: int, half: int) -> Stretch:
    """A half of a month, 1 or 2: its first fifteen days, or the rest of it."""
    whole = a_month(year, number)
    if not (whole.first and whole.last):
        return UNKNOWN
    middle = whole.first.replace(day=15)
    first, last = (whole.first, middle) if half == 1 else (middle.replace(day=16), whole.last)
    return Stretch(edtf_interval(first, last), first, last, edtf_interval(first, last))


def a_season(year: int, season: str) -> Stretch:
    """A season ("SP", "SU", "FA", "WI"); winter is named by the year it begins in."""
    if not 1 <= year < MAXYEAR:
        return UNKNOWN
    if season == "WI":
        return Stretch(f"{year:04}-WI", date(year, 12, 21), date(year + 1, 3, 19), f"{year:04}-24")
    first, last, code = _SEASONS[season]
    return Stretch(f"{year:04}-{season}", date(year, *first), date(year, *last), f"{year:04}-{code}")


def a_decade(decade: int) -> Stretch:
    """Ten years, by the first three digits."""
    if not 1 <= decade <= 999:
        return UNKNOWN
    return Stretch(f"{decade:03}X", date(decade * 10, 1, 1), date(decade * 10 + 9, 12, 31), f"{decade:03}X")


def a_century(century: int) -> Stretch:
    """A century by its ordinal: the 19th is 1801-1900, its TIMEX3 value 18XX."""
    if not 1 <= century <= 99:
        return UNKNOWN
    first = (century - 1) * 100
    return Stretch(f"{century - 1:02}XX", date(first + 1, 1, 1), date(first + 100, 12, 31), f"{century - 1:02}XX")


def part_of(stretch: Stretch, stage: str) -> Stretch:
    """The start, middle or end ("START", "MID", "END") of a stretch: its value stays, its days narrow."""
    if not (stretch.first and stretch.last):
        return stretch
    days = (stretch.last - stretch.first).days + 1
    if stretch.value and len(stretch.value) == 7 and stretch.value[5:].isdigit():
        low, high = _MONTH_PARTS[stage]
        first, last = stretch.first.replace(day=low), stretch.first.replace(day=min(high, days))
    elif stretch.value and len(stretch.value) == 4 and stretch.value.isdigit():
        low, high = {"START": (1, 3), "MID": (5, 8), "END": (10, 12)}[stage]
        year = stretch.first.year
        first, last = date(year, low, 1), date(year, high, monthrange(year, high)[1])
    elif (stretch.last.year - stretch.first.year) % 10 == 9:
        years = stretch.last.year - stretch.first.year + 1
        low, high = {"START": (0, 3), "MID": (3, 7), "END": (7, 10)}[stage]
        first = date(stretch.first.year + low * years // 10, 1, 1)
        last = date(stretch.first.year + high * years // 10 - 1, 12, 31)
    else:
        third = max(days // 3, 1)
        offset = {"START": 0, "MID": (days - third) // 2, "END": days - third}[stage]
        first = stretch.first + timedelta(days=offset)
        last = first + timedelta(days=third - 1)
    return Stretch(stretch.value, first, last, edtf_interval(first, last))


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year (the anonymous Gregorian computus, Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def hijri(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar (civil epoch, 16 July 622 Julian); sighting can differ by a day or two."""
    ordinal = day + -(-59 * (month - 1) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30 + 227014
    return date.fromordinal(ordinal)
