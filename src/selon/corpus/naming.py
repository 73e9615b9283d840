"""What a name in a question means: countries and organisations by their codes, everything else by its words."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from selon.corpus.stems import folded, match_expression

MOST = 20_000
"""Entities that one question may name."""


@dataclass(frozen=True, slots=True)
class Named:
    """The country codes and the entities that the words of a filter may mean; any of them will do."""

    countries: tuple[str, ...]
    entities: tuple[int, ...]


def named(db: sqlite3.Connection, words: tuple[str, ...]) -> Named:
    """Find what names mean: a code or a name of a country or organisation, an identifier, or words of a name."""
    countries: set[str] = set()
    entities: set[int] = set()
    for each in words:
        code = country_code(db, each)
        if code:
            countries.add(code)
        else:
            entities |= _entities(db, each)
    return Named(tuple(sorted(countries)), tuple(sorted(entities)))


def country_code(db: sqlite3.Connection, words: str) -> str | None:
    """Give the code of a country or organisation by its code or its name."""
    if db.execute("SELECT 1 FROM entities WHERE country = ? LIMIT 1", (words,)).fetchone():
        return words
    from selon.knowledge.countries import load_countries
    from selon.knowledge.spelling import fold

    countries = load_countries()
    if words.upper() in countries.rows:
        return words.upper()
    by_name = countries.by_name.get(fold(words), ())
    return by_name[0] if by_name else _organisation_code(words)


def _organisation_code(words: str) -> str | None:
    from selon.knowledge.organisations import load_organisations

    organisations = load_organisations()
    codes = [*organisations.acronyms.get(words, ()), *organisations.by_name.get(words, ())]
    code = codes[0] if codes else words if words in organisations.rows else None
    if code is None or organisations.rows[code].country:
        return None
    return organisations.country_of(code)


def _entities(db: sqlite3.Connection, words: str) -> set[int]:
    """Give the entities whose key these words are, else those whose name holds all of them; merges followed."""
    follow = (
        "WITH RECURSIVE up(entity_no) AS ({} UNION SELECT merged_into FROM entities JOIN up USING (entity_no) "
        f"WHERE merged_into IS NOT NULL) SELECT entity_no FROM up LIMIT {MOST}"
    )
    by_key = "SELECT entity_no FROM entities WHERE key = ?"
    found = db.execute(follow.format(by_key), (words,)).fetchall()
    if not found and (expression := match_expression(words)):
        by_words = f"SELECT rowid FROM entity_words WHERE entity_words MATCH ? LIMIT {MOST}"
        found = db.execute(follow.format(f"SELECT * FROM ({by_words})"), (expression,)).fetchall()
    return {number for (number,) in found}


def outlets_named(db: sqlite3.Connection, words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the outlets of the corpus whose name holds the words, accents and capitals aside."""
    wanted = [folded(each) for each in words]
    query = (
        "WITH RECURSIVE names(outlet) AS (SELECT min(outlet) FROM outlet_months UNION ALL "
        "SELECT (SELECT min(outlet) FROM outlet_months m WHERE m.outlet > names.outlet) FROM names "
        "WHERE names.outlet IS NOT NULL) SELECT outlet FROM names WHERE outlet IS NOT NULL "
        "UNION SELECT DISTINCT outlet FROM copies WHERE outlet IS NOT NULL"
    )
    known = [outlet for (outlet,) in db.execute(query)]
    exact = tuple(outlet for outlet in known if folded(outlet) in wanted)
    return exact or tuple(outlet for outlet in known if any(each in folded(outlet) for each in wanted))
