"""From bytes to articles: one module a format, told apart by content."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from selon.sources.found import Found, failure

__all__ = ["Found", "read_bytes", "read_path"]


def read_bytes(data: bytes, where: str = "-", *, today: date | None = None) -> Iterator[Found]:
    """Give what an input holds: at least one article or one reason why there is none; never raises.

    `where` names the input in messages; `today` is the day against which a date counts as future.
    """
    from selon.sources.detect import binary_name, detect

    kind = detect(data)
    if kind == "empty":
        yield failure(where, "empty; nothing to read")
    elif kind == "binary":
        advice = "selon reads plain text, crawled records, JSON Lines and saved HTML"
        yield failure(where, f"{binary_name(data)}; {advice}")
    elif kind == "jsonl":
        yield from _jsonl(_utf8_lines(data), where, today)
    elif kind == "html":
        from selon.sources.html import read_html

        yield from read_html(data, where, today)
    else:
        yield from _decoded(data, kind == "crawl", where, today)


def read_path(path: str | Path, *, today: date | None = None) -> Iterator[Found]:
    """Give what a file holds, JSON Lines line by line; a file that is missing or cannot be read gives one reason."""
    from selon.sources.detect import HEAD, detect
    from selon.sources.encoding import unicode_codec

    where = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        file = open(path, "rb")  # noqa: SIM115 - closed below; only its opening may fail with a ValueError
    except (OSError, ValueError) as error:
        yield failure(where, _reason(error))
        return
    try:
        with file:
            head = file.read(HEAD)
            if detect(head) == "jsonl" and not unicode_codec(head):
                yield from _jsonl(_lines(head, file), where, today)
            else:
                yield from read_bytes(head + file.read(), where, today=today)
    except OSError as error:
        yield failure(where, _reason(error))


def _lines(head: bytes, file: BinaryIO) -> Iterator[bytes]:
    """Give the lines of a file whose beginning has been read already."""
    cut = head.rfind(b"\n") + 1
    yield from io.BytesIO(head[:cut])
    yield head[cut:] + file.readline()
    yield from file


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "a directory; give the files in it"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"


def _utf8_lines(data: bytes) -> Iterable[bytes]:
    """Give the lines of JSON Lines, those in UTF-16 or UTF-32 turned into UTF-8."""
    from selon.sources.encoding import decode, unicode_codec

    return io.BytesIO(decode(data).text.encode("utf-8") if unicode_codec(data) else data)


def _jsonl(lines: Iterable[bytes], where: str, today: date | None) -> Iterator[Found]:
    from selon.sources.jsonl import read_jsonl

    yield from read_jsonl(lines, where, today)


def _decoded(data: bytes, is_crawl: bool, where: str, today: date | None) -> Iterator[Found]:
    from selon.sources.crawl import read_crawl
    from selon.sources.encoding import decode
    from selon.sources.text import read_text

    decoded = decode(data)
    read = read_crawl if is_crawl else read_text
    yield from read(decoded, where, today)
