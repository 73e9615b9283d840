"""Direct speech: quotations with an incise, a colon, a verb or nothing at all, and the incise without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.languages.fr.grammar import words
from selon.reading.document import Document, trim
from selon.reading.quotations import Quotation
from selon.reading.statements.addressees import addressee_of
from selon.reading.statements.complements import que_clause
from selon.reading.statements.control import control
from selon.reading.statements.cue_words import CueVerb, cue_stretch
from selon.reading.statements.drafts import Draft, Stretch, WordAt
from selon.reading.statements.incises import Incise, in_relative, is_finite
from selon.reading.statements.mediums import medium_of
from selon.reading.statements.passage import Passage
from selon.reading.statements.speakers import (
    RELATIVE,
    can_speak,
    may_tell,
    nominal_after,
    speaker_inside,
    speaker_of,
    subject_of,
)
from selon.reading.tree import Tree
from selon.reading.verb_groups import is_auxiliary, is_participle

TAIL = 28  # characters of narration between a quotation and its incise that make no mixed content
FREE_WORDS = 4
ISLAND_WORDS = 5
REACH = 25
READING = words("reading_verbs")
READERS = frozenset(["on", "-on", "-t-on"])
BEFORE_TEXTS = words("before_texts")
NEAR = 4
NOT_SPEAKING = words("neutral_pronouns") | words("first_person") | RELATIVE
QUOTE_MARKS = frozenset(['"', "«", "»", "“", "”"])
DASHES = "–— \u00a0"
SIGN_OFF = re.compile(r"\s*[–—-]\s*[^\W\d_][^.!?]*$")
STOPS = frozenset([".", ";", "!", "?", '"', "«", "“"])


def direct_statements(document: Document, passages: Sequence[Passage]) -> Iterator[Draft]:
    """Give the statements made by incises and quotations of a whole text."""
    drafts: list[tuple[int, Draft]] = []
    for passage in passages:
        drafts.extend((passage.number, d) for d in _of_sentence(passage))
    claimed = [c for _, d in drafts for c in d.content]
    loose = [q for q in document.quotations if q.level == 0 and not _touches(claimed, q)]
    for number, draft in drafts:
        run_on = list(_run_on(document, number, draft, loose))
        loose = [q for q in loose if q not in run_on]
        yield replace(draft, content=(*draft.content, *((q.start, q.end) for q in run_on)))
    for quotation in loose:
        yield from _bare(document, quotation)


def _of_sentence(passage: Passage) -> Iterator[Draft]:
    for incise in passage.incises:
        if draft := _incise(passage, incise):
            yield draft
    for found in passage.cues:
        if not passage.is_incise(found) and "quote" in found.cue.takes:
            draft = _colon(passage, found) or _adjacent(passage, found)
            if draft:
                yield draft


def _touches(claimed: Sequence[Stretch], quotation: Quotation) -> bool:
    return any(a < quotation.end and quotation.start < b for a, b in claimed)


def _run_on(document: Document, number: int, draft: Draft, loose: Sequence[Quotation]) -> Iterator[Quotation]:
    """Give the quotations that go on in the next sentences of the paragraph: `"A", a dit X. "B"`."""
    if draft.form == "indirect" or not any(_is_quoted(document, c) for c in draft.content):
        return
    sentence = document.sentences[number]
    end = sentence.end
    for q in loose:
        if q.line == sentence.line and q.outer_start >= end and not document.text[end : q.outer_start].strip():
            if not _stands_alone(document, q):
                return
            yield q
            end = document.sentences[document.sentence_at(q.end)].end


def _is_quoted(document: Document, content: Stretch) -> bool:
    return any(q.start <= content[0] and content[1] <= q.end for q in document.quotations)


def _incise(passage: Passage, incise: Incise) -> Draft | None:
    """Read ", a déclaré X" behind or inside what X said."""
    content = _incise_content(passage, incise)
    if not content:
        return None
    form = _form(passage.document, content)
    cue = incise.found.cue
    if form == "unmarked" and (cue.condition != "any" or not _full_clause(passage, content)):
        return None
    at: WordAt = (passage.number, _read_on(passage.tree, incise.found, incise.speaker) or incise.speaker)
    stretch = cue_stretch(passage.tree, incise.found)
    form = "indirect" if form == "unmarked" else form
    addressee, medium = addressee_of(passage, incise.found), medium_of(passage, incise.found, content)
    return Draft(at, stretch, cue.act, form, content, 90, addressee, medium)


def _read_on(tree: Tree, found: CueVerb, reader: int) -> int | None:
    """Give what speaks where only its reader is named: "peut-on lire sur le site de la mairie", "Sur X, on lit :"."""
    if found.cue.lemma not in READING or tree.words[reader].lower not in READERS:
        return None
    last = max(found.last, reader) + 1
    stop = next((j for j in range(last, len(tree.words)) if tree.words[j].pos == "PUNCT"), len(tree.words) - 1)
    for j in (*range(last, min(last + NEAR, stop)), *range(min(1, reader))):
        if tree.words[j].lower in BEFORE_TEXTS:
            noun = tree.words[j].head
            return noun if noun > j and tree.words[noun].pos in {"NOUN", "PROPN"} else nominal_after(tree, j)
    return None


def _incise_content(passage: Passage, incise: Incise) -> tuple[Stretch, ...]:
    """Give what an incise stands behind or inside of."""
    document, tree = passage.document, passage.tree
    around = passage.quoted(incise.found.index)
    edge = tree.words[incise.mark].start
    if around:
        after = _after_incise(tree, incise)
        head, tail = trim(document.text, around.start, edge), trim(document.text, after, around.end)
        return tuple(p for p in (head, tail) if p[0] < p[1])
    pieces = [_head(passage, incise), *(_resumed(passage, incise) or _continuation(passage, incise))]
    return tuple(p for p in pieces if p[0] < p[1])


def _resumed(passage: Passage, incise: Incise) -> tuple[Stretch, ...]:
    """Give the rest of a sentence that an incise breaks before its verb: "La réforme, a-t-il dit, sera votée."."""
    tree, last = passage.tree, max(incise.found.last, incise.speaker)
    before = tree.words[: incise.mark]
    whole = any(is_finite(tree, j) for j in range(incise.mark)) and not is_auxiliary(before[-1].lower)
    if whole or any(w.text in QUOTE_MARKS for w in before):
        return ()
    comma = next((j for j in range(last + 1, len(tree.words)) if tree.words[j].text in {",", ".", '"', "«"}), None)
    if comma is None or tree.words[comma].text != ",":
        return ()
    if not any(is_finite(tree, j) or is_participle(tree.words[j].lower) for j in range(comma, len(tree.words))):
        return ()
    return (trim(passage.document.text, tree.words[comma].end, tree.words[-1].start),)


def _head(passage: Passage, incise: Incise) -> Stretch:
    """Give the words before an incise that stands outside quotation marks."""
    document, tree, mark = passage.document, passage.tree, incise.mark
    sentence = document.sentences[passage.number]
    edge = tree.words[mark].start
    last = _last_quotation(document, tree.words[mark].end)
    near = last is not None and _is_gloss_behind(document, last, tree, mark) and last.outer_end > sentence.start
    if last and near and last.start < edge + 1:
        opening = min(sentence.start, last.outer_start)
        narration = document.text[opening : last.outer_start].strip()
        if len(narration.split()) <= 1 or narration.endswith(":"):
            return last.start, last.end
        return trim(document.text, opening, edge)
    head = trim(document.text, _behind_dash(document.text, _behind_label(tree, mark)), edge)
    first = next((q for q in document.quotations if q.level == 0 and q.outer_start == sentence.start), None)
    return (first.start, head[1]) if first else head


def _is_gloss_behind(document: Document, last: Quotation, tree: Tree, mark: int) -> bool:
    """Tell whether the words between a quotation and the mark of its incise are the narrator's: a few, or a gloss."""
    if tree.words[mark].end - last.outer_end <= TAIL:
        return True
    between = [j for j in range(mark) if tree.words[j].start >= last.outer_end]
    if not between or tree.words[between[0]].text != ",":
        return False
    return not any(is_finite(tree, j) and not in_relative(tree, j) for j in between)


