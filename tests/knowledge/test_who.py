"""Whom words name on a day."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from selon.cli import app
from selon.knowledge.holders import load_holders
from selon.knowledge.who import who

DAY = "2022-01-12"


@pytest.mark.parametrize(
    ("words", "name", "via"),
    [
        ("le secrétaire général de l'Otan", "Jens Stoltenberg", "office"),
        ("le secrétaire général de l’Otan", "Jens Stoltenberg", "office"),
        ("Président kazakh", "Kassym-Jomart Tokaïev", "office"),
        ("le chef de l'État biélorusse", "Alexandre Loukachenko", "office"),
        ("le ministre turc des Affaires étrangères", "Mevlüt Çavuşoğlu", "office"),
        ("la présidente de la Commission européenne", "Ursula von der Leyen", "office"),
        ("Poutine", "Vladimir Poutine", "name"),
        ("l'OTSC", "Organisation du traité de sécurité collective", "acronym"),
        ("les Vingt-Sept", "Union européenne", "coreference"),
        ("Moscou", "Russie", "metonym"),
        ("le Quai d'Orsay", "France", "metonym"),
        ("la Maison-Blanche", "États-Unis", "metonym"),
        ("le Pentagone", "États-Unis", "metonym"),
        ("Kazakhstan", "Kazakhstan", "name"),
        ("Orange", "Orange SA", "name"),
        ("Le Monde", "Le Monde", "outlet"),
    ],
)
def test_the_likeliest_comes_first(words: str, name: str, via: str) -> None:
    first = who(words, DAY)[0]
    assert first.name == name
    assert first.via == via or first.kind == via


def test_ambiguous_words_give_each_meaning() -> None:
    assert {n.country for n in who("Congo", DAY)} == {"COG", "COD"}
    assert {n.name for n in who("Bruxelles", DAY)} >= {"Bruxelles", "Union européenne"}


def test_a_title_alone_gives_its_holder_in_every_state() -> None:
    found = who("le Premier ministre", DAY)
    assert len(found) > 50
    assert {"GBR", "ITA"} <= {n.country for n in found}


def test_a_compound_names_each_of_its_states() -> None:
    assert [n.country for n in who("russo-biélorusses", DAY)] == ["RUS", "BLR"]


def test_former_holders_come_last_to_leave_first_and_hold_nothing() -> None:
    found = who("l'ancien président français", DAY)
    assert [n.name for n in found[:2]] == ["François Hollande", "Nicolas Sarkozy"]
    assert all(n.country is None for n in found)


def test_the_day_decides() -> None:
    assert who("le secrétaire général de l'Otan", "2025-01-01")[0].name == "Mark Rutte"
    assert who("le président américain", "2016-05-01")[0].name == "Barack Obama"


def test_unknown_words_name_nobody() -> None:
    assert who("Bidulandie", DAY) == []
    assert who("le trésorier du club", DAY) == []


@given(st.text(max_size=30))
def test_any_words_can_be_asked(words: str) -> None:
    assert isinstance(who(words, DAY), list)


@given(st.sampled_from(load_holders().rows))
def test_every_person_of_the_table_is_known_by_name(row) -> None:  # type: ignore[no-untyped-def]
    assert row.name in {n.name for n in who(row.name, row.start)}


def test_the_command_prints_a_line_for_each_and_json_on_demand() -> None:
    run = CliRunner().invoke
    text = run(app, ["who", "le secrétaire général de l'Otan", "--on", DAY])
    assert text.exit_code == 0
    assert "Jens Stoltenberg" in text.stdout
    assert "2014-10-01" in text.stdout
    lines = run(app, ["who", "Moscou", "--on", DAY, "--json"]).stdout.splitlines()
    assert [json.loads(line)["via"] for line in lines] == ["metonym", "name"]


def test_the_command_says_when_nobody_is_known_and_refuses_a_bad_day() -> None:
    assert CliRunner().invoke(app, ["who", "Bidulandie", "--on", DAY]).exit_code == 1
    assert CliRunner().invoke(app, ["who", "Moscou", "--on", "hier soir"]).exit_code == 2


def test_a_name_that_begins_like_an_article_is_whole() -> None:
    assert {n.name for n in who("Le Luong Minh", "2015-06-01")} == {"Le Luong Minh"}
