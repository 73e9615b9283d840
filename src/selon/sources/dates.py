"""The publication date: what was given, what the address says, what is printed, and which of them wins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Literal

from selon.records import Note
from selon.tables import filled, read_table

Kind = Literal["given", "url", "printed", "updated"]

_RANK = {"given": 0, "url": 1, "printed": 2, "updated": 3}
_SHOWN = {"given": "given", "url": "in the URL", "printed": "printed", "updated": "printed as changed"}
_YEAR = r"(?:19[89]\d|20\d\d)"
_URL_DAY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"/(?P<y>{_YEAR})[-/](?P<m>\d\d?)[-/](?P<d>\d\d?)(?!\d)",
        rf"(?<!\d)(?P<y>{_YEAR})[-_](?P<m>\d\d)[-_](?P<d>\d\d)(?!\d)",
        rf"(?<!\d)(?P<y>{_YEAR})(?P<m>\d\d)(?P<d>\d\d)(?!\d)",
        rf"(?<!\d)(?<!du-)(?<!le-)(?<!au-)(?P<d>\d\d)-(?P<m>\d\d)-(?P<y>{_YEAR})(?!\d)",
        rf"/(?P<y>{_YEAR})[-/]?(?P<m>\d\d)(?=/|$)",
        rf"/(?P<y>{_YEAR})(?=/|$)",
    )
)
_ISO = re.compile(r"(?P<y>\d{4})(?:(?P<s>-?)(?P<m>\d\d)(?:(?P=s)(?P<d>\d\d))?)?(?:[T ]\d\d?[:h]?\d\d.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that may be that of publication: ISO at its precision, "--MM-DD" when printed without a year."""

    value: str
    kind: Kind


def parse_date(text: str) -> str | None:
    """Read a date as ISO at its precision (YYYY, YYYY-MM or YYYY-MM-DD); times of day are dropped.

    ISO 8601 (also 20220117), day first with points, slashes or dashes, and French or English words are read.
    """
    text = text.strip()[:100]
    match = _ISO.fullmatch(text)
    if match and not (match["m"] and not match["d"] and not match["s"]):
        return iso(match["y"], match["m"], match["d"])
    match = re.match(rf"(?:le\s+)?{date_pattern()}(?!\w)", text, re.IGNORECASE)
    if match:
        value = matched_date(match)
        return value if value and not value.startswith("--") else None
    match = re.fullmatch(rf"(?P<month>{_month_pattern()})\.?,?\s+(?P<y>\d{{4}})", text, re.IGNORECASE)
    return iso(match["y"], str(_months()[match["month"].lower()])) if match else None


def url_date(url: str) -> Candidate | None:
    """Find the date in an address: /20220117/, /2022/01/17/, 2022-01-17, -20220117-, 17-01-2022, /2022/01/."""
    path = re.sub(r"^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*", "", url[:2000])
    for pattern in _URL_DAY:
        for match in pattern.finditer(path):
            parts = match.groupdict()
            value = iso(parts["y"], parts.get("m"), parts.get("d"))
            if value:
                return Candidate(value, "url")
    return None


def choose_date(candidates: Iterable[Candidate], today: date | None = None) -> tuple[str | None, tuple[Note, ...]]:
    """Choose the date of publication and say what speaks against it.

    What was given goes before the address and that before print; of those that agree with the first the most precise
    wins. A date later than tomorrow is taken only when there is no other; a printed change only when nothing else is.
    """
    candidates = sorted(candidates, key=lambda c: _RANK[c.kind])
    known = _with_years(candidates)
    main = [c for c in known if c.kind != "updated"] or known
    if not main:
        yearless = f"; {candidates[0].value[2:]} is printed without a year" if candidates else ""
        return None, (Note("no-date", f"no publication date found{yearless}"),)
    first = next((c for c in main if not is_future(c.value, today)), main[0])
    chosen = max((c for c in main if _agree(c.value, first.value)), key=lambda c: len(c.value)).value
    notes = []
    if any(not _agree(c.value, chosen) for c in main):
        shown = ", ".join(dict.fromkeys(f"{c.value} ({_SHOWN[c.kind]})" for c in main))
        notes.append(Note("date-conflict", f"publication dates differ: {shown}; {chosen} is used"))
    if is_future(chosen, today):
        notes.append(Note("future-date", f"the publication date {chosen} is in the future"))
    return chosen, tuple(notes)


def is_future(value: str, today: date | None = None) -> bool:
    """Tell whether an ISO date begins later than tomorrow."""
    tomorrow = (today or date.today()) + timedelta(days=1)
    return value > tomorrow.isoformat()[: len(value)]


def iso(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """Join the parts of a date as ISO at its precision, None when there is no such day."""
    try:
        full = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    return full if day else full[:7] if month else full[:4]


@cache
def date_pattern() -> str:
    """Give the pattern of a printed day, numeric or in words; use it once in a pattern, with IGNORECASE."""
    months, weekdays = _month_pattern(), _weekday_pattern()
    return (
        rf"(?:(?:{weekdays})\.?,?\s+)?(?:"
        r"(?P<y1>\d{4})(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)(?!\d)"
        r"|(?P<d2>\d\d?)(?P<s2>[-/.])(?P<m2>\d\d?)(?P=s2)(?P<y2>\d{4}|\d\d)(?!\d)"
        rf"|(?P<d3>\d\d?)(?:er|st|nd|rd|th)?\s+(?P<m3>{months})(?!\w)\.?(?:,?\s+(?P<y3>\d{{4}})(?!\d))?"
        rf"|(?P<m4>{months})\.?\s+(?P<d4>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y4>\d{{4}})(?!\d))"
    )


def matched_date(match: re.Match[str]) -> str | None:
    """Read what `date_pattern` matched as ISO, "--MM-DD" when it has no year, None when there is no such day."""
    g = match.groupdict()
    year, month, day = (next((g[f"{part}{i}"] for i in range(1, 5) if g[f"{part}{i}"]), None) for part in "ymd")
    number = str(_months().get((month or "").lower(), month))
    if not year:
        leap = iso("2024", number, day)
        return leap and leap[2:].replace("24-", "--", 1)
    return iso(year if len(year) == 4 else f"20{year}", number, day)


def _with_years(candidates: list[Candidate]) -> list[Candidate]:
    """Give days printed without a year the one nearest to the first dated candidate; without any, drop them."""
    anchor = next((c.value for c in candidates if not c.value.startswith("--")), None)
    if anchor is None:
        return []
    full = [c for c in candidates if not c.value.startswith("--")]
    return full + [replace(c, value=value) for c in candidates if c not in full if (value := _nearest(c.value, anchor))]


def _nearest(day: str, anchor: str) -> str | None:
    middle = date.fromisoformat(anchor + {4: "-07-01", 7: "-15", 10: ""}[len(anchor)])
    years = (middle.year - 1, middle.year, middle.year + 1)
    days = [value for y in years if (value := iso(str(y), day[2:4], day[5:7]))]
    same = [value for value in days if _agree(value, anchor)]
    return min(same or days, key=lambda v: abs(date.fromisoformat(v) - middle), default=None)


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


@cache
def _months() -> dict[str, int]:
    rows = read_table("selon.sources", "months.tsv", {"month": str.isdecimal, "names": filled})
    return {name: int(row["month"]) for row in rows for name in row["names"].split()}


def _month_pattern() -> str:
    return "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))


def _weekday_pattern() -> str:
    names = [row["name"] for row in read_table("selon.sources", "weekdays.tsv", {"name": filled})]
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))
