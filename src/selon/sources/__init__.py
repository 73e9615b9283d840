"""From bytes to articles: one module a format, told apart by content."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import BinaryIO

from selon.sources.found import Found, failure

__all__ = ["Found", "read_bytes", "read_file", "read_path"]


def read_bytes(
    data: bytes, where: str = "-", *, today: date | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Give what an input holds: at least one article or one reason why there is none; never raises.

    `where` names the input in messages; `today` is the day against which a date counts as future; `columns` says which
    column of a table is what: {"text": "contenu", "published": "jour"}.
    """
    return read_file(io.BytesIO(data), where, today=today, columns=columns)


def read_file(
    file: BinaryIO, where: str = "-", *, today: date | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Give what an open binary file holds, as `read_bytes` does, without loading what is read piece by piece."""
    from selon.sources.context import Context
    from selon.sources.stream import read_stream

    yield from read_stream(file, where, Context(today=today, columns=columns or {}))


def read_path(
    path: str | Path, *, today: date | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Give what a file holds, or all files of a folder; what is missing or cannot be read gives one reason."""
    where = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        if os.path.isdir(path):
            from selon.sources.folder import read_folder

            yield from read_folder(Path(path), where, lambda file: read_path(file, today=today, columns=columns))
            return
        file = open(path, "rb")  # noqa: SIM115 - closed below; only its opening may fail with a ValueError
    except (OSError, ValueError) as error:
        yield _unread(where, error)
        return
    with file:
        yield from read_file(file, where, today=today, columns=columns)


def _unread(where: str, error: OSError | ValueError) -> Found:
    from selon.sources.stream import os_reason

    if isinstance(error, FileNotFoundError):
        return failure(where, "no such file", "missing")
    if isinstance(error, PermissionError):
        return failure(where, "no permission to read it", "permission")
    return failure(where, os_reason(error), "unreadable")
