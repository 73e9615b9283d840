"""Readings from what a command is given: reports to read, readings as JSON Lines, a corpus."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from selon.cli import Run
    from selon.records import Reading

CORPUS = b"SQLite format 3\x00"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def readings_of(files: list[str], run: Run) -> Iterator[Reading]:
    """Give the readings of inputs, in order: stored ones are loaded, reports are read; "-" is standard input.

    The run counts what was read and what failed. Reports that follow one another are read in one go.
    """
    reports: list[str] = []
    for name in files:
        stored = _stored(name, run)
        if stored is None:
            reports.append(name)
            continue
        yield from run.readings(reports) if reports else ()
        reports = []
        for reading in stored:
            run.read += 1
            yield reading
    yield from run.readings(reports) if reports else ()


def _stored(name: str, run: Run) -> Iterator[Reading] | None:
    """Give the readings that an input holds as such, None when it holds reports or cannot be opened."""
    if name == "-":
        head = sys.stdin.buffer.peek() if hasattr(sys.stdin.buffer, "peek") else b""
        first = head.split(b"\n", 1)[0]
        return _lines(sys.stdin.buffer, "standard input", run) if _is_reading(first) else None
    try:
        with open(name, "rb") as file:
            first = file.readline()
    except (OSError, ValueError):
        return None
    if first.startswith(CORPUS):
        return _corpus(name)
    return _file(Path(name), run) if _is_reading(first) else None


def is_corpus(name: str) -> bool:
    """Tell whether a file is a corpus."""
    try:
        with open(name, "rb") as file:
            return file.read(len(CORPUS)) == CORPUS
    except (OSError, ValueError):
        return False


def _is_reading(line: bytes) -> bool:
    """Tell a line of readings by its beginning, which may be all there is of a long one."""
    start = line.removeprefix(BYTE_ORDER_MARK).lstrip()[:12].replace(b" ", b"")
    return start.startswith(b'{"article":')


def _corpus(name: str) -> Iterator[Reading]:
    from selon.corpus import open_corpus
    from selon.corpus.reprints import with_reprints

    with open_corpus(name, create=False, read_only=True) as corpus:
        yield from with_reprints(corpus)


def _file(path: Path, run: Run) -> Iterator[Reading]:
    with path.open("rb") as file:
        yield from _lines(file, str(path), run)


def _lines(file: BinaryIO, where: str, run: Run) -> Iterator[Reading]:
    from selon.cli import complain
    from selon.errors import SelonError
    from selon.records import Reading

    for number, line in enumerate(chain(file), 1):
        if not line.strip():
            continue
        try:
            yield Reading.from_dict(json.loads(line.removeprefix(BYTE_ORDER_MARK)))
        except (ValueError, SelonError) as error:
            run.failed += 1
            complain(f"{where}:{number}: {' '.join(str(error).split())}; line skipped")
