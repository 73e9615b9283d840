"""Writing readings: an article and its records become rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import Literal

from selon.corpus.entities import entity_of
from selon.corpus.rest import rest_of
from selon.corpus.shown import Shown, ShownEvent, ShownStatement, first_day, statement_span
from selon.corpus.slots import write_slots
from selon.corpus.stems import stemmed
from selon.errors import RecordError
from selon.records import Article, Event, Mention, Reading, Span, Statement, Time, text_hash

_Row = tuple[int, int | None, str | None]
"""Number of a mention, of its entity, and its country as shown."""

ROLES = ("actor", "recipient", "place")


def outcome_of(reading: Reading) -> str:
    """Tell what became of an article: read, empty or language."""
    codes = {note.code for note in reading.notes}
    return "empty" if "empty" in codes else "language" if "language" in codes else "read"


def insert_article(db: sqlite3.Connection, reading: Reading) -> int:
    """Add an article with its text and the words to find it by; give its number."""
    article, info = reading.article, reading.reader
    _check_writable(article)
    row = (
        text_hash(article.text), article.id, article.lang, article.published, first_day(article.published),
        article.outlet, article.url, article.title, outcome_of(reading), info.version, info.model,
        rest_of(article),
    )  # fmt: skip
    columns = "hash, id, lang, published, day, outlet, url, title, outcome, reader, model, rest"
    number = db.execute(f"INSERT INTO articles ({columns}) VALUES ({_marks(12)})", row).lastrowid
    assert number is not None
    db.execute("INSERT INTO texts VALUES (?, ?)", (number, article.text))
    db.execute("INSERT INTO article_words (rowid, words) VALUES (?, ?)", (number, stemmed(article.text)))
    return number


def _check_writable(article: Article) -> None:
    for value in (article.text, article.id, article.outlet, article.url, article.title):
        try:
            (value or "").encode()
        except UnicodeEncodeError:
            reason = f"article {article.id!a}: a lone surrogate, which no file can hold; replace it by U+FFFD"
            raise RecordError(reason) from None


def clear_records(db: sqlite3.Connection, article: int) -> None:
    """Take away the records of an article; the article and its corrections stay."""
    for table in ("voices", "event_quantities", "parties"):
        db.execute(f"DELETE FROM {table} WHERE event IN (SELECT event FROM events WHERE article = ?)", (article,))
    db.execute(
        "DELETE FROM contents WHERE statement IN (SELECT statement FROM statements WHERE article = ?)", (article,)
    )
    for table in ("events", "statements", "mentions", "times", "quantities", "notes", "article_months"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))


def write_records(db: sqlite3.Connection, article: int, shown: Shown) -> None:
    """Write the records of an article that has none."""
    _write(db, article, shown)


def rewrite_records(db: sqlite3.Connection, article: int, shown: Shown) -> None:
    """Write the records of an article anew; events and statements with the same ids keep their numbers."""
    events, statements = _Numbers.of(db, "events", article), _Numbers.of(db, "statements", article)
    clear_records(db, article)
    _write(db, article, shown, events, statements)


@dataclass(slots=True)
class _Numbers:
    """The numbers of records written anew: those they had, by id, each given once, and numbers that no record has."""

    kept: dict[str, int]
    new: Iterator[int]

    @classmethod
    def of(cls, db: sqlite3.Connection, table: Literal["events", "statements"], article: int) -> _Numbers:
        key = table.removesuffix("s")
        kept = dict(db.execute(f"SELECT id, {key} FROM {table} WHERE article = ?", (article,)))
        (last,) = db.execute(f"SELECT coalesce(max({key}), 0) FROM {table}").fetchone()
        return cls(kept, count(last + 1))

    def take(self, id_: str) -> int:
        """Give the number for a record of that id."""
        return self.kept.pop(id_, None) or next(self.new)


def _write(
    db: sqlite3.Connection,
    article: int,
    shown: Shown,
    events: _Numbers | None = None,
    statements: _Numbers | None = None,
) -> None:
    writer = _Writer(db, article, shown, first_day(shown.reading.article.published))
    writer.plain_records()
    writer.write_mentions()
    for n, statement in enumerate(shown.statements):
        writer.write_statement(n, statement, statements.take(statement.read.id) if statements else None)
    for n, event in enumerate(shown.events):
        writer.write_event(n, event, events.take(event.read.id) if events else None)
    write_slots(db, article)


@dataclass(slots=True)
class _Writer:
    db: sqlite3.Connection
    article: int
    shown: Shown
    day: str | None
    mentions: dict[Mention, _Row] = field(default_factory=dict)
    statements: dict[str, tuple[int, bool]] = field(default_factory=dict)

    def plain_records(self) -> None:
        """Write times, quantities and notes."""
        a, reading = self.article, self.shown.reading
        self.db.executemany(
            f"INSERT INTO times VALUES ({_marks(16)})",
            [(a, n, *_time(time)) for n, time in enumerate(reading.times)],
        )
        self.db.executemany(
            f"INSERT INTO quantities VALUES ({_marks(10)})",
            [(a, n, *_of(q.span), q.low, q.high, q.unit, q.kind, rest_of(q)) for n, q in enumerate(reading.quantities)],
        )
        self.db.executemany(
            "INSERT INTO notes VALUES (?, ?, ?, ?, ?)",
            [(a, n, x.code, x.message, rest_of(x)) for n, x in enumerate(reading.notes)],
        )

    def write_mentions(self) -> None:
        """Write the mentions of the reading in their order."""
        for n, mention in enumerate(self.shown.reading.mentions):
            self.mention(mention, n)

    def mention(self, mention: Mention, n: int | None = None, is_read: bool = True) -> _Row:
        """Give the row of a mention (its number, its entity, its country as shown), written when it is new."""
        if n is None and (known := self.mentions.get(mention)):
            return known
        renamed = self.shown.mentions.get(mention, mention)
        entity, now = entity_of(self.db, renamed)
        row = (
            self.article, n, *_of(mention.span), now.kind, now.form, now.name, now.country, now.entity,
            now.via, mention.name, mention.country, mention.entity, entity, is_read,
            renamed != mention, rest_of(mention),
        )  # fmt: skip
        columns = (
            "article, n, span_start, span_end, words, kind, form, name, country, entity, via, "
            "name_read, country_read, entity_read, entity_no, is_read, is_renamed, rest"
        )
        number = self.db.execute(f"INSERT INTO mentions ({columns}) VALUES ({_marks(18)})", row).lastrowid
        assert number is not None
        return self.mentions.setdefault(mention, (number, entity, now.country))

    def write_statement(self, n: int, both: ShownStatement, number: int | None) -> None:
        """Write a statement and its content."""
        read, shown, rejected = both.read, both.shown, both.verdict == "rejected"
        read_speaker = self.mention(read.speaker)[0] if read.speaker else None
        speaker = self.mention(shown.speaker, is_read=False) if shown.speaker else (None, None, None)
        addressee = self.mention(shown.addressee)[0] if shown.addressee else None
        cue, span = _of(read.cue), statement_span(shown)
        row = (
            number, self.article, read.id, n, speaker[0], addressee, *cue, shown.act, shown.form, shown.within,
            read_speaker, read.act, read.form, both.verdict, both.is_read, self.day, *span, *speaker[1:],
            read.confidence, rest_of(read),
        )  # fmt: skip
        number = self.db.execute(f"INSERT INTO statements VALUES ({_marks(24)})", row).lastrowid
        assert number is not None
        self.statements[read.id] = number, rejected
        self.db.executemany(f"INSERT INTO contents VALUES ({_marks(7)})", _pieces(number, read, shown))

    def write_event(self, n: int, both: ShownEvent, number: int | None) -> None:
        """Write an event, its chain of voices, its parties and its quantities."""
        read, shown = both.read, both.shown
        chain = [self.statements[i] for i in read.according_to if i in self.statements]
        told_by = "speaker" if any(not rejected for _, rejected in chain) else "outlet"
        day, day_end = _days(shown, self.day)
        counts = both.verdict != "rejected" and shown.same_as is None
        when = (read.when is not None, *_of(read.when.span if read.when else None))
        row = (
            number, self.article, read.id, n, *_of(shown.trigger),
            shown.type, shown.status, shown.mode, shown.context, *when, *_interval(shown),
            read.when.edtf if read.when else None, shown.same_as, read.type, read.status, read.mode, read.context,
            *_interval(read), both.verdict, both.is_read, day, day_end, told_by, counts,
            read.confidence, read.when.rule if read.when else None, rest_of(read.when) if read.when else None,
            rest_of(read), read.code, *_of(read.trigger),
        )  # fmt: skip
        number = self.db.execute(f"INSERT INTO events VALUES ({_marks(39)})", row).lastrowid
        assert number is not None
        voices = [(number, n, statement) for n, (statement, _) in enumerate(chain)]
        self.db.executemany("INSERT INTO voices VALUES (?, ?, ?)", voices)
        quantities = [(number, n, quantity) for n, quantity in enumerate(read.quantities)]
        self.db.executemany("INSERT INTO event_quantities VALUES (?, ?, ?)", quantities)
        of_event = _OfEvent(number, self.article, day, shown.type, shown.status, told_by, counts)
        for role in ROLES:
            self._parties(of_event, role, parties_of(read, role), parties_of(shown, role))
        self._voices(of_event, [statement for statement, rejected in chain if not rejected])

    def _parties(self, event: _OfEvent, role: str, read: tuple[Mention, ...], shown: tuple[Mention, ...]) -> None:
        """Write the parties of one role: those shown in their order, then those a person took away."""
        gone = [m for m in dict.fromkeys(read) if m not in shown]
        places = _places(read)
        if not shown and not gone:
            return
        rows = []
        for n, mention in enumerate([*shown, *gone]):
            found = self.mention(mention, is_read=mention in read)
            rows.append(event.party(role, n, found, places(mention), n < len(shown)))
        self.db.executemany(f"INSERT INTO parties VALUES ({_marks(16)})", rows)

    def _voices(self, event: _OfEvent, statements: list[int]) -> None:
        """Write the speakers of the chain as parties, so that questions find them like the others."""
        speaker = "SELECT speaker, speaker_no, country FROM statements WHERE statement = ?"
        found = (self.db.execute(speaker, (number,)).fetchone() for number in statements)
        rows = [event.party("voice", n, row, None, True) for n, row in enumerate(found) if row[0] is not None]
        self.db.executemany(f"INSERT INTO parties VALUES ({_marks(16)})", rows)


@dataclass(slots=True)
class _OfEvent:
    """What the rows of the parties of an event hold alike."""

    number: int
    article: int
    day: str
    type: str
    status: str
    told_by: str
    counts: bool
    seen: set[tuple[str, str | None]] = field(default_factory=set)

    def party(self, role: str, n: int, mention: _Row, n_read: int | None, is_shown: bool) -> tuple[object, ...]:
        """Give the row of a party; charts by country take the first of each country."""
        number, entity, country = mention
        first = self.counts and is_shown and (role, country) not in self.seen
        first_any = self.counts and is_shown and role != "voice" and ("any", country) not in self.seen
        if is_shown:
            self.seen |= {(role, country)} if role == "voice" else {(role, country), ("any", country)}
        beside = (entity, country, self.day, self.type, self.status, self.told_by)
        head = (self.number, self.article, role, n)
        return (*head, number, n_read, is_shown, *beside, self.counts and is_shown, first, first_any)


class _places:  # noqa: N801 - used as a function
    """Gives the place of each mention in a list, equal ones one after the other; None when it has no more."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self._left: dict[Mention, list[int]] = {}
        for n, mention in enumerate(mentions):
            self._left.setdefault(mention, []).append(n)

    def __call__(self, mention: Mention) -> int | None:
        left = self._left.get(mention)
        return left.pop(0) if left else None


