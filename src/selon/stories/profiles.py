"""What is kept of a reading to tell which story it belongs to: weighted features, small enough for many articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.records import Reading
from selon.stories.copies import Fingerprint, fingerprint
from selon.stories.keys import days_of, names_of, ordinal, stems
from selon.stories.prints import Print, print_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


LEAD = 900
SHORT_TIME = 3
# What a feature counts for before its rarity does: acts with their parties tie articles most, single words least.
PARTY_TO_ACT, DAY_OF_ACT, NAME, COUNTRY, WORD = 2.0, 1.5, 1.5, 0.6, 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """An article's print, its fingerprint, its day, and its features by hash with their weights."""

    print: Print
    fingerprint: Fingerprint
    day: int | None
    features: NDArray[np.uint64]
    weights: NDArray[np.float32]


def profile(reading: Reading) -> Profile:
    """Take the profile of a reading."""
    import numpy as np

    weighted: dict[int, float] = {}
    for feature, weight in _features(reading):
        key = int.from_bytes(hashlib.blake2b(feature.encode("utf-8", "replace"), digest_size=8).digest(), "big")
        weighted[key] = max(weight, weighted.get(key, 0.0))
    keys = sorted(weighted)
    return Profile(
        print=print_of(reading.article),
        fingerprint=fingerprint(reading.article),
        day=ordinal(reading.article.published),
        features=np.array(keys, dtype=np.uint64),
        weights=np.array([weighted[key] for key in keys], dtype=np.float32),
    )


def _features(reading: Reading) -> Iterator[tuple[str, float]]:
    for mention in reading.mentions:
        for key in names_of(mention):
            yield key, COUNTRY if key.startswith("country:") else NAME
    for event in reading.events:
        for mention in (*event.actors, *event.recipients, *event.places):
            yield from ((f"{event.type}|{key}", PARTY_TO_ACT) for key in names_of(mention))
        days = days_of(event)
        if days and days[1] - days[0] < SHORT_TIME:
            yield f"{event.type}|{days[0]}", DAY_OF_ACT
    yield from ((f"word:{stem}", WORD) for stem in stems(reading.article.text.strip()[:LEAD]))
