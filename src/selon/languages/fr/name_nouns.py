"""Nouns that stand before names and tell what the name is."""

from functools import cache

from selon.tables import one_of, read_table

SCHEMA = {
    "noun": lambda cell: bool(cell) and cell == cell.lower(),
    "use": one_of("whole", "seat", "site", "spot", "street", "behind", "thing", "head"),
}


def name_nouns(use: str) -> frozenset[str]:
    """Give the lower-case nouns of one use: whole, seat, site, spot, street, behind, thing or head."""
    return frozenset(noun for noun, uses in load_name_nouns().items() if use in uses)


@cache
def load_name_nouns() -> dict[str, frozenset[str]]:
    """Read and check the table: the uses of each noun."""
    found: dict[str, set[str]] = {}
    for row in read_table(__package__, "name_nouns.tsv", SCHEMA):
        found.setdefault(row["noun"], set()).add(row["use"])
    return {noun: frozenset(uses) for noun, uses in found.items()}
