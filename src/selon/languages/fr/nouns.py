"""The plurals of French nouns, the feminines and plurals of French adjectives."""

import re
from functools import cache
from typing import Literal

from selon.tables import anything, filled, one_of, read_table

Agreement = tuple[Literal["m", "f"], Literal["s", "p"]]

_PREPOSITIONS = frozenset(
    [
        "à",
        "au",
        "aux",
        "avec",
        "contre",
        "d",
        "de",
        "des",
        "du",
        "en",
        "entre",
        "hors",
        "par",
        "pour",
        "sans",
        "sous",
        "sur",
    ]
)
_FEMININES = (
    ("e", "e"),
    ("er", "ère"),
    ("eux", "euse"),
    ("oux", "ouse"),
    ("f", "ve"),
    ("en", "enne"),
    ("on", "onne"),
    ("el", "elle"),
    ("eil", "eille"),
    ("et", "ette"),
    ("teur", "trice"),
    ("eur", "euse"),
    ("c", "que"),
    ("eau", "elle"),
)


def noun_forms(lemma: str) -> tuple[str, ...]:
    """Give the singular of a noun or noun phrase and its plurals, each form once.

    "mise en garde" gives "mises en garde"; an invariable noun gives one form.
    """
    return tuple(dict.fromkeys((lemma, *_plurals(lemma))))


def adjective_forms(masculine: str) -> dict[Agreement, str]:
    """Give the four agreements of an adjective from its masculine singular; of "nord-coréen" the last part agrees."""
    head, hyphen, last = masculine.rpartition("-")
    feminine, *plurals = _exceptional_adjectives().get(last, ("", "", ""))
    feminine = feminine or _feminine(last)
    forms = (last, plurals[0] or _plural_of_word(last), feminine, plurals[1] or _plural_of_word(feminine))
    agreements: tuple[Agreement, ...] = (("m", "s"), ("m", "p"), ("f", "s"), ("f", "p"))
    return {key: head + hyphen + form for key, form in zip(agreements, forms, strict=True)}


def _plurals(lemma: str) -> tuple[str, ...]:
    if lemma in _exceptional_plurals():
        return _exceptional_plurals()[lemma]
    if " " in lemma:
        return (_plural_of_phrase(lemma.split(" "), " "),)
    if "-" in lemma:
        return _plurals_of_compound(lemma)
    return (_plural_of_word(lemma),)


def _plurals_of_compound(lemma: str) -> tuple[str, ...]:
    first, _, rest = lemma.partition("-")
    kind = "prefix" if first.endswith("o") else _compound_parts().get(first)
    if kind is None:
        return (_plural_of_phrase(lemma.split("-"), "-"),)
    inflected = tuple(f"{first}-{plural}" for plural in _plurals(rest))
    return inflected if kind == "prefix" else (lemma, *inflected)


def _plural_of_phrase(words: list[str], joint: str) -> str:
    """Put every word before the first preposition in the plural: chefs-lieux, coups d'État, gardes à vue."""
    after = next((i for i, w in enumerate(words) if re.split("['’]", w)[0] in _PREPOSITIONS and i), len(words))
    return joint.join([*(_plurals(w)[0] for w in words[:after]), *words[after:]])


def _plural_of_word(word: str) -> str:
    if word in _exceptional_plurals():
        return _exceptional_plurals()[word][0]
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return word[:-1] + "ux"
    return word + ("x" if word.endswith(("au", "eu", "œu")) else "s")


def _feminine(word: str) -> str:
    fitting = [(ending, change) for ending, change in _FEMININES if word.endswith(ending)]
    if not fitting:
        return word + "e"
    ending, change = max(fitting, key=lambda pair: len(pair[0]))
    return word.removesuffix(ending) + change


@cache
def _exceptional_plurals() -> dict[str, tuple[str, ...]]:
    plurals: dict[str, tuple[str, ...]] = {}
    for row in read_table(__package__, "nouns.tsv", {"lemma": filled, "plural": filled}):
        plurals[row["lemma"]] = (*plurals.get(row["lemma"], ()), row["plural"])
    return plurals


@cache
def _exceptional_adjectives() -> dict[str, tuple[str, str, str]]:
    columns = ("feminine", "masculine_plural", "feminine_plural")
    rows = read_table(__package__, "adjectives.tsv", {"masculine": filled, **dict.fromkeys(columns, anything)})
    return {row["masculine"]: (row[columns[0]], row[columns[1]], row[columns[2]]) for row in rows}


@cache
def _compound_parts() -> dict[str, str]:
    rows = read_table(__package__, "compounds.tsv", {"part": filled, "kind": one_of("prefix", "verb")})
    return {row["part"]: row["kind"] for row in rows}
