"""What the commands on a corpus share: opening it, and telling what went wrong in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from selon.corpus import Corpus

CorpusFile = Annotated[Path, typer.Argument(metavar="CORPUS", help="The corpus, one file.")]
Limit = Annotated[int | None, typer.Option("--limit", min=0, help="At most so many; 50 on a terminal, else all.")]
WRONG_USE = 2


@contextmanager
def errors_told() -> Iterator[None]:
    """Tell an error selon can explain in one line on stderr, and end with status 2."""
    from selon.cli import complain
    from selon.errors import SelonError

    try:
        yield
    except SelonError as error:
        complain(str(error))
        raise typer.Exit(WRONG_USE) from None


@contextmanager
def opened(path: Path, *, create: bool = False, read_only: bool = False) -> Iterator[Corpus]:
    """Open a corpus for a command."""
    from selon.corpus import open_corpus

    with errors_told(), open_corpus(path, create=create, read_only=read_only) as corpus:
        yield corpus
