"""Events of an article by month, in a few bytes: what charts of a word or an outlet are counted from.

A slot is a month with a type, a status and a voice: a row of `event_months`, by its number. Each article keeps the
slots of its events that count, so that even a word of every article is counted without a look at the events.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections import Counter

from selon.corpus.planning import Piece

_OF_ARTICLE = (
    "SELECT m.slot FROM events e INDEXED BY events_article CROSS JOIN event_months m ON m.month = substr(e.day, 1, 7) "
    "AND m.status = e.status AND m.told_by = e.told_by AND m.type = e.type WHERE e.article = ? AND e.counts"
)


def write_slots(db: sqlite3.Connection, article: int) -> None:
    """Keep the slots of the events of an article, which are written and in no other row."""
    slots = array("I", (slot for (slot,) in db.execute(_OF_ARTICLE, (article,))))
    if slots:
        db.execute("INSERT INTO article_months VALUES (?, ?)", (article, _little(slots).tobytes()))


def count_slots(db: sqlite3.Connection, articles: Piece) -> Counter[int]:
    """Count the events of articles by slot; `articles` is a query for rows of `article_months`."""
    slots = array("I")
    slots.frombytes(b"".join(packed for (packed,) in db.execute(articles.sql, articles.values)))
    return Counter(_little(slots))


def _little(slots: array[int]) -> array[int]:
    """Turn numbers into the order of bytes of the file, or back: the lowest byte first."""
    if sys.byteorder == "big":
        slots.byteswap()
    return slots
