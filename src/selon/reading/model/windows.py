"""Sentences packed into windows the model can take, with words before them for context."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from selon.reading.model.pieces import Offsets
from selon.reading.text import Sentence

SPECIAL = 2


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` to `end` of a text, of which those from `own` on are this window's to label."""

    start: int
    own: int
    end: int


def words_of(sentences: Sequence[Sentence]) -> tuple[list[Offsets], list[int]]:
    """Give the words of some sentences, and the index of each sentence's first word."""
    words: list[Offsets] = []
    starts: list[int] = []
    for sentence in sentences:
        starts.append(len(words))
        words += [(t.start, t.end) for t in sentence.tokens]
    return words, starts


def windows(
    lengths: Sequence[int], starts: Sequence[int], most: int, context: int, first: int | None = None
) -> list[Window]:
    """Pack sentences into windows of at most `most` pieces, `context` of them before the window's own words.

    `lengths` are pieces a word. A sentence that is longer than a window is cut. `first` bounds the first window only.
    """
    bounds = [*starts, len(lengths)]
    out: list[Window] = []
    own, size = 0, 0
    limit = (first or most) - SPECIAL
    for a, b in itertools.pairwise(bounds):
        for at in range(a, b):
            whole = sum(lengths[a:b]) if at == a else 0
            room = limit - (context if out else 0)
            if at > own and (size + lengths[at] > room or (size + whole > room and whole <= most - SPECIAL - context)):
                out.append(Window(_back(lengths, own, context), own, at))
                own, size, limit = at, 0, most - SPECIAL
            size += lengths[at]
    if own < len(lengths):
        out.append(Window(_back(lengths, own, context), own, len(lengths)))
    return out


def _back(lengths: Sequence[int], own: int, context: int) -> int:
    start, size = own, 0
    while start > 0 and size + lengths[start - 1] <= context:
        start -= 1
        size += lengths[start]
    return start
