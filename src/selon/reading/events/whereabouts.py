"""The places of an act that its sentence tells, weighed against those the model links to its trigger, in any sentence.

The thresholds were chosen among few, on reports that neither the rules nor the model had seen.
"""

from __future__ import annotations

from collections.abc import Sequence

from selon.reading.document import Document
from selon.reading.mentions.resolve import Resolver
from selon.reading.model.opinions import Opinions, share_of
from selon.records import Span

SURE_NONE = 0.8
"""Chance that an act has no place, above which one without a share is dropped."""

NO_SHARE = 0.05
"""Share of the model's chances below which a place has none."""

ASIDE = 0.5
"""Share of all the places told by the sentence below which the model looks elsewhere."""

SURE_PLACE = 0.25
"""Chance of a word from which it is the place where the sentence tells none, or the model looks elsewhere."""

WordAt = tuple[int, int]


def weigh_places(
    opinions: Opinions, document: Document, resolver: Resolver, trigger: Span, heads: Sequence[WordAt]
) -> list[WordAt]:
    """Give the places of an act, as sentence and head word: the rules' where the model has no better ones."""
    none, chances = opinions.of_party(trigger.start, "place")
    spans = [resolver.mention_at(head, acts=False).span for head in heads]
    shares = [share_of(span, chances) for span in spans]
    if sum(shares) < ASIDE:
        sure = [document.word_at(offset) for offset, chance in chances if chance >= SURE_PLACE]
        if found := [at for at in sure if at is not None]:
            return found
    return [h for h, share in zip(heads, shares, strict=True) if none < SURE_NONE or share >= NO_SHARE]
