"""Starts, ends and open bounds of times; the report is published on Monday 17 January 2022."""

import pytest
from tests.reading.times.told import only


@pytest.mark.parametrize(
    ("text", "value", "begin", "end", "mod"),
    [
        ("Le camp a été vidé fin décembre.", "2021-12", "2021-12-21", "2021-12-31", "END"),
        ("Le camp a été vidé début octobre.", "2021-10", "2021-10-01", "2021-10-10", "START"),
        ("Le camp sera vidé à la mi-février.", "2022-02", "2022-02-11", "2022-02-20", "MID"),
        ("Le camp a été vidé fin 2019.", "2019", "2019-10-01", "2019-12-31", "END"),
        ("Le camp a été vidé à la fin de l'année dernière.", "2021", "2021-10-01", "2021-12-31", "END"),
        ("Le camp a été vidé au début des années 2000.", "200X", "2000-01-01", "2002-12-31", "START"),
        ("Le camp sera vidé à la fin du mois.", "2022-01", "2022-01-21", "2022-01-31", "END"),
    ],
)
def test_the_start_middle_and_end_narrow_the_days_and_keep_the_value(
    text: str, value: str, begin: str, end: str, mod: str
) -> None:
    time = only(text)
    assert (time.value, time.begin, time.end, time.mod) == (value, begin, end, mod)
    assert time.edtf == f"{begin}/{end}"


@pytest.mark.parametrize(
    ("text", "edtf", "mod"),
    [
        ("Il a jusqu'au 28 février.", "../2022-02-28", "ON_OR_BEFORE"),
        ("Il doit partir avant le 31 mars.", "../2022-03-31", "BEFORE"),
        ("Il règne depuis 2002.", "2002/..", "ON_OR_AFTER"),
        ("Il doit partir d'ici la fin de l'année.", "../2022-12-31", "END"),
        ("Il est né autour de 1950.", "1950~", "APPROX"),
    ],
)
def test_a_bound_opens_the_interval_and_stays_outside_the_span(text: str, edtf: str, mod: str) -> None:
    time = only(text)
    assert (time.edtf, time.mod) == (edtf, mod)
