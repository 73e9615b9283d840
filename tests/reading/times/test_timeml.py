"""Times as TimeML's guidelines have them; the report is published on Monday 17 January 2022."""

import pytest

from selon.errors import TableError
from selon.reading.times import find_times
from selon.reading.times.timeml import load_timeml

MONDAY = "2022-01-17"


def spans(text: str) -> list[str]:
    return [t.span.text for t in find_times(text, MONDAY, style="timeml")]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Il a démissionné le 12 janvier.", "le 12 janvier"),
        ("Le jeudi 13 janvier, il a fui.", "Le jeudi 13 janvier"),
        ("Il a attendu jusqu'à la fin de l'année.", "la fin de l'année"),
        ("Il est revenu dans la soirée.", "la soirée"),
        ("Il est revenu vers 12 h 30.", "vers 12 h 30"),
        ("Il sera entendu en février.", "février"),
        ("Il vient du 12 janvier.", "12 janvier"),
        ("Elle est morte à l'automne dernier.", "l'automne dernier"),
    ],
)
def test_an_article_belongs_to_the_span_a_preposition_does_not(text: str, span: str) -> None:
    assert spans(text) == [span]


def test_what_ties_a_time_of_day_to_its_day_stays_outside() -> None:
    assert spans("Il est tombé mardi vers 21 h 45.") == ["mardi", "21 h 45"]


@pytest.mark.parametrize(
    "text",
    [
        "Une traductrice de 26 ans témoigne.",
        "Jeanne Lanvin, 31 ans, a porté plainte.",
        "Le tireur, âgé de 19 ans, a fui.",
        "Il est mort à l'âge de 84 ans.",
        "L'atelier accueille les enfants de 2 à 8 ans.",
        "Trois garçons de 12, 14 et 17 ans ont disparu.",
        "Paul Morel (23 ans) a été libéré.",
        "Les moins de 20 ans ne votent pas.",
    ],
)
def test_an_age_is_no_time(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Il a écopé d'une peine de 10 ans de prison.", "10 ans"),
        ("Le président a un mandat de cinq ans.", "cinq ans"),
        ("Il a été condamné à 5 ans de réclusion.", "5 ans"),
        ("Le bail court sur 30 ans.", "30 ans"),
        ("Il a disparu une semaine.", "une semaine"),
    ],
)
def test_a_length_of_time_is_no_age(text: str, span: str) -> None:
    assert spans(text) == [span]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Le prochain sommet réunira dix pays.", "prochain", "FUTURE_REF"),
        ("L'actuel ministre se tait.", "actuel", "PRESENT_REF"),
        ("Le futur préfet est connu.", "Le futur", "FUTURE_REF"),
        ("Le recensement précédent était faux.", "précédent", "PAST_REF"),
        ("Il pense à l'avenir du port.", "l'avenir", "FUTURE_REF"),
        ("La décision est remise à une date ultérieure.", "une date ultérieure", "FUTURE_REF"),
    ],
)
def test_adjectives_and_nouns_refer_to_the_present_past_or_future(text: str, span: str, value: str) -> None:
    assert [(t.span.text, t.value) for t in find_times(text, MONDAY, style="timeml")] == [(span, value)]
    assert find_times(text, MONDAY) == () or value == "FUTURE_REF"


def test_a_language_without_the_table_says_so() -> None:
    with pytest.raises(TableError):
        load_timeml("xx")
