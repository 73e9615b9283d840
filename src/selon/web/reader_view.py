"""The cards beside an article: its events and statements in plain words, with what people said of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selon.exports.order import labels, nesting, records_in_order
from selon.exports.wording import (
    actor_label,
    chain_sentence,
    clean,
    event_quantities,
    is_resolved,
    quantity_phrase,
    when_phrase,
    with_capital,
)
from selon.records import Event, Mention, Reading, Statement
from selon.web.messages import Messages

CONTENT, TRIGGER, DEEPEST = 280, 60, 3


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, place or speaker as shown; `query` is what to ask for to find it again."""

    words: str
    resolved: bool
    query: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says; fields of statements are empty on events and the other way round."""

    kind: str
    id: str
    label: str
    depth: int
    words: str
    told: str
    verdict: str | None
    who: tuple[Party, ...] = ()
    whom: tuple[Party, ...] = ()
    where: tuple[Party, ...] = ()
    when: str = ""
    when_open: bool = False
    quantities: tuple[str, ...] = ()
    status: str = ""
    type: str = ""
    mode: str = ""
    same: tuple[str, str] | None = None
    act: str = ""
    form: str = ""
    cue: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    """What people may correct, by name, as they would write it."""


def cards(reading: Reading, verdicts: dict[str, str], say: Messages) -> list[Card]:
    """Give the cards of a reading in reading order; `verdicts` by id of the record."""
    named, depths = labels(reading), nesting(reading)
    return [
        _statement(r, reading, named, min(depths[r.id], DEEPEST), verdicts.get(r.id), say)
        if isinstance(r, Statement)
        else _event(r, reading, named, verdicts.get(r.id), say)
        for r in records_in_order(reading)
    ]


def _event(event: Event, reading: Reading, named: dict[str, str], verdict: str | None, say: Messages) -> Card:
    first = next((e for e in reading.events if e.id == event.same_as), None)
    when = event.when
    return Card(
        "event", event.id, named[event.id], min(len(event.according_to), DEEPEST), clean(event.trigger.text, TRIGGER),
        with_capital(chain_sentence(event.according_to, reading, say.lang)), verdict,
        who=parties(event.actors), whom=parties(event.recipients), where=parties(event.places),
        when=when_phrase(when, say.lang), when_open=bool(when and not (when.begin or when.end or when.edtf)),
        quantities=tuple(quantity_phrase(q, say.lang) for q in event_quantities(event, reading)),
        status=event.status, type=event.type, mode=clean(event.mode or ""),
        same=(named[first.id], clean(first.trigger.text, TRIGGER)) if first else None, fields=event_fields(event),
    )  # fmt: skip


def _statement(
    statement: Statement, reading: Reading, named: dict[str, str], depth: int, verdict: str | None, say: Messages
) -> Card:
    content = clean(" … ".join(span.text for span in statement.content), CONTENT)
    outer = with_capital(chain_sentence(_holding(statement, reading), reading, say.lang)) if statement.within else ""
    return Card(
        "statement", statement.id, named[statement.id], depth, content or "–", outer, verdict,
        who=parties([statement.speaker] if statement.speaker else []),
        whom=parties([statement.addressee] if statement.addressee else []),
        act=statement.act, form=statement.form, cue=clean(statement.cue.text, TRIGGER) if statement.cue else "",
        fields=statement_fields(statement),
    )  # fmt: skip


def _holding(statement: Statement, reading: Reading) -> list[str]:
    """Give the ids of the statements that hold one, the outermost first."""
    outer = {s.id: s.within for s in reading.statements}
    found: list[str] = []
    within = statement.within
    while within and within not in found:
        found.insert(0, within)
        within = outer.get(within)
    return found


def event_fields(event: Event) -> tuple[tuple[str, str], ...]:
    """Give the fields of an event that the page corrects, as people write them."""
    when = event.when
    days = "/".join(dict.fromkeys((when.begin or "", when.end or ""))) if when else ""
    return (
        ("type", event.type), ("status", event.status), ("trigger", event.trigger.text),
        ("actors", _words(event.actors)), ("recipients", _words(event.recipients)), ("places", _words(event.places)),
        ("when", days),
    )  # fmt: skip


def statement_fields(statement: Statement) -> tuple[tuple[str, str], ...]:
    """Give the fields of a statement that the page corrects, as people write them."""
    speaker = statement.speaker.span.text if statement.speaker else ""
    content = " … ".join(span.text for span in statement.content)
    return ("act", statement.act), ("speaker", speaker), ("content", content)


def _words(mentions: Sequence[Mention]) -> str:
    return "; ".join(dict.fromkeys(m.span.text for m in mentions))


def parties(mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Name mentions, each name once, those nothing settles told apart."""
    found = (
        Party(actor_label(m), is_resolved(m) or m.kind == "place", clean(m.entity or m.name or m.span.text, 120))
        for m in mentions
    )
    return tuple(dict.fromkeys(found))


