"""One act, one event: later mentions of an act point at its first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from selon.records import Event, Mention

STEM = 5
SHORTEST = 5
SMALL = 3


def link_repeats(events: Sequence[Event], pointing: Collection[str] = ()) -> tuple[Event, ...]:
    """Set `same_as` on an event that names an act of an earlier one: same type, kindred word, no party that differs.

    `pointing` are the ids of events whose noun has a demonstrative ("cet appel"): each repeats the last of its type.
    """
    linked: list[Event] = []
    for event in events:
        first = _pointed_at(event, linked) if event.id in pointing else None
        first = first or next((e for e in linked if e.same_as is None and _same_act(e, event)), None)
        linked.append(_as_repeat(event, first) if first else event)
    return tuple(linked)


def _pointed_at(event: Event, linked: Sequence[Event]) -> Event | None:
    last = next((e for e in reversed(linked) if e.type == event.type), None)
    if last is None or not (_kindred(last, event) or may_be_one(last, event)):
        return None
    return next(e for e in linked if e.id == (last.same_as or last.id))


def _as_repeat(event: Event, first: Event) -> Event:
    """Link a repeat to its first event, whose time and places it has where it tells none itself."""
    when = event.when or (replace(first.when, span=None) if first.when else None)
    return replace(event, same_as=first.id, when=when, places=event.places or first.places)


def may_be_one(a: Event, b: Event) -> bool:
    """Tell whether no party of two events speaks against their being one act."""
    return _compatible(a.actors, b.actors) and _compatible(a.recipients, b.recipients)


def _same_act(a: Event, b: Event) -> bool:
    if a.type != b.type or a.status != b.status or not _kindred(a, b):
        return False
    if a.when and b.when and (a.when.begin, a.when.end) != (b.when.begin, b.when.end):
        return False
    parties_a, parties_b = (*a.actors, *a.recipients, *a.places), (*b.actors, *b.recipients, *b.places)
    return may_be_one(a, b) and bool(parties_a) and bool(parties_b) and _compatible(parties_a, parties_b)


def _kindred(a: Event, b: Event) -> bool:
    """Tell whether two triggers begin alike: "appelé", "appel"."""
    return a.trigger.text.lower()[:STEM] == b.trigger.text.lower()[:STEM]


def _compatible(a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Tell whether two groups may be the same: one is not told, or they share a member."""
    return not a or not b or any(_alike(x, y) for x in a for y in b)


def _alike(a: Mention, b: Mention) -> bool:
    """Tell whether two mentions may name the same: one name, country or set of words, or one phrase in the other."""
    one, other = _key(a).lower(), _key(b).lower()
    if one == other or (min(len(one), len(other)) >= SHORTEST and (one in other or other in one)):
        return True
    return bool(_telling(one)) and _telling(one) == _telling(other)


def _telling(phrase: str) -> set[str]:
    """Give the words of a phrase that are no small ones: those of "un marché à Valdor" and "le marché de Valdor"."""
    return {word for word in phrase.split() if len(word) > SMALL}


def _key(mention: Mention) -> str:
    return mention.name or mention.country or mention.span.text.lower()
