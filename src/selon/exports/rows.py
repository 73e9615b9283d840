"""Events and statements as flat rows of named columns, for tables such as CSV and Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from selon.exports.order import events_in_order, outer_statements, statements_in_order
from selon.exports.wording import clean
from selon.records import Event, Mention, Reading, Statement

Row = dict[str, Any]
# Columns and the type of their cells; list[…] holds one value a mention, span or statement, in their order.
ARTICLE = {"article": str, "published": str, "outlet": str, "url": str, "title": str}
EVENTS: dict[str, Any] = ARTICLE | {
    "event": str, "type": str, "mode": str, "context": str, "status": str,
    "trigger": str, "trigger_start": int, "trigger_end": int,
    "actors": list[str], "actor_names": list[str], "actor_countries": list[str],
    "recipients": list[str], "recipient_names": list[str], "recipient_countries": list[str],
    "places": list[str], "place_names": list[str], "place_countries": list[str],
    "when": str, "begin": str, "end": str, "edtf": str,
    "quantities": list[str], "quantity_low": list[float], "quantity_high": list[float],
    "quantity_units": list[str], "quantity_kinds": list[str],
    "voices": list[str], "according_to": list[str], "same_as": str,
}  # fmt: skip
STATEMENTS: dict[str, Any] = ARTICLE | {
    "statement": str, "speaker": str, "speaker_name": str, "speaker_country": str, "addressee": str,
    "cue": str, "act": str, "form": str,
    "content": list[str], "content_start": list[int], "content_end": list[int],
    "within": str, "voices": list[str],
}  # fmt: skip
TABLES: dict[str, dict[str, Any]] = {"events": EVENTS, "statements": STATEMENTS}


def rows(readings: Iterable[Reading], table: str = "events") -> Iterator[Row]:
    """Give the rows of a table, "events" or "statements", every cell of its type or None.

    Words are those of the text; `voices` are the speakers that tell the record, outermost first, "?" where the text
    names none; an empty list is the outlet's own voice.
    """
    for reading in readings:
        if table == "events":
            yield from (_event(reading, event) for event in events_in_order(reading))
        else:
            yield from (_statement(reading, statement) for statement in statements_in_order(reading))


def voice_names(statements: Iterable[Statement]) -> list[str]:
    """Name the speakers of statements, "?" for one that the text leaves out."""
    return [(s.speaker.name or clean(s.speaker.span.text)) if s.speaker else "?" for s in statements]


def _article(reading: Reading) -> Row:
    article = reading.article
    title = article.title or article.text.strip().split("\n")[0]
    return {"article": article.id, "published": article.published, "outlet": article.outlet, "url": article.url,
            "title": title}  # fmt: skip


def _event(reading: Reading, event: Event) -> Row:
    by_id = {s.id: s for s in reading.statements}
    quantities = [reading.quantities[i] for i in event.quantities]
    when = event.when
    return _article(reading) | {
        "event": event.id, "type": event.type, "mode": event.mode, "context": event.context, "status": event.status,
        "trigger": event.trigger.text, "trigger_start": event.trigger.start, "trigger_end": event.trigger.end,
        **_mentions("actor", event.actors), **_mentions("recipient", event.recipients),
        **_mentions("place", event.places),
        "when": when.span.text if when and when.span else None, "begin": when.begin if when else None,
        "end": when.end if when else None, "edtf": when.edtf if when else None,
        "quantities": [q.span.text for q in quantities], "quantity_low": [q.low for q in quantities],
        "quantity_high": [q.high for q in quantities], "quantity_units": [q.unit for q in quantities],
        "quantity_kinds": [q.kind for q in quantities],
        "voices": voice_names(by_id[i] for i in event.according_to), "according_to": list(event.according_to),
        "same_as": event.same_as,
    }  # fmt: skip


def _mentions(role: str, mentions: Sequence[Mention]) -> Row:
    return {
        f"{role}s": [m.span.text for m in mentions],
        f"{role}_names": [m.name for m in mentions],
        f"{role}_countries": [m.country for m in mentions],
    }


def _statement(reading: Reading, statement: Statement) -> Row:
    speaker = statement.speaker
    return _article(reading) | {
        "statement": statement.id, "speaker": speaker.span.text if speaker else None,
        "speaker_name": speaker.name if speaker else None, "speaker_country": speaker.country if speaker else None,
        "addressee": statement.addressee.span.text if statement.addressee else None,
        "cue": statement.cue.text if statement.cue else None, "act": statement.act, "form": statement.form,
        "content": [s.text for s in statement.content], "content_start": [s.start for s in statement.content],
        "content_end": [s.end for s in statement.content], "within": statement.within,
        "voices": voice_names(reversed(outer_statements(statement, reading))),
    }  # fmt: skip
