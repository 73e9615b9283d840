"""Direct speech: quotations with an incise, a colon or nothing at all, and the incise without marks."""

from __future__ import annotations

from collections.abc import Iterator

from selon.reading.document import Document, trim
from selon.reading.quotations import Quotation
from selon.reading.statements.cue_words import CueVerb, cue_verbs
from selon.reading.statements.drafts import Draft, Stretch, WordAt
from selon.reading.statements.indirect import cue_stretch
from selon.reading.statements.speakers import nominal_after, speaker_of, subject_of
from selon.reading.tree import Tree

TAIL = 28  # characters of narration between a quotation and its incise that make no mixed content
FREE_WORDS = 4
MARKS = frozenset(['"', "»", "”", "!", "?", ","])


def direct_statements(document: Document) -> Iterator[Draft]:
    """Give the statements made by incises and quotations of a whole text."""
    claimed: list[Stretch] = []
    for number, tree in enumerate(document.trees):
        if tree is None:
            continue
        for found in cue_verbs(tree):
            draft = _incise(document, number, tree, found) or _colon(document, number, tree, found)
            if draft:
                claimed.extend(draft.content)
                yield draft
    for quotation in document.quotations:
        if quotation.level == 0 and not any(a < quotation.end and quotation.start < b for a, b in claimed):
            yield from _bare(document, quotation)


def _incise(document: Document, number: int, tree: Tree, found: CueVerb) -> Draft | None:
    """Read ", a déclaré X" behind or inside what X said."""
    if "quote" not in found.cue.takes or not found.group.finite:
        return None
    first = min([found.group.first, *found.group.clitics])
    before = tree.words[first - 1] if first else None
    if before is None or before.text not in MARKS:
        return None
    speaker = _incise_speaker(tree, found)
    if speaker is None:
        return None
    content = _incise_content(document, number, tree, first - 1, found, speaker)
    if not content:
        return None
    form = _form(document, content)
    if form == "unmarked" and (found.cue.condition != "any" or not _full_clause(tree, first - 1)):
        return None
    at: WordAt = (number, speaker)
    return Draft(at, cue_stretch(tree, found), found.cue.act, "indirect" if form == "unmarked" else form, content, 90)


def _incise_speaker(tree: Tree, found: CueVerb) -> int | None:
    if found.group.inverted_subject is not None:
        return found.group.inverted_subject
    after = tree.words[found.last + 1] if found.last + 1 < len(tree.words) else None
    if after is None or after.lower in {"que", "qu'", "de", "d'", ":"}:
        return None
    for child in tree.children[found.index]:
        if (
            child < found.index
            and tree.words[child].dep.startswith("nsubj")
            and tree.words[child].pos != "PUNCT"
            and _same_clause(tree, child, found)
        ):
            return None
    return nominal_after(tree, found.last)


def _same_clause(tree: Tree, subject: int, found: CueVerb) -> bool:
    """Tell whether a subject before the verb is its own, not one inside the quotation before it."""
    between = {w.text for w in tree.words[subject : found.index]}
    return between.isdisjoint(('"', "»", "”"))


def _incise_content(
    document: Document, number: int, tree: Tree, mark: int, found: CueVerb, speaker: int
) -> tuple[Stretch, ...]:
    """Give what an incise stands behind or inside of."""
    sentence = document.sentences[number]
    edge = tree.words[mark].start
    around = document.quoted(tree.words[found.index].start)
    if around:
        pieces = [
            trim(document.text, around.start, edge),
            trim(document.text, _after_incise(tree, found, speaker), around.end),
        ]
        return tuple(p for p in pieces if p[0] < p[1])
    last = _last_quotation(document, number, tree.words[mark].end)
    head: Stretch
    if last and last.line == sentence.line and tree.words[mark].end - last.outer_end <= TAIL and last.start < edge + 1:
        opening = min(sentence.start, last.outer_start)
        narration = document.text[opening : last.outer_start].strip()
        whole = (last.start, last.end) if not narration else trim(document.text, opening, edge)
        head = whole if not narration or len(narration.split()) > 1 else (last.start, last.end)
        mixed = narration or document.text[last.outer_end : edge].strip(' ,"')
        if mixed and not narration:
            head = (last.start, last.end)
    else:
        head = trim(document.text, _behind_label(tree, mark), edge)
        first = next((q for q in document.quotations if q.level == 0 and q.outer_start == sentence.start), None)
        if first:
            head = (first.start, head[1])
    return tuple(p for p in [head, *_continuation(document, tree, found, speaker)] if p[0] < p[1])


