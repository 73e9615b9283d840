"""Logits turned into spans, links and trees; plain arrays in, plain tuples out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
NEVER = -1e9


def log_softmax(logits: Floats) -> Floats:
    """Give log-probabilities over the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def spans(logits: Floats, labels: Sequence[str], favour: float = 0.0) -> list[tuple[int, int, str, float]]:
    """Give the spans (first word, last word + 1, kind, score) of the best lawful path of B, I and O.

    `logits` is [words, labels]; `favour` is taken off the logits of O; the score is the geometric mean of the path's
    probabilities over the span.
    """
    if not len(logits):
        return []
    logs = log_softmax(logits - favour * np.array([label == "O" for label in labels], np.float32))
    path = logs.argmax(axis=1)
    lawful = _lawful(labels)
    if not _holds(path, lawful):
        path = _viterbi(logs, lawful)
    chosen = np.take_along_axis(logs, path[:, None], axis=1)[:, 0]
    found = []
    for start in np.flatnonzero([labels[k].startswith("B") for k in path]):
        end = int(start) + 1
        while end < len(path) and labels[path[end]].startswith("I"):
            end += 1
        found.append((int(start), end, labels[path[start]][2:], float(np.exp(chosen[start:end].mean()))))
    return found


def _lawful(labels: Sequence[str]) -> NDArray[np.bool_]:
    """Tell which label may follow which; the last row is the text's start."""
    allowed = [[not b.startswith("I") or a[2:] == b[2:] for b in labels] for a in [*labels, "O"]]
    return np.array(allowed)


def _holds(path: NDArray[np.intp], lawful: NDArray[np.bool_]) -> bool:
    return bool(lawful[-1, path[0]] and lawful[path[:-1], path[1:]].all())


def _viterbi(logs: Floats, lawful: NDArray[np.bool_]) -> NDArray[np.intp]:
    step = np.where(lawful[:-1], 0.0, NEVER)
    best = logs[0] + np.where(lawful[-1], 0.0, NEVER)
    back = np.zeros(logs.shape, np.intp)
    for i in range(1, len(logs)):
        scores = best[:, None] + step
        back[i] = scores.argmax(axis=0)
        best = scores.max(axis=0) + logs[i]
    path = np.zeros(len(logs), np.intp)
    path[-1] = best.argmax()
    for i in range(len(logs) - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
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
