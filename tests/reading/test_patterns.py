"""The notation of forms, and patterns kept as data."""

import pytest

from selon.errors import TableError
from selon.reading.folding import fold
from selon.reading.notation import compile_form, regex_fragment, words_fragment
from selon.reading.patterns import read_patterns, read_toml

FRAGMENTS = {
    "month": words_fragment(["mars", "août"]),
    "link": words_fragment(["de", "d'"]),
    "year": regex_fragment(r"\d{4}", ["####"]),
}


def matches(form: str, text: str) -> bool:
    return compile_form(form, FRAGMENTS, {"when": "<month> [<year>]"}).regex.fullmatch(fold(text).text) is not None


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("en <month> <year>", "en mars 2019"),
        ("en <month> [de l'] [année] <year>", "en mars de l'année 2019"),
        ("en <month> [de l'] [année] <year>", "en mars 2019"),
        ("l' [même] année", "l'année"),
        ("l' [même] année", "l' même année"),
        ("(fin | début) <link> <month>", "fin d'août"),
        ("(fin | début) <link> <month>", "début de mars"),
        ('<month> _ ("," <.month>)* [et <.month>]', "mars, août, mars et août"),
        ('mi _ ["-"] _ <month>', "mi-mars"),
        ('mi _ ["-"] _ <month>', "mi mars"),
        ("&when", "MARS 2019"),
        ("week-end", "week end"),
    ],
)
def test_a_form_matches_what_it_says(form: str, text: str) -> None:
    assert matches(form, text)


@pytest.mark.parametrize(
    ("form", "text"),
    [("en <month>", "enmars"), ("<month>", "marsouin"), ("fin <link> <month>", "fin demars"), ("l' année", "la année")],
)
def test_a_form_matches_nothing_else(form: str, text: str) -> None:
    assert not matches(form, text)


@pytest.mark.parametrize("form", ["<unknown>", "[<month>", "[<month>] [<year>]", "&none", "( | )"])
def test_a_form_outside_the_notation_is_a_table_error(form: str) -> None:
    with pytest.raises(TableError):
        compile_form(form, FRAGMENTS, {})


def test_fields_are_named_and_the_span_is_marked() -> None:
    form = compile_form("en {<month:begin>} et <month:end>", FRAGMENTS, {})
    match = form.regex.match("en mars et aout")
    assert match is not None
    assert match["span"] == "mars"
    assert {k.split("__")[0] for k in match.groupdict()} == {"span", "begin", "end"}


def table(**pattern: object) -> dict[str, object]:
    return {
        "common": ["en"],
        "fragments": {},
        "forms": {},
        "patterns": [{"name": "x", "form": "en <month>", "means": "month", **pattern}],
    }


def found(text: str, **pattern: object) -> list[dict[str, str]]:
    patterns = read_patterns(table(**pattern), {"month": {"mars": "3", "août": "8"}}, {})
    return [m.fields for _, ms in patterns.places(fold(text)) for m in ms]


def test_a_pattern_gives_its_fields_the_values_of_the_table() -> None:
    assert found("Il a fui en AOÛT.", set={"rel": "last"}) == [{"rel": "last", "month": "8"}]


@pytest.mark.parametrize(
    "condition",
    [
        {"only_before": "jamais"},
        {"unless_before": "fui"},
        {"only_after": " dernier"},
        {"unless_after": r" \d"},
        {"written": "A"},
    ],
)
def test_a_condition_that_does_not_hold_stops_a_pattern(condition: dict[str, str]) -> None:
    assert found("Il a fui en mars 2019.") == [{"month": "3"}]
    assert found("Il a fui en mars 2019.", **condition) == []


def test_an_unknown_key_is_a_table_error() -> None:
    with pytest.raises(TableError):
        found("en mars", unless="x")


def test_no_form_repeats_without_a_limit() -> None:
    form = compile_form('<month> _ ("," <.month>)* [et <.month>] fin', FRAGMENTS, {})
    assert form.regex.match("mars, " * 20000) is None
    assert "*" not in form.regex.pattern
    assert "+" not in form.regex.pattern


def test_a_language_without_tables_is_a_table_error() -> None:
    with pytest.raises(TableError, match="has no"):
        read_toml("xx", "times.toml")
