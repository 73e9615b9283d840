"""Filters become conditions on events, statements and articles."""

from __future__ import annotations

import json
import sqlite3

from selon.corpus.filters import OUTLET, Filters
from selon.corpus.naming import Named, named, outlets_named
from selon.corpus.planning import (
    ARTICLES,
    EVENTS,
    STATEMENTS,
    Condition,
    Piece,
    Target,
    at_most,
    conjunction,
    leader,
    rare_together,
    values,
)
from selon.corpus.stems import match_expression
from selon.errors import CorpusError

NOT_REJECTED = "{}.verdict IS NOT 'rejected'"
EVENTS_AN_ARTICLE = 8
SORTED = 5_000
"""Articles of an outlet whose records are sorted rather than looked for among all, newest first."""


def event_conditions(db: sqlite3.Connection, filters: Filters, *, counted: bool = False) -> list[Condition]:
    """Give the conditions on events (alias `t`); those that counts take, or all that are shown."""
    return [
        Condition(Piece("t.counts" if counted else NOT_REJECTED.format("t"))),
        *_own_conditions(db, filters, "t"),
        *_sure(filters, "t"),
        *_days(filters),
        *of_articles(db, filters, EVENTS),
    ]


def statement_conditions(db: sqlite3.Connection, filters: Filters) -> list[Condition]:
    """Give the conditions on statements (alias `t`)."""
    found = [Condition(Piece(NOT_REJECTED.format("t"))), *_sure(filters, "t"), *_days(filters)]
    found += of_articles(db, filters, STATEMENTS)
    for words in (filters.voice, filters.country):
        if words:
            found.append(_speaker(named(db, _tuple(words)), "statement"))
    if told := _own_conditions(db, filters, "e", of_voice=True):
        checks = [c.check for c in told] + [Piece(NOT_REJECTED.format("e"))]
        voiced = "SELECT 1 FROM voices v JOIN events e USING (event) WHERE v.statement = t.statement"
        found += _through(db, told, checks, voiced, "SELECT statement FROM voices WHERE event IN")
    return found


def article_conditions(db: sqlite3.Connection, filters: Filters) -> list[Condition]:
    """Give the conditions on articles (alias `t`)."""
    found = [*_days(filters), *of_articles(db, filters, ARTICLES)]
    parties = any((filters.actor, filters.recipient, filters.place))
    asks_of_events = parties or bool(filters.type or filters.status or filters.confidence is not None)
    if filters.voice and not asks_of_events and OUTLET not in filters.voice:
        who = named(db, _tuple(filters.voice))
        check = _speaker(who, "article").check
        exists = f"EXISTS (SELECT 1 FROM statements t2 WHERE t2.article = t.article AND {_renamed(check.sql)})"
        keys = _speaker_keys(who, "article")
        found.append(Condition(Piece(exists, check.values), keys, many=keys))
    voice_left = bool(filters.voice) and (asks_of_events or OUTLET in filters.voice)
    if asks_of_events or filters.country or voice_left:
        told = _own_conditions(db, filters, "e", of_voice=not voice_left, of_country=False)
        checks = [c.check for c in (*told, *_sure(filters, "e"))] + [Piece(NOT_REJECTED.format("e"))]
        holding = "SELECT 1 FROM events e WHERE e.article = t.article"
        found += _through(db, told, checks, holding, "SELECT article FROM events WHERE event IN")
    return found


def _through(
    db: sqlite3.Connection, told: list[Condition], checks: list[Piece], holding: str, keys: str
) -> list[Condition]:
    """Ask of rows through their events: one event must meet all the checks; what leads there meets one of them only."""
    all_of = conjunction(checks)
    check = Piece(f"EXISTS ({holding} AND {all_of.sql})", all_of.values)
    first = leader(db, told) or rare_together(db, told)
    if first is None or first.keys is None:
        party = next((c.rows for c in told if c.rows), None)
        return [
            Condition(check, many=Piece(f"{keys} (SELECT event FROM ({party.sql}))", party.values) if party else None)
        ]
    return [Condition(check), Condition(Piece("1"), Piece(f"{keys} ({first.keys.sql})", first.keys.values))]


def _own_conditions(
    db: sqlite3.Connection, filters: Filters, alias: str, *, of_voice: bool = False, of_country: bool | None = None
) -> list[Condition]:
    """Give what the filters ask of events themselves; `of_voice` leaves the voice (and country) to the statement."""
    found = [
        of_party(named(db, _tuple(words)), (role,), alias)
        for role, words in (("actor", filters.actor), ("recipient", filters.recipient), ("place", filters.place))
        if words
    ]
    leave_country = of_voice if of_country is None else of_country
    if filters.country and not leave_country:
        found.append(of_party(named(db, _tuple(filters.country)), ("actor", "recipient", "place"), alias))
    if filters.voice and not of_voice:
        found.append(_voice(db, filters, alias))
    return [*found, *_codes(filters, alias)]


def _sure(filters: Filters, alias: str) -> list[Condition]:
    """Ask for a confidence; what a person accepted or changed is sure."""
    if filters.confidence is None:
        return []
    check = f"{alias}.confidence >= ? OR {alias}.verdict IN ('accepted', 'changed')"
    return [Condition(Piece(check, (filters.confidence,)))]


