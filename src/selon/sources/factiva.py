"""Factiva exports, as HTML and as plain text, with field codes or without.

Field codes are two or three capitals and stay the same in all languages of the interface; dates, "words" and names of
languages do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from selon.sources.context import Context
from selon.sources.encoding import Decoded, encoding_notes
from selon.sources.found import Found, failure
from selon.sources.paragraphs import paragraphs, parse_page, unwrap
from selon.sources.press import Item, declared_count, give, printed_date, starts_with_date

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD_CODES = "SE|CLM|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CX"
_TAIL_CODES = "TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|ART|AN|RST|DLN|SE|CLM|HD"
_HEAD_LINE = re.compile(rf"({_HEAD_CODES})(?:[ \t\xa0]+|$)")
_TAIL_LINE = re.compile(rf"({_TAIL_CODES})(?:[ \t\xa0]+|$)")
_CODE_LINE = re.compile(rf"^(?:{_HEAD_CODES}|AN)(?:[ \t\xa0]+\S|[ \t\xa0]*$)", re.MULTILINE)
_NUMBER = re.compile(r"^[ \t\xa0]*Document[ \t\xa0]+(?P<id>[A-Za-z0-9]{16,40})[ \t\xa0]*$", re.MULTILINE)
_WORDS = re.compile(r"^[ \t\xa0]*\d[\d ,.\xa0\u202f]*(?:mots?|words?)[ \t\xa0]*$", re.IGNORECASE | re.MULTILINE)
_BYLINE = re.compile(r"(?:par|by|de)\s+\S", re.IGNORECASE)
Fields = dict[str, list[str]]

_HTML_CODE = re.compile(
    r">(?:\s|&nbsp;){0,20}(?:HD|LP|TD|PD|SN)(?:\s|&nbsp;){0,20}<|\bDocument\s{1,20}[A-Za-z0-9]{16,40}\b"
)
_HTML_MARK = re.compile(r"class\s*=\s*[\"'][^\"']*\b(?:\w{2}Article|\w{2}articleParagraph|articleParagraph)\b")


def is_factiva_html(html: str) -> bool:
    """Tell a Factiva export by the classes of its articles and its field codes or document numbers."""
    return _HTML_MARK.search(html) is not None and _HTML_CODE.search(html) is not None


def is_factiva_text(text: str) -> bool:
    """Tell a Factiva export by its field codes at the beginnings of lines, or by its document numbers."""
    codes = {line.split()[0] for line in _CODE_LINE.findall(text[:65_536])}
    coded = "HD" in codes and bool(codes & {"LP", "TD"}) and len(codes & {"PD", "SN", "WC", "AN", "SC", "LA"}) >= 2
    return coded or (_NUMBER.search(text) is not None and _WORDS.search(text[:65_536]) is not None)


def read_factiva_html(decoded: Decoded, where: str, context: Context) -> Iterator[Found]:
    """Give the articles of a Factiva export in HTML, with field codes or without; places are "file#NUMBER"."""
    root = parse_page(decoded.text)
    blocks = [e for e in root.iter("div") if _is_article(e)] if root is not None else []
    blocks = [b for b in blocks if not any(p in blocks for p in b.iterancestors())]
    if root is None or not blocks:
        yield failure(where, "a Factiva export without articles", "empty")
        return
    outside = " ".join(paragraphs(root, frozenset(blocks)))
    yield from give(blocks, _html_item, where, context, declared_count(outside))


def read_factiva_text(decoded: Decoded, where: str, context: Context) -> Iterator[Found]:
    """Give the articles of a Factiva export in plain text; places are "file#NUMBER"."""
    notes = encoding_notes(decoded)
    for found in _text_articles(decoded.text.splitlines(), where, context):
        yield replace(found, notes=(*notes, *found.notes)) if found.article else found


def _text_articles(lines: list[str], where: str, context: Context) -> Iterator[Found]:
    if any(line.startswith("HD") and _HEAD_LINE.match(line) for line in lines):
        before, records = _records(lines)
        return give(records, _coded_item, where, context, declared_count(before))
    return give(_displayed(lines), _displayed_item, where, context)


def _records(lines: list[str]) -> tuple[str, list[Fields]]:
    """Part coded lines into records; a record ends where its document number stood or a new heading begins."""
    before: list[str] = []
    records: list[Fields] = []
    code, over = "", True
    for line in lines:
        inside = bool(records) and not over and bool({"LP", "TD"} & records[-1].keys())
        match = (_TAIL_LINE if inside else _HEAD_LINE).match(line) or (_TAIL_LINE.match(line) if not over else None)
        if match:
            code = match[1]
            if over or (code in ("HD", "SE", "CLM") and "HD" in records[-1]):
                records.append({})
            over = False
            records[-1].setdefault(code, []).append(line[match.end() :])
            over = code == "AN" and bool(line[match.end() :].strip())
        elif records and not over:
            records[-1][code].append(line)
            over = code == "AN" and bool(line.strip())
        elif not records:
            before.append(line)
    return "\n".join(before), [record for record in records if record.keys() - {"SE", "CLM"}]


def _coded_item(fields: Fields) -> Item:
    body = [line for code in ("LP", "TD") for line in unwrap(fields.get(code, []))]
    number = re.search(r"[A-Za-z0-9]{16,40}", _joined(fields, "AN"))
    return Item(
        body=body,
        raw="\n".join(f"{code} {line}" for code, lines in fields.items() for line in lines),
        title=_joined(fields, "HD") or None,
        published=printed_date(_joined(fields, "PD")),
        outlet=_joined(fields, "SN") or None,
        id=number.group() if number else None,
    )


def _joined(fields: Fields, code: str) -> str:
    return " ".join(" ".join(fields.get(code, [])).split())


def _html_item(block: _Element) -> Item:
    fields: Fields = {}
    for row in block.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        code = " ".join(paragraphs(cells[0])).strip("\xa0 ") if len(cells) > 1 else ""
        if re.fullmatch(r"[A-Z]{2,3}", code):
            fields.setdefault(code, []).extend(line for p in paragraphs(cells[1]) for line in (p, ""))
    if fields.keys() & {"HD", "LP", "TD"}:
        return _coded_item(fields)
    return _displayed_item([line for p in paragraphs(block) for line in (p, "")])


def _displayed(lines: list[str]) -> list[list[str]]:
    """Part lines without codes into articles, each of which ends with its document number."""
    pieces: list[list[str]] = [[]]
    for line in lines:
        pieces[-1].append(line)
        if _NUMBER.match(line):
            pieces.append([])
    return [piece for piece in pieces if any(_WORDS.match(line) for line in piece) or _has_number(piece)]


def _has_number(lines: list[str]) -> bool:
    return bool(lines) and _NUMBER.match(lines[-1]) is not None


def _displayed_item(lines: list[str]) -> Item:
    """Read an article without codes: title, byline, words, date, outlet, language, copyright, then the body."""
    raw = "\n".join(lines)
    number = _NUMBER.search(raw)
    lines = [line for line in lines if not _NUMBER.match(line)]
    counted = next((n for n, line in enumerate(lines) if _WORDS.match(line)), -1)
    above = [line.strip() for line in lines[: max(counted, 0)] if line.strip()]
    if len(above) > 1 and _BYLINE.match(above[-1]):
        above.pop()
    rights = next(
        (n for n, line in enumerate(lines) if n > counted and re.match(r"\s*(?:copyright|©|\(c\))", line, re.I)),
        counted,
    )
    below = [line.strip() for line in lines[counted + 1 : rights] if line.strip()]
    dated = next((n for n, line in enumerate(below) if starts_with_date(line)), None)
    after = below[dated + 1 :] if dated is not None else below
    names = [line for line in after if not re.match(r"\d\d?[:h]\d\d", line)]
    return Item(
        body=unwrap(lines[rights + 1 :]),
        raw=raw,
        title=above[-1] if above else None,
        published=starts_with_date(below[dated]) if dated is not None else None,
        outlet=names[0] if names else None,
        id=number["id"] if number else None,
    )


def _is_article(element: _Element) -> bool:
    classes = (element.get("class") or "").split()
    return "article" in classes or any(re.fullmatch(r"[a-z]{2}Article", name) for name in classes)