def _behind_dash(text: str, start: int) -> int:
    """Step over the dash that opens a line of dialogue."""
    while text[start] in DASHES:
        start += 1
    return start


def _behind_label(tree: Tree, mark: int) -> int:
    """Give where a sentence begins behind a label such as "Niger:"."""
    for j, word in enumerate(tree.words[: min(mark, 8)]):
        if word.text == ":" and not any(w.pos in {"VERB", "AUX"} for w in tree.words[:j]):
            return tree.words[j + 1].start
    return tree.words[0].start


def _last_quotation(document: Document, before: int) -> Quotation | None:
    inside = [q for q in document.quotations if q.level == 0 and q.outer_end <= before]
    return inside[-1] if inside else None


def _after_incise(tree: Tree, incise: Incise) -> int:
    """Give the offset behind an incise: past its speaker, at the next comma or full stop."""
    for word in tree.words[max(incise.found.last, incise.speaker) + 1 :]:
        if word.text in {",", ".", ";", '"', "«"}:
            return word.start if word.text in {'"', "«"} else word.end
    return tree.words[-1].end


def _continuation(passage: Passage, incise: Incise) -> Iterator[Stretch]:
    """Give what goes on behind the incise: `"A", a dit X, "B"`."""
    words = passage.tree.words
    for j in range(max(incise.found.last, incise.speaker) + 1, len(words) - 1):
        if words[j].text in {",", ":"}:
            behind = [q for q in passage.quotations if q.outer_start == words[j + 1].start]
            yield from ((q.start, q.end) for q in behind)
            if behind or words[j].text == ":" or not _opens_gloss(passage.tree, j + 1):
                return
        if words[j].text in {".", ";"} or is_finite(passage.tree, j):
            return


