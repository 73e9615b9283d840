"""Counts put in the order in which pages and pictures show them."""

from __future__ import annotations

from collections import Counter


def ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Give what was counted with its count, the most frequent first, equals by the alphabet."""
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
