"""Text folded for matching, and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from selon.reading.folding import fold


def test_case_accents_blanks_and_apostrophes_are_folded() -> None:
    assert fold("L’Été\u00a0À VENIR\u202f!").text == "l'ete a venir !"


def test_a_line_broken_inside_a_sentence_is_a_blank_and_a_paragraph_is_not() -> None:
    assert fold("le 3\nmars").text == "le 3 mars"
    assert fold("en 2016\nLundi, il a fui").text == "en 2016\nlundi, il a fui"


@given(st.text())
def test_without_combining_accents_every_character_keeps_its_place(text: str) -> None:
    folded = fold(text)
    if folded.offsets is None:
        assert len(folded.text) == len(text)
    else:
        assert len(folded.text) == len(folded.offsets)


@given(st.text(alphabet="ae\u0301\u0302 b"), st.data())
def test_a_folded_stretch_has_its_offsets_in_the_text(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if folded.text:
        start = data.draw(st.integers(0, len(folded.text) - 1))
        end = data.draw(st.integers(start + 1, len(folded.text)))
        a, b = folded.span(start, end)
        assert 0 <= a < b <= len(text)
        assert fold(text[a:b]).text == folded.text[start:end]
