"""What somebody is called beside a name."""

import pytest

from selon.reading.mentions.bynames import bynames
from selon.reading.mentions.name_at import NameAt
from selon.reading.text import split_sentences


def called(text: str, person: str = "Malik Velbin") -> list[str]:
    sentences = split_sentences(text)
    tokens = sentences[0].tokens
    first = next(k for k, t in enumerate(tokens) if t.text == person.split()[0])
    found = bynames(sentences, [NameAt(0, first, first + 1, "person", None)])
    return [text[tokens[n.first].start : tokens[n.last].end] for n in found]


@pytest.mark.parametrize(
    "text",
    [
        "Malik Velbin surnommé « Gran Zo », arrive.",
        "Malik Velbin alias Gran Zo arrive.",
        "Malik Velbin, dit Gran Zo, arrive.",
        "Malik Velbin, alias “Gran Zo”, arrive.",
    ],
)
def test_a_byname_behind_a_person_is_a_person(text: str) -> None:
    assert called(text) == ["Gran Zo"]


@pytest.mark.parametrize(
    "text",
    [
        "Malik Velbin dit Gran Zo.",  # the verb
        "Malik Velbin, surnommé le chat, arrive.",
        "Malik Velbin, dit « le Baobab », arrive.",
        "Malik Velbin arrive. La ville, surnommée Gran Zo, dort.",
        "Malik Velbin alias",
    ],
)
def test_no_byname_behind_a_verb_an_article_or_another(text: str) -> None:
    assert called(text) == []
