"""The timeline: how many events a day, week, month or year, by type, status and voice, never summed over status."""

from __future__ import annotations

import json
import sqlite3
from typing import Literal, get_args

from selon.corpus.conditions import event_conditions, of_articles, of_party
from selon.corpus.filters import OUTLET, Filters
from selon.corpus.naming import named
from selon.corpus.planning import ARTICLES, EVENTS, Piece, conjunction, matching, values
from selon.corpus.results import Result
from selon.corpus.slots import count_slots
from selon.errors import CorpusError

Unit = Literal["day", "week", "month", "year"]
COLUMNS = {"period": str, "status": str, "told_by": str, "type": str, "events": int}
ANY = 10**12
"""Rows up to which a condition leads where all rows are counted."""

_CUT = {"day": "{}", "month": "substr({}, 1, 7)", "year": "substr({}, 1, 4)"}
_ROLES = {"actor": "actor", "recipient": "recipient", "place": "place", "voice": "voice", "country": "any"}


def timeline(db: sqlite3.Connection, filters: Filters, by: Unit = "month", types: bool = False) -> Result:
    """Count events by period, status and voice (and type), in the order of time; an unknown day is an empty period.

    An event is counted at its first day, or the day of publication where it has none; a repeat within an article and
    what people rejected are not. Weeks are named by their Monday.
    """
    if by not in get_args(Unit):
        raise CorpusError(f"a timeline goes by {', '.join(get_args(Unit))}; not by {by!r}")
    counted = _by_month(db, filters, by) or _by_day(filters) or _by_article(db, filters, by) or _by_event(db, filters)
    columns = {name: kind for name, kind in COLUMNS.items() if types or name != "type"}
    rows = db.execute(_grouped(counted.sql, by, types), counted.values)
    return Result(columns, tuple(rows))


def _grouped(days: str, by: Unit, types: bool) -> str:
    """Sum rows of (day, type, status, told_by, events) by period."""
    shown = "status, told_by, type" if types else "status, told_by"
    keys = "1, 2, 3, 4" if types else "1, 2, 3"
    if by == "week":
        a_day = f"SELECT day, {shown}, sum(events) AS events FROM ({days}) GROUP BY day, {shown}"
        monday = "coalesce(date(day, 'weekday 0', '-6 days'), '')"
        counted = f"SELECT {monday} AS period, {shown}, sum(events) AS events FROM ({a_day})"
    else:
        counted = f"SELECT {_CUT[by].format('day')} AS period, {shown}, sum(events) AS events FROM ({days})"
    return f"{counted} GROUP BY {keys} HAVING sum(events) > 0 ORDER BY {keys}"


def _by_month(db: sqlite3.Connection, filters: Filters, by: Unit) -> Piece | None:
    """Ask the counts by month where they can answer: whole months, and at most one country."""
    if by not in ("month", "year") or _asks_beside_months(filters) or not _whole_months(filters):
        return None
    asked = [name for name in _ROLES if getattr(filters, name)]
    own = [_coded(filters), _bounds(filters, "month")]
    if not asked or (asked == ["voice"] and filters.voice == (OUTLET,)):
        return _counts("event_months", "month", own)
    if len(asked) > 1:
        return None
    who = named(db, tuple(getattr(filters, asked[0])))
    if len(who.countries) != 1 or who.entities or OUTLET in filters.voice:
        return None
    own.append(Piece("country = ? AND role = ?", (who.countries[0], _ROLES[asked[0]])))
    return _counts("country_months", "month", own)


def _by_day(filters: Filters) -> Piece | None:
    """Ask the counts by day where nothing but days, codes and the outlet's own voice is asked."""
    if _asks_beside_months(filters) or any(getattr(filters, name) for name in _ROLES if name != "voice"):
        return None
    if filters.voice and filters.voice != (OUTLET,):
        return None
    return _counts("event_days", "day", [_coded(filters), _bounds(filters, "day")])


