"""Codes of other formats: CAMEO events, QuadClass, country and group codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from selon.records import Event
from selon.tables import anything, filled, read_table

GROUPS = "cameo_groups.tsv"
_CAMEO_COUNTRIES = {"ROU": "ROM"}


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO code with its Goldstein value, -10 to 10."""

    code: str
    goldstein: float

    @property
    def base(self) -> str:
        """Give the code at the second level of the taxonomy."""
        return self.code[:3]

    @property
    def root(self) -> str:
        """Give the code at the first level."""
        return self.code[:2]

    @property
    def quad(self) -> int:
        """Give the class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        return 1 + sum(int(self.root) > last for last in (5, 8, 13))


def cameo(event: Event) -> Cameo:
    """Give the CAMEO code of an event by its type and mode; a mode of no row counts as none."""
    table = _cameo()
    return table.get((event.type, event.mode or "")) or table[event.type, ""]


@cache
def _cameo() -> dict[tuple[str, str], Cameo]:
    schema = {
        "type": filled,
        "mode": anything,
        "code": lambda cell: re.fullmatch(r"(0[1-9]|1\d|20)\d{0,2}", cell) is not None,
        "goldstein": lambda cell: re.fullmatch(r"-?\d+\.\d", cell) is not None,
    }
    rows = read_table("selon.exports", "cameo.tsv", schema)
    return {(row["type"], row["mode"]): Cameo(row["code"], float(row["goldstein"])) for row in rows}


def alpha2(code: str | None) -> str | None:
    """Give the two-letter code of a country, in lower case; None when it has none."""
    return _column("alpha2.tsv", "alpha3", "alpha2").get(code or "")


def cameo_country(code: str | None) -> str | None:
    """Give the CAMEO code of a country, None for an organisation; they are ISO alpha-3 but for Romania's old one."""
    return None if alpha2(code) in (None, "eu") else _CAMEO_COUNTRIES.get(code or "", code)


def cameo_group(code: str | None) -> str | None:
    """Give the CAMEO code of an international organisation, None when the table has none."""
    return _column(GROUPS, "code", "cameo").get(code or "")


@cache
def _column(table: str, key: str, value: str) -> dict[str, str]:
    return {row[key]: row[value] for row in read_table("selon.exports", table, {key: filled, value: filled})}
