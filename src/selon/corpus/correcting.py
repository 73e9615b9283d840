"""Corrections applied: a reading as read and what people said of it give the records as shown, and the conflicts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar

from selon.corpus.rest import from_plain, plain
from selon.corpus.shown import Shown, ShownEvent, ShownStatement, Verdict, statement_span
from selon.records import Event, Mention, Reading, Span, Statement, When

Action = Literal["accept", "reject", "change", "merge", "split"]
Fields = dict[str, Any]
EVENT_FIELDS = ("trigger", "type", "status", "mode", "context", "actors", "recipients", "places", "when")
STATEMENT_FIELDS = ("speaker", "act", "form", "content")
MENTION_FIELDS = ("name", "country", "entity")
PARTIES = frozenset(["actors", "recipients", "places"])
_VERDICTS: dict[str, Verdict] = {"accept": "accepted", "reject": "rejected", "change": "changed"}
Record = TypeVar("Record", Event, Statement)
Both = TypeVar("Both", ShownEvent, ShownStatement)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of one record; `before` and `after` hold fields as read and as corrected, as plain data."""

    record: Literal["event", "statement", "mention", "entity"]
    action: Action
    hash: str | None = None
    span: tuple[int, int] | None = None
    id: str | None = None
    before: Fields = field(default_factory=dict)
    after: Fields = field(default_factory=dict)
    record_json: Fields | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where a later reading gives neither what was read before nor what a person put; the correction holds."""

    correction: int
    field: str
    problem: Literal["differs", "missing"]
    now: Any = None


def apply_corrections(reading: Reading, corrections: Sequence[Correction]) -> tuple[Shown, list[Conflict]]:
    """Give the records as shown and the conflicts of the corrections with this reading."""
    conflicts: list[Conflict] = []
    of = {kind: [c for c in corrections if c.record == kind] for kind in ("event", "statement", "mention")}
    statements = _applied(
        [ShownStatement(s, s) for s in reading.statements], of["statement"], _STATEMENTS, reading, conflicts
    )
    events = _applied([ShownEvent(e, e) for e in reading.events], of["event"], _EVENTS, reading, conflicts)
    mentions = _shown_mentions(reading, of["mention"], conflicts)
    return Shown(reading, tuple(statements), tuple(events), mentions), conflicts


@dataclass(frozen=True, slots=True)
class _Kind:
    """How records of one kind are told apart, read and changed."""

    span: Callable[[Any], tuple[int, int]]
    corrected_span: Callable[[Fields], tuple[int, int] | None]
    values: Callable[[Any], Fields]
    change: Callable[[Any, Fields], Any]
    keep: Callable[[Reading, Fields], Any]
    identifies: str
    """The field whose change makes a rejection doubtful."""


def _applied(
    shown: list[Both], corrections: list[Correction], kind: _Kind, reading: Reading, conflicts: list[Conflict]
) -> list[Both]:
    """Apply corrections to the records of one kind; the last word on a field stands."""
    asked: dict[int, list[Correction]] = {}
    for correction in corrections:
        n = _target(shown, correction, kind)
        if n is None and correction.action != "reject" and correction.record_json:
            conflicts.append(Conflict(correction.number, "", "missing"))
            shown.append(kind.keep(reading, correction.record_json))
            n = len(shown) - 1
        if n is not None:
            asked.setdefault(n, []).append(correction)
    for n, given in asked.items():
        shown[n] = _corrected(shown[n], given, kind, conflicts)
    return shown


def _target(shown: Sequence[Both], correction: Correction, kind: _Kind) -> int | None:
    """Find the record a correction is about: the same words, else those it put, and among several the same id."""
    same = [n for n, both in enumerate(shown) if kind.span(both.read) == correction.span]
    if not same and (corrected := kind.corrected_span(correction.after)):
        same = [n for n, both in enumerate(shown) if kind.span(both.read) == corrected]
    by_id = [n for n in same if shown[n].read.id == correction.id]
    found = by_id or same
    return found[0] if found else None


def _corrected(both: Both, corrections: Sequence[Correction], kind: _Kind, conflicts: list[Conflict]) -> Both:
    now = kind.values(both.read)
    last = corrections[-1]
    final: dict[str, Correction] = {name: c for c in corrections if c.action != "reject" for name in c.after}
    changes = {name: c.after[name] for name, c in final.items()}
    if both.is_read:
        conflicts += [
            Conflict(c.number, name, "differs", now[name])
            for name, c in final.items()
            if not any(_same(now[name], old) for old in (c.before.get(name), c.after[name]))
        ]
        name = kind.identifies
        if last.action == "reject" and name in last.before and not _same(now[name], last.before[name]):
            conflicts.append(Conflict(last.number, name, "differs", now[name]))
    return replace(both, shown=kind.change(both.read, changes), verdict=_VERDICTS[last.action])


def _same(one: Any, other: Any) -> bool:
    """Compare values of a field; mentions by their words, name and country."""
    return bool(_essence(one) == _essence(other))


def _essence(value: Any) -> Any:
    if isinstance(value, list):
        return [_essence(each) for each in value]
    if isinstance(value, dict) and "span" in value:
        return value["span"]["start"], value["span"]["end"], value["name"], value["country"]
    return value


def mention_data(mention: Mention) -> Fields:
    """Give a mention as plain data, in the published JSON form."""
    data: Fields = plain(mention)
    return data


def mention_from(data: Fields) -> Mention:
    """Make a mention of plain data."""
    mention: Mention = from_plain(Mention, data)
    return mention


def event_values(event: Event) -> Fields:
    """Give the fields of an event that people correct, as plain data."""
    when = {"begin": event.when.begin, "end": event.when.end} if event.when else None
    parties = {name: [mention_data(m) for m in getattr(event, name)] for name in sorted(PARTIES)}
    codes = {"type": event.type, "status": event.status, "mode": event.mode, "context": event.context}
    return {"trigger": plain(event.trigger), **codes, **parties, "when": when}


def statement_values(statement: Statement) -> Fields:
    """Give the fields of a statement that people correct, as plain data."""
    speaker = mention_data(statement.speaker) if statement.speaker else None
    content = plain(statement.content)
    return {"speaker": speaker, "act": statement.act, "form": statement.form, "content": content}


def record_values(record: Event | Statement) -> Fields:
    """Give the fields of a record that people correct, as plain data."""
    return event_values(record) if isinstance(record, Event) else statement_values(record)


def record_span(record: Event | Statement) -> tuple[int, int]:
    """Give the stretch that tells which record it is."""
    return (record.trigger.start, record.trigger.end) if isinstance(record, Event) else statement_span(record)


def _put_trigger(after: Fields) -> tuple[int, int] | None:
    trigger = after.get("trigger")
    return (trigger["start"], trigger["end"]) if trigger else None


def _put_content(after: Fields) -> tuple[int, int] | None:
    content = after.get("content")
    return (min(s["start"] for s in content), max(s["end"] for s in content)) if content else None


def change_event(event: Event, changes: Fields) -> Event:
    """Give an event with other values."""
    new: Fields = dict(changes)
    for name in PARTIES & changes.keys():
        new[name] = tuple(mention_from(data) for data in changes[name])
    if "when" in changes:
        same = event.when and changes["when"] == {"begin": event.when.begin, "end": event.when.end}
        span = event.when.span if event.when else None
        new["when"] = event.when if same else When(span, **changes["when"]) if changes["when"] else None
    if "trigger" in changes:
        new["trigger"] = Span(**changes["trigger"])
    return replace(event, **new)


def change_statement(statement: Statement, changes: Fields) -> Statement:
    """Give a statement with other values."""
    new: Fields = dict(changes)
    if "speaker" in changes:
        new["speaker"] = mention_from(changes["speaker"]) if changes["speaker"] else None
    if "content" in changes:
        new["content"] = tuple(Span(**data) for data in changes["content"])
    return replace(statement, **new)


def _kept_event(reading: Reading, data: Fields) -> ShownEvent:
    """Make an event again that the reading no longer has; it is told by those statements that are still there."""
    known = {s.id for s in reading.statements}
    event: Event = _load(Event, data)
    event = replace(
        event,
        according_to=tuple(i for i in event.according_to if i in known),
        quantities=tuple(n for n in event.quantities if n < len(reading.quantities)),
        same_as=None,
    )
    return ShownEvent(event, event, None, False)


def _kept_statement(reading: Reading, data: Fields) -> ShownStatement:
    statement: Statement = _load(Statement, data)
    if statement.within not in {s.id for s in reading.statements}:
        statement = replace(statement, within=None)
    return ShownStatement(statement, statement, None, False)


def _load(kind: type[Record], data: Fields) -> Record:
    from pydantic import TypeAdapter

    return TypeAdapter(kind).validate_python(data)


_EVENTS = _Kind(record_span, _put_trigger, event_values, change_event, _kept_event, "type")
_STATEMENTS = _Kind(record_span, _put_content, statement_values, change_statement, _kept_statement, "act")


def _shown_mentions(
    reading: Reading, corrections: Iterable[Correction], conflicts: list[Conflict]
) -> dict[Mention, Mention]:
    """Give the mentions that people renamed."""
    at: dict[tuple[int, int], set[Mention]] = {}
    for mention in all_mentions(reading):
        at.setdefault((mention.span.start, mention.span.end), set()).add(mention)
    shown: dict[Mention, Mention] = {}
    for correction in corrections:
        here = at.get(correction.span or (0, 0), set())
        targets = {m for m in here if identity(m) == correction.before}
        if not targets and len({json.dumps(identity(m)) for m in here}) == 1:
            targets = here
            now = identity(next(iter(here)))
            conflicts += [
                Conflict(correction.number, name, "differs", now[name])
                for name in MENTION_FIELDS
                if now[name] not in (correction.before[name], correction.after[name])
            ]
        if not targets:
            conflicts.append(Conflict(correction.number, "", "missing"))
        shown |= {m: replace(m, **correction.after) for m in targets}
    return shown


def identity(mention: Mention) -> Fields:
    """Give what a mention names, as plain data."""
    return {name: getattr(mention, name) for name in MENTION_FIELDS}


def all_mentions(reading: Reading) -> Iterable[Mention]:
    """Give every mention of a reading, those of its records included."""
    yield from reading.mentions
    for statement in reading.statements:
        yield from (m for m in (statement.speaker, statement.addressee) if m)
    for event in reading.events:
        yield from (*event.actors, *event.recipients, *event.places)
