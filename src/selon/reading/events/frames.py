"""Who fills a frame: the dependents of a trigger by slot, in every voice, and those its carrier names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.light_verbs import Carrier, Party, load_carriers
from selon.reading.events.arguments import NOMINAL, TIMES, VERBAL, dative, group_of, object_role, subject_role
from selon.reading.participants import participants
from selon.reading.statements.speakers import agent_of
from selon.reading.tree import SUBJECT_DEPS, Tree
from selon.reading.verb_groups import is_participle

# The prepositions of a slot, contractions undone; complex ones by the words the parse holds together.
PREPOSITIONS = {
    "de": ("de",),
    "à": ("à",),
    "par": ("par",),
    "contre": ("contre", "à l'encontre", "à l'égard"),
    "avec": ("avec", "aux côtés"),
    "entre": ("entre", "parmi"),
    "envers": ("envers", "à l'égard", "vis-à-vis"),
    "pour": ("pour", "en faveur"),
    "vers": ("vers",),
    "sur": ("sur",),
    "chez": ("chez",),
    "auprès": ("auprès",),
    "devant": ("devant",),
    "dans": ("dans",),
    "en": ("en",),
}
# Prepositions that the parse often ties to the verb that carries a noun, or to its object, instead of the noun itself;
# "à" is such a one behind a verb alone ("promet une aide au théâtre"): behind a noun it is as often a place.
FREE = grammar_words("free_prepositions")
REACH = 12
IsAdjective = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot of a frame and the head words that fill it; none where no slot is filled."""

    slot: str
    heads: tuple[int, ...]


NOBODY = Filled("", ())


def fill(
    tree: Tree, trigger: int, verbal: bool, slots: Sequence[str], relational: IsAdjective, rest: Sequence[int] = ()
) -> Filled:
    """Give the first slot of a trigger that is filled, and the head words that fill it, coordinated ones each.

    Only words that can take part in an act fill a slot. `rest` holds the other words of a phrase, whose complements
    are the trigger's too. The slot "undergoes" of a noun is the subject of a verb such as "subir".
    """
    for slot in slots:
        candidates = _slot(tree, trigger, verbal, slot, relational, rest)
        heads = [p for k in candidates if k not in rest and k != trigger for p in _fillers(tree, k, slot)]
        if heads := [k for k in heads if k != trigger and k not in rest]:
            return Filled(slot, tuple(dict.fromkeys(heads)))
    return NOBODY


def _fillers(tree: Tree, k: int, slot: str) -> Iterator[int]:
    if slot == "adj":
        yield k
    else:
        yield from participants(tree, k)


def _slot(
    tree: Tree, trigger: int, verbal: bool, slot: str, relational: IsAdjective, rest: Sequence[int]
) -> Iterator[int]:
    anchors = (trigger, *rest)
    if slot in PREPOSITIONS:
        if verbal and slot == "à" and (clitic := dative(tree, trigger)) is not None and clitic < trigger:
            yield clitic
        if slot == "par":
            agents = [_agent_of_participle(tree, k) for k in anchors]
            yield from (k for agent in agents for k in _coordinated(tree, agent))
        yield from _obliques(tree, anchors, slot, verbal)
    elif verbal and slot in {"subj", "head"}:
        yield from _coordinated(tree, subject_role(tree, trigger))
    elif verbal and slot in {"obj", "inf-subj"}:
        yield from _coordinated(tree, _object(tree, anchors))
    elif slot == "adj":
        yield from (k for a in anchors for c in tree.dependents(a, "amod", "nmod", "acl") for k in tree.conjuncts(c)
                    if relational(tree.words[k].lower))  # fmt: skip
    elif slot == "poss":
        yield from _possessor(tree, trigger)
    elif slot in {"subj", "head"}:
        yield from _coordinated(tree, carried_by(tree, trigger, "actor"))
    elif slot == "undergoes":
        yield from _coordinated(tree, carried_by(tree, trigger, "recipient"))


