from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.reading.model.decode import log_softmax, spans, tree

LABELS = ["O", "B-time", "I-time"]


def logits(*path: str) -> np.ndarray:
    return np.array([[8.0 if label == wanted else 0.0 for label in LABELS] for wanted in path], np.float32)


def test_two_spans_that_touch_stay_apart():
    found = spans(logits("B-time", "I-time", "B-time", "O"), LABELS)
    assert [(a, b, kind) for a, b, kind, _ in found] == [(0, 2, "time"), (2, 3, "time")]
    assert all(0.9 < score <= 1 for *_, score in found)


def test_a_span_never_begins_with_an_inner_label():
    found = spans(logits("O", "I-time", "I-time"), LABELS)
    assert [(a, b) for a, b, _, _ in found] == [(1, 3)]


def test_an_inner_label_of_another_kind_is_unlawful():
    labels = ["O", "B-a", "I-a", "B-b", "I-b"]
    values = np.zeros((2, 5), np.float32)
    values[0, 1], values[1, 4] = 5, 6
    assert [(a, b, k) for a, b, k, _ in spans(values, labels)] == [(0, 2, "b")]


def test_spans_can_be_favoured():
    values = np.array([[0.4, 0.0, 0.0]], np.float32)
    assert spans(values, LABELS) == []
    assert [(a, b) for a, b, _, _ in spans(values, LABELS, favour=0.5)] == [(0, 1)]


def test_no_words_have_no_spans():
    assert spans(np.zeros((0, 3), np.float32), LABELS) == []


@given(st.integers(1, 4), st.randoms(use_true_random=False))
def test_the_tree_is_the_best_of_all_trees_with_one_root(size, random):
    scores = np.array([[random.uniform(-3, 3) for _ in range(size + 1)] for _ in range(size)], np.float32)

    def total(heads):
        return sum(scores[i, h + 1] for i, h in enumerate(heads))

    def holds(heads):
        for i in range(size):
            seen = set()
            while i >= 0:
                if i in seen:
                    return False
                seen.add(i)
                i = heads[i]
        return heads.count(-1) == 1

    best = max(total(h) for h in product(range(-1, size), repeat=size) if holds(list(h)))
    found = tree(scores)
    assert holds(found)
    assert total(found) == pytest.approx(best, abs=1e-2)


def test_log_softmax_sums_to_one():
    assert np.exp(log_softmax(np.array([[1.0, 700.0, -3.0]], np.float32))).sum() == pytest.approx(1.0)
