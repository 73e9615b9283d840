"""The writer of the records of one article: each becomes rows, mentions once, whoever asks for them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from selon.corpus.entities import entity_of
from selon.corpus.rest import rest_of
from selon.corpus.rows import (
    ROLES,
    MentionRow,
    PartyRows,
    Places,
    content_rows,
    days_of,
    interval_columns,
    marks,
    parties_of,
    span_columns,
    time_columns,
)
from selon.corpus.shown import Shown, ShownEvent, ShownStatement, statement_span
from selon.records import Mention


@dataclass(slots=True)
class RecordWriter:
    """Writes the records of one article; statements before the events that they tell."""

    db: sqlite3.Connection
    article: int
    shown: Shown
    day: str | None
    mentions: dict[Mention, MentionRow] = field(default_factory=dict)
    statements: dict[str, tuple[int, bool]] = field(default_factory=dict)

    def plain_records(self) -> None:
        """Write times, quantities and notes."""
        a, reading = self.article, self.shown.reading
        self.db.executemany(
            f"INSERT INTO times VALUES ({marks(16)})",
            [(a, n, *time_columns(time)) for n, time in enumerate(reading.times)],
        )
        self.db.executemany(
            f"INSERT INTO quantities VALUES ({marks(10)})",
            [
                (a, n, *span_columns(q.span), q.low, q.high, q.unit, q.kind, rest_of(q))
                for n, q in enumerate(reading.quantities)
            ],
        )
        self.db.executemany(
            "INSERT INTO notes VALUES (?, ?, ?, ?, ?)",
            [(a, n, x.code, x.message, rest_of(x)) for n, x in enumerate(reading.notes)],
        )

    def write_mentions(self) -> None:
        """Write the mentions of the reading in their order."""
        for n, mention in enumerate(self.shown.reading.mentions):
            self.mention(mention, n)

    def mention(self, mention: Mention, n: int | None = None, is_read: bool = True) -> MentionRow:
        """Give the row of a mention (its number, its entity, its country as shown), written when it is new."""
        if n is None and (known := self.mentions.get(mention)):
            return known
        renamed = self.shown.mentions.get(mention, mention)
        entity, now = entity_of(self.db, renamed)
        row = (
            self.article, n, *span_columns(mention.span), now.kind, now.form, now.name, now.country, now.entity,
            now.via, mention.name, mention.country, mention.entity, entity, is_read,
            renamed != mention, rest_of(mention),
        )  # fmt: skip
        columns = (
            "article, n, span_start, span_end, words, kind, form, name, country, entity, via, "
            "name_read, country_read, entity_read, entity_no, is_read, is_renamed, rest"
        )
        number = self.db.execute(f"INSERT INTO mentions ({columns}) VALUES ({marks(18)})", row).lastrowid
        assert number is not None
        return self.mentions.setdefault(mention, (number, entity, now.country))

    def write_statement(self, n: int, both: ShownStatement, number: int | None) -> None:
        """Write a statement and its content."""
        read, shown, rejected = both.read, both.shown, both.verdict == "rejected"
        read_speaker = self.mention(read.speaker)[0] if read.speaker else None
        speaker = self.mention(shown.speaker, is_read=False) if shown.speaker else (None, None, None)
        addressee = self.mention(shown.addressee)[0] if shown.addressee else None
        cue, span = span_columns(read.cue), statement_span(shown)
        row = (
            number, self.article, read.id, n, speaker[0], addressee, *cue, shown.act, shown.form, shown.within,
            read_speaker, read.act, read.form, both.verdict, both.is_read, self.day, *span, *speaker[1:],
            read.confidence, rest_of(read),
        )  # fmt: skip
        number = self.db.execute(f"INSERT INTO statements VALUES ({marks(24)})", row).lastrowid
        assert number is not None
        self.statements[read.id] = number, rejected
        self.db.executemany(f"INSERT INTO contents VALUES ({marks(7)})", content_rows(number, read, shown))

    def write_event(self, n: int, both: ShownEvent, number: int | None) -> None:
        """Write an event, its chain of voices, its parties and its quantities."""
        read, shown = both.read, both.shown
        chain = [self.statements[i] for i in read.according_to if i in self.statements]
        told_by = "speaker" if any(not rejected for _, rejected in chain) else "outlet"
        day, day_end = days_of(shown, self.day)
        counts = both.verdict != "rejected" and shown.same_as is None
        when = (read.when is not None, *span_columns(read.when.span if read.when else None))
        row = (
            number, self.article, read.id, n, *span_columns(shown.trigger),
            shown.type, shown.status, shown.mode, shown.context, *when, *interval_columns(shown),
            read.when.edtf if read.when else None, shown.same_as, read.type, read.status, read.mode, read.context,
            *interval_columns(read), both.verdict, both.is_read, day, day_end, told_by, counts,
            read.confidence, read.when.rule if read.when else None, rest_of(read.when) if read.when else None,
            rest_of(read), read.code, *span_columns(read.trigger),
        )  # fmt: skip
        number = self.db.execute(f"INSERT INTO events VALUES ({marks(39)})", row).lastrowid
        assert number is not None
        voices = [(number, n, statement) for n, (statement, _) in enumerate(chain)]
        self.db.executemany("INSERT INTO voices VALUES (?, ?, ?)", voices)
        quantities = [(number, n, quantity) for n, quantity in enumerate(read.quantities)]
        self.db.executemany("INSERT INTO event_quantities VALUES (?, ?, ?)", quantities)
        of_event = PartyRows(number, self.article, day, shown.type, shown.status, told_by, counts)
        for role in ROLES:
            self._parties(of_event, role, parties_of(read, role), parties_of(shown, role))
        self._voices(of_event, [statement for statement, rejected in chain if not rejected])

    def _parties(self, event: PartyRows, role: str, read: tuple[Mention, ...], shown: tuple[Mention, ...]) -> None:
        """Write the parties of one role: those shown in their order, then those a person took away."""
        gone = [m for m in dict.fromkeys(read) if m not in shown]
        places = Places(read)
        if not shown and not gone:
            return
        rows = []
        for n, mention in enumerate([*shown, *gone]):
            found = self.mention(mention, is_read=mention in read)
            rows.append(event.party(role, n, found, places.take(mention), n < len(shown)))
        self.db.executemany(f"INSERT INTO parties VALUES ({marks(16)})", rows)

    def _voices(self, event: PartyRows, statements: list[int]) -> None:
        """Write the speakers of the chain as parties, so that questions find them like the others."""
        speaker = "SELECT speaker, speaker_no, country FROM statements WHERE statement = ?"
        found = (self.db.execute(speaker, (number,)).fetchone() for number in statements)
        rows = [event.party("voice", n, row, None, True) for n, row in enumerate(found) if row[0] is not None]
        self.db.executemany(f"INSERT INTO parties VALUES ({marks(16)})", rows)
