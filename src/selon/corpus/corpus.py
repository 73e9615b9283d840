"""The corpus: readings in one file, with the questions one can ask of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack

from selon.corpus import ledger
from selon.corpus.conditions import expression
from selon.corpus.connection import connect, transaction
from selon.corpus.filters import Filters, Words
from selon.corpus.loading import load_readings
from selon.corpus.results import Result
from selon.corpus.shown import Shown
from selon.corpus.writing import insert_article, outcome_of, write_records
from selon.errors import CorpusError
from selon.records import Reading

if TYPE_CHECKING:
    from selon.corpus.adding import Tell
    from selon.corpus.correcting import Action
    from selon.corpus.pool import MakeReader
    from selon.corpus.status import CorpusStatus
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


class Corpus:
    """One SQLite file with articles, their records, and what people corrected.

    One process writes at a time, others wait; any number reads meanwhile. Use it as a context manager, or close it.
    """

    def __init__(self, path: str | Path, connection: sqlite3.Connection) -> None:
        self.path = Path(path)
        self.db = connection

    def __enter__(self) -> Corpus:
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

    def add_reading(self, reading: Reading, place: ledger.Place | None = None) -> str:
        """Keep a reading, in one transaction; give what became of it: read, empty, language, copy or again.

        A text the corpus has already is no second article: under another outlet or address it is kept as a copy. When
        the call returns, the reading is on disk.
        """
        with transaction(self.db):
            number = ledger.known_article(self.db, reading.article)
            if number is not None:
                known_place = place or ledger.next_place(self.db, reading.article.id)
                return ledger.record_known(self.db, known_place, number, reading.article)
            number = insert_article(self.db, reading)
            write_records(self.db, number, Shown.of(reading))
            outcome = outcome_of(reading)
            reason = next((note.message for note in reading.notes if note.code == outcome), None)
            ledger.record(self.db, place or ledger.next_place(self.db, reading.article.id), outcome, number, reason)
            return outcome

    def add(
        self,
        paths: Iterable[str | Path],
        *,
        jobs: int = 1,
        published: str | None = None,
        outlet: str | None = None,
        make_reader: MakeReader | None = None,
        tell: Tell | None = None,
    ) -> dict[str, int]:
        """Add files, and the files in folders; count what became of everything found in them.

        Files that are done and unchanged are passed over and texts the corpus has are not read again, so a run that
        was stopped goes on where it was. With several jobs, worker processes read; `make_reader` makes their reader.
        `published` and `outlet` are for articles that have none. `tell` is called with the outcome and the place of
        each thing found.
        """
        from selon.corpus.adding import Adding
        from selon.corpus.pool import default_reader

        run = Adding(self, published, outlet, tell)
        run.run(paths, make_reader or default_reader, jobs)
        return dict(run.counts)

    def reread(
        self, *, jobs: int = 1, all_articles: bool = False, make_reader: MakeReader | None = None
    ) -> dict[str, int]:
        """Read again what another version read (or all); corrections hold, `conflicts` lists where they disagree."""
        from selon.corpus.pool import default_reader
        from selon.corpus.rereading import reread

        return dict(reread(self.db, make_reader or default_reader, jobs, all_articles=all_articles))

    def status(self) -> CorpusStatus:
        """Count what the corpus holds and what became of everything found."""
        from selon.corpus.status import corpus_status

        return corpus_status(self.db)

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

        return ask_events(self.db, _filters(filters, one_by_one), limit, offset)

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

        return ask_statements(self.db, _filters(filters, one_by_one), limit, offset)

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

        return ask_articles(self.db, _filters(filters, one_by_one), limit, offset)

    def search(
        self, text: str, filters: Filters | None = None, /, *, limit: int = 20, **one_by_one: Unpack[Narrowed]
    ) -> Result:
        """Find articles by their words, the best first, each with a passage; see `Filters.text` for how to ask."""
        from selon.corpus.questions import search

        return search(self.db, text, _filters(filters, one_by_one), limit)

    def timeline(
        self, filters: Filters | None = None, *, by: Unit = "month", types: bool = False, **one_by_one: Unpack[Narrowed]
    ) -> Result:
        """Count events by day, week, month or year, by status and voice, and by type where asked."""
        from selon.corpus.timeline import timeline

        return timeline(self.db, _filters(filters, one_by_one), by, types)

    def accept(self, record: str, *, person: str | None = None, remark: str | None = None) -> int:
        """Say that an event or statement (its id) is right as shown; gives the number of the correction."""
        return self._correct(record, "accept", None, person, remark)

    def reject(self, record: str, *, person: str | None = None, remark: str | None = None) -> int:
        """Say that an event or statement (its id) is none: it is no longer shown nor counted."""
        return self._correct(record, "reject", None, person, remark)

    def correct_found(
        self,
        table: Literal["events", "statements"],
        action: Literal["accept", "reject"],
        filters: Filters | None = None,
        *,
        most: int = 2_000,
        person: str | None = None,
        remark: str | None = None,
        **one_by_one: Unpack[Narrowed],
    ) -> tuple[int | None, int]:
        """Accept or reject all events or statements that a question finds and nobody has judged yet.

        Gives the number to withdraw them all by (None when there are none) and how many they are. Raises CorpusError,
        and does nothing, when the question finds more than `most`.
        """
        from selon.corpus import batches

        ask = self.events if table == "events" else self.statements
        with transaction(self.db):
            found = ask(_filters(filters, one_by_one), limit=most)
            if found.more:
                raise CorpusError(f"the question finds more than {most} {table}; narrow it")
            records = [(row["hash"], row["id"]) for row in found if row["verdict"] is None]
            return batches.correct_all(self.db, records, action, person, remark), len(records)

    def withdraw_batch(self, batch: int) -> int:
        """Take back all that `correct_found` did under that number; count the corrections."""
        from selon.corpus import batches

        with transaction(self.db):
            return batches.withdraw_batch(self.db, batch)

    def change(
        self, record: str, changes: Mapping[str, Any], *, person: str | None = None, remark: str | None = None
    ) -> int:
        """Give fields of an event or statement other values.

        Fields of events: trigger, type, status, mode, context, actors, recipients, places, when; of statements:
        speaker, act, form, content. Values are codes, a day or BEGIN/END for `when`, and mentions or words of the text
        (also START:END for `trigger` and `content`).
        Raises CorpusError when the record, a field or a value is none.
        """
        return self._correct(record, "change", dict(changes), person, remark)

    def merge(self, entity: str, into: str, *, person: str | None = None, remark: str | None = None) -> int:
        """Say that two entities (their keys, see the table `entities`) are one, under the name of the second."""
        from selon.corpus import corrections

        with transaction(self.db):
            return corrections.merge(self.db, entity, into, person, remark)

    def split(
        self,
        entity: str,
        articles: Iterable[str],
        *,
        name: str,
        country: str | None = None,
        identifier: str | None = None,
        person: str | None = None,
        remark: str | None = None,
    ) -> list[int]:
        """Say that in some articles (hashes or ids) an entity is another one; gives a number for each mention."""
        from selon.corpus import corrections

        changes = {"name": name, "country": country, "entity": identifier}
        with transaction(self.db):
            numbers = [self._known(article) for article in articles]
            mentions = corrections.mentions_of_entity(self.db, entity, numbers)
            return corrections.rename(self.db, mentions, "split", changes, person, remark)

    def rename(
        self,
        article: str,
        span: tuple[int, int],
        changes: Mapping[str, str | None],
        *,
        person: str | None = None,
        remark: str | None = None,
    ) -> list[int]:
        """Say what the mention at a place of an article names: `changes` of name, country and entity."""
        from selon.corpus import corrections

        with transaction(self.db):
            mentions = corrections.mentions_at(self.db, self._known(article), span)
            return corrections.rename(self.db, mentions, "change", dict(changes), person, remark)

    def withdraw(self, correction: int) -> None:
        """Take a correction back, by its number."""
        from selon.corpus import corrections

        with transaction(self.db):
            corrections.withdraw(self.db, correction)

    def corrections(self) -> Result:
        """List the corrections in the order they were made."""
        return self._table(
            "SELECT * FROM corrections ORDER BY correction", ("correction", "span_start", "span_end", "batch")
        )

    def conflicts(self) -> Result:
        """List the corrections that the last reading does not agree with; they hold all the same."""
        query = "SELECT * FROM v_conflicts ORDER BY correction, field"
        return self._table(query, ("correction", "span_start", "span_end"))

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

    def _correct(
        self, record: str, action: Action, changes: dict[str, Any] | None, person: str | None, remark: str | None
    ) -> int:
        from selon.corpus import corrections

        with transaction(self.db):
            return corrections.correct_record(self.db, record, action, changes, person, remark)


def _filters(filters: Filters | None, one_by_one: Narrowed | dict[str, Any]) -> Filters:
    if filters is None:
        return Filters(**one_by_one)
    return replace(filters, **one_by_one) if one_by_one else filters


def open_corpus(path: str | Path, *, create: bool = True, read_only: bool = False) -> Corpus:
    """Open a corpus file, made when it is not there (unless `create` is false); CorpusError when it is none."""
    return Corpus(path, connect(path, create=create, read_only=read_only))
