"""`selon explain`: what decided each field of an event, by rule and words."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from selon.reading.events.because import Because
    from selon.records import Article, Event


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE or -", help="Report to read; -: standard input.")],
    event: Annotated[str | None, typer.Option(metavar="ID", help="Only the event with this id.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object an event and line.")] = False,
    published: Annotated[
        str | None, typer.Option(help="Publication date (YYYY-MM-DD) of articles that have none.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of articles that have none.")] = None,
) -> None:
    """Print why the events of a report are as they are: a paragraph each, a line for each field.

    A line tells the field, its value, the words it rests on and the rule: the row of the table of triggers for the
    type, what governs the act for the status, the slot of the frame for actors and recipients, the statements for the
    voices. Exit status as for `selon read`; 2 where no event has the id.
    """
    from selon.cli import Run
    from selon.reading.reader import Reader
    from selon.sources.dates import parse_date

    if published is not None and parse_date(published) is None:
        raise typer.BadParameter(f"{published!r} is no date; write YYYY-MM-DD", param_hint="--published")
    run, reader, shown = Run(published, outlet), Reader(), 0
    for article, notes in run.articles([file]):
        reading, why = reader.explain(article, notes)
        run.read += 1
        for one in reading.events:
            if event in (None, one.id):
                _write(_object(article, one, why[one.id]) if as_json else _paragraph(one, why[one.id]))
                shown += 1
    if event is not None and run.read and not shown:
        raise typer.BadParameter(f"no event has the id {event!r}", param_hint="--event")
    raise typer.Exit(run.status())


def _write(text: str) -> None:
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _object(article: Article, event: Event, because: Sequence[Because]) -> str:
    data = {"article": article.id, "event": event.id, "trigger": asdict(event.trigger)}
    return json.dumps({**data, "because": [asdict(b) for b in because]}, ensure_ascii=False)


def _paragraph(event: Event, because: Sequence[Because]) -> str:
    head = f"{event.id}  {event.trigger.text}: {event.type}, {event.status}"
    return "\n".join([head, *_lines(because), ""])


def _lines(because: Sequence[Because]) -> Iterator[str]:
    for reason in because:
        words = " … ".join(" ".join(span.text.split()) for span in reason.words)
        quoted = f" by “{words}”" if words else ""
        yield f"  {reason.field:<10}  {reason.value}{quoted}: {reason.rule}"
