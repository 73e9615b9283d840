"""Company in which the words of a type of act mean something else: sport, nature, illness, stories, trade."""

from dataclasses import dataclass
from functools import cache

from selon.languages.fr.triggers import TYPES, Condition, are_conditions, conditions
from selon.records import EventType
from selon.tables import Check, filled, list_of, read_table


@dataclass(frozen=True, slots=True)
class OtherSense:
    """A row of the table: a sense, the types it stands in for, what must all hold, and what must not."""

    sense: str
    requires: tuple[Condition, ...]
    unless: tuple[Condition, ...]


@cache
def load_other_senses() -> dict[EventType, tuple[OtherSense, ...]]:
    """Read and check the table, by type; TableError at the first row that does not hold."""
    schema: dict[str, Check] = {
        "sense": filled,
        "types": lambda cell: bool(cell) and list_of(*TYPES)(cell),
        "requires": lambda cell: bool(cell) and are_conditions(cell),
        "unless": are_conditions,
    }
    found: dict[EventType, tuple[OtherSense, ...]] = {}
    for row in read_table(__package__, "other_senses.tsv", schema):
        sense = OtherSense(row["sense"], conditions(row["requires"]), conditions(row["unless"]))
        for event_type in TYPES:
            if event_type in row["types"].split():
                found[event_type] = (*found.get(event_type, ()), sense)
    return found
