"""Which row of the governor table holds at a word of a sentence."""

from __future__ import annotations

from selon.languages.fr.governors import Governor, load_governors
from selon.reading.tree import Tree
from selon.reading.verb_groups import verb_group

GOVERNING = ("verb", "noun", "adjective")
WINDOW = 12


def governor_at(tree: Tree, head: int, pos: tuple[str, ...], complements: frozenset[str]) -> Governor | None:
    """Give the row of a word of one of some classes that governs one of some complements."""
    lowers = [w.lower for w in tree.words]
    for governor in load_governors().get(lowers[head], ()):
        if governor.pos not in pos or not (governor.complement & complements):
            continue
        if governor.rest_at(lowers, head) is None or (governor.before and not verb_group(tree, head).reflexive):
            continue
        if governor.forms and _form(tree, head) not in governor.forms:
            continue
        return governor
    return None


def _form(tree: Tree, verb: int) -> str:
    """Name the form of a governing verb as the table does: its tense, "conditional", "participle" or "other"."""
    group = verb_group(tree, verb)
    if group.compound:
        return "participle"
    if group.mood == "conditional":
        return "conditional"
    return group.tense if group.mood == "indicative" else "other"


def governor_before(tree: Tree, k: int, complements: frozenset[str]) -> int:
    """Find the nearest word before an infinitive's preposition that governs one, where the parse hangs it elsewhere."""
    for j in range(k - 1, max(-1, k - 1 - WINDOW), -1):
        if tree.words[j].text in {";", ":", ".", "!", "?"}:
            break
        if governor_at(tree, j, GOVERNING, complements) is not None:
            return j
    return k


def preposition_ending_at(tree: Tree, k: int, complement: str) -> Governor | None:
    """Find a governing preposition whose last word stands at a place: "sans", "au lieu de"."""
    for start in range(max(0, k - 4), k + 1):
        for governor in load_governors().get(tree.words[start].lower, ()):
            if governor.pos == "preposition" and complement in governor.complement:
                rest = governor.rest_at([w.lower for w in tree.words], start)
                if rest is not None and (rest[-1] if len(rest) else start) == k:
                    return governor
    return None
