"""The country an article is about: where "la police" or "le gouvernement" stands alone, it is that country's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from selon.knowledge.countries import load_countries
from selon.reading.mentions.names import NameAt
from selon.reading.text import Sentence

SHARE = 0.6
FEWEST = 2


def main_country(sentences: Sequence[Sentence], names: Sequence[NameAt]) -> str | None:
    """Give the country that most names and adjectives of countries in a text are of; null when none stands out."""
    votes: Counter[str] = Counter()
    for name in names:
        if name.known and name.known.kind in {"state", "place"} and name.known.country:
            votes[name.known.country] += 1
    adjectives = load_countries().adjectives
    for sentence in sentences:
        for token in sentence.tokens:
            codes = adjectives.get(token.text.lower(), ()) if token.text[:1].islower() else ()
            if len(codes) == 1:
                votes[codes[0]] += 1
    if not votes:
        return None
    code, most = votes.most_common(1)[0]
    return code if most >= FEWEST and most >= SHARE * sum(votes.values()) else None
