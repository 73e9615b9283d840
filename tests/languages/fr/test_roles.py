"""Nouns that name people by role, titles before names, given names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.languages.fr.given_names import is_feminine, load_given_names
from selon.languages.fr.roles import SCHEMA, load_roles
from selon.languages.fr.titles import load_titles, title_rows
from selon.tables import read_table


def first(form: str):
    return load_roles()[form][0]


def test_there_are_nouns_enough_for_the_press_in_every_class():
    rows = read_table("selon.languages.fr", "roles.tsv", SCHEMA)
    assert len({row["noun"] for row in rows}) >= 600
    assert {row["class"] for row in rows} == {
        "official", "force", "government", "armed", "opposition", "civilian", "expert", "media", "text", "organisation",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("form", "role_class", "kind"),
    [
        ("président", "official", "person"),
        ("présidente", "official", "person"),
        ("ministres", "official", "people"),
        ("procureure", "official", "person"),
        ("porte-parole", "official", "person"),
        ("soldats", "force", "people"),
        ("policières", "force", "people"),
        ("armée", "force", "group"),
        ("gendarmerie", "force", "group"),
        ("gouvernement", "government", "organisation"),
        ("autorités", "government", "organisation"),
        ("pays", "government", "state"),
        ("rebelles", "armed", "people"),
        ("kamikaze", "armed", "person"),
        ("milices", "armed", "group"),
        ("opposante", "opposition", "person"),
        ("parti", "opposition", "group"),
        ("manifestants", "civilian", "people"),
        ("otages", "civilian", "people"),
        ("habitante", "civilian", "person"),
        ("chercheuse", "expert", "person"),
        ("témoins", "expert", "people"),
        ("quotidien", "media", "outlet"),
        ("rapport", "text", "organisation"),
        ("ong", "organisation", "organisation"),
        ("coalitions", "organisation", "organisation"),
    ],
)
def test_a_form_has_its_class_and_makes_its_kind_of_mention(form, role_class, kind):
    assert (first(form).role_class, first(form).kind) == (role_class, kind)


def test_every_form_of_a_noun_leads_to_the_noun():
    for form in ("général", "générale", "généraux", "générales"):
        assert first(form).noun == "général"
    for form in ("garde-frontière", "gardes-frontières", "gardes-frontière"):
        assert first(form).noun == "garde-frontière"


def test_forms_tell_their_gender_and_number():
    assert (first("sénatrice").feminine, first("sénatrice").plural) == (True, False)
    assert (first("sénateurs").feminine, first("sénateurs").plural) == (False, True)
    assert first("diplomate").feminine is None
    assert first("victime").feminine is True
    assert first("juges").plural


def test_collectives_are_marked():
    assert first("police").collective
    assert not first("policier").collective


@given(st.sampled_from(sorted(load_roles())))
def test_forms_are_lower_case_and_lead_to_roles(form):
    assert form == form.lower()
    assert load_roles()[form]


def test_little_words_are_no_roles():
    assert not {"une", "il", "plus", "son", "des", "la", "tout"} & set(load_roles())


def test_civilities_and_ranks_are_titles():
    assert {
        "m.",
        "mme",
        "mlle",
        "mm.",
        "dr",
        "me",
        "général",
        "colonel",
        "mgr",
        "cheikh",
        "imam",
        "roi",
        "pape",
    } <= load_titles()
    assert title_rows()["mme"].feminine is True
    assert title_rows()["mm."].plural


def test_a_given_name_tells_the_gender_where_it_can():
    assert is_feminine("Theresa May") is True
    assert is_feminine("Jean-Yves Le Drian") is False
    assert is_feminine("Dominique Martel") is None
    assert is_feminine("Zyx Martel") is None
    assert is_feminine("") is None


def test_there_are_given_names_enough():
    assert len(load_given_names()) >= 800
