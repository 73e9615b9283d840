from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.reading.model import load_model
from selon.reading.model.closer import AFTER, BEFORE, CONTENT, MOST, Marked, crop, positions
from selon.reading.model.opinions import MOST as MOST_LOOKS
from selon.reading.model.opinions import Opinions
from selon.reading.model.windows import Window
from selon.reading.text import split_sentences

TEXT = (
    "Le président tchadien a reçu mardi son homologue soudanais. "
    "L'armée a bombardé dans la nuit des positions des rebelles près de la frontière. "
    "« Nous ne partirons pas », a prévenu leur chef, Idriss Maratou."
)

Case = tuple[list[int], list[int], Window, Marked]


@st.composite
def marked_texts(draw: st.DrawFn) -> Case:
    lengths = draw(st.lists(st.integers(1, 48), min_size=1, max_size=120))
    starts = sorted({0, *draw(st.lists(st.integers(0, len(lengths) - 1), max_size=8))})
    start = draw(st.integers(0, len(lengths) - 1))
    window = Window(start, start, draw(st.integers(start + 1, len(lengths))))
    first = draw(st.integers(window.start, window.end - 1))
    return lengths, starts, window, Marked(first, draw(st.integers(first + 1, len(lengths))), "ASSAULT")


@given(marked_texts())
def test_the_words_looked_at_are_few_in_order_inside_the_window_and_hold_the_first_marked_one(
    case: Case,
) -> None:
    lengths, starts, window, marked = case
    words = crop(lengths, starts, window, marked)
    assert all(a < b for a, b in pairwise(words))
    assert window.start <= words[0]
    assert words[-1] < window.end
    assert marked.first in words
    assert sum(lengths[k] for k in words) <= MOST + BEFORE + AFTER


@given(marked_texts())
def test_every_piece_looked_at_is_the_one_of_its_word_in_the_window(
    case: Case,
) -> None:
    lengths, starts, window, marked = case
    words = crop(lengths, starts, window, marked)
    found = positions(lengths, window, words, marked)
    owner = [-1, *(k for k in range(window.start, window.end) for _ in range(lengths[k]))]
    assert [owner[p] for p in found["pieces"][found["first"][1:]]] == words
    assert found["first"][0] == found["pieces"][0] == 0
    inside = {owner[p] for p, at in zip(found["pieces"], found["at"], strict=True) if at}
    assert inside == {k for k in words if marked.first <= k < marked.last}
    assert words[int(found["word"]) - 1] == marked.first


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


def test_a_closer_look_changes_what_is_thought_of_its_act_alone() -> None:
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


def test_the_same_look_gives_the_same_numbers_whatever_is_looked_at_beside() -> None:
    model = load_model()
    seen = model.see(TEXT, split_sentences(TEXT))
    words = [k for k, (a, b) in enumerate(seen.words) if TEXT[a:b] in ("reçu", "bombardé", "prévenu")]
    asked = [Marked(k, k + 1, "ASSAULT") for k in words] + [Marked(words[0], words[0] + 2, CONTENT)]
    together = model.look_closer(seen, asked)
    for m, closeup in zip(asked, together, strict=True):
        (alone,) = model.look_closer(seen, [m])
        assert np.array_equal(alone.parties, closeup.parties)


def test_without_middle_states_no_closer_look_is_taken() -> None:
    model = load_model()
    seen = model.see(TEXT, split_sentences(TEXT))
    seen.middle.clear()
    assert model.look_closer(seen, [Marked(0, 1, "ASSAULT")]) == []


def test_of_a_text_gone_wrong_only_the_first_acts_are_looked_at_closer() -> None:
    text = "L'armée a bombardé la ville, " * 40
    model = load_model()
    seen = model.see(text, split_sentences(text))
    asked: list[Marked] = []
    opinions = Opinions(seen, model.labels, lambda marked: asked.extend(marked) or ())  # type: ignore[func-returns-value]
    starts = [a for a, b in seen.words if text[a:b] == "bombardé"]
    opinions.attend_acts([(start, "COOPERATE") for start in starts] * MOST_LOOKS)
    assert 0 < len(asked) <= MOST_LOOKS


def test_what_the_first_look_is_sure_of_is_not_looked_at_again() -> None:
    text = "La police a arrêté trois manifestants."
    model = load_model()
    seen = model.see(text, split_sentences(text))
    asked: list[Marked] = []
    opinions = Opinions(seen, model.labels, lambda marked: asked.extend(marked) or ())  # type: ignore[func-returns-value]
    opinions.attend_acts([(text.index("arrêté"), "COERCE")])
    assert asked == []
