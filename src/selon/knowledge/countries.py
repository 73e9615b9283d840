"""States and territories, and the French words that name them: names, adjectives, capitals, seats."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from selon.knowledge.spelling import (
    cells,
    fold,
    has_capital,
    list_cell,
    plain,
    spellings,
    straight,
    unaccented_capitals,
)
from selon.tables import filled, one_of, read_table

_LONGEST_PREFIX = 3
_YES_NO = one_of("yes", "no")
_LOWER = re.compile(r"[a-zà-öø-ÿœ]+(?:[- ][a-zà-öø-ÿœ]+)*(?:\|[a-zà-öø-ÿœ]+(?:[- ][a-zà-öø-ÿœ]+)*)*")
SCHEMA = {
    "code": lambda cell: re.fullmatch(r"[A-Z]{3}", cell) is not None,
    "qid": lambda cell: re.fullmatch(r"Q[1-9]\d*", cell) is not None,
    "name": filled,
    "english": filled,
    "aliases": list_cell,
    "capital": list_cell,
    "capital_metonym": _YES_NO,
    "adjectives": lambda cell: list_cell(cell) and _LOWER.fullmatch(cell) is not None,
    "other_forms": list_cell,
    "prefixes": list_cell,
    "metonyms": list_cell,
    "nicknames": list_cell,
    "feminine": _YES_NO,
    "plural": _YES_NO,
    "belongs_to": lambda cell: re.fullmatch(r"(?:[A-Z]{3})?", cell) is not None,
    "integral": _YES_NO,
    "checked": one_of("rigour", "own"),
}


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory; `adjectives` are masculine singular, `belongs_to` is the state of a territory.

    `integral` tells that this state governs and polices the territory as it does its other parts.
    """

    code: str
    qid: str
    name: str
    english: str
    aliases: tuple[str, ...]
    capitals: tuple[str, ...]
    capital_metonym: bool
    adjectives: tuple[str, ...]
    other_forms: tuple[str, ...]
    prefixes: tuple[str, ...]
    metonyms: tuple[str, ...]
    nicknames: tuple[str, ...]
    feminine: bool
    plural: bool
    belongs_to: str | None
    integral: bool
    checked: str


@dataclass(frozen=True, slots=True)
class Countries:
    """The table and its look-ups, each from a form to the codes it may name, the likeliest first.

    `by_name` is keyed by `fold(name)`, so the caller checks that the words carry a capital. `adjectives` and
    `prefixes` are keyed by lower-case forms, with and without accents; `demonyms` by the capitalised forms.
    `capitals`, `metonyms` and `nicknames` are keyed by the words as printed, without the article;
    a nickname names a country only in an article that names it otherwise too.
    """

    rows: dict[str, Country]
    by_name: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]]
    demonyms: dict[str, tuple[str, ...]]
    prefixes: dict[str, tuple[str, ...]]
    capitals: dict[str, tuple[str, ...]]
    metonyms: dict[str, tuple[str, ...]]
    nicknames: dict[str, tuple[str, ...]]

    def row(self, code: str) -> Country:
        """Give the row of a code; KeyError when there is none."""
        return self.rows[code]

    def named(self, words: str) -> tuple[str, ...]:
        """Give the codes that a name with its capitals may mean; none for "la réunion" or "turquie"."""
        return self.by_name.get(fold(words), ()) if has_capital(words) else ()

    def is_relational(self, lower: str) -> bool:
        """Tell whether a lower-cased word is an adjective of a country, or a compound of such: "russo-biélorusses"."""
        return lower in self.adjectives or ("-" in lower and bool(self.compound(lower)))

    def compound(self, word: str) -> tuple[str, ...]:
        """Give the distinct codes of a relational compound in order: "russo-biélorusses" gives RUS and BLR.

        A part that may mean several states counts as the likeliest. Empty when the word is no such compound.
        """
        parts = straight(word).lower().split("-")
        codes = self._parts(parts) if len(parts) > 1 else ()
        return tuple(dict.fromkeys(codes))

    def governing(self, code: str) -> str:
        """Give the state that governs and polices a territory like its other parts; the code itself for others."""
        row = self.rows.get(code)
        return row.belongs_to if row and row.integral and row.belongs_to else code

    def _parts(self, parts: list[str]) -> tuple[str, ...]:
        for size in range(min(len(parts) - 1, _LONGEST_PREFIX), 0, -1):
            head, tail = "-".join(parts[:size]), parts[size:]
            if head not in self.prefixes:
                continue
            if (last := self.adjectives.get("-".join(tail))) is not None:
                return self.prefixes[head][0], last[0]
            if rest := self._parts(tail):
                return self.prefixes[head][0], *rest
        return ()


