"""Subject and object of a verb in every voice: passives, participles, relatives, control, coordination."""

from __future__ import annotations

from dataclasses import replace

from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.verbs import analyse
from selon.reading.behind import addressed_behind, bare_object, complement_behind, verb_after_adjuncts
from selon.reading.events.nearby import (
    CLAUSE_ENDS,
    NOMINAL,
    TIMES,
    VERBAL,
    behind_comma,
    behind_time,
    number_before,
    right_before,
    right_behind,
    set_before,
    tied_to_first,
    top_of_name,
)
from selon.reading.events.understood import (
    control_of,
    noun_of_will,
    noun_with_infinitive,
    of_incise,
    of_main_clause,
    own_subject,
)
from selon.reading.participants import is_people
from selon.reading.statements.speakers import RELATIVE, agent_of, noun_of_relative, subject_of
from selon.reading.tree import SUBJECT_DEPS, Tree
from selon.reading.verb_groups import VerbGroup, is_participle, verb_group

MODIFIERS = frozenset(["acl", "amod", "nmod", "dep", "appos"])
QUE = grammar_words("que")
NEVER_SUBJECT = frozenset(["se", "s'", "dont", "où", "que", "qu'"])
NO_SUBJECT = frozenset(["obj", "iobj", "obl:mod", "expl:comp", "expl:subj"])


def group_of(tree: Tree, verb: int) -> VerbGroup:
    """Read the group of a verb; a bare participle coordinated to one with an auxiliary has that one's voice."""
    group = verb_group(tree, verb)
    first = _coordinated_to(tree, verb) if is_bare_participle(tree, verb, group) else None
    if first is None:
        return group
    lead = group_of(tree, first)
    return replace(group, compound=True, passive=lead.passive, mood=lead.mood, tense=lead.tense)


def _coordinated_to(tree: Tree, participle: int) -> int | None:
    """Give the verb whose auxiliary a bare participle shares: "ont tué X et blessé Y"."""
    word = tree.words[participle]
    if word.dep != "conj" or word.head > participle:
        return None
    has_object = bool(tree.dependents(participle, "obj"))
    for up in tree.ancestors(participle):
        if is_participle(tree.words[up].lower) and tree.words[up].pos in VERBAL and up < participle:
            lead = verb_group(tree, up)
            agrees = not lead.passive or _ends_plural(tree, up) == _ends_plural(tree, participle)
            return up if lead.compound and agrees else None
        if not has_object:
            return None
    return None


def _ends_plural(tree: Tree, participle: int) -> bool:
    return tree.words[participle].lower.endswith("s")


def subject_role(tree: Tree, verb: int, group: VerbGroup | None = None) -> int | None:
    """Give who does the act of a verb: the subject, the agent of a passive, or who controls an infinitive."""
    group = group or group_of(tree, verb)
    if group.passive:
        return agent_of(tree, verb)
    if group.inverted_subject is not None:
        return _named_before(tree, verb, group) or group.inverted_subject
    if group.mood == "infinitive" and (controller := _controller(tree, verb, group)) is not None:
        return controller
    above = tree.words[verb].head
    gerund = (group.mood, group.tense) == ("participle", "present") and tree.words[verb].dep == "advcl"
    if gerund and above < verb and group_of(tree, above).mood == "infinitive":  # "accuse X d'avoir fui en tirant"
        return subject_role(tree, above)
    return _subject(tree, verb, group)


