"""What exports of press databases have in common: articles parsed one by one, counted, and compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from selon.records import Note
from selon.sources.article import make_article
from selon.sources.context import Context
from selon.sources.dates import date_pattern, matched_date
from selon.sources.found import Found, Seen, failure
from selon.tables import filled, read_table

_T = TypeVar("_T")
_ERROR_LENGTH = 800
"""Characters of the longest text that is taken for an error page."""


@dataclass(frozen=True, slots=True)
class Item:
    """One article of an export, before it is made: its body in paragraphs, and the whole of it as text."""

    body: list[str]
    raw: str
    title: str | None = None
    lead: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    id: str | None = None
    notes: tuple[Note, ...] = ()


def give(
    pieces: Iterable[_T], parse: Callable[[_T], Item], where: str, context: Context, declared: int | None = None
) -> Iterator[Found]:
    """Give an article, or the reason why there is none, for each piece of an export; places are "file#NUMBER" from 1.

    A piece that cannot be parsed costs only itself; a declared number of articles that is not that of the pieces is
    noted on the last; an article that comes twice is noted.
    """
    seen = Seen()
    last: Found | None = None
    number = 0
    for number, piece in enumerate(pieces, 1):
        if last:
            yield last
        place = f"{where}#{number}"
        try:
            item = parse(piece)
        except Exception as error:  # one broken article never costs the others
            last = failure(place, f"this article cannot be parsed ({type(error).__name__}); skipped", "damaged")
            continue
        last = seen.noted(_found(item, place, context), "\n".join(item.body))
    if last is None:
        yield failure(where, "an export without articles", "empty")
    elif declared is not None and declared != number:
        note = Note("declared-count", f"the file says it has {declared} articles, {number} were found")
        yield replace(last, notes=(*last.notes, note))
    else:
        yield last


def printed_date(text: str) -> str | None:
    """Find the first day with its year in a line of a header, as ISO."""
    for match in re.finditer(rf"(?<!\d){date_pattern()}", text[:500], re.IGNORECASE):
        value = matched_date(match)
        if value and not value.startswith("--"):
            return value
    return None


def starts_with_date(text: str) -> str | None:
    """Give the day, with its year, that a line begins with, as ISO."""
    match = re.match(rf"\s*{date_pattern()}(?!\w)", text[:200], re.IGNORECASE)
    value = matched_date(match) if match else None
    return None if not value or value.startswith("--") else value


def declared_count(text: str) -> int | None:
    """Find how many articles an export says it has, in what stands outside its articles."""
    match = re.search(
        r"(?:documents?|articles?)(?:\s*\(s\))?\s*[:(]\s*(?P<after>\d{1,6})\b|(?<![\d,.])(?P<before>\d{1,6})\s+(?:documents|articles)\b",
        text[:20_000],
        re.IGNORECASE,
    )
    return int(match["after"] or match["before"]) if match else None


def _found(item: Item, where: str, context: Context) -> Found:
    body = "\n".join(item.body)
    if not body.strip():
        return failure(where, "no text in this article; skipped", "no-text", item.raw)
    if len(body) <= _ERROR_LENGTH and any(phrase in _plain(body) for phrase in _error_phrases()):
        return failure(where, "a message of the database instead of an article; fetch it again", "error-page", item.raw)
    lead = item.lead if item.lead and not body.startswith(item.lead) else None
    article, notes = make_article(
        f"{lead}\n{body}" if lead else body,
        id=item.id,
        url=item.url,
        title=item.title,
        published=item.published,
        outlet=item.outlet,
        today=context.today,
    )
    return Found(article, (*item.notes, *notes), where)


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


@cache
def _error_phrases() -> tuple[str, ...]:
    return tuple(row["phrase"] for row in read_table("selon.sources", "error_phrases.tsv", {"phrase": filled}))
