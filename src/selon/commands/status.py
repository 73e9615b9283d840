"""`selon status`: what a corpus holds, and what became of everything found."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from selon.commands.corpora import CorpusFile, opened
from selon.commands.results import print_table

if TYPE_CHECKING:
    from selon.corpus.status import CorpusStatus

FILES_SHOWN = 40


def status(
    corpus: CorpusFile,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, every file and reason.")] = False,
    all_files: Annotated[bool, typer.Option("--all", help="Every file and every reason.")] = False,
) -> None:
    """Tell what a corpus holds: what was found, what became of it by file, and why some was not read."""
    with opened(corpus, read_only=True) as store:
        found = store.status()
    if as_json or not sys.stdout.isatty():
        data = {**asdict(found), "files": list(found.files), "reasons": list(found.reasons)}
        typer.echo(json.dumps(data, ensure_ascii=False))
        return
    _print(found, None if all_files else FILES_SHOWN)


def _print(found: CorpusStatus, most: int | None) -> None:
    outcomes = " + ".join(f"{n} {outcome}" for outcome, n in found.outcomes.items() if n) or "nothing"
    readers = ", ".join(f"{n} by version {version}" for version, n in found.readers.items())
    typer.echo(f"{found.found} found = {outcomes}")
    typer.echo(f"{found.articles} articles ({readers}), {found.copies} copies")
    typer.echo(f"{found.events} events, {found.statements} statements")
    typer.echo(f"{found.corrections} corrections, {found.conflicts} conflicts")
    typer.echo()
    for result in (found.files, found.reasons):
        if len(result):
            print_table(list(result.columns), [list(row) for row in result.rows[:most]])
            if most is not None and len(result) > most:
                typer.echo(f"… and {len(result) - most} more: --all")
