"""Word patterns kept as data: a form, what must stand around it, what it means; read, compiled, matched in a text."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from selon.errors import TableError
from selon.reading.folding import Folded, fold_word
from selon.reading.notation import (
    DIGITS,
    MARK,
    SPAN,
    Form,
    Fragment,
    compile_form,
    digits_key,
    regex_fragment,
    words_fragment,
)

Classes = Mapping[str, Mapping[str, str]]
"""Word classes: by name, the value of each word."""

_CONTEXT = 48
_CONDITIONS = ("written", "only_before", "unless_before", "only_after", "unless_after")
_KEYS = {"name", "form", "means", "set", *_CONDITIONS}
# A word or a number where one begins: not inside "A380", "30.000" or "1,5".
_STARTS = re.compile(r"(?<![^\W_])(?:\d+|[^\W\d_]+)")
_INSIDE_NUMBER = re.compile(r"\d[.,:]$")
_WORDS_AHEAD = 14


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write something: a form, what must stand around it, and the name of what its fields mean."""

    name: str
    form: Form
    means: str
    constants: dict[str, str]
    written: re.Pattern[str] | None
    only_before: re.Pattern[str] | None
    unless_before: re.Pattern[str] | None
    only_after: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None

    def match(self, folded: Folded, at: int) -> re.Match[str] | None:
        """Match at a place, with all that must stand around."""
        hit = self.form.regex.match(folded.text, at)
        return hit if hit and self._holds(hit, folded) else None

    def span(self, hit: re.Match[str]) -> tuple[int, int]:
        """Give the part of a match that is the span."""
        return hit.span(SPAN) if SPAN in self.form.regex.groupindex else hit.span()

    def _holds(self, hit: re.Match[str], folded: Folded) -> bool:
        start, end = hit.span()
        if self.written:
            a, b = folded.span(*self.span(hit))
            if not self.written.search(folded.original[a:b]):
                return False
        if self.only_before or self.unless_before:
            before = folded.text[max(0, start - _CONTEXT) : start].rstrip(" ")
            if self.only_before and not self.only_before.search(before):
                return False
            if self.unless_before and self.unless_before.search(before):
                return False
        if self.only_after or self.unless_after:
            after = folded.text[end : end + _CONTEXT]
            if self.only_after and not self.only_after.match(after):
                return False
            if self.unless_after and self.unless_after.match(after):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: the span in the folded text, how far it looked, its fields with values of the tables, and where
    each field begins.
    """

    pattern: Pattern
    start: int
    end: int
    reach: int
    fields: dict[str, str]
    starts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns by the first word they can begin with; each needs one of the needed words."""

    by_first: dict[str, tuple[Pattern, ...]]
    needed: frozenset[str]
    values: dict[str, dict[str, str]]

    def places(self, folded: Folded) -> Iterator[tuple[int, list[Match]]]:
        """Give the places where patterns match, in order, with their matches, the longest first.

        Equals come in the order of the table. Matches of different places may overlap. Linear in the text's length.
        """
        tokens = [(m.start(), m[0]) for m in _STARTS.finditer(folded.text)]
        keys = [digits_key(word) if word.isdecimal() else word for _, word in tokens]
        needed = [i for i, key in enumerate(keys) if key in self.needed]
        next_needed = 0
        for i, key in enumerate(keys):
            if next_needed == len(needed):
                return
            if needed[next_needed] - i < _WORDS_AHEAD and key in self.by_first:
                found = self._matches(folded, tokens[i][0], key, set(keys[i : i + _WORDS_AHEAD]))
                if found:
                    yield tokens[i][0], found
            if needed[next_needed] == i:
                next_needed += 1

    def _matches(self, folded: Folded, at: int, key: str, near: set[str]) -> list[Match]:
        if key in DIGITS and _INSIDE_NUMBER.search(folded.text, max(0, at - 2), at):
            return []
        found = []
        for pattern in self.by_first[key]:
            if not pattern.form.needs.isdisjoint(near) and (hit := pattern.match(folded, at)):
                found.append(self._match(pattern, hit))
        found.sort(key=lambda m: (-m.reach, -m.end))
        return found

    def _match(self, pattern: Pattern, hit: re.Match[str]) -> Match:
        fields, starts = dict(pattern.constants), {}
        for group, written in hit.groupdict().items():
            if written is not None and group != SPAN:
                field, name, _ = group.split(MARK)
                values = self.values.get(name)
                fields[field] = values.get(_key(written), written) if values else written
                starts[field] = hit.start(group)
        return Match(pattern, *pattern.span(hit), hit.end(), fields, starts)


def read_patterns(data: Mapping[str, Any], classes: Classes, fragments: Mapping[str, Fragment]) -> Patterns:
    """Compile the patterns of a table; TableError when one does not follow the schema.

    The table has `common` (words too common to look around at), `fragments` (regex and first words), `forms`, and
    `patterns` with name, form, means and, as they need, set (fields given by hand), written (a regular expression the
    span as written must hold), only_before, unless_before, only_after and unless_after (on the folded text around).
    """
    common = frozenset(data["common"]) | set(DIGITS)
    known = {name: words_fragment(list(words), common) for name, words in classes.items()}
    known |= dict(fragments)
    known |= {name: _regex(name, cells) for name, cells in data["fragments"].items()}
    patterns = [_pattern(row, known, data["forms"], common) for row in data["patterns"]]
    needed: frozenset[str] = frozenset().union(*(p.form.needs for p in patterns))
    values = {name: {_key(fold_word(w)): v for w, v in words.items()} for name, words in classes.items()}
    return Patterns(_by_first(patterns), needed, values)


def read_toml(lang: str, name: str) -> dict[str, Any]:
    """Read a TOML table of a language; TableError when the language has none or it does not parse."""
    try:
        return tomllib.loads(files(f"selon.languages.{lang}").joinpath(name).read_text(encoding="utf-8"))
    except (ModuleNotFoundError, FileNotFoundError):
        raise TableError(f"the language {lang!r} has no {name}") from None
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{lang}/{name}: {error}") from error


def before_regex(words: str) -> re.Pattern[str]:
    """Compile a condition on the words that end right here."""
    return re.compile(rf"(?:^|[^\w])(?:{words})$")


def _key(written: str) -> str:
    return re.sub(r"[ -]+", "-", written.strip().replace("' ", "'")).rstrip(".")


def _regex(name: str, cells: Mapping[str, Any]) -> Fragment:
    if set(cells) != {"regex", "first"}:
        raise TableError(f"fragment {name} needs regex and first")
    return regex_fragment(cells["regex"], cells["first"])


def _pattern(
    row: Mapping[str, Any], fragments: Mapping[str, Fragment], forms: Mapping[str, str], common: frozenset[str]
) -> Pattern:
    if not {"name", "form", "means"} <= set(row) <= _KEYS:
        raise TableError(f"pattern {row.get('name')!r} has the keys {sorted(row)}")
    conditions = {
        key: before_regex(row[key]) if key.endswith("before") else re.compile(row[key])
        for key in _CONDITIONS
        if key in row
    }
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
