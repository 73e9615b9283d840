"""What settles a time is said; the report is published on Monday 17 January 2022."""

import pytest
from tests.reading.times.told import MONDAY, only

from selon.reading.times import find_times


@pytest.mark.parametrize(
    ("text", "rule", "ambiguous"),
    [
        ("Né le 3 mars 1982, il vit.", "written", False),
        ("Il a fui hier.", "deictic", False),
        ("Il a fui vendredi.", "tense", False),
        ("Il partira vendredi.", "tense", False),
        ("Il a fui vendredi dernier.", "relation", False),
        ("Vendredi à Genève.", "nearest", True),
        ("Réunion le jeudi 20 janvier.", "weekday", False),
        ("Réunion le 20 janvier.", "nearest", True),
    ],
)
def test_the_rule_that_settled_a_time_is_told(text: str, rule: str, ambiguous: bool) -> None:
    time = only(text)
    assert (time.rule, time.ambiguous) == (rule, ambiguous)


def test_a_time_told_from_the_narrative_says_so() -> None:
    _, later = find_times("Il a fui le 3 janvier. Le lendemain, il a été repris.", MONDAY)
    assert (later.value, later.anchor, later.rule) == ("2022-01-04", "narrative", "narrative")


def test_a_morning_after_a_night_is_the_next_day() -> None:
    *_, morning = find_times("L'assaut a eu lieu dans la nuit de mardi. Dans la matinée, le calme est revenu.", MONDAY)
    assert morning.value == "2022-01-12TMO"


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("La tribune paraît le 17/01/22.", "17/01/22", "2022-01-17"),
        ("Il a été élu le 17.01.2022.", "17.01.2022", "2022-01-17"),
        ("Les travaux reprendront semaine 12.", "semaine 12", "2022-W12"),
        ("Le vote a eu lieu la semaine du 3 janvier.", "la semaine du 3 janvier", "2022-W01"),
        ("Il sera jugé à la rentrée.", "rentrée", "2022-09"),
        ("Il sera fixé sous huit jours.", "huit jours", "2022-01-25"),
        ("Il viendra dans les semaines à venir.", "les semaines à venir", "FUTURE_REF"),
        ("Le débat a duré 1 h 30.", "1 h 30", "PT1H30M"),
        ("Ils ont voté après 2 h 15 de débats.", "2 h 15", "PT2H15M"),
        ("Le pays possède aujourd'hui trois ports.", "aujourd'hui", "PRESENT_REF"),
        ("Elle signera aujourd'hui l'accord.", "aujourd'hui", "2022-01-17"),
        ("Le bilan doit tomber avant que la loi soit votée vendredi.", "vendredi", "2022-01-21"),
        ("Il a appelé les ouvriers à défiler samedi.", "samedi", "2022-01-22"),
        ("Le couple est parti deux heures de l'après-midi sonnées.", "deux heures de l'après-midi", "2022-01-17T14:00"),
        ("La grève débutera lundi 24 janvier à 19 h.", "lundi 24 janvier à 19 h", "2022-01-24T19:00"),
        ("L'audience est fixée au mardi vers 15 heures.", "mardi vers 15 heures", "2022-01-18T15:00"),
        ("Il a eu une forte hausse en cette fin d'année.", "cette fin d'année", "2021"),
        ("Il reviendra lundi prochain à midi.", "lundi prochain à midi", "2022-01-24T12:00"),
        ("Le port a fermé durant la décennie 1990.", "décennie 1990", "199X"),
        ("Ils se voient les mardis.", "les mardis", "XXXX-WXX-2"),
    ],
)
def test_a_class_of_times_has_its_value(text: str, span: str, value: str) -> None:
    time = only(text)
    assert (time.span.text, time.value) == (span, value)


@pytest.mark.parametrize(
    "text",
    [
        "La foule a observé une minute de silence.",
        "Les élèves ont avancé en maintenant leurs distances.",
        "Le championnat de handball 2016-2017 reprend.",
        "Le standard répond au 03.83.96.46.12.",
    ],
)
def test_it_is_no_time(text: str) -> None:
    assert find_times(text, MONDAY) == ()


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("L'état-major a décidé l'envoi de troupes fin décembre.", "fin décembre", "2021-12"),
        ("Le retrait a commencé le 12 janvier.", "12 janvier", "2022-01-12"),
        ("La semaine dernière, Moscou a démenti.", "La semaine dernière", "2022-W02"),
    ],
)
def test_a_report_in_january_looks_back(text: str, span: str, value: str) -> None:
    time = only(text)
    assert (time.span.text, time.value) == (span, value)
