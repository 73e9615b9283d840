"""Sentences packed into windows the model can take, with words before them for context."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from runtime.pieces import Offsets

ENDS = frozenset(".!?…")
CLOSERS = frozenset("»\"”’')]")
SPECIAL = 2


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` to `end` of a text, of which those from `own` on are this window's to label."""

    start: int
    own: int
    end: int


def sentence_starts(text: str, words: Sequence[Offsets]) -> list[int]:
    """Give the index of the first word of every sentence: after a line break, or after a full stop and a blank."""
    starts = [0] if words else []
    stop = False
    for i in range(1, len(words)):
        before, gap = text[words[i - 1][0] : words[i - 1][1]], text[words[i - 1][1] : words[i][0]]
        initial = i > 1 and words[i - 1][0] == words[i - 2][1] and words[i - 2][1] - words[i - 2][0] == 1
        stop = (before in ENDS and not initial) or (stop and before in CLOSERS)
        opens = text[words[i][0]] not in CLOSERS and not text[words[i][0]].islower()
        if "\n" in gap or (stop and gap and opens):
            starts.append(i)
    return starts


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
