"""A corpus that can be asked: its readings, and the questions about events, statements, articles and entities."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypedDict, Unpack

from selon.corpus.conditions import expression
from selon.corpus.filters import Filters, Words
from selon.corpus.loading import load_readings
from selon.corpus.results import Result
from selon.errors import CorpusError
from selon.records import Reading

if TYPE_CHECKING:
    from selon.corpus.timeline import Unit


class Narrowed(TypedDict, total=False):
    """The fields of Filters, given one by one."""

    outlet: Words
    since: str | None
    until: str | None
    actor: Words
    recipient: Words
    country: Words
    type: Words
    status: Words
    voice: Words
    place: Words
    text: str | None
    confidence: float | None


class AskableCorpus:
    """An open corpus file and the questions one can ask of it."""

    def __init__(self, path: str | Path, connection: sqlite3.Connection) -> None:
        self.path = Path(path)
        self.db = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def __len__(self) -> int:
        """Count the articles."""
        return int(self.db.execute("SELECT count(*) FROM articles").fetchone()[0])

    def readings(self, articles: Iterable[int] | None = None, *, corrected: bool = True) -> Iterator[Reading]:
        """Give readings in the order they were added, or those of the articles numbered.

        Corrected: with the values people gave and without the records they rejected; else just as they were read.
        """
        if articles is None:
            articles = [n for (n,) in self.db.execute("SELECT article FROM articles ORDER BY article")]
        return load_readings(self.db, articles, corrected=corrected)

    def reading(self, article: str) -> Reading | None:
        """Give the reading of an article by its hash, the beginning of its hash (8 characters or more), or its id."""
        number = self.article_number(article)
        return next(load_readings(self.db, [number]), None) if number is not None else None

    def article_number(self, article: str) -> int | None:
        """Give the number of an article by its hash, the beginning of its hash, or its id."""
        query = "SELECT article FROM articles WHERE hash = ?1 OR id = ?1 LIMIT 2"
        found = self.db.execute(query, (article,)).fetchall()
        if not found and len(article) >= 8:
            between = (article, article + "g")
            found = self.db.execute(
                "SELECT article FROM articles WHERE hash BETWEEN ? AND ? LIMIT 2", between
            ).fetchall()
        return int(found[0][0]) if len(found) == 1 else None

    def events(
        self,
        filters: Filters | None = None,
        *,
        limit: int | None = None,
        offset: int = 0,
        **one_by_one: Unpack[Narrowed],
    ) -> Result:
        """Give events, the latest first: the columns of the view `v_events`, those rejected left out."""
        from selon.corpus.questions import ask_events

        return ask_events(self.db, narrowed(filters, one_by_one), limit, offset)

    def statements(
        self,
        filters: Filters | None = None,
        *,
        limit: int | None = None,
        offset: int = 0,
        **one_by_one: Unpack[Narrowed],
    ) -> Result:
        """Give statements, the latest first: the columns of the view `v_statements`, those rejected left out."""
        from selon.corpus.questions import ask_statements

        return ask_statements(self.db, narrowed(filters, one_by_one), limit, offset)

    def articles(
        self,
        filters: Filters | None = None,
        *,
        limit: int | None = None,
        offset: int = 0,
        **one_by_one: Unpack[Narrowed],
    ) -> Result:
        """Give articles, the latest first: the columns of the view `v_articles`."""
        from selon.corpus.questions import ask_articles

        return ask_articles(self.db, narrowed(filters, one_by_one), limit, offset)

    def search(
        self, text: str, filters: Filters | None = None, /, *, limit: int = 20, **one_by_one: Unpack[Narrowed]
    ) -> Result:
        """Find articles by their words, the best first, each with a passage; see `Filters.text` for how to ask."""
        from selon.corpus.questions import search

        return search(self.db, text, narrowed(filters, one_by_one), limit)

    def timeline(
        self, filters: Filters | None = None, *, by: Unit = "month", types: bool = False, **one_by_one: Unpack[Narrowed]
    ) -> Result:
        """Count events by day, week, month or year, by status and voice, and by type where asked."""
        from selon.corpus.timeline import timeline

        return timeline(self.db, narrowed(filters, one_by_one), by, types)

    def entities(self, words: str, *, limit: int = 50) -> Result:
        """List the entities whose name holds the words, with their keys, the most mentioned first."""
        query = (
            "SELECT e.key, e.label, e.country, e.named, count(m.mention) AS mentions FROM entities e "
            "JOIN mentions m USING (entity_no) WHERE e.entity_no IN "
            "(SELECT rowid FROM entity_words WHERE entity_words MATCH ?) "
            "GROUP BY e.entity_no ORDER BY 5 DESC, 1 LIMIT ?"
        )
        return self._table(query, ("named", "mentions"), (expression(words), limit))

    def _table(self, query: str, numbers: tuple[str, ...], given: tuple[object, ...] = ()) -> Result:
        cursor = self.db.execute(query, given)
        names = [d[0] for d in cursor.description]
        return Result({name: int if name in numbers else str for name in names}, tuple(cursor.fetchall()))

    def _known(self, article: str) -> int:
        number = self.article_number(article)
        if number is None:
            raise CorpusError(f"no article has the hash or id {article!r}")
        return number


def narrowed(filters: Filters | None, one_by_one: Narrowed | dict[str, Any]) -> Filters:
    """Give the filters with the fields given one by one."""
    if filters is None:
        return Filters(**one_by_one)
    return replace(filters, **one_by_one) if one_by_one else filters
