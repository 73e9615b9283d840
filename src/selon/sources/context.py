"""What readers of all formats are told: the day, the columns, how deep they are and how much they may unpack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import BinaryIO

WHOLE = 256 * 2**20
"""Bytes of the largest input that is read in one piece; tables, mailboxes, archives and JSON Lines may be larger."""

UNPACKED = 32 * 2**30
"""Bytes that one input may unpack to, all archives within archives together."""

DEPTH = 3
"""Archives within archives that are opened."""


class TooLargeError(Exception):
    """An input is larger than what is read."""


@dataclass
class Budget:
    """Bytes that may still be unpacked from an input."""

    left: int = UNPACKED

    def take(self, size: int) -> None:
        """Use some up; TooLargeError when there is less."""
        self.left -= size
        if self.left < 0:
            raise TooLargeError(f"unpacks to more than {UNPACKED // 2**30} GiB; unpack it and give its parts")


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader of a format is told.

    `today` is the day against which a date counts as future, `columns` names columns by role (text, title …), `url` is
    the address a page was had from.
    """

    today: date | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None
    depth: int = 0
    budget: Budget = field(default_factory=Budget)

    def within(self, url: str | None = None) -> Context:
        """Give the context one archive deeper."""
        return replace(self, depth=self.depth + 1, url=url)


def read_whole(file: BinaryIO, limit: int | None = None) -> bytes:
    """Read the rest of a file; TooLargeError when it is larger than `WHOLE`, or than the limit in bytes."""
    limit = WHOLE if limit is None else limit
    data = file.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(f"larger than {limit // 2**20} MiB; split it")
    return data
