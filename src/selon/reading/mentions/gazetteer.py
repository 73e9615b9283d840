"""Names that the knowledge knows, looked up as they stand in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from selon.knowledge.countries import load_countries
from selon.knowledge.groups import load_groups
from selon.knowledge.holders import load_holders
from selon.knowledge.organisations import Organisation, Organisations, clear_names, load_organisations
from selon.knowledge.outlets import load_outlets
from selon.knowledge.places import Place
from selon.knowledge.spelling import fold
from selon.reading.parse import Word
from selon.reading.text import Token
from selon.records import MentionKind, Via
from selon.tables import kept

LONGEST = 9


@dataclass(frozen=True, slots=True)
class Known:
    """What a name may stand for: its kind, full name, country or organisation code and identifier."""

    kind: MentionKind
    name: str | None
    country: str | None
    entity: str | None
    via: Via
    seat: str | None = None  # the state or organisation that a capital or palace may stand for
    place: Place | None = None  # which place of the tables it is, where that is settled


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Look-ups by folded words; `exact` holds acronyms, which must stand in the text letter by letter."""

    folded: dict[str, Known]
    exact: dict[str, Known]
    ordinary: dict[str, Known]  # outlets whose name is ordinary words too: only where the finder proposes a name
    shared: dict[str, Known]  # organisations whose name is a word, place, person or product too: likewise
    first: dict[str, int]
    small: dict[str, int]  # how many tokens the longest name has that begins with a word in small letters

    def openings(self, tokens: Sequence[Token | Word]) -> list[int]:
        """Give the tokens at which a name may begin."""
        small = self.small
        return [k for k, t in enumerate(tokens) if t.text[0].isupper() or t.text[0].isdigit() or t.text in small]

    def longest(self, tokens: Sequence[Token | Word], start: int) -> tuple[int, Known] | None:
        """Find the longest name that begins at a token: how many tokens it has, and what it names.

        A name carries a capital; a word in small letters counts only where it is listed so ("les talibans").
        """
        head = tokens[start].text
        if not (head[0].isupper() or head[0].isdigit()):
            return self._in_small_letters(tokens, start) if head in self.small else None
        for size in range(min(self.first.get(_key(head), 0), len(tokens) - start), 0, -1):
            if not tokens[start + size - 1].text[-1:].isalnum() and size > 1:
                continue
            words = words_of(tokens[start : start + size]).replace("’", "'")
            known = self.exact.get(words) or self.folded.get(fold(words))
            if known is not None:
                return size, known
        return None

    def _in_small_letters(self, tokens: Sequence[Token | Word], start: int) -> tuple[int, Known] | None:
        for size in range(min(self.small[tokens[start].text], len(tokens) - start), 0, -1):
            if known := self.exact.get(words_of(tokens[start : start + size]).replace("’", "'")):
                return size, known
        return None


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    return fold(word).rstrip("'")


def words_of(tokens: Sequence[Token | Word]) -> str:
    """Join tokens as they stand in the text, a gap where there was one."""
    parts = [tokens[0].text]
    for before, token in pairwise(tokens):
        parts.append(token.text if before.end == token.start else " " + token.text)
    return "".join(parts)


@kept
def load_gazetteer() -> Gazetteer:
    """Gather the tables; an earlier kind wins a name that two claim."""
    folded: dict[str, Known] = {}
    exact: dict[str, Known] = {}
    named = list(_folded_names())
    for name, known in named:
        folded.setdefault(fold(name), known)
    for name, known in _exact_names():
        exact.setdefault(name, known)
    first: dict[str, int] = {}
    for name in [*(name for name, _ in named), *exact]:
        head = name.replace("’", "'").replace("'", "' ").split(None, 1)[0]
        size = min(LONGEST, len(name.replace("-", " ").split()) + name.count("'") + 1)
        for opening in (head, head.split("-")[0]) if "-" in head else (head,):
            key = _key(opening)
            if size > first.get(key, 0):
                first[key] = size
    small: dict[str, int] = {}
    for name in exact:
        if name[:1].islower():
            head = name.split()[0]
            small[head] = max(small.get(head, 0), len(name.split()))
    ordinary = {
        name: Known("outlet", outlet.name, None, None, "name")
        for outlet in load_outlets().rows
        if outlet.ambiguous
        for name in (outlet.name, *outlet.aliases)
    }
    organisations = load_organisations()
    shared = {
        name: _organisation(organisations, organisations.row(codes[0]), "name")
        for name, codes in organisations.ambiguous.items()
    }
    return Gazetteer(folded, exact, ordinary, shared, first, small)


def _folded_names() -> Iterable[tuple[str, Known]]:
    bodies = {fold(row.name): row for row in load_organisations().rows.values() if row.kind == "agency"}
    for country in load_countries().rows.values():
        known = Known("state", country.name, country.code, country.qid, "name")
        for name in (country.name, *country.aliases):
            yield name, known
        for seat in country.metonyms:
            if body := bodies.get(fold(seat)):
                yield seat, Known("organisation", body.name, country.code, body.qid, "name", country.code)
            yield seat, Known("place", seat, country.code, None, "metonym", country.code)
        for capital in country.capitals:
            yield (
                capital,
                Known("place", capital, country.code, None, "name", country.code if country.capital_metonym else None),
            )
    organisations = load_organisations()
    for row in organisations.rows.values():
        known = _organisation(organisations, row, "name")
        for name in clear_names(row):
            if " " in name or not name.isupper():
                yield name, known
    for group in load_groups().rows.values():
        known = Known("group", group.name, None, group.qid or None, "name")
        for name in (group.name, *group.aliases):
            yield name, known
    for holder in load_holders().rows:
        known = Known("person", holder.name, None, holder.qid or None, "name")
        for name in (holder.name, *holder.aliases):
            if " " in name:
                yield name, known


def _organisation(organisations: Organisations, row: Organisation, via: Via) -> Known:
    return Known("organisation", row.name, organisations.country_of(row.code), row.qid or None, via)


def _exact_names() -> Iterable[tuple[str, Known]]:
    organisations = load_organisations()
    for row in organisations.rows.values():
        known = _organisation(organisations, row, "acronym")
        for acronym in row.acronyms:
            yield acronym, known
        for alias in row.aliases:
            if alias.islower():
                yield alias, known
    for group in load_groups().rows.values():
        for acronym in group.acronyms:
            yield acronym, Known("group", group.name, None, group.qid or None, "acronym")
        for noun in group.common:
            yield noun, Known("group", group.name, None, group.qid or None, "name")
    for outlet in (o for o in load_outlets().rows if not o.ambiguous):
        for name in (outlet.name, *outlet.aliases):
            yield name, Known("outlet", outlet.name, None, None, "name")
