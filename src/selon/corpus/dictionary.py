"""The data dictionary: what docs/corpus.md says of tables and views is made from the comments of the schema.

usage: python -m selon.corpus.dictionary PAGE

Rewrites the part of PAGE between its marks.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from selon.corpus.connection import schema_text

BEGIN, END = "<!-- made from schema.sql -->", "<!-- end of what is made -->"
_OBJECT = re.compile(r"CREATE (?:VIRTUAL )?(?P<kind>TABLE|VIEW) (?P<name>\w+)")
_COLUMN = re.compile(r"^ {4}(?P<code>.*?),? -- (?P<text>.*)$")
_ALIAS = re.compile(r'AS "?(?P<name>\w+)"?$')


@dataclass(slots=True)
class Described:
    """A table or view, what it is, and its columns as (name, type, text)."""

    kind: str
    name: str
    text: str
    columns: list[tuple[str, str, str]] = field(default_factory=list)


def described() -> list[Described]:
    """Read the tables and views off the schema."""
    return list(_described(schema_text().splitlines()))


def _described(lines: list[str]) -> Iterator[Described]:
    now: Described | None = None
    remark = ""
    for line in lines:
        if line.startswith("-- "):
            remark = f"{remark} {line[3:]}".strip()
        elif found := _OBJECT.match(line):
            now = Described(found["kind"].lower(), found["name"], remark)
            yield now
        elif now and (column := _COLUMN.match(line)):
            now.columns.append(_column(column["code"], column["text"]))
        if not line.startswith("-- "):
            remark = ""


def _column(code: str, text: str) -> tuple[str, str, str]:
    if alias := _ALIAS.search(code):
        return alias["name"], "", text
    name, kind, *_ = code.split()
    return name, kind, text


def page_part() -> str:
    """Give the dictionary as Markdown: the views first."""
    found = described()
    parts = ["## Views", *map(_section, (d for d in found if d.kind == "view"))]
    parts += ["## Tables", *map(_section, (d for d in found if d.kind == "table"))]
    return "\n\n".join(parts)


def _section(one: Described) -> str:
    head = f"### `{one.name}`\n\n{one.text}"
    if not one.columns:
        return head
    rows = [f"| `{name}` | {kind} | {text.replace('|', chr(92) + '|')} |" for name, kind, text in one.columns]
    if one.kind == "view":
        rows = [f"| `{name}` | {text.replace('|', chr(92) + '|')} |" for name, _, text in one.columns]
        return "\n".join([f"{head}\n", "| column | meaning |", "|---|---|", *rows])
    return "\n".join([f"{head}\n", "| column | type | meaning |", "|---|---|---|", *rows])


def filled(page: str) -> str:
    """Give a page with the dictionary between its marks."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{page_part()}\n\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
