"""Statements that no construction finds and the model is sure of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.reading.document import Document, trim
from selon.reading.model.contents import Content
from selon.reading.statements.drafts import Draft, Stretch

WEIGHT = 10
"""Below every construction's: where one finds nearly the same words, it stays."""

NEAR = 120
"""Characters that a cue may take inside the words it introduces."""


def proposed_statements(document: Document, contents: Sequence[Content], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give a draft for each content, its parts joined where one cue breaks them.

    Those whose cue a construction has taken are left out, and those of a preposition: what "selon" and its like give is
    a matter of the noun behind them, which the constructions know.
    """
    taken = [d.cue for d in drafts if d.cue]
    for group in _groups(document, contents):
        first = group[0]
        if not first.settled or _is_taken(first.cue, taken) or _is_preposition(document, first.cue):
            continue
        stretches = tuple(trim(document.text, c.start, c.end) for c in group)
        speaker = None if first.speaker is None else document.word_at(first.speaker)
        yield Draft(speaker, first.cue, first.act or "say", _form(document, first, stretches), stretches, WEIGHT)


def _is_taken(cue: Stretch | None, taken: Sequence[Stretch]) -> bool:
    return cue is not None and any(a < cue[1] and cue[0] < b for a, b in taken)


def _is_preposition(document: Document, cue: Stretch | None) -> bool:
    tree = document.tree_at(cue[0]) if cue else None
    word = tree.at(cue[0]) if tree and cue else None
    return tree is not None and word is not None and tree.words[word].pos == "ADP"


def _groups(document: Document, contents: Sequence[Content]) -> list[list[Content]]:
    groups: list[list[Content]] = []
    for content in contents:
        broken = [g for g in groups if content.cue and g[-1].cue == content.cue and _near(document, g[-1], content)]
        if broken:
            broken[-1].append(content)
        else:
            groups.append([content])
    return groups


def _near(document: Document, before: Content, after: Content) -> bool:
    between = document.text[before.end : after.start]
    return before.end <= after.start and len(between) < NEAR and "\n" not in between


def _form(document: Document, content: Content, stretches: tuple[Stretch, ...]) -> str:
    """Tell direct speech, words with a quotation in them, words of no cue, and the rest apart."""
    whole = all(any(q.start <= a + 1 and b - 1 <= q.end for q in document.quotations) for a, b in stretches)
    if whole:
        return "direct" if content.cue else "free"
    if content.cue is None:
        return "free"
    partly = any(q.outer_start < b and a < q.outer_end for a, b in stretches for q in document.quotations)
    return "mixed" if partly else "indirect"
