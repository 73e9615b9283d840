"""`selon stories` and `selon accounts`: articles on the same happenings, and who says what of each."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from selon.cli import Run
    from selon.records import Reading
    from selon.stories import Happening, Story

Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILES or -]", help="A corpus, readings as JSON Lines, or reports; -: standard input."),
]
Smallest = Annotated[int, typer.Option("--at-least", min=1, help="Only stories of at least so many articles.")]
WRONG_USE = 2


class Shown(StrEnum):
    """How stories and accounts are shown."""

    account = "account"
    jsonl = "jsonl"


To = Annotated[Shown | None, typer.Option("--to", help="account (default on a terminal) or jsonl (default in a pipe).")]


def stories(files: Inputs = None, at_least: Smallest = 2, to: To = None) -> None:
    """Group articles into stories: how many articles, outlets and independent origins each has."""
    from selon.cli import Run

    run = Run(None, None)
    listed = [s for s in _stories(files or ["-"], run)[0] if len(s.articles) >= at_least]
    _print(listed, to)
    raise typer.Exit(run.status())


def accounts(
    story: Annotated[str, typer.Argument(metavar="STORY", help="Id of a story, or of an article in it.")],
    files: Inputs = None,
    to: To = None,
) -> None:
    """Say who tells each happening of a story: as done, planned, denied …, with which figures, days and words.

    Nothing is decided between the accounts, and no figure is merged.
    """
    from selon.cli import Run, complain
    from selon.stories import accounts as accounts_of_story

    run = Run(None, None)
    found, readings = _stories(files or ["-"], run)
    chosen = next((s for s in found if s.id == story or story in s.articles), None)
    if chosen is None:
        complain(f"no story or article has the id {story!r}; selon stories lists them")
        raise typer.Exit(WRONG_USE)
    _print(accounts_of_story(chosen, readings), to)
    raise typer.Exit(run.status())


def _stories(files: list[str], run: Run) -> tuple[tuple[Story, ...], list[Reading]]:
    from selon.commands.inputs import readings_of
    from selon.stories import stories as group

    readings = list(readings_of(files, run))
    return group(readings), readings


def _print(records: Iterable[Story | Happening], to: Shown | None) -> None:
    from dataclasses import asdict

    from selon.exports.json import dump
    from selon.exports.stories import happening_text, story_text
    from selon.stories import Story

    shown = to or (Shown.account if sys.stdout.isatty() else Shown.jsonl)
    for record in records:
        if shown is Shown.jsonl:
            line = dump(asdict(record))
        else:
            line = story_text(record) if isinstance(record, Story) else happening_text(record)
        typer.echo(line.encode("utf-8", "replace").decode())
