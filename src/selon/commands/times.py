"""`selon times`: the times of texts, as a table or as JSON Lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from selon.records import Article, Time

COLUMNS = ("time", "type", "value", "mod", "edtf", "begin", "end")


class Format(StrEnum):
    """What times are written as."""

    table = "table"
    jsonl = "jsonl"


class Extents(StrEnum):
    """How far the spans of times reach."""

    articles = "articles"
    timeml = "timeml"


def times(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILES or -]", help="Files to read; - or none: standard input.")
    ] = None,
    to: Annotated[
        Format | None, typer.Option("--to", help="table (default on a terminal) or jsonl (default in a pipe).")
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Publication date (YYYY-MM-DD) of texts that have none.")
    ] = None,
    lang: Annotated[str | None, typer.Option(help="Language (fr, en); by default that of each text.")] = None,
    style: Annotated[
        Extents, typer.Option(help="Spans as in plain reports (articles) or by TimeML's guidelines (timeml).")
    ] = Extents.articles,
) -> None:
    """Print the times of texts: dates, times of day, durations and sets, with the days they are.

    No parser is loaded. Exit status as for `selon read`.
    """
    from selon.cli import Run, complain
    from selon.reading.times import find_times, time_languages
    from selon.sources.dates import parse_date

    known = time_languages()
    if published is not None and parse_date(published) is None:
        raise typer.BadParameter(f"{published!r} is no date; write YYYY-MM-DD", param_hint="--published")
    if lang is not None and lang not in known:
        raise typer.BadParameter(f"{lang!r} is none of {', '.join(known)}", param_hint="--lang")
    run = Run(published, None)
    form = to or (Format.table if sys.stdout.isatty() else Format.jsonl)
    for article, _ in run.articles(files or ["-"]):
        run.read += 1
        chosen = lang or article.lang or "fr"
        if chosen in known:
            _write(article, find_times(article.text, article.published, chosen, style=style.value), form)
        else:
            complain(f"{run.where[article.id]}: in {chosen}; times are read in {', '.join(known)}: choose with --lang")
    raise typer.Exit(run.status())


def _write(article: Article, found: tuple[Time, ...], form: Format) -> None:
    lines = _table(found) if form is Format.table else _records(article, found)
    for line in lines:
        sys.stdout.buffer.write(f"{line}\n".encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _records(article: Article, found: tuple[Time, ...]) -> Iterator[str]:
    for time in found:
        yield json.dumps({"article": article.id, **asdict(time)}, ensure_ascii=False)


def _table(found: tuple[Time, ...]) -> Iterator[str]:
    """Write the times under their columns, each as wide as its widest cell."""
    rows = [COLUMNS, *(_cells(time) for time in found)]
    widths = [max(len(row[k]) for row in rows) for k in range(len(COLUMNS))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cells(time: Time) -> tuple[str, ...]:
    words = " ".join(time.span.text.split())
    return words, time.type, *(cell or "" for cell in (time.value, time.mod, time.edtf, time.begin, time.end))
