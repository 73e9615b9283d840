"""Results: rows with named columns that pandas, polars and DuckDB take as they are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, overload

from selon.errors import CorpusError

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet take a cell for a formula."""


@dataclass(frozen=True, slots=True)
class Result:
    """The rows a question found; `columns` gives the type of each column by its name (str, int or float).

    It can be gone through and indexed as dictionaries, and gives Arrow to whoever asks (`polars.DataFrame(result)`,
    `duckdb.sql(…)`, `result.to_arrow()`; needs pyarrow); `pandas.DataFrame(result)` works without. `more` tells that a
    limit left out further rows.
    """

    columns: Mapping[str, type]
    rows: tuple[tuple[Any, ...], ...]
    more: bool = False

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> list[dict[str, Any]]: ...
    def __getitem__(self, index: int | slice) -> dict[str, Any] | list[dict[str, Any]]:
        if isinstance(index, slice):
            return [dict(zip(self.columns, row, strict=True)) for row in self.rows[index]]
        return dict(zip(self.columns, self.rows[index], strict=True))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def to_arrow(self) -> Any:
        """Give a pyarrow Table; CorpusError when pyarrow is not there."""
        pa = _pyarrow()
        types = {str: pa.string(), int: pa.int64(), float: pa.float64()}
        schema = pa.schema([(name, types[kind]) for name, kind in self.columns.items()])
        arrays = [pa.array([row[n] for row in self.rows], type=field.type) for n, field in enumerate(schema)]
        return pa.Table.from_arrays(arrays, schema=schema)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Give the rows to a library that speaks Arrow."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_csv(self) -> str:
        """Write CSV with a header; a text that a spreadsheet would take for a formula gets an apostrophe before it."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([_cell(value) for value in row] for row in self.rows)
        return out.getvalue()

    def to_jsonl(self) -> str:
        """Write JSON Lines, one row a line."""
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in self)

    def to_parquet(self, path: str | BinaryIO) -> None:
        """Write a Parquet file, by its path or open; CorpusError when pyarrow is not there."""
        table = self.to_arrow()
        import pyarrow.parquet as pq

        pq.write_table(table, path)


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError:
        raise CorpusError("this needs pyarrow: pip install 'selon[arrow]'") from None
    return pyarrow
