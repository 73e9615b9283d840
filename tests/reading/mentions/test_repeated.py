"""Occurrences of a name that no finder proposed, found by the others of the text."""

from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.repeated import repeated
from selon.reading.text import split_sentences


def again(text: str, *found: NameAt) -> list[tuple[str, str]]:
    sentences = split_sentences(text)
    return [
        (" ".join(t.text for t in sentences[n.sentence].tokens[n.first : n.last + 1]), n.kind)
        for n in repeated(sentences, found)
    ]


def test_name_found_once_is_found_again() -> None:
    text = "Les Zélotins ont gagné. Ce soir, les Zélotins fêtent."
    assert again(text, NameAt(0, 1, 1, "organisation", None)) == [("Zélotins", "organisation")]


def test_department_in_a_title_names_nothing_elsewhere() -> None:
    text = "Le ministre de la Défense parle. La Défense se tait."
    assert again(text, NameAt(0, 3, 3, "organisation", None, in_title=True)) == []


def test_common_noun_that_opens_a_sentence_is_not_the_name() -> None:
    text = "Le journal Liberté paraît. La liberté compte. Liberté pour tous."
    assert again(text, NameAt(0, 2, 2, "organisation", None)) == []


def test_part_of_a_longer_name_is_not_the_name() -> None:
    text = "Elle vit à Zélote. Il aime Grande Zélote."
    assert again(text, NameAt(0, 3, 3, "place", None)) == []


def test_name_mostly_left_out_is_left_out() -> None:
    text = "La mission Zélote part. Puis Zélote revient. Ce soir, Zélote repart."
    assert again(text, NameAt(0, 2, 2, "organisation", None)) == []
