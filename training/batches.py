"""Windows of documents, and batches of windows as tensors."""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from data import IGNORE, NULL, Document
from labels import HEADS, LINKS

from selon.reading.model.windows import Window, windows

BOS, EOS, PAD, UNKNOWN = 0, 2, 1, 3
WHOLE, SHORTEST = 0.6, 30
ALONE = 0.35  # share of the documents whose sentences are windows of their own, as a headline or a lone sentence is


@dataclass(frozen=True)
class Item:
    """A window of a document."""

    document: Document
    window: Window
    size: int


def items(document: Document, most: int, rng: random.Random) -> list[Item]:
    """Cut a document into windows; their size varies, so that a headline by itself is known too."""
    lengths = [len(p) for p in document.pieces]
    if rng.random() < ALONE:
        bounds = itertools.pairwise([*document.starts, len(lengths)])
        found = [Window(a, b, a) for a, b in bounds if a < b and sum(lengths[a:b]) + 2 <= most]
        return [Item(document, w, sum(lengths[w.start : w.end]) + 2) for w in found]
    size = most if rng.random() < WHOLE else rng.randint(SHORTEST, most)
    found = windows(lengths, document.starts, size, 0, rng.randint(size // 2, size))
    return [Item(document, w, sum(lengths[w.start : w.end]) + 2) for w in found]


def schedule(
    train: list[Document],
    passes: dict[str, float],
    most: int,
    batch: int,
    rng: random.Random,
    change: Callable[[Document, random.Random], Document] = lambda document, _: document,
) -> Iterator[list[Item]]:
    """Give one round of batches: each kind of document as often as asked, windows of like length together.

    `change` is done to each document first.
    """
    pool = windows_of(train, passes, most, rng, change)
    rng.shuffle(pool)
    pool.sort(key=lambda i: i.size // 24)
    groups: list[list[Item]] = [[]]
    for item in pool:
        if groups[-1] and (len(groups[-1]) + 1) * max(item.size, groups[-1][-1].size) > batch:
            groups.append([])
        groups[-1].append(item)
    rng.shuffle(groups)
    yield from groups


def windows_of(
    train: Sequence[Document],
    passes: dict[str, float],
    most: int,
    rng: random.Random,
    change: Callable[[Document, random.Random], Document],
) -> list[Item]:
    """Give the windows of one round: each kind of document as often as asked, after `change` is done to it."""
    pool: list[Item] = []
    for kind, times in passes.items():
        documents = [d for d in train if d.kind == kind]
        whole, part = int(times), times - int(times)
        chosen = documents * whole + rng.sample(documents, round(part * len(documents)))
        pool += [i for d in chosen for i in items(change(d, rng), most, rng)]
    return pool


def collate(group: list[Item], rng: random.Random | None = None, unknown: float = 0.0) -> dict[str, Any]:
    """Make the tensors of a batch; with `rng`, a share of the pieces becomes <unk>."""
    b, n = len(group), max(i.size for i in group)
    w = max(i.window.end - i.window.start for i in group) + 1
    ids, mask = np.full((b, n), PAD), np.zeros((b, n), np.float32)
    first = np.zeros((b, w), np.int64)
    labels: dict[str, np.ndarray] = defaultdict(lambda: np.full((b, w), IGNORE))
    heads, sentence = np.full((b, w), IGNORE), np.full((b, w), -1)
    rows = np.zeros((b, len(LINKS), w), bool)
    targets = np.zeros((b, len(LINKS), w, w), np.float32)
    inside = np.zeros((b, w), bool)
    for k, item in enumerate(group):
        document, (start, end) = item.document, (item.window.start, item.window.end)
        row = [BOS]
        for j in range(start, end):
            first[k, j - start + 1] = len(row)
            row += document.pieces[j]
        row.append(EOS)
        if rng:
            row = [row[0], *(UNKNOWN if rng.random() < unknown else i for i in row[1:-1]), row[-1]]
        ids[k, : len(row)], mask[k, : len(row)] = row, 1
        size = end - start
        for head, values in document.labels.items():
            labels[head][k, 1 : size + 1] = values[start:end]
        sentence[k, 0] = 0
        sentence[k, 1 : size + 1] = np.searchsorted(document.starts, np.arange(start, end), "right")
        if document.heads is not None:
            _arcs(document, start, end, heads[k])
        inside[k, : size + 1] = True
        _links(document, start, end, rows[k], targets[k])
    return {
        "ids": torch.from_numpy(ids),
        "mask": torch.from_numpy(mask),
        "first": torch.from_numpy(first),
        "labels": {h: torch.from_numpy(v) for h, v in labels.items() if h in HEADS},
        "heads": torch.from_numpy(heads),
        "sentence": torch.from_numpy(sentence),
        "link_rows": torch.from_numpy(rows),
        "link_targets": torch.from_numpy(targets),
        "inside": torch.from_numpy(inside),
    }


def _arcs(document: Document, start: int, end: int, heads: np.ndarray) -> None:
    assert document.heads is not None
    bounds = [*document.starts, len(document.words)]
    for a, b in itertools.pairwise(bounds):
        if a < start or b > end:
            continue
        lo, hi = a - start + 1, b - start + 1
        values = document.heads[a:b]
        heads[lo:hi] = np.where(values == NULL, 0, values - start + 1)


def _links(document: Document, start: int, end: int, rows: np.ndarray, targets: np.ndarray) -> None:
    for relation, source, to in document.links:
        if not start <= source < end:
            continue
        inside = [0 if t == NULL else t - start + 1 for t in to if t == NULL or start <= t < end]
        at = source - start + 1
        if inside and not rows[relation, at]:
            rows[relation, at] = True
            targets[relation, at, inside] = 1
