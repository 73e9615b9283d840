"""Events of an article by month, in a few bytes: what charts of a word or an outlet are counted from.

A slot is a month with a type, a status and a voice: a row of `event_months`, by its number. Each article keeps the
slots of its events that count, so that even a word of every article is counted without a look at the events.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections import Counter
from collections.abc import Sequence

from selon.corpus.planning import Piece, conjunction

_OF_ARTICLE = (
    "SELECT m.slot FROM events e INDEXED BY events_article CROSS JOIN event_months m ON m.month = substr(e.day, 1, 7) "
    "AND m.status = e.status AND m.told_by = e.told_by AND m.type = e.type WHERE e.article = ? AND e.counts"
)


def write_slots(db: sqlite3.Connection, article: int) -> None:
    """Keep the slots of the events of an article, which are written and in no other row."""
    slots = array("I", (slot for (slot,) in db.execute(_OF_ARTICLE, (article,))))
    if slots:
        db.execute("INSERT INTO article_months VALUES (?, ?)", (article, _little(slots).tobytes()))


def count_slots(db: sqlite3.Connection, articles: Sequence[Piece]) -> Counter[int]:
    """Count the events, by slot, of the articles that are in all of some queries for numbers of articles.

    Where that is most of the corpus, the others are counted and taken off the whole.
    """
    held = conjunction([Piece(f"article IN ({piece.sql})", piece.values) for piece in articles])
    if len(articles) > 1 or not _are_most(db, articles[0]):
        return _counted(db, held)
    counts: Counter[int] = Counter(dict(db.execute("SELECT slot, events FROM event_months")))
    counts.subtract(_counted(db, Piece(f"NOT {held.sql}", held.values)))
    return counts


def _are_most(db: sqlite3.Connection, articles: Piece) -> bool:
    (total,) = db.execute("SELECT count(*) FROM article_months").fetchone()
    (held,) = db.execute(f"SELECT count(*) FROM ({articles.sql})", articles.values).fetchone()
    return bool(held > total // 2)


def _counted(db: sqlite3.Connection, articles: Piece) -> Counter[int]:
    query = f"SELECT slots FROM article_months WHERE {articles.sql}"
    packed = b"".join(slots for (slots,) in db.execute(query, articles.values))
    return Counter(_little(array("I", packed)))


def _little(slots: array[int]) -> array[int]:
    """Turn numbers into the order of bytes of the file, or back: the lowest byte first."""
    if sys.byteorder == "big":
        slots.byteswap()
    return slots
