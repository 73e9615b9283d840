"""Quantities of people, troops, casualties, arrests, arms and money."""

from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.reading.quantities import find_quantities
from selon.records import Quantity


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("words", "low", "high", "unit", "kind"),
    [
        ("plus de 30.000 militaires", 30000, None, "militaires", "troops"),
        ("30 000 soldats", 30000, 30000, "soldats", "troops"),
        ("30\u00a0000 soldats", 30000, 30000, "soldats", "troops"),
        ("30\u202f000 soldats", 30000, 30000, "soldats", "troops"),
        ("deux policiers", 2, 2, "policiers", "troops"),
        ("trente-cinq casques bleus", 35, 35, "casques bleus", "troops"),
        ("une centaine de manifestants", 100, 100, "manifestants", "people"),
        ("près d'une centaine de manifestants", 100, 100, "manifestants", "people"),
        ("plus d'une dizaine de migrants", 10, None, "migrants", "people"),
        ("une dizaine de milliers de personnes", 10000, 10000, "personnes", "people"),
        ("des dizaines de morts", 20, None, "morts", "casualties"),
        ("des milliers d'Espagnols", 2000, None, "Espagnols", "people"),
        ("plusieurs centaines de lycéennes", 200, None, "lycéennes", "people"),
        ("des dizaines de milliers de réfugiés", 20000, None, "réfugiés", "people"),
        ("plusieurs victimes", 2, None, "victimes", "casualties"),
        ("entre 200 et 300 arrestations", 200, 300, "arrestations", "arrests"),
        ("60 à 70 morts", 60, 70, "morts", "casualties"),
        ("trois ou quatre hommes", 3, 4, "hommes", "people"),
        ("au moins douze morts", 12, None, "morts", "casualties"),
        ("jusqu'à 500 soldats", None, 500, "soldats", "troops"),
        ("moins de 50 chars", None, 50, "chars", "arms"),
        ("environ 200 otages", 200, 200, "otages", "people"),
        ("un mort", 1, 1, "mort", "casualties"),
        ("une blessée grave", 1, 1, "blessée grave", "casualties"),
        ("trois hélicoptères de combat", 3, 3, "hélicoptères de combat", "arms"),
        ("71 grammes de TATP", 71, 71, "grammes de TATP", "arms"),
        ("six humanitaires français", 6, 6, "humanitaires français", "people"),
        ("trois autres mercenaires", 3, 3, "mercenaires", "troops"),
        ("six de nos compatriotes", 6, 6, "compatriotes", "people"),
        ("cinq des assaillants", 5, 5, "assaillants", "people"),
        ("700 policiers, gendarmes et militaires", 700, 700, "policiers, gendarmes et militaires", "troops"),
        ("15 millions de dollars", 15e6, 15e6, "dollars", "money"),
        ("1,5 milliard d'euros", 1.5e9, 1.5e9, "euros", "money"),
        ("60 à 80 milliards d'euros", 60e9, 80e9, "euros", "money"),
        ("plusieurs millions de dollars", 2e6, None, "dollars", "money"),
        ("125 000 $", 125000, 125000, "$", "money"),
        ("500 M€", 500e6, 500e6, "M€", "money"),
    ],
)
def test_a_quantity_has_bounds_a_unit_and_a_kind(
    words: str, low: float | None, high: float | None, unit: str, kind: str
) -> None:
    quantity = only(f"Selon le préfet, il y a eu {words} à Vilcourt.")
    assert (quantity.span.text, quantity.low, quantity.high, quantity.unit, quantity.kind) == (
        words,
        low,
        high,
        unit,
        kind,
    )


def test_quantities_side_by_side_are_one_each() -> None:
    assert [(q.low, q.unit) for q in find_quantities("Le tir a fait 3 morts et 12 blessés.")] == [
        (3, "morts"),
        (12, "blessés"),
    ]


def test_a_year_is_no_lower_bound() -> None:
    assert only("Le bilan passe en 2009 à 8 morts.").span.text == "8 morts"


@pytest.mark.parametrize(
    "text",
    [
        "Dix personnes sont mortes et 49 autres ont été blessées.",
        "Dix personnes ont fui, 49 ont été arrêtées.",
        "Dix personnes ont fui, dont 49 en 2018.",
        "Dix personnes ont fui, 49 selon la police.",
        "Dix personnes ont fui, 49 d'entre elles par la mer.",
    ],
)
def test_a_number_alone_counts_what_was_counted_before(text: str) -> None:
    last = find_quantities(text)[-1]
    assert (last.low, last.unit, last.kind) == (49, "personnes", "people")


@pytest.mark.parametrize(
    "text",
    [
        "Il a 38 ans et vit au 12e étage.",
        "La résolution 2231 et l'article 49-3.",
        "Un homme a parlé à une femme.",
        "Élu en 1984 délégué du gouvernement.",
        "Il en reste 49.",
        "Un livre est paru.",
        "Un corps-à-corps a suivi.",
        "Les soldats ont fui.",
        "49 ont été arrêtées.",
    ],
)
def test_it_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


def test_the_table_of_units_is_wide_and_names_each_noun_once() -> None:
    lines = files("selon.languages.fr").joinpath("units.tsv").read_text(encoding="utf-8").splitlines()[1:]
    nouns = [line.split("\t")[0] for line in lines]
    assert len(nouns) >= 200
    assert len(set(nouns)) == len(nouns)


WORDS = [
    "des",
    "de",
    "d'",
    "une",
    "un",
    "plus",
    "moins",
    "au",
    "entre",
    "et",
    "à",
    "ou",
    "dont",
    "12",
    "30.000",
    "1,5",
    "mille",
    "millions",
    "dizaine",
    "centaines",
    "milliers",
    "soldats",
    "mort",
    "blessés",
    "euros",
    "$",
    "autres",
    "chars",
    ",",
    ".",
    "2019",
]


@settings(deadline=None, max_examples=60)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)))
def test_spans_hold_and_do_not_overlap_and_bounds_are_in_order(text: str) -> None:
    quantities = find_quantities(text)
    assert quantities == find_quantities(text)
    assert all(text[q.span.start : q.span.end] == q.span.text for q in quantities)
    assert all(a.span.end <= b.span.start for a, b in pairwise(quantities))
    assert all(q.low is None or q.high is None or q.low <= q.high for q in quantities)
    assert all(q.unit in text for q in quantities)
