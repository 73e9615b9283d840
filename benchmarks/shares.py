"""What the lexicon, the rules and the encoder each give to the reading of events.

`unweighed` is the reader with the encoder's parse, names and statements, but without what it thinks of triggers and
parties: the lexicon's entries and the rules decide. `lexicon_alone` keeps of that what an entry gives by itself, the
trigger and its type, every act told as done and by nobody. `benchmarks/alone.py` has the encoder without both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from selon import Article, Reader, Reading
from selon.reading.model.opinions import Opinions, TriggerOpinion
from selon.reading.model.seen import Seen
from selon.records import EventType


class _Silent(Opinions):
    """Opinions that hold nothing of triggers and parties."""

    def of_trigger(self, offset: int, kind: str) -> TriggerOpinion | None:
        return None

    def of_party(self, offset: int, relation: str) -> tuple[float, list[tuple[int, float]]]:
        return 0.0, []

    def sure_type(self, offset: int, least: float) -> EventType | None:
        return None


class _Unweighed(Reader):
    def opinions(self, seen: Seen) -> Opinions:
        return _Silent(seen, self.model.labels)


def unweighed(articles: Iterable[Article]) -> Iterator[Reading]:
    """Give the readings of articles without what the encoder thinks of triggers and parties."""
    return _Unweighed().pipe(articles)


def lexicon_alone(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Keep of readings the triggers and types of their events."""
    for reading in readings:
        events = tuple(replace(e, status="actual", actors=(), recipients=(), places=()) for e in reading.events)
        yield replace(reading, events=events)