def _codes(filters: Filters, alias: str) -> list[Condition]:
    """Ask for types and statuses; a single one has an index by day."""
    found: list[Condition] = []
    for column, codes in (("type", filters.type), ("status", filters.status)):
        if codes:
            wanted = values(codes)
            keys = Piece(f"SELECT event FROM events WHERE {column} IN {wanted.sql}", wanted.values)
            if len(codes) == 1 and alias == "t" and not any(c.equals for c in found):
                found.append(Condition(Piece(f"t.{column} = ?", wanted.values), keys, equals=f"events_{column}"))
            else:
                found.append(Condition(Piece(f"+{alias}.{column} IN {wanted.sql}", wanted.values), keys))
    if filters.type and filters.status:
        types, statuses = values(filters.type), values(filters.status)
        both = f"SELECT event FROM events WHERE type IN {types.sql} AND status IN {statuses.sql}"
        found.append(Condition(Piece("1"), Piece(both, types.values + statuses.values)))
    return found


def of_party(who: Named, roles: tuple[str, ...], alias: str) -> Condition:
    """Ask for a party of an event in one of some roles."""
    check = _check_named(who, "+p.country", "+p.entity_no")
    role = values(roles)
    exists = (
        f"SELECT 1 FROM parties p WHERE p.event = {alias}.event AND p.role IN {role.sql} AND p.is_shown AND {check.sql}"
    )
    where = f"FROM parties WHERE is_shown AND role IN {role.sql} AND"
    return Condition(
        Piece(f"EXISTS ({exists})", role.values + check.values),
        _keys_named(who, f"SELECT event {where}", "country", "entity_no", role.values),
        rows=_keys_named(who, f"SELECT event, article, day {where}", "country", "entity_no", role.values),
    )


def _voice(db: sqlite3.Connection, filters: Filters, alias: str) -> Condition:
    words = tuple(w for w in _tuple(filters.voice) if w != OUTLET)
    own = Piece(f"{alias}.told_by = 'outlet'")
    if not words:
        return Condition(own)
    others = of_party(named(db, words), ("voice",), alias)
    if len(words) == len(_tuple(filters.voice)):
        return others
    return Condition(Piece(f"{own.sql} OR {others.check.sql}", others.check.values))


def _speaker(who: Named, key: str) -> Condition:
    keys = _speaker_keys(who, key)
    return Condition(_check_named(who, "+t.country", "+t.speaker_no"), keys, many=keys)


def _speaker_keys(who: Named, key: str) -> Piece:
    return _keys_named(who, f"SELECT {key} FROM statements WHERE", "country", "speaker_no", ())


def _renamed(sql: str) -> str:
    return sql.replace("+t.", "+t2.") + " AND t2.verdict IS NOT 'rejected'"


def _check_named(who: Named, country: str, entity: str) -> Piece:
    """Check that a row has one of the countries or entities; nothing meets a name that nothing bears."""
    checks, given = [], []
    if who.countries:
        wanted = values(who.countries)
        checks.append(f"{country} IN {wanted.sql}")
        given += list(wanted.values)
    if who.entities:
        checks.append(f"{entity} IN (SELECT value FROM json_each(?))")
        given.append(json.dumps(who.entities))
    return Piece(f"({' OR '.join(checks) or '0'})", tuple(given))


def _keys_named(who: Named, select: str, country: str, entity: str, before: tuple[object, ...]) -> Piece:
    """Give the keys of all rows with one of the countries or entities, by index."""
    parts, given = [], []
    if who.countries:
        wanted = values(who.countries)
        parts.append(f"{select} {country} IN {wanted.sql}")
        given += [*before, *wanted.values]
    if who.entities or not who.countries:
        parts.append(f"{select} {entity} IN (SELECT value FROM json_each(?))")
        given += [*before, json.dumps(who.entities)]
    return Piece(" UNION ALL ".join(parts), tuple(given))


def _days(filters: Filters) -> list[Condition]:
    found = [Condition(Piece("t.day >= ?", (filters.since,)), of_day=True)] if filters.since else []
    if filters.until:
        found.append(Condition(Piece("t.day <= ? AND t.day > ''", (filters.until,)), of_day=True))
    return found


def of_articles(db: sqlite3.Connection, filters: Filters, target: Target) -> list[Condition]:
    """Give what the filters ask of the article of a row: its outlet and its words."""
    weight = 1 if target is ARTICLES else EVENTS_AN_ARTICLE
    found = []
    if filters.outlet:
        wanted = values(outlets_named(db, _tuple(filters.outlet)))
        check = (
            f"EXISTS (SELECT 1 FROM articles o WHERE o.article = t.article AND +o.outlet IN {wanted.sql}) "
            f"OR EXISTS (SELECT 1 FROM copies o WHERE o.article = t.article AND +o.outlet IN {wanted.sql})"
        )
        keys = (
            f"SELECT article FROM articles WHERE outlet IN {wanted.sql} "
            f"UNION ALL SELECT article FROM copies WHERE outlet IN {wanted.sql}"
        )
        of_outlet = Piece(keys, wanted.values * 2)
        many = Piece(f"SELECT {target.key} FROM {target.table} WHERE article IN ({keys})", of_outlet.values)
        few = target is not ARTICLES and at_most(db, of_outlet, SORTED) is not None
        found.append(
            Condition(Piece(check, wanted.values * 2), of_outlet, "article", weight, many=many if few else None)
        )
    if filters.text:
        hits = "SELECT rowid AS article FROM article_words WHERE article_words MATCH ?"
        question = (expression(filters.text),)
        # A limit keeps SQLite from asking the full-text index anew for each row.
        held = Piece(f"+t.article IN ({hits} LIMIT -1)", question)
        found.append(Condition(held, Piece(hits, question), "article", weight))
    return found


def expression(text: str) -> str:
    """Give a question as full-text search takes it; CorpusError when it asks for no word."""
    found = match_expression(text)
    if found is None:
        raise CorpusError(f"{text!r}: no word to look for")
    return found


def _tuple(words: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)