def _object(tree: Tree, anchors: Sequence[int]) -> int | None:
    """Give the object of a verb, else that of the infinitive in its phrase: "a fait tomber X"."""
    verbs = [anchors[0], *(k for k in anchors[1:] if tree.words[k].pos in VERBAL)]
    return next((found for k in verbs if (found := object_role(tree, k)) is not None), None)


def _coordinated(tree: Tree, head: int | None) -> Iterator[int]:
    if head is not None:
        yield from _before_and(tree, head)
        yield from (k for k in tree.conjuncts(head) if tree.words[k].pos in NOMINAL or k == head)


def _before_and(tree: Tree, second: int) -> Iterator[int]:
    """Give the first party of "X et Y" where the parse ties only the second to the verb."""
    start = tree.subtree(second)[0] if tree.words[second].dep in SUBJECT_DEPS else 0
    if start < 2 or tree.words[start - 1].lower != "et":
        return
    k = start - 2
    while tree.words[k].head < k and tree.words[k].dep in {"flat:name", "nmod", "amod", "appos", "flat:foreign"}:
        k = tree.words[k].head
    if tree.words[k].pos in {"NOUN", "PROPN", "PRON"} and tree.case(k) is None:
        yield k


def _obliques(tree: Tree, anchors: Sequence[int], slot: str, verbal: bool) -> Iterator[int]:
    own = [k for anchor in anchors for k in _complements(tree, anchor, slot)]
    if not own and (slot in FREE or (verbal and slot == "à")):
        nearby = _beside_verb(tree, anchors[0]) if verbal else _beside_noun(tree, anchors[0], slot)
        own = [k for place in nearby for k in _complements(tree, place, slot) if k > anchors[0]][:1]
    for k in own:
        found = list(_coordinated(tree, k))
        if slot == "entre" and len(found) == 1:
            found += _after_and(tree, k)
        yield from found


def _beside_verb(tree: Tree, verb: int) -> Iterator[int]:
    beside = object_role(tree, verb)
    if beside is not None:
        yield beside


def _beside_noun(tree: Tree, noun: int, slot: str) -> Iterator[int]:
    """Give the words that the parse may have tied a noun's complement to: its own complements, its verb, the agent."""
    yield from (k for k in tree.children[noun] if k > noun and tree.case(k) == "de")
    if slot != "par" and (verb := _carrier_verb(tree, noun)) is not None:
        yield verb
        yield from tree.dependents(verb, "obl")


def _complements(tree: Tree, anchor: int, slot: str) -> Iterator[int]:
    for child in tree.children[anchor]:
        word = tree.words[child]
        if child > anchor and word.pos in NOMINAL and word.dep != "advmod" and tree.case(child) in PREPOSITIONS[slot]:
            yield child


def _after_and(tree: Tree, first: int) -> Iterator[int]:
    """Give the second party of "entre X et Y" where the parse does not coordinate them."""
    span = range(first + 1, min(first + REACH, len(tree.words)))
    behind = takewhile(lambda k: tree.words[k].pos not in VERBAL and tree.words[k].text not in {";", "."}, span)
    after = False
    for k in behind:
        if after and tree.words[k].pos in {"NOUN", "PROPN", "PRON"}:
            yield k
            return
        after = after or tree.words[k].lower == "et"


def _possessor(tree: Tree, noun: int) -> Iterator[int]:
    """Give the subject of the clause that "son" or "leur" before a noun stands for, else the possessive itself."""
    for child in tree.children[noun]:
        lower = tree.words[child].lower
        if child > noun or lower not in grammar_words("third_person_possessives"):
            continue
        subject = _clause_subject(tree, noun)
        plural = lower in grammar_words("plural_possessives")
        fits = subject is not None and _is_plural(tree, subject) == plural
        yield from (_coordinated(tree, subject) if fits else (child,))


def _is_plural(tree: Tree, k: int) -> bool:
    return tree.words[k].plural or len(tree.conjuncts(k)) > 1


def _clause_subject(tree: Tree, noun: int) -> int | None:
    """Give the subject of the verb above a noun, unless the noun is in it."""
    for up in tree.ancestors(noun):
        if tree.words[up].pos in VERBAL:
            subject = subject_role(tree, up)
            return subject if subject is not None and subject < noun and noun not in tree.subtree(subject) else None
    return None


