"""How a question is asked: from its rarest condition where one is rare, else newest first until enough is found."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

RARE = 3_000
"""Rows up to which a condition leads: they are looked up and sorted in some 20 ms."""


AT_ONCE = 500
"""Rows that are checked at once."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of SQL with its values."""

    sql: str
    values: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of a row: a check of one row and, where an index leads there, a query for the keys of all."""

    check: Piece
    keys: Piece | None = None
    of: str = ""
    """The column the keys are of, where it is not the key of the table asked for."""
    weight: int = 1
    """Rows of the table asked for that one row of `keys` stands for, roughly."""
    equals: str = ""
    """The index that gives the rows that meet the condition by day, where there is one."""
    rows: Piece | None = None
    """A query for the event, article and day of all rows, from an index alone."""
    of_day: bool = False
    """Whether only the day is asked of."""
    many: Piece | None = None
    """A query for the keys of all rows, where sorting many is cheaper than checking rows one after the other."""


@dataclass(frozen=True, slots=True)
class Target:
    """A table that is asked for: its name, its key, and the index that gives its rows by day."""

    table: str
    key: str
    by_day: str


EVENTS = Target("events", "event", "events_day")
STATEMENTS = Target("statements", "statement", "statements_day")
ARTICLES = Target("articles", "article", "articles_day")


def conjunction(pieces: Sequence[Piece]) -> Piece:
    """Join pieces by AND; no piece is always true."""
    sql = " AND ".join(f"({piece.sql})" for piece in pieces) or "1"
    return Piece(sql, tuple(value for piece in pieces for value in piece.values))


def values(items: Sequence[object]) -> Piece:
    """Give a list of values in brackets."""
    return Piece(f"({', '.join('?' * len(items))})", tuple(items))


def leader(db: sqlite3.Connection, conditions: Sequence[Condition], rare: int | None = None) -> Condition | None:
    """Give the rarest condition that is rare enough to lead."""
    most = RARE if rare is None else rare
    counted = [(size, n) for n, c in enumerate(conditions) if c.keys and (size := _size(db, c, most)) is not None]
    return conditions[min(counted)[1]] if counted else None


def _size(db: sqlite3.Connection, condition: Condition, rare: int) -> int | None:
    """Count the rows a condition gives; None when they are more than `rare`."""
    assert condition.keys
    size = at_most(db, condition.keys, rare // condition.weight)
    return None if size is None else size * condition.weight


def at_most(db: sqlite3.Connection, keys: Piece, most: int) -> int | None:
    """Count the rows a query gives; None when they are more than `most`."""
    query = f"SELECT count(*) FROM (SELECT 1 FROM ({keys.sql}) LIMIT {most + 1})"
    (size,) = db.execute(query, keys.values).fetchone()
    return int(size) if size <= most else None


def matching(db: sqlite3.Connection, target: Target, conditions: Sequence[Condition], rare: int | None = None) -> Piece:
    """Give the rows (alias `t`) that meet all conditions, as FROM and WHERE."""
    first = leader(db, conditions, rare) or (rare_together(db, conditions) if target is EVENTS else None)
    check = conjunction([c.check for c in conditions if c is not first])
    if first is None or first.keys is None:
        index = next((c.equals for c in conditions if c.equals), target.by_day)
        return Piece(f"FROM {target.table} t INDEXED BY {index} WHERE {check.sql}", check.values)
    column = first.of or target.key
    by = "NOT INDEXED" if column == target.key else f"INDEXED BY {target.table}_{column}"
    led = f"(SELECT DISTINCT {column} FROM ({first.keys.sql})) d CROSS JOIN {target.table} t {by} USING ({column})"
    return Piece(f"FROM {led} WHERE {check.sql}", first.keys.values + check.values)


def rare_together(db: sqlite3.Connection, conditions: Sequence[Condition]) -> Condition | None:
    """Give the events that meet several conditions of which none is rare, where they are rare together."""
    first = next((c for c in conditions if c.rows), None)
    if first is None or first.rows is None:
        return None
    others = [c for c in conditions if c is not first and c.keys and (c.rows or c.of == "article")]
    checks = [Piece(f"{c.of or 'event'} IN ({c.keys.sql})", c.keys.values) for c in others if c.keys]
    if not checks:
        return None
    checks += [Piece(c.check.sql.replace("t.day", "day"), c.check.values) for c in conditions if c.of_day]
    together = conjunction(checks)
    query = f"SELECT DISTINCT event FROM ({first.rows.sql}) WHERE {together.sql} LIMIT {RARE + 1}"
    found = [event for (event,) in db.execute(query, first.rows.values + together.values)]
    if len(found) > RARE:
        return None
    return Condition(Piece("1"), Piece("SELECT value AS event FROM json_each(?)", (json.dumps(found),)))


def newest(
    db: sqlite3.Connection, target: Target, conditions: Sequence[Condition], limit: int | None, offset: int = 0
) -> list[int]:
    """Give the keys of the rows that meet all conditions, the latest day first."""
    if limit is not None and (candidates := _candidates(db, target, conditions)):
        return _checked(db, target, conditions, candidates, offset + limit)[offset:]
    found = matching(db, target, conditions)
    order = f"ORDER BY t.day DESC, t.{target.key} DESC LIMIT ? OFFSET ?"
    query = f"SELECT t.{target.key} {found.sql} {order}"
    return [key for (key,) in db.execute(query, (*found.values, -1 if limit is None else limit, offset))]


def _candidates(db: sqlite3.Connection, target: Target, conditions: Sequence[Condition]) -> Piece | None:
    """Give the keys of a party that is not rare, the latest day first; None where another way is better."""
    first = next((c for c in conditions if c.rows or c.many), None)
    if first is None or leader(db, conditions):
        return None
    if first.many:
        days = conjunction([c.check for c in conditions if c.of_day])
        key = target.key
        query = (
            f"SELECT t.{key} FROM (SELECT DISTINCT {key} FROM ({first.many.sql})) d CROSS JOIN {target.table} t "
            f"NOT INDEXED USING ({key}) WHERE {days.sql} ORDER BY t.day DESC, t.{key} DESC"
        )
        return Piece(query, (*first.many.values, *days.values))
    assert first.rows
    days = conjunction([Piece(c.check.sql.replace("t.day", "day"), c.check.values) for c in conditions if c.of_day])
    others = [c.keys for c in conditions if c.rows and c is not first and c.keys]
    also = conjunction([Piece(f"event IN ({keys.sql})", keys.values) for keys in others])
    query = (
        f"SELECT event FROM (SELECT DISTINCT day, event FROM ({first.rows.sql}) WHERE {days.sql} AND {also.sql}) "
        "ORDER BY day DESC, event DESC"
    )
    return Piece(query, (*first.rows.values, *days.values, *also.values))


def _checked(
    db: sqlite3.Connection, target: Target, conditions: Sequence[Condition], candidates: Piece, wanted: int
) -> list[int]:
    """Check candidates some at once, in their order, until enough meet all conditions."""
    check = conjunction([c.check for c in conditions if not c.of_day and not c.rows])
    query = (
        f"SELECT t.{target.key} FROM json_each(?) j CROSS JOIN {target.table} t NOT INDEXED "
        f"ON t.{target.key} = j.value WHERE {check.sql}"
    )
    rows = db.execute(candidates.sql, candidates.values)
    found: list[int] = []
    while len(found) < wanted and (some := [key for (key,) in rows.fetchmany(AT_ONCE)]):
        kept = {key for (key,) in db.execute(query, (json.dumps(some), *check.values))}
        found += [key for key in some if key in kept]
    return found[:wanted]
