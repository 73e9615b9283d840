"""Civilities, ranks and dignities that stand before a French name."""

from dataclasses import dataclass
from functools import cache

from selon.tables import one_of, read_table

SCHEMA = {
    "title": lambda cell: bool(cell) and cell == cell.lower() and " " not in cell,
    "kind": one_of("civility", "academic", "rank", "religious", "noble", "office"),
    "gender": one_of("m", "f", "="),
    "number": one_of("s", "p"),
}


@dataclass(frozen=True, slots=True)
class Title:
    """A title: its kind, whether it is feminine (None for both) and whether it names several people."""

    title: str
    kind: str
    feminine: bool | None
    plural: bool


def load_titles() -> frozenset[str]:
    """Give every title as a lower-case word, an abbreviation with its full stop."""
    return frozenset(title_rows())


@cache
def title_rows() -> dict[str, Title]:
    """Read and check the table: each title by its word."""
    rows = (
        Title(row["title"], row["kind"], {"m": False, "f": True}.get(row["gender"]), row["number"] == "p")
        for row in read_table(__package__, "titles.tsv", SCHEMA)
    )
    return {row.title: row for row in rows}
