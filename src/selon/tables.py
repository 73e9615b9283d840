"""Word lists and knowledge as tables: tab-separated files with a header, checked when they are read."""

import gc
from collections.abc import Callable, Iterator, Mapping
from functools import cache, wraps
from importlib.resources import files
from typing import TypeVar

from selon.errors import TableError

Check = Callable[[str], bool]
T = TypeVar("T")


def anything(_: str) -> bool:
    """Accept every cell."""
    return True


def filled(cell: str) -> bool:
    """Accept every cell but an empty one."""
    return bool(cell)


def one_of(*words: str) -> Check:
    """Accept a cell that is one of the words."""
    return frozenset(words).__contains__


def list_of(*words: str) -> Check:
    """Accept a cell of space-separated words, each one of those given; it may be empty."""
    allowed = frozenset(words)
    return lambda cell: allowed.issuperset(cell.split())


def kept(load: Callable[[], T]) -> Callable[[], T]:
    """Load once, with no search for garbage in between: all of a table stays, and looking through it takes long."""

    @cache
    @wraps(load)
    def loaded() -> T:
        collecting = gc.isenabled()
        gc.disable()
        try:
            return load()
        finally:
            if collecting:
                gc.enable()

    return loaded


def read_table(package: str, name: str, schema: Mapping[str, Check]) -> list[dict[str, str]]:
    """Read a table of a package as rows by column name.

    The first line names the columns, exactly those of the schema in its order; empty lines and lines that begin
    with "#" are skipped. Raises TableError with the file, the line and the column of the first bad cell.
    """
    return list(_rows(name, files(package).joinpath(name).read_text(encoding="utf-8"), schema))


def _rows(name: str, text: str, schema: Mapping[str, Check]) -> Iterator[dict[str, str]]:
    columns: list[str] | None = None
    checks = [(k, accepts) for k, accepts in enumerate(schema.values()) if accepts is not anything]
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if columns is None:
            columns = cells
            if columns != list(schema):
                raise TableError(f"{name}:{number}: columns are {columns}, expected {list(schema)}")
            continue
        if len(cells) != len(columns):
            raise TableError(f"{name}:{number}: {len(cells)} cells, expected {len(columns)}: {line[:60]!r}")
        cells = [cell.strip() for cell in cells]
        for k, accepts in checks:
            if not accepts(cells[k]):
                raise TableError(f"{name}:{number}: column {columns[k]!r} does not accept {cells[k]!r}")
        yield dict(zip(columns, cells, strict=True))
    if columns is None:
        raise TableError(f"{name}: no header line")
