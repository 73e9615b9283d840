"""What stands right behind a word, read from positions where the parse ties it elsewhere: phrases and complements."""

from __future__ import annotations

from collections.abc import Collection

from selon.languages.fr.grammar import words as grammar_words
from selon.reading.tree import CONTRACTED, SUBJECT_DEPS, Tree
from selon.reading.verb_groups import QUOTES, is_participle

TIMES = grammar_words("time_nouns")
OPENERS = frozenset(["DET", "NUM", "ADJ"])
NAMING = frozenset(["NOUN", "PROPN"])
ARTICLES = frozenset(["des", "du"])
BEHIND_HEAD = frozenset(["ADJ", "PROPN", "NUM"])
STANDING_FOR = frozenset(["ceux", "celui", "celle", "celles"])
REACH = 14
NEAR = 6

# Nouns of complex prepositions, as the slots of frames name these: "à l'encontre des passants".
COMPLEX = {
    "encontre": "à l'encontre",
    "égard": "à l'égard",
    "endroit": "à l'encontre",
    "faveur": "en faveur",
    "côtés": "aux côtés",
}


def preposition_of(tree: Tree, k: int) -> str | None:
    """Give the preposition of a noun, by the parse or right before its phrase; complex ones by their name."""
    case = tree.case(k)
    start = _start_of(tree, k)
    if case is None and start > 0 and tree.words[start - 1].pos == "ADP" and tree.words[start - 1].dep == "case":
        word = tree.words[start - 1].lower
        after_name = start > 1 and tree.words[start - 2].pos in NAMING | {"ADJ"}
        if word not in ARTICLES or after_name:
            case = CONTRACTED.get(word, word)
    if case == "de" and start > 1 and tree.words[start - 2].lower in COMPLEX:
        return COMPLEX[tree.words[start - 2].lower]
    return case


def _start_of(tree: Tree, k: int) -> int:
    while k > 0 and tree.words[k - 1].pos in OPENERS and tree.words[k - 1].lower not in CONTRACTED:
        k -= 1
    return k


def phrase_head(tree: Tree, i: int) -> int | None:
    """Give the head of the noun phrase that begins at a word: the first noun, name or pronoun of it."""
    for k in range(i, min(i + NEAR, len(tree.words))):
        word = tree.words[k]
        if word.pos in NAMING or (word.pos == "PRON" and word.lower in STANDING_FOR):
            return k
        bare_number = word.pos == "NUM" and (k + 1 == len(tree.words) or tree.words[k + 1].pos not in NAMING | {"ADJ"})
        if bare_number:
            return k
        if word.pos not in OPENERS and word.text not in QUOTES and word.lower not in ARTICLES:
            return None
    return None


def complement_behind(tree: Tree, noun: int, prepositions: Collection[str]) -> int | None:
    """Give the complement right behind a noun and its adjectives that one of some prepositions introduces."""
    for k in range(noun + 1, min(noun + NEAR, len(tree.words))):
        word = tree.words[k]
        if word.pos == "ADP":
            return _complement_at(tree, k, prepositions)
        described = word.pos in {"ADJ", "ADV"} or word.text in QUOTES
        if not described and not (word.pos == "VERB" and is_participle(word.lower)):
            return None
    return None


def _complement_at(tree: Tree, k: int, prepositions: Collection[str]) -> int | None:
    """Give the noun of the complement that begins with a preposition, if it is one of those asked for."""
    for at in (k + 1, k + 2):  # "à l'encontre de", "en faveur de"
        name = COMPLEX.get(tree.words[at].lower) if at + 1 < len(tree.words) else None
        if name and CONTRACTED.get(tree.words[at + 1].lower, tree.words[at + 1].lower) == "de":
            return phrase_head(tree, at + 2) if name in prepositions else None
    simple = CONTRACTED.get(tree.words[k].lower, tree.words[k].lower)
    return phrase_head(tree, k + 1) if simple in prepositions else None


def bare_object(tree: Tree, verb: int) -> int | None:
    """Give the first bare noun phrase behind a verb, over adverbs, times and adjuncts: "a attaqué à l'aube la gare".

    None where it is rather the subject of this verb, put behind it, or of a verb that follows.
    """
    k, stop = verb + 1, min(verb + REACH, len(tree.words))
    while k < stop:
        word = tree.words[k]
        if word.pos == "ADP" and not (k == verb + 1 and word.lower in ARTICLES):
            head = phrase_head(tree, k + 1)
            k = k + 1 if head is None else _over(tree, head)
        elif word.pos == "ADV" or word.text in QUOTES or (word.text == "," and k > verb + 1):
            k += 1
        elif word.pos in {"DET", "NUM", "PROPN"} or word.lower in STANDING_FOR | ARTICLES:
            head = phrase_head(tree, k)
            if head is None or tree.words[head].lower not in TIMES:
                return head if head is not None and not _is_subject(tree, head, verb) else None
            k = _over(tree, head)
        elif word.lower in TIMES:
            k = _over(tree, k)
        else:
            return None
    return None


def _over(tree: Tree, head: int) -> int:
    """Step over the head of a phrase and what describes it."""
    k = head + 1
    while k < len(tree.words) and (tree.words[k].pos in BEHIND_HEAD or tree.words[k].lower in TIMES):
        k += 1
    return k


def _is_subject(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether a noun behind a verb is the only subject of its own verb."""
    word = tree.words[noun]
    if word.dep not in SUBJECT_DEPS:
        return False
    others = (c for c in tree.dependents(word.head, *SUBJECT_DEPS) if c != noun and c < word.head)
    return next(others, None) is None if word.head != verb else True
