"""Sketches of texts: a fixed share of their five-word shingles, by which copies are found however they were cut.

Scaled MinHash (Irber et al. 2022, "Lightweight compositional analysis of metagenomes with FracMinHash"): of all hashed
shingles those below a fixed bound are kept. Unlike MinHash of a fixed size it tells how much of the shorter text the
longer one holds, which cut and extended reprints need.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from selon.reading.folding import fold_word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Sketch = NDArray[np.uint64]

WORDS_A_SHINGLE = 5
ONE_IN = 4
LEAD_WORDS = 70
_WORD = re.compile(r"\w+")
_FACTOR = 0x9E3779B97F4A7C15


def sketch(text: str) -> Sketch:
    """Give the kept shingle hashes of a text, sorted, each once; a text of fewer than five words is one shingle."""
    import numpy as np

    words = np.array(list(map(_word_hash, _WORD.findall(normalize("NFC", text).lower()))), dtype=np.uint64)
    size = min(WORDS_A_SHINGLE, len(words)) or 1
    count = len(words) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        mixed = mixed * np.uint64(_FACTOR) + words[place : place + count]
    mixed = _scattered(mixed)
    kept = np.unique(mixed[mixed % np.uint64(ONE_IN) == 0])
    return kept if len(kept) else np.unique(mixed)[:1]


def _scattered(numbers: Any) -> Any:
    """Scatter numbers evenly (the finaliser of SplitMix64, Steele et al. 2014)."""
    import numpy as np

    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        numbers = (numbers ^ (numbers >> np.uint64(shift))) * np.uint64(factor)
    return numbers ^ (numbers >> np.uint64(31))


@lru_cache(maxsize=1 << 18)
def _word_hash(word: str) -> int:
    word = fold_word(word)
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def lead_of(text: str, title: str | None = None) -> Sketch:
    """Give the sketch of the first words of the body."""
    text = text.strip()
    body = text.removeprefix(title.strip()) if title and text.startswith(title.strip()) else text.partition("\n")[2]
    return sketch(" ".join((body.strip() or text).split(None, LEAD_WORDS)[:LEAD_WORDS]))


def held(part: Sketch, whole: Sketch) -> float:
    """Give the share of a sketch that another holds."""
    import numpy as np

    return len(np.intersect1d(part, whole, assume_unique=True)) / len(part) if len(part) else 0.0


def overlap(one: Sketch, other: Sketch) -> tuple[float, float]:
    """Give the share of the shorter text that the other holds, and the share both have in common (Jaccard)."""
    import numpy as np

    if not len(one) or not len(other):
        return 0.0, 0.0
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / min(len(one), len(other)), shared / (len(one) + len(other) - shared)
