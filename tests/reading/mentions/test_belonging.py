"""Whose a description is: by its adjectives, its owner, the places and the article around it."""

import pytest
from tests.reading.mentions.parties import Read, countries, everyone, speakers


def test_a_row_of_adjectives_names_a_state_each(read: Read) -> None:
    reading = read("Les dirigeants allemand, français et britannique ont condamné l'attaque.")
    assert {"DEU", "FRA", "GBR"} <= {m.country for m in everyone(reading)}


def test_the_police_of_a_part_overseas_is_its_states(read: Read) -> None:
    reading = read("Guyane : des heurts à Cayenne. Les policiers ont arrêté trois hommes à Cayenne, en Guyane.")
    assert countries(reading, "policiers") == {"FRA"}


def test_a_policeman_is_of_the_one_country_whose_places_the_sentence_names(read: Read) -> None:
    reading = read("Un homme a été tué par un policier à Minneapolis.")
    assert countries(reading, "policier") == {"USA"}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Turquie : une bombe a explosé. Des rebelles ont attaqué un bus de l'armée en Turquie.", "bus", "TUR"),
        ("L'opposition a attaqué un fourgon de gendarmes à Bordeaux.", "fourgon", "FRA"),
    ],
)
def test_the_things_of_a_force_or_state_are_its_countrys(read: Read, text: str, words: str, code: str) -> None:
    assert code in countries(read(text), words)


def test_private_persons_have_no_country(read: Read) -> None:
    reading = read("Des rebelles ont tué deux touristes allemands près de Gao.")
    assert countries(reading, "touristes") == {None}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Selon un communiqué de la Croix-Rouge, les blessés sont nombreux.", "Croix-Rouge"),
        ("Selon les chiffres de Médecins sans frontières, la faim recule.", "Médecins sans frontières"),
        ("Le bureau de Médecins sans frontières a affirmé que la clinique était vide.", "Médecins sans frontières"),
    ],
)
def test_a_text_or_an_office_speaks_for_its_owner(read: Read, text: str, name: str) -> None:
    assert any(found and name in found for found in speakers(read(text)))


@pytest.mark.parametrize("speaker", ["Le chef des rebelles", "Un porte-parole des paramilitaires", "Un chef rebelle"])
def test_whoever_speaks_for_an_armed_group_has_no_country(read: Read, speaker: str) -> None:
    reading = read(f"Soudan : la trêve tient. {speaker} a déclaré que le Soudan était en paix.")
    assert countries(reading, speaker.split()[-1]) == {None}


def test_an_adjective_before_a_noun_is_not_who_speaks(read: Read) -> None:
    reading = read("Un haut responsable du département d'État a indiqué que la trêve tenait.")
    assert countries(reading, "responsable") == {"USA"}


@pytest.mark.parametrize(
    ("body", "code"),
    [("Le conseil de sécurité", "UN"), ("La gendarmerie nationale", "MLI"), ("Le département d'État", "USA")],
)
def test_a_public_body_in_small_letters_is_known(read: Read, body: str, code: str) -> None:
    reading = read(f"Mali : attaque près de Gao, au Mali. {body} a déclaré que le Mali était en deuil.")
    assert countries(reading, body.split(" ", 1)[1]) == {code}


def test_a_capital_that_is_a_mere_place_is_no_side(read: Read) -> None:
    text = "La Serbie a accusé le Kosovo d'ingérence. Réunis à Tirana, des ministres ont condamné les deux pays."
    condemned = next(e for e in read(text).events if e.trigger.text == "condamné")
    assert {m.country for m in condemned.recipients} == {"SRB", "XKX"}
