"""Tables of delimited text (CSV, TSV): one article a row, read row by row."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import BinaryIO

from selon.records import Note
from selon.sources.article import make_article
from selon.sources.cells import Row, read_rows
from selon.sources.columns import ROLES, Layout, find_layout, unknown_columns, with_text_column
from selon.sources.context import Context
from selon.sources.encoding import OLD, Decoded, decode, encoding_notes, unicode_codec
from selon.sources.found import Found, Seen, failure
from selon.sources.rest import again

SAMPLE = 2**20
"""Bytes at the beginning that settle encoding and layout."""

_LINE = 2**25
_GUESSED = 20


def read_table_rows(file: BinaryIO, where: str, context: Context) -> Iterator[Found]:
    """Give an article, or the reason why there is none, for each row; places are "file.csv:LINE", the row's first."""
    sample = file.read(SAMPLE)
    decoded = decode(sample[: sample.rfind(b"\n") + 1] or sample)
    layout = find_layout(decoded.text, context.columns)
    if layout is None:
        yield failure(where, "no column of text named in the first line; say which: --column text=NAME", "no-text")
        return
    if wrong := unknown_columns(layout, context.columns):
        names = ", ".join(layout.header)
        yield failure(where, f"no column {', '.join(map(repr, wrong))}; the columns are {names}", "no-text")
        return
    lines = _lines(again(sample, file), bool(unicode_codec(sample)) or b"\n" not in sample, decoded.encoding)
    first = "".join(islice(lines, layout.lines))
    rows = read_rows(lines, layout.delimiter, len(layout.header), 1 + max(layout.lines, first.count("\n")))
    notes = _file_notes(decoded)
    for found in _articles(rows, layout, where, context):
        yield replace(found, notes=(*notes, *found.notes)) if notes and found.article else found
        notes = () if found.article else notes


def _articles(rows: Iterator[Row], layout: Layout, where: str, context: Context) -> Iterator[Found]:
    start = list(islice(rows, _GUESSED))
    with_text = with_text_column(layout, (row.cells for row in start))
    if not start:
        yield failure(where, "a table without rows", "empty")
        return
    if with_text is None:
        names = ", ".join(layout.header)
        yield failure(where, f"no column of text among {names}; say which: --column text=NAME", "no-text")
        return
    seen = Seen()
    for row in chain(start, rows):
        yield seen.noted(_article(row, with_text, f"{where}:{row.line}", context))


def _article(row: Row, layout: Layout, where: str, context: Context) -> Found:
    cells, width = row.cells, len(layout.header)
    if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
        cells = cells[:width]
    if len(cells) > width or len(cells) <= layout.roles["text"]:
        wrong = f"{len(cells)} cells where the header has {width}; row skipped"
        return failure(where, wrong, "bad-row", row.raw)
    given = {role: cells[n].strip() for role in ROLES if (n := layout.roles.get(role, width)) < len(cells)}
    if not given["text"].strip("\x00\ufeff"):
        name = layout.header[layout.roles["text"]]
        return failure(where, f"the column {name!r} is empty; row skipped", "no-text", row.raw)
    text, lead = given.pop("text"), given.pop("lead", "")
    if lead and not text.startswith(lead):
        text = f"{lead}\n\n{text}"
    article, notes = make_article(text, today=context.today, **given)
    return Found(article, (*_row_notes(row), *notes), where)


def _file_notes(decoded: Decoded) -> tuple[Note, ...]:
    """Say once in what encoding a file is, where all of its beginning is in it."""
    whole = "\ufffd" not in decoded.text and decoded.encoding in OLD
    return tuple(note for note in encoding_notes(decoded) if whole and note.code == "encoding")


def _row_notes(row: Row) -> tuple[Note, ...]:
    return encoding_notes(Decoded(row.raw, "utf-8", True))


def _lines(file: BinaryIO, as_text: bool, codec: str) -> Iterator[str]:
    """Give the lines of a file with their ends, each decoded apart unless the file can only be decoded as a whole."""
    if as_text:
        yield from io.TextIOWrapper(file, encoding=codec, errors="replace", newline="")
        return
    first = True
    while line := file.readline(_LINE):
        text = _decoded(line, codec)
        yield text.removeprefix("\ufeff") if first else text
        first = False


def _decoded(line: bytes, codec: str) -> str:
    """Decode a line as UTF-8, else in the old encoding of the file, else by itself, as in files put together."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(codec, "replace") if codec in OLD else decode(line).text
