"""Corrected readings as annotated articles: one JSON file an article, words with their occurrence for offsets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from selon.records import Event, Mention, Reading, Span, Statement, Time


def write_gold(readings: Iterable[Reading], folder: Path) -> int:
    """Write one file an article, named by its id; give how many."""
    folder.mkdir(parents=True, exist_ok=True)
    written: set[str] = set()
    for reading in readings:
        name = re.sub(r"[^\w.-]+", "_", reading.article.id).strip(".") or "article"
        while name in written:
            name += "_"
        written.add(name)
        data = json.dumps(to_gold(reading), ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(data + "\n", encoding="utf-8")
    return len(written)


def to_gold(reading: Reading) -> dict[str, Any]:
    """Give a reading as an annotated article.

    Words are given as text with `n`, which of its occurrences in the article they are, left out when it is the first.
    Short ids (s1, e1 …) follow the order of the records.
    """
    article, text = reading.article, reading.article.text
    ids = {s.id: f"s{n}" for n, s in enumerate(reading.statements, 1)}
    ids |= {e.id: f"e{n}" for n, e in enumerate(reading.events, 1)}
    return {
        "id": article.id,
        "lang": article.lang,
        "published": article.published,
        "outlet": article.outlet,
        "url": article.url,
        "text": text,
        "statements": [_statement(text, s, ids) for s in reading.statements],
        "events": [_event(text, e, ids) for e in reading.events],
        "times": [_time(text, t) for t in reading.times],
        "quantities": [
            {**_words(text, q.span), "low": q.low, "high": q.high, "unit": q.unit} for q in reading.quantities
        ],
    }


def _words(text: str, span: Span) -> dict[str, Any]:
    """Point at words by which of their occurrences they are; occurrences may overlap."""
    n, at = 1, text.find(span.text)
    while at != span.start and at >= 0:
        n, at = n + 1, text.find(span.text, at + 1)
    return {"text": span.text, "n": n} if n > 1 else {"text": span.text}


def _mention(text: str, mention: Mention) -> dict[str, Any]:
    return {**_words(text, mention.span), "name": mention.name, "country": mention.country}


def _statement(text: str, s: Statement, ids: dict[str, str]) -> dict[str, Any]:
    return {
        "id": ids[s.id],
        "speaker": _mention(text, s.speaker) if s.speaker else None,
        "cue": _words(text, s.cue) if s.cue else None,
        "act": s.act,
        "form": s.form,
        "content": [_words(text, span) for span in s.content],
        "within": ids.get(s.within) if s.within else None,
    }


def _event(text: str, e: Event, ids: dict[str, str]) -> dict[str, Any]:
    when = None
    if e.when:
        words = _words(text, e.when.span) if e.when.span else {"text": None}
        when = {**words, "begin": e.when.begin, "end": e.when.end}
    return {
        "id": ids[e.id],
        "trigger": _words(text, e.trigger),
        "type": e.type,
        "status": e.status,
        "actors": [_mention(text, m) for m in e.actors],
        "recipients": [_mention(text, m) for m in e.recipients],
        "places": [{**_words(text, m.span), "country": m.country} for m in e.places],
        "when": when,
        "according_to": [ids[i] for i in e.according_to],
        "same_as": ids.get(e.same_as) if e.same_as else None,
    }


def _time(text: str, t: Time) -> dict[str, Any]:
    return {**_words(text, t.span), "type": t.type, "value": t.value, "begin": t.begin, "end": t.end}
