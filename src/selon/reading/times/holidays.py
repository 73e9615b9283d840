"""Holidays and days known by their date, from a table of names and rules."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from selon.errors import TableError
from selon.reading.folding import fold_word
from selon.reading.times.calendar import UNKNOWN, Stretch, a_day, day_of, easter, edtf_interval, hijri, shift
from selon.tables import filled, read_table

_RULE = re.compile(
    r"(?P<year>\d{4})-(?P<m0>\d\d)-(?P<d0>\d\d)|(?P<m1>\d\d)-(?P<d1>\d\d)|(?P<m2>\d\d)#(?P<nth>-?\d)-(?P<weekday>\d)"
    r"|(?P<easter>easter|orthodox)(?P<days>[+-]\d+)|hijri (?P<hm>\d\d)(?:-(?P<hd>\d\d))?"
)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: its name as written, its stretch in a given year, and whether it is one day of history."""

    name: str
    in_year: Callable[[int], Stretch]
    once: bool


def read_holidays(package: str) -> dict[str, Holiday]:
    """Read the holidays of a language by folded name; TableError on a rule that is none."""
    rows = read_table(package, "holidays.tsv", {"name": filled, "rule": filled})
    return {fold_word(row["name"]): _holiday(row["name"], row["rule"]) for row in rows}


def _holiday(name: str, rule: str) -> Holiday:
    match = _RULE.fullmatch(rule)
    if match is None:
        raise TableError(f"holidays.tsv: {name!r} has the rule {rule!r}")
    cells = {key: int(v) for key, v in match.groupdict().items() if v and key != "easter"}
    if "year" in cells:
        once = day_of(cells["year"], cells["m0"], cells["d0"])
        return Holiday(name, lambda _: once, True)
    if "m1" in cells:
        return Holiday(name, lambda year: day_of(year, cells["m1"], cells["d1"]), False)
    if "m2" in cells:
        return Holiday(name, lambda year: nth_weekday(year, cells["m2"], cells["nth"], cells["weekday"]), False)
    if match["easter"]:
        reckon = easter if match["easter"] == "easter" else orthodox_easter
        return Holiday(name, lambda year: _from(reckon, year, cells["days"]), False)
    return Holiday(name, lambda year: _hijri(year, cells["hm"], cells.get("hd")), False)


def _from(reckon: Callable[[int], date], year: int, days: int) -> Stretch:
    try:
        return a_day(shift(reckon(year), days))
    except ValueError:
        return UNKNOWN


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> Stretch:
    """The nth weekday (1 to 7) of a month; nth -1 is the last."""
    try:
        if nth < 0:
            last = day_of(year + month // 12, month % 12 + 1, 1).first
            return a_day(last - timedelta(days=(last.weekday() - weekday) % 7 + 1)) if last else UNKNOWN
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - 1 - first.weekday()) % 7 + 7 * (nth - 1))
    except (ValueError, OverflowError):
        return UNKNOWN
    return a_day(day) if day.month == month else UNKNOWN


def orthodox_easter(year: int) -> date:
    """Orthodox Easter as a Gregorian date (Meeus' Julian algorithm; 13 days apart, so from 1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def _hijri(year: int, month: int, day: int | None) -> Stretch:
    """The first such day or month of the Islamic calendar that begins in a Gregorian year."""
    if not 623 <= year <= 9000:
        return UNKNOWN
    for hijri_year in (year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32, (year - 622) * 33 // 32 + 1:
        first = hijri(hijri_year, month, day or 1)
        if first.year == year:
            if day:
                return a_day(first)
            last = hijri(hijri_year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            interval = edtf_interval(first, last)
            return Stretch(interval, first, last, interval)
    return UNKNOWN
