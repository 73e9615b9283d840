from collections.abc import Callable

import pytest

from selon import Mention, Reading

Read = Callable[..., Reading]


def places(reading: Reading) -> dict[str, Mention]:
    return {m.span.text: m for m in reading.mentions if m.kind == "place" and m.form == "name"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Deux soldats ont été blessés près de Gao, dans le nord du Mali.", "Gao", "MLI"),
        ("Une explosion a fait six morts à Tripoli, au Liban.", "Tripoli", "LBN"),
        ("Une explosion a fait six morts à Tripoli, dans l'ouest de la Libye.", "Tripoli", "LBY"),
        ("Le procès s'est ouvert mardi à Nice.", "Nice", "FRA"),
        ("Les négociateurs se sont retrouvés au Caire.", "Caire", "EGY"),
        ("Trois maires de Haute-Savoie ont signé la lettre.", "Haute-Savoie", "FRA"),
        ("La marine patrouille en mer Noire.", "mer Noire", None),
        ("Des frappes ont visé Deir ez-Zor.", "Deir ez-Zor", "SYR"),
    ],
)
def test_places_are_found_with_their_country(read: Read, text: str, name: str, country: str | None) -> None:
    found = places(read(text))
    assert name in found
    assert found[name].country == country


def test_a_place_tells_where_it_is(read: Read) -> None:
    gao = places(read("Deux soldats ont été blessés près de Gao."))["Gao"]
    assert gao.place is not None
    assert (gao.place.precision, gao.place.division, gao.place.geonames) == ("town", "région de Gao", 2457163)
    assert gao.place.latitude == pytest.approx(16.27)


def test_the_words_before_a_name_tell_a_town_from_a_department(read: Read) -> None:
    town = places(read("La conférence se tient à Vienne."))["Vienne"]
    department = places(read("L'usine fermera dans la Vienne."))["Vienne"]
    assert (town.country, town.place and town.place.precision) == ("AUT", "town")
    assert (department.country, department.place and department.place.precision) == ("FRA", "region")


def test_a_division_is_meant_behind_its_noun(read: Read) -> None:
    gao = places(read("L'armée a repris des villages de la région de Gao."))["Gao"]
    assert gao.place is not None
    assert gao.place.precision == "region"


def test_the_country_of_the_article_decides_before_population(read: Read) -> None:
    text = "Beyrouth a fermé ses écoles. Le gouvernement libanais a envoyé des renforts. L'armée libanaise patrouille à Tripoli."
    assert places(read(text))["Tripoli"].country == "LBN"


def test_comparable_towns_of_several_countries_stay_open(read: Read) -> None:
    found = places(read("Une marche a eu lieu à Brest."))["Brest"]
    assert (found.country, found.place) == (None, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L'Université de Nanterre a fermé ses portes.", "Nanterre"),
        ("Le magazine Paris Match a publié les photos.", "Paris"),
        ("Denzel Washington a visité le camp.", "Washington"),
        ("Orange a annoncé des pertes.", "Orange"),
        ("Cela n'a pas de Sens commun.", "Sens"),
        ("Le Tour de France partira de Lille.", "France"),
        ("M. Laval a refusé de répondre.", "Laval"),
    ],
)
def test_a_homograph_or_a_part_of_another_name_is_no_place(read: Read, text: str, words: str) -> None:
    named = {m.span.text for m in read(text).mentions if m.kind in {"place", "state"} and m.form == "name"}
    assert words not in named


@pytest.mark.parametrize("town", ["Tours", "Sens", "Vire", "Laval"])
def test_a_homograph_is_a_place_behind_a_preposition_of_place(read: Read, town: str) -> None:
    assert town in places(read(f"Un homme a été arrêté lundi à {town}."))
