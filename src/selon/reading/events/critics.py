"""Who judges an act, or answers one of words, and so does not do it: "Paris condamne ces frappes"."""

from __future__ import annotations

from collections.abc import Sequence

from selon.languages.fr.grammar import words
from selon.reading.tree import Tree
from selon.records import EventType, Mention, Statement

POSSESSIVES = words("third_person_possessives")
JUDGING = frozenset(["accuse", "criticise", "praise", "regret"])
"""Acts of speech about what others do."""

ANSWERING = frozenset(["refuse", "deny", "agree"])
SAID: frozenset[EventType] = frozenset(["REQUEST", "ACCUSE", "THREATEN"])
"""Acts of words, which are another's where they are refused or accepted: "rejeter un appel"."""


def critic_of(tree: Tree, word: int, kind: EventType, telling: Sequence[Statement]) -> Mention | None:
    """Give the speaker of the statement whose cue has the act's noun for its object, where the act is not theirs."""
    head = tree.words[word].head
    if head == word or tree.words[word].pos not in {"NOUN", "PROPN"} or tree.has_before(word, POSSESSIVES):
        return None
    governing = (s for s in telling if s.cue and s.cue.start <= tree.words[head].start < s.cue.end)
    statement = next(governing, None)
    if statement is None:
        return None
    judged = statement.act in JUDGING or (statement.act in ANSWERING and kind in SAID)
    return statement.speaker if judged else None