def _carrier_verb(tree: Tree, noun: int) -> int | None:
    """Give the verb that has a noun, or the series it is of, as object or subject."""
    noun = _top_of_series(tree, noun)
    head, dep = tree.words[noun].head, tree.words[noun].dep.partition(":")[0]
    if tree.words[head].lower in TIMES and dep == "nmod":
        head, dep = tree.words[head].head, "obj"
    return head if head != noun and tree.words[head].pos in VERBAL and dep in {"obj", "nsubj", "obl"} else None


def carried_by(tree: Tree, noun: int, party: Party) -> int | None:
    """Give the party of an act that the word carrying it names: "X a mené une attaque", "X, victime d'une attaque"."""
    noun = _top_of_series(tree, noun)
    head = tree.words[noun].head
    if head == noun:
        return None
    preposition = tree.case(noun) or ""
    if tree.words[head].lower in TIMES:
        head, preposition = tree.words[head].head, ""
    elif tree.words[noun].dep == "nsubj" and not preposition:
        preposition = "" if group_of(tree, head).passive else "subj"
    if tree.words[head].pos in VERBAL:
        carrier = _fits(load_carriers().verbs.get(tree.words[head].lower, ()), preposition, party)
        return _party_of_verb(tree, noun, head, carrier) if carrier else None
    fitting = _fits(load_carriers().nouns.get(tree.words[head].lower, ()), preposition, party)
    return _named_by_carrier(tree, head, fitting) if fitting else None


def light_verb_subject(tree: Tree, noun: int) -> int | None:
    """Give the subject of the light verb that carries a noun, as the actor of its act."""
    return carried_by(tree, noun, "actor")


def _fits(carriers: Sequence[Carrier], preposition: str, party: Party) -> Carrier | None:
    return next((c for c in carriers if c.preposition == preposition and c.party == party), None)


def _top_of_series(tree: Tree, noun: int) -> int:
    """Go up from an act to the word that counts or bounds it: "une série d'attaques", "le début des frappes"."""
    while (
        tree.words[noun].dep == "nmod"
        and tree.case(noun) == "de"
        and tree.words[tree.words[noun].head].lower in grammar_words("series_nouns")
    ):
        noun = tree.words[noun].head
    return noun


def _party_of_verb(tree: Tree, noun: int, verb: int, carrier: Carrier) -> int | None:
    """Give the subject or object of a carrying verb; of an act that is its passive subject, the agent."""
    group, dep = group_of(tree, verb), tree.words[noun].dep
    if carrier.who == "object":
        return object_role(tree, verb, group)
    if dep.startswith("nsubj"):
        return agent_of(tree, verb) if group.passive else None
    return None if group.passive and dep == "obj" else subject_role(tree, verb, group)


def _named_by_carrier(tree: Tree, carrier: int, kind: Carrier) -> int | None:
    """Give whom a carrier noun is said of: the subject of its verb or copula, the noun it modifies, or itself."""
    word = tree.words[carrier]
    copula = any(tree.words[c].dep == "cop" for c in tree.children[carrier])
    if copula or word.dep in {"obj", "xcomp", "obl:arg", "obl:mod"}:
        top = carrier if copula else word.head
        find = object_role if copula and group_of(tree, carrier).passive else subject_role  # "les blessés de l'attaque"
        subject = find(tree, top)
        if subject is not None:
            return subject
    noun_above = word.head != carrier and tree.words[word.head].pos in NOMINAL
    if noun_above and (word.dep == "appos" or (word.dep in {"acl", "amod", "nmod"} and not kind.itself)):
        return word.head
    return carrier if kind.itself else None


def _agent_of_participle(tree: Tree, noun: int) -> int | None:
    """Give the agent of a participle behind a noun: "une attaque menée par X"."""
    for child in tree.dependents(noun, "acl", "amod"):
        if is_participle(tree.words[child].lower) and (agent := agent_of(tree, child)) is not None:
            return agent
    return None
