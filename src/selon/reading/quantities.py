"""Quantities: numbers of people, troops, casualties, arrests, arms and money in a text, with their bounds."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from selon.reading.folding import Folded, fold
from selon.reading.numbers import Numbers, load_numbers
from selon.reading.patterns import Match, Patterns, read_patterns, read_toml
from selon.reading.unit_nouns import UnitNouns, read_unit_nouns
from selon.records import Quantity, QuantityKind, Span
from selon.tables import filled, read_table

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
        before = quantities[-1] if quantities and start - limit <= _NEAR else None
        for match in matches if start >= limit else ():
            if found := _read(match, folded, language, before):
                quantity, limit = found
                quantities.append(quantity)
                break
    return tuple(quantities)


@dataclass(frozen=True, slots=True)
class _Language:
    patterns: Patterns
    numbers: Numbers
    nouns: UnitNouns


@lru_cache(maxsize=8)
def _load(lang: str) -> _Language:
    package = f"selon.languages.{lang}"
    data = read_toml(lang, "quantities.toml")
    numbers = load_numbers(lang)
    classes: dict[str, dict[str, str]] = {}
    for row in read_table(package, "quantity_words.tsv", {"word": filled, "class": filled, "value": filled}):
        classes.setdefault(row["class"], {})[row["word"]] = row["value"]
    fragments = {"number": numbers.number, "collective": numbers.collective, "heap": numbers.heap}
    nouns = read_unit_nouns(package, data["adjective"], data["joined"])
    return _Language(read_patterns(data, classes, fragments), numbers, nouns)


def _read(match: Match, folded: Folded, language: _Language, before: Quantity | None) -> tuple[Quantity, int] | None:
    """Make the quantity of a match and give its end; None when no noun is found or the number is a year."""
    bounds, end = _BOUNDS[match.pattern.means](match.fields, language.numbers), match.end
    if bounds is None:
        return None
    if match.fields.get("noun") == "before":
        unit, kind = (before.unit, str(before.kind)) if before else ("", "")
    elif match.fields.get("noun") == "next":
        noun = language.nouns.read(folded.text, end)
        start, end, kind = noun or (end, end, "")
        unit = _written(folded, start, end) if noun else ""
    else:
        unit = _written(folded, match.starts.get("mass", match.starts["unit"]), end)
        kind = match.fields["unit"]
    if not unit or _is_year(match, unit) or _is_article(match, bounds, kind):
        return None
    span = Span.of(folded.original, *folded.span(match.start, end))
    return Quantity(span, *bounds, unit, cast(QuantityKind, kind)), end


def _written(folded: Folded, start: int, end: int) -> str:
    a, b = folded.span(start, end)
    return folded.original[a:b]


def _is_year(match: Match, unit: str) -> bool:
    """Tell whether the number reads as a year: "en 1984 délégué", "2019 ont été"."""
    number = match.fields.get("number", "")
    if not (number.isdecimal() and len(number) == 4 and number.startswith(("19", "20"))):
        return False
    return match.fields.get("noun") == "before" or not unit.split()[0].endswith(("s", "x", "$", "€"))


def _is_article(match: Match, bounds: Bounds, kind: str) -> bool:
    """Tell whether "un" is no more than an article: it counts dead, wounded and arrests only, or after "dont"."""
    return bounds == (1, 1) and match.pattern.means != "one" and kind not in ("casualties", "arrests")


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
