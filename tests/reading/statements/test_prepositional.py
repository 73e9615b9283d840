from collections.abc import Callable, Sequence

import pytest

Told = tuple[str | None, str | None, list[str]]
Tell = Callable[[str], Sequence[Told]]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Ainsi, selon la police, trois hommes ont fui.", "la police", ["trois hommes ont fui"]),
        (
            "Pour Anna Rivel, directrice du musée, la vente sera annulée.",
            "Anna Rivel",
            ["la vente sera annulée"],
        ),
        (
            "Le convoi a été attaqué, selon la police, provoquant la colère des familles.",
            "la police",
            ["Le convoi a été attaqué"],
        ),
        (
            "L'attaque, qui a visé un convoi, a fait trois morts, selon l'armée.",
            "l'armée",
            ["L'attaque, qui a visé un convoi, a fait trois morts"],
        ),
        (
            "Le convoi, selon la police, transportait des armes.",
            "la police",
            ["Le convoi", "transportait des armes"],
        ),
        (
            "Ces tirs ont détruit d'après l'armée trois dépôts d'armes.",
            "l'armée",
            ["Ces tirs ont détruit", "trois dépôts d'armes"],
        ),
        (
            "L'aviation a frappé un marché, tuant selon l'ONU onze civils.",
            "l'ONU",
            ["tuant", "onze civils"],
        ),
        (
            "Selon l'armée, le convoi, parti la veille, transportait des armes.",
            "l'armée",
            ["le convoi, parti la veille, transportait des armes"],
        ),
        (
            "Selon Anna Rivel, de la Croix-Rouge, la route est coupée.",
            "Anna Rivel",
            ["la route est coupée"],
        ),
        ("« La ville est calme », selon le maire.", "le maire", ["La ville est calme"]),
        ("De source policière, trois hommes ont fui.", "source policière", ["trois hommes ont fui"]),
    ],
)
def test_a_preposition_attributes_the_clause_around_it(told: Tell, text: str, speaker: str, content: list[str]) -> None:
    (found,) = told(text)
    assert (found[0], found[2]) == (speaker, content)


def test_a_figure_before_the_preposition_is_all_the_content(told: Tell) -> None:
    text = "Des milliers de personnes ont défilé à Varna, 12 000 personnes selon la police."
    assert told(text)[0][2] == ["12 000 personnes"]


@pytest.mark.parametrize(
    "text",
    [
        "Les prix varient selon les régions.",
        "Le film est tourné d'après un roman.",
        "Pour la troisième fois, le village a voté.",
    ],
)
def test_a_measure_or_a_purpose_is_no_speaker(told: Tell, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Le jeune homme, proche d'un parti nationaliste selon la police, est vite maîtrisé.",
            "la police",
            ["proche d'un parti nationaliste"],
        ),
        (
            "Selon certains experts, dont Rita Velk, directrice d'un institut, la mort du chef affaiblira le groupe.",
            "certains experts",
            ["la mort du chef affaiblira le groupe"],
        ),
        (
            "Il fuit la ville, ce qui explique selon elle la hausse des prix.",
            "elle",
            ["ce qui explique", "la hausse des prix"],
        ),
    ],
)
def test_an_attribution_reaches_as_far_as_its_clause(told: Tell, text: str, speaker: str, content: list[str]) -> None:
    assert (speaker, content) in [(s, c) for s, _, c in told(text)]
