"""Parties that the words of a sentence name beyond doubt, so that no chance of the model's is to overrule them.

So are the agent with "par"; who stands right before a finite verb as its subject, or right behind it as its object,
which two verbs may share; whom an act is aimed at ("contre") or befalls ("subir", "victime de"), and then who does it;
both sides of "entre X et Y" and of "opposer X à Y"; and who is understood as subject of an infinitive or of a clause
that opens the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from selon.languages.fr.triggers import load_word_classes
from selon.reading.behind import preposition_of, verb_after_adjuncts
from selon.reading.events.arguments import QUE, group_of
from selon.reading.events.frames import PREPOSITIONS
from selon.reading.events.nearby import VERBAL
from selon.reading.events.relatives import before_clause
from selon.reading.events.triggers import Found
from selon.reading.events.understood import control_of, of_main_clause, of_verb_above
from selon.reading.participants import is_people
from selon.reading.statements.speakers import RELATIVE
from selon.reading.tree import SUBJECT_DEPS, Tree
from selon.reading.verb_groups import VerbGroup

ALL = frozenset(preposition for names in PREPOSITIONS.values() for preposition in names)
AIMED = frozenset(["contre", "undergoes"])
"""Slots of a noun that tell whom its act is aimed at or befalls."""

DOES = frozenset(["de", "adj", "forces"])
"""Slots of a noun that may tell who does its act, or where, when or on what it is done."""


def settled_parties(tree: Tree, found: Found) -> tuple[bool, bool]:
    """Tell whether the actors, and whether the recipients, of an act are named beyond doubt."""
    before = before_clause(tree, found.head, found.verbal, ALL)
    relative = before is not None and before in found.recipients
    if not found.verbal:
        return bool(found.actors) and _done_by(found), relative or found.recipient_slot in AIMED
    group = group_of(tree, found.head)
    return bool(found.actors) and _does(tree, found, group), relative or _undergoes(tree, found, group)


def _done_by(found: Found) -> bool:
    """Tell whether the slot of a noun's actors leaves no doubt."""
    if found.entry.mutual:
        return len(found.actors) > 1 and not {"entre", "head"}.isdisjoint(found.actor_slot.split())
    return found.actor_slot == "par" or (found.actor_slot in DOES and found.recipient_slot in AIMED)


def _does(tree: Tree, found: Found, group: VerbGroup) -> bool:
    if group.passive or found.actor_slot == "par":
        return any(preposition_of(tree, k) == "par" for k in found.actors)
    if not found.actor_slot.startswith("subj"):
        return False
    if not group.finite:
        understood = group.mood == "infinitive" and control_of(tree, group.main, group) is not None
        clauses = of_main_clause(tree, group.main, group), of_verb_above(tree, group.main, group)
        return understood or not set(found.actors).isdisjoint(clauses)
    return _right_before(tree, found.actors, group)


def _undergoes(tree: Tree, found: Found, group: VerbGroup) -> bool:
    if found.recipient_slot != "obj" or not found.recipients:
        return False
    if group.passive:
        if group.mood == "infinitive":
            return of_verb_above(tree, group.main, group) in found.recipients
        return group.compound and _right_before(tree, found.recipients, group)
    first = found.recipients[0]
    word = tree.words[first]
    person = word.pos == "PROPN" or (is_people(word.lower) and word.lower not in load_word_classes()["places"])
    if not person or preposition_of(tree, first) not in {None, "de"}:
        return False
    if first < group.first:
        between = tree.words[first : group.first]
        que = any(w.lower in QUE and w.pos == "PRON" for w in between)
        return que and _free(tree, first + 1, group.first)
    return _free(tree, group.main + 1, first) or verb_after_adjuncts(tree, group.main) == word.head


def _right_before(tree: Tree, heads: Sequence[int], group: VerbGroup) -> bool:
    """Tell whether some of a verb's parties stand right before it as its subject, or before its "qui"."""
    last = heads[-1]
    start = group.clitics[0] if group.clitics else group.first
    if last >= start or tree.words[last].pos == "PRON" or not _free(tree, last + 1, start):
        return False
    if tree.words[start - 1].lower in RELATIVE:
        return preposition_of(tree, heads[0]) is None and all(w.pos != "ADP" for w in tree.words[last:start])
    own = set(range(group.first, group.main + 1))
    return any(tree.words[k].dep in SUBJECT_DEPS and tree.words[k].head in own for k in heads)


def _free(tree: Tree, start: int, stop: int) -> bool:
    """Tell whether no verb stands between two words."""
    return all(w.pos not in VERBAL for w in tree.words[start:stop])
