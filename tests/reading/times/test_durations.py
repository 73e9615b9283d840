"""Durations and sets; the report is published on Monday 17 January 2022."""

import pytest
from tests.reading.times.told import MONDAY, only

from selon.reading.times import find_times


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("deux ans", "P2Y"),
        ("18 mois", "P18M"),
        ("trente-cinq ans", "P35Y"),
        ("un demi-siècle", "P50Y"),
        ("un quart de siècle", "P25Y"),
        ("une demi-heure", "PT30M"),
        ("trois quarts d'heure", "PT45M"),
        ("un quinquennat", "P5Y"),
        ("une heure et demie", "PT1H30M"),
        ("un an et demi", "P1Y6M"),
        ("deux ans et trois mois", "P2Y3M"),
        ("30,4 secondes", "PT30.4S"),
        ("une dizaine de jours", "P10D"),
        ("une vingtaine d'années", "P20Y"),
        ("quelques mois", "PXM"),
        ("plusieurs jours", "PXD"),
        ("de nombreuses années", "PXY"),
        ("quelques heures", "PTXH"),
        ("près de neuf minutes", "PT9M"),
        ("plus d'un an", "P1Y"),
        ("96 heures", "PT96H"),
        ("deux décennies", "P20Y"),
    ],
)
def test_a_duration_has_its_value(words: str, value: str) -> None:
    time = only(f"Le siège a duré {words}.")
    assert (time.span.text, time.type, time.value) == (words, "DURATION", value)


@pytest.mark.parametrize("text", ["Jeanne Morvan, 38 ans, a fui.", "Un garçon âgé de 38 ans a fui."])
def test_an_age_is_a_duration(text: str) -> None:
    time = only(text)
    assert (time.span.text, time.type, time.value) == ("38 ans", "DURATION", "P38Y")


def test_numbers_that_share_a_unit_are_durations_each() -> None:
    times = find_times("Trois hommes âgés de 26, 30 et 48 ans ont fui.", MONDAY)
    assert [(t.span.text, t.value) for t in times] == [("26", "P26Y"), ("30", "P30Y"), ("48 ans", "P48Y")]


@pytest.mark.parametrize(
    ("words", "mod"),
    [("environ deux mois", "APPROX"), ("plus de deux mois", "MORE_THAN"), ("moins de deux mois", "LESS_THAN")],
)
def test_an_approximation_is_in_the_span_and_a_mod(words: str, mod: str) -> None:
    time = only(f"Le siège a duré {words}.")
    assert (time.span.text, time.mod) == (words, mod)


def test_a_duration_since_runs_up_to_publication() -> None:
    time = only("Le blocus dure depuis trois semaines.")
    assert (time.span.text, time.value, time.edtf) == ("trois semaines", "P3W", "2021-12-27/..")


def test_a_duration_to_come_runs_from_publication() -> None:
    time = only("Le mur sera fini d'ici dix ans.")
    assert (time.span.text, time.value, time.edtf) == ("dix ans", "P10Y", "../2032")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Ces derniers jours, des tirs ont retenti.", "Ces derniers jours", "PXD"),
        ("Des tirs ont retenti au cours des dix derniers mois.", "dix derniers mois", "P10M"),
        ("Des tirs ont retenti ces 48 dernières heures.", "ces 48 dernières heures", "PT48H"),
        ("Le chantier prendra fin dans les dix prochaines années.", "les dix prochaines années", "P10Y"),
        ("Des tirs ont retenti au cours de l'année écoulée.", "l'année écoulée", "P1Y"),
    ],
)
def test_the_last_and_next_units_are_durations(text: str, words: str, value: str) -> None:
    time = only(text)
    assert (time.span.text, time.type, time.value) == (words, "DURATION", value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Il ment chaque année.", "chaque année", "P1Y"),
        ("Il ment tous les jours.", "tous les jours", "P1D"),
        ("Il ment toutes les deux semaines.", "toutes les deux semaines", "P2W"),
        ("Ils défilent tous les jeudis.", "tous les jeudis", "XXXX-WXX-4"),
        ("Ils défilent un jeudi sur deux.", "un jeudi sur deux", "XXXX-WXX-4"),
        ("Il gagne mille euros par mois.", "mois", "P1M"),
        ("Un bulletin hebdomadaire paraît.", "hebdomadaire", "P1W"),
    ],
)
def test_a_set_has_its_period(text: str, words: str, value: str) -> None:
    time = only(text)
    assert (time.span.text, time.type, time.value) == (words, "SET", value)


def test_a_span_of_time_before_an_event_is_a_duration() -> None:
    time = only("Il a fui deux jours après l'attaque.")
    assert (time.span.text, time.value) == ("deux jours", "P2D")
