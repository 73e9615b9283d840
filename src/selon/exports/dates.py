"""Dates and durations in English or French words: "12 January 2022", "February–March 2022", "21–31 December 2021"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from selon.exports.vocabulary import phrase, word, wordings
from selon.records import Time

ONE_OF = re.compile(r"\[([^\[\]]+)\]")
DURATION = re.compile(
    r"P(?:(\d+|X)Y)?(?:(\d+|X)M)?(?:(\d+|X)W)?(?:(\d+|X)D)?(?:T(?:(\d+|X)H)?(?:(\d+|X)M)?(?:(\d+|X)S)?)?"
)
DURATION_UNITS = ("PY", "PM", "PW", "PD", "TH", "TM", "TS")
PART_OF_DAY = re.compile(r"T(?:(MO|MI|AF|EV|NI|DT)|(\d\d:\d\d))")


def interval_phrase(begin: str | None, end: str | None, edtf: str | None = None, lang: str = "en") -> str | None:
    """Say an interval of ISO dates (inclusive); None when neither end is known.

    An EDTF form adds what two dates cannot say: one of a set ("February or March 2022") and "about".
    """
    if edtf and (choice := _choice(edtf, lang)):
        return choice
    plain = _plain_interval(begin, end, lang)
    return phrase("about", plain, lang=lang) if plain and edtf and "~" in edtf else plain


def time_phrase(time: Time, lang: str = "en") -> str | None:
    """Say the value of a time expression; None when it has none that a reader can use."""
    if time.type in ("DURATION", "SET"):
        length = _length(time.value or "", lang)
        return phrase("every", length.removeprefix("1 "), lang=lang) if length and time.type == "SET" else length
    said = interval_phrase(time.begin, time.end, time.edtf, lang) or _reference(time.value or "", lang)
    part = PART_OF_DAY.search(time.value or "")
    if not said or not part:
        return said
    return f"{said}, {word('part', part[1], lang) if part[1] else part[2]}"


def _reference(value: str, lang: str) -> str | None:
    return word("ref", value, lang) if ("ref", value) in wordings(lang) else None


def _plain_interval(begin: str | None, end: str | None, lang: str) -> str | None:
    first, last = _date(begin), _date(end)
    if first and last:
        return _between(first, last, lang)
    if first:
        return phrase("from", _day(first, lang), lang=lang)
    if last:
        return phrase("until", _day(last, lang), lang=lang)
    return None


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _between(first: date, last: date, lang: str) -> str:
    if first == last:
        return _day(first, lang)
    if _starts_year(first) and _ends_year(last):
        return _join(str(first.year), str(last.year))
    if first.day == 1 and _ends_month(last):
        return _months(first, last, lang)
    if first.year != last.year:
        return f"{_day(first, lang)} – {_day(last, lang)}"
    if first.month != last.month:
        return f"{_number(first, lang)} {_month(first, lang)} – {_day(last, lang)}"
    return f"{_number(first, lang)}–{_day(last, lang)}"


def _months(first: date, last: date, lang: str) -> str:
    if first.year != last.year:
        return f"{_month(first, lang)} {first.year} – {_month(last, lang)} {last.year}"
    return f"{_join(_month(first, lang), _month(last, lang))} {first.year}"


def _join(one: str, other: str) -> str:
    return one if one == other else f"{one}–{other}"


def _day(day: date, lang: str) -> str:
    return f"{_number(day, lang)} {_month(day, lang)} {day.year}"


def _number(day: date, lang: str) -> str:
    return "1er" if lang == "fr" and day.day == 1 else str(day.day)


def _month(day: date, lang: str) -> str:
    return word("month", f"{day.month:02}", lang)


def _starts_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _ends_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _ends_month(day: date) -> bool:
    return _ends_year(day) or (day + timedelta(days=1)).day == 1


def _choice(edtf: str, lang: str) -> str | None:
    """Say an EDTF "one of a set" of days, months or years; None for any other form."""
    found = ONE_OF.fullmatch(edtf)
    if not found or ".." in edtf:
        return None
    phrases = [_edtf_point(point.strip(), lang) for point in found[1].split(",")]
    if len(phrases) < 2 or not all(phrases):
        return None
    known = [point for point in phrases if point]
    years = {point[-5:] for point in known}
    if len(years) == 1 and " " in known[0]:
        known = [point[:-5] for point in known[:-1]] + known[-1:]
    return phrase("or", ", ".join(known[:-1]), known[-1], lang=lang)


def _edtf_point(point: str, lang: str) -> str | None:
    if re.fullmatch(r"\d{4}", point):
        return point
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", point):
        return f"{word('month', point[5:], lang)} {point[:4]}"
    day = _date(point)
    return _day(day, lang) if day else None


def _length(value: str, lang: str) -> str | None:
    """Say a TIMEX3 duration: P3W is "3 weeks", PXM "some months"."""
    found = DURATION.fullmatch(value)
    if not found or not any(found.groups()):
        return None
    counted = zip(found.groups(), DURATION_UNITS, strict=True)
    return " ".join(_count(number, unit, lang) for number, unit in counted if number)


def _count(number: str, unit: str, lang: str) -> str:
    if number == "X":
        return phrase("some", word("units", unit, lang), lang=lang)
    return f"{number} {word('unit' if number == '1' else 'units', unit, lang)}"
