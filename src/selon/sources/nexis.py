"""Nexis exports: the lines of a DOCX file or of a text, each article with a header of labels and a foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from selon.sources.context import Context
from selon.sources.found import Found
from selon.sources.paragraphs import unwrap
from selon.sources.press import Item, declared_count, give, starts_with_date
from selon.tables import filled, one_of, read_table

_END = re.compile(r"^[ \t\xa0]*(?:End of Document|Fin du document)[ \t\xa0]*$", re.IGNORECASE | re.MULTILINE)
_OLD = re.compile(r"^[ \t\xa0]*\d+ (?:of|sur|de) (?P<all>\d+) DOCUMENTS?[ \t\xa0]*$", re.IGNORECASE | re.MULTILINE)
_BODY = re.compile(r"[ \t\xa0]*(?:Body|Corps)[ \t\xa0]*:?[ \t\xa0]*$", re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:Page \d+ (?:of|sur|de) \d+|\d+ (?:of|sur|de) \d+ DOCUMENTS?)\s*$", re.IGNORECASE)
_LABEL = re.compile(
    r"\s*(?P<label>[^\W\d_][^:©]{2,24}?)\s*:(?P<rest>.*)$|\s*(?P<c>copyright|©)(?P<after>.*)$", re.IGNORECASE
)
_HEADER = 40
"""Lines in which the header ends."""


def is_nexis(text: str) -> bool:
    """Tell a Nexis export by the lines that part its articles and a label of theirs."""
    if not (_END.search(text) or _OLD.search(text)):
        return False
    return any(_role(line) for line in text.splitlines())


def read_nexis(text: str, where: str, context: Context, *, wrapped: bool = True) -> Iterator[Found]:
    """Give the articles of a Nexis export, its lines broken at a width or not; places are "file#NUMBER"."""
    first = _OLD.search(text)
    old = first is not None and not _END.search(text)
    declared = int(first["all"]) if first and old else declared_count(text[:20_000].split("\nBody")[0])
    yield from give(_pieces(text, old), lambda piece: _item(piece, old, wrapped), where, context, declared)


def _pieces(text: str, old: bool) -> list[str]:
    """Part an export into articles: each ends with a line, in old exports each begins with one."""
    if old:
        starts = [match.start() for match in _OLD.finditer(text)]
        return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    *ended, rest = _END.split(text)
    return [piece for piece in ended if piece.strip()] + ([rest] if _is_article(rest) else [])


def _is_article(piece: str) -> bool:
    return any(_role(line) == "head" for line in piece.splitlines())


def _item(piece: str, old: bool, wrapped: bool) -> Item:
    lines = [line for line in piece.splitlines() if not _PAGE.match(line)]
    start, body = _parts(lines)
    end = next((n for n, line in enumerate(lines) if n >= body and _role(line) == "foot"), len(lines))
    top = [line.strip() for line in lines[:start] if line.strip()]
    title, outlet, published = _top(top[-_HEADER:], old)
    lead = next((_rest(line) for line in lines[start:body] if _role(line) == "lead"), None)
    return Item(
        body=unwrap(lines[body:end]) if wrapped else [line.strip() for line in lines[body:end] if line.strip()],
        raw=piece.strip(),
        title=title,
        lead=lead or None,
        published=published,
        outlet=outlet,
    )


def _parts(lines: list[str]) -> tuple[int, int]:
    """Give where the labels of the header begin, and where the body does."""
    labels = [n for n, line in enumerate(lines) if _role(line) in ("head", "lead")]
    body = next((n for n, line in enumerate(lines) if _BODY.match(line)), None)
    if body is not None:
        first = next((n for n in labels if n < body), body)
        return first, body + 1
    if not labels:
        return min(3, len(lines)), min(3, len(lines))
    last = labels[0]
    for n in labels[1:]:
        if sum(1 for line in lines[last + 1 : n] if line.strip()) > 2:
            break
        last = n
    return labels[0], last + 1


def _top(top: list[str], old: bool) -> tuple[str | None, str | None, str | None]:
    """Tell title, outlet and day in the lines above the labels: title first, in old exports outlet first."""
    dated = next((n for n, line in enumerate(top) if (n or old) and starts_with_date(line)), None)
    published = starts_with_date(top[dated]) if dated is not None else None
    if old:
        after = top[dated + 1 :] if dated is not None else top[1:]
        return " ".join(after) or None, (top[0] if top and dated != 0 else None), published
    if dated is not None and dated > 2:  # a list of contents may stand above the first article
        top = top[dated - 2 :] if not _edition(top, dated) else top[dated - 3 :]
    outlet = top[1] if len(top) > 1 and not starts_with_date(top[1]) else None
    return (top[0] if top else None), outlet, published


def _edition(top: list[str], dated: int) -> bool:
    return dated == 3 and re.search(r"\b[ée]dition\b", top[dated - 1], re.IGNORECASE) is not None


def _role(line: str) -> str | None:
    match = _LABEL.match(line[:200])
    if not match:
        return None
    return "head" if match["c"] else _labels().get(match["label"].lower())


def _rest(line: str) -> str:
    match = _LABEL.match(line)
    return (match["rest"] or "").strip() if match else ""


@cache
def _labels() -> dict[str, str]:
    rows = read_table("selon.sources", "nexis_labels.tsv", {"label": filled, "role": one_of("head", "lead", "foot")})
    return {row["label"]: row["role"] for row in rows}
