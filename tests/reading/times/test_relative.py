"""Times told from publication or from the narrative; the report is published on Monday 17 January 2022."""

import pytest
from tests.reading.times.told import MONDAY, only

from selon.reading.times import find_times
from selon.records import Time


def last(text: str) -> Time:
    return find_times(text, MONDAY)[-1]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Il a parlé hier.", "hier", "2022-01-16"),
        ("Il a parlé avant-hier.", "avant-hier", "2022-01-15"),
        ("Il parlera demain.", "demain", "2022-01-18"),
        ("Il parlera après-demain.", "après-demain", "2022-01-19"),
        ("Il parle aujourd’hui.", "aujourd’hui", "2022-01-17"),
        ("Il a parlé hier 16 janvier.", "hier 16 janvier", "2022-01-16"),
        ("Il a parlé vendredi dernier.", "vendredi dernier", "2022-01-14"),
        ("Il parlera jeudi prochain.", "jeudi prochain", "2022-01-20"),
        ("Il parle ce mardi.", "ce mardi", "2022-01-18"),
        ("Il a parlé la semaine dernière.", "la semaine dernière", "2022-W02"),
        ("Il parlera la semaine prochaine.", "la semaine prochaine", "2022-W04"),
        ("Il parle cette semaine.", "cette semaine", "2022-W03"),
        ("Il parlera ce week-end.", "ce week-end", "2022-W03-WE"),
        ("Il a parlé le week-end dernier.", "le week-end dernier", "2022-W02-WE"),
        ("Il a parlé le mois dernier.", "le mois dernier", "2021-12"),
        ("La loi du mois dernier.", "mois dernier", "2021-12"),
        ("Il parle ce mois-ci.", "ce mois-ci", "2022-01"),
        ("Il a parlé l'an dernier.", "l'an dernier", "2021"),
        ("Il parlera l'année prochaine.", "l'année prochaine", "2023"),
        ("Il a parlé il y a deux ans.", "il y a deux ans", "2020"),
        ("Il a parlé il y a trois mois.", "il y a trois mois", "2021-10"),
        ("Il a parlé il y a une semaine.", "il y a une semaine", "2022-01-10"),
        ("Il a parlé il y a environ deux semaines.", "il y a environ deux semaines", "2022-01-03"),
        ("Il a parlé il y a 24 heures.", "il y a 24 heures", "2022-01-16"),
        ("Il parlera dans trois jours.", "trois jours", "2022-01-20"),
        ("La nouvelle année a bien commencé.", "nouvelle année", "2022"),
        ("Ils vivaient là il y a 40 000 ans.", "il y a 40 000 ans", "KA40"),
    ],
)
def test_a_time_told_from_publication_has_its_value(text: str, words: str, value: str) -> None:
    time = only(text)
    assert (time.span.text.removeprefix("La "), time.value, time.anchor) == (words, value, "published")


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        ("Le ministre a démissionné mardi.", "2022-01-11", "past"),
        ("Le ministre a démissionné lundi.", "2022-01-17", "same"),
        ("Lundi, le ministre a démissionné.", "2022-01-17", "same"),
        ("Le ministre démissionnera mardi.", "2022-01-18", "future"),
        ("Le ministre doit démissionner mardi.", "2022-01-18", "future"),
        ("Mardi, le ministre se rendra à Vilcourt.", "2022-01-18", "future"),
        ("Le ministre est attendu mardi à Vilcourt.", "2022-01-18", "future"),
        ("Le rapport publié mardi accable le ministre.", "2022-01-11", "past"),
        ("Le trafic est interrompu jusqu'à mercredi.", "2022-01-19", "future"),
    ],
)
def test_a_bare_weekday_is_the_last_one_unless_the_clause_is_in_the_future(
    text: str, value: str, direction: str
) -> None:
    time = only(text)
    assert (time.value, time.direction) == (value, direction)


def test_a_weekday_that_no_verb_settles_is_flagged() -> None:
    assert only("Réunion mardi.").ambiguous


def test_the_tense_can_come_from_outside() -> None:
    (past,) = find_times("Réunion mardi.", MONDAY, tense_at=lambda offset: "past")
    (future,) = find_times("Réunion mardi.", MONDAY, tense_at=lambda offset: "future")
    assert (past.value, future.value) == ("2022-01-11", "2022-01-18")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("la veille", "2022-01-09"),
        ("l'avant-veille", "2022-01-08"),
        ("le lendemain", "2022-01-11"),
        ("le surlendemain", "2022-01-12"),
        ("le même jour", "2022-01-10"),
        ("ce jour-là", "2022-01-10"),
        ("le matin même", "2022-01-10TMO"),
        ("ce soir-là", "2022-01-10TEV"),
        ("le lendemain matin", "2022-01-11TMO"),
        ("trois jours plus tard", "2022-01-13"),
        ("deux jours auparavant", "2022-01-08"),
        ("deux jours plus tôt", "2022-01-08"),
        ("cette semaine-là", "2022-W02"),
        ("cette même semaine", "2022-W02"),
        ("le jour suivant", "2022-01-11"),
    ],
)
def test_a_time_told_from_the_narrative_counts_from_its_last_date(words: str, value: str) -> None:
    time = last(f"Le fort est tombé le 10 janvier. L'état-major avait fui {words}.")
    assert (time.value, time.anchor) == (value, "narrative")


def test_a_narrative_without_a_date_counts_from_publication() -> None:
    time = only("La ville était calme la veille.")
    assert (time.value, time.anchor) == ("2022-01-16", "published")


def test_a_date_long_past_does_not_anchor_the_next_paragraph() -> None:
    text = "Le roi est mort le 12 mai 2010.\nDans la soirée, la foule s'est dispersée."
    assert last(text).value == "2022-01-17TEV"


def test_years_plus_late_count_from_the_year_told() -> None:
    assert last("La guerre éclate en 1985. Trois ans plus tard, le roi abdique.").value == "1988"


def test_later_without_a_date_to_count_from_has_no_value() -> None:
    assert only("Trois ans plus tard, le roi abdique.").value is None


def test_an_hour_later_counts_from_the_clock_told() -> None:
    assert last("Une bombe a explosé lundi à 8 h 30. Une demi-heure plus tard, une autre a sauté.").value == (
        "2022-01-17T09:00"
    )


def test_some_time_ago_is_the_past_and_no_date() -> None:
    assert only("Il a parlé il y a quelques années.").value == "PAST_REF"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Il vit actuellement à Vilcourt.", "actuellement", "PRESENT_REF"),
        ("Il vit désormais à Vilcourt.", "désormais", "PRESENT_REF"),
        ("Personne n'a pour l'heure revendiqué l'attaque.", "pour l'heure", "PRESENT_REF"),
        ("Il a récemment menti.", "récemment", "PAST_REF"),
        ("Il a menti par le passé.", "le passé", "PAST_REF"),
        ("Il partira bientôt.", "bientôt", "FUTURE_REF"),
        ("Il se taira à l'avenir.", "avenir", "FUTURE_REF"),
        ("Il partira dans les prochains mois.", "les prochains mois", "FUTURE_REF"),
    ],
)
def test_a_vague_reference_is_past_present_or_future(text: str, words: str, value: str) -> None:
    time = only(text)
    assert (time.span.text, time.type, time.value) == (words, "DATE", value)
