"""When acts take place; the report is published on Monday 17 January 2022."""

import pytest

from selon import read
from selon.records import When

MONDAY = "2022-01-17"


def whens(text: str) -> dict[str, When | None]:
    return {e.trigger.text: e.when for e in read(text, MONDAY).events}


def dates(text: str, trigger: str) -> tuple[str | None, str | None, str | None] | None:
    when = whens(text)[trigger]
    return (when.begin, when.end, when.rule) if when else None


def test_a_time_that_hangs_on_an_act_is_its_own() -> None:
    text = "Des rebelles ont attaqué mardi le port de Valdor."
    assert dates(text, "attaqué") == ("2022-01-11", "2022-01-11", "trigger")


def test_an_act_that_began_since_a_date_lasts_until_publication() -> None:
    text = "Les rebelles bombardent la ville depuis le 3 janvier."
    assert dates(text, "bombardent") == ("2022-01-03", "2022-01-17", "trigger")


def test_an_act_that_began_since_the_end_of_a_month_lasts_until_publication() -> None:
    text = "Les rebelles bombardent la ville depuis fin octobre 2021."
    assert dates(text, "bombardent") == ("2021-10-21", "2022-01-17", "trigger")


def test_of_two_times_the_one_nearer_in_the_parse_is_that_of_the_act() -> None:
    text = "Sur fond de tensions depuis un an, la police a arrêté mardi un juge."
    assert dates(text, "arrêté") == ("2022-01-11", "2022-01-11", "trigger")


def test_a_noun_takes_place_when_its_participle_says() -> None:
    text = "Le général a salué l'offensive lancée en avril 2019 contre la capitale."
    assert dates(text, "offensive") == ("2019-04-01", "2019-04-30", "trigger")


def test_a_headline_has_the_day_that_the_report_tells() -> None:
    text = "Attaque contre un marché à Valdor\n\nUn marché de Valdor a été attaqué mardi par des hommes armés."
    assert dates(text, "Attaque") == ("2022-01-11", "2022-01-11", "repeat")


def test_the_narrative_goes_on_on_the_day_it_told() -> None:
    text = "La ministre est arrivée mardi à Genève. Elle a rencontré le président suisse."
    assert dates(text, "rencontré") == ("2022-01-11", "2022-01-11", "narrative")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Il a demandé mardi le retour de la femme arrêtée par la police.", "arrêtée"),
        ("Le ministre est arrivé mardi à Genève. Il pourrait rencontrer le président suisse.", "rencontrer"),
    ],
)
def test_an_act_of_another_time_has_none(text: str, trigger: str) -> None:
    assert dates(text, trigger) is None
