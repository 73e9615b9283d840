"""Logits turned into spans, links and trees; plain arrays in, plain tuples out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Stretch = tuple[int, int, str, float]
NEVER = -1e9


def log_softmax(logits: Floats) -> Floats:
    """Give log-probabilities over the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def softmax(logits: Floats) -> Floats:
    """Give probabilities over the last axis, in 32 bits."""
    wide = logits.astype(np.float32, copy=False)
    powers = np.exp(wide - wide.max(axis=-1, keepdims=True))
    result: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return result


def spans(logits: Floats, labels: Sequence[str], favour: float = 0.0) -> list[Stretch]:
    """Give the spans (first word, last word + 1, kind, score) of the best lawful path of B, I and O.

    `logits` is [words, labels]; `favour` is taken off the logits of O; the score is the geometric mean of the path's
    probabilities over the span.
    """
    if not len(logits):
        return []
    logs = log_softmax(logits - favour * np.array([label == "O" for label in labels], np.float32))
    path = logs.argmax(axis=1)
    allowed = lawful(labels)
    if not _holds(path, allowed):
        path = np.array(_best_lawful(logs.tolist(), allowed))
    return _stretches(path, logs, labels)


def chained(
    logits: Floats, labels: Sequence[str], ends: Sequence[int], steps: Sequence[Sequence[float]]
) -> list[Stretch]:
    """Give the spans of a chain's best path through each window, as `spans` does.

    `ends` are the windows' last words + 1; `steps` [labels + 1, labels] is what a label gains behind another one, in
    the last row at a window's beginning. Method: Lafferty et al. 2001.
    """
    if not len(logits):
        return []
    sizes = np.diff([0, *ends])
    inside = np.arange(sizes.max()) < sizes[:, None]
    padded = np.zeros((*inside.shape, len(labels)))
    padded[inside] = logits
    path = _viterbi(padded, np.where(lawful(labels), steps, NEVER), inside)[inside]
    return _stretches(path, log_softmax(logits), labels)


def _stretches(path: NDArray[np.intp], logs: Floats, labels: Sequence[str]) -> list[Stretch]:
    chosen = np.take_along_axis(logs, path[:, None], axis=1)[:, 0]
    found = []
    for start in np.flatnonzero([labels[k].startswith("B") for k in path]):
        end = int(start) + 1
        while end < len(path) and labels[path[end]].startswith("I"):
            end += 1
        found.append((int(start), end, labels[path[start]][2:], float(np.exp(chosen[start:end].mean()))))
    return found


def lawful(labels: Sequence[str]) -> NDArray[np.bool_]:
    """Tell which label may follow which; the last row is the text's start."""
    allowed = [[not b.startswith("I") or a[2:] == b[2:] for b in labels] for a in [*labels, "O"]]
    return np.array(allowed)


def _holds(path: NDArray[np.intp], allowed: NDArray[np.bool_]) -> bool:
    return bool(allowed[-1, path[0]] and allowed[path[:-1], path[1:]].all())


def _best_lawful(rows: Sequence[Sequence[float]], allowed: NDArray[np.bool_]) -> list[int]:
    """Give the likeliest lawful path through log-probabilities, lists [words, labels]: short loops, no arrays."""
    before = [np.flatnonzero(column).tolist() for column in allowed[:-1].T]
    best, back = [x if first else NEVER for x, first in zip(rows[0], allowed[-1], strict=True)], []
    for row in rows[1:]:
        came = [max(labels, key=best.__getitem__) for labels in before]
        best = [best[j] + x for j, x in zip(came, row, strict=True)]
        back.append(came)
    path = [best.index(max(best))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def _viterbi(scores: NDArray[Any], steps: NDArray[Any], inside: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Give the best path [texts, words] through scores [texts, words, labels]; it stays as it is behind a text."""
    best = scores[:, 0] + steps[-1]
    back = np.zeros(scores.shape, np.intp)
    for i in range(1, scores.shape[1]):
        so_far = best[:, :, None] + steps[:-1]
        here = inside[:, i, None]
        back[:, i] = np.where(here, so_far.argmax(axis=1), np.arange(scores.shape[2]))
        best = np.where(here, so_far.max(axis=1) + scores[:, i], best)
    path = np.zeros(scores.shape[:2], np.intp)
    path[:, -1] = best.argmax(axis=1)
    texts = np.arange(len(scores))
    for i in range(scores.shape[1] - 1, 0, -1):
        path[:, i - 1] = back[texts, i, path[:, i]]
    return path


def tree(scores: Floats) -> list[int]:
    """Give the head of each word of a sentence, -1 for its one root.

    `scores` is [words, words + 1]; column 0 is the root. Method: Chu and Liu 1965, Edmonds 1967, with the root's
    column lowered so that the best tree has one root.
    """
    size = len(scores)
    full = np.full((size + 1, size + 1), NEVER)
    full[1:, :] = scores
    np.fill_diagonal(full, NEVER)
    heads = full.argmax(axis=1)
    heads[0] = 0
    if _cycle(heads) or (heads[1:] == 0).sum() != 1:
        lowered = full.copy()
        lowered[1:, 0] -= 1e4
        heads = np.array(_edmonds(lowered))
    return [int(h) - 1 for h in heads[1:]]


def _cycle(heads: NDArray[np.intp] | Sequence[int]) -> list[int]:
    state = [0] * len(heads)
    state[0] = 2
    for i in range(1, len(heads)):
        trail = []
        while not state[i]:
            state[i] = 1
            trail.append(i)
            i = int(heads[i])
        if state[i] == 1:
            return trail[trail.index(i) :]
        for j in trail:
            state[j] = 2
    return []


def _edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Give the head of each node of the best tree over a score matrix [dependent, head]; node 0 is the root."""
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return [int(h) for h in heads]
    rest = [i for i in range(len(scores)) if i not in set(cycle)]
    inside = scores[cycle, heads[cycle]]
    size = len(rest)
    smaller = np.full((size + 1, size + 1), NEVER)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    leaving = scores[np.ix_(rest, cycle)]
    smaller[:size, size] = leaving.max(axis=1)
    entering = scores[np.ix_(cycle, rest)] - inside[:, None] + inside.sum()
    smaller[size, :size] = entering.max(axis=0)
    solved = _edmonds(smaller)
    out = [int(h) for h in heads]
    for k in range(1, size):
        out[rest[k]] = cycle[int(leaving[k].argmax())] if solved[k] == size else rest[solved[k]]
    broken = int(entering[:, solved[size]].argmax())
    out[cycle[broken]] = rest[solved[size]]
    return out
