"""Filters: what every question can be narrowed by, the same in Python, on the command line and on the web."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, fields
from typing import get_args

from selon.errors import CorpusError
from selon.records import EventType, Status

OUTLET = "outlet"
"""The word that, as a voice, stands for the outlet's own."""

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_CODES = {"type": frozenset(get_args(EventType)), "status": frozenset(get_args(Status))}
Words = str | tuple[str, ...] | list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to narrow a question by; all that is given must hold, and of several values of one filter, any.

    - `outlet`: who publishes, or copies, the article.
    - `since`, `until`: days, months or years, inclusive: the first day of the event, or the day of publication where it
      has none; of statements and articles, the day of publication.
    - `actor`, `recipient`, `place`: a name or a part of it, a country (name or code), an acronym or an identifier.
    - `voice`: likewise, a speaker in the chain that tells an event; "outlet" is the outlet's own voice.
    - `country`: of an actor, a recipient or a place; of statements, that of the speaker.
    - `type`, `status`: the codes of events.
    - `confidence`: how sure the reader was at least, 0 to 1, of the event (of statements, of the statement); a record
      that a person accepted or changed is sure, one without a confidence never meets it.
    - `text`: words of the article, in any inflection, with or without accents; "in quotes" a phrase, -word without it.

    Of statements and articles, those are found that tell an event with all that the filters ask of events.
    Raises CorpusError for a day or code that is none, or a confidence that is not between 0 and 1.
    """

    outlet: Words = ()
    since: str | None = None
    until: str | None = None
    actor: Words = ()
    recipient: Words = ()
    country: Words = ()
    type: Words = ()
    status: Words = ()
    voice: Words = ()
    place: Words = ()
    text: str | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        for item in fields(self):
            if item.name in ("since", "until", "text", "confidence"):
                continue
            object.__setattr__(self, item.name, _codes(item.name, _tuple(getattr(self, item.name))))
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise CorpusError(f"confidence {self.confidence}: not between 0 and 1")
        if self.since:
            object.__setattr__(self, "since", _bound(self.since, last=False))
        if self.until:
            object.__setattr__(self, "until", _bound(self.until, last=True))


def _tuple(words: Words | None) -> tuple[str, ...]:
    if not words:
        return ()
    return (words,) if isinstance(words, str) else tuple(words)


def _codes(name: str, values: tuple[str, ...]) -> tuple[str, ...]:
    allowed = _CODES.get(name)
    if allowed is None:
        return values
    known = {code.lower(): code for code in allowed}
    for value in values:
        if value.lower() not in known:
            raise CorpusError(f"{name} {value!r}: none of {', '.join(sorted(allowed))}")
    return tuple(known[value.lower()] for value in values)


def _bound(day: str, *, last: bool) -> str:
    """Give the first or last day of a day, month or year."""
    if not _DAY.fullmatch(day):
        raise CorpusError(f"{day!r} is no day; write YYYY-MM-DD, YYYY-MM or YYYY")
    year, month = int(day[:4]), int(day[5:7] or (12 if last else 1))
    if not 1 <= month <= 12 or year == 0:
        raise CorpusError(f"{day!r} is no day; months are 01 to 12")
    days = calendar.monthrange(year, month)[1]
    number = int(day[8:10] or (days if last else 1))
    if not 1 <= number <= days:
        raise CorpusError(f"{day!r} is no day; that month has {days}")
    return f"{year:04}-{month:02}-{number:02}"
