"""Batches without end, made beside the training by processes of their own."""

from __future__ import annotations

import itertools
import multiprocessing
import random
from collections.abc import Callable, Iterator
from typing import Any

Batch = dict[str, Any]
Group = Any
AHEAD = 12


def feed(
    groups: Callable[[random.Random], Iterator[Group]],
    collate: Callable[[Group, random.Random], Batch],
    seed: int,
    workers: int,
    begin: int = 0,
) -> Iterator[Batch]:
    """Give the batches from a number on, the same ones for any number of workers (0: made by the caller's process).

    `groups` gives those of one round, `collate` makes a batch of one; each round and each batch has a seed of its own.
    """
    if not workers:
        yield from _batches(groups, collate, seed, begin, 1)
    context = multiprocessing.get_context("fork")
    queues: list[Any] = [context.Queue(AHEAD) for _ in range(workers)]
    for k, queue in enumerate(queues):
        context.Process(target=_fill, args=(queue, groups, collate, seed, begin + k, workers), daemon=True).start()
    for queue in itertools.cycle(queues):
        yield queue.get()


def _fill(queue: Any, *args: Any) -> None:
    for batch in _batches(*args):
        queue.put(batch)


def _batches(groups: Any, collate: Any, seed: int, begin: int, stride: int) -> Iterator[Batch]:
    rounds = (groups(random.Random(f"{seed}-{number}")) for number in itertools.count())
    stream = enumerate(itertools.chain.from_iterable(rounds))
    for number, group in itertools.islice(stream, begin, None, stride):
        yield collate(group, random.Random(f"{seed}-batch-{number}"))
