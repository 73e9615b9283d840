"""Names that the knowledge knows, looked up as they stand in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from selon.knowledge.countries import load_countries
from selon.knowledge.groups import load_groups
from selon.knowledge.holders import load_holders
from selon.knowledge.organisations import load_organisations
from selon.knowledge.outlets import load_outlets
from selon.knowledge.spelling import fold
from selon.records import MentionKind, Via

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


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Look-ups by folded words; `exact` holds acronyms, which must stand in the text letter by letter."""

    folded: dict[str, Known]
    exact: dict[str, Known]
    first: dict[str, int]

    def look_up(self, words: str) -> Known | None:
        """Give what words name; they must carry a capital or a figure unless they are listed in small letters."""
        if (known := self.exact.get(words.replace("’", "'"))) is not None:
            return known
        if not any(c.isupper() for c in words):
            return None
        return self.folded.get(fold(words))

    def reach(self, word: str) -> int:
        """Give how many tokens the longest name that begins with a token has."""
        return self.first.get(fold(word).rstrip("'"), 0)


@cache
def load_gazetteer() -> Gazetteer:
    """Gather the tables; an earlier kind wins a name that two claim."""
    folded: dict[str, Known] = {}
    exact: dict[str, Known] = {}
    for name, known in _folded_names():
        folded.setdefault(fold(name), known)
    for name, known in _exact_names():
        exact.setdefault(name, known)
    first: dict[str, int] = {}
    for name in [*folded, *map(fold, exact)]:
        words = name.replace("'", "' ").replace("-", " ").split()
        if words:
            key = words[0].rstrip("'")
            first[key] = min(LONGEST, max(first.get(key, 0), len(words) + 2))
    return Gazetteer(folded, exact, first)


def _folded_names() -> Iterable[tuple[str, Known]]:
    for country in load_countries().rows.values():
        known = Known("state", country.name, country.code, country.qid, "name")
        for name in (country.name, *country.aliases):
            yield name, known
        for seat in country.metonyms:
            yield seat, Known("place", seat, country.code, None, "metonym", country.code)
        for capital in country.capitals:
            yield (
                capital,
                Known("place", capital, country.code, None, "name", country.code if country.capital_metonym else None),
            )
    organisations = load_organisations()
    for row in organisations.rows.values():
        known = Known("organisation", row.name, organisations.country_of(row.code), row.qid or None, "name")
        for name in (row.name, row.english, *row.aliases):
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


def _exact_names() -> Iterable[tuple[str, Known]]:
    organisations = load_organisations()
    for row in organisations.rows.values():
        known = Known("organisation", row.name, organisations.country_of(row.code), row.qid or None, "acronym")
        for acronym in row.acronyms:
            yield acronym, known
    for group in load_groups().rows.values():
        for acronym in group.acronyms:
            yield acronym, Known("group", group.name, None, group.qid or None, "acronym")
        for noun in group.common:
            yield noun, Known("group", group.name, None, group.qid or None, "name")
    for outlet in load_outlets().rows:
        for name in (outlet.name, *outlet.aliases):
            yield name, Known("outlet", outlet.name, None, None, "name")
