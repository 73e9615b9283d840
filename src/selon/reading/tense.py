"""The tense of the clause around a time, from its verb: it tells on which side of the publication "jeudi" lies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from selon.reading.document import Document
from selon.reading.tree import Tree
from selon.reading.verb_groups import VerbGroup, is_auxiliary, verb_group

Tense = Literal["past", "present", "future"]


def tense_reader(document: Document, otherwise: Callable[[int], Tense | None]) -> Callable[[int], Tense | None]:
    """Give a function that tells the tense at an offset: by a reported conditional passive, else as given.

    "A annoncé que les détenus seraient libérés jeudi" looks ahead; the words around the time alone do not tell it.
    """

    def tense_at(offset: int) -> Tense | None:
        tree = document.tree_at(offset)
        word = tree.at(offset) if tree else None
        group = _clause_verb(tree, word) if tree and word is not None else None
        if tree and group and _is_ahead(tree, group):
            return "future"
        return otherwise(offset)

    return tense_at


def _clause_verb(tree: Tree, word: int) -> VerbGroup | None:
    for up in tree.ancestors(word):
        if tree.words[up].pos == "VERB":
            return verb_group(tree, up)
    return None


def _is_ahead(tree: Tree, group: VerbGroup) -> bool:
    """Tell the future of the past in the passive ("serait libéré" behind "que")."""
    if group.mood != "conditional" or not group.passive or not is_auxiliary(tree.words[group.first].lower):
        return False
    return any(tree.words[c].lower in {"que", "qu'"} for c in tree.children[group.main] if tree.words[c].dep == "mark")
