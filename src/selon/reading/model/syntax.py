"""The model's parse and names, sentence by sentence, as the steps after it take them."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from selon.reading.model.decode import Floats, Stretch, chained, tree
from selon.reading.model.mend import mend
from selon.reading.model.seen import Seen
from selon.reading.parse import STRAIGHTEN, Name, Parse, Word
from selon.reading.text import Sentence


def parses(seen: Seen, sentences: Sequence[Sentence], labels: dict[str, Any]) -> list[Parse]:
    """Give one tuple of words a sentence, aligned to its tokens; each sentence is a tree of its own."""
    if not seen.words:
        return [() for _ in sentences]
    heads, logits = labels["heads"], seen.logits
    classes = _best(logits["upos"], heads["upos"])
    relations = logits["deprel"].copy()
    relations[:, heads["deprel"].index("root")] = -np.inf
    deps = _best(relations, heads["deprel"])
    plural = (logits["number"].argmax(axis=1) == heads["number"].index("plural")).tolist()
    feminine = (logits["gender"].argmax(axis=1) == heads["gender"].index("feminine")).tolist()
    above = governors(seen)
    found = []
    for start, sentence in zip(seen.starts, sentences, strict=True):
        words = []
        for k, t in enumerate(sentence.tokens, start):
            head = above[k]
            dep = "ROOT" if head == k else deps[k]
            lower = t.text.translate(STRAIGHTEN).lower()
            words.append(Word(t.start, t.end, t.text, lower, classes[k], dep, head - start, plural[k], feminine[k]))
        found.append(mend(tuple(words)))
    return found


def _best(logits: Floats, names: Sequence[str]) -> list[str]:
    return [names[k] for k in logits.argmax(axis=1).tolist()]


def governors(seen: Seen) -> list[int]:
    """Give the head of every word, itself at a root; a sentence cut by a window is a tree in each part."""
    out = list(range(len(seen.words)))
    for window, arcs in zip(seen.windows, seen.arcs, strict=True):
        best = arcs.argmax(axis=1)
        best[0] = 0
        reached = _reaches_root(best)
        for a, b in _stretches(seen, window.own, window.end):
            lo, hi = a - window.start + 1, b - window.start + 1
            part = best[lo:hi]
            if reached[lo:hi].all() and int((part == 0).sum()) == 1:
                heads = (part - lo).tolist()
            else:
                heads = tree(np.concatenate([arcs[lo:hi, :1], arcs[lo:hi, lo:hi]], axis=1))
            for i, h in enumerate(heads):
                out[a + i] = a + h if h >= 0 else a + i
    return _one_root(out, seen.starts)


def _reaches_root(best: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Tell from which words one comes to word 0 by following the heads."""
    at = best
    for _ in range(len(best).bit_length()):
        at = at[at]
    reached: NDArray[np.bool_] = at == 0
    return reached


def _stretches(seen: Seen, start: int, end: int) -> Iterator[tuple[int, int]]:
    inner = seen.starts[bisect_right(seen.starts, start) : bisect_left(seen.starts, end)]
    yield from itertools.pairwise([start, *inner, end])


def _one_root(heads: list[int], starts: Sequence[int]) -> list[int]:
    """Hang the later roots of a sentence that was cut on its first one."""
    for a, b in itertools.pairwise([*starts, len(heads)]):
        roots = [i for i in range(a, b) if heads[i] == i]
        for later in roots[1:]:
            heads[later] = roots[0]
    return heads


def names(seen: Seen, labels: dict[str, Any]) -> list[tuple[Name, ...]]:
    """Give the names of each sentence by token indices."""
    out: list[list[Name]] = [[] for _ in seen.starts]
    for a, b, kind, _ in named(seen, labels):
        k = int(np.searchsorted(seen.starts, a, "right")) - 1
        last = seen.starts[k + 1] if k + 1 < len(seen.starts) else len(seen.words)
        out[k].append(Name(a - seen.starts[k], min(b, last) - seen.starts[k], kind))
    return [tuple(x) for x in out]


def named(seen: Seen, labels: dict[str, Any]) -> list[Stretch]:
    """Give the names of a text by its words."""
    if not seen.words:
        return []
    ends = [w.end for w in seen.windows]
    return chained(seen.logits["name"], labels["heads"]["name"], ends, labels["steps"]["name"])