@cache
def load_countries() -> Countries:
    """Read the table of countries; TableError when it does not hold."""
    rows = [_country(row) for row in read_table("selon.knowledge", "countries.tsv", SCHEMA)]
    forms = [(c, _inflected(c)) for c in rows]
    return Countries(
        rows={c.code: c for c in rows},
        by_name=_ranked((c, [[fold(n)] for n in (c.name, *c.aliases)]) for c in rows),
        adjectives=_ranked((c, [_lower_forms(words) for words in groups]) for c, groups in forms),
        demonyms=_ranked((c, [_demonyms(words) for words in groups]) for c, groups in forms),
        prefixes=_ranked((c, [_lower_forms([p]) for p in c.prefixes]) for c in rows),
        capitals=_ranked((c, [spellings(n) for n in c.capitals]) for c in rows),
        metonyms=_ranked((c, [spellings(n) for n in c.metonyms]) for c in rows),
        nicknames=_ranked((c, [spellings(n) for n in c.nicknames]) for c in rows),
    )


def _country(row: dict[str, str]) -> Country:
    return Country(
        code=row["code"],
        qid=row["qid"],
        name=row["name"],
        english=row["english"],
        aliases=cells(row["aliases"]),
        capitals=cells(row["capital"]),
        capital_metonym=row["capital_metonym"] == "yes",
        adjectives=cells(row["adjectives"]),
        other_forms=cells(row["other_forms"]),
        prefixes=cells(row["prefixes"]),
        metonyms=cells(row["metonyms"]),
        nicknames=cells(row["nicknames"]),
        feminine=row["feminine"] == "yes",
        plural=row["plural"] == "yes",
        belongs_to=row["belongs_to"] or None,
        integral=row["integral"] == "yes",
        checked=row["checked"],
    )


def _ranked(rows: Iterable[tuple[Country, Iterable[Iterable[str]]]]) -> dict[str, tuple[str, ...]]:
    """Map each form to its codes: rows that list it first come first, then states before territories."""
    found: dict[str, dict[str, tuple[bool, bool]]] = {}
    for country, groups in rows:
        for place, forms in enumerate(groups):
            for form in forms:
                found.setdefault(form, {}).setdefault(country.code, (place > 0, country.belongs_to is not None))
    return {form: tuple(sorted(codes, key=codes.__getitem__)) for form, codes in found.items()}


def _inflected(country: Country) -> list[list[str]]:
    from selon.languages.fr.nouns import adjective_forms

    groups = [[adjective, *adjective_forms(adjective).values()] for adjective in country.adjectives]
    return [*groups, list(country.other_forms)]


def _lower_forms(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in dict.fromkeys((word, _initials(word, plain), plain(word)))]


def _demonyms(words: Iterable[str]) -> list[str]:
    raised = [form for word in words for form in (_initials(word, str.upper), word[:1].upper() + word[1:])]
    return list(dict.fromkeys(form for word in raised for form in (word, unaccented_capitals(word))))


def _initials(word: str, change: Callable[[str], str]) -> str:
    return "-".join(change(part[:1]) + part[1:] for part in word.split("-"))
