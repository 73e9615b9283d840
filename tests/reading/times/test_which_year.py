"""The year of dates that tell none; the report is published on Monday 17 January 2022 unless it says otherwise."""

import pytest
from tests.reading.times.told import only, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le traité a été signé le 12 janvier.", "2022-01-12"),
        ("Le traité a été signé le 30 juin.", "2021-06-30"),
        ("Le traité sera signé le 30 juin.", "2022-06-30"),
        ("Le traité doit être signé le 30 janvier.", "2022-01-30"),
        ("Le traité a été signé en décembre.", "2021-12"),
        ("Le traité sera signé en mars.", "2022-03"),
        ("Le blocus dure depuis novembre.", "2021-11"),
        ("Le blocus sera levé d'ici avril.", "2022-04"),
    ],
)
def test_the_tense_picks_the_year_of_a_date_without_one(text: str, value: str) -> None:
    assert only(text).value == value


def test_the_weekday_picks_the_year_of_a_date_without_one() -> None:
    assert only("Un texte du mardi 17 avril circule.", "2019-06-01").value == "2018-04-17"


def test_a_date_that_no_verb_settles_is_ambiguous() -> None:
    assert only("Concert du 12 mars.").ambiguous
    assert not only("Le concert a eu lieu le 12 mars.").ambiguous


def test_without_a_publication_date_a_date_keeps_what_it_says() -> None:
    assert values("Le pont a rouvert le 3 février, mardi et en mai 2017.", None) == [
        ("3 février", "XXXX-02-03"),
        ("mardi", "XXXX-WXX-2"),
        ("mai 2017", "2017-05"),
    ]


def test_a_publication_month_settles_years_and_months_only() -> None:
    assert values("L'an dernier, le mois dernier, hier.", "2022-01") == [
        ("L'an dernier", "2021"),
        ("le mois dernier", "2021-12"),
        ("hier", None),
    ]
