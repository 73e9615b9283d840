"""Places where a content ends by what follows: the main clause, a clause of its own, a source, a lapse of time."""

from __future__ import annotations

from itertools import pairwise

from selon.languages.fr.cues import load_cues
from selon.languages.fr.grammar import words
from selon.reading.noun_phrases import noun_phrase
from selon.reading.statements.cue_words import full_group
from selon.reading.statements.incises import in_relative, is_finite
from selon.reading.tree import SUBJECT_DEPS, Tree
from selon.reading.verb_groups import verb_group

TIME_NOUNS = words("time_nouns")
CLITIC_WORDS = words("clitics")
SELON = words("selon")
OF_PHRASES = frozenset(["DET", "ADJ", "NUM", "NOUN", "PROPN"])
CLAUSE_REACH = 20
SET_OFF_REACH = 5


def resumes_main(tree: Tree, j: int, first: int, cue: int) -> bool:
    """Tell whether the verb of a clause around the cue's goes on behind a comma, its subject before the content.

    So behind a relative ("le maire, qui affirmait que …, a démissionné") and behind a participle ("suspecté de …, il").
    """
    while j < len(tree.words) - 1 and (tree.words[j].lower in {"ne", "n'"} or tree.words[j].lower in CLITIC_WORDS):
        j += 1
    if not is_finite(tree, j):
        return False
    if _in_set_off_relative(tree, cue):
        return True
    group = full_group(tree, cue)
    verb = _main_of(tree, j)
    subjects = [c for c in tree.children[verb] if tree.words[c].dep in SUBJECT_DEPS]
    return group.mood == "participle" and not group.compound and all(c < first for c in subjects)


def _main_of(tree: Tree, j: int) -> int:
    """Give the word that carries the subject of a finite verb: the participle or attribute of an auxiliary."""
    return tree.words[j].head if tree.words[j].pos == "AUX" else j


def _in_set_off_relative(tree: Tree, cue: int) -> bool:
    """Tell whether a cue is the verb of a relative clause behind a comma: "le maire, qui affirmait …"."""
    near = range(max(1, cue - SET_OFF_REACH), cue)
    return any(tree.words[k].lower == "qui" and tree.words[k - 1].text == "," for k in near)


def opens_clause(tree: Tree, j: int) -> bool:
    """Tell whether a clause of its own begins with its subject here: "…, et | le curé a annoncé son retour"."""
    for verb in range(j + 1, min(j + CLAUSE_REACH, len(tree.words))):
        if not is_finite(tree, verb) or in_relative(tree, verb):
            continue
        main = _main_of(tree, verb)
        subjects = [c for c in tree.children[main] if tree.words[c].dep in SUBJECT_DEPS and j <= c < verb]
        return any(_is_bare_phrase(tree, j, c) for c in subjects)
    return False


def _is_bare_phrase(tree: Tree, first: int, head: int) -> bool:
    return all(w.pos in OF_PHRASES for w in tree.words[first : head + 1])


def opens_source(tree: Tree, j: int, cue: int) -> bool:
    """Tell whether the sentence ends with the source of the whole of it: "demande l'asile | selon son avocat"."""
    match = load_cues().preposition_at([w.lower for w in tree.words], j)
    if match is None or tree.words[j].lower not in SELON or match[0] >= len(tree.words):
        return False
    noun = tree.words[match[0] - 1].head
    if noun < match[0] or tree.words[noun].head > cue:
        return False
    return all(w.pos == "PUNCT" for w in tree.words[noun_phrase(tree, noun)[1] + 1 :])


def opens_lapse(tree: Tree, j: int) -> bool:
    """Tell whether a lapse of time to another event opens here: ", deux jours après …"."""
    lowers = [w.lower for w in tree.words[j : j + 5]]
    return any(a in TIME_NOUNS and b in {"après", "avant"} for a, b in pairwise(lowers))


def is_full_stop(tree: Tree, j: int) -> bool:
    """Tell whether a sentence ends here though the next goes on in the same parse: "… par semaine. le collectif"."""
    if tree.words[j].text != "." or tree.words[j].pos != "PUNCT" or not 0 < j < len(tree.words) - 1:
        return False
    return len(tree.words[j - 1].text) > 1 and tree.words[j + 1].text[:1].isalpha()


def is_opened_aside(tree: Tree, comma: int) -> bool:
    """Tell whether a comma opens an aside right behind an auxiliary: "d'être, à des degrés divers, responsables"."""
    before = tree.words[comma - 1]
    return before.pos == "AUX" and verb_group(tree, comma - 1).main == comma - 1
