from collections.abc import Callable

import pytest

from selon.knowledge.countries import load_countries
from selon.reading.events.topic import Topic
from selon.reading.events.triggers import Found, find_triggers
from selon.reading.model import parse_text
from selon.reading.text import split_sentences
from selon.reading.tree import Tree

Act = dict[str, object]
Acts = Callable[..., list[Act]]
PLACES = frozenset(["Montclair", "Valdor", "Genève", "Castelbourg"])


def relational(word: str) -> bool:
    countries = load_countries()
    return word in countries.adjectives or ("-" in word and bool(countries.compound(word)))


@pytest.fixture(scope="session")
def acts() -> Acts:
    """Read the acts of a sentence: trigger, type, actors, recipients, by their words."""

    def _acts(text: str, political: bool = True, mishap: bool = False) -> list[Act]:
        trees = [Tree(parse) for parse in parse_text(text, split_sentences(text))]
        return [
            _act(tree, found)
            for tree in trees
            for found in find_triggers(tree, relational, PLACES.__contains__, Topic(political, mishap))
        ]

    return _acts


def _act(tree: Tree, found: Found) -> Act:
    return {
        "trigger": tree.words[found.word].text,
        "type": found.entry.type,
        "lemma": found.entry.lemma,
        "actors": [tree.words[k].text for k in found.actors],
        "recipients": [tree.words[k].text for k in found.recipients],
    }
