"""Events or statements as CSV, formulas disarmed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from selon.exports.rows import TABLES, rows
from selon.records import Reading

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BETWEEN = " | "


def to_csv(readings: Iterable[Reading], table: str = "events") -> Iterator[str]:
    """Write a table, "events" or "statements", line by line: a header, then one record a line, quoted as RFC 4180 says.

    Several values in a cell stand between " | ", an unknown one among them as nothing. A cell that a spreadsheet would
    run as a formula begins with an apostrophe (OWASP, CSV Injection); read it back with `armed`.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(TABLES[table]))
    writer.writeheader()
    yield _taken(out)
    for row in rows(readings, table):
        writer.writerow({column: disarmed(_cell(value)) for column, value in row.items()})
        yield _taken(out)


def disarmed(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would run, and before one that begins with an apostrophe."""
    return f"'{cell}" if cell.startswith((*FORMULA, "'")) else cell


def armed(cell: str) -> str:
    """Undo `disarmed`."""
    return cell.removeprefix("'")


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return BETWEEN.join(_cell(item) for item in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).encode("utf-8", "replace").decode()


def _taken(out: io.StringIO) -> str:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text
