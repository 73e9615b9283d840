"""Who controls a cue verb that has no subject of its own, or that the parse ties to the wrong one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from selon.languages.fr.grammar import words
from selon.reading.parse import Word
from selon.reading.statements.speakers import NO_SPEAKER_PRONOUNS, can_speak, subject_of
from selon.reading.tree import Tree
from selon.reading.verb_groups import VerbGroup

if TYPE_CHECKING:
    from selon.reading.statements.incises import Incise

SEGMENT = 9
BOUNDS = frozenset([",", ";", ":", '"', "»", "”"])
JOINS = words("joining_conjunctions")


def control(tree: Tree, group: VerbGroup, incises: Sequence[Incise]) -> int | None:
    """Give the speaker of a verb by its place; null where the parse is to tell."""
    near = _adjacent_subject(tree, group)
    if near is not None:
        return near
    if (group.mood, group.tense) != ("participle", "present"):
        return None
    speaker = _of_incise(tree, group, incises)
    if speaker is not None:
        return speaker
    parsed = subject_of(tree, group.main)
    return None if parsed is not None and _speaks(tree, parsed) else _of_main_verb(tree, group)


def _adjacent_subject(tree: Tree, group: VerbGroup) -> int | None:
    """Give the noun phrase that fills the words between a conjunction or comma and the verb: "…, Ankara rétorquant"."""
    first = min([group.first, *group.clitics])
    start = next((j + 1 for j in range(first - 1, -1, -1) if _bounds(tree.words[j])), 0)
    segment = tree.words[start:first]
    if group.passive or not start or not 0 < len(segment) <= SEGMENT or not _opens_phrase(segment[0]):
        return None
    if any(w.pos in {"VERB", "AUX", "SCONJ", "PRON"} for w in segment) or any(w.pos == "NUM" for w in segment[1:]):
        return None
    head = next((start + k for k, w in enumerate(segment) if w.pos in {"NOUN", "PROPN"}), None)
    if head is not None and tree.words[head].dep == "conj" and tree.words[head - 1].dep != "conj":
        lead = tree.first_of_chain(head)
        head = lead if tree.words[lead].dep.startswith("nsubj") else head
    return head if head is not None and can_speak(tree, head) else None


def _bounds(word: Word) -> bool:
    return word.text in BOUNDS or word.lower in JOINS or word.pos == "SCONJ"


def _opens_phrase(word: Word) -> bool:
    return word.pos in {"DET", "NUM", "PROPN"} or (word.pos == "NOUN" and word.text[:1].isupper())


def _of_incise(tree: Tree, group: VerbGroup, incises: Sequence[Incise]) -> int | None:
    """Give the speaker of the incise that a present participle follows: ", a-t-il dit, ajoutant que"."""
    before = [i for i in incises if i.found.index < group.main]
    if not before:
        return None
    between = {w.text for w in tree.words[before[-1].found.index : group.main]}
    return before[-1].speaker if between.isdisjoint((";", ".", ":")) else None


def _of_main_verb(tree: Tree, group: VerbGroup) -> int | None:
    """Give the subject of the finite verb before a gerund or a participle that a comma sets off."""
    opener = tree.words[group.main - 1] if group.main else None
    if opener is None or (opener.text != "," and opener.lower != "en"):
        return None
    depth = 0
    for j in range(group.main - 1, -1, -1):
        depth += (tree.words[j].text in {"»", "”"}) - (tree.words[j].text in {"«", "“"})
        if depth > 0 or tree.words[j].dep not in {"nsubj", "nsubj:pass", "expl:subj"}:
            continue
        verb = tree.words[j].head
        if j < verb < group.main and (subject := subject_of(tree, verb)) is not None and _speaks(tree, subject):
            return subject
    return None


def _speaks(tree: Tree, subject: int) -> bool:
    pronoun = tree.words[subject].pos == "PRON" and tree.words[subject].lower not in NO_SPEAKER_PRONOUNS
    return pronoun or can_speak(tree, subject)
