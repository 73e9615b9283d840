"""Fill a corpus in bulk: what it holds is copied over in SQL, each copy on another day and with a closing line.

Rows, indexes, rollups and full-text words are those that adding would write, at a third of the time: nothing is read,
looked up or checked. Only for measures of questions.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator

from benchmarks.generate import DAYS, FIRST_DAY
from selon.corpus.connection import transaction
from selon.corpus.slots import write_slots
from selon.corpus.stems import stemmed
from selon.records import text_hash

TABLES = (
    "articles", "texts", "notes", "times", "quantities", "mentions", "statements", "contents", "events", "parties",
    "voices", "event_quantities", "found",
)  # fmt: skip
NUMBERS = {
    "article": "article", "event": "event", "statement": "statement", "mention": "mention", "speaker": "mention",
    "speaker_read": "mention", "addressee": "mention",
}  # fmt: skip
MOVED = frozenset(["published", "day", "day_end", "begin_day", "end_day", "begin_day_read", "end_day_read"])
IDS = frozenset(["id", "within", "same_as", "place", "url"])


def multiply(db: sqlite3.Connection, articles: int, seed: int) -> None:
    """Copy what a corpus holds until it has so many articles."""
    (base,) = db.execute("SELECT max(article) FROM articles").fetchone()
    last = {key: db.execute(f"SELECT max({key}) FROM {key}s").fetchone()[0] for key in set(NUMBERS.values())}
    last["n"] = db.execute("SELECT max(n) + 1 FROM found").fetchone()[0]
    words = dict(_words(db))
    db.create_function("text_hash", 1, text_hash, deterministic=True)
    chance = random.Random(seed)
    for copy in range(1, 1 + -(-articles // base)):
        most = min(base, articles - copy * base)
        if most > 0:
            with transaction(db):
                _copy(db, copy, most, last, words, chance)


def _words(db: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    for number, text in db.execute("SELECT article, text FROM texts"):
        yield number, stemmed(text)


def _copy(
    db: sqlite3.Connection, copy: int, most: int, last: dict[str, int], words: dict[int, str], chance: random.Random
) -> None:
    """Copy the first articles once."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS moved (article INTEGER PRIMARY KEY, days TEXT)")
    db.execute("DELETE FROM moved")
    published = db.execute("SELECT article, julianday(published) - julianday(?) FROM articles", (str(FIRST_DAY),))
    moved = [(number, f"{chance.randrange(DAYS) - int(day):+} days") for number, day in published if number <= most]
    db.executemany("INSERT INTO moved VALUES (?, ?)", moved)
    for table in TABLES:
        _copy_table(db, table, copy, last)
    for number, _ in moved:
        new = number + copy * last["article"]
        db.execute(
            "INSERT INTO article_words (rowid, words) VALUES (?, ?)", (new, f"{words[number]} depech numero {new}")
        )
        write_slots(db, new)


def _copy_table(db: sqlite3.Connection, table: str, copy: int, last: dict[str, int]) -> None:
    names = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    shown = ", ".join(_value(table, name, copy, last) for name in names)
    if "article" in names:
        source = f"{table} t JOIN moved USING (article)"
    else:
        owner = "event" if "event" in names else "statement"
        source = f"{table} t JOIN {owner}s o USING ({owner}) JOIN moved ON moved.article = o.article"
    db.execute(f"INSERT INTO {table} SELECT {shown} FROM {source}")


def _value(table: str, name: str, copy: int, last: dict[str, int]) -> str:
    """Give a column of a copied row."""
    if name in NUMBERS:
        return f"t.{name} + {copy * last[NUMBERS[name]]}"
    if table == "found" and name == "n":
        return f"t.n + {copy * last['n']}"
    if name in MOVED:
        return f"coalesce(date(t.{name}, moved.days), t.{name})"
    line = f"'\nDépêche numéro ' || (t.article + {copy * last['article']}) || '.'"
    if name == "text":
        return f"t.text || {line}"
    if name == "hash":
        return f"text_hash((SELECT text FROM texts x WHERE x.article = t.article) || {line})"
    return f"t.{name} || 'x{copy}'" if name in IDS else f"t.{name}"
