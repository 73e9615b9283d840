"""What a CAMEO code says of the context of an act."""

from collections.abc import Mapping
from functools import cache

from selon.records import CONTEXTS, EventContext
from selon.tables import one_of, read_table


def context_of_code(code: str) -> EventContext | None:
    """Give the context of a code, or of the longest code of the table that it begins with; None where there is none."""
    contexts = _load_contexts()
    return next((contexts[code[:n]] for n in range(len(code), 2, -1) if code[:n] in contexts), None)


@cache
def _load_contexts() -> Mapping[str, EventContext]:
    schema = {"code": lambda cell: cell.isdigit() and 3 <= len(cell) <= 4, "context": one_of(*CONTEXTS)}
    rows = read_table(__package__, "cameo_contexts.tsv", schema)
    return {row["code"]: row["context"] for row in rows}  # type: ignore[misc]
