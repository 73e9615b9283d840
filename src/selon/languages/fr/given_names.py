"""Given names frequent in the news and the gender they tell."""

from functools import cache

from selon.tables import filled, one_of, read_table


@cache
def load_given_names() -> dict[str, bool | None]:
    """Read and check the table: whether each name is a woman's, None where it tells neither."""
    rows = read_table(__package__, "given_names.tsv", {"name": filled, "gender": one_of("m", "f", "=")})
    return {row["name"]: {"m": False, "f": True}.get(row["gender"]) for row in rows}


def is_feminine(name: str) -> bool | None:
    """Tell whether a full name begins with a woman's given name; None when that is not known.

    "Jean-Yves" counts by its first part when it is not listed whole.
    """
    first = name.split()[0] if name.split() else ""
    names = load_given_names()
    return names[first] if first in names else names.get(first.split("-")[0])
