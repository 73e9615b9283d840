"""Copies and near-copies: the same text reprinted, with another headline, cut, extended or lightly edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from selon.records import Article
from selon.stories.prints import Print, print_of
from selon.stories.sketches import held, lead_of, overlap, sketch

if TYPE_CHECKING:
    from selon.stories.sketches import Sketch

# A reprint is cut from below and keeps the lead of what it reprints, so that with it less needs to be shared; a
# follow-up has a lead of its own and repeats the background. A digest of several reports holds each of them, and is
# told by how little of it one report is.
SHARE_OF_SHORTER = 0.7
SHARE_WITH_LEAD = 0.35
LEAD_HELD = 0.5
SHARE_OF_BOTH = 0.12
# Kept shingles, one in four of all: some thirty words. With fewer, only the very same text is a copy.
FEWEST_SHARED = 6


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """The sketches of a text and of its lead."""

    text: Sketch
    lead: Sketch


@dataclass(frozen=True, slots=True)
class Copies:
    """Articles of one text, by id, the first published first; `origins` are the agencies credited, else its outlet."""

    articles: tuple[str, ...]
    origins: tuple[str, ...]


def copies(articles: Iterable[Article]) -> tuple[Copies, ...]:
    """Group the articles that are copies of one another; groups and their articles by first publication.

    The order of the articles does not matter. Time is near linear: only articles that share shingles are compared.
    """
    pairs = [(print_of(article), fingerprint(article)) for article in articles]
    return copies_of([p for p, _ in pairs], [f for _, f in pairs])


def fingerprint(article: Article) -> Fingerprint:
    """Take the sketches of an article, about 100 numbers for 400 words."""
    return Fingerprint(sketch(article.text), lead_of(article.text, article.title))


def copies_of(prints: Sequence[Print], fingerprints: Sequence[Fingerprint]) -> tuple[Copies, ...]:
    """Group copies by prints and fingerprints."""
    order = sorted(range(len(prints)), key=lambda k: prints[k].order)
    prints, fingerprints = [prints[k] for k in order], [fingerprints[k] for k in order]
    groups = _joined(len(prints), _links(fingerprints))
    return tuple(_copies([prints[k] for k in group]) for group in groups)


def _links(fingerprints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    for one, other in _candidates([f.text for f in fingerprints]):
        if _is_copy(fingerprints[one], fingerprints[other]):
            yield one, other


def _is_copy(one: Fingerprint, other: Fingerprint) -> bool:
    shorter, both = overlap(one.text, other.text)
    few = shorter * min(len(one.text), len(other.text)) < FEWEST_SHARED and both < 1
    if few or both < SHARE_OF_BOTH or shorter < SHARE_WITH_LEAD:
        return False
    leads = shorter < SHARE_OF_SHORTER and (held(one.lead, other.text), held(other.lead, one.text))
    return not leads or max(leads) >= LEAD_HELD


def _candidates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Give the pairs that share much of the shorter one.

    For each shingle the articles that hold it are paired with the first of them and with the one before, so that pairs
    grow as the shingles do, however many articles share one.
    """
    import numpy as np

    sizes = np.array([len(s) for s in sketches])
    if not sizes.sum():
        return
    shingles, holders = np.concatenate(sketches), np.repeat(np.arange(len(sketches)), sizes)
    order = np.argsort(shingles, kind="stable")
    shingles, holders = shingles[order], holders[order]
    starts = np.concatenate([[True], shingles[1:] != shingles[:-1]])
    first = holders[np.flatnonzero(starts)[np.cumsum(starts) - 1]]
    before = np.concatenate([[0], holders[:-1]])
    inside = ~starts
    pairs = np.concatenate([_coded(first, holders, inside, len(sketches)),
                            _coded(before, holders, inside & (before != first), len(sketches))])  # fmt: skip
    codes, shared = np.unique(pairs, return_counts=True)
    ones, others = codes // len(sketches), codes % len(sketches)
    enough = shared >= 0.5 * SHARE_WITH_LEAD * np.minimum(sizes[ones], sizes[others])
    yield from zip(ones[enough].tolist(), others[enough].tolist(), strict=True)


def _coded(ones: Any, others: Any, chosen: Any, count: int) -> Any:
    return ones[chosen] * count + others[chosen]


def _joined(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Put linked numbers together; groups of two and more, each in order."""
    parent = list(range(count))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = k = parent[parent[k]]
        return k

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    groups: dict[int, list[int]] = {}
    for k in range(count):
        groups.setdefault(root(k), []).append(k)
    return [group for group in groups.values() if len(group) > 1]


def _copies(prints: Sequence[Print]) -> Copies:
    credits = dict.fromkeys(name for p in prints for name in p.credits)
    first = prints[0].outlet or prints[0].id
    return Copies(tuple(p.id for p in prints), tuple(sorted(credits)) or (first,))