def _named_before(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give the noun that a pronoun behind the verb takes up: "Les rebelles se retireront-ils ?"."""
    found = [c for c in tree.dependents(verb, *SUBJECT_DEPS) if c < group.first and tree.words[c].pos != "PRON"]
    return found[0] if found else None


def _controller(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give whom the verb above an infinitive makes do it: "exhorte X à cesser", "demande à X de partir"."""
    control = control_of(tree, verb, group)
    if control is None:
        return None
    if control.by == "dative":
        return addressee_of(tree, control.verb)
    lead = group_of(tree, control.verb)
    if lead.reflexive and not lead.passive:
        return subject_role(tree, control.verb, lead)
    found = object_role(tree, control.verb, lead)
    return None if found == verb else found


def object_role(tree: Tree, verb: int, group: VerbGroup | None = None) -> int | None:
    """Give who undergoes the act of a verb: object, clitic, subject of a passive, or the noun a participle modifies."""
    group = group or group_of(tree, verb)
    if group.passive:
        return _passive_subject(tree, verb, group)
    for clitic in group.clitics:
        if tree.words[clitic].lower in grammar_words("object_clitics"):
            return clitic
    objects = [c for c in tree.dependents(verb, "obj") if tree.words[c].lower not in TIMES]
    for child in sorted(objects, key=lambda c: tree.case(c) is not None):  # "qualifier d'escalade la décision"
        word = tree.words[child]
        if word.lower in QUE:
            return _antecedent(tree, verb, child)
        if word.pos in NOMINAL and word.lower not in {"se", "s'"} | RELATIVE | TIMES:
            return child
    que = next((c for c in tree.children[verb] if c < verb and tree.words[c].lower in QUE), None)
    if que is not None and tree.words[que].pos == "PRON" and (noun := _antecedent(tree, verb, que)) is not None:
        return noun
    for find in (behind_time, tied_to_first, right_behind):
        if (found := find(tree, verb)) is not None:
            return found
    if group.reflexive or objects:
        return None
    found = bare_object(tree, verb)
    return _shared_object(tree, verb) if found is None else found


def _shared_object(tree: Tree, verb: int) -> int | None:
    """Give the object behind the next of two verbs that stand together: "a visé à l'aube et détruit le pont"."""
    other = verb_after_adjuncts(tree, verb)
    if other is None or group_of(tree, other).passive or group_of(tree, other).reflexive:
        return None
    found = object_role(tree, other)
    return found if found is not None and found > other else None


def is_bare_participle(tree: Tree, verb: int, group: VerbGroup) -> bool:
    """Tell whether a verb is a past participle with no auxiliary: "accusé de …", "menée par …"."""
    return not group.compound and is_participle(tree.words[verb].lower)


def _passive_subject(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    own = next((c for c in tree.children[verb] if tree.words[c].dep.startswith("nsubj")), None)
    if (number := number_before(tree, group.first)) is not None and group.compound:
        return number
    if own is not None and tree.case(own) is not None:  # "d'après X, trois hommes ont été …": X is no subject
        return behind_comma(tree, own, group.first)
    if own is not None and tree.words[own].lower not in RELATIVE:
        return own
    if is_bare_participle(tree, verb, group):
        return _modified(tree, verb)
    return _subject(tree, verb, group)


def _subject(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give the grammatical subject: as parsed, on the auxiliary, before a relative pronoun, or the nearest before."""
    for find in FINDERS:
        subject = find(tree, verb, group)
        if subject is not None and tree.words[subject].lower not in NEVER_SUBJECT:
            return subject
    return None


def _shared(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    first = _coordinated_to(tree, verb) if group.compound and group.first == verb else None
    return None if first is None else _subject(tree, first, group_of(tree, first))


def _of_willing(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give who wills the act of an infinitive behind a noun: "la volonté de X de", "X a l'intention de"."""
    noun = noun_of_will(tree, group) if group.mood == "infinitive" else None
    if noun is None:
        return noun_with_infinitive(tree, group)
    own = complement_behind(tree, noun, ("de",))
    if own is not None and own < group.first:
        return own
    for up in tree.ancestors(noun):
        if tree.words[up].pos in VERBAL and up != verb:
            subject = subject_role(tree, up)
            return subject if subject != noun else None
    return None


def _parsed(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    subject = subject_of(tree, verb)
    if subject is None or subject < verb or tree.words[subject].head != verb:
        return subject
    if group.finite:  # no subject stands behind the object
        behind_object = any(verb < k < subject for k in tree.dependents(verb, "obj"))
        return None if behind_object else subject
    above = tree.words[verb].head  # what stands behind an infinitive or participle is its object, not its subject
    return None if above == verb else subject_of(tree, above)


def _by_auxiliary(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    for auxiliary in range(group.first, verb):
        for child in tree.children[auxiliary]:
            if child < auxiliary and tree.words[child].dep in SUBJECT_DEPS and tree.words[child].lower not in RELATIVE:
                return child
    return None


def _by_position(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give the nearest bare noun phrase before a finite verb where the parse names no subject."""
    if not group.finite:
        return None
    for k in range(group.first - 1, -1, -1):
        word = tree.words[k]
        if word.text in CLAUSE_ENDS or word.pos in VERBAL:
            return None
        if word.lower in TIMES:
            continue
        if word.pos in {"NOUN", "PROPN", "PRON"} and tree.case(k) is None and word.dep not in NO_SUBJECT:
            top = top_of_name(tree, k)
            return top if tree.case(top) is None else None
    return None


def _modified(tree: Tree, verb: int) -> int | None:
    """Give the noun that a participle modifies."""
    word = tree.words[verb]
    if word.dep in MODIFIERS and tree.words[word.head].pos in NOMINAL:
        return word.head
    for find in (set_before, right_before):
        if (beside := find(tree, verb)) is not None:
            return beside
    if word.dep == "conj":
        return _modified(tree, word.head) if word.head != verb else None
    return subject_of(tree, verb)


def _antecedent(tree: Tree, verb: int, que: int) -> int | None:
    """Give the noun that "que" stands for: by the parse, or the nearest before it."""
    head = tree.words[verb].head
    if tree.words[verb].dep == "acl:relcl" and tree.words[head].pos in NOMINAL:
        return head
    noun = noun_of_relative(tree, que) if tree.words[que].pos == "PRON" else None
    return None if noun is None else top_of_name(tree, noun)


def _behind_relative(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give the noun before the relative pronoun of a verb where the parse ties the clause to something else.

    The last of a list stands for all of it before a verb in the plural.
    """
    pronoun = next((c for c in tree.children[verb] if c < verb and tree.words[c].lower in RELATIVE), None)
    noun = None if pronoun is None else noun_of_relative(tree, pronoun)
    if noun is None:
        return None
    plural = any(f.number == "p" for f in analyse(tree.words[group.first].lower))
    top = top_of_name(tree, noun)
    return tree.first_of_chain(top) if plural else top


def addressee_of(tree: Tree, verb: int) -> int | None:
    """Give whom a verb such as "ordonner" addresses: its dative, else the first phrase with "à" behind it."""
    found = dative(tree, verb)
    return addressed_behind(tree, verb) if found is None else found


def dative(tree: Tree, verb: int) -> int | None:
    """Give the person a verb is done to: "lui", "leur", "m'", "vous", or the nearest complement with "à"."""
    group = group_of(tree, verb)
    for clitic in group.clitics:
        word = tree.words[clitic]
        other = word.lower in grammar_words("dative_objects") and word.dep not in SUBJECT_DEPS and not group.reflexive
        if word.lower in grammar_words("dative_clitics") or other:
            return clitic
    behind = [c for c in tree.children[verb] if c > verb and tree.words[c].pos in NOMINAL and tree.case(c) == "à"]
    behind = [c for c in behind if all(w.pos not in VERBAL for w in tree.words[verb + 1 : c])] or behind
    said_of = [c for c in tree.dependents(verb, "obj") if tree.case(c) is None]
    past = [c for c in behind if any(verb < k < c for k in said_of)]  # "a imposé à Paris des sanctions à X"

    def rank(c: int) -> tuple[bool, bool, int]:  # people before a place, an argument before an adjunct
        return not is_people(tree.words[c].lower), tree.words[c].dep != "obl:arg", c

    return min(past or behind, key=rank, default=None)


FINDERS = (
    own_subject,
    of_incise,
    _shared,
    _of_willing,
    of_main_clause,
    _parsed,
    _behind_relative,
    _by_auxiliary,
    _by_position,
)
"""The ways to a subject, surest first."""
