"""Feeds (RSS, Atom): one article an entry, of what the feed itself holds; nothing is fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from selon.records import Note
from selon.sources.context import Context
from selon.sources.found import Found, failure
from selon.sources.paragraphs import html_paragraphs
from selon.sources.press import Item, give

SHORT = 600
"""Characters below which a summary is taken to stand for an article that is elsewhere."""


def read_feed(data: bytes, where: str, context: Context) -> Iterator[Found]:
    """Give an article for each entry, its title with the full text where the feed has it; places are "file#NUMBER"."""
    import feedparser

    feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False)
    if not feed.entries:
        yield failure(where, "a feed without entries", "empty")
        return
    outlet = _text(feed.feed.get("title")) or None
    broken = feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride)
    found = list(give(feed.entries, lambda entry: _item(entry, outlet), where, context))
    yield from found[:-1]
    note = (Note("damaged", "the feed breaks off or is not well formed; entries may be missing"),) if broken else ()
    yield replace(found[-1], notes=(*found[-1].notes, *note))


def _item(entry: Any, outlet: str | None) -> Item:
    contents = [c.get("value") or "" for c in entry.get("content", [])]
    full = html_paragraphs(max(contents, key=len, default=""))
    summary = html_paragraphs(entry.get("summary") or "")
    body = full if sum(map(len, full)) >= sum(map(len, summary)) else summary
    title = _text(entry.get("title"))
    short = body is summary and sum(map(len, body)) < SHORT
    notes = (Note("summary", "the feed holds a summary only; the article is at its address"),) if short else ()
    day = entry.get("published") or entry.get("updated") or ""
    return Item(
        body=body or ([title] if title else []),
        raw=f"{title}\n{entry.get('summary') or ''}",
        title=title or None,
        published=_day(day, entry.get("published_parsed") or entry.get("updated_parsed")),
        outlet=_text(entry.get("source", {}).get("title")) or outlet,
        url=entry.get("link") or None,
        id=entry.get("id") or None,
        notes=notes,
    )


def _day(written: str, parsed: Any) -> str | None:
    """Give the day as it is written, in the time zone of the feed; feedparser turns it into universal time."""
    from email.utils import parsedate_tz

    iso = re.match(r"\s*(\d{4}-\d\d-\d\d)", written)
    if iso:
        return iso[1]
    local = parsedate_tz(written)
    day = local or parsed
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if day else None


def _text(html: str | None) -> str:
    return " ".join(html_paragraphs(html or ""))
