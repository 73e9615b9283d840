"""The members of a list of parties: those the parse coordinates, less those it ties in from another clause."""

from __future__ import annotations

from collections.abc import Iterator

from selon.languages.fr.grammar import words as grammar_words
from selon.reading.behind import phrase_head, preposition_of
from selon.reading.events.arguments import NOMINAL, VERBAL
from selon.reading.tree import CONTRACTED, SUBJECT_DEPS, Tree

JOINERS = grammar_words("list_joiners")
NAMES = frozenset(["flat:name", "nmod", "amod", "appos", "flat:foreign"])
NEAR = 8
PART_REACH = 4


def coordinated(tree: Tree, head: int | None) -> Iterator[int]:
    """Give a party and those listed with it."""
    if head is None:
        return
    yield from _before_and(tree, head)
    members = [
        k for k in tree.conjuncts(head) if k == head or (tree.words[k].pos in NOMINAL and _joined(tree, head, k))
    ]
    listed = [k for k in tree.dependents(head, "appos") if any(_lists(tree, k, m) for m in members)]
    yield from sorted([*members, *listed])
    again = _with_preposition_again(tree, members[-1])
    if again is not None:
        yield again


def _joined(tree: Tree, head: int, member: int) -> bool:
    """Tell whether no verb of another clause stands between a party and one the parse coordinates to it."""
    between = [k for k in range(head + 1, member) if tree.words[k].pos in VERBAL]
    return not between or set(between) <= set(tree.subtree(head))


def _lists(tree: Tree, apposition: int, member: int) -> bool:
    """Tell "X, le ministre et Y" from "X, le ministre, et Y": no comma before the conjunction parts three."""
    between = tree.words[apposition + 1 : member]
    return any(w.lower in JOINERS for w in between) and not any(w.text == "," for w in between)


def _with_preposition_again(tree: Tree, last: int) -> int | None:
    """Give the member that has the preposition of the list again: "par le Sénat et par la Chambre"."""
    case = preposition_of(tree, last)
    if case in {None, "de", "à"}:
        return None
    for k in range(last + 1, min(last + NEAR, len(tree.words) - 2)):
        word = tree.words[k]
        if word.pos in VERBAL or word.text == ",":
            return None
        if word.lower in {"et", "ou"}:
            following = tree.words[k + 1].lower
            return phrase_head(tree, k + 2) if CONTRACTED.get(following, following) == case else None
    return None


def _before_and(tree: Tree, second: int) -> Iterator[int]:
    """Give the first party of "X et Y" where the parse ties only the second to the verb."""
    start = tree.subtree(second)[0] if tree.words[second].dep in SUBJECT_DEPS else 0
    if start < 2 or tree.words[start - 1].lower != "et":
        return
    k = start - 2
    while tree.words[k].head < k and tree.words[k].dep in NAMES:
        k = tree.words[k].head
    if tree.words[k].pos in {"NOUN", "PROPN", "PRON"} and tree.case(k) is None:
        yield k


def among(tree: Tree, party: int) -> Iterator[int]:
    """Give those counted among a party right behind it: "huit personnes, dont six humanitaires"."""
    for k in range(party + 1, min(party + PART_REACH, len(tree.words) - 1)):
        if tree.words[k].lower == "dont":
            if tree.words[k + 1].pos == "NUM" and (part := phrase_head(tree, k + 1)) is not None:
                yield part
            return
        if tree.words[k].pos in VERBAL:
            return
