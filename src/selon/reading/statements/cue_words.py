"""Cue words found in a sentence by their inflected forms, homographs told by their neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.languages.fr.cues import Cue, load_cues
from selon.reading.tree import Tree
from selon.reading.verb_groups import VerbGroup, verb_group

DETERMINERS = frozenset(
    ["un", "une", "des", "du", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "votre", "vos", "mon", "ma",
     "mes", "aucun", "aucune", "chaque", "toute", "tout", "plusieurs", "au", "aux", "de", "d'", "en", "quelle", "quel", "première", "deux"]
)  # fmt: skip
ARTICLES = frozenset(["le", "la", "les", "l'"])


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A cue verb at word `index`; its words end at `last` ("faire valoir": the second)."""

    index: int
    last: int
    cue: Cue
    group: VerbGroup


def cue_verbs(tree: Tree) -> Iterator[CueVerb]:
    """Give the cue verbs of a sentence, in order; the longest entry wins at a word."""
    by_form = load_cues().by_form
    for i, word in enumerate(tree.words):
        cues = [c for c in by_form.get(word.lower, ()) if c.pos in {"verb", "phrase"}]
        if not cues or _is_nominal(tree, i, any(c.homograph for c in cues)):
            continue
        group = verb_group(tree, i)
        matches = [(last, c) for c in cues if (last := _match_rest(tree, i, c)) is not None and _reflexive_fits(c, group)]
        if matches:
            longest = max(last for last, _ in matches)
            for last, cue in matches:
                if last == longest:
                    yield CueVerb(i, last, cue, group)


def _reflexive_fits(cue: Cue, group: VerbGroup) -> bool:
    pronominal = cue.lemma.startswith(("se ", "s'"))
    return group.reflexive or not pronominal


def _match_rest(tree: Tree, i: int, cue: Cue) -> int | None:
    """Match the following words of a multiword cue, an adverb or negation between them allowed."""
    j = i
    for expected in cue.rest:
        j += 1
        while j < len(tree.words) and tree.words[j].pos == "ADV" and tree.words[j].lower != expected:
            j += 1
        if j >= len(tree.words) or tree.words[j].lower != expected:
            return None
    return j


def _is_nominal(tree: Tree, i: int, homograph: bool) -> bool:
    word = tree.words[i]
    before = tree.words[i - 1] if i else None
    if before and before.lower in DETERMINERS and before.lower not in {"en", "leur"}:
        return True
    if before and before.lower in ARTICLES and (before.pos == "DET" or word.pos == "NOUN"):
        return before.pos != "PRON"
    if word.pos in {"VERB", "AUX"}:
        return False
    if homograph and word.pos in {"NOUN", "ADP", "PROPN", "DET", "SCONJ"}:
        return not (before and (before.pos in {"PRON", "PROPN"} or before.lower in {"ne", "n'", ",", '"', "»", "”"}))
    return word.pos in {"ADP", "DET"}
