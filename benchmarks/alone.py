"""What the encoder alone proposes: names, statements with cue and speaker, events with parties and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from training.proposing import Name, Proposal, Quotation, propose, quotations

from selon.reading.model import load_model
from selon.reading.text import split_sentences
from selon.reading.voices import voices_of
from selon.records import Article, Event, Mention, ReaderInfo, Reading, Span, Statement, record_id, text_hash


def alone(articles: Iterable[Article]) -> Iterator[Reading]:
    """Give a reading of each article that holds the encoder's names, statements and events and nothing else."""
    model = load_model()
    for article in articles:
        proposal = propose(model.see(article.text, split_sentences(article.text)), model.labels)
        statements = tuple(_statement(article.text, q) for q in quotations(proposal, article.text))
        events = tuple(_events(article.text, proposal, statements))
        names = tuple(_name(article.text, name) for name in proposal.names)
        yield Reading(article, ReaderInfo("", model.name), mentions=names, statements=statements, events=events)


def _statement(text: str, quotation: Quotation) -> Statement:
    content = tuple(Span.of(text, *part) for part in quotation.content)
    speaker = _mention(text, quotation.speaker) if quotation.speaker else None
    cue = Span.of(text, *quotation.cue) if quotation.cue else None
    return Statement(record_id("s", text_hash(text), content[0]), speaker, None, cue, "say", "indirect", content)


def _events(text: str, proposal: Proposal, statements: Sequence[Statement]) -> Iterator[Event]:
    linked: defaultdict[tuple[str, int], list[Mention]] = defaultdict(list)
    for link in proposal.links:
        linked[link.kind, link.from_index].append(_mention(text, link.to_span))
    for k, found in enumerate(proposal.triggers):
        trigger = Span.of(text, found.start, found.end)
        yield Event(
            id=record_id("e", text_hash(text), trigger),
            trigger=trigger,
            type=found.type,  # type: ignore[arg-type]
            status=found.status,  # type: ignore[arg-type]
            actors=tuple(linked["actor", k]),
            recipients=tuple(linked["recipient", k]),
            places=tuple(linked["place", k]),
            according_to=voices_of(trigger, statements),
        )


def _name(text: str, name: Name) -> Mention:
    return Mention(Span.of(text, name.start, name.end), name.kind, "name")  # type: ignore[arg-type]


def _mention(text: str, span: tuple[int, int]) -> Mention:
    return Mention(Span.of(text, *span), "person", "description")
