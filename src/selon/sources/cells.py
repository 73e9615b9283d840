"""The rows of a table of delimited text, whatever its quotation marks: huge cells, stray marks, marks never closed."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 2_000_000
"""Characters beyond which a quoted cell is taken for one that was never closed."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, the number of its first line (from 1), and its text."""

    line: int
    cells: list[str]
    raw: str


def split_row(line: str, delimiter: str) -> list[str]:
    """Split one line at each delimiter, quotation marks being letters like others."""
    return line.rstrip("\r\n").split(delimiter)


def read_rows(lines: Iterator[str], delimiter: str, width: int, first: int = 1) -> Iterator[Row]:
    """Give the rows of lines (with their ends), `first` being the number of the first line.

    A mark closes a cell only before a delimiter or the end of a line; doubled marks are one, others stay. A cell that
    is never closed, or swallows a row of the right width, costs only its own line, which is then split as it stands.
    """
    ahead: deque[str] = deque()
    number = first
    closing = first  # no cell that is open at the end of a line before this one closes earlier
    while (line := _next(ahead, lines)) is not None:
        if not line.strip():
            number += 1
            continue
        taken, cells, stray = _quoted(line, ahead, lines, delimiter, alone=number < closing)
        plain = split_row(line, delimiter)
        if cells is None or _swallows(taken, plain, stray, delimiter, width):
            closing = max(closing, number + len(taken) - (cells is not None))
            ahead.extendleft(reversed(taken[1:]))
            taken, cells = taken[:1], plain
        elif len(taken) == 1 and len(cells) != width and len(plain) == width:
            cells = plain
        yield Row(number, cells, "".join(taken))
        number += len(taken)


def _next(ahead: deque[str], lines: Iterator[str]) -> str | None:
    return ahead.popleft() if ahead else next(lines, None)


def _quoted(
    line: str, ahead: deque[str], lines: Iterator[str], delimiter: str, *, alone: bool
) -> tuple[list[str], list[str] | None, bool]:
    """Give the lines of a row, its cells (None when a mark is never closed) and whether a mark stood astray."""
    row = _Cells(delimiter)
    taken = [line]
    size = len(line)
    row.feed(line)
    while row.open:
        more = None if alone or size > LONGEST else _next(ahead, lines)
        if more is None:
            return taken, None, True
        taken.append(more)
        size += len(more)
        row.feed(more)
    return taken, row.cells, row.stray


def _swallows(taken: list[str], plain: list[str], stray: bool, delimiter: str, width: int) -> bool:
    """Tell whether a row over several lines, one mark of it astray, has taken in a row that is complete."""
    if len(taken) == 1 or not stray or len(plain) != width:
        return False
    second = _Cells(delimiter)
    second.feed(taken[1])
    return len(split_row(taken[1], delimiter)) == width or (not second.open and len(second.cells) == width)


class _Cells:
    """Takes the lines of one row until no cell is open."""

    def __init__(self, delimiter: str) -> None:
        self.cells: list[str] = []
        self.open = False
        self.stray = False
        self._delimiter = delimiter
        self._start = re.compile(r'[ ]*"')
        self._mark = re.compile(rf'""|"(?=[ ]*(?:{re.escape(delimiter)}|[\r\n]*\Z))|"')
        self._parts: list[str] = []

    def feed(self, line: str) -> None:
        at = self._inside(line, 0) if self.open else self._cell(line, 0)
        while at is not None:
            at = self._cell(line, at)

    def _cell(self, line: str, at: int) -> int | None:
        """Read the cell that begins here; give where the next one does, None when the line ends."""
        start = self._start.match(line, at)
        if start:
            self.open, self._parts = True, []
            return self._inside(line, start.end())
        end = line.find(self._delimiter, at)
        self.cells.append(line[at:end] if end >= 0 else line[at:].rstrip("\r\n"))
        return end + 1 if end >= 0 else None

    def _inside(self, line: str, at: int) -> int | None:
        for mark in self._mark.finditer(line, at):
            self._parts.append(line[at : mark.start()])
            at = mark.end()
            if len(mark.group()) == 2:
                self._parts.append('"')
            elif closed := self._closing(line, at):
                self.open = False
                self.cells.append("".join(self._parts))
                return closed if closed <= len(line) and line[closed - 1] == self._delimiter else None
            else:
                self.stray = True
                self._parts.append('"')
        self._parts.append(line[at:])
        return None

    def _closing(self, line: str, at: int) -> int:
        """Give where the next cell begins if a mark before this place closes its cell, past the end if none, else 0."""
        while line[at : at + 1] == " ":
            at += 1
        after = line[at : at + 1]
        if after == self._delimiter:
            return at + 1
        return len(line) + 1 if after in ("", "\r", "\n") else 0
