"""Writing readings: an article and its records become rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Literal

from selon.corpus.record_writer import RecordWriter
from selon.corpus.rest import rest_of
from selon.corpus.rows import marks
from selon.corpus.shown import Shown, first_day
from selon.corpus.slots import write_slots
from selon.corpus.stems import stemmed
from selon.errors import RecordError
from selon.records import Article, Reading, text_hash


def outcome_of(reading: Reading) -> str:
    """Tell what became of an article: read, empty or language."""
    codes = {note.code for note in reading.notes}
    return "empty" if "empty" in codes else "language" if "language" in codes else "read"


def insert_article(db: sqlite3.Connection, reading: Reading) -> int:
    """Add an article with its text and the words to find it by; give its number."""
    article, info = reading.article, reading.reader
    _check_writable(article)
    row = (
        text_hash(article.text), article.id, article.lang, article.published, first_day(article.published),
        article.outlet, article.url, article.title, outcome_of(reading), info.version, info.model,
        rest_of(article),
    )  # fmt: skip
    columns = "hash, id, lang, published, day, outlet, url, title, outcome, reader, model, rest"
    number = db.execute(f"INSERT INTO articles ({columns}) VALUES ({marks(12)})", row).lastrowid
    assert number is not None
    db.execute("INSERT INTO texts VALUES (?, ?)", (number, article.text))
    db.execute("INSERT INTO article_words (rowid, words) VALUES (?, ?)", (number, stemmed(article.text)))
    return number


def _check_writable(article: Article) -> None:
    for value in (article.text, article.id, article.outlet, article.url, article.title):
        try:
            (value or "").encode()
        except UnicodeEncodeError:
            reason = f"article {article.id!a}: a lone surrogate, which no file can hold; replace it by U+FFFD"
            raise RecordError(reason) from None


def clear_records(db: sqlite3.Connection, article: int) -> None:
    """Take away the records of an article; the article and its corrections stay."""
    for table in ("voices", "event_quantities", "parties"):
        db.execute(f"DELETE FROM {table} WHERE event IN (SELECT event FROM events WHERE article = ?)", (article,))
    db.execute(
        "DELETE FROM contents WHERE statement IN (SELECT statement FROM statements WHERE article = ?)", (article,)
    )
    for table in ("events", "statements", "mentions", "times", "quantities", "notes", "article_months"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))


def write_records(db: sqlite3.Connection, article: int, shown: Shown) -> None:
    """Write the records of an article that has none."""
    _write(db, article, shown)


def rewrite_records(db: sqlite3.Connection, article: int, shown: Shown) -> None:
    """Write the records of an article anew; events and statements with the same ids keep their numbers."""
    events, statements = _Numbers.of(db, "events", article), _Numbers.of(db, "statements", article)
    clear_records(db, article)
    _write(db, article, shown, events, statements)


@dataclass(slots=True)
class _Numbers:
    """The numbers of records written anew: those they had, by id, each given once, and numbers that no record has."""

    kept: dict[str, int]
    new: Iterator[int]

    @classmethod
    def of(cls, db: sqlite3.Connection, table: Literal["events", "statements"], article: int) -> _Numbers:
        key = table.removesuffix("s")
        kept = dict(db.execute(f"SELECT id, {key} FROM {table} WHERE article = ?", (article,)))
        (last,) = db.execute(f"SELECT coalesce(max({key}), 0) FROM {table}").fetchone()
        return cls(kept, count(last + 1))

    def take(self, id_: str) -> int:
        """Give the number for a record of that id."""
        return self.kept.pop(id_, None) or next(self.new)


def _write(
    db: sqlite3.Connection,
    article: int,
    shown: Shown,
    events: _Numbers | None = None,
    statements: _Numbers | None = None,
) -> None:
    writer = RecordWriter(db, article, shown, first_day(shown.reading.article.published))
    writer.plain_records()
    writer.write_mentions()
    for n, statement in enumerate(shown.statements):
        writer.write_statement(n, statement, statements.take(statement.read.id) if statements else None)
    for n, event in enumerate(shown.events):
        writer.write_event(n, event, events.take(event.read.id) if events else None)
    write_slots(db, article)
