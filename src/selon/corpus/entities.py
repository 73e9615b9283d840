"""Entities: what mentions name across the corpus, under keys that stay the same in every file."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from selon.corpus.stems import folded, stemmed
from selon.errors import CorpusError
from selon.records import Mention


def entity_key(mention: Mention) -> str:
    """Give the key of what a mention names; mentions with no settled name share a key when their words are the same."""
    country = mention.country or ""
    if mention.kind == "state" and mention.country:
        return f"country:{mention.country}"
    if mention.entity:
        return mention.entity
    if mention.name:
        return f"name:{folded(mention.name)}|{country}"
    return f"words:{folded(' '.join(mention.span.text.split()))}|{country}"


def entity_label(mention: Mention) -> str:
    """Give the name of an entity, or the words where nothing settles a name."""
    return mention.name or (_country_name(mention) if mention.kind == "state" else None) or mention.span.text


def _country_name(mention: Mention) -> str | None:
    from selon.knowledge.countries import load_countries

    row = load_countries().rows.get(mention.country or "")
    return row.name if row else None


def entity_of(db: sqlite3.Connection, mention: Mention) -> tuple[int, Mention]:
    """Give the number of the entity a mention names, added when it is new, and the mention as merges name it."""
    key = entity_key(mention)
    found = db.execute("SELECT entity_no, merged_into FROM entities WHERE key = ?", (key,)).fetchone()
    if found is None:
        return add_entity(db, key, mention), mention
    if found[1] is None:
        return int(found[0]), mention
    number = root(db, found)
    key, label, country = db.execute(
        "SELECT key, label, country FROM entities WHERE entity_no = ?", (number,)
    ).fetchone()
    identifier = key if ":" not in key else None
    return number, replace(mention, name=label, country=country, entity=identifier)


def entity_by_key(db: sqlite3.Connection, key: str) -> int:
    """Give the number of an entity by its key, merges followed; CorpusError when there is none."""
    found = db.execute("SELECT entity_no, merged_into FROM entities WHERE key = ?", (key,)).fetchone()
    if found is None:
        raise CorpusError(f"no entity has the key {key!r}; selon correct entities lists them")
    return root(db, found)


def add_entity(db: sqlite3.Connection, key: str, mention: Mention) -> int:
    """Add an entity, with the words to find it by."""
    label, named = entity_label(mention), not key.startswith("words:")
    row = (key, label, mention.country, named)
    number = db.execute("INSERT INTO entities (key, label, country, named) VALUES (?, ?, ?, ?)", row).lastrowid
    assert number is not None
    db.execute("INSERT INTO entity_words (rowid, words) VALUES (?, ?)", (number, stemmed(label)))
    return number


def root(db: sqlite3.Connection, row: tuple[int, int | None]) -> int:
    """Follow the merges of an entity to the one it stands for."""
    number, into = row
    while into is not None:
        number, into = db.execute("SELECT entity_no, merged_into FROM entities WHERE entity_no = ?", (into,)).fetchone()
    return number