def _by_article(db: sqlite3.Connection, filters: Filters, by: Unit) -> Piece | None:
    """Count by the slots of articles where whole months are asked of words and outlets."""
    of_parties = any(getattr(filters, name) for name in _ROLES if name != "voice" or filters.voice != (OUTLET,))
    if by not in ("month", "year") or of_parties or filters.confidence is not None or not _whole_months(filters):
        return None
    keys = [c.keys for c in of_articles(db, filters, ARTICLES) if c.keys]
    counted = count_slots(db, keys)
    checks = conjunction([_coded(filters), _bounds(filters, "month")])
    slots = "SELECT CAST(key AS INTEGER) AS slot, value AS n FROM json_each(?)"
    found = (
        f"SELECT month AS day, type, status, told_by, n AS events FROM ({slots}) CROSS JOIN event_months USING (slot)"
    )
    return Piece(f"{found} WHERE {checks.sql}", (json.dumps(counted), *checks.values))


def _by_event(db: sqlite3.Connection, filters: Filters) -> Piece:
    """Count the events themselves."""
    asked = [name for name in _ROLES if getattr(filters, name) and getattr(filters, name) != (OUTLET,)]
    if asked and (OUTLET not in filters.voice or filters.voice == (OUTLET,)) and filters.confidence is None:
        return _by_parties(db, filters, asked)
    found = matching(db, EVENTS, event_conditions(db, filters, counted=True), ANY)
    columns = "t.day AS day, t.type AS type, t.status AS status, t.told_by AS told_by, 1 AS events"
    return Piece(f"SELECT {columns} {found.sql}", found.values)


def _by_parties(db: sqlite3.Connection, filters: Filters, asked: list[str]) -> Piece:
    """Count the events of one party, from the indexes of parties alone; what else is asked only narrows it."""
    first, *others = asked
    who, role = named(db, tuple(getattr(filters, first))), values(_roles(first))
    keys = [(of_party(named(db, tuple(getattr(filters, name))), _roles(name), "t").keys, "event") for name in others]
    keys += [(c.keys, "article") for c in of_articles(db, filters, ARTICLES)]
    narrowed = [Piece(f"{column} IN ({k.sql})", k.values) for k, column in keys if k]
    checks = conjunction([_coded(filters), _bounds(filters, "day"), *narrowed])
    shown = f"day, type, status, told_by FROM parties WHERE is_shown AND role IN {role.sql} AND {checks.sql}"
    given = (*role.values, *checks.values)
    if len(who.countries) == 1 and not who.entities:
        once = "is_first_any" if first == "country" else "is_first"
        return Piece(f"SELECT 1 AS events, {shown} AND {once} AND country = ?", (*given, who.countries[0]))
    parts, all_given = [], []
    for column, wanted in (("country", values(who.countries)), ("entity_no", values(who.entities))):
        parts.append(f"SELECT event, {shown} AND counts AND {column} IN {wanted.sql}")
        all_given += [*given, *wanted.values]
    return Piece(f"SELECT day, type, status, told_by, 1 AS events FROM ({' UNION '.join(parts)})", tuple(all_given))


def _roles(name: str) -> tuple[str, ...]:
    return ("actor", "recipient", "place") if name == "country" else (name,)


def _asks_beside_months(filters: Filters) -> bool:
    """Tell whether something is asked that no table of counts knows."""
    return bool(filters.outlet or filters.text or filters.confidence is not None)


def _counts(table: str, period: str, checks: list[Piece]) -> Piece:
    all_of = conjunction(checks)
    return Piece(
        f"SELECT {period} AS day, type, status, told_by, events FROM {table} WHERE {all_of.sql}", all_of.values
    )


def _coded(filters: Filters) -> Piece:
    """Ask for the types, statuses and the outlet's own voice."""
    pieces = []
    for column, codes in (("type", filters.type), ("status", filters.status)):
        if codes:
            wanted = values(tuple(codes))
            pieces.append(Piece(f"{column} IN {wanted.sql}", wanted.values))
    if filters.voice == (OUTLET,):
        pieces.append(Piece("told_by = 'outlet'"))
    return conjunction(pieces)


def _bounds(filters: Filters, column: str) -> Piece:
    size = 7 if column == "month" else 10
    pieces = [Piece(f"{column} >= ?", (filters.since[:size],))] if filters.since else []
    if filters.until:
        pieces.append(Piece(f"{column} <= ? AND {column} > ''", (filters.until[:size],)))
    return conjunction(pieces)


def _whole_months(filters: Filters) -> bool:
    """Tell whether the days asked for begin and end with a month."""
    last = Filters(until=filters.until[:7]).until if filters.until else None
    return (not filters.since or filters.since.endswith("-01")) and filters.until == last
