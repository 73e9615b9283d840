"""Armed groups and movements, and the names, acronyms and nouns that name them and their members in French."""

import re
from dataclasses import dataclass
from functools import cache

from selon.knowledge.spelling import by_surface, cells, list_cell, spellings
from selon.tables import filled, one_of, read_table

SCHEMA = {
    "code": lambda cell: re.fullmatch(r"[A-Z][A-Z0-9]*", cell) is not None,
    "qid": lambda cell: re.fullmatch(r"(?:Q[1-9]\d*)?", cell) is not None,
    "name": filled,
    "aliases": list_cell,
    "acronyms": list_cell,
    "common": lambda cell: list_cell(cell) and cell == cell.lower(),
    "country": lambda cell: re.fullmatch(r"(?:[A-Z]{3})?", cell) is not None,
    "checked": one_of("ucdp", "own"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """An armed group; `common` holds the nouns for its members, `country` is where it is mainly active."""

    code: str
    qid: str | None
    name: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    common: tuple[str, ...]
    country: str | None
    checked: str


@dataclass(frozen=True, slots=True)
class Groups:
    """The table and its look-ups, each from words as printed, without the article, to the codes they may name."""

    rows: dict[str, Group]
    by_name: dict[str, tuple[str, ...]]
    acronyms: dict[str, tuple[str, ...]]
    common: dict[str, tuple[str, ...]]

    def row(self, code: str) -> Group:
        """Give the row of a code; KeyError when there is none."""
        return self.rows[code]


@cache
def load_groups() -> Groups:
    """Read the table of armed groups; TableError when it does not hold."""
    rows = [_group(row) for row in read_table("selon.knowledge", "groups.tsv", SCHEMA)]
    return Groups(
        rows={g.code: g for g in rows},
        by_name=by_surface((g.code, [s for n in (g.name, *g.aliases) for s in spellings(n)]) for g in rows),
        acronyms=by_surface((g.code, g.acronyms) for g in rows),
        common=by_surface((g.code, g.common) for g in rows),
    )


def _group(row: dict[str, str]) -> Group:
    return Group(
        code=row["code"],
        qid=row["qid"] or None,
        name=row["name"],
        aliases=cells(row["aliases"]),
        acronyms=cells(row["acronyms"]),
        common=cells(row["common"]),
        country=row["country"] or None,
        checked=row["checked"],
    )
