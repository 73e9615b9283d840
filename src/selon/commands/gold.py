"""`selon gold`: corrected readings as annotated articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from selon.commands.corpora import CorpusFile, opened
from selon.commands.filtering import filtered

if TYPE_CHECKING:
    from selon.corpus.filters import Filters


@filtered
def gold(
    corpus: CorpusFile,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write one JSON file an article.")],
    filters: Filters,
    corrected: Annotated[bool, typer.Option("--corrected", help="Only articles that people corrected.")] = False,
) -> None:
    """Write articles with their records, as corrected, in the annotation format."""
    from selon.exports.gold import write_gold

    with opened(corpus, read_only=True) as store:
        numbers = [row["article"] for row in store.articles(filters)]
        if corrected:
            query = "SELECT article FROM articles WHERE hash IN (SELECT hash FROM corrections)"
            touched = {number for (number,) in store.db.execute(query)}
            numbers = [number for number in numbers if number in touched]
        written = write_gold(store.readings(sorted(numbers)), folder)
    typer.echo(f"selon: {written} articles in {folder}", err=True)
