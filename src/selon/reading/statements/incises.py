"""The incise: a cue verb behind a mark with its subject behind it (", a déclaré X", "», dit-il")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selon.languages.fr.grammar import words
from selon.languages.fr.verbs import analyse
from selon.reading.statements.complements import is_infinitive
from selon.reading.statements.cue_words import CueVerb
from selon.reading.statements.speakers import TIME_NOUNS, may_tell, nominal_after
from selon.reading.tree import Tree
from selon.reading.verb_groups import SUBJECT_CLITIC, is_auxiliary, is_participle

MARKS = frozenset(['"', "»", "”", "!", "?", ",", "…", "–", "—"])
CLOSERS = frozenset(['"', "»", "”"])
NOT_AFTER = words("after_no_incise")
TO_INFINITIVE = words("before_inner_infinitive")
CLITICS = words("clitics")
OPENING = frozenset(['"', "«", "“"])
NEAR = 6
REACH = 7
SET_OFF_REACH = 16
FINITE = frozenset(["indicative", "conditional", "subjunctive"])


@dataclass(frozen=True, slots=True)
class Incise:
    """An incise: its cue, the word of the mark before it, and the head word of its speaker."""

    found: CueVerb
    mark: int
    speaker: int


def find_incises(tree: Tree, cues: Iterable[CueVerb]) -> Iterator[Incise]:
    """Give the incises of a sentence, one for each cue verb.

    Behind a closing quotation mark any verb that takes a clause makes one.
    """
    cues = list(cues)
    quoting = {found.index for found in cues if "quote" in found.cue.takes}
    seen: set[int] = set()
    for found in cues:
        if found.index in seen or found.group.passive or not {"quote", "que"} & found.cue.takes:
            continue
        if found.cue.attributive and not found.group.compound:
            continue
        mark = _mark(tree, found)
        if mark is not None and _opens_quotation(tree, mark):
            continue
        if "quote" not in found.cue.takes and (found.index in quoting or not _is_behind_quotation(tree, mark)):
            continue
        speaker = _speaker(tree, found, mark) if mark is not None else None
        if speaker is not None and "quote" not in found.cue.takes and not may_tell(tree, speaker):
            continue
        if mark is not None and speaker is not None:
            seen.add(found.index)
            yield Incise(found, mark, speaker)


def _opens_quotation(tree: Tree, mark: int) -> bool:
    """Tell whether a straight quotation mark stands at the words behind it, apart from those before it."""
    word = tree.words[mark]
    if word.text != '"' or not 0 < mark < len(tree.words) - 1:
        return False
    return tree.words[mark - 1].end < word.start and word.end == tree.words[mark + 1].start


def _mark(tree: Tree, found: CueVerb) -> int | None:
    """Give the mark before the verb group; words may split it ("a de son côté affirmé")."""
    first = min([found.group.first, *found.group.clitics])
    if found.group.finite:
        if _has_subject_clitic(tree, first, found.group.first):
            return None
        return first - 1 if first and tree.words[first - 1].text in MARKS else None
    if found.group.mood == "infinitive":
        return _mark_of_governor(tree, first)
    if not is_participle(tree.words[found.index].lower) or found.group.compound:
        return None
    for j in range(found.index - 1, max(found.index - REACH, 0), -1):
        if tree.words[j].pos == "VERB" or tree.words[j].text in MARKS:
            return None
        if is_auxiliary(tree.words[j].lower):
            return j - 1 if tree.words[j - 1].text in MARKS else None
    return None


def _is_behind_quotation(tree: Tree, mark: int | None) -> bool:
    """Tell whether a mark closes a quotation, or follows one that does."""
    if mark is None:
        return False
    return tree.words[mark].text in CLOSERS or (mark > 0 and tree.words[mark - 1].text in CLOSERS)


def _mark_of_governor(tree: Tree, infinitive: int) -> int | None:
    """Give the mark before the finite verb that governs an infinitive: "», tenait à préciser X", "», peut-on lire"."""
    j = infinitive - 1
    while j > 0 and (tree.words[j].lower in TO_INFINITIVE or tree.words[j].lower in SUBJECT_CLITIC):
        j -= 1
    if not is_finite(tree, j):
        return None
    while j > 0 and tree.words[j - 1].lower in CLITICS:
        j -= 1
    return j - 1 if j and tree.words[j - 1].text in MARKS else None


def _has_subject_clitic(tree: Tree, first: int, verb: int) -> bool:
    """Tell whether "nous" or "vous" before a verb is its subject: "nous entamerons"."""
    persons = {"nous": 1, "vous": 2}
    person = persons.get(tree.words[first].lower)
    return person is not None and any(f.person == person for f in analyse(tree.words[verb].lower))


def _speaker(tree: Tree, found: CueVerb, mark: int) -> int | None:
    if found.group.inverted_subject is not None:
        return found.group.inverted_subject
    clitic = next((j for j in range(mark + 1, found.index) if tree.words[j].lower in SUBJECT_CLITIC), None)
    if clitic is not None:
        return clitic
    after = tree.words[found.last + 1] if found.last + 1 < len(tree.words) else None
    if after is None or after.lower in NOT_AFTER or after.text in MARKS - {"–", "—"}:
        return None
    if after.lower == "à" and found.last + 2 < len(tree.words) and is_infinitive(tree, found.last + 2):
        return None
    if tree.words[mark].text not in CLOSERS and not (_clause_before(tree, mark) or not _own_subject(tree, found, mark)):
        return None
    speaker = nominal_after(tree, found.last)
    if speaker is None:
        speaker = _behind_adverbial(tree, found.last)
    if speaker is not None and _is_addressed(tree, found, speaker):
        return None
    if _is_behind_quotation(tree, mark):
        return None if _own_subject(tree, found, mark) else speaker
    return speaker if speaker is not None and may_tell(tree, speaker) else None


def _is_addressed(tree: Tree, found: CueVerb, noun: int) -> bool:
    """Tell whether a noun behind a cue is its object, before what is asked of it: "accuse le maire d'« avoir … »"."""
    behind = range(noun + 1, min(noun + NEAR, len(tree.words) - 1)) if "obj" in found.cue.addressee else ()
    return any(
        tree.words[j].lower in TO_INFINITIVE and (tree.words[j + 1].text in OPENING or is_infinitive(tree, j + 1))
        for j in behind
    )


def _behind_adverbial(tree: Tree, last: int) -> int | None:
    """Give the subject behind an adverbial that commas set off: "a promis hier, devant la presse, le ministre"."""
    commas = [j for j in range(last + 1, min(last + SET_OFF_REACH, len(tree.words) - 1)) if tree.words[j].text == ","]
    if len(commas) < 2 or tree.words[commas[0] + 1].pos not in {"ADP", "ADV"}:
        return None
    if any(
        tree.words[j].pos in {"NOUN", "PROPN", "PRON"} and tree.words[j].lower not in TIME_NOUNS
        for j in range(last + 1, commas[0])
    ):
        return None
    return nominal_after(tree, commas[1])


def _own_subject(tree: Tree, found: CueVerb, mark: int) -> bool:
    """Tell whether the parse gives the verb a subject before it that no closing mark parts from it."""
    for child in tree.children[found.index]:
        word = tree.words[child]
        if child < mark and word.dep.startswith("nsubj") and word.pos != "PUNCT" and word.lower not in TIME_NOUNS:
            between = {w.text for w in tree.words[child : found.index]}
            if between.isdisjoint(CLOSERS):
                return True
    return False


def _clause_before(tree: Tree, mark: int) -> bool:
    """Tell whether a finite verb outside relative clauses stands before a mark."""
    return any(is_finite(tree, j) and not in_relative(tree, j) for j in range(mark))


def is_finite(tree: Tree, j: int) -> bool:
    """Tell whether a word is a finite verb by its form and the tagger."""
    word = tree.words[j]
    return word.pos in {"VERB", "AUX"} and any(f.mood in FINITE for f in analyse(word.lower))


def in_relative(tree: Tree, j: int) -> bool:
    """Tell whether a word stands in a relative clause."""
    return any(tree.words[k].dep == "acl:relcl" for k in (j, *tree.ancestors(j)))
