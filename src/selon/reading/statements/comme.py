"""Statements that "comme" attributes: "comme l'a dit X, P", "P, comme le souligne X"."""

from __future__ import annotations

from collections.abc import Iterator

from selon.languages.fr.grammar import words
from selon.languages.fr.verbs import analyse
from selon.reading.document import trim
from selon.reading.noun_phrases import noun_phrase
from selon.reading.statements.asides import phrase_stop
from selon.reading.statements.cue_words import CueVerb, cue_stretch
from selon.reading.statements.drafts import Draft, Stretch
from selon.reading.statements.passage import Passage
from selon.reading.statements.phrases import attribute
from selon.reading.statements.speakers import agent_of, nominal_after, subject_of
from selon.reading.tree import Tree

QUE = words("que")
OBJECT_CLITICS = words("clitics_in_comme")
ENDS = frozenset([".", "!", "?", "…", ";"])
REACH = 4


def comme_statements(passage: Passage) -> Iterator[Draft]:
    """Give the statements of a sentence that a clause in "comme" attributes."""
    tree = passage.tree
    for found in passage.cues:
        opener = _opener(tree, found)
        if opener is None or "que" not in found.cue.takes:
            continue
        if tree.words[opener].lower == "ce" and attribute(tree, found) is not None:
            continue
        passive = found.group.passive
        speaker = agent_of(tree, found.index) if passive else _speaker(tree, found, opener)
        content = passage.with_whole_quotation(_content(passage, opener, found.last, speaker))
        if (speaker is not None or passive) and content[0] < content[1]:
            cue = cue_stretch(tree, found)
            at = (passage.number, speaker) if speaker is not None else None
            words = _quoted(passage, content)
            yield Draft(at, cue, found.cue.act, "direct" if words else "indirect", (words or content,), 75)


def _opener(tree: Tree, found: CueVerb) -> int | None:
    """Find "comme" before a cue verb that has only clitics, auxiliaries and a subject between, or a bare participle."""
    if not found.group.finite and not found.group.compound:
        before = found.index - 1
        return before if found.group.passive and before >= 0 and tree.words[before].lower == "comme" else None
    for j in range(found.index - 1, max(-1, found.index - 2 - REACH), -1):
        word = tree.words[j]
        if word.lower == "comme":
            return j
        if word.lower in QUE and j and tree.words[j - 1].lower in {"ainsi", "ce"}:
            opens = j == 1 and tree.words[0].lower == "ainsi"
            return j - 1 if opens or (j > 1 and tree.words[j - 2].text == ",") else None
        if word.text == "," or word.pos == "VERB":
            return None
    return None


def _speaker(tree: Tree, found: CueVerb, opener: int) -> int | None:
    """Give the subject: behind the verb, or between "comme" and the verb."""
    if found.group.inverted_subject is not None:
        return found.group.inverted_subject
    opener += tree.words[opener].lower != "comme"
    between = [w for w in tree.words[opener + 1 : found.index] if w.pos in {"NOUN", "PROPN", "PRON"}]
    if any(w.lower not in OBJECT_CLITICS and not _is_verb(w.lower) for w in between):
        subject = subject_of(tree, found.index)
        return subject if subject is not None and opener < subject < found.index else None
    return nominal_after(tree, found.last)


def _is_verb(word: str) -> bool:
    return any(f.lemma in {"avoir", "être"} for f in analyse(word))


def _quoted(passage: Passage, content: Stretch) -> Stretch | None:
    """Give the words inside the quotation marks, where these hold the whole content."""
    for q in passage.quotations:
        if q.outer_start == content[0] and content[1] == q.outer_end:
            return q.start, q.end
    return None


def _content(passage: Passage, opener: int, last: int, speaker: int | None) -> Stretch:
    """Give the main clause: behind the comma where "comme" opens the sentence, else what stands before it."""
    tree, text = passage.tree, passage.document.text
    if opener <= 1:
        comma = _comma_behind(tree, last, speaker)
        if comma is None or comma + 1 >= len(tree.words):
            return 0, 0
        end = len(tree.words) - 1
        while end > comma + 1 and tree.words[end].text in ENDS:
            end -= 1
        return trim(text, tree.words[comma + 1].start, tree.words[end].end)
    if tree.words[opener - 1].text != ",":
        return 0, 0
    return trim(text, tree.words[0].start, tree.words[opener].start)


def _comma_behind(tree: Tree, last: int, speaker: int | None) -> int | None:
    """Find the comma before the main clause: behind the verb, the speaker and what tells of the speaker."""
    if speaker is not None and speaker > last:
        end = max(noun_phrase(tree, speaker)[1], speaker)
        stop = phrase_stop(tree, speaker, end, len(tree.words) - 1)
        return stop if tree.words[stop].text == "," else None
    return next((j for j in range(last + 1, len(tree.words)) if tree.words[j].text == ","), None)
