"""What of the world a map shows, and where its degrees are on the picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from selon.knowledge.outlines import Ring

WIDTH, LEAST_TALL, MOST_TALL = 880.0, 340.0, 560.0
MARGIN, LEAST_SPAN = 0.08, 14.0
STEP = 3
"""Pixels between two points of an outline, at least: fewer would weigh more than they show."""
Box = tuple[float, float, float, float]
"""West, south, east and north."""


@dataclass(frozen=True, slots=True)
class View:
    """What of the world is shown, and where its degrees are on the picture."""

    west: float
    north: float
    scale: float
    narrow: float
    tall: float

    @classmethod
    def over(cls, boxes: Sequence[Box]) -> View:
        """Choose what holds all the boxes (west, south, east, north), with a margin and some land around."""
        west, east = min(b[0] for b in boxes), max(b[2] for b in boxes)
        south, north = max(-60.0, min(b[1] for b in boxes)), min(84.0, max(b[3] for b in boxes))
        narrow = max(0.3, math.cos(math.radians((south + north) / 2)))
        wide = max((east - west) * narrow, LEAST_SPAN) * (1 + 2 * MARGIN)
        high = max(north - south, LEAST_SPAN / 2) * (1 + 2 * MARGIN)
        tall = min(MOST_TALL, max(LEAST_TALL, WIDTH * high / wide))
        scale = min(WIDTH / wide, tall / high)
        return cls(
            (west + east) / 2 - WIDTH / scale / narrow / 2, (south + north) / 2 + tall / scale / 2, scale, narrow, tall
        )

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Give the place on the picture, equal steps of longitude and latitude being equal there."""
        return (longitude - self.west) * self.narrow * self.scale, (self.north - latitude) * self.scale

    def shows(self, ring: Ring) -> bool:
        """Tell whether a ring has a part in the picture."""
        left, top = self.at(ring.west, ring.north)
        right, bottom = self.at(ring.east, ring.south)
        return right > 0 and left < WIDTH and bottom > 0 and top < self.tall

    def path(self, ring: Ring) -> str:
        """Write a ring as a path in whole pixels; "" for one that is too small to be seen."""
        placed = [self.at(*point) for point in ring.points]
        kept: list[tuple[int, int]] = []
        for x, y in ((round(x), round(y)) for x, y in placed):
            if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= STEP:
                kept.append((x, y))
        if len(kept) < 3:
            return ""
        steps = "".join(f"l{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(kept))
        return f"M{kept[0][0]} {kept[0][1]}{steps}z"
