"""Rows become readings again, as shown or as the reader gave them."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from selon.corpus.rest import with_rest
from selon.corpus.shown import ShownEvent, ShownStatement
from selon.records import Article, Event, Mention, Note, Quantity, ReaderInfo, Reading, Span, Statement, Time, When

BATCH = 200
Rows = dict[int, list[sqlite3.Row]]


def load_readings(db: sqlite3.Connection, articles: Iterable[int], *, corrected: bool = True) -> Iterator[Reading]:
    """Give the readings of articles by their numbers, in that order.

    Corrected: with the values people gave and without the records they rejected; else just as they were read.
    """
    waiting = iter(articles)
    while numbers := list(islice(waiting, BATCH)):
        batch = _Batch.fetch(db, numbers)
        for number in numbers:
            if number in batch.articles:
                yield batch.reading(number, corrected)


def load_shown(db: sqlite3.Connection, article: int) -> tuple[list[ShownStatement], list[ShownEvent]]:
    """Give the statements and events of an article as read and as shown, their mentions as read."""
    batch = _Batch.fetch(db, [article])
    return batch.shown_statements(article, False), batch.shown_events(article, False)


@dataclass(slots=True)
class _Batch:
    articles: dict[int, sqlite3.Row]
    notes: Rows
    times: Rows
    quantities: Rows
    mentions: Rows
    statements: Rows
    events: Rows
    contents: Rows
    voices: Rows
    parties: Rows
    counts: Rows

    @classmethod
    def fetch(cls, db: sqlite3.Connection, numbers: list[int]) -> _Batch:
        """Read all rows of some articles."""
        cursor = db.cursor()
        cursor.row_factory = sqlite3.Row
        wanted = json.dumps(numbers)
        of_articles = "article IN (SELECT value FROM json_each(?))"

        def rows(key: str, query: str) -> Rows:
            grouped: Rows = defaultdict(list)
            for row in cursor.execute(query, (wanted,)):
                grouped[row[key]].append(row)
            return grouped

        def own(table: str, order: str = "n") -> Rows:
            return rows("article", f"SELECT * FROM {table} WHERE {of_articles} ORDER BY {order}")

        def of(table: str, owner: str) -> Rows:
            inner = f"SELECT {owner} FROM {owner}s WHERE {of_articles}"
            return rows(owner, f"SELECT * FROM {table} WHERE {owner} IN ({inner}) ORDER BY n")

        texts = rows("article", f"SELECT * FROM articles JOIN texts USING (article) WHERE {of_articles}")
        return cls(
            articles={number: found[0] for number, found in texts.items()},
            notes=own("notes"),
            times=own("times"),
            quantities=own("quantities"),
            mentions=own("mentions", "mention"),
            statements=own("statements"),
            events=own("events"),
            contents=of("contents", "statement"),
            voices=of("voices", "event"),
            parties=of("parties", "event"),
            counts=of("event_quantities", "event"),
        )

    def reading(self, number: int, corrected: bool) -> Reading:
        """Make the reading of one article."""
        row = self.articles[number]
        statements = self.shown_statements(number, corrected)
        events = self.shown_events(number, corrected)
        article = Article(
            row["text"], row["id"], row["lang"], row["published"], row["outlet"], row["url"], row["title"]
        )
        article = with_rest(article, row["rest"])
        listed = sorted((m for m in self.mentions[number] if m["n"] is not None), key=lambda m: m["n"])
        return Reading(
            article,
            ReaderInfo(row["reader"], row["model"]),
            tuple(_time(t) for t in self.times[number]),
            tuple(_quantity(q) for q in self.quantities[number]),
            tuple(_mention(m, corrected) for m in listed),
            *(_without_rejected(statements, events) if corrected else _as_read(statements, events)),
            tuple(with_rest(Note(n["code"], n["message"]), n["rest"]) for n in self.notes[number]),
        )

    def shown_statements(self, number: int, corrected: bool) -> list[ShownStatement]:
        """Give the statements of an article, each as read and as shown."""
        mentions = {m["mention"]: _mention(m, corrected) for m in self.mentions[number]}
        found = []
        for row in self.statements[number]:
            pieces = self.contents[row["statement"]]
            read_pieces = [c for c in pieces if c["n_read"] is not None]
            read = Statement(
                row["id"],
                mentions.get(row["speaker_read"]),
                mentions.get(row["addressee"]),
                _span(row["cue_start"], row["cue_end"], row["cue"]),
                row["act_read"],
                row["form_read"],
                tuple(_piece(c) for c in sorted(read_pieces, key=lambda c: c["n_read"])),
                row["within"],
                confidence=row["confidence"],
            )
            read = with_rest(read, row["rest"])
            shown = replace(
                read,
                speaker=mentions.get(row["speaker"]),
                act=row["act"],
                form=row["form"],
                content=tuple(_piece(c) for c in pieces if c["is_shown"]),
            )
            found.append(ShownStatement(read, shown, row["verdict"], bool(row["is_read"])))
        return found

    def shown_events(self, number: int, corrected: bool) -> list[ShownEvent]:
        """Give the events of an article, each as read and as shown."""
        mentions = {m["mention"]: _mention(m, corrected) for m in self.mentions[number]}
        ids = {s["statement"]: s["id"] for s in self.statements[number]}
        return [self._event(row, mentions, ids) for row in self.events[number]]

    def _event(self, row: sqlite3.Row, mentions: dict[int, Mention], ids: dict[int, str]) -> ShownEvent:
        parties = self.parties[row["event"]]

        def read_parties(role: str) -> tuple[Mention, ...]:
            given = [p for p in parties if p["role"] == role and p["n_read"] is not None]
            return tuple(mentions[p["mention"]] for p in sorted(given, key=lambda p: p["n_read"]))

        def shown_parties(role: str) -> tuple[Mention, ...]:
            return tuple(mentions[p["mention"]] for p in parties if p["role"] == role and p["is_shown"])

        read = Event(
            row["id"],
            Span(row["span_start_read"], row["span_end_read"], row["words_read"]),
            row["type_read"],
            row["status_read"],
            row["mode_read"],
            row["context_read"],
            actors=read_parties("actor"),
            recipients=read_parties("recipient"),
            places=read_parties("place"),
            when=_when_read(row),
            quantities=tuple(q["quantity"] for q in self.counts[row["event"]]),
            according_to=tuple(ids[v["statement"]] for v in self.voices[row["event"]]),
            same_as=row["same_as"],
            confidence=row["confidence"],
            code=row["code"],
        )
        read = with_rest(read, row["rest"])
        shown = replace(
            read,
            trigger=Span(row["span_start"], row["span_end"], row["words"]),
            type=row["type"],
            status=row["status"],
            mode=row["mode"],
            context=row["context"],
            actors=shown_parties("actor"),
            recipients=shown_parties("recipient"),
            places=shown_parties("place"),
            when=_when_shown(row, read.when),
        )
        return ShownEvent(read, shown, row["verdict"], bool(row["is_read"]))


def _as_read(
    statements: list[ShownStatement], events: list[ShownEvent]
) -> tuple[tuple[Statement, ...], tuple[Event, ...]]:
    return tuple(s.read for s in statements if s.is_read), tuple(e.read for e in events if e.is_read)


def _without_rejected(
    statements: list[ShownStatement], events: list[ShownEvent]
) -> tuple[tuple[Statement, ...], tuple[Event, ...]]:
    """Leave out what people rejected; what pointed at it points past it."""
    outer = {s.read.id: s.shown.within for s in statements if s.verdict == "rejected"}
    same = {e.read.id: None for e in events if e.verdict == "rejected"}

    def past(within: str | None) -> str | None:
        while within in outer:
            within = outer[within]
        return within

    kept = tuple(replace(s.shown, within=past(s.shown.within)) for s in statements if s.verdict != "rejected")
    told = {s.id for s in kept}
    shown = (e.shown for e in events if e.verdict != "rejected")
    return kept, tuple(
        replace(
            e,
            according_to=tuple(i for i in e.according_to if i in told),
            same_as=None if e.same_as in same else e.same_as,
        )
        for e in shown
    )


def _span(start: int | None, end: int | None, words: str | None) -> Span | None:
    return None if start is None or end is None or words is None else Span(start, end, words)


def _piece(row: sqlite3.Row) -> Span:
    return Span(row["span_start"], row["span_end"], row["words"])


def _mention(row: sqlite3.Row, corrected: bool) -> Mention:
    name, country, entity = ("name", "country", "entity") if corrected else ("name_read", "country_read", "entity_read")
    span = Span(row["span_start"], row["span_end"], row["words"])
    mention = Mention(span, row["kind"], row["form"], row[name], row[country], row[entity], row["via"])
    mention = with_rest(mention, row["rest"])
    return replace(mention, place=None) if corrected and row["is_renamed"] else mention


def _time(row: sqlite3.Row) -> Time:
    span = Span(row["span_start"], row["span_end"], row["words"])
    time = Time(
        span,
        row["type"],
        row["value"],
        row["mod"],
        row["edtf"],
        row["begin_day"],
        row["end_day"],
        row["anchor"],
        row["direction"],
        bool(row["ambiguous"]),
        row["rule"],
    )
    return with_rest(time, row["rest"])


def _quantity(row: sqlite3.Row) -> Quantity:
    span = Span(row["span_start"], row["span_end"], row["words"])
    return with_rest(Quantity(span, row["low"], row["high"], row["unit"], row["kind"]), row["rest"])


def _when_read(row: sqlite3.Row) -> When | None:
    if not row["has_when"]:
        return None
    span = _span(row["when_start"], row["when_end"], row["when_words"])
    when = When(span, row["begin_day_read"], row["end_day_read"], row["edtf"], row["when_rule"])
    return with_rest(when, row["when_rest"])


def _when_shown(row: sqlite3.Row, read: When | None) -> When | None:
    begin, end = row["begin_day"], row["end_day"]
    if (begin, end) == (row["begin_day_read"], row["end_day_read"]):
        return read
    return When(read.span if read else None, begin, end) if begin or end else None
