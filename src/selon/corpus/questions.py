"""The questions: which events, which statements, which articles."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from selon.corpus import planning
from selon.corpus.conditions import article_conditions, event_conditions, expression, statement_conditions
from selon.corpus.filters import Filters
from selon.corpus.passages import passage
from selon.corpus.planning import ARTICLES, EVENTS, STATEMENTS, Piece, conjunction, newest
from selon.corpus.results import Result

CHUNK = 5_000
NUMBERS = frozenset(
    ["event", "statement", "article", "n", "span_start", "span_end", "is_read", "events", "statements", "copies"]
)


DEGREES = frozenset(["confidence", "latitude", "longitude"])


def ask_events(db: sqlite3.Connection, filters: Filters, limit: int | None = None, offset: int = 0) -> Result:
    """Give events as the view `v_events` has them, the latest first, those rejected left out."""
    found = newest(db, EVENTS, event_conditions(db, filters), _one_more(limit), offset)
    return view_rows(db, "v_events", "event", found, limit)


def ask_statements(db: sqlite3.Connection, filters: Filters, limit: int | None = None, offset: int = 0) -> Result:
    """Give statements as the view `v_statements` has them, the latest first, those rejected left out."""
    found = newest(db, STATEMENTS, statement_conditions(db, filters), _one_more(limit), offset)
    return view_rows(db, "v_statements", "statement", found, limit)


def ask_articles(db: sqlite3.Connection, filters: Filters, limit: int | None = None, offset: int = 0) -> Result:
    """Give articles as the view `v_articles` has them, the latest first."""
    found = newest(db, ARTICLES, article_conditions(db, filters), _one_more(limit), offset)
    return view_rows(db, "v_articles", "article", found, limit)


def search(db: sqlite3.Connection, text: str, filters: Filters, limit: int = 20) -> Result:
    """Find articles by their words, the best first, each with the passage that holds the most of them.

    Rank is BM25; where more than `planning.RARE` articles hold the words, the latest come first instead.
    """
    from dataclasses import replace

    found = _ranked(db, text, article_conditions(db, filters), limit + 1)
    if found is None:
        found = newest(db, ARTICLES, article_conditions(db, replace(filters, text=text)), limit + 1)
    articles = view_rows(db, "v_articles", "article", found, limit)
    texts = dict(_in(db, "SELECT article, text FROM texts WHERE article", found[:limit]))
    shown = ("article", "hash", "id", "published", "outlet", "title")
    rows = tuple((*(row[c] for c in shown), passage(texts[row["article"]], text)) for row in articles)
    return Result({**{c: articles.columns[c] for c in shown}, "passage": str}, rows, articles.more)


def _ranked(db: sqlite3.Connection, text: str, conditions: Sequence[Any], limit: int) -> list[int] | None:
    """Give the best articles by rank; None when too many hold the words to rank them at once."""
    question = expression(text)
    hits = f"SELECT count(*) FROM (SELECT 1 FROM article_words WHERE article_words MATCH ? LIMIT {planning.RARE + 1})"
    if db.execute(hits, (question,)).fetchone()[0] > planning.RARE:
        return None
    check: Piece = conjunction([c.check for c in conditions])
    query = (
        "SELECT t.article FROM "
        "(SELECT rowid AS article, rank AS score FROM article_words WHERE article_words MATCH ?) r "
        f"CROSS JOIN articles t USING (article) WHERE {check.sql} ORDER BY r.score, t.article LIMIT ?"
    )
    if not conditions:
        query = "SELECT rowid FROM article_words WHERE article_words MATCH ? ORDER BY rank LIMIT ?"
    return [number for (number,) in db.execute(query, (question, *check.values, limit))]


def view_rows(db: sqlite3.Connection, view: str, key: str, keys: Sequence[int], limit: int | None = None) -> Result:
    """Give rows of a view by their keys, in that order; those over the limit only tell that there are more."""
    more = limit is not None and len(keys) > limit
    keys = keys[:limit] if limit is not None else keys
    names = [d[0] for d in db.execute(f"SELECT * FROM {view} LIMIT 0").description]
    at, rows = names.index(key), []
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        by_key = {row[at]: row for row in _in(db, f"SELECT * FROM {view} WHERE {key}", chunk)}
        rows += [by_key[k] for k in chunk]
    columns = {name: int if name in NUMBERS else float if name in DEGREES else str for name in names}
    return Result(columns, tuple(rows), more)


def _in(db: sqlite3.Connection, query: str, keys: Sequence[int]) -> list[tuple[Any, ...]]:
    return db.execute(f"{query} IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),)).fetchall()


def _one_more(limit: int | None) -> int | None:
    return None if limit is None else limit + 1
