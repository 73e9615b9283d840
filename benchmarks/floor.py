"""The floor for statements: every quoted run of four words or more, told by the name nearest to it."""

from __future__ import annotations

from dataclasses import replace

from selon.reading.quotations import find_quotations
from selon.reading.text import split_sentences
from selon.records import Mention, Reading, Span, Statement, record_id, text_hash

WORDS = 4


def floor(reading: Reading) -> Reading:
    """Give a reading whose statements are its long quotations, each with the nearest name outside it as speaker."""
    text = reading.article.text
    names = [m for m in reading.mentions if m.form == "name" and m.kind in {"person", "state", "organisation", "group"}]
    statements = []
    for quotation in find_quotations(text, split_sentences(text)):
        span = Span.of(text, quotation.start, quotation.end)
        if len(span.text.split()) < WORDS:
            continue
        outside = [m for m in names if not span.overlaps(m.span)]
        identifier = record_id("s", text_hash(text), span)
        statements.append(Statement(identifier, _nearest(outside, span), None, None, "say", "free", (span,)))
    return replace(reading, statements=tuple(statements), events=())


def _nearest(names: list[Mention], span: Span) -> Mention | None:
    return min(names, key=lambda m: max(m.span.start - span.end, span.start - m.span.end), default=None)
