"""What the text step must know of French: abbreviations, sentence openers, elisions, clitics."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from selon.errors import TableError
from selon.tables import filled, one_of, read_table

LISTS = ("openers", "elided", "whole", "clitics", "hosts")


@dataclass(frozen=True, slots=True)
class TextRules:
    """Closed word classes that decide tokens and boundaries; all lower case but the openers and abbreviations."""

    openers: frozenset[str]
    elided: tuple[str, ...]
    whole: tuple[str, ...]
    clitics: tuple[str, ...]
    hosts: tuple[str, ...]
    abbreviations: frozenset[str]
    soft_abbreviations: frozenset[str]


@cache
def load_text_rules() -> TextRules:
    """Read and check the tables; soft abbreviations may also end a sentence."""
    package = "selon.languages.fr"
    lists = tomllib.loads(files(package).joinpath("boundaries.toml").read_text(encoding="utf-8"))
    for name in LISTS:
        if not isinstance(lists.get(name), list) or not all(isinstance(w, str) and w for w in lists[name]):
            raise TableError(f"boundaries.toml: {name!r} is not a list of words")
    rows = read_table(package, "abbreviations.tsv", {"word": filled, "capital": one_of("never", "maybe")})
    return TextRules(
        openers=frozenset(lists["openers"]),
        elided=tuple(lists["elided"]),
        whole=tuple(lists["whole"]),
        clitics=tuple(lists["clitics"]),
        hosts=tuple(lists["hosts"]),
        abbreviations=frozenset(r["word"] for r in rows if r["capital"] == "never"),
        soft_abbreviations=frozenset(r["word"] for r in rows if r["capital"] == "maybe"),
    )
