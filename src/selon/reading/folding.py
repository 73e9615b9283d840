"""Text folded for matching: lower case, no accents, plain spaces and apostrophes, with the way back to the text."""

import re
import sys
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_COMBINING = re.compile("[\u0300-\u036f]")
_LAST_FOLDED = 0x2100
# A line broken in the middle of a sentence is no boundary; a new paragraph begins with a capital or a dash.
_SOFT_BREAK = re.compile(r"(?<=[a-zà-ÿ,;])(\r?\n)(?=[a-zà-ÿ\d])|(?<=\d)(\r?\n)(?=[a-zà-ÿ])")
_PLAIN = {"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "−": "-", "—": "–", "\t": " "}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets` is None when it is as long as the text, else the offset of each kept character."""

    text: str
    original: str
    offsets: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the offsets in the text of a stretch of the folded text."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end] if end < len(self.offsets) else len(self.original)


def fold(text: str) -> Folded:
    """Fold a text; combining accents are dropped, every other character keeps its place."""
    plain = _SOFT_BREAK.sub(lambda m: " " * len(m[0]), text)
    offsets = None
    if _COMBINING.search(plain):
        kept = [i for i, c in enumerate(plain) if not "\u0300" <= c <= "\u036f"]
        offsets = tuple(kept)
        plain = "".join(plain[i] for i in kept)
    return Folded(plain.translate(_table()), text, offsets)


def fold_word(word: str) -> str:
    """Fold a word or phrase of a table the way texts are folded."""
    return fold(unicodedata.normalize("NFC", word)).text


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    table = {ord(c): folded for c, folded in _PLAIN.items()}
    for code in range(ord("A"), min(_LAST_FOLDED, sys.maxunicode)):
        char = chr(code)
        if char in _PLAIN:
            continue
        base = unicodedata.normalize("NFD", char)[0].lower()
        folded = " " if char.isspace() and char not in "\u2028\u2029\x85" else base
        if len(folded) == 1 and folded != char:
            table[code] = folded
    return table
