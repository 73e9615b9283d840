"""An HTML file: an export of a press database, or a saved page."""

from __future__ import annotations

from collections.abc import Iterator

from selon.sources.context import Context
from selon.sources.europresse import is_europresse, read_europresse
from selon.sources.factiva import is_factiva_html, read_factiva_html
from selon.sources.found import Found
from selon.sources.html import decode_page, read_html


def read_page(data: bytes, where: str, context: Context) -> Iterator[Found]:
    """Give the articles of an HTML file."""
    decoded = decode_page(data)
    if is_europresse(decoded.text):
        yield from read_europresse(decoded, where, context)
    elif is_factiva_html(decoded.text):
        yield from read_factiva_html(decoded, where, context)
    else:
        yield from read_html(decoded, where, context.today, context.url)
