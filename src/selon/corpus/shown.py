"""Records as shown: what the reader gave, and beside it what stands after people corrected it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from selon.records import Event, Mention, Reading, Span, Statement

Verdict = Literal["accepted", "rejected", "changed"]


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event as read and as shown; `is_read` is false where only a correction keeps it."""

    read: Event
    shown: Event
    verdict: Verdict | None = None
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A statement as read and as shown; `is_read` is false where only a correction keeps it."""

    read: Statement
    shown: Statement
    verdict: Verdict | None = None
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """A reading with the corrections of its records; `mentions` gives a mention as shown by the mention as read."""

    reading: Reading
    statements: tuple[ShownStatement, ...]
    events: tuple[ShownEvent, ...]
    mentions: Mapping[Mention, Mention] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading) -> Shown:
        """Show a reading as it was read."""
        statements = tuple(ShownStatement(s, s) for s in reading.statements)
        return cls(reading, statements, tuple(ShownEvent(e, e) for e in reading.events))


def statement_span(statement: Statement) -> tuple[int, int]:
    """Give the stretch that tells which statement it is: its content, else its cue, else its speaker."""
    spans: list[Span] = list(statement.content)
    if not spans and statement.cue:
        spans = [statement.cue]
    if not spans and statement.speaker:
        spans = [statement.speaker.span]
    return (min(s.start for s in spans), max(s.end for s in spans)) if spans else (0, 0)


def first_day(published: str | None) -> str | None:
    """Give the first day of a date known to the year, the month or the day."""
    if not published:
        return None
    return {4: f"{published}-01-01", 7: f"{published}-01"}.get(len(published), published[:10])
