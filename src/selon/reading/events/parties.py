"""The parties of an act that the frames name, weighed against those the model links to its trigger.

On the held-back reports the frames alone had the whole record right at F 32.8, with the thresholds here 38; they were
chosen there among few.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from selon.reading.mentions.resolve import Resolver
from selon.reading.model.opinions import Opinions, share_of
from selon.reading.tree import Tree
from selon.records import Span

SURE_NONE = 0.6
"""Chance that an act has no such party, above which one without a share is dropped."""

NO_SHARE = 0.05
"""Share of the model's chances below which a party has none."""

ASIDE = 0.2
"""Share of all the frames' parties below which the model looks elsewhere."""

SURE_PARTY = 0.5
"""Chance of a word from which it is a party where the frames name none, or the model looks elsewhere."""


def weigh_parties(
    opinions: Opinions,
    resolver: Resolver,
    tree: Tree,
    number: int,
    trigger: Span,
    relation: Literal["actor", "recipient"],
    heads: Sequence[int],
) -> list[int]:
    """Give the head words of an act's actors or recipients: the frames' where the model has no better ones."""
    none, chances = opinions.of_party(trigger.start, relation)
    spans = [resolver.mention_at((number, head)).span for head in heads]
    shares = [share_of(span, chances) for span in spans]
    if sum(shares) < ASIDE:
        sure = [tree.at(offset) for offset, chance in chances if chance >= SURE_PARTY]
        if found := [k for k in sure if k is not None]:
            return found
    return [h for h, share in zip(heads, shares, strict=True) if none < SURE_NONE or share >= NO_SHARE]
