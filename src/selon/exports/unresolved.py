"""What a reading leaves open: shown beside what it found, so that an empty field is never taken for nothing."""

from __future__ import annotations

from dataclasses import dataclass

from selon.exports.order import events_in_order, labels, statements_in_order
from selon.exports.wording import clean
from selon.records import Reading

WORDS = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A record left open: its words and its label."""

    words: str
    label: str


@dataclass(frozen=True, slots=True)
class Gap:
    """One kind of thing left open and the records it concerns."""

    what: str
    where: tuple[Place, ...]


def unresolved(reading: Reading) -> list[Gap]:
    """List what was not resolved: speakers, actors and times; nothing for what is complete."""
    gaps = [
        Gap("speakers without a name or country", _nameless_speakers(reading)),
        Gap("statements without a speaker", _speakerless(reading)),
        Gap("events without an actor", _actorless(reading)),
        Gap("times without a value", _valueless(reading)),
    ]
    return [gap for gap in gaps if gap.where]


def _nameless_speakers(reading: Reading) -> tuple[Place, ...]:
    named = labels(reading)
    return tuple(
        Place(clean(s.speaker.span.text, WORDS), named[s.id])
        for s in statements_in_order(reading)
        if s.speaker and not (s.speaker.name or s.speaker.country)
    )


def _speakerless(reading: Reading) -> tuple[Place, ...]:
    named = labels(reading)
    return tuple(
        Place(clean(" … ".join(span.text for span in s.content), WORDS), named[s.id])
        for s in statements_in_order(reading)
        if s.speaker is None
    )


def _actorless(reading: Reading) -> tuple[Place, ...]:
    named = labels(reading)
    return tuple(Place(clean(e.trigger.text, WORDS), named[e.id]) for e in events_in_order(reading) if not e.actors)


def _valueless(reading: Reading) -> tuple[Place, ...]:
    numbered = enumerate(reading.times, 1)
    return tuple(Place(clean(t.span.text, WORDS), f"t{n}") for n, t in numbered if not t.value)
