from types import SimpleNamespace
from typing import Any, cast

import pytest

from selon.reading.document import Document
from selon.reading.events.whereabouts import weigh_places
from selon.reading.mentions.resolve import Resolver
from selon.reading.model.opinions import Opinions
from selon.reading.tree import Tree
from selon.records import Span

TEXT = "Montclair a tremblé. Trois bombes ont explosé à Valdor."
WORDS = (("Montclair", 0), ("bombes", 27), ("explosé", 38), ("Valdor", 48))
TRIGGER = Span.of(TEXT, 38, 45)


def word(text: str, start: int) -> Any:
    return SimpleNamespace(text=text, start=start, end=start + len(text), head=0, dep="dep")


@pytest.fixture
def document() -> Document:
    trees = (Tree(tuple(word(*w) for w in WORDS[:1])), Tree(tuple(word(*w) for w in WORDS[1:])))
    sentences = (SimpleNamespace(start=0, end=20), SimpleNamespace(start=21, end=len(TEXT)))
    return Document(TEXT, cast(Any, sentences), trees, ())


def weighed(
    document: Document, none: float, chances: list[tuple[int, float]], told: list[tuple[int, int]]
) -> list[Any]:
    opinions = SimpleNamespace(of_party=lambda offset, relation: (none, chances))
    spans = {(0, 0): Span.of(TEXT, 0, 9), (1, 2): Span.of(TEXT, 48, 54)}
    resolver = SimpleNamespace(mention_at=lambda at, acts: SimpleNamespace(span=spans[at]))
    return weigh_places(cast(Opinions, opinions), document, cast(Resolver, resolver), TRIGGER, told)


def test_the_place_told_stays_where_the_model_agrees(document: Document) -> None:
    assert weighed(document, 0.1, [(48, 0.8), (0, 0.1)], [(1, 2)]) == [(1, 2)]


def test_a_sure_place_of_another_sentence_is_taken_where_none_is_told(document: Document) -> None:
    assert weighed(document, 0.2, [(0, 0.7)], []) == [(0, 0)]


def test_a_sure_place_stands_for_one_the_model_gives_little(document: Document) -> None:
    assert weighed(document, 0.1, [(0, 0.7), (48, 0.1)], [(1, 2)]) == [(0, 0)]


def test_a_place_told_is_dropped_where_the_model_is_sure_of_none(document: Document) -> None:
    assert weighed(document, 0.95, [], [(1, 2)]) == []


def test_a_place_told_stays_where_the_model_is_unsure(document: Document) -> None:
    assert weighed(document, 0.5, [(0, 0.1)], [(1, 2)]) == [(1, 2)]


def test_an_offset_between_words_is_no_place(document: Document) -> None:
    assert document.word_at(46) is None
