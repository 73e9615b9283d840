import pytest

from selon import Reader
from selon.knowledge.cameo import context_of_code
from selon.languages.fr.contexts import load_context_words


@pytest.mark.parametrize(
    ("sentence", "code", "context"),
    [
        ("Le Valdor a livré des armes aux rebelles.", "072", "military"),
        ("Le Valdor condamne l'enrichissement de l'uranium.", "111", "cbrn"),
        ("La police a arrêté un trafiquant de drogue.", "173", "illegal_drugs"),
        ("L'opposition rejette le résultat du scrutin.", "120", "election"),
        ("Le ministre a rencontré son homologue à Genève.", "040", "diplomatic"),
        ("Le Valdor accuse la Tornavie de piratage informatique.", "112", "cyber"),
        ("Le gouvernement promet une aide humanitaire.", "030", "human_security"),
    ],
)
def test_a_context_is_that_of_the_code_or_of_a_word_near(
    reader: Reader, sentence: str, code: str, context: str
) -> None:
    events = reader.read(sentence, published="2022-01-17").events
    assert (code, context) in [(e.code, e.context) for e in events]


def test_an_act_that_nothing_sets_in_a_context_has_none(reader: Reader) -> None:
    (event,) = reader.read("Le Valdor accuse la Tornavie.", published="2022-01-17").events
    assert event.context is None


def test_a_code_has_the_context_of_the_longest_code_it_begins_with() -> None:
    assert context_of_code("2042") == "cbrn"
    assert context_of_code("040") is None
    assert context_of_code("") is None


def test_every_context_word_is_lower_case() -> None:
    assert all(word == word.lower() for word in load_context_words())