def _pieces(number: int, read: Statement, shown: Statement) -> list[tuple[object, ...]]:
    """Give the rows of the content of a statement: the pieces shown, then those a person took away."""
    gone = [span for span in read.content if span not in shown.content]
    order = {span: n for n, span in enumerate(read.content)}
    pieces = [*shown.content, *gone]
    return [(number, n, *_of(s), order.get(s), n < len(shown.content)) for n, s in enumerate(pieces)]


def parties_of(event: Event, role: str) -> tuple[Mention, ...]:
    """Give the mentions of an event in a role."""
    return {"actor": event.actors, "recipient": event.recipients, "place": event.places}[role]


def _interval(event: Event) -> tuple[str | None, str | None]:
    return (event.when.begin, event.when.end) if event.when else (None, None)


def _days(event: Event, published: str | None) -> tuple[str, str]:
    """Give the first and last day of an event, that of publication where it has none."""
    begin, end = _interval(event)
    first = begin or end or published or ""
    return first[:10], (end or begin or published or "")[:10]


def _time(t: Time) -> tuple[object, ...]:
    """Give the columns of a time."""
    resolved = (t.value, t.mod, t.edtf, t.begin, t.end, t.anchor, t.direction, t.ambiguous, t.rule)
    return (*_of(t.span), t.type, *resolved, rest_of(t))


def _of(span: Span | None) -> tuple[int | None, int | None, str | None]:
    return (span.start, span.end, span.text) if span else (None, None, None)


@cache
def _marks(count: int) -> str:
    return ", ".join("?" * count)
