"""What a page asks of the corpus, as its address says it, and the addresses of neighbouring questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from selon.corpus.filters import Filters
from selon.errors import CorpusError

SINGLE = ("text", "since", "until", "confidence")
SEVERAL = ("outlet", "type", "status", "voice", "actor", "recipient", "country", "place")
NAMES = SINGLE + SEVERAL
PAGE = 50
LONGEST, MOST, LAST_PAGE = 200, 20, 10_000
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: filters, the number of the page from 1, and the pairs of the address that say them."""

    filters: Filters
    page: int
    pairs: Pairs
    extra: Pairs = ()

    @property
    def offset(self) -> int:
        """Give the number of rows before this page."""
        return (self.page - 1) * PAGE

    def values(self, name: str) -> list[str]:
        """Give the values of a filter as written."""
        return [value for key, value in self.pairs if key == name]

    def url(self, path: str = "", *, page: int = 1, **changes: str | None) -> str:
        """Give the address of this question with some filters or other parameters set anew (None takes one away)."""
        kept = [(key, value) for key, value in (*self.pairs, *self.extra) if key not in changes]
        kept += [(key, value) for key, value in changes.items() if value]
        return address(path, [*kept, *([("page", str(page))] if page > 1 else [])])

    def toggled(self, name: str, value: str, path: str = "") -> str:
        """Give the address of this question with a value of a filter added, or taken away where it is there."""
        pairs: Iterable[tuple[str, str]] = (*self.pairs, *self.extra)
        kept = [pair for pair in pairs if pair != (name, value)]
        return address(path, kept if (name, value) in self.pairs else [*kept, (name, value)])


def address(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Write an address with its parameters."""
    query = urlencode(list(pairs), errors="replace")
    return f"{path}?{query}" if query else path or "?"


def asked(parameters: Iterable[tuple[str, str]], extras: Mapping[str, Iterable[str]] | None = None) -> Asked:
    """Read a question from the parameters of an address; empty ones are passed over.

    `extras` names parameters beside the filters with the values they may have. Raises CorpusError for a filter that
    is none, is longer than LONGEST or has more than MOST values, and for a page that is none.
    """
    pairs: list[tuple[str, str]] = []
    extra: list[tuple[str, str]] = []
    page = 1
    for name, given in parameters:
        value = given.strip()
        if not value:
            continue
        if name == "page":
            page = _page(value)
        elif extras and name in extras:
            if value not in extras[name]:
                raise CorpusError(f"{name} {value[:40]!r}: none of {', '.join(extras[name])}")
            extra.append((name, value))
        elif name in NAMES:
            pairs.append((name, _checked(name, value)))
    return Asked(_filters(pairs), page, tuple(dict.fromkeys(pairs)), tuple(extra))


def _page(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 6 and 1 <= int(value) <= LAST_PAGE):
        raise CorpusError(f"page {value[:40]!r}: a number from 1 to {LAST_PAGE}")
    return int(value)


def _checked(name: str, value: str) -> str:
    if len(value) > LONGEST:
        raise CorpusError(f"{name}: longer than {LONGEST} characters")
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise CorpusError(f"{name}: holds characters that no text has")
    return value


def _filters(pairs: list[tuple[str, str]]) -> Filters:
    if len(pairs) > MOST:
        raise CorpusError(f"more than {MOST} filters")
    single = dict(pair for pair in pairs if pair[0] in SINGLE)

    def several(wanted: str) -> tuple[str, ...]:
        return tuple(value for name, value in pairs if name == wanted)

    return Filters(
        text=single.get("text"), since=single.get("since"), until=single.get("until"),
        confidence=_share(single.get("confidence")), outlet=several("outlet"), type=several("type"),
        status=several("status"), voice=several("voice"), actor=several("actor"), recipient=several("recipient"),
        country=several("country"), place=several("place"),
    )  # fmt: skip


def _share(value: str | None) -> float | None:
    if value is None:
        return None
    if not re.fullmatch(r"[01]([.,]\d{1,6})?", value, re.ASCII):
        raise CorpusError(f"confidence {value[:40]!r}: a number from 0 to 1")
    return float(value.replace(",", "."))
