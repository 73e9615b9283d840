"""Text that is no table, mail or page: an export of a press database, or one article."""

from __future__ import annotations

from collections.abc import Iterator

from selon.sources.context import Context
from selon.sources.encoding import decode
from selon.sources.factiva import is_factiva_text, read_factiva_text
from selon.sources.found import Found
from selon.sources.nexis import is_nexis, read_nexis
from selon.sources.text import read_text


def read_plain(data: bytes, where: str, context: Context) -> Iterator[Found]:
    """Give the articles of a text."""
    decoded = decode(data)
    if is_factiva_text(decoded.text):
        yield from read_factiva_text(decoded, where, context)
    elif is_nexis(decoded.text):
        yield from read_nexis(decoded.text, where, context)
    else:
        yield from read_text(decoded, where, context.today, context.url)
