import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from selon.errors import TableError
from selon.tables import anything, filled, kept, list_of, one_of, read_table

SCHEMA = {"word": filled, "class": one_of("a", "b"), "takes": list_of("x", "y"), "note": anything}
HEADER = "word\tclass\ttakes\tnote\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[dict[str, str]]]:
    name = f"tables_{tmp_path.name}"
    package = tmp_path / name
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))

    def read(content: str) -> list[dict[str, str]]:
        (package / "t.tsv").write_text(content, encoding="utf-8")
        return read_table(name, "t.tsv", SCHEMA)

    return read


def test_rows_come_by_column_name_and_comments_are_skipped(table: Callable[[str], list[dict[str, str]]]) -> None:
    rows = table("# a list\n" + HEADER + "dire\ta\tx y\t\n\n# end\nnier\tb\t\tfort\n")
    assert [r["word"] for r in rows] == ["dire", "nier"]
    assert rows[1] == {"word": "nier", "class": "b", "takes": "", "note": "fort"}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("word\tclass\n", "columns are"),
        (HEADER + "dire\ta\tx\n", "3 cells, expected 4"),
        (HEADER + "dire\tc\tx\t\n", "column 'class' does not accept 'c'"),
        (HEADER + "dire\ta\tz\t\n", "column 'takes' does not accept 'z'"),
        (HEADER + "\ta\tx\t\n", "column 'word' does not accept ''"),
        ("# nothing\n", "no header"),
    ],
)
def test_a_table_off_its_schema_is_refused_with_its_line(
    table: Callable[[str], list[dict[str, str]]], content: str, complaint: str
) -> None:
    with pytest.raises(TableError, match=complaint):
        table(content)


def test_what_is_kept_is_loaded_once_without_collecting_garbage() -> None:
    seen: list[bool] = []

    @kept
    def load() -> int:
        seen.append(gc.isenabled())
        return len(seen)

    assert (load(), load()) == (1, 1)
    assert seen == [False]
    assert gc.isenabled()


def test_garbage_is_collected_again_after_a_table_that_does_not_hold() -> None:
    @kept
    def load() -> int:
        raise TableError("bad.tsv:2: no")

    with pytest.raises(TableError):
        load()
    assert gc.isenabled()
