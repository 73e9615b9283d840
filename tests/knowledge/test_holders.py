"""Who held which office when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.knowledge.holders import Holder, load_holders, surname_forms
from selon.knowledge.spelling import fold

MONTHS = st.dates(min_value=date(2010, 1, 1), max_value=date(2025, 12, 31))


def name(office: str, body: str, on: str | None) -> str | None:
    holder = load_holders().holder(office, body, on)
    return holder.name if holder else None


def term(start: str, end: str | None, as_of: str | None = None) -> Holder:
    return Holder("mayor", "XKX", "Ada Lune", (), "Lune", None, start, end, "own", as_of)


def test_the_table_is_large_and_covers_the_world():
    rows = load_holders().rows
    assert len(rows) >= 1200
    assert len({row.body for row in rows if len(row.body) == 3}) >= 190


@pytest.mark.parametrize(
    ("office", "body", "on", "expected"),
    [
        ("secretary_general", "NATO", "2022-01-12", "Jens Stoltenberg"),
        ("nato_secretary_general", "NATO", "2022-01-12", "Jens Stoltenberg"),
        ("un_secretary_general", "UN", "2016-10-01", "Ban Ki-moon"),
        ("president", "BLR", "2022-01-17", "Alexandre Loukachenko"),
        ("prime_minister", "GBR", "2017-06-09", "Theresa May"),
        ("president", "USA", "2018", "Donald Trump"),
        ("president", "FRA", "2019-04", "Emmanuel Macron"),
        ("chancellor", "DEU", "2015-09-01", "Angela Merkel"),
        ("foreign_minister", "RUS", "2015-09-30", "Sergueï Lavrov"),
        ("foreign_minister", "EU", "2018-05-08", "Federica Mogherini"),
        ("secretary_of_state", "USA", "2016-02-11", "John Kerry"),
        ("defence_minister", "FRA", "2015-11-16", "Jean-Yves Le Drian"),
        ("pope", "VAT", "2016-02-13", "pape François"),
        ("supreme_leader", "IRN", "2018-05-08", "Ali Khamenei"),
        ("icc_prosecutor", "ICC", "2017-01-01", "Fatou Bensouda"),
        ("president", "BFA", "2022-02-10", "Paul-Henri Sandaogo Damiba"),
    ],
)
def test_the_holder_at_a_date(office, body, on, expected):
    assert name(office, body, on) == expected


@pytest.mark.parametrize(
    ("body", "on"), [("FRA", "2018-03-01"), ("KAZ", "2022-01-10"), ("VAT", "2018-03-01"), ("JPN", "2020-01-01")]
)
def test_a_president_or_monarch_is_the_head_of_state(body, on):
    head = name("head_of_state", body, on)
    assert head is not None
    assert head in {name("president", body, on), name("monarch", body, on), name("pope", body, on)}


def test_the_head_of_government_is_whoever_leads_it_there():
    assert name("head_of_government", "DEU", "2018-03-20") == "Angela Merkel"
    assert name("prime_minister", "DEU", "2018-03-20") == "Angela Merkel"
    assert name("head_of_government", "USA", "2018-03-20") == "Donald Trump"
    assert name("head_of_government", "ESP", "2017-10-01") == "Mariano Rajoy"
    assert name("prime_minister", "USA", "2018-03-20") is None


def test_the_leader_is_the_one_who_governs():
    assert name("leader", "GBR", "2018-03-20") == "Theresa May"
    assert name("leader", "PRK", "2018-03-20") == "Kim Jong-un"
    assert name("leader", "RUS", "2018-03-20") == "Vladimir Poutine"
    assert name("leader", "SAU", "2018-10-20") == "Mohammed ben Salmane"


def test_an_unsettled_date_gives_nobody():
    assert name("president", "FRA", None) is None
    assert name("president", "FRA", "2017") is None
    assert name("president", "FRA", "2017-05") is None
    assert name("president", "FRA", "2017-05-14") is None


def test_two_rivals_or_an_interim_leave_it_unsettled():
    assert name("president", "CIV", "2011-01-15") is None
    assert name("president", "BRA", "2016-06-15") is None
    assert name("president", "BRA", "2016-09-15") == "Michel Temer"


def test_an_unknown_office_or_body_gives_nobody():
    assert name("president", "XXX", "2018-01-01") is None
    assert name("no_such_office", "FRA", "2018-01-01") is None


def test_an_open_term_is_trusted_for_a_year_after_it_was_checked():
    open_term = term("2020-05-04", None, "2025-10")
    assert open_term.surely_holds("2021-01-01")
    assert open_term.surely_holds("2026-10-31")
    assert not open_term.surely_holds("2026-11-01")
    assert open_term.may_hold("2031-01-01")


def test_a_term_known_to_the_month_is_sure_only_between_its_months():
    vague = term("2014-10", "2016")
    assert vague.may_hold("2014-10-02")
    assert not vague.surely_holds("2014-10-02")
    assert vague.surely_holds("2015")
    assert not vague.surely_holds("2016-01-02")
    assert not vague.may_hold("2017-01-01")


def test_former_holders_come_last_to_leave_first():
    presidents = [holder.name for holder in load_holders().former("president", "USA", "2018-01-01")]
    assert presidents[:2] == ["Barack Obama", "George W. Bush"]
    assert "Donald Trump" not in presidents


def test_a_holder_back_in_office_is_no_former_one():
    assert "Donald Trump" in {h.name for h in load_holders().former("president", "USA", "2023-01-01")}
    assert "Donald Trump" not in {h.name for h in load_holders().former("president", "USA", "2025-06-01")}


def test_other_spellings_lead_to_the_same_person():
    by_name = load_holders().by_name
    for spelling in ("Alexandre Loukachenka", "Alexander Lukashenko", "ALEXANDRE LOUKACHENKO"):
        assert {row.qid for row in by_name[fold(spelling)]} == {"Q2866"}
    assert by_name[fold("Kim Jong Un")] == by_name[fold("Kim Jong-un")]


def test_surnames_are_keyed_as_the_press_prints_them():
    by_surname = load_holders().by_surname
    assert {row.name for row in by_surname["Loukachenko"]} == {"Alexandre Loukachenko"}
    assert by_surname["Sánchez"] == by_surname["Sanchez"]
    assert {row.name for row in by_surname["al-Sissi"]} == {row.name for row in by_surname["Sissi"]}
    assert "poutine" not in by_surname


def test_a_first_name_alone_is_nobody():
    assert not {"François", "Philippe", "Henri", "Guillaume"} & set(load_holders().by_surname) - {"Philippe"}
    assert {row.name for row in load_holders().by_surname["Philippe"]} == {"Édouard Philippe"}


def test_the_terms_of_a_person_begin_with_those_in_a_state():
    bodies = [row.body for row in load_holders().by_name[fold("Macky Sall")]]
    assert bodies[0] == "SEN"
    assert set(bodies) == {"SEN", "AU", "ECOWAS"}


@given(st.sampled_from(load_holders().rows))
def test_every_term_is_in_order_and_findable(row):
    assert row.may_hold(row.start)
    assert not row.end or row.start[:4] <= row.end[:4]
    assert row in load_holders().by_name[fold(row.name)]
    assert all(row in load_holders().by_surname[form] for form in surname_forms(row.surname, row.name))


@given(st.sampled_from(["FRA", "RUS", "DEU", "USA", "TUR", "PRK", "SAU", "ETH", "MLI", "IRQ"]), MONTHS)
def test_a_holder_found_at_a_day_held_it_that_day(body, day):
    for office in ("head_of_state", "head_of_government", "leader", "foreign_minister"):
        found = load_holders().holder(office, body, day.isoformat())
        assert found is None or found.surely_holds(day.isoformat())


def test_one_identifier_names_one_person():
    names: dict[str, set[str]] = {}
    for row in load_holders().rows:
        if row.qid:
            names.setdefault(row.qid, set()).add(row.name)
    assert not {qid: found for qid, found in names.items() if len(found) > 1}
