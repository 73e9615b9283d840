from hypothesis import given
from hypothesis import strategies as st

from selon.reading.model.windows import windows


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
