"""What is printed above the story: dates, the outlet of a byline, the agency of a dateline; no dates of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from selon.sources.dates import Candidate, Kind, date_pattern, matched_date
from selon.sources.outlets import is_agency, is_outlet
from selon.tables import filled, one_of, read_table

ZONE = 600
"""Characters in which a line must begin to belong to the header."""

_REACH = 4000
_LINES = 8
_LONGEST = 1500
"""Characters of the longest lead whose end is looked at."""

_CAP = "A-ZÀ-ÖØ-ÞŒ"
_NAME = rf"(?P<name>(?-i:[{_CAP}0-9])[^\n,|()]{{1,50}}?)"
_WORD = rf"(?-i:[{_CAP}])[\w'’.-]*"
_PLACE = rf"{_WORD}(?:[ /](?:{_WORD}|de|du|des|la|le|les|sur|en|d'|l'|d’|l’)){{0,5}}"
_TIME = r"(?:\s*[,–-]?\s*(?:à|at|@)?\s*\d\d?\s?[h:]\s?(?:\d\d(?::\d\d)?)?(?:\s?(?:gmt|utc|cet|cest)(?:[+-]\d\d?)?)?)"


@dataclass(frozen=True, slots=True)
class Header:
    """Dates, outlets that stand beside a date, and agencies of datelines, all as printed, in the order of the text."""

    dates: tuple[Candidate, ...] = ()
    outlets: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Patterns:
    dated: re.Pattern[str]
    signed: re.Pattern[str]
    labelled: re.Pattern[str]
    timed: re.Pattern[str]
    ending: re.Pattern[str]
    dateline: tuple[re.Pattern[str], ...]
    labels: dict[str, Kind]


def read_header(text: str, host: str | None = None) -> Header:
    """Read bylines and datelines in the first lines of a text (600 characters, and the end of the lead).

    The host of the article's address, where there is one, helps to tell an outlet from a person or a place.
    """
    dates: list[Candidate] = []
    outlets: list[str] = []
    agencies: list[str] = []
    for line, complete in _lines(text):
        for kind, match in _matches(line, complete, host):
            groups = match.groupdict()
            if "d1" in groups and (value := matched_date(match)):
                dates.append(Candidate(value, kind))
            outlets += [name.strip() for name in [groups.get("name")] if name and is_outlet(name.strip(), host)]
            agencies += [name.strip() for name in [groups.get("agency")] if name and is_agency(name.strip())]
    return Header(*(tuple(dict.fromkeys(found)) for found in (dates, outlets, agencies)))  # type: ignore[arg-type]


def is_date_line(line: str) -> bool:
    """Tell whether a line is nothing but a date with its label, time and outlet."""
    return len(line) <= 200 and _patterns().dated.match(line.strip()) is not None


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Give the filled lines of the header, each with whether all of it is there."""
    count = 0
    for match in re.finditer(r"[^\r\n]+", text[:_REACH]):
        line = match.group().strip()
        if match.start() >= ZONE or count >= _LINES:
            return
        if line:
            count += 1
            yield line, match.end() < _REACH and len(line) <= _LONGEST


def _matches(line: str, complete: bool, host: str | None) -> Iterator[tuple[Kind, re.Match[str]]]:
    patterns = _patterns()
    short = complete and len(line) <= 150
    labelled = [*patterns.labelled.finditer(line)] if short else []
    labelled = labelled or [m for m in [patterns.timed.match(line[:200])] if m]
    yield from ((patterns.labels[" ".join(m["label"].lower().split())], m) for m in labelled)
    plain = [patterns.dated.match(line), patterns.signed.match(line)] if short and not labelled else []
    plain += [patterns.ending.search(line, max(0, len(line) - 120))] if complete and not labelled else []
    plain += [pattern.match(line[:200]) for pattern in patterns.dateline]
    for match in plain:
        if match and (match.re is not patterns.signed or is_outlet(match["name"].strip(), host)):
            yield "printed", match


@cache
def _patterns() -> _Patterns:
    schema = {"label": filled, "kind": one_of("printed", "updated")}
    labels = {row["label"]: row["kind"] for row in read_table("selon.sources", "date_labels.tsv", schema)}
    label = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(labels, key=len, reverse=True))
    named = rf"(?P<label>{label})\s*:?\s*(?:le|on)?\s*"
    lead = rf"(?:(?:{label})\s*:?\s*)?(?:le|on)?\s*"
    before = rf"(?:^|(?<=[|–—·•,/(.:-] )|(?<=[|(])|(?=(?-i:[{_CAP}]))(?<!\w))"
    author = rf"(?:par|by)\s+(?-i:[{_CAP}])[^.,]{{0,40}}$"
    after = rf"(?=\s*(?:$|[|·•–—)/-]|[.,;]?\s*(?:(?:et\s+)?(?:{label})\b|{author})|[.,;]\s*$))"
    day = date_pattern()

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return _Patterns(
        dated=compiled(rf"\(?{lead}{day}{_TIME}?(?:\s*[,|–—-]\s*{_NAME})?\s*\.?\)?$"),
        signed=compiled(rf"{_NAME}\s*[,|–—-]\s*{lead}{day}{_TIME}?\s*\.?$"),
        labelled=compiled(rf"{before}{named}{day}{_TIME}?{after}"),
        timed=compiled(rf"{named}{day}{_TIME}"),
        ending=compiled(rf"(?<=[.…!?»\"”)]\s){day}{_TIME}?(?:\s*,\s*{_NAME})?\s*$"),
        dateline=(
            compiled(rf"{day}(?:,\s+{_PLACE})?\s*\.\s*[-–—](?:\s|$)"),
            compiled(rf"{_PLACE},\s+(?:le\s+)?{day}\s*(?:\((?P<agency>[^()]{{2,40}})\)|[-–—]\s)"),
            compiled(rf"{_PLACE}\s*\((?P<agency>[^()]{{2,40}})\)\s*[-–—:]"),
            compiled(rf"\(?(?P<agency>{_WORD}(?:[ .]{_WORD}){{0,3}})\)?\s+[-–—]\s+(?-i:[{_CAP}«\"“])"),
        ),
        labels={word: "updated" if kind == "updated" else "printed" for word, kind in labels.items()},
    )
