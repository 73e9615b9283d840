"""Events: acts named by a trigger, with type, status, actors, recipients, place, time and voices."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from selon.knowledge.countries import load_countries
from selon.languages.fr.grammar import words as word_class
from selon.reading.document import Document
from selon.reading.events.because import Because, Grounds, reasons
from selon.reading.events.circumstances import quantities_of, when_of
from selon.reading.events.context import setting_of
from selon.reading.events.critics import critic_of
from selon.reading.events.moments import Placed, settle_moments
from selon.reading.events.parties import Framed, weigh_parties
from selon.reading.events.places import places_of
from selon.reading.events.proposed import propose
from selon.reading.events.repeats import link_repeats
from selon.reading.events.settled import settled_parties
from selon.reading.events.topic import Topic, topic_of
from selon.reading.events.triggers import Found, find_candidates
from selon.reading.events.verdicts import verdict_of
from selon.reading.events.weighing import stands, type_of, weigh
from selon.reading.events.whereabouts import WordAt, weigh_places
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.resolve import Resolver
from selon.reading.model.opinions import Opinions
from selon.reading.times import TimeLink
from selon.reading.tree import Tree
from selon.reading.voices import in_own_voice, voices_of
from selon.records import Event, EventType, Mention, Quantity, Statement, Time, record_id

DEMONSTRATIVES = word_class("demonstratives")


@dataclass(frozen=True, slots=True)
class Earlier:
    """The records that the steps before have made, and the date the article was published."""

    names: Sequence[NameAt]
    statements: Sequence[Statement]
    times: Sequence[Time]
    links: Sequence[TimeLink]
    quantities: Sequence[Quantity]
    published: str | None
    opinions: Opinions


class Act(NamedTuple):
    """What may be an act: where its trigger was found, and the type it has."""

    sentence: int
    tree: Tree
    found: Found
    kind: EventType

    @property
    def start(self) -> int:
        """Give the offset of the trigger."""
        return self.tree.words[self.found.word].start


def find_events(
    document: Document,
    resolver: Resolver,
    earlier: Earlier,
    digest: str,
    why: dict[str, tuple[Because, ...]] | None = None,
) -> tuple[Event, ...]:
    """Find the events of a text, in its order; `why`, where it is given, takes the reasons of each by its id."""
    named = _inside_names(earlier.names)
    places = {w for n in earlier.names if n.kind in {"place", "state"} for w in _words(document, n)}
    placed: list[Placed] = []
    grounds: list[Grounds] = []
    for act in _standing(document, earlier.opinions, named, places):
        read, ground = _event(document, resolver, earlier, act, digest)
        event = weigh(earlier.opinions, read, act.found, ground.verdict, act.kind)
        placed.append(Placed(event, act.sentence, act.found, act.tree))
        grounds.append(ground)
    pointing = {p.event.id for p in placed if p.tree.has_before(p.found.word, DEMONSTRATIVES)}
    events = link_repeats(settle_moments(document, placed, earlier.times, earlier.published), pointing)
    if why is not None:
        told = zip(events, grounds, strict=True)
        why.update((e.id, reasons(document, ground, e, earlier.statements)) for e, ground in told)
    return events


def _standing(
    document: Document, opinions: Opinions, named: Collection[tuple[int, int]], places: Collection[str]
) -> Iterator[Act]:
    """Give the acts of a text, in its order, that the model thinks are some, at its first look and at a closer one."""
    topic = topic_of(word.lower for tree in document.trees if tree for word in tree.words)
    trees = [(number, tree) for number, tree in enumerate(document.trees) if tree]
    acts = [
        Act(number, tree, found, kind)
        for number, tree in trees
        for found in _acts(tree, opinions, places, topic)
        if (number, found.word) not in named and (kind := type_of(opinions, tree.words[found.word].start, found.entry))
    ]
    opinions.attend_acts((act.start, act.kind) for act in acts)
    yield from (act for act in acts if stands(opinions, act.start, act.kind, act.found.entry))


def _acts(tree: Tree, opinions: Opinions, places: Collection[str], topic: Topic) -> list[Found]:
    """Give the acts of a sentence, in order: those of the lexicon, and those only the model sees."""
    relational = load_countries().is_relational
    found = list(find_candidates(tree, relational, places.__contains__, topic))
    proposed = propose(tree, {f.word for f in found}, opinions, relational)
    more = (p for p in proposed if not any(_tells_same(f, p) for f in found))
    return sorted([*(f for f in found if not f.other_sense), *more], key=lambda f: f.word)


def _tells_same(phrase: Found, other: Found) -> bool:
    """Tell whether an act at a word of a phrase is the phrase's own: "mis" of "mis en examen"."""
    return other.word in {phrase.head, *phrase.rest} and other.entry.type == phrase.entry.type


