"""Windows of documents, and batches of windows as tensors."""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from data import IGNORE, NULL, Document
from labels import HEADS, LINKS
from questions import asked, stacked

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
        return _of(document, [Window(a, a, b) for a, b in bounds if a < b and sum(lengths[a:b]) + 2 <= most])
    size = most if rng.random() < WHOLE else rng.randint(SHORTEST, most)
    return cut(document, size, rng.randint(size // 2, size))


def whole(document: Document, most: int) -> list[Item]:
    """Cut a document into windows as it is cut for reading."""
    return cut(document, most, most)


def cut(document: Document, most: int, first: int) -> list[Item]:
    """Cut a document into windows of so many pieces; `first` bounds the first one."""
    return _of(document, windows([len(p) for p in document.pieces], document.starts, most, 0, first))


def _of(document: Document, found: Sequence[Window]) -> list[Item]:
    return [Item(document, w, sum(map(len, document.pieces[w.start : w.end])) + 2) for w in found]


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
    pool = alike(windows_of(train, passes, most, rng, change), rng)
    groups: list[list[Item]] = [[]]
    for item in pool:
        if groups[-1] and (len(groups[-1]) + 1) * max(item.size, groups[-1][-1].size) > batch:
            groups.append([])
        groups[-1].append(item)
    rng.shuffle(groups)
    yield from groups


def alike(pool: list[Item], rng: random.Random) -> list[Item]:
    """Give windows with those of like size together, in no order otherwise."""
    rng.shuffle(pool)
    return sorted(pool, key=lambda i: i.size // 24)


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
        full, part = int(times), times - int(times)
        chosen = documents * full + rng.sample(documents, round(part * len(documents)))
        pool += [i for d in chosen for i in items(change(d, rng), most, rng)]
    return pool


def collate(
    group: list[Item],
    rng: random.Random | None = None,
    unknown: float = 0.0,
    small: Collection[tuple[int, ...]] = (),
) -> dict[str, Any]:
    """Make the arrays of a batch; with `rng`, a share of the pieces becomes <unk>.

    Labels that nobody knows are left out. `links` are by relation: which window and word, and targets [rows, words];
    `questions` are as `questions.asked` gives them.
    """
    b, n = len(group), max(i.size for i in group)
    w = max(i.window.end - i.window.start for i in group) + 1
    ids, mask = np.full((b, n), PAD), np.zeros((b, n), np.float32)
    first = np.zeros((b, w), np.int64)
    labels: dict[str, np.ndarray] = defaultdict(lambda: np.full((b, w), IGNORE))
    heads, sentence = np.full((b, w), IGNORE), np.full((b, w), -1)
    inside = np.zeros((b, w), bool)
    for k, item in enumerate(group):
        document, (start, end) = item.document, (item.window.start, item.window.end)
        row = [BOS, *itertools.chain.from_iterable(document.pieces[start:end]), EOS]
        lengths = [len(p) for p in document.pieces[start:end]]
        size = end - start
        first[k, 1 : size + 1] = 1 + np.cumsum([0, *lengths[:-1]])
        ids[k, : len(row)], mask[k, : len(row)] = row, 1
        for head, values in document.labels.items():
            if head in HEADS:
                labels[head][k, 1 : size + 1] = values[start:end]
        sentence[k, 0] = 0
        sentence[k, 1 : size + 1] = np.searchsorted(document.starts, np.arange(start, end), "right")
        if document.heads is not None:
            _arcs(document, start, end, heads[k])
        inside[k, : size + 1] = True
    if rng:
        noise = np.random.default_rng(rng.getrandbits(32)).random(ids.shape) < unknown
        ids[noise & (ids != PAD) & (ids != BOS) & (ids != EOS)] = UNKNOWN
    return {
        "ids": ids,
        "mask": mask,
        "first": first,
        "labels": {h: v for h, v in labels.items() if (v != IGNORE).any()},
        "sentence": sentence,
        "links": _links(group, w),
        "inside": inside,
        "questions": asked([(i.document, i.window) for i in group], small, rng),
        **({"heads": heads} if (heads != IGNORE).any() else {}),
    }


def tensors(batch: Any, device: str = "cpu") -> Any:
    """Turn the arrays of a batch into tensors."""
    if isinstance(batch, np.ndarray):
        return torch.from_numpy(batch).to(device, non_blocking=True)
    if isinstance(batch, dict):
        return {k: tensors(v, device) for k, v in batch.items()}
    return tuple(tensors(v, device) for v in batch)


def _arcs(document: Document, start: int, end: int, heads: np.ndarray) -> None:
    assert document.heads is not None
    bounds = [*document.starts, len(document.words)]
    for a, b in itertools.pairwise(bounds):
        if a < start or b > end:
            continue
        lo, hi = a - start + 1, b - start + 1
        values = document.heads[a:b]
        heads[lo:hi] = np.where(values == NULL, 0, values - start + 1)


def _links(group: Sequence[Item], words: int) -> dict[str, tuple[np.ndarray, np.ndarray, np.ndarray]]:
    found: dict[str, dict[tuple[int, int], np.ndarray]] = defaultdict(dict)
    for k, item in enumerate(group):
        start, end = item.window.start, item.window.end
        for relation, source, to in item.document.links:
            if start <= source < end:
                targets = np.zeros(words, np.float32)
                targets[[0 if t == NULL else t - start + 1 for t in to if t == NULL or start <= t < end]] = 1
                if targets.any():
                    found[LINKS[relation]].setdefault((k, source - start + 1), targets)
    return {name: stacked([(k, at, t) for (k, at), t in rows.items()]) for name, rows in found.items()}
