"""Offices as French titles, and which offices of a state or organisation a title may mean."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from selon.errors import TableError
from selon.knowledge.spelling import cells, list_cell, straight, unaccented_capitals
from selon.tables import filled, one_of, read_table

Title = tuple[str, ...]
LONGEST = 16  # words of the longest title, and a few to spare
INSIDE = frozenset(["chargé", "chargée"])
_CODE = re.compile(r"[a-z]+(?:_[a-z]+)*")
_WORDS = re.compile(r"[^\s']+'?")
SCHEMA = {
    "office": lambda cell: _CODE.fullmatch(cell) is not None,
    "titles": lambda cell: filled(cell) and list_cell(cell),
    "scope": one_of("state", "organisation", "body"),
    "fixed": lambda cell: re.fullmatch(r"(?:[A-Za-z0-9]{2,})?", cell) is not None,
    "official": one_of("yes", "no"),
    "checked": one_of("own"),
}
RELATIONS = {
    "office": lambda cell: _CODE.fullmatch(cell) is not None,
    "body": lambda cell: re.fullmatch(r"\*|[A-Za-z0-9]{2,}", cell) is not None,
    "means": lambda cell: filled(cell) and list_cell(cell),
    "otherwise": lambda cell: not cell or _CODE.fullmatch(cell) is not None,
    "checked": one_of("own"),
}


@dataclass(frozen=True, slots=True)
class Office:
    """What a title tells: the office, what it belongs to (`fixed` when the title says it), whether it is official."""

    office: str
    scope: str
    fixed: str | None
    official: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """The offices whose holders an office names for a body, and the office to try when they name nobody."""

    means: tuple[str, ...]
    otherwise: str | None = None


@dataclass(frozen=True, slots=True)
class Offices:
    """Titles keyed by their lower-case words, apostrophes closing a word: ("chef", "de", "l'", "état").

    `by_start` gives the lengths, longest first, of the titles that begin with a word.
    """

    by_title: dict[Title, tuple[Office, ...]]
    by_start: dict[str, tuple[int, ...]]
    relations: dict[tuple[str, str], Meaning]

    @property
    def heads(self) -> frozenset[str]:
        """Give the words that begin or hold the noun of a title, to look at no others."""
        return _heads()

    def longest(self, words: Sequence[str], start: int) -> tuple[tuple[Office, ...], int] | None:
        """Find the longest title that begins at a word: its offices and its length in words; None if there is none.

        An adjective of a country, or "chargé", may stand inside: "ministre turc des Affaires étrangères".
        """
        if start >= len(words) or _word(words[start]) not in self.by_start:
            return None
        ahead = [_word(word) for word in words[start : start + LONGEST]]
        found = [title for title in (self._title(ahead), *self._around(ahead)) if title]
        return max(found, key=lambda title: title[1], default=None)

    def _title(self, words: Sequence[str]) -> tuple[tuple[Office, ...], int] | None:
        for length in self.by_start.get(words[0], ()):
            if length <= len(words) and (offices := self.by_title.get(tuple(words[:length]))):
                return offices, length
        return None

    def _around(self, words: list[str]) -> Iterator[tuple[tuple[Office, ...], int]]:
        """Find titles that close behind a word that may stand inside them."""
        for i in range(1, len(words) - 1):
            if words[i] in INSIDE or words[i] in _country_adjectives():
                title = self._title([*words[:i], *words[i + 1 :]])
                if title and title[1] > i:
                    yield title[0], title[1] + 1

    def covering(self, words: Sequence[str], at: int) -> tuple[tuple[Office, ...], int, int] | None:
        """Find the longest title that holds a word: its offices, first word and length; None when there is none.

        In "Premier ministre grec" the word "ministre" lies in a title that begins before it.
        """
        found = [(*title, first) for first in range(max(0, at - 3), at + 1) if (title := self.longest(words, first))]
        held = [(offices, first, length) for offices, length, first in found if first + length > at]
        return max(held, key=lambda title: (title[2], title[1]), default=None)

    def meaning(self, office: str, body: str) -> Meaning:
        """Tell which offices of a body an office stands for; itself when nothing else is said."""
        return self.relations.get((office, body)) or self.relations.get((office, "*")) or Meaning((office,))


@cache
def load_offices() -> Offices:
    """Read and check the tables; TableError when a relation names an office that has no title."""
    titles: dict[Title, dict[Office, None]] = {}
    for row in read_table("selon.knowledge", "offices.tsv", SCHEMA):
        office = Office(row["office"], row["scope"], row["fixed"] or None, row["official"] == "yes")
        for title in cells(row["titles"]):
            for form in {title, unaccented_capitals(title)}:
                titles.setdefault(title_words(form), {})[office] = None
    known = {office.office for offices in titles.values() for office in offices}
    by_title = {words: tuple(offices) for words, offices in titles.items()}
    return Offices(by_title, _lengths(by_title), _relations(known))


@cache
def _heads() -> frozenset[str]:
    return frozenset(word for title in load_offices().by_title for word in title[:2])


def title_words(title: str) -> Title:
    """Cut a title into its lower-case words, an apostrophe closing its word."""
    return tuple(_WORDS.findall(straight(title).lower()))


@cache
def _country_adjectives() -> Container[str]:
    from selon.knowledge.countries import load_countries

    return load_countries().adjectives


@lru_cache(maxsize=16384)
def _word(word: str) -> str:
    return straight(word).lower()


def _lengths(titles: dict[Title, tuple[Office, ...]]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for words in titles:
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


def _relations(known: set[str]) -> dict[tuple[str, str], Meaning]:
    relations: dict[tuple[str, str], Meaning] = {}
    for row in read_table("selon.knowledge", "office_relations.tsv", RELATIONS):
        means, key = cells(row["means"]), (row["office"], row["body"])
        if unknown := {row["office"], *means, row["otherwise"]} - known - {""}:
            raise TableError(f"office_relations.tsv: no title for the office {min(unknown)!r}")
        if key in relations:
            raise TableError(f"office_relations.tsv: two lines for {key}")
        relations[key] = Meaning(means, row["otherwise"] or None)
    return relations
