"""Nouns that belong to a verb by where they stand, where the parse hangs them on something else."""

from __future__ import annotations

from selon.languages.fr.grammar import words as grammar_words
from selon.reading.tree import CONTRACTED, Tree
from selon.reading.verb_groups import verb_group

NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "X", "ADJ"])
VERBAL = frozenset(["VERB", "AUX"])
NOUNS = frozenset(["NOUN", "PROPN"])
TIMES = grammar_words("time_nouns")
CLAUSE_ENDS = frozenset([";", ":", ".", '"', "«", "»", "“", "”"])
WILL_REACH = 7
PARTITIVES = frozenset(["des", "de", "d'"])


def tied_to_first(tree: Tree, verb: int) -> int | None:
    """Give the object of a coordinated verb that the parse ties to the first: "a condamné X et promis Y"."""
    word = tree.words[verb]
    if word.dep != "conj" or word.head >= verb:
        return None
    return next((c for c in tree.dependents(word.head, "obj") if c > verb and tree.words[c].pos in NOMINAL), None)


def right_behind(tree: Tree, verb: int) -> int | None:
    """Give the noun phrase right behind a verb that the parse takes for a noun or adjective, or hangs on a noun."""
    finite = tree.words[verb].dep == "amod" and verb_group(tree, verb).finite
    misread = tree.words[verb].pos not in VERBAL or finite
    if not misread or verb + 1 >= len(tree.words):
        return None
    if tree.words[verb + 1].lower not in grammar_words("phrase_determiners"):
        return None
    behind = range(verb + 2, min(verb + 5, len(tree.words)))
    return next((k for k in behind if tree.words[k].pos in NOUNS), None)


def behind_time(tree: Tree, verb: int) -> int | None:
    """Give the object that the parse hangs on the day before it: "a mené lundi des frappes"."""
    for child in tree.children[verb]:
        if child > verb and tree.words[child].lower in TIMES and tree.case(child) is None:
            for k in tree.dependents(child, "nmod", "appos", "obj"):
                determiner = tree.words[tree.children[k][0]].lower if tree.children[k] else ""
                if k > child and determiner in grammar_words("phrase_determiners"):
                    return k
    return None


def behind_comma(tree: Tree, start: int, stop: int) -> int | None:
    """Give the first noun between a comma and a verb that no preposition introduces."""
    comma = next((k for k in range(start, stop) if tree.words[k].text == ","), None)
    behind = range(comma + 1, stop) if comma is not None else range(0)
    return next((k for k in behind if tree.words[k].pos in NOUNS and tree.case(k) is None), None)


def set_before(tree: Tree, participle: int) -> int | None:
    """Give the name or noun right before the comma before a participle: "X, reconnu par les siens"."""
    if participle < 2 or tree.words[participle - 1].text != ",":
        return None
    return _agreeing(tree, participle - 2, participle)


def right_before(tree: Tree, participle: int) -> int | None:
    """Give the name or noun right before a participle, no comma between: "avec le Quillan accusé de …"."""
    return _agreeing(tree, participle - 1, participle) if participle else None


def _agreeing(tree: Tree, k: int, participle: int) -> int | None:
    k = top_of_name(tree, k)
    word = tree.words[k]
    fits = word.pos in NOUNS and word.lower not in TIMES
    return k if fits and word.plural == tree.words[participle].lower.endswith("s") else None


def top_of_name(tree: Tree, k: int) -> int:
    """Go up from a word inside a name to its head."""
    while tree.words[k].dep in {"flat:name", "flat:foreign", "flat"} and tree.words[k].head < k:
        k = tree.words[k].head
    return k


def number_before(tree: Tree, first: int) -> int | None:
    """Give the bare number that is the subject of a verb group: "187 ont été blessées", "cinq des élus ont …"."""
    k = first - 1
    if k > 0 and tree.words[k].pos in NOUNS:
        while k > 0 and tree.words[k].pos in NOUNS | {"ADJ"}:
            k -= 1
        if tree.words[k].lower not in PARTITIVES or k == 0:
            return None
        k -= 1
    word = tree.words[max(k, 0)]
    before = tree.words[k - 1].lower if k > 0 else ""
    alone = word.pos == "NUM" and before not in TIMES and not _names_hour(tree, k)
    return k if alone else None


def _names_hour(tree: Tree, k: int) -> bool:
    """Tell a number of a date: one behind an article or "en", or with a month behind it."""
    before = CONTRACTED.get(tree.words[k - 1].lower, tree.words[k - 1].lower) if k > 0 else ""
    return before in {"le", "en", "à", "du"} or (k + 1 < len(tree.words) and tree.words[k + 1].lower in TIMES)
