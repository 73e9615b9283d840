"""The command line: one thin command a verb; data on stdout, everything else on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from selon._version import __version__
from selon.commands.add import add
from selon.commands.correct import correct
from selon.commands.events import events
from selon.commands.explain import explain
from selon.commands.export import export
from selon.commands.gold import gold
from selon.commands.reread import reread
from selon.commands.search import search
from selon.commands.serve import demo, serve
from selon.commands.statements import statements
from selon.commands.status import status
from selon.commands.stories import accounts, stories
from selon.commands.timeline import timeline
from selon.commands.times import times
from selon.commands.where import where
from selon.commands.who import who

if TYPE_CHECKING:
    from rich.progress import Progress

    from selon.records import Article, Note, Reading
    from selon.sources import Found

ALL_READ, SOME_FAILED, NONE_READ = 0, 1, 3
UNREAD = frozenset(["language", "empty"])

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Read news reports: who did what to whom, when and where, and according to whom.",
)


class Format(StrEnum):
    """What a reading is written as."""

    account = "account"
    jsonl = "jsonl"
    json = "json"
    html = "html"


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"selon {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read news reports: who did what to whom, when and where, and according to whom."""


@app.command()
def read(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILES or -]", help="Files to read; - or none: standard input.")
    ] = None,
    to: Annotated[
        Format | None,
        typer.Option("--to", help="account (default on a terminal), jsonl (default in a pipe), json or html."),
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Publication date (YYYY-MM-DD) of articles that have none.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of articles that have none.")] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="ROLE=NAME", help="Which column of a table is what: text=contenu, published=jour …"),
    ] = None,
) -> None:
    """Read reports and print what they tell, and according to whom.

    Takes text, saved pages, exports of Europresse, Factiva and Nexis, tables (CSV), JSON Lines, feeds, mail, PDF, DOCX,
    WARC, ZIP, and folders of them; the content decides, not the name. Exit status: 0 all read, 1 some inputs failed,
    3 none could be read, 2 wrong use.
    """
    from selon.sources.dates import parse_date

    if published is not None and parse_date(published) is None:
        raise typer.BadParameter(f"{published!r} is no date; write YYYY-MM-DD", param_hint="--published")
    chosen = to or (Format.account if sys.stdout.isatty() else Format.jsonl)
    run = Run(published, outlet, _columns(column or []))
    write(chosen, run.readings(files or ["-"]))
    raise typer.Exit(run.status())


app.command("times")(times)
app.command("serve")(serve)
app.command("demo")(demo)


def _columns(told: list[str]) -> dict[str, str]:
    from selon.sources.columns import ROLES

    columns = {}
    for words in told:
        role, _, name = words.partition("=")
        if role not in ROLES or not name.strip():
            wanted = f"{words!r} is not ROLE=NAME; the roles are {', '.join(ROLES)}"
            raise typer.BadParameter(wanted, param_hint="--column")
        columns[role] = name.strip()
    return columns


class Run:
    """One run over inputs: counts what was read and what failed, tells each failure once on stderr."""

    def __init__(self, published: str | None, outlet: str | None, columns: dict[str, str] | None = None) -> None:
        self.published = published
        self.outlet = outlet
        self.columns = columns or {}
        self.where: dict[str, str] = {}
        self.read = 0
        self.failed = 0

    def status(self) -> int:
        """Give the exit status of the run."""
        if self.failed:
            return SOME_FAILED if self.read else NONE_READ
        return ALL_READ

    def readings(self, files: list[str]) -> Iterator[Reading]:
        """Read the articles of the inputs, in order."""
        from selon.reading.reader import Reader

        with Advance(len(files)) as advance:
            for reading in Reader().pipe_with_notes(self._articles(files, advance)):
                self.read += 1
                for note in reading.notes:
                    if note.code in UNREAD:
                        complain(f"{self.where.get(reading.article.id, reading.article.id)}: {note.message}")
                yield reading

    def articles(self, files: list[str]) -> Iterator[tuple[Article, tuple[Note, ...]]]:
        """Give the articles of the inputs with what there is to note, in order."""
        with Advance(len(files)) as advance:
            yield from self._articles(files, advance)

    def _articles(self, files: list[str], advance: Advance) -> Iterator[tuple[Article, tuple[Note, ...]]]:
        for name in files:
            for found in _found(name, self.columns):
                if found.article is None:
                    self.failed += not found.skipped
                    complain(found.failed or f"{found.where}: no article found")
                for note in found.notes:
                    if note.code != "no-date" or not self.published:
                        complain(f"{found.where}: {note.message}")
                if found.article is None:
                    continue
                self.where[found.article.id] = found.where
                yield self._completed(found.article, found.notes)
            advance()

    def _completed(self, article: Article, notes: tuple[Note, ...]) -> tuple[Article, tuple[Note, ...]]:
        if self.published and not article.published:
            article = replace(article, published=self.published)
            notes = tuple(n for n in notes if n.code != "no-date")
        if self.outlet and not article.outlet:
            article = replace(article, outlet=self.outlet)
        return article, notes


def _found(name: str, columns: dict[str, str]) -> Iterator[Found]:
    from selon.sources import read_file, read_path

    if name == "-":
        yield from read_file(sys.stdin.buffer, "standard input", columns=columns)
    else:
        yield from read_path(Path(name), columns=columns)


def complain(line: str) -> None:
    """Print one line on stderr."""
    typer.echo(f"selon: {line}".encode("utf-8", "replace").decode(), err=True)


class Advance:
    """Steps a progress bar, or nothing."""

    def __init__(self, total: int) -> None:
        self.total = total
        self._bar: Progress | None = None

    def __enter__(self) -> Advance:
        if self.total > 1 and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("reading", total=self.total)
        return self

    def __call__(self) -> None:
        """Tell that one input is done."""
        if self._bar is not None:
            self._bar.advance(self._task)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()


def write(to: Format, readings: Iterator[Reading]) -> None:
    """Write readings on stdout in a format."""
    from selon.exports.json import to_json, to_jsonl

    if to is Format.jsonl:
        for line in to_jsonl(readings):
            _out(line + "\n")
    elif to is Format.json:
        _out("[")
        for number, reading in enumerate(readings):
            _out((",\n" if number else "\n") + to_json(reading))
        _out("\n]\n")
    elif to is Format.html:
        from selon.exports.html import reading_page

        _out(reading_page(list(readings)))
    else:
        _accounts(readings)


def _accounts(readings: Iterator[Reading]) -> None:
    from rich.console import Console

    from selon.exports.account import account

    console = Console(highlight=False)
    for reading in readings:
        console.print(account(reading))


def _out(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


app.command("where")(where)
app.command("explain")(explain)
app.command("export")(export)
app.command("stories")(stories)
app.command("accounts")(accounts)
app.command("add")(add)
app.command("status")(status)
app.command("reread")(reread)
app.command("search")(search)
app.command("events")(events)
app.command("statements")(statements)
app.command("timeline")(timeline)
app.add_typer(correct, name="correct")
app.command("gold")(gold)
app.command("who")(who)


def main() -> None:
    """Run the command line; a closed pipe ends it quietly."""
    try:
        app()
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(ALL_READ) from None
    except KeyboardInterrupt:
        complain("stopped")
        raise SystemExit(130) from None
