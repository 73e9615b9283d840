"""Whom descriptions, pronouns and joined names mean: each by a sentence of its own."""

from collections.abc import Callable

import pytest

from selon import Mention, Reading

Read = Callable[..., Reading]


def everyone(reading: Reading) -> list[Mention]:
    return [
        *(m for s in reading.statements for m in (s.speaker, s.addressee) if m),
        *(m for e in reading.events for group in (e.actors, e.recipients) for m in group),
    ]


def speakers(reading: Reading) -> set[str | None]:
    return {s.speaker.name for s in reading.statements if s.speaker}


def countries(reading: Reading, words: str) -> set[str | None]:
    found = {m.country for m in everyone(reading) if words in m.span.text}
    assert found, [m.span.text for m in everyone(reading)]
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La route est coupée, a affirmé le ministre des Mines et des ressources en eau Tarek Belami.", "Tarek Belami"),
        (
            "Le porte-parole de l'Agence de sûreté aérienne, Milan Dorval, a déclaré que tout allait bien.",
            "Milan Dorval",
        ),
        ("La directrice (Jeanne Roche) a annoncé que l'usine fermerait.", "Jeanne Roche"),
        ("Un des chefs de la rébellion, Ousmane Kéita, a démenti que la trêve tenait.", "Ousmane Kéita"),
    ],
)
def test_a_name_behind_a_title_and_all_its_complements_is_its_bearer(read: Read, text: str, name: str) -> None:
    assert name in speakers(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Selon le porte-parole de la police, Jean Morval a tué sa voisine.",
        "Le frère du maire Paul Lantier a déclaré que la route était coupée.",
    ],
)
def test_a_name_that_is_somebody_elses_is_not_the_bearer(read: Read, text: str) -> None:
    assert speakers(read(text)) <= {None}


def test_the_short_name_in_brackets_tells_which_body_is_meant(read: Read) -> None:
    reading = read("La mission de l'ONU au Mali (Minusma) a déclaré que la ville était calme.")
    assert any(name and "Mali" in name for name in speakers(reading))


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


def test_i_inside_somebodys_words_is_the_speaker(read: Read) -> None:
    reading = read("«\u00a0Je demande que la ville soit aidée\u00a0», a déclaré Nadia Verlaine.")
    assert speakers(reading) == {"Nadia Verlaine"}


def test_you_is_the_one_whom_the_words_call_upon(read: Read) -> None:
    reading = read("«\u00a0Emmanuel Macron, vous avez bombardé la ville de Zorov\u00a0», a déclaré le chef rebelle.")
    assert any(m.span.text == "vous" and m.name == "Emmanuel Macron" for m in everyone(reading))


def test_two_names_joined_by_a_hyphen_are_two_parties(read: Read) -> None:
    reading = read("Un sommet UE-Chine aura lieu mardi à Leipzig.")
    assert {"EU", "CHN"} <= {m.country for e in reading.events for m in e.actors}


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


def test_the_secretary_general_is_of_the_organisation_named_last(read: Read) -> None:
    reading = read("La Syrie a saisi l'ONU. La Syrie attend. Le secrétaire général a déclaré que la Syrie souffrait.")
    assert "António Guterres" in speakers(reading)


def test_a_newspaper_is_taken_up_by_its_noun(read: Read) -> None:
    reading = read("Le Washington Post a révélé l'affaire. Le quotidien américain affirme que deux hommes ont menti.")
    assert "The Washington Post" in speakers(reading)


def test_an_expert_is_taken_up_by_another_noun_of_experts(read: Read) -> None:
    reading = read("Le politologue Bruno Valdec est inquiet. L'universitaire estime que la crise va durer.")
    assert "Bruno Valdec" in speakers(reading)


def test_a_noun_of_another_profession_takes_nobody_up(read: Read) -> None:
    reading = read("Le politologue Bruno Valdec est inquiet. L'artiste estime que la crise va durer.")
    assert "Bruno Valdec" not in speakers(reading)


def test_a_title_in_capitals_is_no_name(read: Read) -> None:
    reading = read("Le Garde des Sceaux a démenti la rumeur à Paris, en France.", "2016-10-18")
    assert not any(m.name == "Garde des Sceaux" for m in everyone(reading))


def test_a_sea_of_the_gazetteer_is_no_division_of_its_last_word(read: Read) -> None:
    reading = read("Selon un diplomate, la marine norvégienne a tiré sur un chalutier en mer du Nord.", "2023-01-17")
    (place,) = reading.events[0].places
    assert (place.name, place.country) == ("mer du Nord", None)
