"""Readings with those of the same text by other outlets, which a corpus keeps once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from selon.records import Reading

if TYPE_CHECKING:
    from selon.corpus.corpus import Corpus

_COLUMNS = "SELECT article, copy, id, published, outlet, url FROM copies ORDER BY article, copy"


def with_reprints(corpus: Corpus) -> Iterator[Reading]:
    """Give the readings of a corpus, each followed by one for every reprint of the same text."""
    return (reading for _, reading in numbered_with_reprints(corpus))


def numbered_with_reprints(corpus: Corpus, numbers: list[int] | None = None) -> Iterator[tuple[int, Reading]]:
    """Give readings (of the articles numbered, else all) and their reprints, with the number of the article.

    A reprint has its own outlet, day and address, and "~" with its number after the id where that is the article's.
    """
    reprints: dict[int, list[tuple[int, str, str | None, str | None, str | None]]] = {}
    for article, *row in corpus.db.execute(_COLUMNS):
        reprints.setdefault(article, []).append(tuple(row))
    if numbers is None:
        numbers = [n for (n,) in corpus.db.execute("SELECT article FROM articles ORDER BY article")]
    for number, reading in zip(numbers, corpus.readings(numbers), strict=True):
        yield number, reading
        taken = {reading.article.id}
        for copy, given, published, outlet, url in reprints.get(number, ()):
            own = given if given not in taken else f"{given}~{copy}"
            taken.add(own)
            article = replace(reading.article, id=own, published=published, outlet=outlet, url=url)
            yield number, replace(reading, article=article)
