"""`selon export`: readings as tables, event data, timelines, entities and annotations."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from selon.exports.chosen import Choice
    from selon.records import Reading


class Target(StrEnum):
    """What readings are exported as."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    gdelt = "gdelt"
    polecat = "polecat"
    timeline = "timeline"
    ftm = "ftm"
    web_annotation = "web-annotation"
    gold = "gold"


class Table(StrEnum):
    """Which records a table holds."""

    events = "events"
    statements = "statements"


REASONS = {"status": "not told as done (--all-status)", "voice": "told by somebody (--all-voices)", "date": "no date"}


def export(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILES or -]", help="Reports, readings as JSON Lines, a corpus; -: standard input."),
    ] = None,
    to: Annotated[Target, typer.Option("--to", help="The format.")] = Target.csv,
    out: Annotated[
        Path | None, typer.Option("--out", help="File to write (gold: folder), else standard output.")
    ] = None,
    table: Annotated[Table, typer.Option("--table", help="csv, parquet: which records.")] = Table.events,
    all_status: Annotated[
        bool, typer.Option("--all-status", help="Also acts that are planned, demanded, alleged, denied …, marked.")
    ] = False,
    all_voices: Annotated[
        bool, typer.Option("--all-voices", help="gdelt, polecat: also acts that somebody else tells, marked.")
    ] = False,
    published: Annotated[
        str | None, typer.Option(help="Publication date (YYYY-MM-DD) of articles that have none.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of articles that have none.")] = None,
) -> None:
    """Write readings in the format of another tool.

    What a format cannot hold is in docs/exports.md; events left out for that are counted on standard error.
    """
    from selon.cli import Run, complain
    from selon.commands.inputs import readings_of
    from selon.errors import SelonError
    from selon.exports.chosen import Choice

    needs_out = to in (Target.parquet, Target.gold)
    if needs_out and out is None:
        raise typer.BadParameter(f"--to {to.value} needs --out", param_hint="--out")
    run = Run(published, outlet)
    choice = Choice(all_status, all_voices or to not in (Target.gdelt, Target.polecat))
    readings = readings_of(files or ["-"], run)
    try:
        _write(to, out, table.value, readings, choice)
    except (OSError, SelonError) as error:
        complain(str(error))
        raise typer.Exit(1) from error
    for reason, count in sorted(choice.left_out.items()):
        complain(f"{count} event{'s' * (count != 1)} left out: {REASONS[reason]}")
    raise typer.Exit(run.status())


def _write(to: Target, out: Path | None, table: str, readings: Iterator[Reading], choice: Choice) -> None:
    if to is Target.parquet:
        from selon.exports.parquet import write_parquet

        write_parquet(readings, str(out), table)
    elif to is Target.gold:
        from selon.exports.gold import write_gold

        write_gold(readings, Path(str(out)))
    else:
        with _writer(out) as write:
            for text in _texts(to, table, readings, choice):
                write(text)


def _texts(to: Target, table: str, readings: Iterator[Reading], choice: Choice) -> Iterable[str]:
    """Give the pieces of a text export, line ends and all."""
    if to is Target.jsonl:
        from selon.exports.json import to_jsonl

        return _lined(to_jsonl(readings))
    if to is Target.csv:
        from selon.exports.csv import to_csv

        return to_csv(readings, table)
    if to is Target.gdelt:
        from selon.exports.gdelt import to_gdelt

        return _lined(to_gdelt(readings, choice))
    if to is Target.polecat:
        from selon.exports.polecat import to_polecat

        return _lined(to_polecat(readings, choice))
    return _json_texts(to, readings, choice)


def _json_texts(to: Target, readings: Iterator[Reading], choice: Choice) -> Iterable[str]:
    if to is Target.ftm:
        from selon.exports.ftm import to_ftm

        return _lined(_json(entity) for entity in to_ftm(readings, choice))
    if to is Target.timeline:
        from selon.exports.timeline import to_timeline

        return _lined([_json(to_timeline(readings, choice))])
    from selon.exports.web_annotation import to_web_annotations

    return _lined([_json(to_web_annotations(readings))])


def _json(data: Any, indent: int | None = None) -> str:
    from selon.exports.json import dump

    return dump(data, indent)


def _lined(lines: Iterable[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)


@contextmanager
def _writer(out: Path | None) -> Iterator[Callable[[str], object]]:
    """Write to a file, which has its name only once it is whole, or to standard output."""
    if out is None:
        yield lambda text: sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    part = out.with_name(f"{out.name}.part")
    with part.open("w", encoding="utf-8", errors="replace", newline="") as file:
        yield file.write
    part.replace(out)
