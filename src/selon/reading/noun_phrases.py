"""The smallest full noun phrase around a head word."""

from __future__ import annotations

from selon.languages.fr.grammar import words
from selon.reading.document import contiguous
from selon.reading.tree import Tree

INSIDE = frozenset(
    ["det", "amod", "nummod", "flat", "flat:name", "flat:foreign", "fixed", "compound", "goeswith", "case", "advmod"]
)
COMPLEMENTS = frozenset(["nmod", "appos", "dep", "conj", "acl", "obl:arg", "obl:mod"])
COMPLEMENT_CASES = words("complement_prepositions")
OUTER_MARKS = frozenset([",", ";", ":", "(", ")", "–", "—", "-", "[", "]"])


def noun_phrase(tree: Tree, head: int, coordination: bool = False) -> tuple[int, int]:
    """Give the first and last word of the noun phrase of a head.

    Determiners, adjectives, name parts and complements in "de" belong to it; relative clauses, appositions set off by
    a comma and the head's own preposition do not. With `coordination` the coordinated phrases are taken in.
    """
    if tree.words[head].pos == "PRON":
        return head, head
    indices = _members(tree, head, coordination)
    if coordination and _runs_on(tree, head, indices):
        indices = _members(tree, head, False)
    first, last = contiguous(sorted(indices), head)
    while first < head and _starts_outside(tree, first):
        first += 1
    while last > head and (tree.words[last].text in OUTER_MARKS or tree.words[last].pos in {"CCONJ", "ADP", "PUNCT"}):
        last -= 1
    return first, last


def _runs_on(tree: Tree, head: int, indices: set[int]) -> bool:
    """Tell whether a coordination with commas runs into the clause behind it: "d'après X, 30.000 soldats ont …"."""
    last = max(indices)
    commas = any(tree.words[i].text == "," for i in range(head, last))
    return commas and last + 1 < len(tree.words) and tree.words[last + 1].pos in {"VERB", "AUX", "ADV"}


def _starts_outside(tree: Tree, i: int) -> bool:
    word = tree.words[i]
    contracted = word.lower in {"du", "des", "au", "aux"} and word.dep == "case"
    return word.pos in {"PUNCT", "CCONJ"} or word.dep == "case" or contracted


def _members(tree: Tree, head: int, coordination: bool) -> set[int]:
    found = {head}
    for child in tree.children[head]:
        dep = tree.words[child].dep
        if dep == "case" or (dep == "advmod" and child > head):
            continue
        if dep in INSIDE and (_behind_mark(tree, head, child) or tree.words[child].pos in {"VERB", "AUX"}):
            continue
        if dep in INSIDE or (dep == "conj" and coordination):
            found.update(tree.subtree(child))
        elif dep == "punct" and tree.words[child].text in {'"', "«", "»", "“", "”"}:
            found.add(child)
        elif dep in COMPLEMENTS and _belongs(tree, head, child):
            found.update(_complement(tree, child))
    if coordination:
        found.update(i for i in range(head, max(found) + 1))
    return found


def _behind_mark(tree: Tree, head: int, child: int) -> bool:
    """Tell whether a comma or the like parts an adjective from its noun, so that the parse is wrong about it."""
    return any(w.text in OUTER_MARKS for w in tree.words[head + 1 : tree.subtree(child)[0] + 1])


def _belongs(tree: Tree, head: int, child: int) -> bool:
    dep, word = tree.words[child].dep, tree.words[child]
    between = tree.words[head + 1 : child]
    if any(w.text in OUTER_MARKS for w in between):
        return False
    if dep == "nmod":
        return tree.case(child) in COMPLEMENT_CASES or (tree.case(child) is None and word.pos in {"PROPN", "X", "NUM"})
    if dep in {"appos", "dep"}:
        return word.pos in {"PROPN", "NOUN", "X"}
    return False


def _complement(tree: Tree, child: int) -> set[int]:
    """Give the words of a complement, without what hangs on it behind a comma or a relative pronoun."""
    found = {child} | {c for c in tree.children[child] if tree.words[c].dep == "case"}
    for sub in tree.children[child]:
        dep = tree.words[sub].dep
        if dep in INSIDE and dep != "case":
            found.update(tree.subtree(sub))
        elif dep in {"nmod", "appos", "dep"} and _belongs(tree, child, sub):
            found.update(_complement(tree, sub))
        elif dep == "case":
            found.update(tree.subtree(sub))
    return found
