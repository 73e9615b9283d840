"""Several who speak with one voice: "Paris, Berlin et Rome ont appelé …", "ont déclaré X et Y"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from selon.languages.fr.verbs import analyse
from selon.reading.document import Document
from selon.reading.statements.drafts import Draft, WordAt
from selon.reading.tree import Tree
from selon.records import Mention

NOMINAL = frozenset(["NOUN", "PROPN"])


def all_speakers(document: Document, draft: Draft, mention_at: Callable[[WordAt], Mention]) -> Mention | None:
    """Give the speaker of a draft; where several are joined before a plural verb, all of them as one without a name."""
    if draft.speaker is None:
        return None
    speaker, tree = mention_at(draft.speaker), document.trees[draft.speaker[0]]
    if tree is None or speaker.form == "pronoun" or not _is_plural(document, draft):
        return speaker
    joined = [mention_at((draft.speaker[0], k)) for k in _joined(tree, draft.speaker[1])]
    if len(joined) < 2:
        return speaker
    start, end = min(m.span.start for m in joined), max(m.span.end for m in joined)
    if draft.cue and start < draft.cue[1] and draft.cue[0] < end:
        return speaker
    country = speaker.country if all(m.country == speaker.country for m in joined) else None
    together = replace(speaker, form="description", name=None, entity=None, via=None, place=None, country=country)
    return replace(together, span=document.span(start, end))


def _joined(tree: Tree, head: int) -> list[int]:
    """Give the nouns and names joined to a speaker, with a conjunction before the last and no verb between them."""
    found = [k for k in tree.conjuncts(tree.first_of_chain(head)) if tree.words[k].pos in NOMINAL]
    last = found[-1] if found else head
    between = tree.words[found[0] : last] if found else []
    joint = any(w.pos == "CCONJ" for w in between) and not any(w.pos in {"VERB", "AUX"} for w in between)
    return found if joint and head in found else [head]


def _is_plural(document: Document, draft: Draft) -> bool:
    """Tell whether the finite verb of a cue is a plural: "ont appelé", "estiment"."""
    tree = document.tree_at(draft.cue[0]) if draft.cue else None
    first = tree.at(draft.cue[0]) if tree and draft.cue else None
    if tree is None or first is None:
        return False
    return any(f.number == "p" and f.person == 3 for f in analyse(tree.words[first].lower))
