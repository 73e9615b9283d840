"""Where countries are on a map: their outlines, and how far the towns of a division lie apart."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from selon.knowledge.places import SCHEMAS
from selon.tables import read_table

_RING = re.compile(r"-?\d+(?: -?\d+){5,}")
SCHEMA = {
    "code": lambda cell: re.fullmatch(r"[A-Z]{3}", cell) is not None,
    "rings": lambda cell: all(_RING.fullmatch(ring) and ring.count(" ") % 2 for ring in cell.split("|")),
}
Point = tuple[float, float]
SMALLEST = 0.3
"""Degrees that the extent of a division has at least."""


@dataclass(frozen=True, slots=True)
class Ring:
    """One outer ring of a country: its points (longitude, latitude in degrees) and the box around them."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float

    @property
    def area(self) -> float:
        """Give the area of the box in square degrees, to compare sizes by."""
        return (self.east - self.west) * (self.north - self.south)


@cache
def load_outlines() -> dict[str, tuple[Ring, ...]]:
    """Read the outlines by code of country, the largest ring of each first; TableError when the table does not hold."""
    rows = read_table("selon.knowledge", "outlines.tsv", SCHEMA)
    return {row["code"]: tuple(_ring(cell) for cell in row["rings"].split("|")) for row in rows}


def _ring(cell: str) -> Ring:
    points = tuple(_points([int(number) for number in cell.split()]))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Ring(points, min(xs), min(ys), max(xs), max(ys))


def _points(steps: list[int]) -> Iterator[Point]:
    x = y = 0
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x / 10, y / 10


@cache
def load_extents() -> dict[int, float]:
    """Give how far from its middle the towns of a division lie, in degrees, by the GeoNames number of the division."""
    towns: dict[str, list[Point]] = defaultdict(list)
    for row in read_table("selon.knowledge", "towns.tsv", SCHEMAS["towns.tsv"]):
        towns[row["division"]].append((float(row["longitude"]), float(row["latitude"])))
    return {
        int(row["geonames"]): _extent(towns[row["code"]], float(row["longitude"]), float(row["latitude"]))
        for row in read_table("selon.knowledge", "divisions.tsv", SCHEMAS["divisions.tsv"])
        if row["latitude"] and towns[row["code"]]
    }


def _extent(towns: list[Point], longitude: float, latitude: float) -> float:
    narrow = math.cos(math.radians(latitude))
    return max(SMALLEST, *(math.hypot((x - longitude) * narrow, y - latitude) for x, y in towns))
