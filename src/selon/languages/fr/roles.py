"""French nouns that name people or collective actors by their role, in every form of theirs."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from selon.errors import TableError
from selon.knowledge.spelling import cells, list_cell
from selon.languages.fr.nouns import noun_forms
from selon.records import MentionKind
from selon.tables import anything, filled, one_of, read_table

RoleClass = Literal[
    "official", "force", "government", "armed", "opposition", "civilian", "expert", "media", "text", "organisation"
]
SCHEMA = {
    "noun": lambda cell: filled(cell) and cell == cell.strip(),
    "feminine": anything,
    "plural": list_cell,
    "class": one_of(
        "official",
        "force",
        "government",
        "armed",
        "opposition",
        "civilian",
        "expert",
        "media",
        "text",
        "organisation",
    ),
    "number": one_of("yes", "no"),
    "kind": one_of("person", "people", "organisation", "group", "state", "outlet"),
}


@dataclass(frozen=True, slots=True)
class Role:
    """One form of a role noun: what kind of mention it makes, and of which gender and number it is.

    `feminine` is None for a form of both genders; the country of a mention is that of its state for the classes
    official, force and government.
    """

    noun: str
    role_class: RoleClass
    kind: MentionKind
    collective: bool
    plural: bool
    feminine: bool | None


@cache
def load_roles() -> dict[str, tuple[Role, ...]]:
    """Read and check the table: the roles of every lower-case form, the likelier first."""
    found: dict[str, dict[Role, None]] = {}
    nouns: set[tuple[str, str]] = set()
    for row in read_table(__package__, "roles.tsv", SCHEMA):
        if (row["noun"], row["class"]) in nouns:
            raise TableError(f"roles.tsv: two lines for {row['noun']!r} in the class {row['class']}")
        nouns.add((row["noun"], row["class"]))
        for form, role in _forms(row):
            found.setdefault(form.lower(), {})[role] = None
    return {form: tuple(roles) for form, roles in found.items()}


def _forms(row: dict[str, str]) -> list[tuple[str, Role]]:
    noun, feminine = row["noun"], row["feminine"]
    if feminine in ("", "=", noun):
        return _numbers(row, noun, {"": False, "=": None}.get(feminine, True), cells(row["plural"]))
    return [*_numbers(row, noun, False, cells(row["plural"])), *_numbers(row, feminine, True, ())]


def _numbers(
    row: dict[str, str], singular: str, feminine: bool | None, plurals: tuple[str, ...]
) -> list[tuple[str, Role]]:
    plurals = plurals or noun_forms(singular)[1:] or (singular,)
    return [(singular, _role(row, False, feminine)), *((plural, _role(row, True, feminine)) for plural in plurals)]


def _role(row: dict[str, str], plural: bool, feminine: bool | None) -> Role:
    kind = "people" if plural and row["kind"] == "person" else row["kind"]
    return Role(
        row["noun"],
        cast(RoleClass, row["class"]),
        cast(MentionKind, kind),
        row["number"] == "yes",
        plural,
        feminine,
    )
