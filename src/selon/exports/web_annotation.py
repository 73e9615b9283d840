"""Mentions, statements and events as W3C Web Annotations (JSON-LD, https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from selon.exports.order import events_in_order, statements_in_order
from selon.exports.rows import voice_names
from selon.records import Event, Mention, Reading, Span, Statement

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
Annotation = dict[str, Any]


def to_web_annotations(readings: Iterable[Reading]) -> dict[str, Any]:
    """Give one AnnotationPage with an annotation a mention, statement and event.

    The words of each are selected by position (code points) and by quotation. Codes are bodies that classify
    ("type: ASSAULT", "status: planned"); the parts of a record are annotations of their own that link to it, with the
    part ("actor") as a tag.
    """
    items = [annotation for reading in readings for annotation in annotate(reading)]
    return {"@context": CONTEXT, "id": "urn:selon:annotations", "type": "AnnotationPage", "items": items}


def annotate(reading: Reading) -> Iterator[Annotation]:
    """Give the annotations of one reading in the order of the text."""
    for number, mention in enumerate(reading.mentions, 1):
        yield _annotation(reading, f"m{number}", [mention.span], "identifying", _named(mention))
    for statement in statements_in_order(reading):
        yield from _statement(reading, statement)
    for event in events_in_order(reading):
        yield from _event(reading, event)


def _statement(reading: Reading, statement: Statement) -> Iterator[Annotation]:
    within = f"within: {_urn(reading, statement.within)}" if statement.within else None
    codes = _codes(act=statement.act, form=statement.form)
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    yield _annotation(reading, statement.id, spans, "classifying", [*codes, *_described([within])])
    parts = (("speaker", statement.speaker), ("addressee", statement.addressee))
    yield from _parts(reading, statement.id, [(role, m) for role, m in parts if m])


def _event(reading: Reading, event: Event) -> Iterator[Annotation]:
    by_id = {s.id: s for s in reading.statements}
    voices = voice_names(by_id[i] for i in event.according_to) or [reading.article.outlet or "the outlet"]
    when = f"when: {event.when.begin or '..'}/{event.when.end or '..'}" if event.when else None
    told = [f"according to: {' > '.join(voices)}", *(f"told in: {_urn(reading, i)}" for i in event.according_to)]
    counted = [f"quantity: {reading.quantities[i].span.text}" for i in event.quantities]
    same = f"same as: {_urn(reading, event.same_as)}" if event.same_as else None
    codes = _codes(type=event.type, mode=event.mode, status=event.status, context=event.context)
    body = [*codes, *_described([when, *told, *counted, same])]
    yield _annotation(reading, event.id, [event.trigger], "classifying", body)
    named = (("actor", event.actors), ("recipient", event.recipients), ("place", event.places))
    yield from _parts(reading, event.id, [(role, m) for role, mentions in named for m in mentions])
    if event.when and event.when.span:
        yield _annotation(reading, f"{event.id}.when", [event.when.span], "linking", _part(reading, event.id, "when"))


def _parts(reading: Reading, record: str, parts: Sequence[tuple[str, Mention]]) -> Iterator[Annotation]:
    for number, (role, mention) in enumerate(parts, 1):
        body = [*_part(reading, record, role), *_named(mention)]
        yield _annotation(reading, f"{record}.{number}", [mention.span], "linking", body)


def _annotation(
    reading: Reading, record: str, spans: Sequence[Span], motivation: str, body: list[dict[str, str]]
) -> Annotation:
    """Make one annotation; several spans are several targets."""
    targets = [_target(reading, span) for span in spans]
    return {
        "id": _urn(reading, record),
        "type": "Annotation",
        "motivation": motivation,
        "generator": {"id": f"urn:selon:reader:{reading.reader.version}", "type": "Software", "name": "selon"},
        "body": body,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(reading: Reading, span: Span) -> dict[str, Any]:
    text, article = reading.article.text, reading.article
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": article.url or f"urn:selon:{article.id}", "selector": [position, quote]}


def _urn(reading: Reading, record: str) -> str:
    return f"urn:selon:{reading.article.id}:{record}"


def _codes(**codes: str | None) -> list[dict[str, str]]:
    return [_text(f"{name}: {code}", "classifying") for name, code in codes.items() if code]


def _described(lines: Iterable[str | None]) -> list[dict[str, str]]:
    return [_text(line, "describing") for line in lines if line]


def _part(reading: Reading, record: str, role: str) -> list[dict[str, str]]:
    return [_text(role, "tagging"), {"type": "SpecificResource", "source": _urn(reading, record), "purpose": "linking"}]


def _named(mention: Mention) -> list[dict[str, str]]:
    lines = {"kind": mention.kind, "form": mention.form, "name": mention.name, "country": mention.country}
    body = _codes(**lines)
    if mention.entity and mention.entity.startswith("Q"):
        address = f"http://www.wikidata.org/entity/{mention.entity}"
        body.append({"type": "SpecificResource", "source": address, "purpose": "identifying"})
    return body


def _text(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": purpose}