def _inside_names(names: Sequence[NameAt]) -> set[tuple[int, int]]:
    """Give the words inside names of more than one word: "Organisation du traité …" names no act."""
    return {(n.sentence, k) for n in names if n.last > n.first or n.kind != "place" for k in range(n.first, n.last + 1)}


def _words(document: Document, name: NameAt) -> Iterator[str]:
    yield from (t.text for t in document.sentences[name.sentence].tokens[name.first : name.last + 1])


def _event(document: Document, resolver: Resolver, earlier: Earlier, act: Act, digest: str) -> tuple[Event, Grounds]:
    number, tree, found, _ = act
    trigger = document.words_span(tree, found.word, found.word)
    voices = voices_of(trigger, earlier.statements)
    when = when_of(document, tree, found.word, earlier.times, earlier.links, earlier.published)
    telling = [s for s in earlier.statements if s.id in voices]
    situated = places_of(tree, found.word, number, earlier.names, found.entry.type)
    staged = {h for h in situated.heads if _only_stage(resolver, tree, number, found, h)}
    framed = Framed(
        tuple(h for h in found.actors if h not in staged),
        found.recipients,
        found.entry.mutual,
        settled_parties(tree, found),
        None if found.entry.mutual else critic_of(tree, found.word, found.entry.type, telling),
        found.verbal,
    )
    doers, others = weigh_parties(earlier.opinions, resolver, tree, number, trigger, framed)
    actors = tuple(dict.fromkeys(_mentions(resolver, telling, number, doers)))
    recipients = tuple(dict.fromkeys(_mentions(resolver, telling, number, others)))
    people = (*actors, *recipients)
    told = [(number, head) for head in situated.heads]
    where = weigh_places(earlier.opinions, document, resolver, trigger, told)
    setting = setting_of(tree, found)
    verdict = verdict_of(tree, found, telling, when, earlier.published)
    event = Event(
        id=record_id("e", digest, trigger),
        trigger=trigger,
        type=found.entry.type,
        status=verdict.status,
        mode=found.entry.mode or None,
        context=setting.context if setting else None,
        actors=actors,
        recipients=recipients,
        places=_places(resolver, where, actors),
        when=when,
        quantities=quantities_of(document, trigger, people, earlier.quantities),
        according_to=voices,
        code=found.entry.code or None,
    )
    linked = (tuple(doers) != framed.actors, tuple(others) != framed.recipients, not set(where) <= set(told))
    return event, Grounds(tree, found, verdict, setting, situated, linked)


def _mentions(resolver: Resolver, telling: Sequence[Statement], number: int, heads: Sequence[int]) -> Iterator[Mention]:
    for head in heads:
        yield from (in_own_voice(m, telling) for m in resolver.mentions_at((number, head)))


def _only_stage(resolver: Resolver, tree: Tree, number: int, found: Found, head: int) -> bool:
    """Tell whether a place is where an act happens and no party to it: a town, or any place of a meeting."""
    meeting = found.entry.type == "CONSULT" and not found.verbal and tree.case(head) == "de"
    return meeting or resolver.mention_at((number, head)).kind == "place"


def _places(resolver: Resolver, where: Sequence[WordAt], actors: Sequence[Mention]) -> tuple[Mention, ...]:
    mentions = [resolver.mention_at(at, acts=False) for at in where]
    return tuple(m for m in mentions if not any(m.span.holds(other.span) for other in actors))
