"""`selon stories` and `selon accounts`: articles on the same happenings, and who says what of each."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from selon.cli import Run
    from selon.corpus import Corpus
    from selon.records import Reading
    from selon.stories import Happening, Story

Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILES or -]", help="A corpus, readings as JSON Lines, or reports; -: standard input."),
]
Smallest = Annotated[int, typer.Option("--at-least", min=1, help="Only stories of at least so many articles.")]
Refresh = Annotated[bool, typer.Option("--refresh", help="Group the articles of a corpus again and keep the stories.")]
WRONG_USE = 2


class Shown(StrEnum):
    """How stories and accounts are shown."""

    account = "account"
    jsonl = "jsonl"


To = Annotated[Shown | None, typer.Option("--to", help="account (default on a terminal) or jsonl (default in a pipe).")]


def stories(files: Inputs = None, at_least: Smallest = 2, to: To = None, refresh: Refresh = False) -> None:
    """Group articles into stories: how many articles, outlets and independent origins each has."""
    from selon.cli import Run
    from selon.commands.inputs import is_corpus

    given = files or ["-"]
    if len(given) == 1 and is_corpus(given[0]):
        if refresh:
            _refresh(Path(given[0]))
        if _list_kept(Path(given[0]), at_least, to):
            return
    elif refresh:
        raise typer.BadParameter("give one corpus: only there stories are kept", param_hint="--refresh")
    run = Run(None, None)
    _print((s for s in _stories(given, run)[0] if len(s.articles) >= at_least), to)
    raise typer.Exit(run.status())


def _refresh(corpus: Path) -> None:
    from selon.commands.corpora import opened
    from selon.corpus.stories import keep_stories

    with opened(corpus) as store:
        typer.echo(f"selon: {keep_stories(store)} stories kept in {corpus}", err=True)


def _list_kept(corpus: Path, at_least: int, to: Shown | None) -> bool:
    """Print the stories kept in a corpus, if any are."""
    from selon.commands.corpora import opened
    from selon.corpus.stories import kept_stories

    with opened(corpus, read_only=True) as store:
        if not _tells_kept(store):
            return False
        _print(kept_stories(store.db, at_least), to)
    return True


def _tells_kept(store: Corpus) -> bool:
    """Tell whether stories are kept, and say so where the corpus changed since."""
    from selon.cli import complain
    from selon.corpus.stories import stories_state

    state = stories_state(store.db)
    if state == "old":
        complain("the corpus changed since its stories were grouped; selon stories --refresh groups them again")
    return state != "none"


def accounts(
    story: Annotated[str, typer.Argument(metavar="STORY", help="Id of a story, or of an article in it.")],
    files: Inputs = None,
    to: To = None,
) -> None:
    """Say who tells each happening of a story: as done, planned, denied …, with which figures, days and words.

    Nothing is decided between the accounts, and no figure is merged.
    """
    from selon.cli import Run, complain
    from selon.commands.inputs import is_corpus
    from selon.stories import accounts as accounts_of_story

    given = files or ["-"]
    if len(given) == 1 and is_corpus(given[0]) and (kept := _kept_accounts(Path(given[0]), story)) is not None:
        _print(kept, to)
        return
    run = Run(None, None)
    found, readings = _stories(given, run)
    chosen = next((s for s in found if s.id == story or story in s.articles), None)
    if chosen is None:
        complain(f"no story or article has the id {story!r}; selon stories lists them")
        raise typer.Exit(WRONG_USE)
    _print(accounts_of_story(chosen, readings), to)
    raise typer.Exit(run.status())


def _kept_accounts(corpus: Path, id_: str) -> Sequence[Happening] | None:
    """Give the accounts of a story kept in a corpus; None when none of that id is."""
    from selon.commands.corpora import opened
    from selon.corpus.stories import kept_story, readings_of_story
    from selon.stories import accounts as accounts_of_story

    with opened(corpus, read_only=True) as store:
        found = kept_story(store.db, id_) if _tells_kept(store) else None
        return accounts_of_story(found, list(readings_of_story(store, found))) if found else None


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
