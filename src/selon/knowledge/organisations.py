"""Organisations and the names, acronyms and nicknames the French press gives them."""

import re
from dataclasses import dataclass

from selon.knowledge.spelling import by_surface, capitalisations, cells, list_cell, spellings
from selon.tables import filled, kept, one_of, read_table

SCHEMA = {
    "code": lambda cell: re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", cell) is not None,
    "qid": lambda cell: re.fullmatch(r"(?:Q[1-9]\d*)?", cell) is not None,
    "name": filled,
    "english": filled,
    "acronyms": list_cell,
    "aliases": list_cell,
    "nicknames": list_cell,
    "ambiguous": list_cell,
    "kind": one_of("organisation", "agency", "ngo", "party", "union", "company"),
    "country": lambda cell: re.fullmatch(r"(?:[A-Z]{3})?", cell) is not None,
    "part_of": lambda cell: re.fullmatch(r"(?:[A-Za-z][A-Za-z0-9]*)?", cell) is not None,
    "checked": one_of("opensanctions", "cia", "cow", "own"),
}
_OFFICIAL = ("organisation", "agency")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation; `country` is the state of a national body, `part_of` the organisation it acts for.

    `ambiguous` holds those of its names that are words, places, persons or products too.
    """

    code: str
    qid: str | None
    name: str
    english: str
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    nicknames: tuple[str, ...]
    ambiguous: tuple[str, ...]
    kind: str
    country: str | None
    part_of: str | None
    checked: str


@dataclass(frozen=True, slots=True)
class Organisations:
    """The table and its look-ups, each from words as printed, without the article, to the codes they may name.

    Nicknames name an organisation only in an article that names it otherwise too; ambiguous names have a look-up
    of their own: they need a text that takes them for a name.
    """

    rows: dict[str, Organisation]
    by_name: dict[str, tuple[str, ...]]
    acronyms: dict[str, tuple[str, ...]]
    nicknames: dict[str, tuple[str, ...]]
    ambiguous: dict[str, tuple[str, ...]]

    def row(self, code: str) -> Organisation:
        """Give the row of a code; KeyError when there is none."""
        return self.rows[code]

    def country_of(self, code: str) -> str | None:
        """Give the `country` of a mention of this organisation; KeyError when there is no such code.

        The state for its public bodies; the code of an international organisation, for itself and its parts; None for
        parties, unions, companies and associations.
        """
        row = self.rows[code]
        if row.kind not in _OFFICIAL:
            return None
        return row.country or (self.country_of(row.part_of) if row.part_of else code)


@kept
def load_organisations() -> Organisations:
    """Read the table of organisations; TableError when it does not hold."""
    rows = [_organisation(row) for row in read_table("selon.knowledge", "organisations.tsv", SCHEMA)]
    return Organisations(
        rows={o.code: o for o in rows},
        by_name=by_surface((o.code, _names(o)) for o in rows),
        acronyms=by_surface((o.code, o.acronyms) for o in rows),
        nicknames=by_surface((o.code, [s for n in o.nicknames for s in spellings(n)]) for o in rows),
        ambiguous=by_surface((o.code, o.ambiguous) for o in rows),
    )


def clear_names(organisation: Organisation) -> tuple[str, ...]:
    """Give the names that are nothing else than names of the organisation."""
    names = (organisation.name, *organisation.aliases, organisation.english)
    return tuple(name for name in names if name not in organisation.ambiguous)


def _names(organisation: Organisation) -> list[str]:
    """Spell the names; only those of public bodies also begin with a small letter, "Place publique" never does."""
    found = []
    for name in clear_names(organisation):
        written = capitalisations(name) if organisation.kind in _OFFICIAL else (name,)
        found += [spelling for form in written for spelling in spellings(form)]
    return found


def _organisation(row: dict[str, str]) -> Organisation:
    return Organisation(
        code=row["code"],
        qid=row["qid"] or None,
        name=row["name"],
        english=row["english"],
        acronyms=cells(row["acronyms"]),
        aliases=cells(row["aliases"]),
        nicknames=cells(row["nicknames"]),
        ambiguous=cells(row["ambiguous"]),
        kind=row["kind"],
        country=row["country"] or None,
        part_of=row["part_of"] or None,
        checked=row["checked"],
    )
