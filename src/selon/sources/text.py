"""Plain text: one article, its characters kept exactly as they were decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from selon.sources.article import make_article
from selon.sources.encoding import Decoded, encoding_notes
from selon.sources.found import Found, failure


def read_text(decoded: Decoded, where: str, today: date | None = None, url: str | None = None) -> Iterator[Found]:
    """Give the one article of a plain text, had from the address where one is given."""
    if not re.search(r"[^\s\x00\ufeff\u200b]", decoded.text):
        yield failure(where, "empty; nothing to read", "empty")
        return
    article, notes = make_article(decoded.text, url=url, today=today)
    yield Found(article, encoding_notes(decoded) + notes, where)
