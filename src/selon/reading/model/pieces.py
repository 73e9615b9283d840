"""Words as the model takes them: the pieces of each word.

Pieces are made word by word, so that a word's span is the span of its pieces whatever normalising does to them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
UNKNOWN = 3

Offsets = tuple[int, int]


def normal(word: str) -> str:
    """Give a word as the vocabulary writes it: NFKC, straight apostrophes, no blanks, no lone surrogates."""
    plain = unicodedata.normalize("NFKC", word.translate(APOSTROPHES))
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in plain if not c.isspace())


@dataclass(slots=True)
class Pieces:
    """Turns words into ids of pieces; it remembers the words it has seen, up to a bound."""

    tokenizer: Any
    bound: int = 200_000
    seen: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """Read a `tokenizer.json`."""
        from tokenizers import Tokenizer

        return cls(Tokenizer.from_file(str(path)))

    def of_words(self, text: str, words: Sequence[Offsets]) -> list[tuple[int, ...]]:
        """Give the ids of the pieces of each word of a text, at least one a word."""
        keys = [("▁" if a == 0 or text[a - 1].isspace() else "") + normal(text[a:b]) for a, b in words]
        new = list({k for k in keys if k not in self.seen})
        if len(self.seen) + len(new) > self.bound:
            self.seen.clear()
            new = list(set(keys))
        for key, encoded in zip(new, self.tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
            self.seen[key] = tuple(encoded.ids) or (UNKNOWN,)
        return [self.seen[k] for k in keys]
