"""Crawled records: a line "date YYYY-MM URL", then title, lead and body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from selon.records import Note
from selon.sources.article import make_article
from selon.sources.encoding import Decoded, encoding_notes
from selon.sources.found import Found, failure

_HEADER = re.compile(
    r"^[ \t\ufeff]*date[ \t]+(?P<date>\d{4}(?:-\d{2}){0,2})[ \t]+(?P<url>[a-z]{2,10}://\S+)[ \t]*(?:\r\n|\r|\n|\Z)",
    re.IGNORECASE | re.MULTILINE,
)
_TITLE = re.compile(r"(?P<title>[^\r\n]+)(?P<gap>[\r\n \t]*)")


def read_crawl(decoded: Decoded, where: str, today: date | None = None) -> Iterator[Found]:
    """Give the articles of the records in a file, one as a rule; the text is kept from the title on.

    The title is followed by an empty line, which is put in where the record has none.
    """
    text = decoded.text
    headers = list(_HEADER.finditer(text))
    ends = [header.start() for header in headers[1:]] + [len(text)]
    for header, end in zip(headers, ends, strict=True):
        place = where if len(headers) == 1 else f"{where}:{text.count(chr(10), 0, header.start()) + 1}"
        yield _record(header, text[header.end() : end], place, encoding_notes(decoded), today)


def _record(header: re.Match[str], rest: str, where: str, notes: tuple[Note, ...], today: date | None) -> Found:
    match = _TITLE.match(rest.lstrip())
    if not match:
        return failure(where, "no text after the line with date and URL; record skipped", "no-text")
    title, body = match["title"].rstrip(), rest.lstrip()[match.end() :]
    gap = match["gap"] if len(re.findall(r"\r\n|\r|\n", match["gap"])) > 1 or not body else "\n\n"
    article, more = make_article(
        title + gap + body, url=header["url"], title=title, published=header["date"], today=today
    )
    return Found(article, notes + more, where)
