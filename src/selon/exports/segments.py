"""Overlapping spans as a row of segments that each lie wholly inside or outside every span."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text and the numbers of the spans that cover it, in the order given."""

    start: int
    end: int
    over: tuple[int, ...] = ()


def segments(text_length: int, spans: Sequence[tuple[int, int]], cuts: Iterable[int] = ()) -> list[Segment]:
    """Cut a text of a length into segments along the spans, and at the further cuts.

    Offsets are code points. The segments follow one another from 0 to the length without a hole; spans are clipped
    to the text, and empty ones cover nothing. An empty text has no segments.
    """
    clipped = [(max(0, start), min(end, text_length)) for start, end in spans]
    bounds = {0, text_length} | {cut for cut in cuts if 0 < cut < text_length}
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(clipped):
        if start < end:
            bounds |= {start, end}
            opening.setdefault(start, []).append(number)
            closing.setdefault(end, []).append(number)
    return list(_sweep(sorted(bounds), opening, closing))


def _sweep(bounds: list[int], opening: dict[int, list[int]], closing: dict[int, list[int]]) -> Iterable[Segment]:
    covering: set[int] = set()
    for start, end in pairwise(bounds):
        covering.difference_update(closing.get(start, ()))
        covering.update(opening.get(start, ()))
        yield Segment(start, end, tuple(sorted(covering)))
