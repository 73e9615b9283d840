"""A reading as an annotation file: words and which occurrence of them, to be corrected by hand and scored against."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from selon.exports.json import dump
from selon.exports.order import events_in_order, labels, statements_in_order
from selon.records import Event, Mention, Quantity, Reading, Span, Statement, Time


def write_gold(readings: Iterable[Reading], folder: Path) -> int:
    """Write one annotation file an article, named by its id; give how many."""
    folder.mkdir(parents=True, exist_ok=True)
    written: set[str] = set()
    for reading in readings:
        name = re.sub(r"[^\w.-]+", "_", reading.article.id).strip(".") or "article"
        while name in written:
            name += "_"
        written.add(name)
        (folder / f"{name}.json").write_text(dump(to_gold(reading), 1) + "\n", encoding="utf-8")
    return len(written)


def to_gold(reading: Reading) -> dict[str, Any]:
    """Give one annotation file as plain data; every span is `{"text", "n"}`, n from 1 and left out when 1.

    Ids are s1, s2 …, e1, e2 … in the order of the text.
    """
    article, named, text = reading.article, labels(reading), reading.article.text
    return {
        "id": article.id, "lang": article.lang, "published": article.published, "outlet": article.outlet,
        "url": article.url, "text": text,
        "statements": [_statement(text, s, named) for s in statements_in_order(reading)],
        "events": [_event(text, e, named) for e in events_in_order(reading)],
        "times": [_time(text, t) for t in reading.times],
        "quantities": [_quantity(text, q) for q in reading.quantities],
    }  # fmt: skip


def occurrence(text: str, span: Span) -> int:
    """Count which occurrence of its words a span is, from 1; overlapping ones count each."""
    number, start = 1, text.find(span.text)
    while start < span.start:
        number, start = number + 1, text.find(span.text, start + 1)
    return number


def _words(text: str, span: Span) -> dict[str, Any]:
    number = occurrence(text, span)
    return {"text": span.text} | ({"n": number} if number > 1 else {})


def _mention(text: str, mention: Mention) -> dict[str, Any]:
    return _words(text, mention.span) | {"name": mention.name, "country": mention.country}


def _mentions(text: str, mentions: Iterable[Mention]) -> list[dict[str, Any]]:
    return [_mention(text, m) for m in mentions]


def _statement(text: str, statement: Statement, named: dict[str, str]) -> dict[str, Any]:
    return {
        "id": named[statement.id],
        "speaker": _mention(text, statement.speaker) if statement.speaker else None,
        "cue": _words(text, statement.cue) if statement.cue else None,
        "act": statement.act, "form": statement.form,
        "content": [_words(text, span) for span in statement.content],
        "within": named.get(statement.within or ""),
    }  # fmt: skip


def _event(text: str, event: Event, named: dict[str, str]) -> dict[str, Any]:
    return {
        "id": named[event.id], "trigger": _words(text, event.trigger), "type": event.type, "status": event.status,
        "actors": _mentions(text, event.actors), "recipients": _mentions(text, event.recipients),
        "places": [{k: v for k, v in m.items() if k != "name"} for m in _mentions(text, event.places)],
        "when": _when(text, event), "according_to": [named[i] for i in event.according_to],
        "same_as": named.get(event.same_as or ""),
    }  # fmt: skip


def _when(text: str, event: Event) -> dict[str, Any] | None:
    if event.when is None:
        return None
    words = _words(text, event.when.span) if event.when.span else {"text": None}
    return words | {"begin": event.when.begin, "end": event.when.end}


def _time(text: str, time: Time) -> dict[str, Any]:
    return _words(text, time.span) | {"type": time.type, "value": time.value, "begin": time.begin, "end": time.end}


def _quantity(text: str, quantity: Quantity) -> dict[str, Any]:
    return _words(text, quantity.span) | {"low": quantity.low, "high": quantity.high, "unit": quantity.unit}