def verdicts_of(db: sqlite3.Connection, article: int) -> dict[str, str]:
    """Give what people said of the records of an article, by id."""
    each = " UNION ALL ".join(
        f"SELECT id, verdict FROM {table} WHERE article = ?1 AND verdict IS NOT NULL"
        for table in ("events", "statements")
    )
    return dict(db.execute(each, (article,)))


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction as listed: its number, what it is about and what was done."""

    number: int
    made: str
    person: str
    record: str
    action: str
    words: str
    changes: str
    hash: str
    title: str
    batch: int | None = None
    at_once: int = 1


def corrections_listed(db: sqlite3.Connection, digest: str | None = None, limit: int = 200) -> list[Corrected]:
    """List corrections, the latest first: those of one article, or of all, with those made at once as one."""
    rows = db.execute(
        "SELECT c.correction, c.made, c.person, c.record, c.action, c.before, c.after, c.hash, a.title, "
        "substr(t.text, c.span_start + 1, min(c.span_end - c.span_start, 160)), c.id, c.batch, "
        "(SELECT count(*) FROM corrections b WHERE b.batch = c.batch) FROM corrections c "
        "LEFT JOIN articles a USING (hash) LEFT JOIN texts t USING (article) "
        "WHERE c.hash = ?1 OR (?1 IS NULL AND (c.batch IS NULL OR c.correction = "
        "(SELECT min(b.correction) FROM corrections b WHERE b.batch = c.batch))) ORDER BY c.correction DESC LIMIT ?2",
        (digest, limit),
    )
    return [
        Corrected(n, made, person or "", record, action, clean(words or id_ or "", 90),
                  _changes(before, after) if action == "change" else "", hash_ or "", clean(title or "", 90),
                  batch, at_once or 1)
        for n, made, person, record, action, before, after, hash_, title, words, id_, batch, at_once in rows
    ]  # fmt: skip


def _changes(before: str | None, after: str | None) -> str:
    import json

    old, new = json.loads(before or "{}"), json.loads(after or "{}")
    return "; ".join(f"{name}: {_short(old.get(name))} → {_short(value)}" for name, value in new.items())


def _short(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_short(item) for item in value) or "–"
    if isinstance(value, dict):
        span = value.get("span")
        named = value.get("name") or (span.get("text") if isinstance(span, dict) else None)
        return clean(str(named or value.get("begin") or "–"), 60)
    return clean(str(value), 60) if value is not None else "–"


def lists(reading: Reading, say: Messages) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Give the short lists under the cards: times and quantities, each as (label, words, value)."""
    from selon.exports.dates import time_phrase

    times = [
        (f"t{n}", clean(t.span.text), time_phrase(t, say.lang) or clean(t.value or "") or say("no_value"))
        for n, t in enumerate(reading.times, 1)
    ]
    counted = [(f"q{n}", clean(q.span.text), quantity_phrase(q, say.lang)) for n, q in enumerate(reading.quantities, 1)]
    return [(key, rows) for key, rows in (("times", times), ("quantities", counted)) if rows]


def status_strip(rows: Iterable[tuple[int, str, int]]) -> dict[int, list[tuple[str, int]]]:
    """Group counts of statuses by article."""
    found: dict[int, list[tuple[str, int]]] = {}
    for article, status, count in rows:
        found.setdefault(article, []).append((status, count))
    return found
