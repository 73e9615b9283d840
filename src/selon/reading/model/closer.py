"""A closer look at one act or one statement: what stands around it, with its own words marked.

The first look sees a whole window once, for every task. The second takes the states in the middle of that look, marks
the words of one trigger (and the type it has) or of one content, and runs the upper layers again, trained for nothing
but whose act or words these are: on reports that neither had seen it named 77 of 100 recipients right, the first look
65, and 82 actors of 100 instead of 76 (docs/model.md).
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from selon.reading.model.decode import Floats
from selon.reading.model.windows import Window

MOST = 110
"""Most pieces of the sentence that is looked at; a longer one is cut far from the marked words."""

BEFORE, AFTER = 40, 16
"""Pieces of the sentences around it that are added at most."""

EDGE = 12
"""Words at each end of marked words that stay where the sentence is too long."""

CONTENT = "content"
"""The mark of somebody's words; an act's mark is its type."""


class Marked(NamedTuple):
    """Words `first` to `last` (not included) of a text, and what they are marked as."""

    first: int
    last: int
    mark: str


class Closeup(NamedTuple):
    """The words looked at, by their indices in the text, and logits.

    `parties` [relations, words + 1], "nobody" first; `act` [2], of being no act of the marked type, and one.
    """

    words: list[int]
    parties: Floats
    act: Floats


def crop(lengths: Sequence[int], starts: Sequence[int], window: Window, marked: Marked) -> list[int]:
    """Give the words to look at: the sentences of the marked words, and a little around them, inside a window.

    `lengths` are pieces a word, `starts` the sentences' first words.
    """
    first, last = max(marked.first, window.start), min(marked.last, window.end)
    bounds = [*starts, len(lengths)]
    low = max(window.start, bounds[bisect_right(starts, first) - 1])
    high = min(window.end, bounds[bisect_right(starts, last - 1)])
    kept = list(range(low, high))
    if sum(lengths[low:high]) > MOST and last - first > 2 * EDGE:
        kept = [*range(low, first + EDGE), *range(last - EDGE, high)]
    size = sum(lengths[k] for k in kept)
    while size > MOST and len(kept) > 1:
        longer = kept[0] < first and first - kept[0] > kept[-1] - last + 1
        size -= lengths[kept.pop(0 if longer else -1)]
    return [*_before(lengths, kept[0], window.start), *kept, *_after(lengths, kept[-1] + 1, window.end)]


def _before(lengths: Sequence[int], at: int, least: int) -> range:
    start, room = at, BEFORE
    while start > least and lengths[start - 1] <= room:
        start -= 1
        room -= lengths[start]
    return range(start, at)


def _after(lengths: Sequence[int], at: int, most: int) -> range:
    end, room = at, AFTER
    while end < most and lengths[end] <= room:
        room -= lengths[end]
        end += 1
    return range(at, end)


def positions(lengths: Sequence[int], window: Window, words: Sequence[int], marked: Marked) -> dict[str, NDArray[Any]]:
    """Give which pieces of a window are looked at, and what they are.

    `pieces` [pieces], their places in the window; `first` [words + 1], each word's first piece, word 0 being `<s>`;
    `at` [pieces], 1 for marked ones; `word` [], the first marked word.
    """
    offsets = np.concatenate([[1], 1 + np.cumsum(lengths[window.start : window.end])])[np.array(words) - window.start]
    sizes = np.array([lengths[k] for k in words])
    ends = 1 + np.cumsum(sizes)
    whole = itertools.chain.from_iterable(range(o, o + n) for o, n in zip(offsets, sizes, strict=True))
    inside = [marked.first <= k < marked.last for k in words]
    return {
        "pieces": np.fromiter(itertools.chain([0], whole), np.int64),
        "first": np.concatenate([[0], ends - sizes]).astype(np.int64),
        "at": np.concatenate([[0.0], np.repeat(inside, sizes)]).astype(np.float32),
        "word": np.array(1 + inside.index(True), np.int64),
    }
