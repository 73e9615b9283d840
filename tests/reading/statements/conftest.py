from collections.abc import Callable, Sequence

import pytest

from selon.reading.document import Document
from selon.reading.model import parse_text
from selon.reading.noun_phrases import noun_phrase
from selon.reading.quotations import find_quotations
from selon.reading.statements import find_statements
from selon.reading.text import split_sentences
from selon.reading.tree import Tree
from selon.records import Mention, Statement, text_hash

Told = tuple[str | None, str | None, list[str]]


@pytest.fixture(scope="session")
def statements_of() -> Callable[[str], tuple[Statement, ...]]:
    """Find the statements of a text with no other step: speakers are bare noun phrases."""

    def _statements(text: str) -> tuple[Statement, ...]:
        sentences = split_sentences(text)
        trees = tuple(Tree(p) for p in parse_text(text, sentences))
        document = Document(text, sentences, trees, find_quotations(text, sentences))

        def mention_at(at: tuple[int, int]) -> Mention:
            tree = trees[at[0]]
            if tree.words[at[1]].text.startswith("-"):
                word = tree.words[at[1]]
                start = word.start + (3 if word.lower.startswith("-t-") else 1)
                return Mention(document.span(start, word.end), "person", "pronoun")
            first, last = noun_phrase(tree, at[1], coordination=True)
            return Mention(document.words_span(tree, first, last), "person", "description")

        return find_statements(document, mention_at, text_hash(text))

    return _statements


@pytest.fixture(scope="session")
def told(statements_of: Callable[[str], tuple[Statement, ...]]) -> Callable[[str], Sequence[Told]]:
    """Give speaker, cue and content of each statement of a text, as words."""

    def _told(text: str) -> list[Told]:
        return [
            (
                s.speaker.span.text if s.speaker else None,
                s.cue.text if s.cue else None,
                [c.text for c in s.content],
            )
            for s in statements_of(text)
        ]

    return _told
