"""Which states belonged to an organisation on a day."""

import re
from dataclasses import dataclass
from functools import cache

from selon.errors import TableError
from selon.knowledge.holders import first_day, last_day
from selon.tables import one_of, read_table

_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
SCHEMA = {
    "organisation": lambda cell: re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", cell) is not None,
    "state": lambda cell: re.fullmatch(r"[A-Z]{3}", cell) is not None,
    "start": lambda cell: re.fullmatch(_DATE, cell) is not None,
    "end": lambda cell: not cell or re.fullmatch(_DATE, cell) is not None,
    "checked": one_of("cia", "own"),
}


@dataclass(frozen=True, slots=True)
class Membership:
    """One stretch of time a state belonged to an organisation; no end, it still does."""

    organisation: str
    state: str
    start: str
    end: str | None
    checked: str

    def holds(self, on: str) -> bool:
        """Tell whether the state surely was a member through a year, month or day."""
        return last_day(self.start) <= first_day(on) and (self.end is None or last_day(on) <= first_day(self.end))


def members(organisation: str, on: str) -> tuple[str, ...]:
    """Give the states that belonged to an organisation on an ISO date, month or year, in order of their codes."""
    return tuple(sorted({m.state for m in load_members() if m.organisation == organisation and m.holds(on)}))


def memberships(state: str, on: str) -> tuple[str, ...]:
    """Give the organisations a state belonged to on an ISO date, month or year, in order of their codes."""
    return tuple(sorted({m.organisation for m in load_members() if m.state == state and m.holds(on)}))


@cache
def load_members() -> tuple[Membership, ...]:
    """Read the table; TableError when a membership ends before it begins."""
    rows = tuple(
        Membership(row["organisation"], row["state"], row["start"], row["end"] or None, row["checked"])
        for row in read_table("selon.knowledge", "members.tsv", SCHEMA)
    )
    for row in rows:
        if row.end and first_day(row.start) > last_day(row.end):
            raise TableError(f"members.tsv: {row.state} leaves {row.organisation} before it joins")
    return rows
