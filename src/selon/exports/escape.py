"""Text made safe for HTML."""

from __future__ import annotations

import re
from html import escape as _entities

UNSAYABLE = re.compile("[\x00\ud800-\udfff]")
LINK = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


def escape(text: str) -> str:
    """Escape text for HTML content and quoted attributes.

    A carriage return is kept as a reference, since a browser would read it as a line feed; NUL and lone surrogates,
    which HTML cannot hold, become U+FFFD.
    """
    return UNSAYABLE.sub("\ufffd", _entities(text, quote=True)).replace("\r", "&#13;")


def link(url: str | None) -> str | None:
    """Give an address escaped for an attribute, or None when it is no plain http(s) address."""
    return escape(url) if url and LINK.fullmatch(url) else None


def language(code: str | None) -> str:
    """Give a language code fit for a lang attribute, "" (unknown) when it has an odd form."""
    return code if code and re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", code) else ""
