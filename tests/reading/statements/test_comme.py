"""What a clause in "comme" or "ainsi que" attributes."""

import pytest

from selon import Reader

CASES = [
    ("« Le pont tiendra », comme l'a assuré le maire.", "direct", "le maire", "Le pont tiendra"),
    (
        "Comme l'a expliqué mardi le préfet, « la crue recule lentement ».",
        "direct",
        "le préfet",
        "la crue recule lentement",
    ),
    ("Ainsi que l'a rappelé l'ONU, la trêve expire lundi.", "indirect", "ONU", "la trêve expire lundi"),
    ("Comme annoncé par le ministère, les tirs ont cessé.", "indirect", "le ministère", "les tirs ont cessé"),
    ("Comme indiqué jeudi par Tunis, la frontière a rouvert.", "indirect", "Tunis", "la frontière a rouvert"),
]


@pytest.mark.parametrize(("text", "form", "speaker", "content"), CASES)
def test_a_clause_in_comme_attributes_the_rest_of_its_sentence(
    text: str, form: str, speaker: str, content: str
) -> None:
    (found,) = Reader().read(text).statements
    assert found.speaker is not None
    assert (found.form, found.speaker.span.text, [c.text for c in found.content]) == (form, speaker, [content])


@pytest.mark.parametrize(
    "text",
    [
        "Comme prévu, le sommet a eu lieu mardi.",
        "Le président, comme l'exige la loi, a saisi la Cour.",
    ],
)
def test_other_clauses_in_comme_attribute_nothing(text: str) -> None:
    assert not Reader().read(text).statements
