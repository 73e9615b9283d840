"""Read one input of any format: told by its content, in one piece or as it comes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from selon.sources.context import Context, TooLargeError, read_whole
from selon.sources.found import Found, failure
from selon.sources.rest import again

READ = "selon reads text, saved pages, press exports, tables, feeds, mail, PDF, DOCX, WARC and ZIP"


def read_stream(file: BinaryIO, where: str, context: Context) -> Iterator[Found]:
    """Give what an open file holds, at least one article or one reason; never raises, whatever the bytes."""
    return read_guarded(_read(file, where, context), where)


def read_guarded(founds: Iterator[Found], where: str) -> Iterator[Found]:
    """Give what is found, and one reason in the place of an error that breaks off the reading."""
    try:
        yield from founds
    except TooLargeError as error:
        yield failure(where, str(error), "too-large")
    except OSError as error:
        yield failure(where, os_reason(error), "unreadable")
    except Exception as error:  # what a hostile input brings about in the libraries costs this input only
        yield failure(where, f"damaged; what comes after is lost ({shown(error)})", "damaged")


def os_reason(error: OSError | ValueError) -> str:
    """Say why a file cannot be read."""
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"


def shown(error: Exception) -> str:
    """Give an error in a few words."""
    return (" ".join(str(error).split()) or type(error).__name__)[:120]


def _read(file: BinaryIO, where: str, context: Context) -> Iterator[Found]:
    from selon.sources.detect import HEAD, detect

    head = file.read(HEAD)
    kind = detect(head, context.columns)
    if kind in ("csv", "jsonl", "mbox", "warc", "gzip", "zip"):
        yield from _streamed(kind, head, file, where, context)
    else:
        data = head + read_whole(file)
        yield from _whole(detect(data) if kind == "empty" else kind, data, where, context)


def _streamed(kind: str, head: bytes, file: BinaryIO, where: str, context: Context) -> Iterator[Found]:
    match kind:
        case "csv":
            from selon.sources.table import read_table_rows

            yield from read_table_rows(again(head, file), where, context)
        case "jsonl":
            yield from _jsonl(head, file, where, context)
        case "mbox":
            from selon.sources.mbox import read_mbox

            yield from read_mbox(again(head, file), where, context)
        case "warc":
            from selon.sources.warc import read_warc

            yield from read_warc(again(head, file), where, context)
        case "gzip":
            from selon.sources.archive import read_gzip

            yield from read_gzip(again(head, file), where, context)
        case _:
            from selon.sources.archive import read_zip

            yield from read_zip(_seekable(head, file), where, context)


def _whole(kind: str, data: bytes, where: str, context: Context) -> Iterator[Found]:
    match kind:
        case "empty":
            yield failure(where, "empty; nothing to read", "empty")
        case "binary":
            from selon.sources.detect import binary_name

            yield failure(where, f"{binary_name(data)}; {READ}", "binary")
        case "html":
            from selon.sources.page import read_page

            yield from read_page(data, where, context)
        case "feed":
            from selon.sources.feed import read_feed

            yield from read_feed(data, where, context)
        case "mail":
            from selon.sources.mail import read_mail

            yield from read_mail(data, where, context)
        case "crawl":
            from selon.sources.crawl import read_crawl
            from selon.sources.encoding import decode

            yield from read_crawl(decode(data), where, context.today)
        case "pdf":
            from selon.sources.pdf import read_pdf

            yield from read_pdf(data, where, context)
        case _:
            from selon.sources.plain import read_plain

            yield from read_plain(data, where, context)


def _jsonl(head: bytes, file: BinaryIO, where: str, context: Context) -> Iterator[Found]:
    from selon.sources.encoding import decode, unicode_codec
    from selon.sources.jsonl import read_jsonl

    lines: BinaryIO = again(head, file)
    if unicode_codec(head):
        lines = io.BytesIO(decode(read_whole(lines)).text.encode("utf-8"))
    yield from read_jsonl(lines, where, context.today)


def _seekable(head: bytes, file: BinaryIO) -> BinaryIO:
    if file.seekable():
        file.seek(-len(head), io.SEEK_CUR)
        return file
    return io.BytesIO(head + read_whole(file))
