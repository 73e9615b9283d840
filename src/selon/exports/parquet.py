"""Events or statements as Parquet, lists as lists; needs `selon[arrow]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from selon.errors import MissingExtraError
from selon.exports.rows import TABLES, Row, rows
from selon.records import Reading

if TYPE_CHECKING:
    import pyarrow as pa

GROUP = 4096


def write_parquet(readings: Iterable[Reading], path: str | Path, table: str = "events") -> int:
    """Write a table, "events" or "statements", to a Parquet file and give the number of rows.

    The file has its name only once it is whole. MissingExtraError when pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError("Parquet needs pyarrow: pip install 'selon[arrow]'") from error
    schema, made, count = arrow_schema(table), Path(f"{path}.part"), 0
    with pq.ParquetWriter(made, schema, compression="zstd") as writer:
        for batch in _batches(rows(readings, table)):
            count += len(batch)
            writer.write_table(pa.Table.from_pylist([_encodable(row) for row in batch], schema=schema))
    made.replace(path)
    return count


def arrow_schema(table: str) -> pa.Schema:
    """Give the Arrow schema of a table; dates stay text, since they may be months or years."""
    import pyarrow as pa

    plain = {str: pa.string(), int: pa.int64(), float: pa.float64()}

    def arrow(kind: Any) -> pa.DataType:
        return pa.list_(plain[get_args(kind)[0]]) if get_args(kind) else plain[kind]

    return pa.schema([(column, arrow(kind)) for column, kind in TABLES[table].items()])


def _batches(all_rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(all_rows, GROUP)):
        yield batch


def _encodable(row: Row) -> Row:
    """Replace lone surrogates, which UTF-8 cannot hold."""

    def cell(value: Any) -> Any:
        if isinstance(value, str):
            return value.encode("utf-8", "replace").decode()
        return [cell(item) for item in value] if isinstance(value, list) else value

    return {column: cell(value) for column, value in row.items()}