def _behind_label(tree: Tree, mark: int) -> int:
    """Give where a sentence begins behind a label such as "Niger:"."""
    for j, word in enumerate(tree.words[: min(mark, 8)]):
        if word.text == ":" and not any(w.pos in {"VERB", "AUX"} for w in tree.words[:j]):
            return tree.words[j + 1].start
    return tree.words[0].start


def _last_quotation(document: Document, number: int, before: int) -> Quotation | None:
    inside = [q for q in document.quotations if q.level == 0 and q.outer_end <= before]
    return inside[-1] if inside else None


def _after_incise(tree: Tree, found: CueVerb, speaker: int) -> int:
    """Give the offset behind an incise: past its speaker, at the next comma or full stop."""
    for word in tree.words[max(found.last, speaker) + 1 :]:
        if word.text in {",", ".", ";", '"', "«"}:
            return word.start if word.text in {'"', "«"} else word.end
    return tree.words[-1].end


def _continuation(document: Document, tree: Tree, found: CueVerb, speaker: int) -> Iterator[Stretch]:
    """Give what goes on behind the incise: `"A", a dit X, "B"`."""
    for j in range(max(found.last, speaker) + 1, len(tree.words) - 1):
        word = tree.words[j]
        if word.text == ",":
            start = tree.words[j + 1].start
            for q in document.quotations:
                if q.outer_start == start and q.level == 0:
                    yield q.start, q.end
            return
        if word.text in {".", ";", ":"}:
            return


def _form(document: Document, content: tuple[Stretch, ...]) -> str:
    spans = [(q.start, q.end) for q in document.quotations]
    if any(a >= s and b <= e for a, b in content[:1] for s, e in spans):
        return "direct"
    return "mixed" if any(s < b and a < e for a, b in content for s, e in spans) else "unmarked"


def _full_clause(tree: Tree, end: int) -> bool:
    """Tell whether a finite verb stands before the incise, outside relative clauses."""
    return any(w.pos in {"VERB", "AUX"} and not w.dep.startswith("acl") for w in tree.words[:end])


def _colon(document: Document, number: int, tree: Tree, found: CueVerb) -> Draft | None:
    """Read `X a déclaré : "…"`, with words between the cue and the colon allowed."""
    if "quote" not in found.cue.takes:
        return None
    for j in range(found.last + 1, min(found.last + 25, len(tree.words))):
        if tree.words[j].text == ":":
            quotation = _opening_after(document, tree.words[j].end)
            if quotation is None:
                return None
            speaker = speaker_of(tree, found.group)
            at: WordAt | None = (number, speaker) if speaker is not None else None
            return Draft(at, cue_stretch(tree, found), found.cue.act, "direct", ((quotation.start, quotation.end),), 85)
        if tree.words[j].text in {".", ";", "!", "?"} or (j > found.last and tree.words[j].text in {'"', "«", "“"}):
            return None
    return None


def _opening_after(document: Document, offset: int) -> Quotation | None:
    for q in document.quotations:
        if q.outer_start >= offset and q.level == 0:
            return q if not document.text[offset : q.outer_start].strip() else None
    return None


def _bare(document: Document, quotation: Quotation) -> Iterator[Draft]:
    """Read a quotation that no cue claims: one behind `X :`, or one that stands alone as a sentence."""
    words = document.text[quotation.start : quotation.end].split()
    number = document.sentence_at(quotation.outer_start)
    tree = document.trees[number]
    before = document.text[document.sentences[number].start : quotation.outer_start].rstrip()
    content = ((quotation.start, quotation.end),)
    if tree and before.endswith(":") and len(words) >= 2:
        speaker = _subject_before_colon(tree, quotation.outer_start)
        yield Draft((number, speaker) if speaker is not None else None, None, "say", "direct", content, 70)
    elif len(words) >= FREE_WORDS and not before.strip('"«“ ') and _stands_alone(document, quotation):
        yield Draft(None, None, "say", "free", content, 30)


def _subject_before_colon(tree: Tree, offset: int) -> int | None:
    """Give the subject of the clause before a colon, or its only noun phrase (`Macron : "…"`)."""
    colon = max((i for i, w in enumerate(tree.words) if w.text == ":" and w.start < offset), default=0)
    verbs = [i for i, w in enumerate(tree.words[:colon]) if w.pos == "VERB"]
    if verbs:
        return subject_of(tree, verbs[0])
    nouns = [i for i, w in enumerate(tree.words[:colon]) if w.pos in {"PROPN", "NOUN", "PRON"}]
    return nouns[0] if nouns else None


def _stands_alone(document: Document, quotation: Quotation) -> bool:
    """Tell whether a quotation fills its sentences: nothing but closing punctuation follows it."""
    number = document.sentence_at(quotation.end)
    rest = document.text[quotation.outer_end : document.sentences[number].end]
    return not rest.strip(' .,!?…"»”')
