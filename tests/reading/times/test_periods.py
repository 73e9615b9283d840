"""Weeks, months, seasons, years and longer, by class; the report is published on Monday 17 January 2022 unless it says otherwise."""

import pytest
from tests.reading.times.told import only


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Un arrêté d'octobre 98 l'interdit.", "octobre 98", "1998-10"),
        ("La mine a fermé en mai 2017.", "mai 2017", "2017-05"),
        ("La mine a fermé au mois de mai 2017.", "mois de mai 2017", "2017-05"),
        ("La mine a fermé en septembre dernier.", "septembre dernier", "2021-09"),
        ("La mine fermera en juin prochain.", "juin prochain", "2022-06"),
        ("La mine a fermé en 2019.", "2019", "2019"),
        ("La loi de 1905 reste en vigueur.", "1905", "1905"),
        ("La mine a ouvert en 1798.", "1798", "1798"),
        ("Les émeutes des années 60 ont marqué la ville.", "années 60", "196X"),
        ("Les émeutes des années 1990 ont marqué la ville.", "années 1990", "199X"),
        ("Les émeutes des années soixante ont marqué la ville.", "années soixante", "196X"),
        ("La digue date du XIXe siècle.", "XIXe siècle", "18XX"),
        ("La digue date du 20e siècle.", "20e siècle", "19XX"),
        ("Le profit a chuté au premier trimestre 2021.", "premier trimestre 2021", "2021-Q1"),
        ("Le profit a chuté au T4 2021.", "T4 2021", "2021-Q4"),
        ("Le profit a chuté au second semestre 2020.", "second semestre 2020", "2020-H2"),
        ("Le conflit a éclaté au printemps 2014.", "printemps 2014", "2014-SP"),
        ("Le conflit a éclaté l'été dernier.", "l'été dernier", "2021-SU"),
        ("Cet hiver, les stocks ont fondu.", "Cet hiver", "2021-WI"),
        ("Le vote aura lieu le dernier week-end de mars.", "le dernier week-end de mars", "2022-W12-WE"),
        ("Le fort date du Ve siècle av. J.-C.", "Ve siècle av. J.-C.", "BC04XX"),
        ("Le traité de 1830 a vécu.", "1830", "1830"),
        ("Il règne à partir de 1882.", "1882", "1882"),
        ("La cité a brûlé en 480 avant J.-C.", "480 avant J.-C.", "BC0480"),
    ],
)
def test_a_stretch_of_the_calendar_has_its_value(text: str, words: str, value: str) -> None:
    time = only(text)
    assert (time.span.text, time.type, time.value) == (words, "DATE", value)


def test_half_a_month_is_fifteen_days_or_the_rest() -> None:
    assert (
        only("La première quinzaine de mai sera décisive.").begin,
        only("La seconde quinzaine de mai 2021.").begin,
    ) == (
        "2022-05-01",
        "2021-05-16",
    )


def test_ramadan_is_a_month_of_the_islamic_calendar() -> None:
    time = only("Le Ramadan 2024 a été calme.", "2024-06-01")
    assert (time.begin, time.end) == ("2024-03-11", "2024-04-09")
