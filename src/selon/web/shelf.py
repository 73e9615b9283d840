"""Stories of what a question finds, kept until the corpus changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.corpus.conditions import article_conditions
from selon.corpus.planning import ARTICLES, newest

if TYPE_CHECKING:
    from selon.corpus import Corpus
    from selon.corpus.filters import Filters
    from selon.records import Reading
    from selon.stories import Happening, Story

LATEST = 200
"""The latest articles that are put into stories; a filter brings others."""
KEPT = 24


@dataclass(frozen=True, slots=True)
class Shelved:
    """The stories of a question, the numbers of their articles by id, and whether all articles are in."""

    stories: tuple[Story, ...]
    numbers: dict[str, int]
    all_articles: bool


class Shelf:
    """Groups articles into stories once for each question and state of the corpus."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[object, Shelved] = OrderedDict()

    def stories(self, corpus: Corpus, filters: Filters) -> Shelved:
        """Give the stories of the latest articles that a question finds, those of most articles first."""
        key = (filters, _state(corpus))
        with self._lock:
            if key not in self._kept:
                self._kept[key] = _grouped(corpus, filters)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]


def _state(corpus: Corpus) -> tuple[object, ...]:
    query = (
        "SELECT (SELECT max(article) FROM articles), (SELECT max(correction) FROM corrections), "
        "(SELECT count(*) FROM corrections), (SELECT max(copy) FROM copies)"
    )
    return tuple(corpus.db.execute(query).fetchone())


def _grouped(corpus: Corpus, filters: Filters) -> Shelved:
    from selon.stories import stories

    found = newest(corpus.db, ARTICLES, article_conditions(corpus.db, filters), LATEST + 1)
    numbers: dict[str, int] = {}
    readings: list[Reading] = []
    for number, reading in zip(found[:LATEST], corpus.readings(found[:LATEST]), strict=True):
        if reading.article.id not in numbers:
            numbers[reading.article.id] = number
            readings.append(reading)
    grouped = sorted(stories(readings), key=lambda s: (-len(s.articles), s.begin or "", s.id))
    return Shelved(tuple(grouped), numbers, len(found) <= LATEST)


def happenings(corpus: Corpus, shelved: Shelved, story: Story) -> tuple[Happening, ...]:
    """Give the happenings of a story with the accounts of each."""
    from selon.stories import accounts

    return accounts(story, corpus.readings([shelved.numbers[article] for article in story.articles]))
