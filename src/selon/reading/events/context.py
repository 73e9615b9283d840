"""In which context an act stands, military, legal, economic …: what its entry says, else the words near it."""

from __future__ import annotations

from dataclasses import dataclass

from selon.knowledge.cameo import context_of_code
from selon.languages.fr.contexts import load_context_words
from selon.reading.events.triggers import Found
from selon.reading.tree import Tree
from selon.records import EventContext

NEAR = 6
ENDS = frozenset([".", ";", ":", "!", "?", "«", "»", '"', "“", "”"])


@dataclass(frozen=True, slots=True)
class Setting:
    """The context of an act and the word that says it, null where the entry does."""

    context: EventContext
    word: int | None


def setting_of(tree: Tree, found: Found) -> Setting | None:
    """Give the context of an act; None where neither its code nor a word near it says one.

    A code that implies a context is surer than company. Of the words up to `NEAR` words away, with no stop or quotation
    mark between, the one of the earliest row of the table counts, the nearest of one row.
    """
    if context := context_of_code(found.entry.code):
        return Setting(context, None)
    known = load_context_words()
    near = [(word.rank, abs(k - found.word), k) for k in _near(tree, found.word) if (word := known.get(_form(tree, k)))]
    if not near:
        return None
    k = min(near)[2]
    return Setting(known[_form(tree, k)].context, k)


def _form(tree: Tree, k: int) -> str:
    return tree.words[k].lower


def _near(tree: Tree, trigger: int) -> list[int]:
    """Give the words around a trigger, itself among them, as far as the next stop or quotation mark."""
    first = last = trigger
    while first > max(0, trigger - NEAR) and tree.words[first - 1].text not in ENDS:
        first -= 1
    while last + 1 < min(len(tree.words), trigger + NEAR + 1) and tree.words[last + 1].text not in ENDS:
        last += 1
    return list(range(first, last + 1))
