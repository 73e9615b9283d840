"""Paragraphs out of marked-up pages and out of lines broken at a fixed width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

WIDEST = 130
"""Characters of the longest line for which lines are taken to be broken at a width."""

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset(["script", "style", "head", "noscript", "template", "svg", "iframe", "object"])
_ITEM = re.compile(r"[-–—•·*]\s|\d{1,2}[.)]\s")


def parse_page(html: str) -> _Element | None:
    """Parse HTML, however broken; None when nothing is in it."""
    from lxml import etree

    data = html.replace("\x00", "\ufffd").encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def html_paragraphs(html: str) -> list[str]:
    """Give the paragraphs of a page or a piece of one."""
    root = parse_page(html)
    return [] if root is None else paragraphs(root)


def paragraphs(root: _Element, leave: frozenset[_Element] = frozenset()) -> list[str]:
    """Give the paragraphs of an element: block elements and line breaks part them, other elements never do.

    The elements to leave out, and scripts and styles, give nothing.
    """
    from lxml import etree

    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        if name in _BLOCKS or name == "br":
            parts.append("\n")
        if event == "start":
            if name in _UNSEEN or element in leave:
                walk.skip_subtree()
            elif name:
                parts.append(_run(element.text))
        elif element is not root:
            parts.append(_run(element.tail))
    lines = re.sub(r"[ ]+", " ", "".join(parts)).split("\n")
    return [line.strip(" ") for line in lines if line.strip()]


def unwrap(lines: list[str]) -> list[str]:
    """Join lines that were broken at a width; empty lines part paragraphs, and so do lines that end well before it."""
    filled = sorted(len(line.rstrip()) for line in lines if line.strip())
    width = filled[int(0.95 * (len(filled) - 1))] if filled else 0
    if not width >= 40 or filled[-1] > 2 * WIDEST or width > WIDEST:
        return [line.strip() for line in lines if line.strip()]
    joined: list[str] = []
    last = ""
    for line in (line.strip() for line in lines):
        if line and last and len(last) + 1 + len(line.split()[0]) > 0.85 * width and not _ITEM.match(line):
            joined[-1] = f"{joined[-1]} {line}"
        elif line:
            joined.append(line)
        last = line
    return joined


def _run(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text or "")
