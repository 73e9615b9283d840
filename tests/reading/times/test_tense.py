"""The tense of the clause around a time."""

import pytest

from selon.reading.times.tense import tense_in


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Le maire a démissionné | sans un mot.", "past"),
        ("Le maire avait été élu |.", "past"),
        ("Le maire arrivait |.", "past"),
        ("Le texte signé | prévoit une trêve.", "past"),
        ("Le maire démissionnera |.", "future"),
        ("Le maire va démissionner |.", "future"),
        ("Le maire devrait démissionner |.", "future"),
        ("Le texte sera signé |.", "future"),
        ("Le maire est attendu |.", "future"),
        ("|, le maire a démissionné.", "past"),
        ("|, le maire démissionnera.", "future"),
        ("Il a dit que le maire partira |.", "future"),
        ("Il a promis une aide qui arrivera |.", "future"),
        ("Les forces qui reviendront ont fui. Réunion |.", None),
        ("Réunion |.", None),
        ("Il règne depuis |.", "past"),
        ("Il partira d'ici |.", "future"),
        ("Près de l'Opéra |.", None),
        ("Sebastian Morera |.", None),
    ],
)
def test_the_nearest_verb_of_the_clause_tells_the_tense(text: str, tense: str | None) -> None:
    offset = text.index("|")
    assert tense_in(text.replace("|", "mardi"), "fr")(offset) == tense
