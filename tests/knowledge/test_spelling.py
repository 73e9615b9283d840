import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.knowledge.spelling import (
    by_surface,
    capitalisations,
    fold,
    has_capital,
    list_cell,
    same_capitals,
    spellings,
    straight,
    without_swallowed_article,
)


@pytest.mark.parametrize(
    "spelling", ["États-Unis", "Etats-Unis", "ÉTATS-UNIS", "États Unis", "etats‑unis", "États\u00a0Unis"]
)
def test_spellings_of_a_name_fold_alike(spelling: str):
    assert fold(spelling) == "etats unis"


def test_full_stops_of_an_acronym_do_not_count():
    assert fold("U.R.S.S.") == fold("URSS")


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40))
def test_straightening_keeps_every_offset(text: str):
    assert len(straight(text)) == len(text)


@given(st.text(alphabet="ÉAéa-' œLle", min_size=1, max_size=20))
def test_spellings_begin_with_the_name_and_hold_none_twice(name: str):
    found = spellings(name)
    assert found[0] == name
    assert len(set(found)) == len(found)


def test_spellings_vary_accents_of_capitals_hyphens_and_apostrophes():
    assert {"Élysée", "Elysée"} <= set(spellings("Élysée"))
    assert {"Maison-Blanche", "Maison Blanche"} <= set(spellings("Maison-Blanche"))
    assert {"Quai d'Orsay", "Quai d’Orsay"} <= set(spellings("Quai d'Orsay"))


def test_only_a_leading_article_becomes_small():
    assert set(spellings("Le Caire")) == {"Le Caire", "le Caire"}
    assert set(spellings("Al-Qaïda")) >= {"Al-Qaïda", "al-Qaïda"}
    assert spellings("Alger") == ("Alger",)
    assert spellings("Lesotho") == ("Lesotho",)


def test_accents_of_small_letters_stay():
    assert "Malé" in spellings("Malé")
    assert "Male" not in spellings("Malé")


def test_a_title_is_written_with_more_or_fewer_capitals():
    found = capitalisations("Programme des Nations unies pour le développement")
    assert "Programme des Nations Unies pour le Développement" in found
    assert "programme des Nations unies pour le développement" in found
    assert capitalisations("Interpol") == ("Interpol",)


@pytest.mark.parametrize(
    ("name", "words", "same"),
    [
        ("Le Monde", "Le Monde", True),
        ("Le Monde", "le Monde", True),
        ("Le Monde", "LE MONDE", True),
        ("Le Monde", "le monde", False),
        ("La Vie", "la VIe", False),
        ("La Montagne", "la montagne", False),
        ("MAP", "Map", False),
        ("L'Équipe", "l’Equipe", True),
        ("dpa", "dpa", True),
    ],
)
def test_a_name_needs_its_capitals(name: str, words: str, same: bool):
    assert same_capitals(name, words) is same


def test_the_capital_of_an_article_is_none():
    assert not has_capital("La réunion")
    assert has_capital("la Réunion")


def test_an_article_that_contracts_is_swallowed():
    assert without_swallowed_article("Les Échos") == "Échos"
    assert without_swallowed_article("La Croix") == "La Croix"
    assert without_swallowed_article("Lepanto") == "Lepanto"


def test_names_shared_by_several_codes_keep_them_all_in_order():
    assert by_surface([("B", ["x", "y"]), ("A", ["x", "x"])]) == {"x": ("B", "A"), "y": ("B",)}


@pytest.mark.parametrize(
    ("cell", "holds"), [("", True), ("a|b", True), ("a|", False), ("a| b", False), ("a|a", False), (" a", False)]
)
def test_a_list_cell_has_no_empty_padded_or_doubled_value(cell: str, holds: bool):
    assert list_cell(cell) is holds
