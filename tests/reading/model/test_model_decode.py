from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.reading.model.decode import chained, log_softmax, spans, tree

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


NO_STEPS = [[0.0] * 3] * 4


def test_a_chain_takes_two_beginnings_for_one_name_where_one_seldom_follows_another():
    values = logits("B-time", "B-time", "O")
    values[1, 2] = 7
    steps = [[0.0, 0.0, 0.0], [0.0, -4.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    assert [(a, b) for a, b, _, _ in chained(values, LABELS, [3], NO_STEPS)] == [(0, 1), (1, 2)]
    assert [(a, b) for a, b, _, _ in chained(values, LABELS, [3], steps)] == [(0, 2)]


def test_a_chain_begins_anew_in_each_window():
    values = logits("O", "B-time", "I-time", "O")
    assert [(a, b) for a, b, _, _ in chained(values, LABELS, [4], NO_STEPS)] == [(1, 3)]
    assert [(a, b) for a, b, _, _ in chained(values, LABELS, [2, 4], NO_STEPS)][:1] == [(1, 2)]


def test_no_words_have_no_chain():
    assert chained(np.zeros((0, 3), np.float32), LABELS, [], NO_STEPS) == []


@given(st.lists(st.integers(1, 4), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_a_chain_is_the_best_of_all_lawful_ones_of_its_window(sizes, random):
    values = np.array([[random.uniform(-3, 3) for _ in LABELS] for _ in range(sum(sizes))], np.float32)
    steps = [[random.uniform(-3, 3) for _ in LABELS] for _ in range(4)]
    found, start = chained(values, LABELS, list(np.cumsum(sizes)), steps), 0
    path = [0] * len(values)
    for a, b, _, _ in found:
        path[a:b] = [1] + [2] * (b - a - 1)

    def total(path):
        gains = steps[3][path[0]] + sum(steps[a][b] for a, b in pairwise(path))
        return gains + sum(values[start + i, k] for i, k in enumerate(path))

    for size in sizes:
        lawful = [p for p in product(range(3), repeat=size) if (0, 2) not in pairwise([0, *p])]
        chosen = tuple(path[start : start + size])
        assert chosen in lawful
        assert total(chosen) >= max(map(total, lawful)) - 1e-5
        start += size


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
