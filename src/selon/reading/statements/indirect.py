"""Indirect speech: a cue verb and the clause, infinitive or noun phrase it gives as content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selon.languages.fr.grammar import words
from selon.reading.statements.addressees import addressee_of
from selon.reading.statements.clauses import clause_end
from selon.reading.statements.complements import infinitive, is_object_relative, que_clause, question
from selon.reading.statements.control import control
from selon.reading.statements.cue_words import CueVerb, cue_stretch
from selon.reading.statements.drafts import Draft, Stretch, WordAt
from selon.reading.statements.mediums import medium_of
from selon.reading.statements.passage import Passage
from selon.reading.statements.phrases import attribute, named_content, phrase, quoting_phrase
from selon.reading.statements.speakers import agent_of, may_tell, nominal_after, speaker_of, teller_near
from selon.reading.tree import Tree
from selon.reading.verb_groups import is_exhortation

FIRST_PERSON = words("first_person")
SPEAKING_AUXILIARIES = words("before_speaking_infinitive")
NEGATIVE_ACTS = frozenset(["deny", "refuse"])
INTENTIONS = frozenset(["HOPE_FEAR"])
FEARS = words("fears")
JOINS = words("joining_words")
THOUGHTS = frozenset(["estimate", "say"])
SCARE_WORDS = 3
WEIGHTS = {"que": 60, "si": 55, "infinitive": 50, "attribute": 45, "phrase": 40}


def indirect_statements(passage: Passage) -> Iterator[Draft]:
    """Give the indirect statements of a sentence."""
    for found in passage.cues:
        if passage.is_incise(found) or not _speaks(passage.tree, found) or _is_told_by_nothing(passage.tree, found):
            continue
        draft = _complement(passage, found)
        if draft and not _is_own_thought(passage, found, draft):
            yield draft


def _speaks(tree: Tree, found: CueVerb) -> bool:
    """Tell whether a cue is said to be uttered: "vient d'annoncer", not "pour dénoncer", nor "rappelons que"."""
    if found.group.mood != "infinitive":
        return not is_exhortation(tree, found.group) and not _is_supposed(tree, found)
    first = min([found.group.first, *found.group.clitics])
    if found.cue.act == "demand" and first and tree.words[first - 1].lower == "pour":
        return True
    return any(w.lower in SPEAKING_AUXILIARIES for w in tree.words[max(0, first - 3) : first])


def _is_told_by_nothing(tree: Tree, found: CueVerb) -> bool:
    """Tell whether the subject of a cue is what was told before: "…, ce qui explique la hausse"."""
    first = min([found.group.first, *found.group.clitics])
    return first > 1 and tree.words[first - 1].lower == "qui" and tree.words[first - 2].lower in {"ce", "cela"}


def _is_supposed(tree: Tree, found: CueVerb) -> bool:
    """Tell whether a cue stands in a condition that opens the sentence: "Si la cour accepte que …, un procès …"."""
    marks = [c for c in tree.children[found.index] if tree.words[c].dep == "mark" and c < found.index]
    return any(tree.words[c].lower in {"si", "s'"} for c in marks) and tree.words[found.index].dep == "advcl"


def _is_own_thought(passage: Passage, found: CueVerb, draft: Draft) -> bool:
    """Tell a thought of the writer's or quoted speaker's own ("nous pensons que …"): it adds no voice."""
    number, word = draft.speaker or (passage.number, found.index)
    tree = passage.document.trees[number]  # an elided subject stands in the sentence before
    speaker = tree.words[word].lower.lstrip("-") if tree else ""
    if speaker not in FIRST_PERSON:
        return False
    if speaker == "on" and not passage.quoted(found.index):
        thought = found.cue.act in THOUGHTS and found.cue.cue_class != "CLAIM"
        return thought and que_clause(passage.tree, found) is None
    return found.cue.act in THOUGHTS


def _complement(passage: Passage, found: CueVerb) -> Draft | None:
    read = _content(passage, found)
    if read is None:
        return None
    kind, first, last = read
    if not _gives_words(passage.tree, found, kind, _holds_quotation(passage, first, last)):
        return None
    stretch = _stretch(passage, found, first, last)
    if stretch is None:
        return None
    speaker = _speaker(passage, found)
    if speaker is None and found.group.passive and _agent_follows(passage.tree, last):
        speaker = nominal_after(passage.tree, last + 1)
    if speaker is not None and not may_tell(passage.tree, speaker):
        speaker = _other_teller(passage.tree, found, kind, speaker)
        if speaker is None:
            return None
    at: WordAt | None = (passage.number, speaker) if speaker is not None else _elided(passage, found)
    form = "mixed" if _has_quotation(passage, stretch) else "indirect"
    cue = cue_stretch(passage.tree, found)
    addressee, medium = addressee_of(passage, found), medium_of(passage, found, (stretch,))
    return Draft(at, cue, found.cue.act, form, (stretch,), WEIGHTS[kind], addressee, medium)


def _agent_follows(tree: Tree, last: int) -> bool:
    return last + 1 < len(tree.words) and tree.words[last + 1].lower == "par"


def _elided(passage: Passage, found: CueVerb) -> WordAt | None:
    """Give the subject of the sentence before, where a verb opens its own: "Et menace de saisir le tribunal."."""
    first, number = min([found.group.first, *found.group.clitics]), passage.number
    opens = all(w.lower in JOINS for w in passage.tree.words[:first])
    before = passage.document.trees[number - 1] if number else None
    if before is None or not opens or not found.group.finite or found.group.passive or first > 2:
        return None
    subjects = (j for j, w in enumerate(before.words) if w.dep == "nsubj" and may_tell(before, j))
    subject = next(subjects, None)
    return (number - 1, subject) if subject is not None else None


def _other_teller(tree: Tree, found: CueVerb, kind: str, subject: int) -> int | None:
    """Give who tells where the parsed subject cannot; a thing tells only in a clause ("le scanner a montré que")."""
    if tree.words[subject].pos == "PRON":
        return None
    inside = set(tree.subtree(subject))
    own = subject < found.group.first and all(j in inside for j in range(subject, found.group.first))
    if own and found.group.finite:
        return subject if kind == "que" else None
    return teller_near(tree, subject, found.index) or (subject if kind == "que" and found.group.finite else None)


def _content(passage: Passage, found: CueVerb) -> tuple[str, int, int] | None:
    """Give the kind of complement and its first and last word."""
    takes, tree = found.cue.takes, passage.tree
    if "que" in takes and (start := que_clause(tree, found)) is not None:
        return "que", start, clause_end(passage, start, found.index)
    if "si" in takes and (start := question(tree, found)) is not None:
        return "si", start, clause_end(passage, start, found.index)
    if "attr" in takes and (start := attribute(tree, found)) is not None:
        return "attribute", start, clause_end(passage, start, found.index, "phrase")
    if is_object_relative(tree, found):
        return None
    if content := named_content(passage, found):
        return "phrase", *content
    if (start := infinitive(tree, found)) is not None:
        end = clause_end(passage, start, found.index, "infinitive")
        if found.cue.cue_class not in INTENTIONS or _holds_quotation(passage, start, end):
            return "infinitive", start, end
    if found.cue.condition == "any" and (words := phrase(passage, found)):
        return "phrase", *words
    if "quote" in takes and not found.cue.homograph and (words := quoting_phrase(passage, found)):
        return "phrase", *words
    return None


def _holds_quotation(passage: Passage, first: int, last: int) -> bool:
    """Tell whether quoted words, more than a scare quote, stand between two words of a sentence."""
    start, end = passage.tree.words[first].start, passage.tree.words[last].end
    quoted = [passage.document.text[q.start : q.end] for q in passage.quotations if start <= q.outer_start < end]
    return any(len(q.split()) > SCARE_WORDS for q in quoted)


def _gives_words(tree: Tree, found: CueVerb, kind: str, quoted: bool) -> bool:
    """Tell whether a cue over its complement gives somebody's words: not where it is denied, a label, or a hope.

    `quoted` tells that the complement holds a quotation, so that even a hope is worded.
    """
    group, cue = found.group, found.cue
    if group.negated and "ne" not in cue.before and cue.act not in NEGATIVE_ACTS:
        return False
    if cue.cue_class == "KNOW" and kind in {"que", "si"} and cue.condition == "que":
        return False
    bare = (group.mood, group.tense) == ("participle", "past") and not group.compound
    if kind != "phrase":
        return not (bare and kind == "que")
    if bare and cue.cue_class not in {"ACCUSE", "DECIDE"} and "np" not in cue.takes:
        return False
    if cue.cue_class == "CHARACT" and group.passive and agent_of(tree, found.index) is None:
        return False
    return quoted or cue.cue_class not in INTENTIONS or cue.lemma in FEARS


def _speaker(passage: Passage, found: CueVerb) -> int | None:
    tree = passage.tree
    speaker = control(tree, found.group, passage.incises)
    if speaker is None:
        speaker = speaker_of(tree, replace(found.group, passive=found.group.passive and not found.cue.attributive))
    if speaker is not None and tree.words[speaker].lower in {"il", "-t-il"} and found.group.passive:
        return None
    return speaker


def _stretch(passage: Passage, found: CueVerb, first: int, last: int) -> Stretch | None:
    """Give the offsets from one word to another, inside the cue's own quotation and without outer quotation marks."""
    if last < first:
        return None
    words = passage.tree.words
    start, end = words[first].start, words[last].end
    around = passage.quoted(found.index)
    if around:
        end = min(end, around.end)
    else:
        start, end = passage.with_whole_quotation((start, end))
    for q in passage.quotations:
        if q.outer_start == start and q.outer_end >= end - 1 and q.outer_end <= end + 1:
            start, end = q.start, min(q.end, end)
    return (start, end) if start < end else None


def _has_quotation(passage: Passage, stretch: Stretch) -> bool:
    return any(
        stretch[0] - 2 <= q.outer_start and q.start < stretch[1] and q.end > stretch[0] for q in passage.quotations
    )
