"""Results on standard output: a table on a terminal, JSON Lines in a pipe, CSV or Parquet when asked."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.text import Text

    from selon.corpus.results import Result

SHOWN = 50
"""Rows of a table on a terminal, where no limit is given."""

WHOLE = 12
"""Characters up to which the cells of a column are never cut: days, codes, ids."""

WIDEST = 160
"""Characters of a cell."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")


class ResultFormat(StrEnum):
    """What a result is written as."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


To = Annotated[
    ResultFormat | None,
    typer.Option("--to", help="table (default on a terminal), jsonl (default in a pipe), csv or parquet."),
]


def chosen_format(to: ResultFormat | None) -> ResultFormat:
    """Give the format asked for, else a table on a terminal and JSON Lines in a pipe."""
    return to or (ResultFormat.table if sys.stdout.isatty() else ResultFormat.jsonl)


def chosen_limit(to: ResultFormat, limit: int | None) -> int | None:
    """Give the limit asked for, else that of a table."""
    return SHOWN if limit is None and to is ResultFormat.table else limit


def write_result(result: Result, to: ResultFormat, columns: dict[str, str]) -> None:
    """Write a result; a table shows the columns given, by name with their heading."""
    if to is ResultFormat.table:
        print_table(list(columns.values()), [[row[name] for name in columns] for row in result])
        if result.more:
            typer.echo(f"selon: the first {len(result)}; more with --limit", err=True)
    elif to is ResultFormat.parquet:
        _write_parquet(result)
    else:
        text = result.to_csv() if to is ResultFormat.csv else result.to_jsonl()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()


def print_table(headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print a table on standard output."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, markup=False)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    cells = [[cell(value) for value in row] for row in rows]
    for n, heading in enumerate(headings):
        widest = max((len(row[n]) for row in cells), default=0)
        whole = widest <= WHOLE
        table.add_column(heading, no_wrap=whole, min_width=widest if whole else None)
    for row in cells:
        table.add_row(*row)
    console.print(table)


def cell(value: Any) -> Text:
    """Give a value as one line of a table, without control characters."""
    from rich.text import Text

    line = _CONTROL.sub(" ", "" if value is None else str(value)).strip()
    return Text(
        line if len(line) <= WIDEST else line[: WIDEST - 1] + "…", justify="right" if isinstance(value, int) else None
    )


def _write_parquet(result: Result) -> None:
    import io

    if sys.stdout.isatty():
        raise typer.BadParameter("Parquet is no text; send it to a file with >", param_hint="--to")
    out = io.BytesIO()
    result.to_parquet(out)
    sys.stdout.buffer.write(out.getvalue())
