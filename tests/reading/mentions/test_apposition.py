"""The name that stands beside a description, and the one that is somebody else's."""

import pytest
from tests.reading.mentions.parties import Read, speakers


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
