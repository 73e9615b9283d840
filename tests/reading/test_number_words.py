"""Numbers as French writes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.reading.folding import fold
from selon.reading.numbers import load_numbers


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("deux", 2),
        ("vingt et un", 21),
        ("trente-cinq", 35),
        ("soixante et onze", 71),
        ("soixante-quinze", 75),
        ("quatre-vingts", 80),
        ("quatre-vingt-dix-sept", 97),
        ("nonante-neuf", 99),
        ("cent", 100),
        ("deux cent cinquante mille", 250_000),
        ("mille neuf cent quatorze", 1914),
        ("trois millions", 3_000_000),
        ("mille milliards", 10**12),
        ("30.000", 30_000),
        ("30 000", 30_000),
        ("2,5 millions", 2_500_000),
        ("1 000 milliards", 10**12),
        ("1,25", 1.25),
    ],
)
def test_a_number_has_its_value(words: str, value: float) -> None:
    numbers = load_numbers("fr")
    assert re.fullmatch(numbers.number.regex, fold(words).text)
    assert numbers.value(fold(words).text) == value


@given(st.integers(0, 10**9))
def test_digits_with_marks_count_as_digits(number: int) -> None:
    for mark in (" ", "."):
        assert load_numbers("fr").value(f"{number:,}".replace(",", mark)) == number
