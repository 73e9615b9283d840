"""Where a content ends: the end that a construction finds weighed against the one that the model sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from selon.languages.fr.grammar import words
from selon.reading.document import Document, trim
from selon.reading.model.contents import Content
from selon.reading.parse import Word
from selon.reading.statements.drafts import Draft, Stretch

SURE_LONGER = 0.7
"""Score of a content from which it lengthens a noun phrase."""

SURE_SHORTER = 0.85
"""Score of a content from which it shortens a noun phrase or an infinitive."""

LENGTHENED = frozenset([40, 50, 60])
"""Weights of the constructions that end at a comma though what follows may belong to them."""

SHORTENED = frozenset([40, 50, 60])
"""Weights of the constructions that may take in the narrator's words: noun phrases, infinitives, clauses."""

STOPS = frozenset(',.;:!?»”"…)')
MARKS = ' \u00a0\u202f«»"“”'
OPENERS = frozenset(["SCONJ", "CCONJ"])
PURPOSE = frozenset(["pour", "afin"])
JOINS = words("joining_words")
TO_INFINITIVE = frozenset(["de", "d'", "à"])


def weigh_ends(document: Document, contents: Sequence[Content], drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Give the drafts, with the model's end where it is sure of the same words from their beginning on."""
    drafts = list(drafts)
    for draft in drafts:
        if draft.weight in LENGTHENED | SHORTENED and len(draft.content) == 1:
            yield replace(draft, content=(_weighed(document, contents, draft, _next_cue(draft, drafts)),))
        else:
            yield draft


def _next_cue(draft: Draft, drafts: Sequence[Draft]) -> int | None:
    """Give where the same speaker's next cue stands behind a content: "a noté que …, et | s'est interrogé sur …"."""
    behind = (d.cue[0] for d in drafts if d.cue and d.speaker == draft.speaker and d.cue[0] >= draft.content[0][1])
    return min(behind, default=None) if draft.speaker is not None else None


def _weighed(document: Document, contents: Sequence[Content], draft: Draft, edge: int | None) -> Stretch:
    start, end = draft.content[0]
    first, last = _bare(document, (start, end))
    for content in contents:
        seen = _bare(document, trim(document.text, content.start, content.end))
        if seen[0] != first or not _is_of(content, draft) or not _in_one_sentence(document, seen):
            continue
        free = edge is None or seen[1] <= edge
        longer = draft.weight in LENGTHENED and seen[1] > last and _lengthens(document, content.score, seen[1]) and free
        shorter = draft.weight in SHORTENED and seen[1] < last and _shortens(document, content.score, seen)
        if longer or shorter:
            return start, _closed(document, start, seen[1])
    return start, end


def _is_of(content: Content, draft: Draft) -> bool:
    """Tell whether a content may be the draft's, behind its cue: of that cue, or of none known."""
    if draft.cue is None or draft.start < draft.cue[0]:
        return False
    if content.cue is None:
        return True
    return content.cue[0] < draft.cue[1] and draft.cue[0] < content.cue[1]


def _in_one_sentence(document: Document, stretch: Stretch) -> bool:
    return document.sentence_at(stretch[0]) == document.sentence_at(stretch[1] - 1)


def _lengthens(document: Document, score: float, end: int) -> bool:
    """Tell whether a longer content ends at a mark, and the model is sure enough of it."""
    following = document.text[end : end + 2].lstrip()
    return score >= SURE_LONGER and (not following or following[0] in STOPS)


def _shortens(document: Document, score: float, stretch: Stretch) -> bool:
    """Tell whether a shorter content of some words ends before a comma or a clause, and the model is sure of it."""
    start, end = stretch
    several = any(c.isspace() for c in document.text[start:end])
    return (
        score >= SURE_SHORTER and several and _is_bounded(document, end) and _pos_at(document, end - 1) not in OPENERS
    )


def _is_bounded(document: Document, end: int) -> bool:
    """Tell whether a comma, a clause or a purpose follows, but no second infinitive of the cue (", et de partir")."""
    behind = end
    while behind < len(document.text) - 1 and document.text[behind] in MARKS:
        behind += 1
    comma = document.text[behind] == ","
    following = _words_from(document, behind + 2 * comma, 2)
    if len(following) == 2 and following[0].lower in JOINS and following[1].lower in TO_INFINITIVE:
        return False
    return comma or any(w.pos in OPENERS or w.lower in PURPOSE for w in following[:1])


def _words_from(document: Document, offset: int, count: int) -> Sequence[Word]:
    """Give the next words of the sentence from an offset on."""
    at = document.word_at(offset)
    tree = document.trees[at[0]] if at else None
    return tree.words[at[1] : at[1] + count] if tree is not None and at is not None else ()


def _pos_at(document: Document, offset: int) -> str | None:
    return next((w.pos for w in _words_from(document, offset, 1)), None)


def _bare(document: Document, stretch: Stretch) -> Stretch:
    """Leave out quotation marks at both ends."""
    start, end = stretch
    while start < end and document.text[start] in MARKS:
        start += 1
    while start < end and document.text[end - 1] in MARKS:
        end -= 1
    return start, end


def _closed(document: Document, start: int, end: int) -> int:
    """Take in the mark that closes a quotation opened inside."""
    return next((q.outer_end for q in document.quotations if q.end == end and start <= q.outer_start), end)
