"""What stands right behind a word, read from positions where the parse ties it elsewhere: phrases and complements."""

from __future__ import annotations

from collections.abc import Collection

from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.roles import load_roles
from selon.languages.fr.triggers import load_triggers, load_word_classes
from selon.reading.tree import CONTRACTED, SUBJECT_DEPS, Tree
from selon.reading.verb_groups import QUOTES, is_participle, verb_group

TIMES = grammar_words("time_nouns")
OPENERS = frozenset(["DET", "NUM", "ADJ"])
NAMING = frozenset(["NOUN", "PROPN"])
ARTICLES = frozenset(["des", "du"])
BEHIND_HEAD = frozenset(["ADJ", "PROPN", "NUM"])
STANDING_FOR = frozenset(["ceux", "celui", "celle", "celles"])
QUANTITY = frozenset(["près", "plus", "moins"])
NEAREST = frozenset(["de", "à"])
DESCRIBING = frozenset(["ADV", "NUM", "ADJ", "PROPN"])
OBJECTS = frozenset(["DET", "NUM", "PROPN"])
JOINING = frozenset(["et", "ou", "puis", ",", "ensuite"])
BETWEEN_VERBS = 3
REACH = 14
NEAR = 6

# Nouns of complex prepositions, as the slots of frames name these: "à l'encontre des passants".
COMPLEX = {
    "encontre": "à l'encontre",
    "égard": "à l'égard",
    "endroit": "à l'encontre",
    "détriment": "à l'encontre",
    "dépens": "à l'encontre",
    "faveur": "en faveur",
    "profit": "en faveur",
    "bénéfice": "en faveur",
    "côtés": "aux côtés",
    "part": "de la part",
    "intention": "à l'adresse",
    "adresse": "à l'adresse",
    "destination": "à l'adresse",
}


def preposition_of(tree: Tree, k: int) -> str | None:
    """Give the preposition of a noun, by the parse or right before its phrase; complex ones by their name."""
    case = tree.case(k)
    start = _start_of(tree, k)
    if case is None and start > 0 and tree.words[start - 1].pos == "ADP" and _is_case(tree, start - 1):
        word = tree.words[start - 1].lower
        after_name = start > 1 and tree.words[start - 2].pos in NAMING | {"ADJ"}
        if word not in ARTICLES or after_name:
            case = CONTRACTED.get(word, word)
    if case == "de" and start > 1 and (name := _complex_at(tree, start - 2)) is not None:
        return name
    return case


def _complex_at(tree: Tree, noun: int) -> str | None:
    """Give the name of the complex preposition that a noun is in: "à l'égard", "au profit", "de la part"."""
    name = COMPLEX.get(tree.words[noun].lower)
    if name is None or noun == 0:
        return None
    before = [w.lower for w in tree.words[max(0, noun - 2) : noun]]
    if name == "de la part":
        return name if before == ["de", "la"] else None
    leads = before[-1] in {"à", "au", "aux", "en"} or before in (["à", "l'"], ["à", "la"])
    return name if leads else None


def _is_case(tree: Tree, k: int) -> bool:
    """Tell a preposition of the phrase behind it, also the end of one the parse holds together: "fait suite aux …"."""
    word = tree.words[k]
    return word.dep == "case" or (word.dep == "fixed" and CONTRACTED.get(word.lower, word.lower) == "à")


def prepositions_of(tree: Tree, k: int) -> frozenset[str | None]:
    """Give the prepositions of a noun, by the parse and right before it; of a complex one its name alone."""
    found = preposition_of(tree, k)
    return frozenset([found]) if found in COMPLEX.values() else frozenset([found, tree.case(k)])


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
    """Give the complement of a noun that one of some prepositions introduces, right behind its adjectives.

    Other complements may stand between, so long as no verb or comma does: "les critiques du maire à l'égard de X".
    """
    k, stop = noun + 1, min(noun + REACH, len(tree.words))
    first = True
    while k < stop:
        word = tree.words[k]
        if word.pos == "ADP" or word.lower in CONTRACTED:
            found = _complement_at(tree, k, prepositions)
            if found is not None and (first or not prepositions_are_weak(prepositions)):
                return found
            first = False
            head = phrase_head(tree, k + 1)
            if head is None or (word.lower != "par" and _is_act(tree.words[head].lower)):
                return None  # behind another act it is that one's complement
            k = _over(tree, head)
            continue
        described = word.pos in {"ADJ", "ADV"} or word.text in QUOTES or word.lower in TIMES
        if not described and not (first and word.pos == "VERB" and is_participle(word.lower)):
            return None
        k += 1
    return None


def _is_act(lower: str) -> bool:
    return lower not in load_word_classes()["people"] and any(
        not entry.head_is_verb for entry in load_triggers().by_form.get(lower, ())
    )


def prepositions_are_weak(prepositions: Collection[str]) -> bool:
    """Tell whether prepositions are those that belong to the nearest noun, not to one farther off: "de", "à"."""
    return not NEAREST.isdisjoint(prepositions)


