"""Subject and object of a verb in every voice: passives, participles, relatives, control, coordination."""

from __future__ import annotations

from dataclasses import replace

from selon.languages.fr.cues import load_cues
from selon.languages.fr.grammar import words as grammar_words
from selon.reading.statements.speakers import RELATIVE, agent_of, subject_of
from selon.reading.tree import Tree
from selon.reading.verb_groups import VerbGroup, is_participle, verb_group

NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "X", "ADJ"])
VERBAL = frozenset(["VERB", "AUX"])
MODIFIERS = frozenset(["acl", "amod", "nmod", "dep", "appos"])
CONTROLLED = frozenset(["xcomp", "advcl", "obl:arg", "ccomp", "obl:mod"])
QUE = frozenset(["que", "qu'"])


def group_of(tree: Tree, verb: int) -> VerbGroup:
    """Read the group of a verb; a bare participle coordinated to one with an auxiliary has that one's voice."""
    group = verb_group(tree, verb)
    word = tree.words[verb]
    if is_bare_participle(tree, verb, group) and word.dep == "conj" and word.head < verb:
        first = group_of(tree, word.head)
        if first.compound and is_participle(tree.words[word.head].lower):
            return replace(group, compound=True, passive=first.passive, mood=first.mood, tense=first.tense)
    return group


def subject_role(tree: Tree, verb: int, group: VerbGroup | None = None) -> int | None:
    """Give who does the act of a verb: the subject, the agent of a passive, or who controls an infinitive."""
    group = group or group_of(tree, verb)
    if group.passive:
        return agent_of(tree, verb)
    if group.inverted_subject is not None:
        return group.inverted_subject
    if group.mood == "infinitive" and (controller := _controller(tree, verb)) is not None:
        return controller
    subject = subject_of(tree, verb)
    return _behind_relative(tree, verb) if subject is None else subject


def object_role(tree: Tree, verb: int, group: VerbGroup | None = None) -> int | None:
    """Give who undergoes the act of a verb: object, clitic, subject of a passive, or the noun a participle modifies."""
    group = group or group_of(tree, verb)
    if group.passive:
        return _passive_subject(tree, verb, group)
    for clitic in group.clitics:
        if tree.words[clitic].lower in grammar_words("object_clitics"):
            return clitic
    for child in tree.children[verb]:
        word = tree.words[child]
        if word.dep != "obj":
            continue
        if word.lower in QUE:
            return _antecedent(tree, verb)
        if word.pos in NOMINAL and word.lower not in {"se", "s'"} | RELATIVE:
            return child
    return None


def is_bare_participle(tree: Tree, verb: int, group: VerbGroup) -> bool:
    """Tell whether a verb is a past participle with no auxiliary: "accusé de …", "menée par …"."""
    return not group.compound and is_participle(tree.words[verb].lower)


def _passive_subject(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    own = next((c for c in tree.children[verb] if tree.words[c].dep.startswith("nsubj")), None)
    if own is not None and tree.words[own].lower not in RELATIVE:
        return own
    if is_bare_participle(tree, verb, group):
        return _modified(tree, verb)
    subject = subject_of(tree, verb)
    return _behind_relative(tree, verb) if subject is None else subject


def _modified(tree: Tree, verb: int) -> int | None:
    """Give the noun that a participle modifies."""
    word = tree.words[verb]
    if word.dep in MODIFIERS and tree.words[word.head].pos in NOMINAL:
        return word.head
    if word.dep == "conj":
        return _modified(tree, word.head) if word.head != verb else None
    return subject_of(tree, verb)


def _antecedent(tree: Tree, verb: int) -> int | None:
    head = tree.words[verb].head
    if tree.words[verb].dep == "acl:relcl" and tree.words[head].pos in NOMINAL:
        return head
    return None


def _behind_relative(tree: Tree, verb: int) -> int | None:
    """Give the noun before the relative pronoun of a verb where the parse ties the clause to something else."""
    pronoun = next((c for c in tree.children[verb] if c < verb and tree.words[c].lower in RELATIVE), None)
    if pronoun is None:
        return None
    for k in range(pronoun - 1, -1, -1):
        word = tree.words[k]
        if word.pos in {"NOUN", "PROPN", "PRON"}:
            return _top_of_name(tree, k)
        if word.pos in VERBAL or word.text in {";", ":", "."}:
            return None
    return None


def _top_of_name(tree: Tree, k: int) -> int:
    while tree.words[k].dep in {"flat:name", "flat:foreign", "flat"} and tree.words[k].head < k:
        k = tree.words[k].head
    return k


def _controller(tree: Tree, verb: int) -> int | None:
    """Give whom the verb above an infinitive addresses: "exhorte X à cesser", "demande à X de partir"."""
    word, head = tree.words[verb], tree.words[verb].head
    if head == verb or word.dep not in CONTROLLED or tree.words[head].pos not in VERBAL:
        return None
    addressed = {a for c in load_cues().by_form.get(tree.words[head].lower, ()) for a in c.addressee}
    found = object_role(tree, head) if "obj" in addressed else None
    return dative(tree, head) if found is None and "à" in addressed else found


def dative(tree: Tree, verb: int) -> int | None:
    """Give the person a verb is done to: "lui", "leur", or the nearest complement with "à"."""
    for clitic in group_of(tree, verb).clitics:
        if tree.words[clitic].lower in grammar_words("dative_clitics"):
            return clitic
    for child in tree.children[verb]:
        if child > verb and tree.words[child].pos in NOMINAL and tree.case(child) == "à":
            return child
    return None
