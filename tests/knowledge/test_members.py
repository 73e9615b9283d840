"""Which states belonged to an organisation on a day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from selon.knowledge.members import load_members, members, memberships

DAYS = st.dates(min_value=date(1995, 1, 1), max_value=date(2025, 12, 31)).map(date.isoformat)


def test_a_member_joins_on_its_day() -> None:
    assert "FIN" not in members("NATO", "2023-04-03")
    assert "FIN" in members("NATO", "2023-04-04")
    assert len(members("NATO", "2022-01-12")) == 30


def test_a_member_leaves_on_its_day() -> None:
    assert "GBR" in members("EU", "2020-01-30")
    assert "GBR" not in members("EU", "2020-02-01")
    assert "MLI" not in members("ECOWAS", "2025-06-01")


def test_a_state_has_its_organisations() -> None:
    assert {"CSTO", "SCO", "EAEU"} <= set(memberships("KAZ", "2022-01-12"))
    assert "RUS" not in members("G8", "2015-01-01")


@given(st.sampled_from(sorted({m.organisation for m in load_members()})), DAYS)
def test_both_ways_agree(organisation: str, day: str) -> None:
    assert all(organisation in memberships(state, day) for state in members(organisation, day))


def test_an_elected_seat_of_the_security_council_ends_with_its_term() -> None:
    assert "KEN" in members("UNSC", "2022-06-01")
    assert "KEN" not in members("UNSC", "2023-06-01")
    assert len(members("UNSC", "2019-06-01")) == 15


def test_russia_left_the_council_of_europe_when_it_was_excluded() -> None:
    assert "RUS" in members("CoE", "2022-03-01")
    assert "RUS" not in members("CoE", "2022-04-01")
    assert len(members("CoE", "2020")) == 47
