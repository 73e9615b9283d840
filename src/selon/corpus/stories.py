"""Stories kept in a corpus: grouped over all its articles when asked for, listed at once afterwards."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from selon.corpus.connection import transaction
from selon.corpus.reprints import numbered_with_reprints
from selon.corpus.rest import from_plain, plain
from selon.records import Reading

if TYPE_CHECKING:
    from selon.corpus.corpus import Corpus
    from selon.stories import Story

State = Literal["none", "current", "old"]


def keep_stories(corpus: Corpus) -> int:
    """Group all articles of a corpus into stories and keep these instead of the last; give how many.

    All are grouped anew: how rare a name or word is counts, and that changes with every article.
    """
    from selon.stories import stories

    numbers: dict[str, int] = {}
    state = _state(corpus.db)
    found = stories(_noted(corpus, numbers))
    with transaction(corpus.db) as db:
        db.execute("DELETE FROM stories")
        db.execute("DELETE FROM story_articles")
        db.executemany(
            "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_row, range(1, 1 + len(found)), found)
        )
        for story, one in enumerate(found, 1):
            rows = [(story, n, id_, numbers[id_]) for n, id_ in enumerate(one.articles)]
            db.executemany("INSERT INTO story_articles VALUES (?, ?, ?, ?)", rows)
        db.execute("INSERT OR REPLACE INTO about VALUES ('stories', ?)", (state,))
    return len(found)


def stories_state(db: sqlite3.Connection) -> State:
    """Tell whether stories are kept, and whether the corpus is as it was when they were grouped."""
    kept = db.execute("SELECT value FROM about WHERE key = 'stories'").fetchone()
    return "none" if kept is None else "current" if kept[0] == _state(db) else "old"


def kept_stories(db: sqlite3.Connection, at_least: int = 1) -> Iterator[Story]:
    """Give the stories kept, in the order of their first article, those of fewer articles left out."""
    query = "SELECT record_json FROM stories WHERE articles >= ? ORDER BY story"
    return (_story(text) for (text,) in db.execute(query, (at_least,)))


def stories_numbered(db: sqlite3.Connection, numbers: list[int]) -> tuple[Story, ...]:
    """Give stories kept by their place in the list, in the order of the numbers."""
    query = "SELECT story, record_json FROM stories WHERE story IN (SELECT value FROM json_each(?))"
    found = dict(db.execute(query, (json.dumps(numbers),)))
    return tuple(_story(found[number]) for number in numbers)


def kept_story(db: sqlite3.Connection, id_: str) -> Story | None:
    """Give a story kept, by its id or that of an article in it."""
    of_article = "SELECT record_json FROM stories WHERE story IN (SELECT story FROM story_articles WHERE id = ?)"
    for query in ("SELECT record_json FROM stories WHERE id = ?", of_article):
        if found := db.execute(query, (id_,)).fetchone():
            return _story(found[0])
    return None


def readings_of_story(corpus: Corpus, story: Story) -> Iterator[Reading]:
    """Give the readings of the articles of a story kept, reprints included."""
    query = (
        "SELECT DISTINCT a.article FROM stories s JOIN story_articles a USING (story) WHERE s.id = ? ORDER BY a.article"
    )
    numbers = [number for (number,) in corpus.db.execute(query, (story.id,))]
    inside = set(story.articles)
    return (reading for _, reading in numbered_with_reprints(corpus, numbers) if reading.article.id in inside)


def _noted(corpus: Corpus, numbers: dict[str, int]) -> Iterator[Reading]:
    """Give all readings, and note the number of each article by its id."""
    for number, reading in numbered_with_reprints(corpus):
        numbers[reading.article.id] = number
        yield reading


def _row(number: int, story: Story) -> tuple[object, ...]:
    counts = (story.tally.articles, len(story.tally.outlets), len(story.tally.origins))
    record = json.dumps(plain(story), ensure_ascii=False)
    return (number, story.id, story.begin, story.end, story.title, *counts, record)


def _story(text: str) -> Story:
    from selon.stories import Story

    story: Story = from_plain(Story, json.loads(text))
    return story


def _state(db: sqlite3.Connection) -> str:
    """Describe what stories depend on: the articles, their copies, their reader and what people corrected."""
    counts = [
        db.execute(f"SELECT {what}").fetchone()[0]
        for what in (
            "(SELECT count(*) FROM articles)",
            "(SELECT count(*) FROM copies)",
            "(SELECT group_concat(DISTINCT reader || ' ' || model) FROM articles)",
            "(SELECT count(*) || ' ' || coalesce(max(correction), 0) FROM corrections)",
        )
    ]
    return json.dumps(counts)
