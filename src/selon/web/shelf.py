"""Stories of what a question finds: those kept in the corpus, else grouped once for each state of it."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.corpus.conditions import article_conditions
from selon.corpus.planning import ARTICLES, newest
from selon.corpus.stories import State, kept_story, readings_of_story, stories_numbered, stories_state

if TYPE_CHECKING:
    from selon.corpus import Corpus
    from selon.corpus.filters import Filters
    from selon.records import Reading
    from selon.stories import Happening, Story

LATEST = 200
"""The latest articles that are put into stories; a filter brings others."""
KEPT = 24
SHOWN, LOOKED_AT = 60, 1_000
"""Stories that are listed, and the latest articles of a question whose kept stories are looked for."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """The stories of a question, the numbers of their articles by id, and whether all articles are in.

    `state` tells whether they were kept in the corpus, and whether that has changed since.
    """

    stories: tuple[Story, ...]
    numbers: dict[str, int]
    all_articles: bool
    state: State = "none"


class Shelf:
    """Groups articles into stories once for each question and state of the corpus."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[object, Shelved] = OrderedDict()

    def stories(self, corpus: Corpus, filters: Filters) -> Shelved:
        """Give the stories of the latest articles that a question finds, those of most articles first."""
        state = stories_state(corpus.db)
        if state != "none":
            return _kept(corpus.db, filters, state)
        key = (filters, _state(corpus))
        with self._lock:
            if key not in self._kept:
                self._kept[key] = _grouped(corpus, filters)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]

    def story(self, corpus: Corpus, filters: Filters, id_: str) -> tuple[Story, Shelved] | None:
        """Give a story by its id or that of an article in it, and what it was found among; None when there is none."""
        state = stories_state(corpus.db)
        if state != "none":
            found = kept_story(corpus.db, id_)
            return (found, Shelved((found,), _numbers(corpus.db, [found.id]), True, state)) if found else None
        shelved = self.stories(corpus, filters)
        one = next((s for s in shelved.stories if s.id == id_ or id_ in s.articles), None)
        return (one, shelved) if one else None


def _kept(db: sqlite3.Connection, filters: Filters, state: State) -> Shelved:
    """Give the stories kept in the corpus: those of most articles, or those of the latest articles a question finds."""
    from selon.corpus.filters import Filters

    ordered = "ORDER BY s.articles DESC, s.end_day DESC, s.story LIMIT ?"
    if filters == Filters():
        every = True
        rows = db.execute(f"SELECT s.story FROM stories s {ordered}", (SHOWN,)).fetchall()
    else:
        found = newest(db, ARTICLES, article_conditions(db, filters), LOOKED_AT + 1)
        every = len(found) <= LOOKED_AT
        holding = "(SELECT story FROM story_articles WHERE article IN (SELECT value FROM json_each(?)))"
        query = f"SELECT s.story FROM stories s WHERE s.story IN {holding} {ordered}"
        rows = db.execute(query, (json.dumps(found[:LOOKED_AT]), SHOWN)).fetchall()
    stories = stories_numbered(db, [story for (story,) in rows])
    return Shelved(stories, _numbers(db, [s.id for s in stories]), every, state)


def _numbers(db: sqlite3.Connection, stories: list[str]) -> dict[str, int]:
    query = (
        "SELECT a.id, a.article FROM story_articles a JOIN stories s USING (story) "
        "WHERE s.id IN (SELECT value FROM json_each(?))"
    )
    return dict(db.execute(query, (json.dumps(stories),)))


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

    if shelved.state != "none":
        return accounts(story, list(readings_of_story(corpus, story)))
    return accounts(story, corpus.readings([shelved.numbers[article] for article in story.articles]))
