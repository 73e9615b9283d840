"""Which events go into a format that has no place for status or voice, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from selon.exports.order import events_in_order
from selon.records import Event, Reading


@dataclass
class Choice:
    """What a format may hold: acts that are not actual, acts told by somebody; counts what it leaves out.

    Every event left out is counted once, under "status", "voice" or "date", so that an export can say so.
    """

    all_status: bool = False
    all_voices: bool = True
    left_out: Counter[str] = field(default_factory=Counter)

    def events(self, readings: Iterable[Reading]) -> Iterator[tuple[Reading, Event, int]]:
        """Give the events to write, each with its reading and how many times the article tells it.

        An event that repeats another (`same_as`) is counted with the first where that is written and has the same
        status and voices; a denial never counts as a telling of the deed.
        """
        for reading in readings:
            kept = [e for e in events_in_order(reading) if self._keeps(e)]
            marks = {e.id: mark(e) for e in kept}
            repeats = {e.id: e.same_as for e in kept if e.same_as and marks.get(e.same_as) == marks[e.id]}
            told = Counter(repeats.values())
            for event in kept:
                if event.id not in repeats:
                    yield reading, event, 1 + told[event.id]

    def _keeps(self, event: Event) -> bool:
        if event.status != "actual" and not self.all_status:
            self.left_out["status"] += 1
        elif event.according_to and not self.all_voices:
            self.left_out["voice"] += 1
        else:
            return True
        return False


def mark(event: Event) -> str:
    """Give the status of an event and whether somebody tells it, empty for what the outlet says took place."""
    told = f"according_to={','.join(event.according_to)}" if event.according_to else ""
    status = f"status={event.status}" if event.status != "actual" else ""
    return "&".join(part for part in (status, told) if part)
