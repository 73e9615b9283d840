"""Who fills a frame: the dependents of a trigger by slot, in every voice, and those its carrier names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.verbs import analyse
from selon.reading.behind import COMPLEX, complement_behind, prepositions_of
from selon.reading.events.arguments import addressee_of, dative, group_of, object_role, subject_role
from selon.reading.events.carried import carried, top_of_series
from selon.reading.events.lists import after_and, among, coordinated
from selon.reading.events.nearby import NOMINAL, TIMES, VERBAL
from selon.reading.events.relatives import before_clause
from selon.reading.participants import is_act, is_participant, is_target, participants
from selon.reading.statements.speakers import agent_of
from selon.reading.tree import Tree
from selon.reading.verb_groups import is_participle

# The prepositions of a slot, contractions undone; complex ones by the words the parse holds together.
PREPOSITIONS = {
    "de": ("de",),
    "à": ("à",),
    "par": ("par", "de la part"),
    "contre": ("contre", "à l'encontre", "à l'égard"),
    "avec": ("avec", "aux côtés"),
    "entre": ("entre", "parmi"),
    "envers": ("envers", "à l'égard", "vis-à-vis", "à l'adresse"),
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

# Prepositions that as often give a place behind a noun, so that only the parse tells.
WEAK_BEHIND = frozenset(["à", "dans", "en", "sur", "vers"])
# Adjectives of forces, which name who does an act as those of countries do: "violences policières".
FORCES = grammar_words("adjectives_of_forces")
# Slots of whom an act is aimed at or befalls, whose number may be told in part: "dont deux enfants".
RECEIVING = frozenset(["obj", "contre", "undergoes"])
# Slots of a noun that tell who does its act, for acts that do one themselves: "tués par des tirs russes".
DOING = ("par", "adj", "poss", "head", "forces")
IsAdjective = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot of a frame and the head words that fill it; none where no slot is filled."""

    slot: str
    heads: tuple[int, ...]


NOBODY = Filled("", ())


def fill(
    tree: Tree,
    trigger: int,
    verbal: bool,
    slots: Sequence[str],
    relational: IsAdjective,
    rest: Sequence[int] = (),
    violent: bool = False,
) -> Filled:
    """Give the first slot of a trigger that is filled, and the head words that fill it, coordinated ones each.

    Only words that can take part in an act fill a slot. `rest` holds the other words of a phrase, whose complements
    are the trigger's too. The slot "undergoes" of a noun is the subject of a verb such as "subir". What a `violent` act
    is aimed at may be a building or vehicle.
    """
    for slot in slots:
        aimed = violent and slot in RECEIVING
        candidates = _slot(tree, trigger, verbal, slot, relational, rest)
        heads = [p for k in candidates if k not in rest and k != trigger for p in _fillers(tree, k, slot, aimed)]
        if heads := [k for k in heads if k != trigger and k not in rest]:
            return Filled(slot, tuple(dict.fromkeys(heads)))
    return NOBODY


def _fillers(tree: Tree, k: int, slot: str, aimed: bool) -> Iterator[int]:
    if slot in {"adj", "forces"} or (aimed and is_target(tree, k)):
        yield k
        return
    found = tuple(participants(tree, k))
    yield from found
    if slot in RECEIVING:
        yield from (m for p in found for m in among(tree, p))


def _slot(
    tree: Tree, trigger: int, verbal: bool, slot: str, relational: IsAdjective, rest: Sequence[int]
) -> Iterator[int]:
    anchors = (trigger, *rest)
    if slot in PREPOSITIONS:
        if verbal and slot == "à" and (clitic := dative(tree, trigger)) is not None and clitic < trigger:
            yield clitic
        if slot == "par":
            agents = [_agent_of_participle(tree, k) for k in anchors]
            yield from (k for agent in agents for k in coordinated(tree, agent))
        yield from _obliques(tree, anchors, slot, verbal)
    elif verbal and slot in {"subj", "head"}:
        subject = subject_role(tree, trigger)
        yield from coordinated(tree, subject)
        if subject is None and group_of(tree, trigger).passive:
            yield from _obliques(tree, anchors, "entre", verbal)  # "signé entre Rome et Berne"
        elif subject is not None and is_act(tree.words[subject].lower) and not is_participant(tree, subject):
            yield from fill(tree, subject, False, DOING, relational).heads
    elif verbal and slot in {"obj", "inf-subj"}:
        yield from coordinated(tree, _object(tree, anchors))
    elif slot == "adj":
        yield from (k for a in anchors for c in tree.dependents(a, "amod", "nmod", "acl") for k in tree.conjuncts(c)
                    if relational(tree.words[k].lower))  # fmt: skip
    elif slot == "forces":
        yield from (k for a in anchors for k in tree.dependents(a, "amod") if tree.words[k].lower in FORCES)
    elif slot == "poss":
        yield from _possessor(tree, trigger)
    elif slot in {"subj", "head"}:
        yield from (k for party in carried(tree, trigger, "actor") for k in coordinated(tree, party))
    elif slot == "undergoes":
        yield from (k for party in carried(tree, trigger, "recipient") for k in coordinated(tree, party))
        yield from _given_to(tree, trigger)
        yield from (k for anchor in anchors for k in _asked(tree, anchor))


