"""Quantities: numbers of people, troops, casualties, arrests, arms and money in a text, with their bounds."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast, get_args

from selon.reading.folding import Folded, fold
from selon.reading.numbers import Numbers, load_numbers
from selon.reading.patterns import Match, Patterns, read_patterns
from selon.records import Quantity, QuantityKind, Span
from selon.tables import filled, one_of, read_table

Bounds = tuple[float | None, float | None]
# How far a number without a noun may stand from the quantity whose noun it takes.
_NEAR = 300


def find_quantities(text: str, lang: str = "fr") -> tuple[Quantity, ...]:
    """Find the quantities of a text, in order, without overlaps.

    A bound the words leave open is None: "plus de 300 soldats" has low 300 and no high, "des dizaines de morts" low
    20. `unit` is the noun as written, with its adjective.
    """
    language = _load(lang)
    folded = fold(text)
    quantities: list[Quantity] = []
    limit = 0
    for start, matches in language.patterns.places(folded):
        before = quantities[-1] if quantities and start - quantities[-1].span.end <= _NEAR else None
        for match in matches if start >= limit else ():
            if quantity := _quantity(match, folded, language, before):
                quantities.append(quantity)
                limit = match.end
                break
    return tuple(quantities)


@dataclass(frozen=True, slots=True)
class _Language:
    patterns: Patterns
    numbers: Numbers


@lru_cache(maxsize=8)
def _load(lang: str) -> _Language:
    package = f"selon.languages.{lang}"
    data = tomllib.loads(files(package).joinpath("quantities.toml").read_text(encoding="utf-8"))
    numbers = load_numbers(lang)
    units = read_table(package, "units.tsv", {"noun": filled, "kind": one_of(*get_args(QuantityKind))})
    classes: dict[str, dict[str, str]] = {"unit": {row["noun"]: row["kind"] for row in units}}
    for row in read_table(package, "quantity_words.tsv", {"word": filled, "class": filled, "value": filled}):
        classes.setdefault(row["class"], {})[row["word"]] = row["value"]
    fragments = {"number": numbers.number, "collective": numbers.collective, "heap": numbers.heap}
    return _Language(read_patterns(data, classes, fragments), numbers)


def _quantity(match: Match, folded: Folded, language: _Language, before: Quantity | None) -> Quantity | None:
    bounds = _BOUNDS[match.pattern.means](match.fields, language.numbers)
    if bounds is None or _is_year(match, folded):
        return None
    start, end = folded.span(match.start, match.end)
    span = Span.of(folded.original, start, end)
    if "unit" not in match.fields:
        return Quantity(span, *bounds, before.unit, before.kind) if before else None
    unit_start, _ = folded.span(match.starts.get("mass", match.starts["unit"]), match.end)
    kind = cast(QuantityKind, match.fields["unit"])
    if bounds == (1, 1) and match.pattern.means != "one" and kind not in ("casualties", "arrests"):
        return None
    return Quantity(span, *bounds, folded.original[unit_start:end], kind)


def _is_year(match: Match, folded: Folded) -> bool:
    """Tell whether the number reads as a year: "en 1984 délégué", "2019 ont été"."""
    number = match.fields.get("number", "")
    if not (number.isdecimal() and len(number) == 4 and number.startswith(("19", "20"))):
        return False
    return not folded.text[match.start : match.end].endswith(("s", "x"))


def _limited(low: float, high: float, limit: str | None) -> Bounds:
    return (None if limit == "LESS" else low), (None if limit == "MORE" else high)


def _number(fields: dict[str, str], numbers: Numbers) -> Bounds | None:
    value = numbers.value(fields["number"])
    if value is None:
        return None
    value *= float(fields.get("scale", 1))
    return _limited(value, value, fields.get("limit"))


def _collective(fields: dict[str, str], numbers: Numbers) -> Bounds | None:
    value = numbers.collective_value(fields["collective"])
    if heap := fields.get("heap"):
        value *= numbers.collective_value(heap)
    return _limited(value, value, fields.get("limit"))


def _several(fields: dict[str, str], numbers: Numbers) -> Bounds | None:
    low = 2.0
    for name in ("collective", "heap"):
        if word := fields.get(name):
            low *= numbers.collective_value(word)
    return low, None


def _some(fields: dict[str, str], numbers: Numbers) -> Bounds | None:
    return 2.0, None


def _one(fields: dict[str, str], numbers: Numbers) -> Bounds | None:
    return 1.0, 1.0


def _between(fields: dict[str, str], numbers: Numbers) -> Bounds | None:
    low, high = numbers.value(fields["number"]), numbers.value(fields["high"])
    if low is None or high is None:
        return None
    for scale in (1e9, 1e6):
        # "60 à 80 milliards": the scale counts for both.
        if high >= scale > low and low * scale <= high:
            low *= scale
    return _limited(low, high, fields.get("limit")) if low <= high else None


_BOUNDS: dict[str, Callable[[dict[str, str], Numbers], Bounds | None]] = {
    "number": _number,
    "collective": _collective,
    "several": _several,
    "some": _some,
    "one": _one,
    "between": _between,
}
