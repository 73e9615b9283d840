import pytest

from selon.reading.model import parse_text
from selon.reading.statements.speakers import antecedent_of
from selon.reading.text import split_sentences
from selon.reading.tree import Tree


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("Le pont tient, assure Anna Rivel, qui somme la mairie de payer.", "qui", "Anna"),
        ("Le préfet, lequel craint une crue, ferme les quais.", "lequel", "préfet"),
        ("Le préfet craint une crue.", "crue", "crue"),
    ],
)
def test_a_relative_pronoun_stands_for_the_noun_before_it(text: str, word: str, noun: str):
    (parse,) = parse_text(text, split_sentences(text))
    tree = Tree(parse)
    at = next(j for j, w in enumerate(tree.words) if w.text == word)
    assert tree.words[antecedent_of(tree, at)].text == noun
