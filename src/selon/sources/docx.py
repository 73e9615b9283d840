"""DOCX files: the paragraphs of a document, or the articles of a Nexis export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from selon.sources.article import make_article
from selon.sources.context import Context
from selon.sources.found import Found, failure
from selon.sources.nexis import is_nexis, read_nexis

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table


def read_docx(file: BinaryIO, where: str, context: Context) -> Iterator[Found]:
    """Give the one article of a document, or each article of a Nexis export."""
    import docx

    document = docx.Document(file)
    lines = list(_lines(document))
    text = "\n".join(line for line, _ in lines)
    if is_nexis(text):
        yield from read_nexis(text, where, context, wrapped=False)
        return
    if not text.strip():
        yield failure(where, "no text in this document, pictures perhaps; save it as text", "no-text")
        return
    title = next((line for line, style in lines if style == "Title" and line.strip()), None)
    article, notes = make_article(_spaced(text), title=title, today=context.today)
    yield Found(article, notes, where)


def _lines(document: Document) -> Iterator[tuple[str, str]]:
    """Give the paragraphs of a document with the names of their styles, those of tables in their place."""
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            style = block.style.name if block.style is not None else None
            for line in re.split(r"[\n\v\f]", block.text):
                yield line, style or ""
        else:
            yield from ((line, "") for line in _table(block))


def _table(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
        yield " ".join(cell for cell in cells if cell)


def _spaced(text: str) -> str:
    """Give paragraphs one to a line, the first one, a heading where it is one, apart from the others."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return "\n".join([f"{lines[0]}\n", *lines[1:]]) if len(lines) > 1 else lines[0]
