"""PDF files: the text of their pages, lines and broken words joined, running headers left out."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from selon.records import Note
from selon.sources.article import make_article
from selon.sources.context import Context
from selon.sources.found import Found, failure
from selon.sources.paragraphs import unwrap
from selon.tables import filled, one_of, read_table

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGES = 2000
"""Pages that are read of one file."""

_EDGE = 2
_HYPHEN = re.compile(r"(\w+)[-\u2010]\n(\w+)(\S*) ?")


def read_pdf(data: bytes, where: str, context: Context) -> Iterator[Found]:
    """Give the one article of a PDF file; scanned pages, which hold no text, are told."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    with _quiet():
        try:
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                yield failure(where, "a PDF file locked with a password; unlock it first", "encrypted")
                return
            pages = _pages(reader)
        except (PyPdfError, ImportError) as error:
            locked = isinstance(error, ImportError) or "crypt" in str(error).lower()
            reason = "a locked PDF file; unlock it first" if locked else "a damaged PDF file; save it again"
            yield failure(where, f"{reason} ({str(error)[:80]})", "encrypted" if locked else "damaged")
            return
    yield _article(pages, where, context)


def _pages(reader: PdfReader) -> list[str]:
    texts = []
    for page in reader.pages[:PAGES]:
        try:
            texts.append(page.extract_text())
        except Exception:  # pypdf raises many kinds of errors on damaged pages; the others are read
            texts.append("")
    return texts


def _article(pages: list[str], where: str, context: Context) -> Found:
    empty = [str(n) for n, text in enumerate(pages, 1) if not text.strip()]
    if len(empty) == len(pages):
        return failure(where, "no text in this PDF file, scanned perhaps; run text recognition on it (OCR)", "scanned")
    body = "\n".join(unwrap(_lines(pages)))
    notes = (Note("pages", f"pages without text, scanned perhaps: {', '.join(empty[:20])}"),) if empty else ()
    article, more = make_article(body, url=context.url, today=context.today)
    return Found(article, (*notes, *more), where)


def _lines(pages: list[str]) -> list[str]:
    """Give the lines of all pages without what is printed on most of them, words broken at line ends joined."""
    split = [[line.strip() for line in text.splitlines() if line.strip()] for text in pages]
    edges = Counter(key for lines in split for key in {_key(line) for line in [*lines[:_EDGE], *lines[-_EDGE:]]})
    running = {key for key, count in edges.items() if count >= 3 and count > len(pages) / 2}
    kept = []
    for lines in split:
        last = len(lines) - _EDGE
        kept += [line for n, line in enumerate(lines) if _EDGE <= n < last or _key(line) not in running]
    text = "\n".join(kept).replace("\xad\n", "").replace("\xad", "")
    whole = set(re.findall(r"\w+-\w+", text))
    return _HYPHEN.sub(lambda match: _joined(match, whole), text).split("\n")


def _joined(match: re.Match[str], whole: set[str]) -> str:
    """Join a word broken after a hyphen; the hyphen stays in compounds and where the word is written so elsewhere."""
    first, second = match[1], match[2]
    parts = _hyphened()
    compound = first.lower() in parts["first"] or second.lower() in parts["second"]
    keeps = compound or f"{first}-{second}" in whole or not second[0].islower() or first.isdigit()
    return f"{first}{'-' if keeps else ''}{second}{match[3]}\n"


def _key(line: str) -> str:
    """Give what lines that differ by a page number have in common."""
    return re.sub(r"^\d+|\d+(?:\s*(?:/|sur|of)\s*\d+)?$", "0", line)


@cache
def _hyphened() -> dict[str, frozenset[str]]:
    rows = read_table("selon.sources", "hyphened.tsv", {"place": one_of("first", "second"), "parts": filled})
    return {row["place"]: frozenset(row["parts"].split()) for row in rows}


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library's warnings on damaged files off standard error."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)
