"""Many readers at once: worker processes that read, and what happens when one is killed."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from selon.records import Article, Note, Reading

BATCH = 8
"""Articles a worker reads at a time: what is read again when it is killed."""

AHEAD = 3
"""Batches that wait for each worker."""

Key = TypeVar("Key")
Item = tuple[Article, tuple[Note, ...]]
Read = Reading | str
"""A reading, or the reason why there is none."""


class ArticleReader(Protocol):
    """What reads articles; `selon.Reader` is one."""

    def pipe_with_notes(self, found: Iterable[tuple[Article, Sequence[Note]]]) -> Iterator[Reading]:
        """Read articles with the notes of their inputs, in order."""
        ...


MakeReader = Callable[[], ArticleReader]


def read_items(reader: ArticleReader, items: Sequence[Item]) -> list[Read]:
    """Read articles; where one makes the reader fail, the others are read all the same."""
    try:
        return list(reader.pipe_with_notes(items))
    except Exception as error:  # the reader's own fault must not cost the other articles
        if len(items) == 1:
            return [f"the reader failed: {type(error).__name__}: {' '.join(str(error).split())[:200]}"]
        return [read for item in items for read in read_items(reader, [item])]


def read_all(items: Iterable[tuple[Key, Item]], make_reader: MakeReader, jobs: int = 1) -> Iterator[tuple[Key, Read]]:
    """Read articles in this process or, with more jobs, in worker processes; each comes back by its key, in any order.

    When a worker is killed, the batches under way are read again, one at a time; the article on which workers die
    twice is given up with its reason, and no other.
    """
    if jobs <= 1:
        reader = make_reader()
        for batch in batches(items):
            yield from zip((key for key, _ in batch), read_items(reader, [item for _, item in batch]), strict=True)
        return
    with _Pool[Key](make_reader, jobs) as pool:
        yield from pool.read(batches(items))


def batches(items: Iterable[tuple[Key, Item]]) -> Iterator[list[tuple[Key, Item]]]:
    """Cut items into batches."""
    batch: list[tuple[Key, Item]] = []
    for item in items:
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


@dataclass(slots=True)
class _Batch(Generic[Key]):
    items: list[tuple[Key, Item]]
    killed: int = 0


@dataclass(slots=True)
class _Pool(Generic[Key]):
    """A pool that is made anew when a worker dies."""

    make_reader: MakeReader
    jobs: int
    suspects: deque[_Batch[Key]] = field(default_factory=deque)
    _executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> _Pool[Key]:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, waiting: Iterator[list[tuple[Key, Item]]]) -> Iterator[tuple[Key, Read]]:
        """Read batches, keeping each worker busy."""
        under_way: dict[Future[list[Read]], _Batch[Key]] = {}
        more = True
        while more or under_way:
            while more and len(under_way) < self.jobs * AHEAD and not self.suspects:
                items = next(waiting, None)
                more = items is not None
                if items and not self._submit(_Batch(items), under_way):
                    break
            if under_way:
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in done:
                    yield from self._collect(future, under_way.pop(future))
            if self.suspects:
                self.suspects.extend(under_way.values())
                under_way.clear()
                yield from self._one_at_a_time()

    def _submit(self, batch: _Batch[Key], under_way: dict[Future[list[Read]], _Batch[Key]]) -> bool:
        try:
            under_way[self._start(batch)] = batch
        except BrokenProcessPool:
            self.suspects.append(batch)
            return False
        return True

    def _start(self, batch: _Batch[Key]) -> Future[list[Read]]:
        if self._executor is None:
            context = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(self.jobs, context, _begin_worker, (self.make_reader,))
        return self._executor.submit(_read_in_worker, [item for _, item in batch.items])

    def _collect(self, future: Future[list[Read]], batch: _Batch[Key]) -> Iterator[tuple[Key, Read]]:
        try:
            read = future.result()
        except BrokenProcessPool:
            self.suspects.append(batch)
            return
        yield from zip((key for key, _ in batch.items), read, strict=True)

    def _one_at_a_time(self) -> Iterator[tuple[Key, Read]]:
        """Read the batches that were under way when a worker died, so that it is known which one kills."""
        self._stop()
        while self.suspects:
            batch = self.suspects.popleft()
            try:
                read = self._start(batch).result()
            except BrokenProcessPool:
                self._stop()
                yield from self._blame(batch)
                continue
            yield from zip((key for key, _ in batch.items), read, strict=True)

    def _blame(self, batch: _Batch[Key]) -> Iterator[tuple[Key, Read]]:
        """Cut a batch that killed a worker by itself into single articles; give up one that did it twice."""
        if len(batch.items) > 1:
            self.suspects.extendleft(_Batch([item]) for item in reversed(batch.items))
        elif batch.killed == 0:
            self.suspects.appendleft(_Batch(batch.items, 1))
        else:
            yield batch.items[0][0], "the reader was killed on it twice (out of memory?)"

    def _stop(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


_reader: ArticleReader | None = None


def _begin_worker(make_reader: MakeReader) -> None:
    global _reader
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _reader = make_reader()


def _end_with(sentinel: int) -> None:
    """End this worker when its parent is gone, were it killed."""
    multiprocessing.connection.wait([sentinel])
    os._exit(1)


def _read_in_worker(items: list[Item]) -> list[Read]:
    assert _reader is not None
    return read_items(_reader, items)


def default_reader() -> ArticleReader:
    """Make the reader of this version of selon."""
    from selon.reading.reader import Reader

    return Reader()
