from pathlib import Path

import pyarrow.parquet as pq
import pytest

from selon.exports.parquet import write_parquet
from selon.exports.rows import rows
from selon.records import Article, ReaderInfo, Reading


@pytest.mark.parametrize("table", ["events", "statements"])
def test_pyarrow_reads_the_rows_back(sample: Reading, tmp_path: Path, table: str) -> None:
    count = write_parquet([sample, sample], tmp_path / "t.parquet", table)
    assert pq.read_table(tmp_path / "t.parquet").to_pylist() == [*rows([sample], table)] * 2
    assert count == 2 * len(list(rows([sample], table)))


def test_lists_are_lists_of_their_type(sample: Reading, tmp_path: Path) -> None:
    write_parquet([sample], tmp_path / "t.parquet")
    frame = pq.read_table(tmp_path / "t.parquet")
    assert str(frame.schema.field("actors").type) == "list<element: string>"
    assert str(frame.schema.field("quantity_low").type) == "list<element: double>"


def test_no_readings_are_an_empty_table(tmp_path: Path) -> None:
    assert write_parquet([], tmp_path / "t.parquet") == 0
    assert pq.read_table(tmp_path / "t.parquet").num_rows == 0


def test_a_file_half_written_has_no_name(sample: Reading, tmp_path: Path) -> None:
    def broken():  # type: ignore[no-untyped-def]
        yield sample
        raise KeyError

    with pytest.raises(KeyError):
        write_parquet(broken(), tmp_path / "t.parquet")
    assert not (tmp_path / "t.parquet").exists()


def test_lone_surrogates_are_replaced(sample: Reading, tmp_path: Path) -> None:
    reading = Reading(Article("a", title="\ud800"), ReaderInfo("0", "none"), events=())
    assert write_parquet([reading], tmp_path / "t.parquet") == 0
