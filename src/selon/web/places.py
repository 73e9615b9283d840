"""Where events are told to be: each place with its events, and how exactly it is known where that is."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from selon.corpus.conditions import event_conditions
from selon.corpus.filters import Filters
from selon.corpus.planning import EVENTS, newest
from selon.web.ranked import ranked

COUNTED = 2_000
"""The latest events that are looked at."""
Exactness = Literal["point", "town", "region", "country", "unknown"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: point and town have degrees, region the degrees of its middle, country only its country.

    `name` is the name of the place, "" for a country itself; `statuses` count its events by status.
    """

    name: str
    country: str | None
    exactness: Exactness
    latitude: float | None
    longitude: float | None
    geonames: int | None
    events: int
    statuses: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Spots:
    """The places of a question over `counted` events, of which `placeless` name none; `all_rows` as for ties."""

    spots: tuple[Spot, ...]
    counted: int
    placeless: int
    all_rows: bool


_Key = tuple[str, str | None, Exactness, float | None, float | None, int | None]


def spots(db: sqlite3.Connection, filters: Filters, limit: int = 300) -> Spots:
    """Count events by place; the country of a place that an event names more closely is not counted beside it."""
    keys = newest(db, EVENTS, event_conditions(db, filters, counted=True), COUNTED + 1)
    query = (
        "SELECT p.event, p.status, coalesce(e.label, m.name, m.words), p.country, m.kind, "
        "CASE WHEN NOT m.is_renamed THEN json_extract(m.rest, '$.place') END FROM parties p JOIN mentions m "
        "USING (mention) LEFT JOIN entities e ON e.entity_no = p.entity_no WHERE p.is_shown AND p.role = 'place' "
        "AND p.event IN (SELECT value FROM json_each(?))"
    )
    of_event: dict[int, dict[_Key, str]] = defaultdict(dict)
    for event, status, name, country, kind, place in db.execute(query, (json.dumps(keys[:COUNTED]),)):
        of_event[event][_key(name, country, kind, json.loads(place) if place else None)] = status
    counts: dict[_Key, Counter[str]] = defaultdict(Counter)
    for named in of_event.values():
        for key in _closest(named):
            counts[key][named[key]] += 1
    found = [Spot(*key, count.total(), ranked(count)) for key, count in counts.items()]
    found.sort(key=lambda s: (-s.events, s.name, s.country or ""))
    counted = min(len(keys), COUNTED)
    return Spots(tuple(found[:limit]), counted, counted - len(of_event), len(keys) <= COUNTED)


def _key(name: str, country: str | None, kind: str, place: dict[str, object] | None) -> _Key:
    if kind == "state" and country:
        return "", country, "country", None, None, None
    if place:
        exact: Exactness = place["precision"]  # type: ignore[assignment]
        return name, country, exact, place["latitude"], place["longitude"], place["geonames"]  # type: ignore[return-value]
    return name, country, "country" if country else "unknown", None, None, None


def _closest(named: Iterable[_Key]) -> list[_Key]:
    """Leave out countries of which the event names a place inside."""
    keys = list(named)
    inside = {country for name, country, *_ in keys if name and country}
    return [key for key in keys if key[0] or key[1] not in inside]
