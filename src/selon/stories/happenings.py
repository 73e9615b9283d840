"""Which events of several articles are the same happening: the same act, its parties, place, day and words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from selon.reading.folding import fold_word
from selon.records import Event, Reading, Statement
from selon.stories.keys import days_of, keys_of, root

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
    clusters = Clusters()
    for reading in readings:
        by_event: dict[str, int] = {}
        for event in sorted(reading.events, key=lambda e: e.trigger.start):
            by_event[event.id] = clusters.add(_telling(reading, event), by_event.get(event.same_as or ""))
    return clusters.found


class Clusters:
    """Takes tellings one by one; of those that do not differ in what is compared, one is compared."""

    def __init__(self) -> None:
        self.found: list[list[Telling]] = []
        self._compared: list[dict[tuple[object, ...], Telling]] = []
        self._printed: dict[tuple[str, str], int] = {}

    def add(self, telling: Telling, home: int | None = None) -> int:
        """Put a telling into its home, that of the same words, or the one it agrees with most; give its number."""
        printed = (telling.event.type, telling.around)
        if home is None:
            home = self._printed.get(printed)
        if home is None:
            home = self._nearest(telling)
        if home is None:
            home = len(self.found)
            self.found.append([])
            self._compared.append({})
        self.found[home].append(telling)
        self._compared[home].setdefault(_compared(telling), telling)
        self._printed.setdefault(printed, home)
        return home

    def _nearest(self, telling: Telling) -> int | None:
        best: tuple[float, int] = (0.0, 0)
        for number, others in enumerate(self._compared):
            if self.found[number][0].event.type == telling.event.type:
                best = max(best, (max(_agreement(telling, other) for other in others.values()), -number))
        return -best[1] if best[0] >= ENOUGH else None


def _compared(telling: Telling) -> tuple[object, ...]:
    return telling.actors, telling.recipients, telling.places, telling.days, telling.stem, telling.event.mode


def _telling(reading: Reading, event: Event) -> Telling:
    start, end = event.trigger.start, event.trigger.end
    text = reading.article.text
    return Telling(
        reading, event,
        actors=keys_of(event.actors) or _denier(reading, event),
        recipients=keys_of(event.recipients),
        places=frozenset(k for k in keys_of(event.places) if not k.startswith("country:")),
        days=_short(days_of(event)),
        stem=root(event.trigger.text),
        around=_around(text, start, end),
    )  # fmt: skip


def _around(text: str, start: int, end: int) -> str:
    """Give the words about a trigger on its own line, which copies share."""
    before = text[max(0, start - AROUND) : start].rsplit("\n", 1)[-1]
    after = text[end : end + AROUND].split("\n", 1)[0]
    return " ".join(fold_word(f"{before}{text[start:end]}{after}").split())


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


def _agreement(one: Telling, other: Telling) -> float:
    """Count in how many ways two tellings agree, less those in which they contradict one another."""
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
    """Give 1 for a name or word shared, 0.7 for a country only, less than nothing where both are of other countries."""
    countries = [{key for key in keys if key.startswith("country:")} for keys in (one, other)]
    if all(countries) and not countries[0] & countries[1]:
        return -0.5
    shared = one & other
    if any(not key.startswith("country:") for key in shared):
        return 1.0
    named = [any(key.startswith(("entity:", "name:")) for key in keys) for keys in (one, other)]
    return 0.7 if shared else -0.5 if all(named) else 0.0
