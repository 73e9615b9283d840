"""The status of a corpus: counts that add up, by file, with the reasons."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from selon.corpus.ledger import OUTCOMES
from selon.corpus.results import Result

FILE_COLUMNS = {"path": str, "complete": int, "found": int, **dict.fromkeys(OUTCOMES, int)}


@dataclass(frozen=True, slots=True)
class CorpusStatus:
    """What a corpus holds.

    `found` is everything met in the files, `outcomes` says what became of it and sums to it; `files` has the same by
    file, `reasons` the place, outcome and reason of each thing that gave no article or no records. `articles` is
    `read` + `empty` + `language` of texts counted once.
    """

    found: int
    outcomes: dict[str, int]
    articles: int
    copies: int
    events: int
    statements: int
    corrections: int
    conflicts: int
    readers: dict[str, int]
    files: Result
    reasons: Result


def corpus_status(db: sqlite3.Connection) -> CorpusStatus:
    """Count what a corpus holds."""
    by_outcome = dict(db.execute("SELECT outcome, sum(things) FROM file_outcomes GROUP BY outcome"))
    files = db.execute(f"SELECT {', '.join(FILE_COLUMNS)} FROM v_files ORDER BY path").fetchall()
    why = "SELECT place, outcome, reason FROM found WHERE reason IS NOT NULL ORDER BY file, n"
    return CorpusStatus(
        found=sum(by_outcome.values()),
        outcomes={outcome: by_outcome.get(outcome, 0) for outcome in OUTCOMES},
        articles=_count(db, "articles"),
        copies=_count(db, "copies"),
        events=_count(db, "events") - _count(db, "events WHERE verdict = 'rejected'"),
        statements=_count(db, "statements") - _count(db, "statements WHERE verdict = 'rejected'"),
        corrections=_count(db, "corrections"),
        conflicts=_count(db, "conflicts"),
        readers=dict(db.execute("SELECT reader, count(*) FROM articles GROUP BY reader ORDER BY reader")),
        files=Result(FILE_COLUMNS, tuple(files)),
        reasons=Result({"place": str, "outcome": str, "reason": str}, tuple(db.execute(why).fetchall())),
    )


def _count(db: sqlite3.Connection, rows: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {rows}").fetchone()[0])
