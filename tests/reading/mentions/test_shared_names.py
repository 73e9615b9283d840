"""Organisations that share their name with a word, a place, a person or a product."""

import pytest

from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.names import find_names
from selon.reading.parse import Name
from selon.reading.text import Sentence, split_sentences


def kinds(text: str, proposed: dict[str, str]) -> dict[str, str]:
    """Find the names of a text whose finder proposes these words, each by its words."""
    sentences = split_sentences(text)
    names = [
        [Name(k, k + 1, proposed[t.text]) for k, t in enumerate(s.tokens) if t.text in proposed] for s in sentences
    ]
    return {_text(sentences, n): n.kind for n in find_names(sentences, names, "2018-03-01")}


def _text(sentences: tuple[Sentence, ...], name: NameAt) -> str:
    return " ".join(t.text for t in sentences[name.sentence].tokens[name.first : name.last + 1])


@pytest.mark.parametrize("kind", ["organisation", "person", "place"])
def test_a_proposed_name_is_the_organisation_called_so(kind: str) -> None:
    assert kinds("Hier, Total a présenté ses comptes.", {"Total": kind}) == {"Total": "organisation"}


def test_a_word_that_is_not_proposed_is_no_name() -> None:
    assert kinds("Au Total, cela fait dix.", {}) == {}


def test_the_head_of_a_sentence_tells_of_no_organisation() -> None:
    assert kinds("Free est ouvert.", {"Free": "person"}) == {"Free": "person"}


@pytest.mark.parametrize("kind", ["organisation", "place"])
def test_a_town_stays_one_behind_its_preposition(kind: str) -> None:
    assert kinds("Un camion a brûlé à Orange.", {"Orange": kind}) == {"Orange": "place"}


def test_a_surname_of_the_article_stays_a_person() -> None:
    text = "La mère de Nolan Ford est venue. Puis Ford a parlé."
    sentences = split_sentences(text)
    names = [[Name(3, 5, "person")], [Name(1, 2, "person")]]
    assert {n.kind for n in find_names(sentences, names, "2018-03-01")} == {"person"}


def test_a_given_name_stays_a_person() -> None:
    assert kinds("Hier, Mercedes a pleuré.", {"Mercedes": "person"}) == {"Mercedes": "person"}


def test_a_longer_place_name_holds_the_organisation_inside_it() -> None:
    assert kinds("Le match a lieu à l'Allianz Arena.", {}) == {"Allianz Arena": "place"}
