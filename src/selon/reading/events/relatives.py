"""The noun that a relative pronoun puts before its clause as a complement: "X, dont Y annonce l'arrestation"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from selon.reading.events.nearby import CLAUSE_ENDS, VERBAL, top_of_name
from selon.reading.statements.speakers import RELATIVE, noun_of_relative
from selon.reading.tree import CONTRACTED, Tree
from selon.reading.verb_groups import verb_group

REACH = 12
CONTAINED = {
    "dont": "de", "duquel": "de", "desquels": "de", "desquelles": "de",
    "auquel": "à", "auxquels": "à", "auxquelles": "à",
}  # fmt: skip
"""Relative pronouns that hold their preposition."""

COUNTING = frozenset(["des", "plusieurs", "de", "d'", "certains", "certaines"])
CARRIED = frozenset(["obj", "nsubj", "nsubj:pass"])


def before_clause(tree: Tree, act: int, verbal: bool, prepositions: Collection[str]) -> int | None:
    """Give whom the relative pronoun of an act's clause stands for, where its preposition is one of some."""
    for verb in (act,) if verbal else _verbs_of(tree, act):
        found = _pronoun_before(tree, verb)
        if found is not None:
            pronoun, preposition = found
            return _noun(tree, pronoun, verb) if preposition in prepositions else None
    return None


def _pronoun_before(tree: Tree, verb: int) -> tuple[int, str] | None:
    """Give the first word of the relative phrase that opens the clause of a verb, and its preposition."""
    first = verb_group(tree, verb).first
    for k in range(first - 1, max(0, first - REACH), -1):
        word = tree.words[k]
        if word.lower in CONTAINED:
            return None if _counts(tree, k) else (k, CONTAINED[word.lower])
        if word.lower in RELATIVE and tree.words[k - 1].pos == "ADP":
            preposition = tree.words[k - 1].lower
            return k - 1, CONTRACTED.get(preposition, preposition)
        if word.pos in VERBAL or word.text in CLAUSE_ENDS or word.lower in RELATIVE:
            return None
    return None


def _counts(tree: Tree, dont: int) -> bool:
    """Tell "dont" that counts among people from one that opens a clause: "dont deux enfants", "dont de nombreux"."""
    if tree.words[dont].lower != "dont" or dont + 1 >= len(tree.words):
        return False
    behind = tree.words[dont + 1]
    return behind.pos in {"NUM", "ADP", "ADV"} or behind.lower in COUNTING


def _verbs_of(tree: Tree, noun: int) -> Iterator[int]:
    """Give the verb that has a noun as subject or object, and the nearest verb before the noun."""
    word = tree.words[noun]
    if tree.case(noun) is not None:
        return
    if word.dep in CARRIED and tree.words[word.head].pos in VERBAL:
        yield word.head
    yield from [k for k in range(noun - 1, max(-1, noun - REACH), -1) if tree.words[k].pos == "VERB"][:1]


def _noun(tree: Tree, pronoun: int, verb: int) -> int | None:
    head = tree.words[verb].head
    if tree.words[verb].dep == "acl:relcl" and head < pronoun:
        return head
    noun = noun_of_relative(tree, pronoun)
    return None if noun is None else top_of_name(tree, noun)
