"""The times of a language: patterns, words, numbers and holidays, read from its tables."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from selon.errors import TableError
from selon.reading.folding import Folded
from selon.reading.numbers import Numbers, load_numbers
from selon.reading.patterns import Patterns, before_regex, read_patterns, read_toml
from selon.reading.times.holidays import Holiday, read_holidays
from selon.reading.times.meanings import MEANINGS
from selon.tables import filled, read_table

Style = Literal["articles", "timeml"]
"""What counts as a time and how far it reaches: as in plain reports, or as TimeML's guidelines have it."""

_CONTEXT = 48
_KEYS = {"common", "attached", "articles", "comma", "fragments", "forms", "patterns", "bounds", "links"}


@dataclass(frozen=True, slots=True)
class TimeLanguage:
    """What a language writes times with; `bounds` are words right before a time, by the mod they give it.

    `attached` are words that tie a time to a noun before it, `comma` is what alone parts members of a list.
    """

    patterns: Patterns
    numbers: Numbers
    holidays: dict[str, Holiday]
    bounds: dict[str, re.Pattern[str]]
    attached: re.Pattern[str]
    comma: re.Pattern[str]

    def bound_before(self, folded: Folded, at: int) -> str | None:
        """Give what the words right before a time make of it: "BEFORE", "ON_OR_AFTER", "APPROX" …; accents count."""
        start = folded.span(at, at)[0]
        before = folded.original[max(0, start - _CONTEXT) : start].lower().replace("’", "'").rstrip()
        return next((mod for mod, words in self.bounds.items() if words.search(before)), None)

    def is_attached(self, folded: Folded, at: int) -> bool:
        """Tell whether a time belongs to a noun before it: "la réunion de mardi"."""
        return self.attached.search(_before(folded, at)) is not None


def _before(folded: Folded, at: int) -> str:
    return folded.text[max(0, at - _CONTEXT) : at].rstrip(" ")


@lru_cache(maxsize=8)
def load_times(lang: str, style: Style = "articles") -> TimeLanguage:
    """Read the time tables of a language; TableError when one does not follow its schema.

    A pattern of `times.toml` with the key "style" counts in that style only.
    """
    package = f"selon.languages.{lang}"
    data = read_toml(lang, "times.toml")
    if set(data) != _KEYS:
        raise TableError(f"{lang}/times.toml: expected the keys {sorted(_KEYS)}")
    numbers, holidays = load_numbers(lang), read_holidays(package)
    classes: dict[str, dict[str, str]] = {"holiday": {name: name for name in holidays}}
    for row in read_table(package, "time_words.tsv", {"word": filled, "class": str.isidentifier, "value": filled}):
        classes.setdefault(row["class"], {})[row["word"]] = row["value"]
    fragments = {"number": numbers.number, "collective": numbers.collective}
    rows = [row for row in data["patterns"] if row.get("style", style) == style]
    rows = [{key: cell for key, cell in row.items() if key != "style"} for row in rows]
    patterns = read_patterns({**data, "patterns": rows}, classes, fragments)
    bounds = {mod: before_regex(rf"(?:{words})(?:{data['articles']})?") for mod, words in data["bounds"].items()}
    _check_meanings(lang, patterns)
    attached, comma = before_regex(data["attached"]), re.compile(data["comma"])
    return TimeLanguage(patterns, numbers, holidays, bounds, attached, comma)


def time_languages() -> tuple[str, ...]:
    """Give the ISO 639-1 codes of the languages whose times are read, those with a table of their patterns."""
    packages = files("selon.languages").iterdir()
    return tuple(sorted(p.name for p in packages if p.is_dir() and p.joinpath("times.toml").is_file()))


def _check_meanings(lang: str, patterns: Patterns) -> None:
    for row in patterns.by_first.values():
        for pattern in row:
            if pattern.means != "nothing" and pattern.means not in MEANINGS:
                raise TableError(f"{lang}/times.toml: {pattern.name!r} means the unknown {pattern.means!r}")
