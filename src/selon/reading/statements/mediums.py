"""Where words were given: the medium of a statement, apart from who is addressed ("à la BBC", "sur Twitter")."""

from __future__ import annotations

from collections.abc import Sequence

from selon.languages.fr.grammar import words
from selon.reading.mentions.gazetteer import load_gazetteer
from selon.reading.noun_phrases import noun_phrase
from selon.reading.statements.cue_words import CueVerb
from selon.reading.statements.drafts import Stretch
from selon.reading.statements.passage import Passage
from selon.reading.tree import Tree

BEFORE_MEDIUM = words("before_medium")
TO_OUTLET = frozenset(["à", "au", "aux"])
BROADCAST = words("broadcast_nouns")
NOUNS = words("medium_nouns")
NAMES = words("medium_names")
REACH = 22
NEAR = 5
STOPS = frozenset([";", ":", '"', "«", "“", ".", "!", "?"])


def medium_of(passage: Passage, found: CueVerb, content: Sequence[Stretch]) -> Stretch | None:
    """Give the offsets of the medium of a cue: behind it, or in the phrase that opens the sentence."""
    tree = passage.tree
    for j in (*_behind(tree, found), *_fronted(tree, found)):
        head = _medium_at(tree, j)
        if head is None:
            continue
        first, last = noun_phrase(tree, head)
        first = min(j + 1 if first <= j else first, head)
        start, end = tree.words[first].start, max(tree.words[last].end, tree.words[head].end)
        if not any(a < end and start < b for a, b in content):
            return start, end
    return None


def _behind(tree: Tree, found: CueVerb) -> Sequence[int]:
    """Give the words behind a cue up to the next quotation, sentence mark or clause."""
    first = found.last + 1
    for j in range(first, min(first + REACH, len(tree.words))):
        if tree.words[j].text in STOPS or tree.words[j].pos == "SCONJ":
            return range(first, j)
    return range(first, min(first + REACH, len(tree.words) - 1))


def _fronted(tree: Tree, found: CueVerb) -> Sequence[int]:
    """Give the words of a phrase before the first comma, where it opens the sentence of the cue."""
    comma = next((j for j in range(found.index) if tree.words[j].text == ","), 0)
    return range(1) if comma and tree.words[0].lower in BEFORE_MEDIUM else ()


def _medium_at(tree: Tree, j: int) -> int | None:
    """Give the head of the medium that a preposition introduces at a word."""
    word = tree.words[j]
    if word.lower not in BEFORE_MEDIUM | TO_OUTLET:
        return None
    for k in range(j + 1, min(j + NEAR, len(tree.words))):
        named = load_gazetteer().longest(tree.words, k)
        if named is not None and named[1].kind == "outlet":
            return k
        if word.lower in TO_OUTLET and tree.words[k].lower in BROADCAST:
            return k
        if word.lower in BEFORE_MEDIUM and (tree.words[k].lower in NOUNS or tree.words[k].text.lower() in NAMES):
            return k
        if tree.words[k].pos in {"VERB", "PUNCT", "ADP"}:
            return None
    return None
