"""Opening a corpus file: the settings every connection has, the schema of a new file, the check of an old one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from selon.corpus.stems import STEMMER
from selon.corpus.upgrading import STEPS, upgrade
from selon.errors import CorpusError

SCHEMA = "3"
WAIT = 60.0
"""Seconds a writer waits for another."""


def schema_text() -> str:
    """Give the schema as SQL, with its comments."""
    return files("selon.corpus").joinpath("schema.sql").read_text(encoding="utf-8")


def connect(path: str | Path, *, create: bool = False, read_only: bool = False) -> sqlite3.Connection:
    """Open a corpus; CorpusError when the file is missing, is none, or has another schema.

    Opened to write, a corpus of an earlier schema is brought up to date, its corrections kept.
    """
    path = Path(path)
    if not path.exists() and not create:
        raise CorpusError(f"{path}: no such corpus; make one with selon add {path} FILES")
    try:
        connection = _open(path, read_only)
        _prepare(connection, path, create and not read_only, read_only)
    except sqlite3.DatabaseError as error:
        raise CorpusError(f"{path}: cannot be opened as a corpus ({error})") from error
    return connection


def _open(path: Path, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=WAIT, check_same_thread=False)
    if not read_only:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA mmap_size = 1073741824")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, create: bool, read_only: bool) -> None:
    if create:
        with transaction(connection):
            if not _tables(connection):
                for statement in _statements(schema_text()):
                    connection.execute(statement)
                connection.executemany("INSERT INTO about VALUES (?, ?)", [("schema", SCHEMA), ("stemmer", STEMMER)])
    if "about" not in _tables(connection):
        raise CorpusError(f"{path}: an SQLite file, but no corpus")
    found = _schema_of(connection)
    if found in STEPS and read_only:
        raise CorpusError(
            f"{path}: made by an earlier selon; selon reread {path} brings it and its corrections up to date"
        )
    if found in STEPS:
        with transaction(connection):
            found = _schema_of(connection)
            found = upgrade(connection, found, _statements(schema_text())) if found in STEPS else found
    if found != SCHEMA:
        raise CorpusError(f"{path}: its schema is {found}, this selon knows {SCHEMA}; add its files to a new corpus")


def _schema_of(connection: sqlite3.Connection) -> str:
    (found,) = connection.execute("SELECT value FROM about WHERE key = 'schema'").fetchone() or ("none",)
    return str(found)


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _statements(script: str) -> Iterator[str]:
    """Cut a script into statements, so that it can run within one transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Write all or nothing; within another transaction, be part of it."""
    if connection.in_transaction:
        yield connection
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
