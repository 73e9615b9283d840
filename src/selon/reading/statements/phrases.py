"""The noun phrase or attribute that a cue verb gives as content."""

from __future__ import annotations

from selon.languages.fr.grammar import words
from selon.reading.noun_phrases import noun_phrase
from selon.reading.statements.clauses import clause_end
from selon.reading.statements.complements import QUE, QUOTES
from selon.reading.statements.cue_words import CueVerb
from selon.reading.statements.passage import Passage
from selon.reading.statements.speakers import RELATIVE
from selon.reading.tree import Tree

PREPOSITIONS = {f"{p}-np": p for p in ("de", "à", "contre", "sur", "pour", "en", "avec")}
PASSIVE_ACTS = frozenset(["announce", "confirm", "deny"])
NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
TIME_NOUNS = words("time_nouns")
DEGREE = words("degree_adverbs")
AFTER_COMMA = frozenset(["DET", "PROPN", "NOUN", "ADP", "PRON", "SCONJ"])


def phrase(passage: Passage, found: CueVerb) -> tuple[int, int] | None:
    """Find the first and last word of the object, attribute or prepositional complement that is content."""
    tree, takes = passage.tree, found.cue.takes
    if "comme-np" in takes and (start := _compared(tree, found)) is not None:
        return start, clause_end(passage, start, found.index, "phrase")
    for name, preposition in PREPOSITIONS.items():
        if name in takes and (head := _prepositional(tree, found, preposition)) is not None:
            labelled = _object(tree, found) if found.cue.cue_class == "CHARACT" else None
            return _extent(passage, head if labelled is None or labelled > head else labelled, found)
    if "np" not in takes:
        return None
    if found.group.passive:
        return _passive(tree, found)
    head = _object(tree, found)
    return _extent(passage, head, found) if head is not None else None


def _passive(tree: Tree, found: CueVerb) -> tuple[int, int] | None:
    if found.cue.act not in PASSIVE_ACTS and found.cue.lemma != "revendiquer":
        return None
    for child in tree.children[found.index]:
        if tree.words[child].dep in {"nsubj:pass", "nsubj"} and tree.words[child].pos in {"NOUN", "PROPN"}:
            joined = any(tree.words[c].dep == "conj" for c in tree.children[child])
            return noun_phrase(tree, child, coordination=joined)
    return None


def attribute(tree: Tree, found: CueVerb) -> int | None:
    """Find an adjective right behind the verb ("se dit confiant", "juge inacceptable la …"), quoted or not."""
    j = found.last + 1
    while j < len(tree.words) and (tree.words[j].text in QUOTES or tree.words[j].lower in DEGREE):
        j += 1
    if j < len(tree.words) and tree.words[j].pos == "ADJ" and tree.words[j].dep != "amod":
        return found.last + 1
    return None


def _compared(tree: Tree, found: CueVerb) -> int | None:
    """Find "X comme Y" or "comme Y" behind the verb; a passive names nobody who compares."""
    if found.group.passive:
        return None
    for j in range(found.last + 1, min(found.last + 12, len(tree.words) - 1)):
        if tree.words[j].lower == "comme":
            return found.last + 1 if tree.words[found.last + 1].pos != "ADV" else j
        if tree.words[j].pos in {"VERB", "AUX", "SCONJ", "PUNCT"}:
            return None
    return None


def _prepositional(tree: Tree, found: CueVerb, preposition: str) -> int | None:
    for child in tree.children[found.index]:
        if child > found.last and tree.case(child) == preposition and tree.words[child].pos in NOMINAL:
            return child
    return None


def _object(tree: Tree, found: CueVerb) -> int | None:
    """Give the head of the object: by its place right behind the verb and a time, else by the parse."""
    j = found.last + 1
    while j < len(tree.words) and (tree.words[j].pos == "ADV" or tree.words[j].lower in TIME_NOUNS):
        j += 1
    if j > found.last + 1 and j < len(tree.words) and tree.words[j].pos == "DET":
        head = tree.words[j].head
        if head > j and tree.words[head].pos in {"NOUN", "PROPN"} and tree.words[head].lower not in TIME_NOUNS:
            return head
    return _parsed_object(tree, found)


def _parsed_object(tree: Tree, found: CueVerb) -> int | None:
    for child in tree.children[found.index]:
        word = tree.words[child]
        if (
            word.dep == "obj"
            and child > found.last
            and word.pos in NOMINAL
            and word.lower not in QUE | RELATIVE
            and not any(w.text in {",", ";", ":"} for w in tree.words[found.last + 1 : child])
        ):
            return child
    return None


def _extent(passage: Passage, head: int, found: CueVerb) -> tuple[int, int] | None:
    """Give the words of a noun phrase with all its complements up to the end of the clause."""
    tree = passage.tree
    first, _ = noun_phrase(tree, head)
    while first - 1 > found.last and tree.words[first - 1].text in QUOTES:
        first -= 1
    last = clause_end(passage, first, found.index, "phrase")
    for j in range(head + 1, last):
        if (
            tree.words[j].text == ","
            and passage.quoted(j) == passage.quoted(first)
            and tree.words[j + 1].pos in AFTER_COMMA
            and not _is_list(tree, j, last)
        ):
            return first, j - 1
    return (first, last) if last >= head else None


def _is_list(tree: Tree, comma: int, last: int) -> bool:
    """Tell whether a comma joins members of a list rather than setting off an apposition."""
    following = next((w for w in tree.words[comma + 1 : comma + 5] if w.pos in {"NOUN", "PROPN"}), None)
    joined = any(w.lower in {"et", "ou", "ni"} and w.pos == "CCONJ" for w in tree.words[comma + 1 : last])
    return following is not None and following.dep == "conj" and joined
