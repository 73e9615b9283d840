"""The article's text as HTML, its records marked: every character of the text is there, in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from selon.exports.escape import escape
from selon.exports.order import events_in_order, labels, statements_in_order
from selon.exports.segments import Segment, segments
from selon.exports.vocabulary import wording
from selon.exports.wording import clean
from selon.records import Event, Mention, Reading, Span, Statement

Role = Literal["content", "cue", "voice", "who", "where", "when", "quantity", "trigger"]
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Layer:
    """One span to mark: the label of its record, the part it plays there, and for a trigger its status and type."""

    span: Span
    label: str
    role: Role
    status: str = ""
    hint: str = ""


def layers(reading: Reading) -> list[Layer]:
    """Give every span that a page marks, shortest first."""
    named = labels(reading)
    found: list[Layer] = []
    for event in events_in_order(reading):
        found += _event_layers(event, named[event.id])
    for statement in statements_in_order(reading):
        found += _statement_layers(statement, named[statement.id])
    found += [Layer(t.span, f"t{n}", "when") for n, t in enumerate(reading.times, 1)]
    found += [Layer(q.span, f"q{n}", "quantity") for n, q in enumerate(reading.quantities, 1)]
    for event in reading.events:
        chosen = [n for n in event.quantities if 0 <= n < len(reading.quantities)]
        found += [Layer(reading.quantities[n].span, named[event.id], "quantity") for n in chosen]
    return sorted(found, key=lambda layer: layer.span.end - layer.span.start)


def _event_layers(event: Event, label: str) -> Iterator[Layer]:
    hint = f"{event.type}, {event.status}"
    yield Layer(event.trigger, label, "trigger", event.status, hint)
    yield from _mention_layers((*event.actors, *event.recipients), label, "who")
    yield from _mention_layers(event.places, label, "where")
    if event.when and event.when.span:
        yield Layer(event.when.span, label, "when")


def _statement_layers(statement: Statement, label: str) -> Iterator[Layer]:
    yield from (Layer(span, label, "content") for span in statement.content)
    if statement.cue:
        yield Layer(statement.cue, label, "cue")
    yield from _mention_layers([m for m in (statement.speaker, statement.addressee) if m], label, "voice")


def _mention_layers(mentions: tuple[Mention, ...] | list[Mention], label: str, role: Role) -> Iterator[Layer]:
    yield from (Layer(mention.span, label, role) for mention in mentions)


def marked_text(reading: Reading, prefix: str) -> str:
    """Write the text as paragraphs of marked segments; ids and links begin with the prefix.

    The character data of the result is the article's text (see `escape` for the three kinds of characters HTML cannot
    hold). A first line that an empty line follows is the headline.
    """
    text, marked = reading.article.text, layers(reading)
    breaks = [place + 1 for place, character in enumerate(text) if character == "\n"]
    cut = segments(len(text), [(layer.span.start, layer.span.end) for layer in marked], breaks)
    writer = _Writer(text, marked, prefix)
    lines: dict[int, list[Segment]] = {start: [] for start in (0, *breaks) if start < len(text)}
    line = 0
    for segment in cut:
        line = segment.start if segment.start in lines else line
        lines[line].append(segment)
    starts = list(lines)
    titled = len(starts) > 1 and text[starts[1] : starts[1] + 1] == "\n" and text[:1].strip() != ""
    return "".join(_line(text, row, writer, titled and start == 0) for start, row in lines.items())


def _line(text: str, row: list[Segment], writer: _Writer, is_title: bool) -> str:
    inner = "".join(writer.segment(segment) for segment in row)
    if is_title:
        return f'<h2 class="selon-title">{inner}</h2>'
    gap = ' class="selon-gap"' if not text[row[0].start : row[-1].end].strip() else ""
    return f"<p{gap}>{inner}</p>"


class _Writer:
    """Writes segments, giving each record's words an id where they first come."""

    def __init__(self, text: str, marked: list[Layer], prefix: str) -> None:
        self.text = text
        self.marked = marked
        self.prefix = prefix
        self.anchored: set[str] = set()

    def segment(self, segment: Segment) -> str:
        words = escape(self.text[segment.start : segment.end])
        over = [self.marked[number] for number in segment.over]
        if not over:
            return words
        names = " ".join(dict.fromkeys(layer.label for layer in over))
        attributes = f'class="{_classes(over)}" data-r="{names}"'
        trigger = next((layer for layer in over if layer.role == "trigger"), None)
        anchors = "".join(f'<span id="{self.prefix}-{label}-w"></span>' for label in self._first_words(over))
        if trigger is None:
            return f"{anchors}<span {attributes}>{words}</span>"
        target = f'href="#{self.prefix}-{trigger.label}" title="{escape(clean(trigger.hint))}" tabindex="-1"'
        sign = "" if trigger.status == "actual" else f' data-mark="{escape(wording("status", trigger.status).mark)}"'
        return f"{anchors}<a {attributes} {target}{sign}>{words}</a>"

    def _first_words(self, over: list[Layer]) -> list[str]:
        """Tell which records have their first words (trigger, cue or content) in this segment."""
        told = [layer.label for layer in over if layer.role in ("trigger", "cue", "content")]
        new = [label for label in dict.fromkeys(told) if label not in self.anchored]
        self.anchored.update(new)
        return new


def _classes(over: list[Layer]) -> str:
    roles = dict.fromkeys(f"selon-{layer.role}" for layer in over if layer.role != "content")
    depth = min(sum(layer.role == "content" for layer in over), DEEPEST)
    status = next((f"selon-{escape(layer.status)}" for layer in over if layer.status), "")
    return " ".join([*roles, *([f"selon-content selon-in{depth}"] if depth else []), *([status] if status else [])])
