"""Each class of times, by the table that the page on times shows."""

import pytest
from benchmarks.times_page import PAGE, Case, page, read_cases

from selon.reading.times import find_ranges, find_times
from selon.records import Time

CASES = read_cases()
FIELDS = ("type", "value", "mod", "edtf", "begin", "end", "anchor")


def the_time(case: Case) -> tuple[Time, str]:
    """Give the time of a case, and the EDTF of the link it is a member of."""
    times = find_times(case["sentence"], case["published"] or None, lang=case["lang"])
    at = [t.span.text for t in times].index(case["span"])
    links = find_ranges(case["sentence"], times, case["lang"])
    return times[at], next((link.edtf for link in links if at in link.times), "")


@pytest.mark.parametrize("case", [c for c in CASES if c["span"]], ids=lambda c: f"{c['lang']}: {c['span']}")
def test_a_time_is_found_and_resolved_as_the_table_says(case: Case) -> None:
    time, link = the_time(case)
    assert {field: getattr(time, field) or "" for field in FIELDS} == {field: case[field] for field in FIELDS}
    assert link == case["link"]


@pytest.mark.parametrize("case", [c for c in CASES if not c["span"]], ids=lambda c: c["sentence"])
def test_what_the_table_calls_no_time_is_none(case: Case) -> None:
    assert find_times(case["sentence"], case["published"], lang=case["lang"]) == ()


def test_every_class_has_a_row_in_both_languages() -> None:
    classes = {lang: {c["class"] for c in CASES if c["lang"] == lang} for lang in ("fr", "en")}
    assert classes["fr"] == classes["en"]


def test_the_page_is_what_the_table_gives() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(PAGE.read_text(encoding="utf-8"), CASES)
