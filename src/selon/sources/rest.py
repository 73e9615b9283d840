"""Files seen through something: with what has been read of them put back, or with all they give counted."""

from __future__ import annotations

import io
import zlib
from typing import IO, BinaryIO, cast
from zipfile import BadZipFile

from selon.sources.context import Budget


def again(head: bytes, file: BinaryIO) -> BinaryIO:
    """Give a file whose last bytes read were `head` from there again, without loading more of it."""
    if file.seekable():
        file.seek(-len(head), io.SEEK_CUR)
        return file
    return cast(BinaryIO, io.BufferedReader(_Rest(head, file)))


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


class Metered(io.RawIOBase):
    """A packed file that takes what it gives from a budget; where it is damaged it ends, and `error` tells why.

    It cannot be wound back.
    """

    def __init__(self, file: IO[bytes], budget: Budget) -> None:
        self._read = getattr(file, "read1", file.read)
        self._budget = budget
        self.error: Exception | None = None

    def buffered(self) -> BinaryIO:
        """Give the file as others expect it."""
        return cast(BinaryIO, io.BufferedReader(self))

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Read into a buffer what is there; nothing where the file ends or is damaged."""
        if self.error:
            return 0
        try:
            data = self._read(len(buffer))
        except (OSError, EOFError, ValueError, BadZipFile, zlib.error, NotImplementedError) as error:
            self.error = error
            return 0
        self._budget.take(len(data))
        buffer[: len(data)] = data
        return len(data)
