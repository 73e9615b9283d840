"""What relative times are relative to: the day of publication, and the last date of the narrative before them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from selon.reading.times.calendar import Stretch

Tense = Literal["past", "present", "future"]
AnchorKind = Literal["published", "narrative"]
_PUBLISHED = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
# A date this far from publication is background: it anchors what follows it in its sentence, no more.
_BACKGROUND_DAYS = 45
# A time of day in a new paragraph belongs to a day told before only if that day is this near publication.
_SCENE_DAYS = 4
_PAGE = 1500


@dataclass(frozen=True, slots=True)
class Published:
    """The date of publication as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: date | None = None

    @classmethod
    def parse(cls, published: str | None) -> "Published":
        """Read "YYYY-MM-DD" (a time of day may follow) or "YYYY-MM"; anything else counts as unknown."""
        match = _PUBLISHED.match(published or "")
        if match is None:
            return cls()
        try:
            first = date(int(match[1]), int(match[2]), int(match[3] or 1))
        except ValueError:
            return cls()
        return cls(first.year, first.month, first if match[3] else None)


class Anchor:
    """Keeps the last dates told while a text is read from left to right."""

    def __init__(self, published: Published, tense_at: Callable[[int], Tense | None]) -> None:
        self.published = published
        self.tense_at = tense_at
        self._day: date | None = None
        self._stretch: Stretch | None = None
        self._sentence: Callable[[int, int], bool] = lambda a, b: True
        self._paragraph: Callable[[int, int], bool] = lambda a, b: True
        self._offset = 0
        self._clock: tuple[int, int] | None = None
        self.after_night = False
        """Whether the last date told is a night: a part of day after it belongs to the day after."""

    def boundaries(self, sentence: Callable[[int, int], bool], paragraph: Callable[[int, int], bool]) -> None:
        """Take the tests for a sentence and a paragraph boundary between two offsets."""
        self._sentence, self._paragraph = sentence, paragraph

    def tell(self, stretch: Stretch, offset: int) -> None:
        """Note a date that the narrative tells."""
        if stretch.first is None:
            return
        self.after_night = (stretch.value or "").endswith("TNI")
        if stretch.first == stretch.last or self.after_night:
            self._day = stretch.first
        self._stretch, self._offset = stretch, offset

    def narrative_day(self, offset: int) -> tuple[date | None, AnchorKind | None]:
        """Give the day that "la veille" or "le même jour" counts from, and where it comes from."""
        if self._day is not None and (
            self._days_away() <= _BACKGROUND_DAYS or not self._sentence(self._offset, offset)
        ):
            return self._day, "narrative"
        return self.published.day, "published" if self.published.day else None

    def scene_day(self, offset: int) -> tuple[date | None, AnchorKind | None]:
        """Give the day of a time of day that names none: the narrative's, further off only within a paragraph."""
        far = self._days_away() > _SCENE_DAYS and self._paragraph(self._offset, offset)
        if far or (self._is_ahead() and self.tense_at(offset) == "past"):
            return self.published.day, "published"
        return self.narrative_day(offset)

    def _is_ahead(self) -> bool:
        """Tell whether the narrative's day is after publication: nothing told in the past falls on it."""
        return self._day is not None and self.published.day is not None and self._day > self.published.day

    def _days_away(self) -> int:
        """How far the narrative's day is from publication; 0 when either is unknown."""
        if self._day is None or self.published.day is None:
            return 0
        return abs((self.published.day - self._day).days)

    def narrative_stretch(self, offset: int) -> Stretch | None:
        """Give the last date told, of any length; None when none was."""
        return self._stretch

    def tell_clock(self, minutes: int, offset: int) -> None:
        """Note a clock time, in minutes from midnight."""
        self._clock = minutes, offset

    def narrative_clock(self, offset: int) -> int | None:
        """Give the last clock time told, in minutes from midnight; None when a page away or none was."""
        if self._clock is None or offset - self._clock[1] > _PAGE:
            return None
        return self._clock[0]
