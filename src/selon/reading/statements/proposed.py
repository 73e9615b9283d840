"""Statements that no construction finds and the model is sure of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from selon.languages.fr.cues import load_cues
from selon.reading.document import Document, trim
from selon.reading.model.contents import Content, has_room_for_cue, joined
from selon.reading.statements.drafts import Draft, Stretch
from selon.reading.statements.weighing import speaker_at

WEIGHT = 10
"""Below every construction's: where one finds nearly the same words, it stays."""

SURE = 0.7
"""Score of a content with a cue from which it is a statement though no construction is found."""

SURE_WITHOUT_CUE = 0.8
"""Score of a content from which it is a statement though it has no cue."""

UNFINISHED = frozenset(["DET", "ADP", "AUX", "CCONJ", "SCONJ"])
"""Classes of words that no content ends with."""

OPENERS = frozenset(["«", "“", "("])

ATTRIBUTE_WEIGHT = 45
"""Weight of the drafts whose content is an adjective or participle."""

NEAR_HEAD = 3
"""Words from the beginning of such a content within which its adjective stands."""


def proposed_statements(document: Document, contents: Sequence[Content], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give a draft for each content, its parts joined where one cue breaks them.

    Those whose cue a construction has taken are left out, those that break off inside a phrase, and those of a
    preposition: what "selon" and its like give is a matter of the noun behind them, which the constructions know.
    """
    taken = [d.cue for d in drafts if d.cue]
    whole = [c for c in (_without_joint(document, c) for c in contents) if _is_sure(document, c)]
    for group in joined(whole, partial(_goes_on, document)):
        first = group[0]
        if not first.settled or _is_taken(first.cue, taken) or _is_known(document, first.cue, drafts):
            continue
        stretches = tuple(trim(document.text, c.start, c.end) for c in group)
        speaker = None if first.speaker is None else speaker_at(document, first.speaker)
        yield Draft(speaker, first.cue, first.act or "say", _form(document, first, stretches), stretches, WEIGHT)


def _is_sure(document: Document, content: Content) -> bool:
    """Tell whether the model is sure enough of a content that is no scrap of a phrase."""
    least = SURE if content.cue else SURE_WITHOUT_CUE
    return content.score >= least and _is_whole(document, content)


def _without_joint(document: Document, content: Content) -> Content:
    """Leave out a conjunction at the end."""
    at = document.word_at(content.end - 1)
    tree = document.trees[at[0]] if at else None
    if tree is None or at is None or tree.words[at[1]].pos != "CCONJ":
        return content
    return content._replace(end=trim(document.text, content.start, tree.words[at[1]].start)[1])


def _is_whole(document: Document, content: Content) -> bool:
    """Tell whether a content has several words or fills a quotation, and does not break off inside a phrase."""
    start, end = trim(document.text, content.start, content.end)
    if any((q.start, q.end) == (start, end) for q in document.quotations):
        return True
    first, last = document.word_at(start), document.word_at(end - 1)
    if first is None or last is None or not any(c.isspace() for c in document.text[start:end]):
        return False
    tree = document.trees[last[0]]
    if tree is None or tree.words[last[1]].pos in UNFINISHED or tree.words[last[1]].text in OPENERS:
        return False
    after = last[1] + 1
    if after >= len(tree.words) or tree.words[after].pos == "PUNCT" or first[0] != last[0]:
        return True
    return not first[1] <= tree.words[after].head <= last[1]


def _is_taken(cue: Stretch | None, taken: Sequence[Stretch]) -> bool:
    return cue is not None and any(a < cue[1] and cue[0] < b for a, b in taken)


def _is_known(document: Document, cue: Stretch | None, drafts: Sequence[Draft]) -> bool:
    """Tell whether a cue is for the constructions alone: a preposition, or the adjective of "se dit inquiet"."""
    return _is_preposition(document, cue) or (cue is not None and any(_heads(document, cue, d) for d in drafts))


def _heads(document: Document, cue: Stretch, draft: Draft) -> bool:
    """Tell whether a cue is the adjective that a draft gives as content, at its head or behind an adverb of degree."""
    if draft.weight != ATTRIBUTE_WEIGHT or cue[0] < draft.start:
        return False
    return len(document.text[draft.start : cue[0]].split()) < NEAR_HEAD


def _is_preposition(document: Document, cue: Stretch | None) -> bool:
    tree = document.tree_at(cue[0]) if cue else None
    word = tree.at(cue[0]) if tree and cue else None
    if tree is None or word is None:
        return False
    return load_cues().preposition_at([w.lower for w in tree.words], word) is not None


def _goes_on(document: Document, before: Content, after: Content) -> bool:
    """Tell whether a cue breaks a content from the one before, in one sentence or behind a quotation."""
    if not after.cue or after.cue != before.cue or not has_room_for_cue(document.text, before.end, after.start):
        return False
    return document.sentence_at(before.end - 1) == document.sentence_at(after.start) or _is_quoted(document, before)


def _is_quoted(document: Document, content: Content) -> bool:
    return any(q.start <= content.start and content.end <= q.outer_end for q in document.quotations)


def _form(document: Document, content: Content, stretches: tuple[Stretch, ...]) -> str:
    """Tell direct speech, words with a quotation in them, words of no cue, and the rest apart."""
    whole = all(any(q.start <= a + 1 and b - 1 <= q.end for q in document.quotations) for a, b in stretches)
    if whole:
        return "direct" if content.cue else "free"
    if content.cue is None:
        return "free"
    partly = any(q.outer_start < b and a < q.outer_end for a, b in stretches for q in document.quotations)
    return "mixed" if partly else "indirect"
