"""Who held which office when: heads of states and governments, ministers, army chiefs, heads of organisations."""

import re
from collections.abc import Container, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from selon.errors import TableError
from selon.knowledge.offices import load_offices
from selon.knowledge.spelling import cells, fold, list_cell, plain, unaccented_capitals
from selon.tables import anything, filled, one_of, read_table

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_BODY = re.compile(r"[A-Za-z0-9]{2,}")
_ARTICLES = ("al-", "Al-", "el-", "El-")
_QID = re.compile(r"(?:Q[1-9]\d*)?")
_MONTH = re.compile(r"(?:\d{4}-\d{2})?")
SCHEMA = {
    "office": filled,
    "body": lambda cell: _BODY.fullmatch(cell) is not None,
    "name": filled,
    "aliases": list_cell,
    "surname": anything,
    "qid": lambda cell: _QID.fullmatch(cell) is not None,
    "start": lambda cell: _DATE.fullmatch(cell) is not None,
    "end": lambda cell: not cell or _DATE.fullmatch(cell) is not None,
    "checked": one_of("wikidata", "own"),
    "as_of": lambda cell: _MONTH.fullmatch(cell) is not None,
}
Key = TypeVar("Key", bound=Hashable)
YEARS_OF_GRACE = 1  # how long somebody found in office is taken to have stayed there


@dataclass(frozen=True, slots=True)
class Holder:
    """One term of one person: `start` and `end` are years, months or days; no end, in office in the month `as_of`.

    `surname` is how the press shortens the name, empty where that would be a first name alone.
    """

    office: str
    body: str
    name: str
    aliases: tuple[str, ...]
    surname: str
    qid: str | None
    start: str
    end: str | None
    checked: str
    as_of: str | None

    def may_hold(self, on: str) -> bool:
        """Tell whether the term may touch a year, month or day, at the precision of its dates."""
        return first_day(self.start) <= last_day(on) and (not self.end or first_day(on) <= last_day(self.end))

    def surely_holds(self, on: str) -> bool:
        """Tell whether the term is known to hold the whole of a year, month or day."""
        return last_day(self.start) <= first_day(on) and last_day(on) <= self._sure_end()

    def _sure_end(self) -> str:
        if self.end:
            return first_day(self.end)
        last = last_day(self.as_of or self.start)
        return f"{int(last[:4]) + YEARS_OF_GRACE}{last[4:]}"


@dataclass(frozen=True, slots=True)
class Holders:
    """The terms and their look-ups.

    `by_name` is keyed by `fold` of the full name or an alias, `by_surname` by the surname as printed, with and without
    accents or the Arabic article; their terms begin with those in states, in the order of their dates.
    """

    rows: tuple[Holder, ...]
    by_name: dict[str, tuple[Holder, ...]]
    by_surname: dict[str, tuple[Holder, ...]]
    by_office: dict[tuple[str, str], tuple[Holder, ...]]

    def holder(self, office: str, body: str, on: str | None) -> Holder | None:
        """Give who held an office at an ISO date, month or year; None when that is not settled.

        It is not settled when two people may have held it, as on the day or in the month of a change, when the term is
        known only to the month or year, when the table has nobody, or more than a year after an open term was checked.
        """
        wanted: str | None = office
        while on and wanted:
            meaning = load_offices().meaning(wanted, body)
            may = [term for term in self._terms(meaning.means, body) if term.may_hold(on)]
            if may:
                sure = [term for term in may if term.surely_holds(on)]
                return sure[0] if sure and len({term.name for term in may}) == 1 else None
            wanted = meaning.otherwise
        return None

    def former(self, office: str, body: str, before: str) -> tuple[Holder, ...]:
        """Give the people who had left an office by a date and do not hold it then, the last to leave first."""
        terms = list(self._terms(load_offices().meaning(office, body).means, body))
        there = {term.name for term in terms if term.may_hold(before)}
        left = [
            term for term in terms if term.end and last_day(term.end) < first_day(before) and term.name not in there
        ]
        latest: dict[str, Holder] = {}
        for term in sorted(left, key=lambda term: last_day(term.end or ""), reverse=True):
            latest.setdefault(term.name, term)
        return tuple(latest.values())

    def _terms(self, offices: Iterable[str], body: str) -> Iterator[Holder]:
        for office in offices:
            yield from self.by_office.get((office, body), ())


@cache
def load_overlaps() -> dict[tuple[str, str], str]:
    """Read why several people may hold an office on one day: shared, contested, suspended or handover."""
    schema = {
        "office": filled,
        "body": lambda cell: _BODY.fullmatch(cell) is not None,
        "why": one_of("shared", "contested", "suspended", "handover"),
        "checked": one_of("own"),
    }
    return {(row["office"], row["body"]): row["why"] for row in read_table("selon.knowledge", "overlaps.tsv", schema)}


@cache
def load_holders() -> Holders:
    """Read and check the table; TableError when an office is unknown or a term ends before it begins."""
    offices = load_offices()
    scopes = {office.office: office.scope for found in offices.by_title.values() for office in found}
    rows = tuple(_holder(row, scopes) for row in read_table("selon.knowledge", "holders.tsv", SCHEMA))
    ordered = sorted(rows, key=lambda row: (scopes[row.office] != "state", row.start))
    by_name = _gather((fold(name), row) for row in ordered for name in (row.name, *row.aliases))
    by_surname = _gather((form, row) for row in ordered for form in surname_forms(row.surname, row.name))
    return Holders(rows, by_name, by_surname, _gather(((row.office, row.body), row) for row in rows))


def surname_forms(surname: str, name: str = "") -> tuple[str, ...]:
    """Give the ways the press prints the surname of a full name: with accents, without, with its Arabic article."""
    if not surname:
        return ()
    forms = [surname, *(article + surname for article in _ARTICLES if f"al-{surname}" in name)]
    if surname.isascii():
        return tuple(forms)
    return tuple(dict.fromkeys(form for whole in forms for form in (whole, unaccented_capitals(whole), plain(whole))))


def _holder(row: dict[str, str], offices: Container[str]) -> Holder:
    holder = Holder(
        row["office"],
        row["body"],
        row["name"],
        cells(row["aliases"]),
        row["surname"],
        row["qid"] or None,
        row["start"],
        row["end"] or None,
        row["checked"],
        row["as_of"] or None,
    )
    where = f"holders.tsv: {holder.name}, {holder.office} {holder.body}"
    if holder.office not in offices:
        raise TableError(f"{where}: no such office")
    if holder.end and first_day(holder.start) > last_day(holder.end):
        raise TableError(f"{where}: ends before it begins")
    if (holder.end is None) != (holder.as_of is not None):
        raise TableError(f"{where}: an open term, and no other, tells the month it was checked")
    return holder


def _gather(pairs: Iterable[tuple[Key, Holder]]) -> dict[Key, tuple[Holder, ...]]:
    found: dict[Key, list[Holder]] = {}
    for key, row in pairs:
        rows = found.setdefault(key, [])
        if not rows or rows[-1] is not row:
            rows.append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def first_day(date: str) -> str:
    """Give the first day of a year, month or day."""
    return date + "-01-01" if len(date) == 4 else date + "-01" if len(date) == 7 else date


def last_day(date: str) -> str:
    """Give the last day in order of letters, the 31st of every month."""
    return date + "-12-31" if len(date) == 4 else date + "-31" if len(date) == 7 else date