def _opens_gloss(tree: Tree, j: int) -> bool:
    """Tell whether the name or role of the speaker follows a comma: `a dit un élu, Marc Rivel, "B"`."""
    return tree.words[j].pos in {"PROPN", "NOUN", "DET", "NUM"}


def _form(document: Document, content: tuple[Stretch, ...]) -> str:
    spans = [(q.start, q.end) for q in document.quotations]
    if any(a >= s and b <= e for a, b in content[:1] for s, e in spans):
        return "direct"
    return "mixed" if any(s < b and a < e for a, b in content for s, e in spans) else "unmarked"


def _full_clause(passage: Passage, content: tuple[Stretch, ...]) -> bool:
    """Tell whether a finite verb stands in the content of an incise, outside relative clauses."""
    for word in passage.tree.words:
        verb = word.pos in {"VERB", "AUX"} and not word.dep.startswith("acl")
        if verb and any(a <= word.start < b for a, b in content):
            return True
    return False


def _colon(passage: Passage, found: CueVerb) -> Draft | None:
    """Read `X a déclaré : "…"`, with words between the cue and the colon allowed."""
    words = passage.tree.words
    for j in range(found.last + 1, min(found.last + REACH, len(words))):
        if words[j].text == ":":
            quotation = _opening_after(passage, found, words[j].end)
            if quotation is None or _has_nearer_cue(passage, found, j):
                return None
            draft = _draft(passage, found, quotation, 85)
            return replace(draft, cue=None) if que_clause(passage.tree, found) is not None else draft
        if words[j].text in STOPS:
            return None
    return None


def _has_nearer_cue(passage: Passage, found: CueVerb, colon: int) -> bool:
    """Tell whether a cue without a tense opens what another one before the colon says: "Interrogé, X a dit :"."""
    if found.group.finite or found.group.compound:
        return False
    between = (c for c in passage.cues if found.last < c.index < colon and "quote" in c.cue.takes)
    return any(c.group.finite for c in between)


def _adjacent(passage: Passage, found: CueVerb) -> Draft | None:
    """Read `X a lancé aux députés "…"`: a quotation that is a clause, right behind the verb and its complements."""
    words = passage.tree.words
    for j in range(found.last + 1, min(found.last + 8, len(words))):
        if words[j].text in {'"', "«", "“"}:
            quotation = _opening_after(passage, found, words[j].start)
            if (
                quotation
                and _is_clause(passage, quotation, found)
                and words[j - 1].lower not in {"que", "qu'", "de", "d'"}
            ):
                return _draft(passage, found, quotation, 58)
            return None
        if words[j].pos in {"VERB", "AUX", "SCONJ", "PUNCT"} or words[j].lower in {"que", "qu'", "qui", "et"}:
            return None
    return None


