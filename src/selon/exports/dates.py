"""Dates and durations in English words: "12 January 2022", "February–March 2022", "21–31 December 2021"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from selon.exports.vocabulary import word, wordings
from selon.records import Time

ONE_OF = re.compile(r"\[([^\[\]]+)\]")
DURATION = re.compile(
    r"P(?:(\d+|X)Y)?(?:(\d+|X)M)?(?:(\d+|X)W)?(?:(\d+|X)D)?(?:T(?:(\d+|X)H)?(?:(\d+|X)M)?(?:(\d+|X)S)?)?"
)
DURATION_UNITS = ("PY", "PM", "PW", "PD", "TH", "TM", "TS")
PART_OF_DAY = re.compile(r"T(?:(MO|MI|AF|EV|NI|DT)|(\d\d:\d\d))")


def interval_phrase(begin: str | None, end: str | None, edtf: str | None = None) -> str | None:
    """Say an interval of ISO dates (inclusive); None when neither end is known.

    An EDTF form adds what two dates cannot say: one of a set ("February or March 2022") and "about".
    """
    if edtf and (choice := _choice(edtf)):
        return choice
    phrase = _plain_interval(begin, end)
    return f"about {phrase}" if phrase and edtf and "~" in edtf else phrase


def time_phrase(time: Time) -> str | None:
    """Say the value of a time expression; None when it has none that a reader can use."""
    if time.type in ("DURATION", "SET"):
        length = _length(time.value or "")
        return f"every {length}".replace("every 1 ", "every ") if length and time.type == "SET" else length
    phrase = interval_phrase(time.begin, time.end, time.edtf) or _reference(time.value or "")
    part = PART_OF_DAY.search(time.value or "")
    if not phrase or not part:
        return phrase
    return f"{phrase}, {word('part', part[1]) if part[1] else part[2]}"


def _reference(value: str) -> str | None:
    return word("ref", value) if ("ref", value) in wordings() else None


def _plain_interval(begin: str | None, end: str | None) -> str | None:
    first, last = _date(begin), _date(end)
    if first and last:
        return _between(first, last)
    if first:
        return f"from {_day(first)}"
    if last:
        return f"until {_day(last)}"
    return None


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _between(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if _starts_year(first) and _ends_year(last):
        return _join(str(first.year), str(last.year))
    if first.day == 1 and _ends_month(last):
        return _months(first, last)
    if first.year != last.year:
        return f"{_day(first)} – {_day(last)}"
    if first.month != last.month:
        return f"{first.day} {_month(first)} – {_day(last)}"
    return f"{first.day}–{_day(last)}"


def _months(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{_month(first)} {first.year} – {_month(last)} {last.year}"
    return f"{_join(_month(first), _month(last))} {first.year}"


def _join(one: str, other: str) -> str:
    return one if one == other else f"{one}–{other}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)} {day.year}"


def _month(day: date) -> str:
    return word("month", f"{day.month:02}")


def _starts_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _ends_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _ends_month(day: date) -> bool:
    return _ends_year(day) or (day + timedelta(days=1)).day == 1


def _choice(edtf: str) -> str | None:
    """Say an EDTF "one of a set" of days, months or years; None for any other form."""
    found = ONE_OF.fullmatch(edtf)
    if not found or ".." in edtf:
        return None
    phrases = [_edtf_point(point.strip()) for point in found[1].split(",")]
    if len(phrases) < 2 or not all(phrases):
        return None
    known = [phrase for phrase in phrases if phrase]
    years = {phrase[-5:] for phrase in known}
    if len(years) == 1 and " " in known[0]:
        known = [phrase[:-5] for phrase in known[:-1]] + known[-1:]
    return f"{', '.join(known[:-1])} or {known[-1]}"


def _edtf_point(point: str) -> str | None:
    if re.fullmatch(r"\d{4}", point):
        return point
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", point):
        return f"{word('month', point[5:])} {point[:4]}"
    day = _date(point)
    return _day(day) if day else None


def _length(value: str) -> str | None:
    """Say a TIMEX3 duration: P3W is "3 weeks", PXM "some months"."""
    found = DURATION.fullmatch(value)
    if not found or not any(found.groups()):
        return None
    counted = zip(found.groups(), DURATION_UNITS, strict=True)
    return " ".join(_count(number, word("unit", unit)) for number, unit in counted if number)


def _count(number: str, unit: str) -> str:
    if number == "X":
        return f"some {unit}s"
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"
