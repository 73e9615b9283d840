"""What a matched pattern means: a TIMEX3 type, a stretch of the calendar, and how it was settled."""

import re
from dataclasses import dataclass
from datetime import date

from selon.reading.numbers import Numbers
from selon.reading.times.anchor import Anchor, AnchorKind, Published, Tense
from selon.reading.times.calendar import UNKNOWN, Stretch
from selon.reading.times.holidays import Holiday
from selon.records import TimeRule, TimeType


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of one match.

    `tells` says that its stretch becomes the narrative's date, `clock` is its minute of the day, `rule` what settled it
    where its anchor does not tell.
    """

    type: TimeType
    stretch: Stretch = UNKNOWN
    mod: str | None = None
    anchor: AnchorKind | None = None
    ambiguous: bool = False
    tells: bool = False
    clock: int | None = None
    rule: TimeRule | None = None

    @property
    def settled_by(self) -> TimeRule | None:
        """What settled it: as given, else by its anchor; None where nothing is settled."""
        if self.rule or self.stretch.first is None:
            return self.rule
        return "narrative" if self.anchor == "narrative" else "deictic" if self.anchor else "written"


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a match, read as what they are."""

    cells: dict[str, str]
    numbers: Numbers
    holidays: dict[str, Holiday]

    def __contains__(self, name: str) -> bool:
        return name in self.cells

    def without(self, name: str) -> "Fields":
        """Give the fields but one."""
        return Fields({k: v for k, v in self.cells.items() if k != name}, self.numbers, self.holidays)

    def get(self, name: str) -> str | None:
        """Give a field, None when the match has none."""
        return self.cells.get(name)

    def integer(self, name: str) -> int | None:
        """Give a field as a whole number: its digits, or the value of its words."""
        cell = self.cells.get(name)
        if cell is None:
            return None
        if digits := re.search(r"-?\d+", cell):
            return int(digits[0])
        value = self.numbers.value(cell)
        return int(value) if value is not None else None

    def number(self, name: str) -> float | None:
        """Give a field as a number."""
        cell = self.cells.get(name)
        return None if cell is None else self.numbers.value(cell)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a match stands: what is known there of publication, narrative and tense; attached to a noun or not."""

    anchor: Anchor
    start: int
    end: int
    attached: bool

    @property
    def published(self) -> Published:
        """The date of publication."""
        return self.anchor.published

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.anchor.published.day

    @property
    def tense(self) -> Tense | None:
        """The tense of the clause."""
        return self.anchor.tense_at(self.start)

    def narrative_day(self) -> tuple[date | None, AnchorKind | None]:
        """The day a time without one belongs to."""
        return self.anchor.narrative_day(self.start)
