"""Which events of several articles are the same happening: the same act, its parties, place, day and words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selon.reading.folding import fold_word
from selon.records import Event, Reading, Statement
from selon.stories.keys import days_of, keys_of, stems

AROUND = 40
ENOUGH = 2.0
SHORT_TIME = 7


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of one article, with what ties it to those of others."""

    reading: Reading
    event: Event
    actors: frozenset[str]
    recipients: frozenset[str]
    places: frozenset[str]
    days: tuple[int, int] | None
    stem: str
    around: str


def cluster(readings: Iterable[Reading]) -> list[list[Telling]]:
    """Put the events of readings together by happening; readings are taken in the order given.

    Repeats within an article and the same words in copies are the same happening at once; others need agreement in
    two of actor, recipient, place, day and trigger, and no contradicting day.
    """
    found: list[list[Telling]] = []
    for reading in readings:
        by_event: dict[str, list[Telling]] = {}
        for event in sorted(reading.events, key=lambda e: e.trigger.start):
            telling = _telling(reading, event)
            home = by_event.get(event.same_as or "") or _home(telling, found)
            if home is None:
                home = []
                found.append(home)
            home.append(telling)
            by_event[event.id] = home
    return found


def _telling(reading: Reading, event: Event) -> Telling:
    start, end = event.trigger.start, event.trigger.end
    text = reading.article.text
    return Telling(
        reading, event,
        actors=keys_of(event.actors) or _denier(reading, event),
        recipients=keys_of(event.recipients),
        places=frozenset(k for k in keys_of(event.places) if not k.startswith("country:")),
        days=_short(days_of(event)),
        stem=next(iter(stems(event.trigger.text)), fold_word(event.trigger.text)),
        around=" ".join(fold_word(text[max(0, start - AROUND) : end + AROUND]).split()),
    )  # fmt: skip


def _short(days: tuple[int, int] | None) -> tuple[int, int] | None:
    return days if days and days[1] - days[0] < SHORT_TIME else None


def _denier(reading: Reading, event: Event) -> frozenset[str]:
    """Take who denies an act for a party to it where the denial names none."""
    inner = innermost(reading, event)
    denies = event.status == "negated" and inner is not None and inner.act in ("deny", "refuse")
    return keys_of([inner.speaker]) if denies and inner and inner.speaker else frozenset()


def innermost(reading: Reading, event: Event) -> Statement | None:
    """Give the innermost statement that tells an event, None where the outlet does."""
    last = event.according_to[-1] if event.according_to else None
    return next((s for s in reading.statements if s.id == last), None)


def _home(telling: Telling, found: Sequence[list[Telling]]) -> list[Telling] | None:
    best: tuple[float, int] = (0.0, 0)
    for number, tellings in enumerate(found):
        if tellings[0].event.type == telling.event.type:
            best = max(best, (max(_agreement(telling, other) for other in tellings), -number))
    return found[-best[1]] if best[0] >= ENOUGH else None


def _agreement(one: Telling, other: Telling) -> float:
    """Count in how many ways two tellings agree, less those in which they contradict one another."""
    if one.reading.article.id != other.reading.article.id and one.around == other.around:
        return 2 * ENOUGH
    if one.days and other.days and (one.days[0] > other.days[1] + 1 or other.days[0] > one.days[1] + 1):
        return 0.0
    modes = {one.event.mode, other.event.mode} - {None}
    shared = [
        _match(one.actors, other.actors),
        _match(one.recipients, other.recipients),
        _match(one.places, other.places),
    ]
    crossed = 0.5 * bool(one.actors & other.recipients or one.recipients & other.actors)
    day = 1.0 if one.days and other.days else 0.0
    word = 1.0 if one.stem == other.stem else 0.0
    tied = max(shared) > 0 or crossed or day
    return sum(shared) + crossed + day + word - 0.5 * (len(modes) > 1) if tied else 0.0


def _match(one: frozenset[str], other: frozenset[str]) -> float:
    """Give 1 for shared keys, half where it is a country only, a half less than nothing where both name others."""
    shared = one & other
    if any(not key.startswith("country:") for key in shared):
        return 1.0
    if shared:
        return 0.7
    named = [any(not key.startswith("word:") for key in keys) for keys in (one, other)]
    return -0.5 if all(named) else 0.0
