"""The closed word classes of French that the steps ask for by name."""

import tomllib
from functools import cache
from importlib.resources import files

from selon.errors import TableError


def words(name: str) -> frozenset[str]:
    """Give a class of grammatical words; TableError when there is none of that name."""
    classes = load_grammar()
    if name not in classes:
        raise TableError(f"grammar.toml: no class {name!r}")
    return classes[name]


@cache
def load_grammar() -> dict[str, frozenset[str]]:
    """Read and check the classes: lists of lower-case words, none twice."""
    raw = tomllib.loads(files(__package__).joinpath("grammar.toml").read_text(encoding="utf-8"))
    for name, values in raw.items():
        if not isinstance(values, list) or not all(isinstance(v, str) and v and v == v.lower() for v in values):
            raise TableError(f"grammar.toml: {name!r} is not a list of lower-case words")
        if len(set(values)) != len(values):
            raise TableError(f"grammar.toml: {name!r} lists a word twice")
    return {name: frozenset(values) for name, values in raw.items()}
