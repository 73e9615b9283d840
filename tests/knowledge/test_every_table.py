"""Every table of the knowledge holds: keys once, dates in order, identifiers well formed, names that lead back."""

import re
from collections import Counter
from itertools import combinations, pairwise

import pytest

from selon.knowledge.countries import load_countries
from selon.knowledge.groups import load_groups
from selon.knowledge.holders import Holder, first_day, last_day, load_holders, load_overlaps
from selon.knowledge.members import load_members
from selon.knowledge.offices import load_offices
from selon.knowledge.organisations import clear_names, load_organisations
from selon.knowledge.outlets import CONTROLS, load_outlets
from selon.knowledge.spelling import fold
from selon.tables import anything, read_table

QID = re.compile(r"Q[1-9]\d*")
TABLES = {
    "countries.tsv": ("code",),
    "organisations.tsv": ("code",),
    "groups.tsv": ("code",),
    "outlets.tsv": ("name",),
    "holders.tsv": ("office", "body", "name", "start"),
    "members.tsv": ("organisation", "state", "start"),
    "overlaps.tsv": ("office", "body"),
    "office_relations.tsv": ("office", "body"),
    "offices.tsv": ("office", "titles"),
}


def rows(name: str) -> list[dict[str, str]]:
    from importlib.resources import files

    lines = files("selon.knowledge").joinpath(name).read_text(encoding="utf-8").split("\n")
    header = next(line for line in lines if line and not line.startswith("#"))
    return read_table("selon.knowledge", name, dict.fromkeys(header.split("\t"), anything))


@pytest.mark.parametrize(("name", "key"), TABLES.items())
def test_every_key_stands_once(name: str, key: tuple[str, ...]) -> None:
    counts = Counter(tuple(row[column] for column in key) for row in rows(name))
    assert not [k for k, n in counts.items() if n > 1]


@pytest.mark.parametrize("name", TABLES)
def test_every_row_says_where_it_was_checked(name: str) -> None:
    assert all(row["checked"] for row in rows(name))


@pytest.mark.parametrize("name", ["countries.tsv", "organisations.tsv", "groups.tsv", "holders.tsv"])
def test_every_identifier_is_well_formed(name: str) -> None:
    assert all(QID.fullmatch(row["qid"]) for row in rows(name) if row["qid"])


@pytest.mark.parametrize("name", ["countries.tsv", "organisations.tsv", "groups.tsv"])
def test_every_identifier_names_one_entity(name: str) -> None:
    counts = Counter(row["qid"] for row in rows(name) if row["qid"])
    assert not [qid for qid, n in counts.items() if n > 1]


def surely_together(one: Holder, other: Holder) -> bool:
    start = last_day(max(one.start, other.start))
    ends = [first_day(term.end) for term in (one, other) if term.end]
    return not ends or start < min(ends)


def test_no_two_people_hold_one_office_on_one_day_unless_it_is_marked() -> None:
    together = {
        place
        for place, terms in load_holders().by_office.items()
        for one, other in combinations(terms, 2)
        if one.name != other.name and surely_together(one, other)
    }
    assert together == set(load_overlaps())


def test_the_parts_of_the_knowledge_know_each_other() -> None:
    states, bodies = load_countries().rows, load_organisations().rows
    assert {t.body for t in load_holders().rows} <= states.keys() | bodies.keys()
    assert {m.organisation for m in load_members()} <= bodies.keys()
    assert {m.state for m in load_members()} <= states.keys()
    assert {o.part_of for o in bodies.values() if o.part_of} <= bodies.keys()
    assert {o.country for o in bodies.values() if o.country} <= states.keys()
    assert {o.country for o in load_outlets().rows if o.country} <= states.keys()
    fixed = {office.fixed for offices in load_offices().by_title.values() for office in offices if office.fixed}
    assert fixed <= states.keys() | bodies.keys()


def test_every_name_of_an_organisation_or_group_leads_back_to_it() -> None:
    organisations, groups = load_organisations(), load_groups()
    for row in organisations.rows.values():
        assert all(row.code in organisations.by_name[name] for name in clear_names(row))
        assert all(row.code in organisations.ambiguous[name] for name in row.ambiguous)
        assert all(row.code in organisations.acronyms[acronym] for acronym in row.acronyms)
    for group in groups.rows.values():
        assert all(groups.by_name[name] == (group.code,) for name in (group.name, *group.aliases))


def test_a_full_name_of_an_organisation_means_one_organisation_of_a_state_or_none() -> None:
    organisations = load_organisations()
    shared = {name: codes for name, codes in organisations.by_name.items() if len(codes) > 1}
    for codes in shared.values():
        homes = [organisations.row(code).country or organisations.row(code).part_of or code for code in codes]
        assert len(set(homes)) == len(homes)


def test_every_spelling_of_a_person_means_one_person_in_an_office() -> None:
    for terms in load_holders().by_office.values():
        names: dict[str, set[str]] = {}
        for term in terms:
            for spelling in (term.name, *term.aliases):
                names.setdefault(fold(spelling), set()).add(term.name)
        assert not [n for n in names.values() if len(n) > 1]


def test_memberships_of_one_state_in_one_organisation_do_not_overlap() -> None:
    by_place: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in load_members():
        by_place.setdefault((row.organisation, row.state), []).append((row.start, row.end or "9999"))
    for stretches in by_place.values():
        ordered = sorted(stretches)
        assert all(first_day(b[0]) >= first_day(a[1]) for a, b in pairwise(ordered))


def test_a_host_belongs_to_one_outlet_and_a_control_tells_who_says_so_and_when() -> None:
    hosts = [host for outlet in load_outlets().rows for host in outlet.hosts]
    assert len(hosts) == len(set(hosts))
    controls = [o.control for o in load_outlets().rows if o.control]
    assert len(controls) > 150
    assert all(c.code in CONTROLS and c.by and re.fullmatch(r"\d{4}-\d{2}", c.on) for c in controls)


def test_state_controlled_and_state_funded_stay_apart() -> None:
    control = {o.name: o.control.code for o in load_outlets().rows if o.control}
    assert control["Sputnik France"] == "SC"
    assert control["RFI"] == "ISFM"
    assert control["BBC"] == "IP"
