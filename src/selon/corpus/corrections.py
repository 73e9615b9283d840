"""Corrections kept: written with the words they are about, applied at once, and again after each reading."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from selon.corpus.correcting import (
    EVENT_FIELDS,
    MENTION_FIELDS,
    STATEMENT_FIELDS,
    Action,
    Correction,
    Fields,
    all_mentions,
    apply_corrections,
    identity,
    record_span,
    record_values,
)
from selon.corpus.entities import entity_by_key
from selon.corpus.loading import load_readings, load_shown
from selon.corpus.shown import ShownEvent, ShownStatement
from selon.corpus.writing import rewrite_records
from selon.errors import CorpusError
from selon.records import Mention, Reading


def corrections_of(db: sqlite3.Connection, digest: str) -> list[Correction]:
    """Give the corrections of an article in the order they were made."""
    columns = "record, action, hash, span_start, span_end, id, before, after, record_json, correction"
    rows = db.execute(f"SELECT {columns} FROM corrections WHERE hash = ? ORDER BY correction", (digest,))
    return [
        Correction(
            record, action, hash_, (start, end), id_, _read(before) or {}, _read(after) or {}, _read(whole), number
        )
        for record, action, hash_, start, end, id_, before, after, whole, number in rows
    ]


def save(db: sqlite3.Connection, correction: Correction, person: str | None, remark: str | None) -> int:
    """Write a correction; give its number."""
    c = correction
    row = (
        datetime.now(UTC).isoformat(timespec="seconds"), person, c.hash, c.record, *(c.span or (None, None)), c.id,
        c.action, _write(c.before), _write(c.after), _write(c.record_json) if c.record_json else None, remark,
    )  # fmt: skip
    columns = "made, person, hash, record, span_start, span_end, id, action, before, after, record_json, remark"
    number = db.execute(f"INSERT INTO corrections ({columns}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", row).lastrowid
    assert number is not None
    return number


def rewrite(db: sqlite3.Connection, article: int, reading: Reading | None = None) -> int:
    """Write the records of an article from its last reading (or a new one) and its corrections; count the conflicts.

    Only a new reading can bring conflicts, and only it settles the old ones.
    """
    given = reading or next(load_readings(db, [article], corrected=False))
    (digest,) = db.execute("SELECT hash FROM articles WHERE article = ?", (article,)).fetchone()
    shown, conflicts = apply_corrections(given, corrections_of(db, digest))
    rewrite_records(db, article, shown)
    if reading is not None:
        numbers = "SELECT correction FROM corrections WHERE hash = ?"
        db.execute(f"DELETE FROM conflicts WHERE correction IN ({numbers})", (digest,))
        version = reading.reader.version
        rows = [(c.correction, c.field, c.problem, _write(c.now), version) for c in conflicts]
        db.executemany("INSERT OR REPLACE INTO conflicts VALUES (?, ?, ?, ?, ?)", rows)
    return len(conflicts) if reading is not None else 0


def correct_record(
    db: sqlite3.Connection, record: str, action: Action, changes: Fields | None, person: str | None, remark: str | None
) -> int:
    """Accept, reject or change an event or statement, by its id; CorpusError when there is none. Gives the number."""
    article, digest, both = find_record(db, record)
    after = _new_values(next(load_readings(db, [article])), both, changes or {}) if action == "change" else None
    number = save(db, correction_of(digest, both, action, after), person, remark)
    rewrite(db, article)
    return number


def correction_of(digest: str, both: ShownEvent | ShownStatement, action: Action, changes: Fields | None) -> Correction:
    """Make what is kept of a correction: the values as read beside those put, the whole record as shown."""
    before, after = record_values(both.read), record_values(both.shown) if changes is None else changes
    return Correction(
        "event" if isinstance(both, ShownEvent) else "statement",
        action,
        digest,
        record_span(both.read),
        both.read.id,
        {name: before[name] for name in after},
        {} if action == "reject" else after,
        _plain(both.shown),
    )


def find_record(db: sqlite3.Connection, record: str) -> tuple[int, str, ShownEvent | ShownStatement]:
    """Find an event or statement by its id, or by the hash or id of its article, a slash and its id."""
    article, _, id_ = record.rpartition("/")
    of = "AND (a.hash = ?2 OR a.id = ?2)" if article else "AND ?2 = ''"
    query = " UNION ALL ".join(
        f"SELECT a.article, a.hash FROM {table} r JOIN articles a USING (article) WHERE r.id = ?1 {of}"
        for table in ("events", "statements")
    )
    found = db.execute(query, (id_, article)).fetchall()
    if not found:
        raise CorpusError(f"no event or statement has the id {record!r}")
    if len(found) > 1:
        raise CorpusError(f"{len(found)} records have the id {record!r}; write HASH/{id_} with the hash of the article")
    number, digest = found[0]
    statements, events = load_shown(db, number)
    both: list[ShownEvent | ShownStatement] = [*statements, *events]
    return number, digest, next(b for b in both if b.read.id == id_)


def _new_values(reading: Reading, both: ShownEvent | ShownStatement, changes: Fields) -> Fields:
    """Check the values a person gives, and turn words into mentions."""
    from selon.corpus.correction_values import new_value

    allowed = EVENT_FIELDS if isinstance(both, ShownEvent) else STATEMENT_FIELDS
    near = record_span(both.read)[0]
    if not changes:
        raise CorpusError(f"nothing to change; give FIELD=VALUE, FIELD one of {', '.join(allowed)}")
    for name in changes:
        if name not in allowed:
            raise CorpusError(f"{name!r} cannot be corrected; it must be one of {', '.join(allowed)}")
    return {name: new_value(reading, name, value, near) for name, value in changes.items()}


def merge(db: sqlite3.Connection, key: str, into: str, person: str | None, remark: str | None) -> int:
    """Say that an entity is the same as another, by their keys; gives the number of the correction."""
    source, target = entity_by_key(db, key), entity_by_key(db, into)
    if source == target:
        raise CorpusError(f"{key!r} and {into!r} are one entity already")
    number = save(db, Correction("entity", "merge", id=key, after={"into": into}), person, remark)
    articles = _articles_naming(db, source)
    db.execute("UPDATE entities SET merged_into = ? WHERE entity_no = ?", (target, source))
    for article in articles:
        rewrite(db, article)
    return number


def rename(
    db: sqlite3.Connection,
    mentions: Iterable[tuple[str, Mention]],
    action: Action,
    changes: Fields,
    person: str | None,
    remark: str | None,
) -> list[int]:
    """Say what mentions (hash of the article, mention as read) name; gives the numbers of the corrections."""
    numbers, digests = [], set()
    for digest, mention in mentions:
        before = identity(mention)
        after = {**before, **{name: changes[name] for name in MENTION_FIELDS if name in changes}}
        span = (mention.span.start, mention.span.end)
        numbers.append(save(db, Correction("mention", action, digest, span, None, before, after), person, remark))
        digests.add(digest)
    for digest in sorted(digests):
        rewrite(db, db.execute("SELECT article FROM articles WHERE hash = ?", (digest,)).fetchone()[0])
    return numbers


def mentions_of_entity(db: sqlite3.Connection, key: str, articles: Iterable[int]) -> list[tuple[str, Mention]]:
    """Give the mentions of an entity in some articles, as read, with the hashes of these."""
    wanted, found = entity_by_key(db, key), []
    for article in articles:
        row = "SELECT span_start, span_end FROM mentions WHERE article = ? AND entity_no = ?"
        spans = set(db.execute(row, (article, wanted)).fetchall())
        (digest,) = db.execute("SELECT hash FROM articles WHERE article = ?", (article,)).fetchone()
        given = dict.fromkeys(all_mentions(next(load_readings(db, [article], corrected=False))))
        found += [(digest, m) for m in given if (m.span.start, m.span.end) in spans]
    if not found:
        raise CorpusError(f"no mention of {key!r} in the articles given")
    return found


def mentions_at(db: sqlite3.Connection, article: int, span: tuple[int, int]) -> list[tuple[str, Mention]]:
    """Give the mentions at a place, as read, with the hash of the article; CorpusError when there are none."""
    reading = next(load_readings(db, [article], corrected=False))
    (digest,) = db.execute("SELECT hash FROM articles WHERE article = ?", (article,)).fetchone()
    found = [m for m in dict.fromkeys(all_mentions(reading)) if (m.span.start, m.span.end) == span]
    if not found:
        raise CorpusError(f"no mention at {span[0]}:{span[1]} of article {reading.article.id}")
    return [(digest, mention) for mention in found]


def withdraw(db: sqlite3.Connection, number: int) -> None:
    """Take a correction back; CorpusError when there is none of that number."""
    row = db.execute("SELECT record, hash, id FROM corrections WHERE correction = ?", (number,)).fetchone()
    if row is None:
        raise CorpusError(f"no correction has the number {number}")
    record, digest, key = row
    db.execute("DELETE FROM conflicts WHERE correction = ?", (number,))
    db.execute("DELETE FROM corrections WHERE correction = ?", (number,))
    if record == "entity":
        articles = _articles_naming(db, entity_by_key(db, key))
        db.execute("UPDATE entities SET merged_into = NULL WHERE key = ?", (key,))
    else:
        articles = [n for (n,) in db.execute("SELECT article FROM articles WHERE hash = ?", (digest,))]
    for article in articles:
        rewrite(db, article)


def _articles_naming(db: sqlite3.Connection, entity: int) -> list[int]:
    query = "SELECT DISTINCT article FROM mentions WHERE entity_no = ? ORDER BY article"
    return [number for (number,) in db.execute(query, (entity,))]


def _plain(record: Any) -> Fields:
    from pydantic import TypeAdapter

    data: Fields = TypeAdapter(type(record)).dump_python(record, mode="json")
    return data


def _read(text: str | None) -> Any:
    return json.loads(text) if text else None


def _write(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
