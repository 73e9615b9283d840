"""Files seen through something: with what has been read of them put back, or with all they give counted."""

from __future__ import annotations

import io
from typing import IO, BinaryIO, cast

from selon.sources.context import Budget


def again(head: bytes, file: BinaryIO) -> BinaryIO:
    """Give a file whose last bytes read were `head` from there again, without loading more of it."""
    if file.seekable():
        file.seek(-len(head), io.SEEK_CUR)
        return file
    return cast(BinaryIO, io.BufferedReader(_Rest(head, file)))


def metered(file: IO[bytes], budget: Budget) -> BinaryIO:
    """Give a packed file that takes what it gives from the budget; it cannot be wound back."""
    return cast(BinaryIO, io.BufferedReader(_Metered(file, budget)))


class _Rest(io.RawIOBase):
    """What has been read of a file, then the rest of it."""

    def __init__(self, head: bytes, file: BinaryIO) -> None:
        self._head = head
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        size = len(buffer)
        data, self._head = (self._head[:size], self._head[size:]) if self._head else (self._file.read(size), b"")
        buffer[: len(data)] = data
        return len(data)


class _Metered(io.RawIOBase):
    """A packed file that takes what it gives from the budget."""

    def __init__(self, file: IO[bytes], budget: Budget) -> None:
        self._file = file
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._file.read(len(buffer))
        self._budget.take(len(data))
        buffer[: len(data)] = data
        return len(data)
