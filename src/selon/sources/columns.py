"""Which column of a table is what, guessed from its header in French and English, or as it is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from selon.sources.cells import read_rows
from selon.tables import filled, one_of, read_table

ROLES = ("text", "title", "lead", "published", "outlet", "url", "id", "lang")

_DELIMITERS = ("\t", ";", ",", "|")
_NAME = 60
_PROSE = 80
"""Characters that the cells of a column of text have on average, where its name does not tell it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is laid out: delimiter, names of columns, the place of each role, lines of the header."""

    delimiter: str
    header: tuple[str, ...]
    roles: dict[str, int]
    lines: int = 1


def find_layout(head: str, columns: Mapping[str, str] | None = None) -> Layout | None:
    """Find the layout of a table in its beginning, None when it is no table.

    Its first line (after "sep=;", which spreadsheets write) names short columns, at least two of them by names that are
    known or told; one named as text is enough where all lines have as many cells.
    """
    lines = head.lstrip("\ufeff").splitlines(keepends=True)
    skip = 1 if lines and re.fullmatch(r'"?sep=.[";,]*\s*', lines[0], re.IGNORECASE) else 0
    blank = next((n for n, line in enumerate(lines[skip:], skip) if line.strip()), None)
    if blank is None or len(lines[blank]) > 5000:
        return None
    layouts = [_layout(lines[blank], delimiter, columns or {}, blank + 1) for delimiter in _DELIMITERS]
    found = [layout for layout in layouts if layout]
    best = max(found, key=lambda layout: (len(layout.roles), len(layout.header)), default=None)
    return best if best and _goes_on(best, lines[blank + 1 :]) else None


def with_text_column(layout: Layout, rows: Iterable[list[str]]) -> Layout | None:
    """Give the layout with a column of text: the one named so, else the one with the longest cells, None if none is."""
    if "text" in layout.roles:
        return layout
    cells = [row for row in rows if len(row) == len(layout.header)]
    free = [n for n in range(len(layout.header)) if n not in layout.roles.values() or layout.roles.get("lead") == n]
    mean = {n: sum(len(row[n]) for row in cells) / len(cells) for n in free} if cells else {}
    longest = max(mean, key=lambda n: mean[n], default=None)
    if longest is None or mean[longest] < _PROSE:
        return None
    roles = {role: n for role, n in layout.roles.items() if n != longest}
    return replace(layout, roles={**roles, "text": longest})


def unknown_columns(layout: Layout, columns: Mapping[str, str]) -> list[str]:
    """Give the names that were told and that the table does not have."""
    header = {_folded(name) for name in layout.header}
    return [name for name in columns.values() if _folded(name) not in header]


def _layout(line: str, delimiter: str, columns: Mapping[str, str], lines: int) -> Layout | None:
    row = next(read_rows(iter([line]), delimiter, 0), None)
    names = [" ".join(cell.split()) for cell in row.cells] if row else []
    if not names or len(names) > 1000 or any(len(name) > _NAME for name in names):
        return None
    roles = _roles([_folded(name) for name in names], columns)
    enough = len(names) > 1 and len(roles) > 1
    only = roles.keys() == {"text"}
    return Layout(delimiter, tuple(names), roles, lines) if enough or only else None


def _roles(names: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    told = {role: names.index(_folded(name)) for role, name in columns.items() if _folded(name) in names}
    guessed: dict[str, int] = {}
    for role, known in _names().items():
        taken = {*told.values(), *guessed.values()}
        place = next((names.index(n) for n in known if n in names and names.index(n) not in taken), None)
        if place is not None and role not in told:
            guessed[role] = place
    return {**guessed, **told}


def _goes_on(layout: Layout, lines: list[str]) -> bool:
    """Tell whether the lines below a header are those of a table, as far as is seen."""
    filled_lines = [line for line in lines if line.strip()][:50]
    if len(layout.header) == 1:
        return bool(filled_lines) and filled_lines[0].lstrip().startswith('"')
    if len(layout.roles) == 1:
        rows = list(read_rows(iter(lines), layout.delimiter, len(layout.header)))[:20]
        return bool(rows) and all(len(row.cells) == len(layout.header) for row in rows[:-1] or rows)
    return not filled_lines or any(layout.delimiter in line for line in filled_lines)


@cache
def _names() -> dict[str, tuple[str, ...]]:
    rows = read_table("selon.sources", "columns.tsv", {"role": one_of(*ROLES), "names": filled})
    return {row["role"]: tuple(row["names"].split("|")) for row in rows}


def _folded(name: str) -> str:
    plain = "".join(ch for ch in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(ch))
    return " ".join(re.sub(r"[_\-.’']+", " ", plain.replace("d'", "d ")).split())
