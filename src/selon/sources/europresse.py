"""Europresse exports in HTML: many articles a file, in the layouts of the last years.

The class names are those that public readers of these exports look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from selon.records import Note
from selon.sources.context import Context
from selon.sources.encoding import Decoded, encoding_notes
from selon.sources.found import Found, failure
from selon.sources.paragraphs import paragraphs, parse_page
from selon.sources.press import Item, declared_count, give, printed_date

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARK = re.compile(r"class\s*=\s*[\"'][^\"']*\bDocPublicationName\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?P<kind>news|web|tvnw|bio|rep|study)\s?[·•.]\s?(?P<day>\d{8})\s?[·•.]\s?\S+")
_ISSUE = re.compile(r",?\s+(?:no|n°|nº|n\.|num[ée]ro|issue|#)\s*\.?\s*[\w-]*\d.*$", re.IGNORECASE)
_SITE = re.compile(r"\s*\((?:r[ée]f\.\s*)?(?:site\s*web|web\s*site|website)[^()]*\)\s*$", re.IGNORECASE)
_SEEN_IN = re.compile(
    r"(?:cet article est paru dans|this article (?:was published|appeared|first appeared) in)\b", re.IGNORECASE
)


def is_europresse(html: str) -> bool:
    """Tell an Europresse export by the class of the names of outlets."""
    return _MARK.search(html) is not None


def read_europresse(decoded: Decoded, where: str, context: Context) -> Iterator[Found]:
    """Give the articles of an Europresse export, places being "file#NUMBER".

    Outlet and date come from the header, never from title or body; the day in the document number is only compared.
    """
    root = parse_page(decoded.text)
    blocks = _blocks(root) if root is not None else []
    if root is None or not blocks:
        yield failure(where, "an Europresse export without articles", "empty")
        return
    outside = " ".join(paragraphs(root, frozenset(blocks)))
    notes = encoding_notes(decoded)
    yield from give(blocks, lambda block: _item(block, notes), where, context, declared_count(outside))


def _blocks(root: _Element) -> list[_Element]:
    """Give the elements that hold one article each: `article`, or the largest with one name of an outlet."""
    articles = [a for a in root.iter("article") if not any(p.tag == "article" for p in a.iterancestors())]
    if articles:
        return articles
    names = _all(root, "docpublicationname")
    holds: dict[_Element, int] = {}
    for name in names:
        for element in name.iterancestors():
            holds[element] = holds.get(element, 0) + 1
    return [_largest(name, holds, len(names)) for name in names]


def _largest(name: _Element, holds: dict[_Element, int], total: int) -> _Element:
    best = name
    for element in name.iterancestors():
        if holds[element] > 1 or (total == 1 and element.tag in ("body", "html")):
            break
        best = element
    return best


def _item(block: _Element, notes: tuple[Note, ...]) -> Item:
    title, heading = _first(block, "titrearticlevisu"), _first(block, "titrearticle")
    body = _first(block, "dococurrcontainer")
    body = body if body is not None else _first(block, "doctext")
    lines = paragraphs(body) if body is not None else []
    link = next((a.get("href") for a in _links(body) if _SEEN_IN.match(_line(a) or _line(a.getparent()))), None)
    lines = [line for line in lines if not _SEEN_IN.match(line)]
    header = _header(block, [e for e in (title, heading, body) if e is not None])
    number = _NUMBER.search(_line(_first(block, "public-lblnodoc")))
    published = printed_date(header)
    return Item(
        body=lines,
        raw="\n".join(paragraphs(block)),
        title=_line(title if title is not None else heading) or None,
        lead=_line(_first(block, "rdp__subtitle")) or None,
        published=published,
        outlet=_outlet(block),
        url=link if link and link.startswith("http") else None,
        id=re.sub(r"\s", "", number.group()) if number else None,
        notes=(*notes, *_differing(published, number)),
    )


def _header(block: _Element, leave: list[_Element]) -> str:
    """Give the header, without title and body: the element named so, else all that stands before the body."""
    named = _all(block, "docheader")
    lines = [_line(e) for e in named]
    if not any(printed_date(line) for line in lines):
        body = next((e for e in leave if "doctext" in _classes(e) or "dococurrcontainer" in _classes(e)), None)
        below = [] if body is None else list(body.itersiblings())
        known = [*_all(block, "public-lblnodoc"), *_all(block, "docpublicationname")]
        lines = paragraphs(block, frozenset([*leave, *below, *block.iter("footer", "aside"), *known]))
    return " ".join(lines)


def _outlet(block: _Element) -> str | None:
    name = _first(block, "docpublicationname")
    lines = paragraphs(name) if name is not None else []
    return _SITE.sub("", _ISSUE.sub("", lines[0][:200])).strip(" ,") or None if lines else None


def _differing(published: str | None, number: re.Match[str] | None) -> tuple[Note, ...]:
    """Say where the day in the document number is not that of the header, more than a day apart."""
    if not published or not number or len(published) < 10:
        return ()
    day = number["day"]
    try:
        numbered = date(int(day[:4]), int(day[4:6]), int(day[6:]))
    except ValueError:
        return ()
    if abs((numbered - date.fromisoformat(published)).days) <= 1:
        return ()
    return (Note("date-conflict", f"the header says {published}, the document number {numbered}; {published} is used"),)


def _links(body: _Element | None) -> list[_Element]:
    return [] if body is None else list(body.iter("a"))


def _classes(element: _Element) -> list[str]:
    return (element.get("class") or "").lower().split()


def _all(root: _Element, name: str) -> list[_Element]:
    return [e for e in root.iter() if isinstance(e.tag, str) and name in _classes(e)]


def _first(root: _Element, name: str) -> _Element | None:
    return next(iter(_all(root, name)), None)


def _line(element: _Element | None) -> str:
    return "" if element is None else " ".join(paragraphs(element))
