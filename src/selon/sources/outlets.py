"""Tell the names of outlets: by what is known of them, by the host of an address, by the words they are made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from selon.knowledge.outlets import load_outlets
from selon.tables import filled, read_table


def choose_outlet(given: str | None, printed: Iterable[str], url: str | None, agencies: Iterable[str]) -> str | None:
    """Name the outlet: as given, else as printed beside the date, else by the host, else the agency of the dateline."""
    host = url_host(url)
    named = given or next(iter(printed), None) or (known_host(host) or host if host else None)
    return named or next(iter(agencies), None)


def url_host(url: str | None) -> str | None:
    """Give the host of an address without "www.", None when it has none."""
    try:
        host = urlsplit(url.strip()).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.").rstrip(".") or None if host else None


def is_outlet(name: str, host: str | None = None) -> bool:
    """Tell an outlet from a person or a place: it is known, shares a word with the host, or has a word of the press."""
    if is_agency(name):
        return True
    words = re.findall(r"\w+", _folded(name))
    if host and any(len(word) >= 4 and word in host for word in words):
        return True
    return not _column("outlet_words.tsv", "word").isdisjoint(words)


def is_agency(name: str) -> bool:
    """Tell whether a name is that of a known agency or outlet."""
    return name in _column("agencies.tsv", "name") or bool(load_outlets().named(name))


def known_host(host: str) -> str | None:
    """Name the outlet of a host, None when it is not known."""
    outlet = load_outlets().by_host(host)
    return outlet.name if outlet else None


@cache
def _column(table: str, column: str) -> frozenset[str]:
    return frozenset(row[column] for row in read_table("selon.sources", table, {column: filled}))


def _folded(text: str) -> str:
    return "".join(ch for ch in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(ch))
