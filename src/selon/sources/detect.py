"""Tell by content, never by name, how an input is to be read."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import Literal

from selon.sources.columns import find_layout
from selon.sources.encoding import unicode_codec
from selon.tables import filled, read_table

Format = Literal[
    "empty", "binary", "html", "jsonl", "crawl", "text", "csv", "feed", "mail", "mbox", "pdf", "zip", "gzip", "warc",
]  # fmt: skip

HEAD = 65_536
"""Bytes that are looked at."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_PACKED: dict[bytes, Format] = {b"PK\x03\x04": "zip", b"PK\x05\x06": "zip", b"\x1f\x8b": "gzip", b"WARC/": "warc"}
_FEED = re.compile(
    r"(?:\s++|<!--.*?-->|<\?[^>]{0,500}>|<!DOCTYPE\s+rss[^>]{0,500}>)*+<(?:\w+:)?(?:rss|feed|RDF)(?=[\s>])", re.DOTALL
)
_MBOX = re.compile(r"From \S+ .{0,80}\d{4}.{0,20}\r?\n>?[A-Za-z][\w-]*:")
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(?:[ \t]|$)")
_HTML_LEAD = re.compile(r"(?:\s+|<!--.*?-->|<\?xml[^>]{0,500}>)*", re.DOTALL)
_HTML_START = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|style|div|article|section|main|header|p|h[1-6]|span|table"
    r"|ul)(?=[\s>]))",
    re.IGNORECASE,
)
_HTML_LINE = re.compile(r"^[ \t]*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.MULTILINE)
_JSON_START = re.compile(r'\{\s*(?:"|\}|$)|\[\s*(?:\{|\]|$)')
_CRAWL_START = re.compile(r"\s*date[ \t]+\d{4}(?:-\d{2}){0,2}[ \t]+[a-z]{2,10}://\S+[ \t]*(?:[\r\n]|$)", re.IGNORECASE)


def detect(data: bytes, columns: Mapping[str, str] | None = None) -> Format:
    """Tell the format of an input; binary is whatever is not read, jsonl also one JSON value over several lines.

    Exports of press databases are html, text or zip (DOCX); DOCX and WACZ are zip. The columns that are named make a
    table of a text whose first line has them.
    """
    for start, packed in _PACKED.items():
        if data.startswith(start):
            return packed
    if data[:1024].lstrip(b"\xef\xbb\xbf\x00 \t\r\n").startswith(b"%PDF-"):
        return "pdf"
    head = head_text(data[:HEAD])
    if _FEED.match(head):
        return "feed"
    if _MBOX.match(head):
        return "mbox"
    if binary_name(data):
        return "mail" if is_mail(head) else "binary"
    if not head.strip("\x00 \t\r\n\f\v\ufeff\xa0"):
        return "empty" if len(data) <= HEAD or not data.strip(b"\x00 \t\r\n\f\v") else "text"
    return _text_format(head, columns)


def _text_format(head: str, columns: Mapping[str, str] | None) -> Format:
    if is_mail(head):
        return "mail"
    if _CRAWL_START.match(head):
        return "crawl"
    if _is_html(head):
        return "html"
    if _is_json(head):
        return "jsonl"
    return "csv" if find_layout(head, columns) else "text"


def is_mail(head: str) -> bool:
    """Tell a message by its header: at least three lines of known names, and no line that is none."""
    names: set[str] = set()
    for line in re.split(r"\r\n|\r|\n", head.lstrip("\r\n"))[:200]:
        if not line or len(names) > 3:
            break
        field = _FIELD.match(line)
        if not field and not line.startswith((" ", "\t")):
            return False
        names |= {field[1].lower()} & _mail_fields() if field else set()
    return len(names) >= 3


def binary_name(data: bytes) -> str | None:
    """Name the format of an input that is not read, None when it is text of some kind."""
    for offset, magic, name in _magics():
        if data.startswith(magic, offset):
            return name
    head = head_text(data[:HEAD])
    if head.lstrip().startswith("<?xml") and not _is_html(head):
        return "an XML document"
    return "binary data" if _has_controls(head, data[:HEAD]) else None


def head_text(head: bytes) -> str:
    """Give the beginning of an input as text good enough to recognise ASCII patterns in."""
    head = head.removeprefix(codecs.BOM_UTF8)
    return head.decode(unicode_codec(head) or "latin-1", "ignore").removeprefix("\ufeff")


@cache
def _mail_fields() -> frozenset[str]:
    return frozenset(row["field"] for row in read_table("selon.sources", "mail_fields.tsv", {"field": filled}))


@cache
def _magics() -> tuple[tuple[int, bytes, str], ...]:
    rows = read_table("selon.sources", "magics.tsv", {"offset": str.isdecimal, "hex": _is_hex, "name": filled})
    return tuple((int(row["offset"]), bytes.fromhex(row["hex"]), row["name"]) for row in rows)


def _is_hex(cell: str) -> bool:
    return re.fullmatch(r"(?:[0-9a-f]{2})+", cell) is not None


def _has_controls(head: str, data: bytes) -> bool:
    """Tell whether there are more control characters than a text can have, fewer where the bytes are not UTF-8."""
    controls = len(_CONTROL.findall(head))
    if not head.strip("\x00") or not controls:
        return False
    if len(head) < 64:
        return controls > 0.3 * len(head)
    return controls > (0.1 if unicode_codec(data) or _is_utf8(data) else 0.03) * len(head)


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _is_html(head: str) -> bool:
    lead = _HTML_LEAD.match(head)
    start = lead.end() if lead else 0
    return bool(_HTML_START.match(head, start) or _HTML_LINE.search(head, 0, 4096))


def _is_json(head: str) -> bool:
    """Tell whether the text begins as JSON, or, its first lines being damaged, mostly goes on as JSON Lines."""
    if _JSON_START.match(head.lstrip()[:200]):
        return True
    lines = list(islice((line for line in head.splitlines() if line.strip()), 10))
    objects = sum(bool(re.match(r'\s*\{\s*"', line)) for line in lines)
    return objects > 0 and 2 * objects >= len(lines)
