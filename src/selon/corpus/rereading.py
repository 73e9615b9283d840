"""Reading again after an upgrade: new records, the same corrections, and a list of where they disagree."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator

from selon._version import __version__
from selon.corpus.connection import transaction
from selon.corpus.corrections import rewrite
from selon.corpus.loading import load_readings
from selon.corpus.pool import Item, MakeReader, read_all
from selon.corpus.writing import outcome_of
from selon.records import Reading

OF_THE_READER = frozenset(["empty", "language"])
"""Notes that a reader makes itself; the others come with the article."""


def reread(
    db: sqlite3.Connection,
    make_reader: MakeReader,
    jobs: int = 1,
    *,
    all_articles: bool = False,
    tell: Callable[[str], None] | None = None,
) -> Counter[str]:
    """Read again the articles that another version read (or all); count them, the conflicts, and those that failed.

    Each article is replaced in one transaction, so a run that is stopped goes on where it was.
    """
    counts: Counter[str] = Counter()
    query = "SELECT article FROM articles WHERE ? OR reader != ? ORDER BY article"
    wanted = [number for (number,) in db.execute(query, (all_articles, __version__))]
    for number, read in read_all(_items(db, wanted), make_reader, jobs):
        if isinstance(read, str):
            counts["failed"] += 1
        else:
            counts["reread"] += 1
            counts["conflicts"] += replace_reading(db, number, read)
        if tell:
            tell("failed" if isinstance(read, str) else "reread")
    return counts


def replace_reading(db: sqlite3.Connection, number: int, reading: Reading) -> int:
    """Put a new reading in the place of an article's old one, corrections kept; count the conflicts."""
    outcome = outcome_of(reading)
    reason = next((note.message for note in reading.notes if note.code == outcome), None)
    with transaction(db):
        row = (reading.reader.version, reading.reader.model, outcome, number)
        db.execute("UPDATE articles SET reader = ?, model = ?, outcome = ? WHERE article = ?", row)
        own = "article = ? AND outcome IN ('read', 'empty', 'language')"
        db.execute(f"UPDATE found SET outcome = ?, reason = ? WHERE {own}", (outcome, reason, number))
        return rewrite(db, number, reading)


def _items(db: sqlite3.Connection, numbers: list[int]) -> Iterator[tuple[int, Item]]:
    for number in numbers:
        reading = next(load_readings(db, [number], corrected=False))
        notes = tuple(note for note in reading.notes if note.code not in OF_THE_READER)
        yield number, (reading.article, notes)
