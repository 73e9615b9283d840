"""Fields of records that have no column of their own: kept as JSON in the column `rest`, so that none is ever lost."""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from selon.records import Article, Event, Mention, Note, Quantity, Statement, Time, When

OWN_COLUMNS: dict[type, frozenset[str]] = {
    Article: frozenset(["text", "id", "lang", "published", "outlet", "url", "title"]),
    Note: frozenset(["code", "message"]),
    Time: frozenset(
        ["span", "type", "value", "mod", "edtf", "begin", "end", "anchor", "direction", "ambiguous", "rule"]
    ),
    Quantity: frozenset(["span", "low", "high", "unit", "kind"]),
    Mention: frozenset(["span", "kind", "form", "name", "country", "entity", "via"]),
    Statement: frozenset(["id", "speaker", "addressee", "cue", "act", "form", "content", "within", "confidence"]),
    When: frozenset(["span", "begin", "end", "edtf", "rule"]),
    Event: frozenset(
        [
            "id",
            "trigger",
            "type",
            "status",
            "mode",
            "context",
            "actors",
            "recipients",
            "places",
            "when",
            "quantities",
            "according_to",
            "same_as",
            "confidence",
            "code",
        ]
    ),
}
"""The fields of each record that the schema has columns or tables for."""

Record = TypeVar("Record")


def rest_of(record: Any) -> str | None:
    """Give the fields without a column that are not at their default, as a JSON object; None when there are none."""
    kind: Any = type(record)
    rest = {}
    for name, default in _without_column(kind):
        value = getattr(record, name)
        if value != default:
            rest[name] = plain(value)
    return json.dumps(rest, ensure_ascii=False) if rest else None


def with_rest(record: Record, rest: str | None) -> Record:
    """Give a record with the fields that `rest_of` gave."""
    if rest is None:
        return record
    kind: Any = type(record)
    hints = _hints(kind)
    given = {name: from_plain(hints[name], value) for name, value in json.loads(rest).items()}
    return cast(Record, replace(cast(Any, record), **given))


def plain(value: Any) -> Any:
    """Give a record, or what a field of one holds, as plain data in the published JSON form."""
    if is_dataclass(value):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def from_plain(kind: Any, value: Any) -> Any:
    """Make a value of a type (a record, a tuple of them, either or null) of plain data again."""
    if value is None:
        return None
    if is_dataclass(kind):
        hints = _hints(cast(type, kind))
        return cast(type, kind)(**{name: from_plain(hints[name], item) for name, item in value.items()})
    if get_origin(kind) is tuple:
        return tuple(from_plain(get_args(kind)[0], item) for item in value)
    choices = [one for one in get_args(kind) if is_dataclass(one) or get_origin(one) is tuple]
    return from_plain(choices[0], value) if choices and isinstance(value, dict | list) else value


@cache
def _without_column(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((item.name, _default(item)) for item in fields(kind) if item.name not in OWN_COLUMNS[kind])


def _default(item: Field[Any]) -> Any:
    return item.default_factory() if item.default_factory is not MISSING else item.default


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
