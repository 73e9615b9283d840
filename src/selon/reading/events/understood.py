"""Who does the act of an infinitive or participle that has no subject of its own: whose word it is, by the verb above.

A verb leaves its infinitive to its object ("contraint X à céder"), to its dative ("interdit à X de partir") or to its
own subject ("X promet à Y de partir"). A clause that opens a sentence has the subject behind it ("Après avoir arrêté Y,
X a …"); a gerund behind an incise has who speaks there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.verbs import analyse
from selon.reading.events.nearby import CLAUSE_ENDS, NOUNS, TIMES, VERBAL, WILL_REACH, top_of_name
from selon.reading.tree import CONTRACTED, SUBJECT_DEPS, Tree
from selon.reading.verb_groups import VerbGroup, verb_group

CONTROLLED = frozenset(["xcomp", "advcl", "obl:arg", "ccomp", "obl:mod", "acl", "nmod", "conj"])
MARKS = frozenset(["de", "à"])
BEFORE_REACH = 14
PHRASE = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM"])
CLITICS = grammar_words("clitics") - {"nous", "vous"}
OWN_SUBJECT = frozenset(["avant", "sans", "après", "lieu"])
OPENING = frozenset(["NOUN", "PROPN", "PRON", "NUM"])


@dataclass(frozen=True, slots=True)
class Control:
    """The verb above an infinitive, and which of its parties does what the infinitive says."""

    verb: int
    by: Literal["object", "dative"]


def control_of(tree: Tree, verb: int, group: VerbGroup) -> Control | None:
    """Give the verb whose object or dative does the act of an infinitive."""
    word = tree.words[verb]
    if word.dep == "conj" and word.head < verb and verb_group(tree, word.head).mood == "infinitive":
        return control_of(tree, word.head, verb_group(tree, word.head))  # "somme X de partir et de s'excuser"
    mark = mark_before(tree, group)
    if mark is None:
        return None
    preposition = CONTRACTED.get(tree.words[mark].lower, tree.words[mark].lower)
    parsed = word.head if word.head < verb and word.dep in CONTROLLED and tree.words[word.head].pos in VERBAL else None
    above = parsed if parsed is not None and _by(tree, parsed, preposition) else _verb_before(tree, mark)
    by = None if above is None else _by(tree, above, preposition)
    return None if above is None or by is None else Control(above, by)


def _by(tree: Tree, above: int, preposition: str) -> Literal["object", "dative"] | None:
    lemmas = {f.lemma for f in analyse(tree.words[above].lower)}
    if not lemmas.isdisjoint(grammar_words("object_control")):
        return "object"
    dative = preposition == "de" and not lemmas.isdisjoint(grammar_words("dative_control"))
    return "dative" if dative else None


def _verb_before(tree: Tree, mark: int) -> int | None:
    """Give the nearest verb before the preposition of an infinitive."""
    for k in range(mark - 1, max(-1, mark - BEFORE_REACH), -1):
        if tree.words[k].text in CLAUSE_ENDS:
            return None
        if tree.words[k].pos == "VERB":
            return k
    return None


def mark_before(tree: Tree, group: VerbGroup) -> int | None:
    """Give the "de" or "à" before an infinitive and its pronouns and negation."""
    k = (group.clitics[0] if group.clitics else group.first) - 1
    while k > 0 and (tree.words[k].text == '"' or tree.words[k].lower in {"ne", "pas", "plus", "«"}):
        k -= 1
    return k if k >= 0 and CONTRACTED.get(tree.words[k].lower, tree.words[k].lower) in MARKS else None


def noun_of_will(tree: Tree, group: VerbGroup) -> int | None:
    """Give the noun of will, right or plan whose complement with "de" or "à" an infinitive is."""
    mark = mark_before(tree, group)
    if mark is None:
        return None
    for j in range(mark - 1, max(-1, mark - WILL_REACH), -1):
        if tree.words[j].lower in grammar_words("nouns_of_will"):
            return j
        if tree.words[j].pos in VERBAL or tree.words[j].text in CLAUSE_ENDS | {","}:
            return None
    return None


def of_main_clause(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give the subject behind a clause without one that opens the sentence: "Accusé de fraude, le maire a …"."""
    before = [k for k in range(group.first) if tree.words[k].lower not in CLITICS]
    if group.finite or any(_opens(tree, k) for k in before):
        return None
    commas = [k for k in range(verb, len(tree.words)) if tree.words[k].text == ","]
    for k in range(commas[0], len(tree.words)) if commas else ():
        word = tree.words[k]
        if word.dep in SUBJECT_DEPS and word.pos in OPENING and tree.words[word.head].pos not in NOUNS:
            return max([k, *(c for c in tree.dependents(word.head, *SUBJECT_DEPS) if c < word.head)])
    return None


def of_verb_above(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give the subject of the verb above an infinitive behind "avant de", "sans" or "après": "X tire avant de fuir"."""
    k = (group.clitics[0] if group.clitics else group.first) - 1
    if k > 0 and tree.words[k].lower in {"de", "d'"}:
        k -= 1
    above = tree.words[verb].head
    if k < 0 or tree.words[k].lower not in OWN_SUBJECT or above >= k or tree.words[above].pos not in VERBAL:
        return None
    return next((c for c in tree.dependents(above, *SUBJECT_DEPS) if c < above), None)


def _opens(tree: Tree, k: int) -> bool:
    """Tell whether a word before an opening clause makes it none: a noun, or a verb with a person."""
    return tree.words[k].pos in OPENING or (tree.words[k].pos in VERBAL and verb_group(tree, k).finite)


def own_subject(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give the subject that a present participle has of its own: ", les habitants dénonçant …", "X ayant fui"."""
    if (group.mood, group.tense) != ("participle", "present"):
        return None
    start = (group.clitics[0] if group.clitics else group.first) - 1
    k = start
    while k >= 0 and tree.words[k].pos in PHRASE:
        k -= 1
    heads = [j for j in range(k + 1, start + 1) if tree.words[j].pos in NOUNS]
    if not heads or tree.words[heads[0]].lower in TIMES:
        return None
    set_off = k >= 0 and tree.words[k].text == ","
    return top_of_name(tree, heads[0]) if set_off or tree.words[group.first].lower == "ayant" else None


def of_incise(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give who speaks in the incise that a participle or gerund follows: ", a dit X, tout en critiquant …"."""
    if (group.mood, group.tense) != ("participle", "present") or not group.first:
        return None
    before = group.first - 1
    if tree.words[before].lower != "en" and tree.words[before].text != ",":
        return None
    finite = (k for k in range(before - 1, -1, -1) if tree.words[k].pos == "VERB" and verb_group(tree, k).finite)
    cue = next(finite, None)
    if cue is None:
        return None
    behind = (c for c in tree.dependents(cue, *SUBJECT_DEPS) if cue < c < before)
    inverted = verb_group(tree, cue).inverted_subject
    return inverted if inverted is not None else next(behind, None)


def noun_with_infinitive(tree: Tree, group: VerbGroup) -> int | None:
    """Give the noun that an infinitive with "à" describes: "la première délégation à se rendre"."""
    mark = mark_before(tree, group)
    if mark is None or tree.words[mark].lower != "à" or group.mood != "infinitive":
        return None
    k = mark - 1
    while k > 0 and tree.words[k].pos == "ADJ":
        k -= 1
    if tree.words[k].pos not in NOUNS:
        return None
    singled = {w.lower for w in tree.words[max(0, k - 4) : k]} & grammar_words("singling_out")
    return k if singled else None