def _is_clause(passage: Passage, quotation: Quotation, found: CueVerb) -> bool:
    """Tell whether a quotation is a sentence of its own, by a capital or a finite verb, or what a voice cries."""
    words = [j for j, w in enumerate(passage.tree.words) if quotation.start <= w.start < quotation.end]
    if found.cue.cue_class == "MANNER" and len(words) > 1:
        return True
    if len(words) < 3:
        return False
    called = passage.tree.words[words[-1]].text in {"!", "?"}
    return called or any(is_finite(passage.tree, j) and passage.tree.words[j].dep != "acl:relcl" for j in words)


def _draft(passage: Passage, found: CueVerb, quotation: Quotation, weight: int) -> Draft:
    speaker = control(passage.tree, found.group, passage.incises)
    if speaker is None:
        speaker = speaker_of(passage.tree, found.group)
    if speaker is not None and passage.quoted(speaker) not in {None, passage.quoted(found.index)}:
        speaker = _first_outside(passage, found)
    if speaker is not None:
        speaker = _read_on(passage.tree, found, speaker) or speaker
    at: WordAt | None = (passage.number, speaker) if speaker is not None else None
    cue = cue_stretch(passage.tree, found)
    content = ((quotation.start, quotation.end),)
    addressee, medium = addressee_of(passage, found), medium_of(passage, found, content)
    return Draft(at, cue, found.cue.act, "direct", content, weight, addressee, medium)


def _first_outside(passage: Passage, found: CueVerb) -> int | None:
    """Give the first subject before a cue that no quotation holds: who chants "A" and shouts "B"."""
    words = passage.tree.words[: found.group.first]
    subjects = (j for j, w in enumerate(words) if w.dep in {"nsubj", "nsubj:pass"} and w.lower not in RELATIVE)
    return next((j for j in subjects if passage.quoted(j) is None), None)


def _opening_after(passage: Passage, found: CueVerb, offset: int) -> Quotation | None:
    """Give the quotation that opens at an offset, one level below the quotation the cue stands in."""
    around, text = passage.quoted(found.index), passage.document.text
    level = around.level + 1 if around else 0
    for q in passage.document.quotations:
        if q.outer_start >= offset and q.level == level:
            return q if not text[offset : q.outer_start].strip() else None
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
    elif not before.strip('"«“ ') and (signed := _signature(document, quotation)):
        yield Draft(signed, None, "say", "direct", content, 70)
    elif len(words) >= FREE_WORDS and not before.strip('"«“ ') and _stands_alone(document, quotation):
        speaker = _sign_off(tree, quotation.outer_end) if tree else None
        at = (number, speaker) if speaker is not None else _subject_beside(document, quotation)
        yield Draft(at, None, "say", "free", content, 30)
    elif tree and len(words) >= ISLAND_WORDS and not before.endswith(":") and not _is_title(tree, quotation):
        speaker = _subject_of_island(tree, quotation.outer_start)
        at = (number, speaker) if speaker is not None else _subject_behind_colon(document, quotation)
        yield Draft(at, None, "say", "free", content, 20)


def _is_title(tree: Tree, quotation: Quotation) -> bool:
    """Tell whether a quotation inside a sentence is a title: a capital opens it and it has no finite verb."""
    inside = [j for j, w in enumerate(tree.words) if quotation.start <= w.start < quotation.end]
    capital = bool(inside) and tree.words[inside[0]].text[:1].isupper()
    return capital and not any(is_finite(tree, j) for j in inside)


def _subject_of_island(tree: Tree, offset: int) -> int | None:
    """Give the last subject before a quotation inside a sentence that can speak, a relative's by its antecedent."""
    for i in range(len(tree.words) - 1, -1, -1):
        word = tree.words[i]
        if word.start >= offset or word.dep not in {"nsubj", "nsubj:pass"}:
            continue
        if word.dep == "nsubj:pass":
            return None
        subject = tree.words[word.head].head if word.lower in RELATIVE else i
        if _may_be_quoted(tree, subject):
            return subject
    return None


