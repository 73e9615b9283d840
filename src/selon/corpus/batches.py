"""Corrections made at once and taken back at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from selon.corpus.correcting import Action
from selon.corpus.corrections import correction_of, rewrite, save
from selon.corpus.loading import load_shown
from selon.errors import CorpusError


def correct_all(
    db: sqlite3.Connection, records: Iterable[tuple[str, str]], action: Action, person: str | None, remark: str | None
) -> int | None:
    """Accept or reject many records (hash of the article, id), to be taken back at once; gives the number of the first.

    None when no record is given. Each article is written once.
    """
    of_article: dict[str, list[str]] = {}
    for digest, id_ in records:
        of_article.setdefault(digest, []).append(id_)
    batch: int | None = None
    for digest, ids in of_article.items():
        (article,) = db.execute("SELECT article FROM articles WHERE hash = ?", (digest,)).fetchone()
        known = {both.read.id: both for records in load_shown(db, article) for both in records}
        for id_ in ids:
            number = save(db, correction_of(digest, known[id_], action, None), person, remark)
            batch = batch or number
            db.execute("UPDATE corrections SET batch = ? WHERE correction = ?", (batch, number))
        rewrite(db, article)
    return batch


def withdraw_batch(db: sqlite3.Connection, batch: int) -> int:
    """Take back the corrections made at once; count them. CorpusError when there are none."""
    rows = db.execute("SELECT correction, hash FROM corrections WHERE batch = ?", (batch,)).fetchall()
    if not rows:
        raise CorpusError(f"no corrections were made at once under the number {batch}")
    for table in ("conflicts", "corrections"):
        db.executemany(f"DELETE FROM {table} WHERE correction = ?", [(number,) for number, _ in rows])
    for digest in dict.fromkeys(digest for _, digest in rows):
        for (article,) in db.execute("SELECT article FROM articles WHERE hash = ?", (digest,)).fetchall():
            rewrite(db, article)
    return len(rows)
