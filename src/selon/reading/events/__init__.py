"""Events: acts named by a trigger, with type, status, actors, recipients, place, time and voices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.knowledge.countries import load_countries
from selon.reading.document import Document
from selon.reading.events.circumstances import quantities_of, when_of
from selon.reading.events.moments import Placed, settle_moments
from selon.reading.events.places import places_of
from selon.reading.events.repeats import link_repeats
from selon.reading.events.status import status_in_content, status_of
from selon.reading.events.topic import is_political
from selon.reading.events.triggers import Found, find_triggers
from selon.reading.mentions.names import NameAt
from selon.reading.mentions.resolve import Resolver
from selon.reading.times import TimeLink
from selon.reading.tree import Tree
from selon.reading.voices import in_own_voice, voices_of
from selon.records import Event, Mention, Quantity, Statement, Status, Time, When, record_id


@dataclass(frozen=True, slots=True)
class Earlier:
    """The records that the steps before have made, and the date the article was published."""

    names: Sequence[NameAt]
    statements: Sequence[Statement]
    times: Sequence[Time]
    links: Sequence[TimeLink]
    quantities: Sequence[Quantity]
    published: str | None


def find_events(document: Document, resolver: Resolver, earlier: Earlier, digest: str) -> tuple[Event, ...]:
    """Find the events of a text, in its order."""
    named = _inside_names(earlier.names)
    places = {w for n in earlier.names if n.kind in {"place", "state"} for w in _words(document, n)}
    political = is_political(word.lower for tree in document.trees if tree for word in tree.words)
    placed: list[Placed] = []
    for number, tree in enumerate(document.trees):
        if tree is None:
            continue
        for found in find_triggers(tree, load_countries().is_relational, places.__contains__, political):
            if (number, found.word) not in named:
                event = _event(document, resolver, earlier, number, tree, found, digest)
                placed.append(Placed(event, number, found, tree))
    return link_repeats(settle_moments(document, placed, earlier.times, earlier.published))


def _inside_names(names: Sequence[NameAt]) -> set[tuple[int, int]]:
    """Give the words inside names of more than one word: "Organisation du traité …" names no act."""
    return {(n.sentence, k) for n in names if n.last > n.first or n.kind != "place" for k in range(n.first, n.last + 1)}


def _words(document: Document, name: NameAt) -> Iterator[str]:
    yield from (t.text for t in document.sentences[name.sentence].tokens[name.first : name.last + 1])


def _event(
    document: Document, resolver: Resolver, earlier: Earlier, number: int, tree: Tree, found: Found, digest: str
) -> Event:
    trigger = document.words_span(tree, found.word, found.word)
    voices = voices_of(trigger, earlier.statements)
    when = when_of(document, tree, found.word, earlier.times, earlier.links, earlier.published)
    telling = [s for s in earlier.statements if s.id in voices]
    heads = places_of(tree, found.word, number, earlier.names, found.entry.type)
    staged = {h for h in heads if _only_stage(resolver, tree, number, found, h)}
    actors = tuple(_mentions(resolver, telling, number, [h for h in found.actors if h not in staged]))
    recipients = tuple(_mentions(resolver, telling, number, found.recipients))
    people = (*actors, *recipients)
    return Event(
        id=record_id("e", digest, trigger),
        trigger=trigger,
        type=found.entry.type,
        status=_status(tree, found, earlier, telling, when),
        mode=found.entry.mode or None,
        actors=actors,
        recipients=recipients,
        places=_places(resolver, number, heads, actors),
        when=when,
        quantities=quantities_of(trigger, people, earlier.quantities),
        according_to=voices,
    )


def _status(tree: Tree, found: Found, earlier: Earlier, telling: Sequence[Statement], when: When | None) -> Status:
    """Read the status of an act from its sentence, then from what tells it, then from its time."""
    status = status_of(tree, found.head, found.verbal, found.entry.speech, bool(telling))
    if status == "actual" and telling:
        least = min(sum(len(c.text) for c in s.content) for s in telling)
        inner = (s for s in telling if sum(len(c.text) for c in s.content) == least)
        readings = (status_in_content(tree, found.word, found.verbal, s) for s in inner)
        status = next((r for r in readings if r != "actual"), status)
    ahead = when and when.begin and earlier.published and when.begin > earlier.published
    return "planned" if ahead and status == "actual" else status


def _mentions(resolver: Resolver, telling: Sequence[Statement], number: int, heads: Sequence[int]) -> Iterator[Mention]:
    for head in heads:
        yield from (in_own_voice(m, telling) for m in resolver.mentions_at((number, head)))


def _only_stage(resolver: Resolver, tree: Tree, number: int, found: Found, head: int) -> bool:
    """Tell whether a place is where an act happens and no party to it: a town, or any place of a meeting."""
    meeting = found.entry.type == "CONSULT" and not found.verbal and tree.case(head) == "de"
    return meeting or resolver.mention_at((number, head)).kind == "place"


def _places(resolver: Resolver, number: int, heads: Sequence[int], actors: Sequence[Mention]) -> tuple[Mention, ...]:
    mentions = [resolver.mention_at((number, head), acts=False) for head in heads]
    return tuple(m for m in mentions if not any(m.span.holds(other.span) for other in actors))