def _asked(tree: Tree, noun: int) -> Iterator[int]:
    """Give who follows a request: the subject or agent before "à la demande de X"."""
    before = [word.lower for word in tree.words[max(0, noun - 2) : noun]]
    if tree.words[noun].lower not in grammar_words("requests_followed") or before not in (["à", "la"], ["à", "l'"]):
        return
    verb = next((k for k in range(noun - 1, -1, -1) if tree.words[k].pos == "VERB"), None)
    yield from coordinated(tree, None if verb is None else subject_role(tree, verb))


def _given_to(tree: Tree, noun: int) -> Iterator[int]:
    """Give the pronoun before the verb that has a noun as object: "lui a porté des coups"."""
    verb = tree.words[noun].head
    nearest = not any(tree.words[k].pos == "VERB" for k in range(verb + 1, noun))
    if tree.words[noun].dep == "obj" and tree.words[verb].pos in VERBAL and nearest:
        yield from (c for c in group_of(tree, verb).clitics if tree.words[c].lower in grammar_words("dative_clitics"))


def _object(tree: Tree, anchors: Sequence[int]) -> int | None:
    """Give the object of a verb, else that of the infinitive in its phrase: "a fait tomber X"."""
    verbs = [anchors[0], *(k for k in anchors[1:] if tree.words[k].pos in VERBAL)]
    return next((found for k in verbs if (found := object_role(tree, k)) is not None), None)


def _obliques(tree: Tree, anchors: Sequence[int], slot: str, verbal: bool) -> Iterator[int]:
    own = [k for anchor in anchors for k in _complements(tree, anchor, slot)]
    if verbal and slot == "à":  # "a demandé à Paris au maire de …": the argument, not where it was said
        own = [k for k in own if tree.words[k].lower not in TIMES]
        chosen = dative(tree, anchors[0])
        own = [chosen] if chosen in own else own
    if not own and not verbal and slot not in WEAK_BEHIND:
        behind = complement_behind(tree, anchors[-1], PREPOSITIONS[slot])
        own = [] if behind is None else [behind]
    if not own and (slot in FREE or (verbal and slot == "à")):
        nearby = _beside_verb(tree, anchors[0]) if verbal else _beside_noun(tree, anchors[0], slot)
        own = [k for place in nearby for k in _complements(tree, place, slot) if k > anchors[0]][:1]
    if not own and (before := before_clause(tree, anchors[0], verbal, PREPOSITIONS[slot])) is not None:
        own = [before]
    if not own and verbal and slot == "à" and (addressee := _addressed(tree, anchors[0])) is not None:
        own = [addressee]
    for k in own:
        found = list(coordinated(tree, k))
        if slot == "entre" and len(found) == 1:
            found += after_and(tree, k)
        yield from found


def _addressed(tree: Tree, verb: int) -> int | None:
    """Give whom a verb such as "ordonner" leaves its infinitive to, where the parse hangs the phrase elsewhere."""
    lemmas = {f.lemma for f in analyse(tree.words[verb].lower)}
    return None if lemmas.isdisjoint(grammar_words("dative_control")) else addressee_of(tree, verb)


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
    below = [c for child in tree.children[anchor] if tree.words[child].lower in COMPLEX for c in tree.children[child]]
    for child in (*tree.children[anchor], *below):  # "à l'égard de X": the parse hangs X on "égard"
        word = tree.words[child]
        nominal = child > anchor and word.pos in NOMINAL and word.dep != "advmod"
        if nominal and not _prepositions(tree, anchor, child).isdisjoint(PREPOSITIONS[slot]):
            yield child


def _prepositions(tree: Tree, anchor: int, k: int) -> frozenset[str | None]:
    """Give the prepositions of a complement; behind the noun of a complex one that a phrase holds just "de"."""
    return frozenset([tree.case(k)]) if tree.words[anchor].lower in COMPLEX else prepositions_of(tree, k)


def _possessor(tree: Tree, noun: int) -> Iterator[int]:
    """Give the subject of the clause that "son" or "leur" before a noun stands for, else the possessive itself."""
    for child in tree.children[noun]:
        lower = tree.words[child].lower
        if child < noun and lower in grammar_words("first_person_possessives"):
            yield child
        if child > noun or lower not in grammar_words("third_person_possessives"):
            continue
        subject = _clause_subject(tree, noun)
        plural = lower in grammar_words("plural_possessives")
        fits = subject is not None and _is_plural(tree, subject) == plural
        yield from (coordinated(tree, subject) if fits else (child,))


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
    noun = top_of_series(tree, noun)
    head, dep = tree.words[noun].head, tree.words[noun].dep.partition(":")[0]
    if tree.words[head].lower in TIMES and dep == "nmod":
        head, dep = tree.words[head].head, "obj"
    return head if head != noun and tree.words[head].pos in VERBAL and dep in {"obj", "nsubj", "obl"} else None


def _agent_of_participle(tree: Tree, noun: int) -> int | None:
    """Give the agent of a participle behind a noun: "une attaque menée par X"."""
    for child in tree.dependents(noun, "acl", "amod"):
        if is_participle(tree.words[child].lower) and (agent := agent_of(tree, child)) is not None:
            return agent
    return None
