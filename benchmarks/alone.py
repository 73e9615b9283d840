"""The statements that the encoder alone proposes: its contents, each with the cue and speaker it links to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from training.proposing import Quotation, propose, quotations

from selon.reading.model import load_model
from selon.reading.text import split_sentences
from selon.records import Article, Mention, ReaderInfo, Reading, Span, Statement, record_id, text_hash


def alone(articles: Iterable[Article]) -> Iterator[Reading]:
    """Give a reading of each article that holds the encoder's statements and nothing else."""
    model = load_model()
    for article in articles:
        seen = model.see(article.text, split_sentences(article.text))
        found = quotations(propose(seen, model.labels), article.text)
        statements = tuple(_statement(article.text, q) for q in found)
        yield Reading(article, ReaderInfo("", model.name), statements=statements)


def _statement(text: str, quotation: Quotation) -> Statement:
    content = tuple(Span.of(text, *part) for part in quotation.content)
    speaker = Mention(Span.of(text, *quotation.speaker), "person", "description") if quotation.speaker else None
    cue = Span.of(text, *quotation.cue) if quotation.cue else None
    return Statement(record_id("s", text_hash(text), content[0]), speaker, None, cue, "say", "indirect", content)
