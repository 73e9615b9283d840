"""A closer look at acts and statements, one question for each: who does it, whom it befalls, where, who speaks.

The first look sees a whole window once, for every task. The second marks the words of one trigger (with the type it
has) or of one content and looks at the words around that can be a party. They go through layers of their own, in which
each attends to the others of its question and to what the encoder's layers made of the window (training/closer.py).
The text is not run again, so a question costs no more than its few words.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from selon.reading.model.decode import Floats
from selon.reading.model.pieces import Pieces
from selon.reading.model.windows import Window

CONTENT = "content"
"""The mark of somebody's words; an act's mark is its type."""

CANDIDATE = "candidate"
"""The mark of a word that can be a party."""

QUESTION = ("piece", "mark", "question", "head")
"""What the second look takes beside the states, by its names in `Asked` and in the exported file."""

MOST, BEFORE, AFTER = 20, 4, 2
"""Candidates of the sentences of the marked words, of those before and of those after, at most."""


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


class Asked(NamedTuple):
    """The words of some questions: their indices in the text, places and marks.

    `piece`, `mark` and `question` [words], the first pieces counted from `<s>`; `head` [questions], which word is the
    first marked one.
    """

    words: list[list[int]]
    piece: NDArray[np.int64]
    mark: NDArray[np.int64]
    question: NDArray[np.int64]
    head: NDArray[np.int64]


def small_words(pieces: Pieces, words: Iterable[str]) -> frozenset[tuple[int, ...]]:
    """Give the pieces of words that cannot be a party, at the head of a sentence too, behind a blank and without."""
    text, spans = "", []
    for form in sorted({form for word in words for form in (word, word.capitalize())}):
        for before in (" ", " ("):
            text += before
            spans.append((len(text), len(text) + len(form)))
            text += form
    return frozenset(pieces.of_words(text, spans))


def candidates(small: Sequence[bool], starts: Sequence[int], window: Window, marked: Marked) -> list[int]:
    """Give the words that can be a party of what is marked: those near it that are not small ones.

    `starts` are the sentences' first words; only words of the window are given.
    """
    first, last = max(marked.first, window.start), min(marked.last, window.end)
    bounds = [*starts, len(small)]
    low = max(window.start, bounds[bisect_right(starts, first) - 1])
    high = min(window.end, bounds[bisect_right(starts, last - 1)])
    here = [k for k in (*range(low, first), *range(last, high)) if not small[k]]
    near = sorted(here, key=lambda k: max(first - k, k - last + 1))[:MOST]
    before = [k for k in range(window.start, low) if not small[k]]
    after = [k for k in range(high, window.end) if not small[k]]
    return sorted([*before[-BEFORE:], *near, *after[:AFTER]])


def ask(
    lengths: Sequence[int],
    small: Sequence[bool],
    starts: Sequence[int],
    window: Window,
    marked: Sequence[Marked],
    marks: Sequence[str],
) -> Asked:
    """Give what the questions about a window are made of; `lengths` are pieces a word."""
    sizes = np.asarray(lengths[window.start : window.end])
    pieces = 1 + np.cumsum(sizes) - sizes
    words, mark = [], []
    for m in marked:
        ends = sorted({m.first, min(m.last, window.end) - 1})
        found = candidates(small, starts, window, m)
        words.append([*ends, *found])
        mark += [marks.index(m.mark)] * len(ends) + [marks.index(CANDIDATE)] * len(found)
    number = [len(w) for w in words]
    flat = np.fromiter(itertools.chain.from_iterable(words), np.int64)
    head = np.cumsum([0, *number[:-1]], dtype=np.int64)
    question = np.repeat(np.arange(len(words)), number).astype(np.int64)
    return Asked(words, pieces[flat - window.start], np.array(mark, np.int64), question, head)


def answers(asked: Asked, parties: Floats, none: Floats, act: Floats) -> list[Closeup]:
    """Give each question's closeup from logits: `parties` [words, relations], `none` and `act` [questions, …]."""
    return [
        Closeup(words, np.concatenate([none[q][:, None], parties[start : start + len(words)].T], 1), act[q])
        for q, (words, start) in enumerate(zip(asked.words, asked.head.tolist(), strict=True))
    ]
