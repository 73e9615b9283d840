"""The speaker that a construction names, weighed against the one the model links to the statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from selon.reading.document import Document
from selon.reading.model.opinions import Opinions
from selon.reading.statements.settle import MentionAt
from selon.records import Mention, Statement

SURE_SPEAKER = 0.8
"""Chance of a word from which it is the speaker though a construction names another, or none."""

NO_SHARE = 0.1
"""Share of the model's chances below which the speaker that a construction names has none."""


def weigh_speakers(
    opinions: Opinions, document: Document, mention_at: MentionAt, statements: Iterable[Statement]
) -> tuple[Statement, ...]:
    """Give the statements, with another speaker where the model is sure of one."""
    return tuple(_weighed(opinions, document, mention_at, s) for s in statements)


def _weighed(opinions: Opinions, document: Document, mention_at: MentionAt, statement: Statement) -> Statement:
    _none, chances = _speakers(opinions, document, statement)
    best = max(chances, key=lambda found: found[1], default=(0, 0.0))
    if best[1] < SURE_SPEAKER or _share(statement.speaker, chances) >= NO_SHARE:
        return statement
    number = document.sentence_at(best[0])
    tree = document.trees[number]
    word = tree.at(best[0]) if tree else None
    return statement if word is None else replace(statement, speaker=mention_at((number, word)))


def _speakers(opinions: Opinions, document: Document, statement: Statement) -> tuple[float, list[tuple[int, float]]]:
    """Give the chance that nobody is named, and each word's to be the speaker, by the cue if there is one."""
    if statement.cue is None:
        return opinions.of_party(_first_word(document, statement), "content_speaker")
    tree = document.tree_at(statement.cue.start)
    last = tree.at(statement.cue.end - 1) if tree else None
    if tree is None or last is None:
        return 1.0, []
    return opinions.of_party(tree.words[last].start, "cue_speaker")


def _first_word(document: Document, statement: Statement) -> int:
    start = statement.content[0].start
    tree = document.tree_at(start)
    word = tree.at(start) if tree else None
    return start if tree is None or word is None else tree.words[word].start


def _share(speaker: Mention | None, chances: Iterable[tuple[int, float]]) -> float:
    if speaker is None:
        return 0.0
    return sum(chance for at, chance in chances if speaker.span.start <= at < speaker.span.end)
