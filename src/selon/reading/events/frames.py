"""Who fills a frame: the dependents of a trigger by slot, in every voice, with control, coordination and light verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from selon.reading.statements.speakers import RELATIVE, agent_of, subject_of
from selon.reading.tree import Tree
from selon.reading.verb_groups import VerbGroup, is_participle, verb_group

OBJECT_CLITICS = frozenset(["le", "la", "les", "l'"])
DATIVE_CLITICS = frozenset(["lui", "leur"])
POSSESSIVES = frozenset(["son", "sa", "ses", "leur", "leurs"])
PREPOSITIONS = {
    "de": frozenset(["de", "d'"]), "à": frozenset(["à"]), "par": frozenset(["par"]), "contre": frozenset(["contre", "à l'encontre", "à l'égard"]),
    "avec": frozenset(["avec", "aux côtés"]), "entre": frozenset(["entre", "parmi"]), "envers": frozenset(["envers", "à l'égard", "vis-à-vis"]),
    "pour": frozenset(["pour", "en faveur"]), "vers": frozenset(["vers"]), "sur": frozenset(["sur"]), "chez": frozenset(["chez"]),
    "auprès": frozenset(["auprès"]), "devant": frozenset(["devant"]),
}  # fmt: skip
NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "X", "ADJ"])
IsAdjective = Callable[[str], bool]


def fill(tree: Tree, trigger: int, verbal: bool, slots: Sequence[str], relational: IsAdjective) -> list[int]:
    """Give the head words that fill the first slot found of a trigger, coordinated ones each."""
    for slot in slots:
        found = [k for k in _slot(tree, trigger, verbal, slot, relational) if k != trigger]
        if found:
            return list(dict.fromkeys(found))
    return []


def _slot(tree: Tree, trigger: int, verbal: bool, slot: str, relational: IsAdjective) -> Iterator[int]:
    if verbal:
        group = verb_group(tree, trigger)
        if slot == "subj":
            yield from _coordinated(tree, subject_role(tree, trigger, group))
        elif slot == "obj":
            yield from _coordinated(tree, object_role(tree, trigger, group))
        elif slot == "inf-subj":
            yield from _coordinated(tree, object_role(tree, trigger, group))
        elif slot == "à":
            yield from (c for c in group.clitics if tree.words[c].lower in DATIVE_CLITICS)
            yield from _oblique(tree, trigger, "à")
        elif slot in PREPOSITIONS:
            yield from _oblique(tree, trigger, slot)
    elif slot == "adj":
        yield from (c for c in tree.dependents(trigger, "amod", "nmod", "acl") if relational(tree.words[c].lower))
    elif slot == "poss":
        yield from (c for c in tree.children[trigger] if c < trigger and tree.words[c].lower in POSSESSIVES)
    elif slot in {"subj", "head"}:
        yield from _coordinated(tree, light_verb_subject(tree, trigger))
    elif slot == "par":
        yield from _oblique(tree, trigger, "par")
        yield from _coordinated(tree, _agent_of_participle(tree, trigger))
    elif slot in PREPOSITIONS:
        yield from _oblique(tree, trigger, slot)


def _coordinated(tree: Tree, head: int | None) -> Iterator[int]:
    if head is not None:
        yield from (k for k in tree.conjuncts(head) if tree.words[k].pos in NOMINAL or k == head)


def _oblique(tree: Tree, trigger: int, preposition: str) -> Iterator[int]:
    forms = PREPOSITIONS[preposition]
    for child in tree.children[trigger]:
        word = tree.words[child]
        if child > trigger and word.pos in NOMINAL and tree.case(child) in forms and word.dep != "advmod":
            yield from _coordinated(tree, child)


def subject_role(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give who does the act of a verb: the subject, the agent of a passive, or who controls an infinitive."""
    if group.inverted_subject is not None and not group.passive:
        return group.inverted_subject
    if group.passive:
        return agent_of(tree, verb)
    if group.mood == "infinitive" and (controller := _controller(tree, verb)) is not None:
        return controller
    return subject_of(tree, verb)


def object_role(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give who undergoes the act of a verb: the object, the clitic, the subject of a passive, or the noun a participle modifies."""
    if group.passive:
        own = next((c for c in tree.children[verb] if tree.words[c].dep.startswith("nsubj")), None)
        if own is not None and tree.words[own].lower not in RELATIVE:
            return own
        return subject_of(tree, verb) if not is_bare_participle(tree, verb, group) else _modified(tree, verb)
    for clitic in group.clitics:
        if tree.words[clitic].lower in OBJECT_CLITICS and not (group.reflexive and tree.words[clitic].lower == "se"):
            return clitic
    for child in tree.children[verb]:
        word = tree.words[child]
        if word.dep == "obj" and word.pos in NOMINAL and word.lower not in {"que", "qu'", "se", "s'"} | RELATIVE:
            return child
        if word.dep == "obj" and word.lower in {"que", "qu'"}:
            return _antecedent(tree, verb)
    return None


def is_bare_participle(tree: Tree, verb: int, group: VerbGroup) -> bool:
    """Tell whether a verb is a past participle with no auxiliary: "accusé de …", "menée par …"."""
    return not group.compound and is_participle(tree.words[verb].lower)


def _modified(tree: Tree, verb: int) -> int | None:
    word = tree.words[verb]
    if word.dep in {"acl", "amod", "nmod", "dep", "appos"} and tree.words[word.head].pos in NOMINAL:
        return word.head
    if word.dep == "conj":
        return _modified(tree, word.head) if word.head != verb else None
    return subject_of(tree, verb)


def _antecedent(tree: Tree, verb: int) -> int | None:
    head = tree.words[verb].head
    return head if tree.words[verb].dep == "acl:relcl" and tree.words[head].pos in NOMINAL else None


def _controller(tree: Tree, verb: int) -> int | None:
    """Give the object of the verb above an infinitive where that verb addresses somebody: "exhorte X à cesser"."""
    word = tree.words[verb]
    head = word.head
    if (
        head == verb
        or word.dep not in {"xcomp", "advcl", "obl:arg", "ccomp", "obl:mod"}
        or tree.words[head].pos not in {"VERB", "AUX"}
    ):
        return None
    from selon.languages.fr.cues import load_cues

    cues = load_cues().by_form.get(tree.words[head].lower, ())
    addressed = {a for c in cues for a in c.addressee}
    if not addressed:
        return None
    found = object_role(tree, head, verb_group(tree, head)) if "obj" in addressed else None
    if found is None and "à" in addressed:
        found = next(_slot(tree, head, True, "à", lambda _: False), None)
    return found


def light_verb_subject(tree: Tree, noun: int) -> int | None:
    """Give the subject of the verb that carries a noun: "X a mené une attaque", "X a procédé à des arrestations"."""
    word = tree.words[noun]
    head = word.head
    if head == noun or tree.words[head].pos not in {"VERB", "AUX"}:
        return None
    group = verb_group(tree, head)
    if word.dep in {"obj", "obl:arg"} and not group.passive:
        return subject_role(tree, head, group)
    if word.dep == "nsubj:pass" or (group.passive and word.dep == "nsubj"):
        return agent_of(tree, head)
    return None


def _agent_of_participle(tree: Tree, noun: int) -> int | None:
    """Give the agent of a participle behind a noun: "une attaque menée par X"."""
    for child in tree.dependents(noun, "acl"):
        if is_participle(tree.words[child].lower) and (agent := agent_of(tree, child)) is not None:
            return agent
    return None
