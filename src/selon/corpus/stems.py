"""Words as full-text search knows them: lower case, stemmed by Snowball, without accents; and questions over them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

STEMMER = "snowball french, accents folded"
"""What made the words of a corpus; kept in its table `about`."""

_WORD = re.compile(r"[^\W_]+")
_QUESTION = re.compile(r'(?P<no>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


def stemmed(text: str) -> str:
    """Give the words of a text, stemmed and without accents, a space between."""
    return " ".join(stem(word) for word in _WORD.findall(text.lower()))


def stems(text: str) -> list[tuple[int, int, str]]:
    """Give each word of a text as (start, end, stem), offsets in the text."""
    return [(m.start(), m.end(), stem(m[0].lower())) for m in _WORD.finditer(text)]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Stem a lower-case word and fold its accents."""
    return folded(_stem()(word))


def folded(text: str) -> str:
    """Give a text in lower case, without accents, its ligatures taken apart."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def match_expression(question: str) -> str | None:
    """Turn a question into an FTS5 expression; None when it asks for no word.

    All words must be there; "words in quotes" are a phrase, -word must not be there, word* is the beginning of a word.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for part in _QUESTION.finditer(question):
        term = _phrase(part["phrase"] if part["word"] is None else part["word"])
        if term:
            (unwanted if part["no"] else wanted).append(term)
    if not wanted:
        return None
    yes = " AND ".join(wanted)
    return f"({yes}) NOT ({' OR '.join(unwanted)})" if unwanted else yes


def question_stems(question: str) -> frozenset[str]:
    """Give the stems a question asks for, to mark them in a text."""
    asked = (part["phrase"] or part["word"] or "" for part in _QUESTION.finditer(question) if not part["no"])
    return frozenset(stem(word) for words in asked for word in _WORD.findall(words.lower()))


def _phrase(words: str) -> str:
    if words.endswith("*") and len(found := _WORD.findall(words.lower())) == 1:
        return f'"{folded(found[0])}"*'
    return f'"{inner}"' if (inner := stemmed(words)) else ""


@cache
def _stem() -> Callable[[str], str]:
    import Stemmer

    return cast("Callable[[str], str]", Stemmer.Stemmer("french").stemWord)
