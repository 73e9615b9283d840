"""Outlets and news agencies, by the host of their pages and by the names the French press gives them."""

import re
from dataclasses import dataclass
from functools import cache

from selon.errors import TableError
from selon.knowledge.spelling import cells, fold, list_cell, same_capitals, without_swallowed_article
from selon.tables import anything, filled, one_of, read_table

CONTROLS = ("SC", "CaPu", "CaPr", "ISFM", "ISF", "ISM", "IP")  # the vocabulary of State Media Monitor
_HOST = r"[a-z0-9-]+(?:\.[a-z0-9-]+)+"
SCHEMA = {
    "host": lambda cell: list_cell(cell) and re.fullmatch(rf"(?:{_HOST}(?:\|{_HOST})*)?", cell) is not None,
    "name": filled,
    "aliases": list_cell,
    "kind": one_of("agency", "newspaper", "broadcaster", "site"),
    "country": lambda cell: re.fullmatch(r"(?:[A-Z]{3})?", cell) is not None,
    "lang": lambda cell: re.fullmatch(r"[a-z]{2}", cell) is not None,
    "ambiguous": one_of("yes", "no"),
    "owner": anything,
    "control": one_of("", *CONTROLS),
    "control_by": anything,
    "control_on": lambda cell: re.fullmatch(r"(?:\d{4}-\d{2})?", cell) is not None,
    "checked": one_of("smm", "kagi", "own"),
}


@dataclass(frozen=True, slots=True)
class Control:
    """How a state controls an outlet: a code of the typology, who says so, and the month they said it."""

    code: str
    by: str
    on: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet or agency; `hosts` are those of its pages without "www.", `lang` is an ISO 639-1 code.

    `ambiguous` tells that a name of it is ordinary words, a person or a place too.
    """

    name: str
    hosts: tuple[str, ...]
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    lang: str
    ambiguous: bool
    owner: str | None
    control: Control | None
    checked: str


@dataclass(frozen=True, slots=True)
class Outlets:
    """The table and its look-ups; `by_name` is keyed by `fold(name)`, which loses the capitals.

    A name with an article that contracts is there without it too: "du Figaro", "aux Échos".
    """

    rows: tuple[Outlet, ...]
    hosts: dict[str, Outlet]
    by_name: dict[str, tuple[Outlet, ...]]

    def by_host(self, host: str) -> Outlet | None:
        """Give the outlet whose host is the longest one that this host ends with, on whole labels; None if none is."""
        labels = host.lower().rstrip(".").split(":")[0].split(".")
        tails = (".".join(labels[start:]) for start in range(len(labels)))
        return next((self.hosts[tail] for tail in tails if tail in self.hosts), None)

    def named(self, words: str) -> tuple[Outlet, ...]:
        """Give the outlets that words with their capitals may name: "Le Monde" and "le Monde", but not "le monde"."""
        found = self.by_name.get(fold(words), ())
        return tuple(o for o in found if any(same_capitals(name, words) for name in _names(o)))


@cache
def load_outlets() -> Outlets:
    """Read the table of outlets; TableError when it does not hold."""
    rows = tuple(_outlet(row) for row in read_table("selon.knowledge", "outlets.tsv", SCHEMA))
    names: dict[str, dict[Outlet, None]] = {}
    for outlet in rows:
        for name in _names(outlet):
            names.setdefault(fold(name), {})[outlet] = None
    return Outlets(
        rows=rows,
        hosts={host: outlet for outlet in rows for host in outlet.hosts},
        by_name={name: tuple(outlets) for name, outlets in names.items()},
    )


def _names(outlet: Outlet) -> tuple[str, ...]:
    names = (outlet.name, *outlet.aliases)
    return (*names, *(bare for name in names if (bare := without_swallowed_article(name)) != name))


def _outlet(row: dict[str, str]) -> Outlet:
    if bool(row["control"]) != bool(row["control_by"] and row["control_on"]):
        raise TableError(f"outlets.tsv: {row['name']}: a control tells who says so and when")
    return Outlet(
        name=row["name"],
        hosts=cells(row["host"]),
        aliases=cells(row["aliases"]),
        kind=row["kind"],
        country=row["country"] or None,
        lang=row["lang"],
        ambiguous=row["ambiguous"] == "yes",
        owner=row["owner"] or None,
        control=Control(row["control"], row["control_by"], row["control_on"]) if row["control"] else None,
        checked=row["checked"],
    )
