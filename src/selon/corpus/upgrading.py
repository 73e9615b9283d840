"""Bringing a corpus of an earlier schema up to date where it is: its articles, records and corrections stay."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

STEPS: dict[str, tuple[str, ...]] = {
    "2": (
        "ALTER TABLE contents ADD COLUMN n_read INTEGER",
        "ALTER TABLE contents ADD COLUMN is_shown INTEGER NOT NULL DEFAULT 1",
        "UPDATE contents SET n_read = n",
        "ALTER TABLE events ADD COLUMN span_start_read INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE events ADD COLUMN span_end_read INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE events ADD COLUMN words_read TEXT NOT NULL DEFAULT ''",
        "UPDATE events SET span_start_read = span_start, span_end_read = span_end, words_read = words",
        "ALTER TABLE corrections ADD COLUMN batch INTEGER",
    ),
}
"""By schema, what makes its tables those of the next one; where the reader's words could not be corrected, they are
those shown."""

_MADE = re.compile(r"CREATE (VIEW|TRIGGER|(?:UNIQUE )?INDEX) (\w+)")


def upgrade(connection: sqlite3.Connection, found: str, schema: Iterable[str]) -> str:
    """Bring tables, then views, triggers and indexes to the schema given in statements; give its number.

    Must run within a transaction: all of it is done or nothing. `found` is a key of STEPS.
    """
    for kind in ("view", "trigger"):
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,)).fetchall():
            connection.execute(f"DROP {kind} {name}")
    number = found
    while number in STEPS:
        for statement in STEPS[number]:
            connection.execute(statement)
        number = str(int(number) + 1)
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for statement in schema:
        made = _MADE.search(statement)
        if made and made[2] not in there:
            connection.execute(statement)
    connection.execute("UPDATE about SET value = ? WHERE key = 'schema'", (number,))
    return number
