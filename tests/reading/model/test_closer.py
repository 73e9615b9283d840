from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.reading.model import load_model
from selon.reading.model.closer import AFTER, BEFORE, CANDIDATE, CONTENT, MOST, Closeup, Marked, ask, candidates
from selon.reading.model.decode import log_softmax
from selon.reading.model.opinions import Opinions
from selon.reading.model.windows import Window
from selon.reading.text import split_sentences

TEXT = (
    "Le président tchadien a reçu mardi son homologue soudanais. "
    "L'armée a bombardé dans la nuit des positions des rebelles près de la frontière. "
    "« Nous ne partirons pas », a prévenu leur chef, Idriss Maratou."
)

Case = tuple[list[int], list[bool], list[int], Window, Marked]
MARKS = [CANDIDATE, "ASSAULT", CONTENT]


@st.composite
def marked_texts(draw: st.DrawFn) -> Case:
    lengths = draw(st.lists(st.integers(1, 48), min_size=1, max_size=120))
    small = draw(st.lists(st.booleans(), min_size=len(lengths), max_size=len(lengths)))
    starts = sorted({0, *draw(st.lists(st.integers(0, len(lengths) - 1), max_size=8))})
    start = draw(st.integers(0, len(lengths) - 1))
    window = Window(start, start, draw(st.integers(start + 1, len(lengths))))
    first = draw(st.integers(window.start, window.end - 1))
    return lengths, small, starts, window, Marked(first, draw(st.integers(first + 1, len(lengths))), "ASSAULT")


@given(marked_texts())
def test_candidates_are_few_in_order_inside_the_window_no_small_words_and_not_marked(case: Case) -> None:
    _, small, starts, window, marked = case
    words = candidates(small, starts, window, marked)
    assert all(a < b for a, b in pairwise(words))
    assert all(window.start <= k < window.end and not small[k] for k in words)
    assert not set(words) & set(range(marked.first, marked.last))
    assert len(words) <= MOST + BEFORE + AFTER


def test_of_a_long_sentence_the_candidates_nearest_to_the_act_are_taken() -> None:
    words = candidates([False] * 100, [0], Window(0, 0, 100), Marked(50, 51, "ASSAULT"))
    assert words == [*range(50 - MOST // 2, 50), *range(51, 51 + MOST // 2)]


@given(marked_texts(), st.data())
def test_each_question_begins_with_its_marked_words_at_their_first_pieces(case: Case, data: st.DataObject) -> None:
    lengths, small, starts, window, marked = case
    first = data.draw(st.integers(window.start, window.end - 1))
    both = [marked, Marked(first, first + 1, CONTENT)]
    asked = ask(lengths, small, starts, window, both, MARKS)
    owner = [-1, *(k for k in range(window.start, window.end) for _ in range(lengths[k]))]
    assert [owner[p] for p in asked.piece] == [k for words in asked.words for k in words]
    assert [owner[p - 1] != owner[p] for p in asked.piece] == [True] * len(asked.piece)
    for q, m in enumerate(both):
        assert asked.words[q][0] == m.first
        assert asked.question[asked.head[q]] == q
        assert asked.mark[asked.head[q]] == MARKS.index(m.mark)
        assert sorted(set(asked.mark[asked.question == q])) in ([MARKS.index(m.mark)], [0, MARKS.index(m.mark)])


def opinions_of(text: str) -> tuple[Opinions, Opinions]:
    """Give what a first look thinks of a text, and what a second can add."""
    model = load_model()
    seen = model.see(text, split_sentences(text))
    return Opinions(seen, model.labels), Opinions(seen, model.labels, lambda marked: model.look_closer(seen, marked))


def test_a_closer_look_keeps_the_chances_a_whole() -> None:
    _, opinions = opinions_of(TEXT)
    opinions.attend_acts([(TEXT.index("bombardé"), "ASSAULT")])
    none, chances = opinions.of_party(TEXT.index("bombardé"), "recipient")
    assert none + sum(chance for _, chance in chances) == pytest.approx(1, abs=0.1)


def test_a_closer_look_changes_what_is_thought_of_its_act_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.reading.model.opinions.PLAIN", 1.1)
    first, opinions = opinions_of(TEXT)
    opinions.attend_acts([(TEXT.index("bombardé"), "ASSAULT")])
    seen, other = TEXT.index("bombardé"), TEXT.index("reçu")
    assert opinions.of_party(seen, "actor") != first.of_party(seen, "actor")
    assert opinions.of_party(other, "actor") == first.of_party(other, "actor")


def test_who_speaks_is_seen_from_the_words_told() -> None:
    _, opinions = opinions_of(TEXT)
    start = TEXT.index("Nous ne")
    opinions.attend_contents([(start, TEXT.index(" »"))])
    _, chances = opinions.of_party(start, "content_speaker")
    assert max(chances, key=lambda c: c[1])[0] in (TEXT.index("chef"), TEXT.index("leur chef"))


def test_what_is_asked_beside_changes_next_to_nothing() -> None:
    model = load_model()
    seen = model.see(TEXT, split_sentences(TEXT))
    words = [k for k, (a, b) in enumerate(seen.words) if TEXT[a:b] in ("reçu", "bombardé", "prévenu")]
    asked = [Marked(k, k + 1, "ASSAULT") for k in words] + [Marked(words[0], words[0] + 2, CONTENT)]
    together = model.look_closer(seen, asked)
    assert list(together) == asked
    for m in asked:
        alone = model.look_closer(seen, [m])[m]
        assert alone.words == together[m].words
        chances = [np.exp(log_softmax(x.parties)) for x in (alone, together[m])]
        assert np.abs(chances[0] - chances[1]).max() < 0.05


def test_the_same_look_gives_the_same_numbers() -> None:
    model = load_model()
    seen = model.see(TEXT, split_sentences(TEXT))
    asked = [Marked(4, 5, "CONSULT"), Marked(12, 13, "ASSAULT")]
    one, two = (model.look_closer(seen, asked) for _ in range(2))
    assert all(np.array_equal(one[m].parties, two[m].parties) for m in asked)


def test_without_the_states_of_its_window_nothing_is_looked_at() -> None:
    model = load_model()
    seen = model.see(TEXT, split_sentences(TEXT))
    seen.states.clear()
    assert model.look_closer(seen, [Marked(0, 1, "ASSAULT")]) == {}


def test_of_a_text_gone_wrong_only_the_first_windows_are_kept_for_a_closer_look(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("selon.reading.model.session.LOOKED_AT", 2)
    text = "L'armée a bombardé la ville, puis le village voisin. " * 60
    model = load_model()
    seen = model.see(text, split_sentences(text))
    acts = [Marked(k, k + 1, "ASSAULT") for k, (a, b) in enumerate(seen.words) if text[a:b] == "bombardé"]
    found = model.look_closer(seen, acts)
    assert len(seen.states) == 2
    assert list(found) == [m for m in acts if m.first < seen.windows[1].end]


def test_what_the_first_look_is_sure_of_is_not_looked_at_again() -> None:
    text = "La police a arrêté trois manifestants à Lille."
    model = load_model()
    seen = model.see(text, split_sentences(text))
    asked: list[Marked] = []

    def look(marked: Sequence[Marked]) -> dict[Marked, Closeup]:
        asked.extend(marked)
        return {}

    Opinions(seen, model.labels, look).attend_acts([(text.index("arrêté"), "COERCE")])
    assert asked == []
