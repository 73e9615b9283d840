"""Units of time: durations in TIMEX3, and the stretch some units before or after a day."""

import re
from dataclasses import dataclass
from datetime import date

from selon.reading.times.calendar import (
    UNKNOWN,
    Stretch,
    a_century,
    a_day,
    a_decade,
    a_half,
    a_month,
    a_quarter,
    a_week,
    a_weekend,
    a_year,
    shift,
)

_UNIT = re.compile(r"(\d*)([A-Za-z]+)")
_CLOCK = {"h": "H", "m": "M", "s": "S"}
_HALVES = {"Y": ("M", 12), "h": ("M", 60), "m": ("S", 60)}
_THOUSANDS = 10_000


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a table writes it ("Y", "10Y", "h"): how many of which TIMEX3 unit."""

    count: int
    code: str

    @classmethod
    def parse(cls, cell: str) -> "Unit":
        """Read a unit of a table."""
        match = _UNIT.fullmatch(cell)
        return cls(int(match[1] or 1), match[2]) if match else cls(1, cell)


def duration_value(amount: float | None, unit: Unit) -> str:
    """Write a duration: 2 and "Y" give P2Y, 1.5 and "h" PT1H30M, None (some) and "D" PXD."""
    mark = "PT" if unit.code in _CLOCK else "P"
    code = _CLOCK.get(unit.code, unit.code)
    if amount is None:
        return f"{mark}X{code}" if unit.count == 1 else f"{mark}X{_larger(unit)}"
    total = amount * unit.count
    whole, rest = divmod(total, 1)
    if rest and unit.code in _HALVES and whole != total:
        smaller, parts = _HALVES[unit.code]
        # A minute is no whole part of an hour in binary.
        left = round(rest * parts, 6)
        if left == int(left):
            return f"{mark}{int(whole)}{code}{int(left)}{smaller}" if whole else f"{mark}{int(left)}{smaller}"
    if unit.code == "D" and total == 0.5:
        return "PT12H"
    return f"{mark}{total:.12g}{code}"


def _larger(unit: Unit) -> str:
    return {10: "DE", 100: "CE", 1000: "ML"}.get(unit.count, unit.code) if unit.code == "Y" else unit.code


def moved(day: date, amount: float, unit: Unit) -> Stretch:
    """Give the stretch some units away from a day (negative: before), as fine as the unit says."""
    total = amount * unit.count
    match unit.code:
        case "Y" if total == int(total):
            return years_away(day.year, int(total))
        case "Y" if total * 12 == int(total * 12):
            return a_month(day.year, day.month + int(total * 12))
        case "M" if abs(total) < _THOUSANDS:
            return a_month(day.year, day.month + int(total))
        case "W" if abs(total) < _THOUSANDS:
            return a_day(shift(day, int(7 * total)))
        case "D" | "NI" if abs(total) < 100 * _THOUSANDS:
            return a_day(shift(day, int(total)))
        case "WE" if abs(total) < _THOUSANDS:
            return a_weekend(shift(day, int(7 * total)))
        case "h" if abs(total) >= 24 and total % 24 == 0 and abs(total) < _THOUSANDS:
            return a_day(shift(day, int(total // 24)))
        case "h" | "m" | "s" if abs(total) < 24:
            return a_day(day)
    return UNKNOWN


def years_away(year: int, years: int) -> Stretch:
    """A year some years away; before our era as TIMEX3 writes it, ten thousands of years and more in thousands."""
    if abs(years) >= _THOUSANDS:
        return Stretch(f"KA{-years / 1000:g}") if years < 0 else UNKNOWN
    if year + years <= 0:
        return Stretch(f"BC{1 - year - years:04}")
    return a_year(year + years)


def containing(code: str, day: date, steps: int = 0) -> Stretch:
    """The year, month, week … of a day, or one some steps before or after it."""
    match code:
        case "Y":
            return a_year(day.year + steps)
        case "M":
            return a_month(day.year, day.month + steps)
        case "W":
            return a_week(shift(day, 7 * steps))
        case "WE":
            return a_weekend(shift(day, 7 * steps))
        case "Q":
            year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + steps, 4)
            return a_quarter(year, quarter + 1)
        case "H":
            year, half = divmod(day.year * 2 + (day.month - 1) // 6 + steps, 2)
            return a_half(year, half + 1)
        case "C":
            return a_century((day.year - 1) // 100 + 1 + steps)
        case "DE":
            return a_decade(day.year // 10 + steps)
        case "D":
            return a_day(shift(day, steps))
    return UNKNOWN
