"""In which slots the tellings of a happening do not fit together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal

from selon.records import Quantity
from selon.stories.happenings import Telling

Slot = Literal["occurrence", "figures", "days", "actors"]


def disagreements(tellings: Sequence[Telling]) -> tuple[Slot, ...]:
    """Name the slots in which two tellings contradict one another; which one is right is not asked."""
    found: list[Slot] = []
    statuses = {t.event.status for t in tellings}
    if {"actual", "negated"} <= statuses:
        found.append("occurrence")
    if any(_differ(one, other) for one, other in combinations(_quantities(tellings), 2)):
        found.append("figures")
    pairs = list(combinations({t.days for t in tellings if t.days}, 2))
    if any(one[0] > other[1] or other[0] > one[1] for one, other in pairs):
        found.append("days")
    named = {frozenset(k for k in t.actors if not k.startswith("word:")) for t in tellings} - {frozenset()}
    if any(not one & other for one, other in combinations(named, 2)):
        found.append("actors")
    return tuple(found)


def _quantities(tellings: Sequence[Telling]) -> Iterator[Quantity]:
    seen = set()
    for telling in tellings:
        for number in telling.event.quantities:
            quantity = telling.reading.quantities[number]
            key = (quantity.low, quantity.high, quantity.unit, quantity.kind)
            if key not in seen:
                seen.add(key)
                yield quantity


def _differ(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures of the same kind and unit cannot both hold."""
    if (one.kind, one.unit) != (other.kind, other.unit):
        return False
    low, high = max(_low(one), _low(other)), min(_high(one), _high(other))
    return low > high


def _low(quantity: Quantity) -> float:
    return quantity.low if quantity.low is not None else float("-inf")


def _high(quantity: Quantity) -> float:
    return quantity.high if quantity.high is not None else float("inf")
