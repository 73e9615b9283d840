"""Statements given by a preposition: selon X, d'après X, aux dires de X, de source proche de X."""

from __future__ import annotations

from collections.abc import Iterator

from selon.languages.fr.cues import load_cues
from selon.languages.fr.grammar import words
from selon.reading.document import Document, trim
from selon.reading.noun_phrases import noun_phrase
from selon.reading.statements.drafts import Draft, Stretch
from selon.reading.tree import Tree

NO_SPEAKER = words("not_speakers")
CLAUSE_OPENERS = frozenset(["que", "qu'", "et", "mais", "car", ";", ":"])


def prepositional_statements(document: Document, number: int, tree: Tree) -> Iterator[Draft]:
    """Give the statements of a sentence that a preposition attributes."""
    cues = load_cues()
    lowers = [w.lower for w in tree.words]
    i = 0
    while i < len(tree.words):
        match = cues.preposition_at(lowers, i)
        if match:
            draft = _read(document, number, tree, i, match[0] - 1, match[1].act)
            if draft:
                yield draft
        i = match[0] if match else i + 1


def _read(document: Document, number: int, tree: Tree, first: int, last: int, act: str) -> Draft | None:
    head = _speaker(tree, last)
    if head is None or tree.words[head].lower in NO_SPEAKER:
        return None
    if tree.words[first].lower == "pour" and not (_opens_sentence(tree, first) and _is_person(tree, head)):
        return None
    end = max(noun_phrase(tree, head, coordination=True)[1], head)
    content = _content(document, number, tree, first, end)
    if not content:
        return None
    cue: Stretch = (tree.words[first].start, tree.words[last].end)
    return Draft((number, head), cue, act, "prepositional", content, 65)


def _is_person(tree: Tree, head: int) -> bool:
    return tree.words[head].pos == "PROPN" or tree.words[head].lower in {"lui", "elle", "eux", "elles"}


def _opens_sentence(tree: Tree, first: int) -> bool:
    return first == 0 or tree.words[first - 1].text in {'"', "«", ","}


def _speaker(tree: Tree, preposition: int) -> int | None:
    """Give the head of the noun phrase behind a preposition."""
    for j in range(preposition + 1, min(preposition + 8, len(tree.words))):
        word = tree.words[j]
        if word.pos in {"NOUN", "PROPN", "PRON", "X"} or (word.pos == "NUM" and j + 1 == len(tree.words)):
            return j
        if word.pos in {"VERB", "PUNCT", "SCONJ", "CCONJ"} and word.text not in {'"', "«"}:
            return None
    return None


def _content(document: Document, number: int, tree: Tree, first: int, last: int) -> tuple[Stretch, ...]:
    """Give the clause around the phrase: behind it when it opens the clause, before it, or both."""
    sentence = document.sentences[number]
    opening = _clause_opening(tree, first)
    stop = _phrase_stop(tree, last)
    text = document.text
    closing = _closing(tree, last)
    before = trim(text, tree.words[opening].start, tree.words[first].start) if first > opening else (0, 0)
    after = trim(text, tree.words[stop + 1].start, closing) if stop + 1 < len(tree.words) else (0, 0)
    set_off = first == opening or tree.words[first - 1].text == ","
    after = after if after[1] - after[0] > 3 and tree.words[stop].text == "," and set_off else (0, 0)
    if before[1] <= before[0] and after[1] <= after[0] and stop + 1 < len(tree.words):
        after = trim(text, tree.words[stop + 1].start, closing)
    pieces = [_unquoted(document, p) for p in (before, after) if p[1] > p[0]]
    return tuple(p for p in pieces if sentence.start <= p[0] < p[1])


def _clause_opening(tree: Tree, first: int) -> int:
    """Give the first word of the clause a phrase stands in: behind the last "que", "qui", semicolon or colon."""
    for j in range(first - 1, -1, -1):
        if tree.words[j].lower in {"que", "qu'", "qui", ";", ":"} and tree.words[j].dep != "obj":
            return j + 1
    return 0


def _phrase_stop(tree: Tree, last: int) -> int:
    """Give the word where the phrase with its trailing complements ends: the next comma, or its own last word."""
    for j in range(last + 1, min(last + 30, len(tree.words))):
        if tree.words[j].text == ",":
            return j
        if tree.words[j].text in {".", ";", ":", "!", "?"}:
            return j
    return last


def _closing(tree: Tree, last: int) -> int:
    end = len(tree.words)
    while end > last + 1 and tree.words[end - 1].text in {".", "!", "?", "…", "...", ";"}:
        end -= 1
    return tree.words[end - 1].end


def _unquoted(document: Document, stretch: Stretch) -> Stretch:
    """Leave out quotation marks that enclose the whole stretch."""
    for q in document.quotations:
        if q.outer_start == stretch[0] and abs(q.outer_end - stretch[1]) <= 1:
            return q.start, q.end
    return stretch
