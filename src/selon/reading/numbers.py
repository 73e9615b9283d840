"""Numbers as written in a language: digits with their marks, number words, and the two together."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from selon.errors import TableError
from selon.reading.folding import fold_word
from selon.reading.notation import DIGITS, Fragment, words_fragment
from selon.tables import filled, one_of, read_table

_MOST_WORDS, _MOST_DIGITS = 9, 15


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a language: fragments for patterns, and their values."""

    number: Fragment
    collective: Fragment
    heap: Fragment
    _words: dict[str, float]
    _collectives: dict[str, float]
    _decimal: str
    _thousands: re.Pattern[str]
    _token: re.Pattern[str]

    def value(self, words: str) -> float | None:
        """Give the value of a folded number ("2,5 millions", "trente-cinq"); None when it is none."""
        total = current = 0.0
        seen = False
        for token in self._token.findall(words):
            value = self._token_value(token)
            seen = True
            if value < 100 or token[0].isdigit():
                current += value
            elif value == 100:
                current = max(current, 1) * value
            elif current == 0 and total:
                total *= value
            else:
                total, current = total + (current or 1) * value, 0.0
        return total + current if seen else None

    def collective_value(self, word: str) -> float:
        """Give how many a folded collective or scale ("dizaine", "millions") stands for."""
        word = word.strip()
        return self._collectives[word] if word in self._collectives else self._words[word]

    def _token_value(self, token: str) -> float:
        if not token[0].isdigit():
            return self._words[re.sub("[- ]+", "-", token)]
        digits = self._thousands.sub("", token).replace(self._decimal, ".")
        return float(digits)


@lru_cache(maxsize=8)
def load_numbers(lang: str) -> Numbers:
    """Read the number words of a language; TableError when the tables do not follow their schema."""
    package = f"selon.languages.{lang}"
    style = tomllib.loads(files(package).joinpath("numbers.toml").read_text(encoding="utf-8"))
    schema = {"word": filled, "value": str.isdigit, "kind": one_of("word", "scale", "collective")}
    rows = read_table(package, "number_words.tsv", schema)
    if set(style) != {"decimal", "thousands", "joiners"}:
        raise TableError("numbers.toml: expected decimal, thousands and joiners")
    words = {fold_word(r["word"]): float(r["value"]) for r in rows if r["kind"] != "collective"}
    collectives = {fold_word(r["word"]): float(r["value"]) for r in rows if r["kind"] == "collective"}
    scales = [fold_word(r["word"]) for r in rows if r["kind"] == "scale"]
    mark = "[" + re.escape("".join(style["thousands"])) + "]"
    decimals = rf"(?:{re.escape(style['decimal'])}\d{{1,{_MOST_DIGITS}}})?"
    digits = rf"\d{{1,3}}(?:{mark}\d{{3}}){{1,4}}(?!\d){decimals}|\d{{1,{_MOST_DIGITS}}}(?!\d){decimals}"
    word, scale = words_fragment(list(words)), words_fragment(scales)
    joint = "(?:[- ]" + "".join(f"|[- ]{j}[- ]" for j in style["joiners"]) + ")"
    number = (
        rf"(?:{digits})(?: {scale.regex}(?![^\W_])){{0,2}}"
        rf"|{word.regex}(?![^\W_])(?:{joint}{word.regex}(?![^\W_])){{0,{_MOST_WORDS - 1}}}"
    )
    return Numbers(
        number=Fragment(f"(?:{number})", word.first | set(DIGITS), word.needs | set(DIGITS)),
        collective=words_fragment(list(collectives)),
        heap=words_fragment([*collectives, *scales]),
        _words={re.sub("[- ]+", "-", w): v for w, v in words.items()},
        _collectives=collectives,
        _decimal=style["decimal"],
        _thousands=re.compile(mark),
        _token=re.compile(rf"{digits}|{word.regex}(?![^\W_])"),
    )
