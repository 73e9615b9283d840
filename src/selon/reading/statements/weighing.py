"""The speaker that a construction names, weighed against the one the model links to the statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from selon.reading.document import Document
from selon.reading.model.opinions import Opinions, share_of
from selon.reading.statements.direct import READERS
from selon.reading.statements.drafts import WordAt
from selon.reading.statements.settle import MentionAt
from selon.reading.statements.speakers import antecedent_of
from selon.records import Statement

SURE_SPEAKER = 0.6
"""Chance of a word from which it is the speaker though a construction names another, or none."""

NO_SHARE = 0.2
"""Share of the model's chances below which the speaker that a construction names has none."""


def weigh_speakers(
    opinions: Opinions, document: Document, mention_at: MentionAt, statements: Iterable[Statement]
) -> tuple[Statement, ...]:
    """Give the statements, with another speaker where the model is sure of one."""
    return tuple(_weighed(opinions, document, mention_at, s) for s in statements)


def _weighed(opinions: Opinions, document: Document, mention_at: MentionAt, statement: Statement) -> Statement:
    _none, chances = _speakers(opinions, document, statement)
    best = max(chances, key=lambda found: found[1], default=(0, 0.0))
    share = share_of(statement.speaker.span, chances) if statement.speaker else 0.0
    if best[1] < SURE_SPEAKER or share >= NO_SHARE:
        return statement
    at = speaker_at(document, best[0])
    if at is None or (statement.speaker and _only_reads(document, at)):
        return statement
    return replace(statement, speaker=mention_at(at))


def _only_reads(document: Document, at: WordAt) -> bool:
    """Tell whether a word stands for whoever reads: the "on" of "peut-on lire sur une banderole"."""
    tree = document.trees[at[0]]
    return tree is not None and tree.words[at[1]].lower in READERS


def speaker_at(document: Document, offset: int) -> WordAt | None:
    """Give the word for the speaker that the model sees at an offset: the antecedent of a relative pronoun."""
    at = document.word_at(offset)
    tree = document.trees[at[0]] if at else None
    return (at[0], antecedent_of(tree, at[1])) if at and tree else None


def _speakers(opinions: Opinions, document: Document, statement: Statement) -> tuple[float, list[tuple[int, float]]]:
    """Give the chance that nobody is named, and each word's to be the speaker, from the words told and from the cue."""
    told = opinions.of_party(_first_word(document, statement), "content_speaker")
    if statement.cue is None:
        return told
    tree = document.tree_at(statement.cue.start)
    last = tree.at(statement.cue.end - 1) if tree else None
    if tree is None or last is None:
        return 1.0, []
    cued = opinions.of_party(tree.words[last].start, "cue_speaker")
    chances: defaultdict[int, float] = defaultdict(float)
    for offset, chance in (*told[1], *cued[1]):
        chances[offset] += chance / 2
    return (told[0] + cued[0]) / 2, list(chances.items())


def _first_word(document: Document, statement: Statement) -> int:
    start = statement.content[0].start
    tree = document.tree_at(start)
    word = tree.at(start) if tree else None
    return start if tree is None or word is None else tree.words[word].start
