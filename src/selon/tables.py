"""Word lists and knowledge as tables: tab-separated files with a header, checked when they are read."""

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files

from selon.errors import TableError

Check = Callable[[str], bool]


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


def read_table(package: str, name: str, schema: Mapping[str, Check]) -> list[dict[str, str]]:
    """Read a table of a package as rows by column name.

    The first line names the columns, exactly those of the schema in its order; empty lines and lines that begin
    with "#" are skipped. Raises TableError with the file, the line and the column of the first bad cell.
    """
    return list(_rows(name, files(package).joinpath(name).read_text(encoding="utf-8"), schema))


def _rows(name: str, text: str, schema: Mapping[str, Check]) -> Iterator[dict[str, str]]:
    columns: list[str] | None = None
    checks = [(column, accepts) for column, accepts in schema.items() if accepts is not anything]
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
        row = dict(zip(columns, (cell.strip() for cell in cells), strict=True))
        for column, accepts in checks:
            if not accepts(row[column]):
                raise TableError(f"{name}:{number}: column {column!r} does not accept {row[column]!r}")
        yield row
    if columns is None:
        raise TableError(f"{name}: no header line")
