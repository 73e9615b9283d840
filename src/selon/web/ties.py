"""Who does what to whom: pairs of actor and recipient over the events a question finds."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass

from selon.corpus.conditions import event_conditions
from selon.corpus.filters import Filters
from selon.corpus.planning import EVENTS, newest
from selon.web.ranked import ranked

COUNTED = 2_000
"""The latest events that are looked at."""
NO_RECIPIENT = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """An actor and a recipient ("" where none is named) with their events by status and by type."""

    actor: str
    recipient: str
    events: int
    statuses: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties of a question over `counted` events; `all_rows` tells whether these are all it finds."""

    ties: tuple[Tie, ...]
    counted: int
    all_rows: bool


def ties(db: sqlite3.Connection, filters: Filters, limit: int = 100) -> Ties:
    """Count who does what to whom; repeats within an article and what people rejected are not counted."""
    keys = newest(db, EVENTS, event_conditions(db, filters, counted=True), COUNTED + 1)
    counted = json.dumps(keys[:COUNTED])
    names = (
        "SELECT p.event, p.role, coalesce(e.label, m.name, m.words) FROM parties p JOIN mentions m USING (mention) "
        "LEFT JOIN entities e ON e.entity_no = p.entity_no WHERE p.event IN (SELECT value FROM json_each(?)) "
        "AND p.is_shown AND p.role IN ('actor', 'recipient') AND m.form != 'pronoun' ORDER BY p.event, p.n"
    )
    named: dict[tuple[int, str], dict[str, None]] = defaultdict(dict)
    for event, role, name in db.execute(names, (counted,)):
        named[event, role][name] = None
    codes = "SELECT event, status, type FROM events WHERE event IN (SELECT value FROM json_each(?))"
    statuses: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    types: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for event, status, kind in db.execute(codes, (counted,)):
        for actor in named.get((event, "actor"), {}):
            for recipient in named.get((event, "recipient")) or {NO_RECIPIENT: None}:
                statuses[actor, recipient][status] += 1
                types[actor, recipient][kind] += 1
    found = [Tie(*pair, sum(count.values()), ranked(count), ranked(types[pair])) for pair, count in statuses.items()]
    found.sort(key=lambda tie: (-tie.events, tie.actor, tie.recipient))
    return Ties(tuple(found[:limit]), min(len(keys), COUNTED), len(keys) <= COUNTED)
