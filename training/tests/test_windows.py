import itertools

from hypothesis import given
from hypothesis import strategies as st
from runtime.pieces import split_words
from runtime.windows import sentence_starts, windows


def sentences(text: str) -> list[str]:
    words = split_words(text)
    starts = [*sentence_starts(text, words), len(words)]
    return [text[words[a][0] : words[b - 1][1]] for a, b in itertools.pairwise(starts)]


def test_a_heading_without_full_stop_is_a_sentence():
    assert sentences("Grève à Lorma\n\nLes dockers refusent.") == ["Grève à Lorma", "Les dockers refusent."]


def test_a_closing_quotation_mark_stays_with_its_sentence():
    assert sentences("« Nous partons. » Il est sorti.") == ["« Nous partons. »", "Il est sorti."]


def test_an_initial_ends_no_sentence():
    assert sentences("Selon M. Varel, J. Ostin ment.") == ["Selon M. Varel, J. Ostin ment."]


@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=200),
    st.sets(st.integers(1, 199)),
    st.sampled_from([0, 16, 48]),
    st.sampled_from([None, 100, 180]),
)
def test_windows_own_every_word_once_and_fit(lengths: list[int], cuts: set[int], context: int, first: int | None):
    starts = sorted({0} | {c for c in cuts if c < len(lengths)})
    found = windows(lengths, starts, 256, context, first)
    assert [i for w in found for i in range(w.own, w.end)] == list(range(len(lengths)))
    assert all(w.start <= w.own < w.end for w in found)
    assert all(sum(lengths[w.start : w.end]) + 2 <= 256 for w in found)


def test_windows_of_no_words_are_none():
    assert windows([], [], 256, 48) == []


def test_a_window_begins_with_a_sentence_where_it_can():
    found = windows([10] * 60, [0, 20, 40], 256, 0)
    assert [(w.own, w.end) for w in found] == [(0, 20), (20, 40), (40, 60)]
