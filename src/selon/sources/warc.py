"""Web archives (WARC): each page that was had with success, read as a saved page would be."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from selon.sources.context import Context, TooLargeError
from selon.sources.found import Found, Seen, failure, left_out
from selon.sources.rest import again
from selon.sources.stream import read_stream, shown

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

LARGEST = 32 * 2**20
"""Bytes of the largest page that is read."""

_BEGINNING = b"\nWARC/1."
_CHUNK = 65_536
_TYPES = ("text/html", "application/xhtml", "text/plain", "application/pdf", "application/json", "text/csv")


def read_warc(file: BinaryIO, where: str, context: Context) -> Iterator[Found]:
    """Give the articles of the pages in a web archive, compressed or not; places are "file#NUMBER", of all its records.

    Pages without an article are left out and said; pictures, scripts, requests, redirections and errors are counted in
    one line. Where the archive breaks off, what came before is given.
    """
    seen = Seen()
    other: Counter[str] = Counter()
    pages = 0
    records = _records(file)
    for number, record in records:
        if isinstance(record, Exception):
            wrong = f"damaged after record {number}; records may be missing ({shown(record)})"
            yield failure(where, wrong, "damaged")
            continue
        kind = _kind(record)
        if kind:
            other[kind] += 1
            continue
        pages += 1
        for found in _page(record, f"{where}#{number}", context):
            yield seen.noted(found)
    if other:
        kinds = ", ".join(f"{kind} ({count})" for kind, count in sorted(other.items()))
        yield left_out(where, f"records that are no pages, left out: {kinds}", "not-page")
    if not pages:
        yield failure(where, "no page in this web archive", "empty")


def _records(file: BinaryIO) -> Iterator[tuple[int, Any]]:
    """Give the records with their numbers from 1, and errors with the number of the record before.

    After a record that is damaged, reading goes on at the next that begins as one.
    """
    stream: _Stream | None = _Stream(file)
    number = 0
    while stream:
        end, error = 0, None
        try:
            for record in _parsed(stream):
                number += 1
                end = record.stream_pos + record.content_length
                yield number, record
        except Exception as raised:  # what fastwarc raises on damaged archives
            error = raised
        except BaseException as raised:  # its panics are no ordinary exceptions
            if type(raised).__name__ != "PanicException":
                raise
            error = ValueError("not understood")
        if isinstance(stream.error, TooLargeError):
            raise stream.error
        error = stream.error or error or (EOFError("the last record is cut off") if end > stream.given else None)
        if error:
            yield number, error
        stream = stream.next_record(end) if error else None


def _parsed(stream: _Stream) -> Iterator[WarcRecord]:
    from fastwarc.warc import ArchiveIterator

    return iter(ArchiveIterator(cast(BinaryIO, stream), auto_decode="all", fsspec_args=False))


class _Stream:
    """A file as fastwarc takes it; it ends where reading fails, for an error within would be a panic."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._last = b""
        self.given = 0
        self.error: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            data = b"" if self.error else self._file.read(size)
        except Exception as error:
            self.error = error
            return b""
        self.given += len(data)
        self._last = data or self._last
        return data

    def tell(self) -> int:
        return self.given

    def next_record(self, after: int) -> _Stream | None:
        """Give the file from the next beginning of a record that is after a place, None where there is none."""
        data = self._last[max(0, after - self.given + len(self._last)) :]
        while not self.error:
            found = data.find(_BEGINNING)
            if found >= 0:
                return _Stream(again(data[found + 1 :], self._file))
            more = self.read(_CHUNK)
            if not more:
                break
            data = data[-len(_BEGINNING) :] + more
        return None


def _kind(record: WarcRecord) -> str | None:
    """Name what a record holds where it is no page, None where it is one."""
    kind = (record.headers.get("WARC-Type") or "record without a type")[:60]
    if kind not in ("response", "resource", "conversion"):
        return kind
    headers = record.http_headers
    if headers is not None and headers.status_code is not None and headers.status_code != 200:
        return f"status {headers.status_code}"
    declared = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    return None if not declared or declared.startswith(_TYPES) else declared[:60]


def _page(record: WarcRecord, where: str, context: Context) -> Iterator[Found]:
    url = record.headers.get("WARC-Target-URI") or None
    data = record.reader.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield failure(where, f"a page of more than {LARGEST // 2**20} MiB ({url}); skipped", "too-large")
        return
    context.budget.take(len(data))
    for found in read_stream(io.BytesIO(data), where, context.within(url)):
        usual = found.code in ("no-article", "empty", "binary")
        yield replace(found, skipped=True, failed=f"{found.failed} ({url})") if usual else found