def _complement_at(tree: Tree, k: int, prepositions: Collection[str]) -> int | None:
    """Give the noun of the complement that begins with a preposition, if it is one of those asked for."""
    for at in (k + 1, k + 2):  # "à l'encontre de", "en faveur de"
        name = _complex_at(tree, at) if at + 1 < len(tree.words) else None
        if name and CONTRACTED.get(tree.words[at + 1].lower, tree.words[at + 1].lower) == "de":
            return phrase_head(tree, at + 2) if name in prepositions else None
    simple = CONTRACTED.get(tree.words[k].lower, tree.words[k].lower)
    return phrase_head(tree, k + 1) if simple in prepositions else None


def bare_object(tree: Tree, verb: int) -> int | None:
    """Give the first bare noun phrase behind a verb, over adverbs, times and adjuncts: "a attaqué à l'aube la gare".

    None where it is rather the subject of this verb, put behind it, or of a verb that follows.
    """
    k = _over_adjuncts(tree, verb)
    if k is None or not (
        tree.words[k].pos in {"DET", "NUM", "PROPN"} or tree.words[k].lower in STANDING_FOR | ARTICLES
    ):
        return None
    head = phrase_head(tree, k)
    return head if head is not None and not _is_subject(tree, head, verb) else None


def verb_after_adjuncts(tree: Tree, verb: int) -> int | None:
    """Give the verb coordinated right behind a verb and its adjuncts: "a visé à l'aube, puis détruit le pont"."""
    k = _over_adjuncts(tree, verb)
    if k is None or tree.words[k].lower not in JOINING:
        return None
    for j in range(k + 1, min(k + 1 + BETWEEN_VERBS, len(tree.words))):
        if tree.words[j].pos == "VERB":
            return j
        if tree.words[j].pos not in {"AUX", "ADV"} and tree.words[j].lower not in JOINING:
            return None
    return None


def addressed_behind(tree: Tree, verb: int) -> int | None:
    """Give the first noun phrase with "à" behind a verb, over adverbs and times, that is no place of its own."""
    k, stop = verb + 1, min(verb + REACH, len(tree.words))
    while k < stop:
        word = tree.words[k]
        if word.pos == "ADP" or word.lower in CONTRACTED:
            head = phrase_head(tree, k + 1)
            if head is None or tree.words[head].pos == "VERB":
                return None
            if CONTRACTED.get(word.lower, word.lower) == "à" and tree.words[head].lower not in TIMES:
                return head
            k = _over(tree, head)
        elif word.lower in TIMES or word.pos in DESCRIBING or _is_bare_participle(tree, k):
            k += 1
        else:
            return None
    return None


def _is_bare_participle(tree: Tree, k: int) -> bool:
    """Tell a participle that describes the noun before it: "des hommes armés"."""
    return tree.words[k].pos == "VERB" and is_participle(tree.words[k].lower) and tree.words[k - 1].pos == "NOUN"


def _over_adjuncts(tree: Tree, verb: int) -> int | None:
    """Step over the adverbs, times and phrases with prepositions behind a verb; None where a time alone ends them."""
    k, stop = verb + 1, min(verb + REACH, len(tree.words))
    while k < stop:
        word = tree.words[k]
        if word.lower in {"de", "d'"} and tree.words[k - 1].lower in QUANTITY:  # "a tué près de trente personnes"
            return k + 1 if k + 1 < stop else None
        if word.pos == "ADP" and not (k == verb + 1 and word.lower in ARTICLES) and not _is_article(tree, k):
            head = phrase_head(tree, k + 1)
            k = k + 1 if head is None else _over(tree, head)
        elif word.pos == "ADV" or word.text in QUOTES or (word.text == "," and k > verb + 1) or word.lower in TIMES:
            k += 1
        elif (
            word.pos in {"DET", "NUM"}
            and (head := phrase_head(tree, k)) is not None
            and tree.words[head].lower in TIMES
        ):
            k = _over(tree, head)
        else:
            return k
    return None


def _is_article(tree: Tree, k: int) -> bool:
    """Tell "des" that is an article behind a time or an adjunct, though the parse takes it for "de les"."""
    if tree.words[k].lower != "des":
        return False
    before = tree.words[k - 1]
    return before.lower in TIMES or before.pos in {"ADV", "PUNCT"} or before.pos == "PROPN"


def _over(tree: Tree, head: int) -> int:
    """Step over the head of a phrase and what describes it."""
    k = head + 1
    takes_name = _takes_name(tree, head)
    while k < len(tree.words) and (tree.words[k].pos in BEHIND_HEAD or tree.words[k].lower in TIMES):
        if tree.words[k].pos == "PROPN" and not takes_name:
            break
        k += 1
    return k


def _takes_name(tree: Tree, head: int) -> bool:
    """Tell whether a name may follow a noun as part of its phrase: "le président X", not "le pays X" or "mardi X"."""
    word = tree.words[head]
    if word.lower in TIMES:
        return False
    return word.pos == "PROPN" or word.lower in load_roles() or word.lower in load_word_classes()["people"]


def _is_subject(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether a noun behind a verb is the only subject of its own verb."""
    word = tree.words[noun]
    if word.dep not in SUBJECT_DEPS:
        return False
    if word.head == verb and not verb_group(tree, verb).finite:
        return False  # behind an infinitive or participle it can only be the object
    others = (c for c in tree.dependents(word.head, *SUBJECT_DEPS) if c != noun and c < word.head)
    return next(others, None) is None if word.head != verb else True
