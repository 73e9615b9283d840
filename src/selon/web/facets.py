"""Lists with their facets: the latest rows a question finds, and what they have, counted, to narrow it by."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from selon.corpus.conditions import article_conditions, event_conditions, statement_conditions
from selon.corpus.filters import Filters
from selon.corpus.planning import ARTICLES, EVENTS, STATEMENTS, Condition, Target, newest
from selon.corpus.questions import view_rows
from selon.corpus.results import Result

Name = Literal["articles", "events", "statements"]

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


@dataclass(frozen=True, slots=True)
class _Table:
    """How a table is asked for, shown and counted; {0} in a query is the name of its facet, {1} the keys."""

    target: Target
    view: str
    conditions: Callable[[sqlite3.Connection, Filters], list[Condition]]
    queries: dict[str, str]


def listed(db: sqlite3.Connection, table: Name, filters: Filters, offset: int, limit: int) -> tuple[Result, Facets]:
    """Give rows that a question finds, the latest first, and its facets; what it finds is looked for once."""
    kind = _TABLES[table]
    conditions = kind.conditions(db, filters)
    keys = newest(db, kind.target, conditions, COUNTED + 1)
    inside = len(keys) <= COUNTED or offset + limit < len(keys)
    shown = keys[offset : offset + limit + 1] if inside else newest(db, kind.target, conditions, limit + 1, offset)
    return view_rows(db, kind.view, kind.target.key, shown, limit), _facets(db, keys, kind.queries)


def _facets(db: sqlite3.Connection, keys: list[int], queries: dict[str, str]) -> Facets:
    counted = json.dumps(keys[:COUNTED])
    found = []
    for name, query in queries.items():
        asked = query.format(name, "(SELECT value FROM json_each(?))")
        rows = db.execute(f"{asked} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {SHOWN}", (counted,))
        found.append(Facet(name, tuple((str(value), int(count)) for value, count in rows)))
    return Facets(tuple(f for f in found if f.values), min(len(keys), COUNTED), len(keys) <= COUNTED)


_OF_ARTICLES = "SELECT {0}, count(DISTINCT article) FROM events WHERE article IN {1} AND verdict IS NOT 'rejected'"
_OF_EVENTS = "SELECT {0}, count(*) FROM events WHERE event IN {1}"
_TABLES: dict[Name, _Table] = {
    "articles": _Table(ARTICLES, "v_articles", article_conditions, {
        "outlet": "SELECT outlet, count(*) FROM articles WHERE article IN {1} AND outlet IS NOT NULL",
        "type": _OF_ARTICLES, "status": _OF_ARTICLES,
        "country": "SELECT p.country, count(DISTINCT e.article) FROM events e JOIN parties p USING (event) "
        "WHERE e.article IN {1} AND p.is_shown AND p.role != 'voice' AND p.country IS NOT NULL",
    }),
    "events": _Table(EVENTS, "v_events", event_conditions, {
        "type": _OF_EVENTS, "status": _OF_EVENTS,
        "outlet": "SELECT a.outlet, count(*) FROM events e JOIN articles a USING (article) "
        "WHERE e.event IN {1} AND a.outlet IS NOT NULL",
        "country": "SELECT country, count(DISTINCT event) FROM parties "
        "WHERE event IN {1} AND is_shown AND role != 'voice' AND country IS NOT NULL",
    }),
    "statements": _Table(STATEMENTS, "v_statements", statement_conditions, {
        "voice": "SELECT coalesce(m.name, m.words), count(*) FROM statements s "
        "JOIN mentions m ON m.mention = s.speaker WHERE s.statement IN {1} AND m.form != 'pronoun'",
        "country": "SELECT country, count(*) FROM statements WHERE statement IN {1} AND country IS NOT NULL",
        "outlet": "SELECT a.outlet, count(*) FROM statements s JOIN articles a USING (article) "
        "WHERE s.statement IN {1} AND a.outlet IS NOT NULL",
    }),
}  # fmt: skip
