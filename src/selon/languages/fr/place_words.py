"""Words around the names of places: nouns of divisions, prepositions, heads of longer names."""

import tomllib
from functools import cache
from importlib.resources import files

from selon.errors import TableError
from selon.languages.fr.nouns import noun_forms
from selon.tables import read_table

CLASSES = frozenset(["division_nouns", "towards", "larger_names", "contests", "vague"])


@cache
def load_place_words() -> dict[str, frozenset[str]]:
    """Read and check the classes; TableError when one lacks, or holds a word twice or with capitals."""
    raw = tomllib.loads(files(__package__).joinpath("place_words.toml").read_text(encoding="utf-8"))
    if raw.keys() != CLASSES:
        raise TableError(f"place_words.toml: classes are {sorted(raw)}, expected {sorted(CLASSES)}")
    for name, values in raw.items():
        if not all(isinstance(v, str) and v and v == v.lower() for v in values) or len(set(values)) != len(values):
            raise TableError(f"place_words.toml: {name!r} is not a list of different lower-case words")
    return {name: frozenset(values) for name, values in raw.items()}


@cache
def load_place_nouns() -> frozenset[str]:
    """Read and check the nouns of places, each with its plurals."""
    rows = read_table(__package__, "place_nouns.tsv", {"noun": lambda cell: bool(cell) and cell == cell.lower()})
    return frozenset(form for row in rows for form in noun_forms(row["noun"]))
