"""The tables of words that accounts and pages say for the codes of the records, one a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from selon.tables import anything, filled, one_of, read_table

KINDS = ("type", "status", "act", "form", "month", "part", "unit", "units", "ref", "phrase", "determiner")
TABLES = {"en": "wording.tsv", "fr": "wording_fr.tsv"}


@dataclass(frozen=True, slots=True)
class Wording:
    """One code in plain words, with its sign (a status has one) and a short explanation."""

    word: str
    mark: str
    gloss: str


@cache
def wordings(lang: str = "en") -> dict[tuple[str, str], Wording]:
    """Give the whole table of a language (en or fr) by kind and code; TableError when it does not follow its schema."""
    schema = {"kind": one_of(*KINDS), "code": filled, "word": filled, "mark": anything, "gloss": anything}
    rows = read_table("selon.exports", TABLES[lang], schema)
    return {(row["kind"], row["code"]): Wording(row["word"], row["mark"], row["gloss"]) for row in rows}


def wording(kind: str, code: str, lang: str = "en") -> Wording:
    """Give the wording of a code; a code the table does not hold says itself."""
    return wordings(lang).get((kind, code)) or Wording(code, "", "")


def word(kind: str, code: str, lang: str = "en") -> str:
    """Give the plain word of a code."""
    return wording(kind, code, lang).word


def phrase(code: str, *words: object, lang: str = "en") -> str:
    """Fill a phrase of the table ("from {}") with words."""
    return word("phrase", code, lang).format(*words)
