"""Facets: what the rows found have, counted, to narrow a question by."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from selon.corpus.conditions import article_conditions, event_conditions, statement_conditions
from selon.corpus.filters import Filters
from selon.corpus.planning import ARTICLES, EVENTS, STATEMENTS, newest

COUNTED = 1_000
"""The latest rows that facets count; more would cost more than they tell."""
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values, the most frequent first, and how many rows have each."""

    name: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets of a question, over `counted` rows; `all_rows` tells whether these are all it finds."""

    facets: tuple[Facet, ...]
    counted: int
    all_rows: bool


def article_facets(db: sqlite3.Connection, filters: Filters) -> Facets:
    """Count articles by outlet, and by the types, statuses and countries of their events."""
    keys = newest(db, ARTICLES, article_conditions(db, filters), COUNTED + 1)
    of_events = "SELECT {0}, count(DISTINCT article) FROM events WHERE article IN {1} AND verdict IS NOT 'rejected'"
    countries = (
        "SELECT p.country, count(DISTINCT e.article) FROM events e JOIN parties p USING (event) "
        "WHERE e.article IN {1} AND p.is_shown AND p.role != 'voice' AND p.country IS NOT NULL"
    )
    return _facets(db, keys, {
        "outlet": "SELECT outlet, count(*) FROM articles WHERE article IN {1} AND outlet IS NOT NULL",
        "type": of_events, "status": of_events, "country": countries,
    })  # fmt: skip


def event_facets(db: sqlite3.Connection, filters: Filters) -> Facets:
    """Count events by type, status, outlet and the countries of their parties."""
    keys = newest(db, EVENTS, event_conditions(db, filters), COUNTED + 1)
    own = "SELECT {0}, count(*) FROM events WHERE event IN {1}"
    return _facets(db, keys, {
        "type": own, "status": own,
        "outlet": "SELECT a.outlet, count(*) FROM events e JOIN articles a USING (article) "
        "WHERE e.event IN {1} AND a.outlet IS NOT NULL",
        "country": "SELECT country, count(DISTINCT event) FROM parties "
        "WHERE event IN {1} AND is_shown AND role != 'voice' AND country IS NOT NULL",
    })  # fmt: skip


def statement_facets(db: sqlite3.Connection, filters: Filters) -> Facets:
    """Count statements by speaker, by the country of the speaker, and by outlet."""
    keys = newest(db, STATEMENTS, statement_conditions(db, filters), COUNTED + 1)
    return _facets(db, keys, {
        "voice": "SELECT coalesce(m.name, m.words), count(*) FROM statements s "
        "JOIN mentions m ON m.mention = s.speaker WHERE s.statement IN {1} AND m.form != 'pronoun'",
        "country": "SELECT country, count(*) FROM statements WHERE statement IN {1} AND country IS NOT NULL",
        "outlet": "SELECT a.outlet, count(*) FROM statements s JOIN articles a USING (article) "
        "WHERE s.statement IN {1} AND a.outlet IS NOT NULL",
    })  # fmt: skip


def _facets(db: sqlite3.Connection, keys: list[int], queries: dict[str, str]) -> Facets:
    counted = json.dumps(keys[:COUNTED])
    found = []
    for name, query in queries.items():
        asked = query.format(name, "(SELECT value FROM json_each(?))")
        rows = db.execute(f"{asked} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {SHOWN}", (counted,))
        found.append(Facet(name, tuple((str(value), int(count)) for value, count in rows)))
    return Facets(tuple(f for f in found if f.values), min(len(keys), COUNTED), len(keys) <= COUNTED)
