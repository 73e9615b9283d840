import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.reading.model.pieces import Pieces, normal
from selon.reading.text import tokenize


def split_words(text: str) -> list[tuple[int, int]]:
    return [(t.start, t.end) for t in tokenize(text)]


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    tokenizers = pytest.importorskip("tokenizers")
    vocabulary = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -3.0), ("la", -4.0), ("▁la", -3.5)]
    return Pieces(tokenizers.Tokenizer(tokenizers.models.Unigram(vocabulary, unk_id=3)))


@given(st.text())
def test_a_normal_word_has_no_blanks_and_can_be_encoded(text: str):
    plain = normal(text)
    plain.encode()
    assert not any(c.isspace() for c in plain)


@pytest.mark.parametrize("text", ["", "\x00", "la\ud800la", "\u00a0la\u202fla", "ﬁn", "\u200b x", "¨"])
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
