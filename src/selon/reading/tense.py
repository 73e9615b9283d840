"""The tense of the clause around a time, from its verb: it tells on which side of the publication "jeudi" lies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from selon.reading.document import Document
from selon.reading.times.tense import load_tense
from selon.reading.tree import Tree
from selon.reading.verb_groups import VerbGroup, is_auxiliary, is_participle, verb_group

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
        told = otherwise(offset)
        if told == "future" and tree and word is not None and _is_done(tree, word):
            return "past"
        return told

    return tense_at


def _clause_verb(tree: Tree, word: int) -> VerbGroup | None:
    for up in tree.ancestors(word):
        if tree.words[up].pos == "VERB":
            return verb_group(tree, up)
    return None


def _is_done(tree: Tree, word: int) -> bool:
    """Tell whether a time is that of a participle that tells what was done: "libérer un chalutier saisi samedi"."""
    before = tree.words[word - 1] if word else tree.words[word]
    for told in (tree.words[tree.words[word].head], before):
        bare = told.dep == "acl" and told.pos == "VERB" and is_participle(told.lower)
        if bare and told.end < tree.words[word].start and told.lower not in load_tense("fr").future:
            return True
    return False


def _is_ahead(tree: Tree, group: VerbGroup) -> bool:
    """Tell the future of the past in the passive ("serait libéré" behind "que")."""
    if group.mood != "conditional" or not group.passive or not is_auxiliary(tree.words[group.first].lower):
        return False
    return any(tree.words[c].lower in {"que", "qu'"} for c in tree.children[group.main] if tree.words[c].dep == "mark")
