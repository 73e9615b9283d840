"""Phrases as tables write them: cut into words, and found behind their head in a text."""

import re
from collections.abc import Sequence

MAX_GAP = 3

_VARIANTS = (
    frozenset(["son", "mon", "ton", "notre", "votre", "leur"]),
    frozenset(["sa", "ma", "ta", "notre", "votre", "leur"]),
    frozenset(["ses", "mes", "tes", "nos", "vos", "leurs"]),
    frozenset(["de", "d'", "du", "des"]),
    frozenset(["à", "au", "aux"]),
    frozenset(["que", "qu'"]),
)
_BY_FIRST = dict(zip(("son", "sa", "ses", "de", "à", "que"), _VARIANTS, strict=True))


def words_of(text: str) -> tuple[str, ...]:
    """Cut a phrase into words as a text is: an elided word and its apostrophe are one."""
    return tuple(re.findall(r"[^\s']+'?", text))


def word_variants(word: str) -> frozenset[str]:
    """Give the words that stand for a word of a phrase: possessives of any person, "de", "à" and "que" as they join."""
    return _BY_FIRST.get(word, frozenset([word]))


def find_rest(words: Sequence[str], head: int, rest: Sequence[frozenset[str]], gap: int = MAX_GAP) -> range | None:
    """Find the rest of a phrase behind its head, as indices of `words`; an empty range when there is no rest.

    `words` are lower-cased tokens, elided ones with a straight apostrophe ("d'", "alarme"); up to `gap` words, but no
    punctuation, stand between head and rest ("a fait hier soir savoir"). None when the rest is not there.
    """
    if not rest:
        return range(head + 1, head + 1)
    first, length = rest[0], len(rest)
    for start in range(head + 1, min(head + 2 + gap, len(words))):
        word = words[start]
        if word in first and (length == 1 or _follow(words, start, rest)):
            return range(start, start + length)
        if not word[:1].isalnum() and not word.startswith("-"):
            return None
    return None


def _follow(words: Sequence[str], start: int, rest: Sequence[frozenset[str]]) -> bool:
    found = words[start : start + len(rest)]
    return len(found) == len(rest) and all(w in forms for w, forms in zip(found, rest, strict=True))
