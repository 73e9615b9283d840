"""Events: acts named by a trigger, with type, status, actors, recipients, place, time and voices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from selon.knowledge.countries import load_countries
from selon.reading.document import Document
from selon.reading.events.actors import can_take_part
from selon.reading.events.circumstances import place_words, quantities_of, when_of
from selon.reading.events.repeats import link_repeats
from selon.reading.events.status import status_in_content, status_of
from selon.reading.events.triggers import Found, find_triggers
from selon.reading.mentions.names import NameAt
from selon.reading.mentions.resolve import Resolver
from selon.reading.times import TimeLink
from selon.reading.tree import Tree
from selon.reading.voices import voices_of
from selon.records import Event, Mention, Quantity, Span, Statement, Time, record_id


def find_events(
    document: Document,
    resolver: Resolver,
    names: Sequence[NameAt],
    statements: Sequence[Statement],
    times: Sequence[Time],
    links: Sequence[TimeLink],
    quantities: Sequence[Quantity],
    digest: str,
) -> tuple[Event, ...]:
    """Find the events of a text, in its order."""
    named = _inside_names(document, names)
    places = {w for n in names if n.kind in {"place", "state"} for w in _words(document, n)}
    events: list[Event] = []
    for number, tree in enumerate(document.trees):
        if tree is None:
            continue
        for found in find_triggers(tree, _relational, places.__contains__, True):
            if (number, found.word) in named:
                continue
            event = _event(document, resolver, number, tree, found, statements, digest)
            people = (*event.actors, *event.recipients)
            where = _places(resolver, tree, number, found, names, people)
            events.append(
                replace(
                    event,
                    places=where,
                    when=when_of(document, tree, found.word, times, links),
                    quantities=quantities_of(event.trigger, people, quantities),
                )
            )
    return link_repeats(tuple(events))


def _relational(word: str) -> bool:
    countries = load_countries()
    return word in countries.adjectives or ("-" in word and bool(countries.compound(word)))


def _inside_names(document: Document, names: Sequence[NameAt]) -> set[tuple[int, int]]:
    """Give the words inside names of more than one word: "Organisation du traité …" names no act."""
    return {(n.sentence, k) for n in names if n.last > n.first or n.kind != "place" for k in range(n.first, n.last + 1)}


def _words(document: Document, name: NameAt) -> Iterator[str]:
    yield from (t.text for t in document.sentences[name.sentence].tokens[name.first : name.last + 1])


def _event(
    document: Document,
    resolver: Resolver,
    number: int,
    tree: Tree,
    found: Found,
    statements: Sequence[Statement],
    digest: str,
) -> Event:
    trigger = document.words_span(tree, found.word, found.word)
    voices = voices_of(trigger, statements)
    status = status_of(tree, found.head, found.verbal, found.entry.speech, bool(voices))
    if status == "actual" and voices:
        innermost = next(s for s in statements if s.id == voices[-1])
        status = status_in_content(tree, found.word, innermost)
    entry = found.entry
    return Event(
        record_id("e", digest, trigger),
        trigger,
        entry.type,
        status,
        entry.mode or None,
        None,
        tuple(_mentions(resolver, number, (k for k in found.actors if can_take_part(tree, k)))),
        tuple(_mentions(resolver, number, (k for k in found.recipients if can_take_part(tree, k)))),
        according_to=voices,
    )


def _mentions(resolver: Resolver, number: int, heads: Iterable[int]) -> Iterator[Mention]:
    for head in heads:
        yield from resolver.mentions_at((number, head))


def _places(
    resolver: Resolver, tree: Tree, number: int, found: Found, names: Sequence[NameAt], people: Sequence[Mention]
) -> tuple[Mention, ...]:
    taken: list[Span] = [m.span for m in people]
    mentions = [
        resolver.mention_at((number, head), acts=False) for head in place_words(tree, found.word, number, names)
    ]
    return tuple(m for m in mentions if not any(m.span.overlaps(t) for t in taken))
