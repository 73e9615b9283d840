"""The time patterns of a language: read from its tables, compiled, and matched at a place in a text."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from selon.errors import TableError
from selon.reading.folding import Folded, fold_word
from selon.reading.notation import DIGITS, MARK, Form, Fragment, compile_form, regex_fragment, words_fragment
from selon.reading.numbers import Numbers, load_numbers
from selon.reading.times.holidays import Holiday, read_holidays
from selon.tables import filled, read_table

_CONTEXT = 48
_CONDITIONS = ("written", "only_before", "unless_before", "only_after", "unless_after")
_KEYS = {"name", "form", "means", "set", *_CONDITIONS}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a time: a form, what must stand around it, and how its fields mean a time."""

    name: str
    form: Form
    means: str
    constants: dict[str, str]
    written: re.Pattern[str] | None
    only_before: re.Pattern[str] | None
    unless_before: re.Pattern[str] | None
    only_after: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: the span in the folded text, how far it looked, and its fields with values of the tables."""

    pattern: Pattern
    start: int
    end: int
    reach: int
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class TimeLanguage:
    """The time patterns of a language by the first word they can begin with; each needs one of the needed words."""

    by_first: dict[str, tuple[Pattern, ...]]
    needed: frozenset[str]
    values: dict[str, dict[str, str]]
    numbers: Numbers
    holidays: dict[str, Holiday]

    def matches_at(self, folded: Folded, at: int, word: str, near: set[str]) -> list[Match]:
        """Give the matches that begin at a word, the longest first; equals in the order of the table.

        `near` holds that word and those after it: a pattern that needs none of them is not tried.
        """
        found = []
        for pattern in self.by_first.get(word, ()):
            if pattern.form.needs.isdisjoint(near):
                continue
            hit = pattern.form.regex.match(folded.text, at)
            if hit and _holds(pattern, hit, folded):
                found.append(self._match(pattern, hit))
        found.sort(key=lambda m: (-m.reach, -m.end))
        return found

    def _match(self, pattern: Pattern, hit: re.Match[str]) -> Match:
        fields = dict(pattern.constants)
        for group, written in hit.groupdict().items():
            if written is not None and group != "span":
                field, name, _ = group.split(MARK)
                fields[field] = self.field_value(name, written)
        start, end = hit.span("span") if "span" in pattern.form.regex.groupindex else hit.span()
        return Match(pattern, start, end, hit.end(), fields)

    def field_value(self, name: str, written: str) -> str:
        """Give the value a word class gives to words; the words themselves where it gives none."""
        values = self.values.get(name)
        return values.get(_key(written), written) if values else written


def _key(written: str) -> str:
    return re.sub(r"[ -]+", "-", written.strip().replace("' ", "'")).rstrip(".")


def _holds(pattern: Pattern, hit: re.Match[str], folded: Folded) -> bool:
    start, end = hit.span()
    if pattern.written:
        span = hit.span("span") if "span" in pattern.form.regex.groupindex else (start, end)
        a, b = folded.span(*span)
        if not pattern.written.search(folded.original[a:b]):
            return False
    if pattern.only_before or pattern.unless_before:
        before = folded.text[max(0, start - _CONTEXT) : start].rstrip(" ")
        if pattern.only_before and not pattern.only_before.search(before):
            return False
        if pattern.unless_before and pattern.unless_before.search(before):
            return False
    if pattern.only_after or pattern.unless_after:
        after = folded.text[end : end + _CONTEXT]
        if pattern.only_after and not pattern.only_after.match(after):
            return False
        if pattern.unless_after and pattern.unless_after.match(after):
            return False
    return True


@lru_cache(maxsize=8)
def load_times(lang: str) -> TimeLanguage:
    """Read the time tables of a language; TableError when one does not follow its schema."""
    package = f"selon.languages.{lang}"
    data = tomllib.loads(files(package).joinpath("times.toml").read_text(encoding="utf-8"))
    numbers = load_numbers(lang)
    common = frozenset(data["common"]) | set(DIGITS)
    words = read_table(package, "time_words.tsv", {"word": filled, "class": str.isidentifier, "value": filled})
    holidays = read_holidays(package)
    classes: dict[str, dict[str, str]] = {"holiday": {name: name for name in holidays}}
    for row in words:
        classes.setdefault(row["class"], {})[row["word"]] = row["value"]
    fragments = {name: words_fragment(list(values), common) for name, values in classes.items()}
    fragments |= {"number": numbers.number, "collective": numbers.collective}
    fragments |= {name: _regex(name, cells) for name, cells in data["fragments"].items()}
    patterns = [_pattern(row, fragments, data["forms"], common) for row in data["patterns"]]
    needed = frozenset().union(*(p.form.needs for p in patterns))
    return TimeLanguage(_by_first(patterns), needed, _values(classes), numbers, holidays)


def _regex(name: str, cells: dict[str, Any]) -> Fragment:
    if set(cells) != {"regex", "first"}:
        raise TableError(f"times.toml: fragment {name} needs regex and first")
    return regex_fragment(cells["regex"], cells["first"])


def _pattern(
    row: dict[str, Any], fragments: dict[str, Fragment], forms: dict[str, str], common: frozenset[str]
) -> Pattern:
    if not {"name", "form", "means"} <= set(row) <= _KEYS:
        raise TableError(f"times.toml: pattern {row.get('name')!r} has the keys {sorted(row)}")
    before = {key: rf"(?:^|[^\w])(?:{row[key]})$" for key in _CONDITIONS if key.endswith("before") and key in row}
    others = {key: row[key] for key in _CONDITIONS if key not in before and key in row}
    conditions = {key: re.compile(regex) for key, regex in (before | others).items()}
    return Pattern(
        row["name"],
        compile_form(row["form"], fragments, forms, common),
        row["means"],
        {k: str(v) for k, v in row.get("set", {}).items()},
        **{key: conditions.get(key) for key in _CONDITIONS},
    )


def _by_first(patterns: list[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    table: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for word in pattern.form.first:
            table.setdefault(word, []).append(pattern)
    return {word: tuple(found) for word, found in table.items()}


def _values(classes: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {name: {_key(fold_word(w)): v for w, v in values.items()} for name, values in classes.items()}
