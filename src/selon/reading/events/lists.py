"""The members of a list of parties: those the parse coordinates, less those it ties in from another clause."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from selon.languages.fr.grammar import words as grammar_words
from selon.reading.behind import phrase_head, preposition_of
from selon.reading.events.nearby import NOMINAL, VERBAL
from selon.reading.tree import CONTRACTED, SUBJECT_DEPS, Tree

SUBJECT_PRONOUNS = (
    grammar_words("pronouns_singular_subject")
    | grammar_words("pronouns_plural_subject")
    | grammar_words("first_person")
)
JOINERS = grammar_words("list_joiners")
NAMES = frozenset(["flat:name", "nmod", "amod", "appos", "flat:foreign"])
RELATIONS = SUBJECT_DEPS | {"obj", "nmod", "obl:agent", "obl:arg"}
NEAR = 8
PART_REACH = 4
AND_REACH = 12


def coordinated(tree: Tree, head: int | None) -> Iterator[int]:
    """Give a party and those listed with it."""
    if head is None:
        return
    yield from _before_and(tree, head)
    members = [
        k for k in tree.conjuncts(head) if k == head or (tree.words[k].pos in NOMINAL and _joined(tree, head, k))
    ]
    members += [k for k in _beside(tree, head) if k not in members]
    listed = [k for k in tree.dependents(head, "appos") if any(_lists(tree, k, m) for m in members)]
    yield from sorted([*members, *listed])
    again = _with_preposition_again(tree, members[-1])
    if again is None and len(members) > 1:
        again = _closing(tree, members[-1])
    if again is not None:
        yield again


def _closing(tree: Tree, last: int) -> int | None:
    """Give the member that closes a list where the parse hangs it elsewhere: "X, Y et Z"."""
    k = last + 1
    while k < len(tree.words) and tree.words[k].pos in {"ADJ", "PROPN"}:
        k += 1
    if (
        k + 1 >= len(tree.words)
        or tree.words[k].lower not in {"et", "ou"}
        or tree.words[last - 1].lower in {"et", "ou"}
    ):
        return None
    head = phrase_head(tree, k + 1)
    return head if head is not None and tree.words[head].dep not in SUBJECT_DEPS else None


def _beside(tree: Tree, head: int) -> Iterator[int]:
    """Give the other of "X et Y" where the parse hangs both on one word in one relation."""
    word = tree.words[head]
    if word.dep not in RELATIONS or word.head == head:
        return
    for other in tree.dependents(word.head, word.dep):
        if other == head or tree.words[other].dep != word.dep or tree.words[other].pos not in NOMINAL:
            continue
        first, second = sorted((head, other))
        start = tree.subtree(second)[0]
        start += tree.words[start].lower == "et"
        between = tree.words[first + 1 : start]
        joined = bool(between) and between[-1].lower == "et" and all(w.pos not in VERBAL for w in between)
        if joined and preposition_of(tree, second) in {None, preposition_of(tree, first)}:
            yield other


def _joined(tree: Tree, head: int, member: int) -> bool:
    """Tell whether no verb of another clause stands between a party and one the parse coordinates to it."""
    between = [k for k in range(head + 1, member) if tree.words[k].pos in VERBAL]
    return not between or set(between) <= set(tree.subtree(head))


def _lists(tree: Tree, apposition: int, member: int) -> bool:
    """Tell "X, le ministre et Y" from "X, le ministre, et Y": no comma before the conjunction parts three."""
    if not any(w.text == "," for w in tree.words[tree.words[apposition].head : apposition]):
        return False  # "le groupe X et Y": X is the group's name
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
    if tree.words[second].lower in SUBJECT_PRONOUNS:  # "X a vu Y et il a …": no list
        return
    start = tree.subtree(second)[0] if tree.words[second].dep in SUBJECT_DEPS else 0
    start += tree.words[start].lower == "et"
    if start < 2 or tree.words[start - 1].lower != "et":
        return
    k = start - 2
    while tree.words[k].head < k and tree.words[k].dep in NAMES:
        k = tree.words[k].head
    of_other_verb = tree.words[k].dep == "obj" and tree.words[k].head < k
    if tree.words[k].pos in {"NOUN", "PROPN", "PRON"} and tree.case(k) is None and not of_other_verb:
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


def after_and(tree: Tree, first: int) -> Iterator[int]:
    """Give the second party of "entre X et Y" where the parse does not coordinate them."""
    span = range(first + 1, min(first + AND_REACH, len(tree.words)))
    behind = takewhile(lambda k: tree.words[k].pos not in VERBAL and tree.words[k].text not in {";", "."}, span)
    after = False
    for k in behind:
        if after and tree.words[k].pos in {"NOUN", "PROPN", "PRON"}:
            yield k
            return
        after = after or tree.words[k].lower == "et"
