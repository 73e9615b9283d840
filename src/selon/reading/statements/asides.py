"""Where the phrase of a speaker ends before the clause: behind the appositions and asides that commas set off."""

from __future__ import annotations

from selon.languages.fr.grammar import words
from selon.languages.fr.phrases import words_of
from selon.reading.statements.incises import in_relative, is_finite
from selon.reading.tree import Tree

RELATIVES = words("que") | words("relative")
OF = frozenset(["de", "d'", "du", "des"])
NOMINAL_OPENERS = frozenset(["DET", "NOUN", "PROPN", "NUM", "ADJ", "VERB", "PRON"])
STATES = tuple(words_of(phrase) for phrase in words("states_of_speakers"))


def phrase_stop(tree: Tree, head: int, end: int, closing: int) -> int:
    """Give the word where the phrase with its appositions ends: the comma before the subject of the clause."""
    commas = [j for j in range(end + 1, closing) if tree.words[j].text in {",", ":"}]
    if not commas:
        return end
    for comma in commas:
        if not _is_apposition(tree, comma, head):
            return comma
    return commas[0]


def _is_apposition(tree: Tree, comma: int, head: int) -> bool:
    """Tell whether what follows a comma still tells of the speaker: no verb before the next comma, no adverbial."""
    j = comma + 1
    closing = next((k for k in range(j, len(tree.words)) if tree.words[k].text == ","), None)
    if closing is None or not any(is_finite(tree, k) for k in range(closing, len(tree.words))):
        return False
    if tree.words[j].lower in RELATIVES | {"dont"}:
        return True
    if _holds_subject(tree, j, closing):
        return False
    if any(is_finite(tree, k) and not in_relative(tree, k) for k in range(j, closing)):
        return False
    opens = _tells_state(tree, j) or tree.words[j].pos in NOMINAL_OPENERS or tree.words[j].lower in OF
    return opens and not any(tree.words[k].dep == "conj" for k in range(closing + 1, min(closing + 4, len(tree.words))))


def _holds_subject(tree: Tree, first: int, stop: int) -> bool:
    """Tell whether the subject of a verb further on stands here: "selon X, le pont, long d'un mille, est fermé"."""
    heads = [tree.words[k].head for k in range(first, stop) if tree.words[k].dep.startswith("nsubj")]
    rest = range(stop + 1, len(tree.words))
    return any(
        head > stop and not any(tree.words[k].head == head and tree.words[k].dep.startswith("nsubj") for k in rest)
        for head in heads
    )


def _tells_state(tree: Tree, j: int) -> bool:
    """Tell whether a phrase that says where a speaker is or in what state begins at a word: ", en visite à Rome,"."""
    lowers = tuple(w.lower for w in tree.words[j : j + 3])
    return any(lowers[: len(phrase)] == phrase for phrase in STATES)
