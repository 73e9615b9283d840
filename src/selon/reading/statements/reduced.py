"""Reduced passives: what a participle says of the noun before it, "la trêve annoncée hier par X"."""

from __future__ import annotations

from collections.abc import Iterator

from selon.languages.fr.grammar import words
from selon.languages.fr.triggers import load_triggers
from selon.reading.statements.cue_words import CueVerb, cue_stretch
from selon.reading.statements.drafts import Draft
from selon.reading.statements.passage import Passage
from selon.reading.statements.speakers import agent_of
from selon.reading.tree import Tree

ACTS = frozenset(["announce", "confirm", "deny", "demand", "promise"])
CLAIM = "revendiquer"
TIED = frozenset(["acl", "acl:relcl"])
FEMININE_ENDINGS = tuple(words("feminine_participle_endings"))
REACH = 20
STOPS = frozenset([",", ";", ":", "(", ")", '"', "«", "»", "“", "”"])


def reduced_statements(passage: Passage) -> Iterator[Draft]:
    """Give the statements whose cue is a bare participle with its agent behind a noun that agrees with it."""
    tree = passage.tree
    for found in passage.cues:
        if (
            (found.cue.act not in ACTS and found.cue.lemma != CLAIM)
            or "np" not in found.cue.takes
            or not is_reduced(tree, found)
        ):
            continue
        first, speaker = agreeing_phrase(tree, found.index), agent_of(tree, found.index)
        if first is None or speaker is None or (found.cue.lemma == CLAIM and not _names_an_act(tree, first, found)):
            continue
        last = found.index - 1 - (tree.words[found.index - 1].text == ",")
        stretch = (tree.words[first].start, tree.words[last].end)
        yield Draft((passage.number, speaker), cue_stretch(tree, found), found.cue.act, "indirect", (stretch,), 40)


def _names_an_act(tree: Tree, first: int, found: CueVerb) -> bool:
    """Tell whether the words before a participle name an act rather than a place: "l'attentat revendiqué par X"."""
    nouns = load_triggers().by_form
    return any(w.pos == "NOUN" and w.lower in nouns for w in tree.words[first : found.index])


def is_reduced(tree: Tree, found: CueVerb) -> bool:
    """Tell whether a cue is a past participle without auxiliary that a phrase with "par" follows."""
    if found.group.compound or found.group.mood != "participle" or found.group.tense != "past":
        return False
    for word in tree.words[found.last + 1 : found.last + 8]:
        if word.text in STOPS or word.pos in {"VERB", "AUX"}:
            return False
        if word.lower == "par":
            return True
    return False


def agreeing_phrase(tree: Tree, participle: int) -> int | None:
    """Find the first word of the noun phrase before a participle whose head agrees with it in gender and number."""
    form = tree.words[participle].lower
    feminine, plural = form.endswith(FEMININE_ENDINGS), form.endswith("s")
    head = tree.words[participle].head
    above = tree.words[head]
    agrees = above.pos == "NOUN" and above.plural == plural and (plural or above.feminine == feminine)
    if tree.words[participle].dep in TIED and head < participle and agrees:
        return _first_of_phrase(tree, head)
    for j in range(participle - 1, max(-1, participle - REACH), -1):
        word = tree.words[j]
        if word.text in STOPS and not (word.text == "," and j == participle - 1):
            return None
        if word.pos in {"VERB", "AUX"} and word.head != participle and "-" not in word.text:
            return None
        beside = plural and j >= participle - 2  # a plural noun beside it shows no gender
        if word.pos == "NOUN" and word.plural == plural and (beside or word.feminine == feminine):
            return _first_of_phrase(tree, j)
    return None


def _first_of_phrase(tree: Tree, noun: int) -> int:
    before = [c for c in tree.children[noun] if c < noun and tree.words[c].dep in {"det", "amod", "nummod"}]
    return min(before, default=noun)
