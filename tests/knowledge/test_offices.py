"""Titles of offices and what they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.knowledge.offices import load_offices, title_words
from selon.knowledge.spelling import straight
from selon.tables import read_table


def codes(words: str, start: int = 0) -> set[str]:
    found = load_offices().longest(words.split(), start)
    return {office.office for office in found[0]} if found else set()


def test_there_are_offices_enough_for_the_press():
    offices = {office.office for found in load_offices().by_title.values() for office in found}
    assert len(offices) >= 80


def test_a_title_is_found_whole_and_longest_first():
    words = ["le", "chef", "d'", "état-major", "de", "l'", "armée", "de", "terre", "parle"]
    offices, length = load_offices().longest(words, 1) or ((), 0)
    assert [office.office for office in offices] == ["branch_chief"]
    assert length == 8


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("président", "president"),
        ("présidente", "president"),
        ("cheffe de l' état", "head_of_state"),
        ("première ministre", "prime_minister"),
        ("chef du gouvernement", "head_of_government"),
        ("ministre des affaires étrangères", "foreign_minister"),
        ("cheffe de la diplomatie", "foreign_minister"),
        ("maître du kremlin", "president"),
        ("chancelière", "chancellor"),
        ("guide suprême", "supreme_leader"),
        ("porte-parole", "unnamed_spokesperson"),
        ("secrétaire générale", "secretary_general"),
        ("procureure de la cpi", "icc_prosecutor"),
    ],
)
def test_titles_of_both_genders_lead_to_their_office(title, office):
    assert office in codes(title)


def test_capitals_without_accents_and_curly_apostrophes_are_the_same_title():
    assert codes("chef de l’ Etat") == codes("chef de l' état") == {"head_of_state"}


def test_a_title_may_tell_its_state_or_organisation():
    fixed = {
        title: {office.fixed for office in load_offices().by_title[title_words(title)]}
        for title in ("secrétaire d'État américain", "maître du Kremlin", "chancelière allemande", "chef de l'Otan")
    }
    assert fixed == {
        "secrétaire d'État américain": {"USA"},
        "maître du Kremlin": {"RUS"},
        "chancelière allemande": {"DEU"},
        "chef de l'Otan": {"NATO"},
    }


def test_opponents_candidates_and_former_holders_are_not_official():
    titles = load_offices().by_title
    for title in ("chef de l'opposition", "candidat à la présidentielle", "ancien président", "chef rebelle"):
        assert not any(office.official for office in titles[title_words(title)]), title
    for title in ("député", "juge", "préfet de police", "porte-parole du gouvernement", "général"):
        assert all(office.official for office in titles[title_words(title)]), title


def test_no_title_begins_at_an_ordinary_word_or_past_the_end():
    assert load_offices().longest(["la", "pluie"], 1) is None
    assert load_offices().longest(["la", "pluie"], 2) is None


def test_a_title_is_found_from_a_word_inside_it():
    found = load_offices().covering(["la", "première", "ministre", "islandaise"], 2)
    assert found is not None
    assert (found[0][0].office, found[1], found[2]) == ("prime_minister", 1, 2)


def test_an_office_without_a_line_means_itself():
    assert load_offices().meaning("defence_minister", "NOR").means == ("defence_minister",)
    assert "monarch" in load_offices().meaning("head_of_state", "NOR").means


@given(st.sampled_from(sorted(load_offices().by_title)))
def test_every_title_is_found_as_it_stands(title):
    found = load_offices().longest(title, 0)
    assert found == (load_offices().by_title[title], len(title))


def test_titles_are_phrases_in_the_singular_without_article():
    from selon.knowledge.offices import SCHEMA

    for row in read_table("selon.knowledge", "offices.tsv", SCHEMA):
        for title in row["titles"].split("|"):
            assert straight(title) == title, title
            assert title.split()[0].lower() not in {"le", "la", "les", "un", "une"}, title


def test_an_adjective_of_a_country_may_stand_inside_a_title():
    offices, length = load_offices().longest(["ministre", "turc", "des", "affaires", "étrangères", "parle"], 0) or (
        (),
        0,
    )
    assert ([office.office for office in offices], length) == (["foreign_minister"], 5)
    assert codes("porte-parole du ministère chinois de la défense") == {"defence_ministry_spokesperson"}
    assert codes("ministre chargée de la santé") == {"health_minister"}
    assert codes("président turc") == {"president"}
