"""A reading as lines a person reads in a terminal: plain structured lines, and a thin coloured rendering of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from selon.exports.dates import interval_phrase, time_phrase
from selon.exports.order import events_in_order, labels, nesting, statements_in_order
from selon.exports.unresolved import Place, unresolved
from selon.exports.vocabulary import wording
from selon.exports.wording import Piece, actor_label, clean, event_pieces, quantity_phrase, speaker_label, title_of
from selon.records import Event, Quantity, Reading, Statement, Time

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.text import Text

LineKind = Literal["title", "head", "event", "statement", "time", "quantity", "note", "unresolved", "nothing", "blank"]
CONTENT_LENGTH = 220
STYLES = {
    "title": "bold",
    "head": "bold",
    "who": "bold",
    "words": "italic",
    "cue": "italic",
    "label": "dim",
    "voice": "dim",
    "meta": "dim",
    "missing": "bold yellow",
    "actual": "bold green",
    "planned": "bold blue",
    "possible": "bold cyan",
    "alleged": "bold yellow",
    "demanded": "bold magenta",
    "negated": "bold red",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an account: what it tells, its pieces, how deep it stands, the sign before it."""

    kind: LineKind
    pieces: tuple[Piece, ...] = ()
    depth: int = 0
    mark: str = ""
    mark_role: str = "label"

    @property
    def text(self) -> str:
        """The words of the line, without its indent and sign."""
        return "".join(piece.text for piece in self.pieces)

    def __str__(self) -> str:
        return f"{'  ' * self.depth}{self.mark and self.mark + ' '}{self.text}"


@dataclass(frozen=True, slots=True)
class Account:
    """An account to print: plain text by `str`, wrapped and coloured by Rich."""

    lines: tuple[Line, ...]

    def __str__(self) -> str:
        return "\n".join(str(line) for line in self.lines)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        for line in self.lines:
            yield from _rendered(line, console, options.max_width)


def account(reading: Reading) -> Account:
    """Tell a reading to a person: print it with Rich, or take its `str`."""
    return Account(tuple(account_lines(reading)))


def account_lines(reading: Reading) -> list[Line]:
    """Tell a reading as plain lines: title, events, statements, times, quantities, notes, what was not resolved."""
    named = labels(reading)
    groups = [
        ("Events", [_event_line(e, reading) for e in events_in_order(reading)]),
        ("Statements", _statement_lines(reading, named)),
        ("Times", [_time_line(t) for t in sorted(reading.times, key=lambda t: t.span.start)]),
        ("Quantities", [_quantity_line(q) for q in sorted(reading.quantities, key=lambda q: q.span.start)]),
        ("Not resolved", _unresolved_lines(reading)),
        ("Notes", [Line("note", (Piece(clean(note.message)),), 1, "–") for note in reading.notes]),
    ]
    lines = [*_head(reading)]
    for title, group in groups:
        if group:
            lines += [Line("blank"), _heading(title, group), *group]
    if not reading.events and not reading.statements:
        lines += [Line("blank"), Line("nothing", (Piece("Nothing found: no event and no statement.", "missing"),))]
    return lines


def _head(reading: Reading) -> Iterator[Line]:
    article = reading.article
    yield Line("title", (Piece(title_of(reading), "title"),))
    published = interval_phrase(article.published, article.published) or "no date of publication"
    facts = [article.outlet or "no outlet", published, article.lang or "no language", article.url or ""]
    yield Line("title", (Piece(" · ".join(clean(fact) for fact in facts if fact), "meta"),))


def _heading(title: str, group: Sequence[Line]) -> Line:
    count = "" if title in ("Notes", "Not resolved") else f" ({len(group)})"
    return Line("head", (Piece(f"{title}{count}", "head"),))


def _event_line(event: Event, reading: Reading) -> Line:
    mark = wording("status", event.status).mark
    return Line("event", tuple(event_pieces(event, reading)), 1, mark, event.status)


def _statement_lines(reading: Reading, named: dict[str, str]) -> list[Line]:
    depths = nesting(reading)
    return [_statement_line(s, named[s.id], depths[s.id]) for s in statements_in_order(reading)]


def _statement_line(statement: Statement, label: str, depth: int) -> Line:
    pieces = [Piece(speaker_label(statement), "who" if statement.speaker else "missing")]
    if statement.addressee:
        pieces += [Piece(" → "), Piece(actor_label(statement.addressee), "who")]
    if statement.cue:
        pieces.append(Piece(f" « {clean(statement.cue.text)} »", "cue"))
    content = clean(" … ".join(span.text for span in statement.content), CONTENT_LENGTH)
    pieces += [Piece(f" {statement.act}/{statement.form}", "act"), Piece(f": {content}" if content else "", "content")]
    return Line("statement", tuple(pieces), 1 + depth, label)


def _time_line(time: Time) -> Line:
    value = time_phrase(time) or (f"{clean(time.value)}, no date" if time.value else "")
    said = Piece(value, "when") if value else Piece("no value", "missing")
    doubt = [Piece(", ambiguous", "missing")] if time.ambiguous else []
    return Line("time", (Piece(clean(time.span.text), "words"), Piece(": "), said, *doubt), 1, "–")


def _quantity_line(quantity: Quantity) -> Line:
    said = f"{quantity_phrase(quantity)} ({quantity.kind})"
    return Line("quantity", (Piece(clean(quantity.span.text), "words"), Piece(": "), Piece(said, "quantity")), 1, "–")


def _unresolved_lines(reading: Reading) -> list[Line]:
    return [
        Line("unresolved", (Piece(f"{gap.what}: "), Piece(", ".join(map(_place, gap.where)), "words")), 1, "–")
        for gap in unresolved(reading)
    ]


def _place(place: Place) -> str:
    return f"{place.words} ({place.label})" if place.label[0] == "s" else place.words


def _rendered(line: Line, console: Console, width: int) -> Iterator[Text]:
    """Wrap a line to a width, its further rows set in under its first word."""
    from rich.text import Text

    indent = "  " * line.depth
    first = Text(indent)
    if line.mark:
        first.append(f"{line.mark} ", STYLES.get(line.mark_role, ""))
    words = Text()
    for piece in line.pieces:
        words.append(piece.text, STYLES.get(piece.role, ""))
    room = max(20, width - first.cell_len)
    further = Text(" " * first.cell_len)
    for number, row in enumerate(words.wrap(console, room)) if line.pieces else [(0, Text())]:
        row.rstrip()
        yield (further if number else first) + row
