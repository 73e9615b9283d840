from collections.abc import Callable, Sequence

import pytest

Told = tuple[str | None, str | None, list[str]]
Tell = Callable[[str], Sequence[Told]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Deux hommes, soupçonnés d'avoir volé une voiture, ont été arrêtés lundi.", "avoir volé une voiture"),
        ("Le maire, estimant que le pont est dangereux, a fermé la route.", "le pont est dangereux"),
        ("Le maire, qui affirmait que le pont tenait, a démissionné.", "le pont tenait"),
    ],
)
def test_a_content_ends_where_the_main_clause_goes_on(told: Tell, text: str, content: str) -> None:
    assert [content] in [c for _, _, c in told(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Le ministre a annoncé sa visite, et le curé du village a dit une messe.", "sa visite"),
        ("Le préfet a promis de rouvrir la route et les habitants ont repris espoir.", "rouvrir la route"),
    ],
)
def test_a_content_ends_before_a_clause_with_its_own_subject(told: Tell, text: str, content: str) -> None:
    assert [content] in [c for _, _, c in told(text)]


def test_a_second_infinitive_or_noun_goes_on_with_the_content(told: Tell) -> None:
    text = "Le ministre a annoncé la fin des combats et le départ des troupes."
    assert ["la fin des combats et le départ des troupes"] in [c for _, _, c in told(text)]


def test_a_source_at_the_end_tells_the_whole_sentence(told: Tell) -> None:
    found = told("L'ancien ministre a demandé l'annulation du jugement selon son avocat.")
    assert ["l'annulation du jugement"] in [c for _, _, c in found]
    assert ("son avocat", "selon", ["L'ancien ministre a demandé l'annulation du jugement"]) in found


def test_a_content_ends_at_a_full_stop_that_parts_no_sentence(told: Tell) -> None:
    text = "L'avocat parle de dix vols par semaine. le collectif des habitants a manifesté."
    assert ["dix vols par semaine"] in [c for _, _, c in told(text)]


def test_an_aside_behind_an_auxiliary_ends_nothing(told: Tell) -> None:
    text = "Ils sont accusés d'être, à des degrés divers, responsables du naufrage."
    assert ["être, à des degrés divers, responsables du naufrage"] in [c for _, _, c in told(text)]


def test_a_conjunction_cut_off_from_its_clause_is_left_out(told: Tell) -> None:
    text = "Il juge le projet inutile, même si, selon lui, le pont est vieux."
    assert all(not c[0].endswith(("même", "si")) for _, _, c in told(text))
