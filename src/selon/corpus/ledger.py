"""The account of inputs: what became of each thing found, so that the counts add up."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from selon.records import Article, text_hash

GIVEN = "(given)"
"""The path under which readings are kept that were given in Python."""

OUTCOMES = ("read", "empty", "language", "copy", "again", "skipped", "failed")


class Place(NamedTuple):
    """Where something was found: the number of its file, its place in the file, and the place in words."""

    file: int
    n: int
    words: str


def file_number(db: sqlite3.Connection, path: str) -> int:
    """Give the number of a file, added when it is new."""
    db.execute("INSERT INTO files (path) VALUES (?) ON CONFLICT DO NOTHING", (path,))
    (number,) = db.execute("SELECT file FROM files WHERE path = ?", (path,)).fetchone()
    return int(number)


def next_place(db: sqlite3.Connection, words: str) -> Place:
    """Give the next free place among readings given in Python."""
    file = file_number(db, GIVEN)
    (n,) = db.execute("SELECT coalesce(max(n) + 1, 0) FROM found WHERE file = ?", (file,)).fetchone()
    return Place(file, int(n), words)


def record(db: sqlite3.Connection, place: Place, outcome: str, article: int | None, reason: str | None = None) -> None:
    """Write what became of one thing found; the last word on a place stands."""
    row = (*place, outcome, article, reason)
    anew = "place = excluded.place, outcome = excluded.outcome, article = excluded.article, reason = excluded.reason"
    db.execute(f"INSERT INTO found VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET {anew}", row)


def known_article(db: sqlite3.Connection, article: Article) -> int | None:
    """Give the number of the article that holds the same text."""
    row = db.execute("SELECT article FROM articles WHERE hash = ?", (text_hash(article.text),)).fetchone()
    return int(row[0]) if row else None


def record_known(db: sqlite3.Connection, place: Place, number: int, article: Article) -> str:
    """Write a text the corpus has already, as a copy or as the same article met again; give the outcome."""
    row = db.execute("SELECT outcome, article FROM found WHERE file = ? AND n = ?", place[:2]).fetchone()
    if row and row[1] == number and row[0] != "failed":
        return str(row[0])
    published_as = "SELECT outlet, url FROM {} WHERE article = ? AND outlet IS ? AND url IS ?"
    query = f"{published_as.format('articles')} UNION ALL {published_as.format('copies')}"
    wanted = (number, article.outlet, article.url)
    bare = article.outlet is None and article.url is None
    if bare or db.execute(query, wanted * 2).fetchone():
        record(db, place, "again", number)
        return "again"
    copy = (number, article.id, article.published, article.outlet, article.url, article.title)
    db.execute("INSERT INTO copies (article, id, published, outlet, url, title) VALUES (?, ?, ?, ?, ?, ?)", copy)
    record(db, place, "copy", number)
    return "copy"
