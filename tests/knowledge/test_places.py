from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.knowledge.countries import load_countries
from selon.knowledge.places import SCHEMAS, load_places
from selon.knowledge.spelling import fold
from selon.tables import read_table

PLACES = load_places()
TABLES = {name: read_table("selon.knowledge", name, schema) for name, schema in SCHEMAS.items()}
NAMES = st.sampled_from(sorted(PLACES.names))


def test_every_country_is_known():
    codes = {row["country"] for rows in TABLES.values() for row in rows if row["country"]}
    assert codes <= load_countries().rows.keys()


def test_every_division_of_a_town_has_its_row_and_lies_in_its_country():
    countries = {row["code"]: row["country"] for row in TABLES["divisions.tsv"]}
    assert len(countries) == len(TABLES["divisions.tsv"])
    for town in TABLES["towns.tsv"]:
        assert not town["division"] or countries[town["division"]] == town["country"], town


@pytest.mark.parametrize("table", ["towns.tsv", "divisions.tsv"])
def test_no_geonames_number_is_listed_twice(table: str):
    assert max(Counter(row["geonames"] for row in TABLES[table]).values()) == 1


def test_no_name_is_given_to_two_towns_of_one_division():
    keys = Counter((fold(t["name"]), t["country"], t["division"]) for t in TABLES["towns.tsv"])
    assert [key for key, count in keys.items() if count > 1] == []


def test_towns_are_sorted_by_name():
    names = [fold(row["name"]) for row in TABLES["towns.tsv"]]
    assert names == sorted(names)


def test_a_town_lies_near_the_middle_of_its_division():
    middle = {row["code"]: row for row in TABLES["divisions.tsv"] if row["latitude"]}
    far = [
        town["name"]
        for town in TABLES["towns.tsv"]
        if (division := middle.get(town["division"]))
        and abs(float(town["latitude"]) - float(division["latitude"])) > 20
    ]
    assert far == []


@pytest.mark.parametrize(
    ("country", "south", "north", "west", "east"),
    [
        ("FRA", 41, 51.2, -5.3, 9.7),
        ("MLI", 10, 25, -12.5, 4.5),
        ("SYR", 32, 37.5, 35.5, 42.5),
        ("UKR", 44, 52.5, 22, 40.3),
        ("IRQ", 29, 37.5, 38.7, 48.7),
        ("LBY", 19.5, 33.3, 9, 25.2),
        ("DEU", 47, 55.1, 5.8, 15.1),
        ("JPN", 24, 45.6, 122, 146),
        ("AUS", -44, -10, 112, 154),
    ],
)
def test_towns_lie_inside_their_country(country: str, south: float, north: float, west: float, east: float):
    for town in TABLES["towns.tsv"]:
        if town["country"] == country:
            assert south <= float(town["latitude"]) <= north, town
            assert west <= float(town["longitude"]) <= east, town


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Gao", "MLI", 16.3, 0.0),
        ("Marioupol", "UKR", 47.1, 37.5),
        ("Alep", "SYR", 36.2, 37.2),
        ("Mossoul", "IRQ", 36.3, 43.1),
        ("Le Caire", "EGY", 30.1, 31.2),
        ("La Haye", "NLD", 52.1, 4.3),
        ("N’Djamena", "TCD", 12.1, 15.1),
        ("Saint-Pétersbourg", "RUS", 59.9, 30.3),
        ("Deir ez-Zor", "SYR", 35.3, 40.1),
        ("Djeddah", "SAU", 21.5, 39.2),
    ],
)
def test_the_foremost_place_of_a_name_is_where_it_is(name: str, country: str, latitude: float, longitude: float):
    place = PLACES.named(name)[0]
    assert place.country == country
    assert place.latitude == pytest.approx(latitude, abs=0.2)
    assert place.longitude == pytest.approx(longitude, abs=0.2)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Bavière", "division", "DEU"),
        ("Tchétchénie", "division", "RUS"),
        ("Seine-Saint-Denis", "department", "FRA"),
        ("mer Noire", "sea", None),
        ("Donbass", "region", "UKR"),
        ("Cachemire", "region", None),
        ("Maghreb", "region", None),
        ("Vésubie", "region", "FRA"),
    ],
)
def test_regions_and_seas_are_known_by_their_french_names(name: str, kind: str, country: str | None):
    assert (kind, country) in {(p.kind, p.country) for p in PLACES.named(name)}


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Saint-Martin-Vésubie", "town", "FRA"),
        ("Sarlat", "town", "FRA"),
        ("Kitzbühel", "town", "AUT"),
        ("Nipawin", "town", "CAN"),
        ("Tchasiv Iar", "town", "UKR"),
        ("Cocody", "quarter", "CIV"),
        ("Wazemmes", "quarter", "FRA"),
        ("Bruxelles-Midi", "site", "BEL"),
        ("barrage de Serre-Ponçon", "site", "FRA"),
        ("comté de Broward", "region", "USA"),
    ],
)
def test_small_places_of_the_news_are_known(name: str, kind: str, country: str):
    assert (kind, country) in {(p.kind, p.country) for p in PLACES.named(name)}


def test_features_are_sorted_and_none_is_listed_twice():
    names = [(row["name"], row["kind"], row["country"]) for row in TABLES["features.tsv"]]
    assert names == sorted(names)
    assert len(names) == len(set(names))


def test_accents_hyphens_and_apostrophes_do_not_matter():
    assert PLACES.named("Evry") == PLACES.named("Évry")
    assert PLACES.named("Saint Denis") == PLACES.named("Saint-Denis")
    assert PLACES.named("L’Haÿ-les-Roses") == PLACES.named("L'Hay-les-Roses") != ()


def test_a_division_is_known_behind_its_noun_and_an_article_may_be_contracted():
    assert [p.name for p in PLACES.behind_noun("Gao")] == ["région de Gao"]
    assert [p.name for p in PLACES.behind_article("Caire")][:1] == ["Le Caire"]


@given(NAMES)
def test_every_listed_name_is_found_folded_as_the_text_is(key: str):
    assert fold(key) == key
    assert PLACES.named(key)
    assert PLACES.most_words[key.split()[0]] >= 1
