"""Times told together go forward: in "en février ou en mars" March is the one after that February."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from selon.reading.times.ranges import told_together
from selon.records import Time

_YEAR = re.compile(r"\d{4}")
_DIGIT = re.compile(r"\d")


def go_forward(text: str, times: Sequence[Time], lang: str) -> tuple[Time, ...]:
    """Move a later member of a range, choice or list that names no year to the first year in which it follows."""
    settled = list(times)
    for link in told_together(text, times, lang, ordered=False):
        for before, k in zip(link.times, link.times[1:], strict=False):
            earlier, later = settled[before], settled[k]
            if not (earlier.begin and later.begin and later.begin < earlier.begin):
                continue
            if _is_bare_weekday(earlier) and _is_bare_weekday(later):
                _part_weekdays(settled, before, k)
            elif not _YEAR.search(later.span.text):
                settled[k] = _in_year(later, int(earlier.begin[:4]), earlier.begin)
    return tuple(settled)


def _is_bare_weekday(time: Time) -> bool:
    return time.begin == time.end and time.rule in ("tense", "nearest") and not _DIGIT.search(time.span.text)


def _part_weekdays(times: list[Time], before: int, after: int) -> None:
    """Put a week between two weekdays: the earlier back when the later is past, else the later on."""
    moved, days = (before, -7) if times[after].direction in ("past", "same") else (after, 7)
    begin = date.fromisoformat(times[moved].begin or "") + timedelta(days=days)
    day = begin.isoformat()
    direction: Literal["past", "future"] = "past" if days < 0 else "future"
    times[moved] = replace(times[moved], value=day, edtf=day, begin=day, end=day, direction=direction, rule="together")


def _in_year(time: Time, year: int, after: str) -> Time:
    for candidate in (year, year + 1):
        begin, end = _moved(time.begin, time.begin, candidate), _moved(time.end, time.begin, candidate)
        if begin and end and begin >= after:
            old = (time.begin or "")[:4]
            value, edtf = ((t or "").replace(old, begin[:4]) or None for t in (time.value, time.edtf))
            return replace(time, value=value, edtf=edtf, begin=begin, end=end, direction=None, rule="together")
    return time


def _moved(day: str | None, first: str | None, year: int) -> str | None:
    """Put a day in another year, as far from that year as it was from the year of the first day."""
    if not day or not first:
        return None
    try:
        return date(year + int(day[:4]) - int(first[:4]), int(day[5:7]), int(day[8:10])).isoformat()
    except ValueError:
        return None
