"""Rows of records: their columns as the tables of the corpus have them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from selon.corpus.rest import rest_of
from selon.records import Event, Mention, Span, Statement, Time

MentionRow = tuple[int, int | None, str | None]
"""Number of a mention, of its entity, and its country as shown."""

ROLES = ("actor", "recipient", "place")


@cache
def marks(count: int) -> str:
    """Give the marks of the values of a row."""
    return ", ".join("?" * count)


def span_columns(span: Span | None) -> tuple[int | None, int | None, str | None]:
    """Give the columns of a span."""
    return (span.start, span.end, span.text) if span else (None, None, None)


def time_columns(t: Time) -> tuple[object, ...]:
    """Give the columns of a time."""
    resolved = (t.value, t.mod, t.edtf, t.begin, t.end, t.anchor, t.direction, t.ambiguous, t.rule)
    return (*span_columns(t.span), t.type, *resolved, rest_of(t))


def interval_columns(event: Event) -> tuple[str | None, str | None]:
    """Give the first and last moment of an event."""
    return (event.when.begin, event.when.end) if event.when else (None, None)


def days_of(event: Event, published: str | None) -> tuple[str, str]:
    """Give the first and last day of an event, that of publication where it has none."""
    begin, end = interval_columns(event)
    first = begin or end or published or ""
    return first[:10], (end or begin or published or "")[:10]


def content_rows(number: int, read: Statement, shown: Statement) -> list[tuple[object, ...]]:
    """Give the rows of the content of a statement: the pieces shown, then those a person took away."""
    gone = [span for span in read.content if span not in shown.content]
    order = {span: n for n, span in enumerate(read.content)}
    pieces = [*shown.content, *gone]
    return [(number, n, *span_columns(s), order.get(s), n < len(shown.content)) for n, s in enumerate(pieces)]


def parties_of(event: Event, role: str) -> tuple[Mention, ...]:
    """Give the mentions of an event in a role."""
    return {"actor": event.actors, "recipient": event.recipients, "place": event.places}[role]


@dataclass(slots=True)
class PartyRows:
    """What the rows of the parties of an event hold alike."""

    number: int
    article: int
    day: str
    type: str
    status: str
    told_by: str
    counts: bool
    seen: set[tuple[str, str | None]] = field(default_factory=set)

    def party(self, role: str, n: int, mention: MentionRow, n_read: int | None, is_shown: bool) -> tuple[object, ...]:
        """Give the row of a party; charts by country take the first of each country."""
        number, entity, country = mention
        first = self.counts and is_shown and (role, country) not in self.seen
        first_any = self.counts and is_shown and role != "voice" and ("any", country) not in self.seen
        if is_shown:
            self.seen |= {(role, country)} if role == "voice" else {(role, country), ("any", country)}
        beside = (entity, country, self.day, self.type, self.status, self.told_by)
        head = (self.number, self.article, role, n)
        return (*head, number, n_read, is_shown, *beside, self.counts and is_shown, first, first_any)


class Places:
    """The places of mentions in a list, equal ones one after the other."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self._left: dict[Mention, list[int]] = {}
        for n, mention in enumerate(mentions):
            self._left.setdefault(mention, []).append(n)

    def take(self, mention: Mention) -> int | None:
        """Give the next place of a mention; None when it has no more."""
        left = self._left.get(mention)
        return left.pop(0) if left else None