def _may_be_quoted(tree: Tree, subject: int) -> bool:
    word = tree.words[subject]
    return (word.pos == "PRON" and word.lower not in NOT_SPEAKING) or can_speak(tree, subject)


def _subject_behind_colon(document: Document, quotation: Quotation) -> WordAt | None:
    """Give whom the clause behind a quotation and a colon tells of: "« Plus jamais ça » : la maire exige …"."""
    number = document.sentence_at(quotation.end)
    tree = document.trees[number]
    if tree is None or not document.text[quotation.outer_end : quotation.outer_end + 2].lstrip().startswith(":"):
        return None
    subject = _first_speaking(tree, quotation.outer_end)
    return (number, subject) if subject is not None else None


def _subject_beside(document: Document, quotation: Quotation) -> WordAt | None:
    """Give who says a quotation that fills its sentences: whom the sentence before tells of, or the one behind.

    Only sentences of its paragraph count, so that one that opens it is told of behind.
    """
    first, last = document.sentence_at(quotation.outer_start), document.sentence_at(quotation.end)
    beside = [n for n in (first - 1, last + 1) if 0 <= n < len(document.sentences)]
    for number in beside:
        tree = document.trees[number]
        if tree is None or document.sentences[number].line != quotation.line:
            continue
        subject = _first_speaking(tree, tree.words[0].start)
        if subject is not None:
            return number, subject
    return None


def _first_speaking(tree: Tree, offset: int) -> int | None:
    """Give the first subject from an offset on that may be the one quoted."""
    subjects = (j for j, w in enumerate(tree.words) if w.start >= offset and w.dep == "nsubj")
    return next((j for j in subjects if _may_be_quoted(tree, j)), None)


def _subject_before_colon(tree: Tree, offset: int) -> int | None:
    """Give the subject of the clause before a colon, or its only noun phrase (`Macron : "…"`)."""
    colon = max((i for i, w in enumerate(tree.words) if w.text == ":" and w.start < offset), default=0)
    verbs = [i for i, w in enumerate(tree.words[:colon]) if w.pos == "VERB"]
    if verbs or any(w.pos == "AUX" for w in tree.words[:colon]):
        subject = next((j for j in range(colon) if tree.words[j].dep == "nsubj"), None)
        subject = subject_of(tree, verbs[0]) if verbs else subject
        return subject if subject is None or may_tell(tree, subject) else speaker_inside(tree, subject)
    nouns = [i for i, w in enumerate(tree.words[:colon]) if w.pos in {"PROPN", "NOUN", "PRON"}]
    return nouns[0] if nouns else None


def _stands_alone(document: Document, quotation: Quotation) -> bool:
    """Tell whether a quotation fills its sentences: nothing but closing punctuation follows it."""
    number = document.sentence_at(quotation.end)
    rest = document.text[quotation.outer_end : document.sentences[number].end]
    return not rest.strip(' .,!?…"»”') or SIGN_OFF.match(rest) is not None


def _signature(document: Document, quotation: Quotation) -> WordAt | None:
    """Give who signs a quotation in the line under it: "— Anna Rivel, directrice", "– Préfecture de Varna"."""
    number = document.sentence_at(quotation.end) + 1
    if not _stands_alone(document, quotation) or number >= len(document.sentences):
        return None
    sentence, tree = document.sentences[number], document.trees[number]
    if tree is None or sentence.line == quotation.line or tree.words[0].text not in DASHES:
        return None
    if any(is_finite(tree, j) and not in_relative(tree, j) for j in range(len(tree.words))):
        return None
    speaker = _sign_off(tree, tree.words[0].start)
    return (number, speaker) if speaker is not None else None


def _sign_off(tree: Tree, offset: int) -> int | None:
    """Give the name behind a quotation and a dash: "« … » – Anna Rivel, directrice"."""
    dash = next((j for j, w in enumerate(tree.words) if w.start >= offset), len(tree.words))
    if dash + 1 >= len(tree.words) or tree.words[dash].text not in DASHES:
        return None
    return dash + 1 if tree.words[dash + 1].text[:1].isupper() else nominal_after(tree, dash)
