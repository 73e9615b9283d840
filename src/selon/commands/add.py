"""`selon add`: read files into a corpus."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from selon.commands.corpora import CorpusFile, opened

if TYPE_CHECKING:
    from rich.progress import Progress

Jobs = Annotated[int, typer.Option("--jobs", min=1, help="Worker processes that read.")]
NOT_READ, NONE_READ = 1, 3


def add(
    corpus: CorpusFile,
    paths: Annotated[list[Path], typer.Argument(metavar="PATHS", help="Files, and folders with all they hold.")],
    jobs: Jobs = 1,
    published: Annotated[
        str | None, typer.Option(help="Publication date (YYYY-MM-DD) of articles that have none.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of articles that have none.")] = None,
) -> None:
    """Read files into a corpus, made when it is not there.

    What the corpus has is not read again, so a run that was stopped is started anew with the same words. A copy of a
    text is kept with its own outlet and address. Exit status: 0 all read, 1 something failed (see selon status), 3
    nothing could be read, 2 wrong use.
    """
    from selon.corpus.adding import Adding
    from selon.corpus.pool import default_reader
    from selon.sources.dates import parse_date

    if published is not None and parse_date(published) is None:
        raise typer.BadParameter(f"{published!r} is no date; write YYYY-MM-DD", param_hint="--published")
    with opened(corpus, create=True) as store, Pace(paths) as pace:
        run = Adding(store, published, outlet, pace.tell)
        run.run(paths, default_reader, jobs)
    counts = ", ".join(f"{n} {outcome}" for outcome, n in sorted(run.counts.items())) or "nothing new"
    before = f"; {run.unchanged} files done before" if run.unchanged else ""
    typer.echo(f"{counts}{before}")
    failed = run.counts["failed"]
    if failed:
        typer.echo(f"selon: why they failed: selon status {corpus}", err=True)
        raise typer.Exit(NONE_READ if failed == sum(run.counts.values()) and not run.unchanged else NOT_READ)


class Pace:
    """Shows on a terminal how fast articles come and how long the rest will take; elsewhere nothing."""

    def __init__(self, paths: list[Path]) -> None:
        self._paths = paths
        self._bar: Progress | None = None
        self._seen = 0

    def __enter__(self) -> Pace:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            rate = TextColumn("{task.fields[rate]}")
            columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=120)
            self._bar.start()
            self._task = self._bar.add_task("reading", total=expected(self._paths), rate="")
        return self

    def tell(self, outcome: str, place: str) -> None:
        """Count one thing found."""
        if self._bar is None:
            return
        self._seen += 1
        task = self._bar.tasks[0]
        total = max(task.total or 0, self._seen)
        speed = f"{task.speed:.1f} a second" if task.speed else ""
        self._bar.update(self._task, advance=1, total=total, rate=speed)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()


def expected(paths: list[Path]) -> int:
    """Guess how many articles files hold: the lines of JSON Lines, one for each other file."""
    from selon.corpus.adding import expand

    return sum(_articles(path) for path, hidden in expand(paths) if not hidden)


def _articles(path: Path) -> int:
    try:
        with path.open("rb") as file:
            head = file.read(1)
            if head != b"{":
                return 1
            return max(1, sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")))
    except OSError:
        return 1
