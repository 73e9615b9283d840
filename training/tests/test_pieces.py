import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.pieces import Pieces, normal, split_words


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in split_words(text)]


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    tokenizers = pytest.importorskip("tokenizers")
    vocabulary = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -3.0), ("la", -4.0), ("▁la", -3.5)]
    return Pieces(tokenizers.Tokenizer(tokenizers.models.Unigram(vocabulary, unk_id=3)))


def test_an_elided_word_keeps_its_apostrophe():
    assert words("L’armée d'Oran") == ["L’", "armée", "d'", "Oran"]


def test_an_inverted_pronoun_stands_apart():
    assert words("a-t-il nié, répond-elle") == ["a", "-t-il", "nié", ",", "répond", "-elle"]


def test_a_hyphenated_word_is_one_word():
    assert words("le cessez-le-feu russo-turc") == ["le", "cessez-le-feu", "russo-turc"]


def test_a_number_keeps_its_separators():
    assert words("30.000 hommes, 4 500 chars et 2,5 millions.") == [
        "30.000", "hommes", ",", "4 500", "chars", "et", "2,5", "millions", ".",
    ]  # fmt: skip


def test_a_glued_sentence_is_cut_at_its_full_stop():
    assert words("la frontière.La suite") == ["la", "frontière", ".", "La", "suite"]


@given(st.text())
def test_words_cover_everything_but_blanks(text: str):
    spans = split_words(text)
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(text[i].isspace() or i in covered for i in range(len(text)))
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))


@given(st.text())
def test_a_normal_word_has_no_blanks_and_can_be_encoded(text: str):
    plain = normal(text)
    plain.encode()
    assert not any(c.isspace() for c in plain)


@pytest.mark.parametrize("text", ["", "\x00", "la\ud800la", "\u00a0la\u202fla", "ﬁn", "\u200b", "¨"])
def test_every_word_has_a_piece_whatever_it_holds(pieces: Pieces, text: str):
    spans = split_words(text)
    ids = pieces.of_words(text, spans)
    assert len(ids) == len(spans)
    assert all(ids)


def test_a_word_after_a_blank_is_marked(pieces: Pieces):
    assert pieces.of_words("la .la", split_words("la .la")) == [(6,), (4, 3), (5,)]


def test_the_memory_of_words_is_bounded(pieces: Pieces):
    small = Pieces(pieces.tokenizer, bound=2)
    for text in ("un deux", "trois", "quatre cinq"):
        small.of_words(text, split_words(text))
    assert len(small.seen) <= 2
