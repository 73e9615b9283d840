"""`selon reread`: read a corpus again after an upgrade."""

from __future__ import annotations

from typing import Annotated

import typer

from selon.commands.add import Jobs
from selon.commands.corpora import CorpusFile, opened
from selon.commands.results import print_table


def reread(
    corpus: CorpusFile,
    jobs: Jobs = 1,
    all_articles: Annotated[bool, typer.Option("--all", help="Also what this very version has read.")] = False,
) -> None:
    """Read again the articles that another version of selon read.

    Corrections hold; those that the new reading does not agree with are listed. Exit status: 0, or 1 when some could
    not be read and keep their old reading.
    """
    with opened(corpus) as store:
        counts = store.reread(jobs=jobs, all_articles=all_articles)
        typer.echo(f"selon: {counts.get('reread', 0)} read again, {counts.get('conflicts', 0)} conflicts", err=True)
        conflicts = store.conflicts()
    if len(conflicts):
        shown = ("correction", "article", "record", "field", "problem", "before", "after", "now")
        print_table(shown, [[row[name] for name in shown] for row in conflicts])
    if counts.get("failed"):
        typer.echo(f"selon: {counts['failed']} could not be read and keep their old reading", err=True)
        raise typer.Exit(1)
