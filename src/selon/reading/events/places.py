"""Where an act took place: the place that hangs on its trigger or verb, that labels its sentence, or stands nearest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from selon.languages.fr.grammar import words
from selon.languages.fr.occurrence import load_occurrence
from selon.languages.fr.place_words import load_place_nouns
from selon.reading.events.circumstances import carriers
from selon.reading.mentions.name_at import NameAt
from selon.reading.tree import CLAUSE_DEPS, Tree
from selon.reading.verb_groups import verb_group
from selon.records import EventType

PlaceRule = Literal["trigger", "verb", "label", "nearest"]

LOCATIVE = words("locative")
STAGED = words("staged_prepositions")
VERBAL = frozenset(["VERB", "AUX"])
# Acts that happen somewhere: a place of their sentence that hangs on no other act is theirs.
MATERIAL: frozenset[EventType] = frozenset(
    ["ASSAULT", "PROTEST", "COERCE", "CONSULT", "MOBILIZE", "RETREAT", "SANCTION", "AID", "COOPERATE"]
)
# Acts whose object may be a place: "prendre Tripoli", "quitter le pays".
REACHING: frozenset[EventType] = frozenset(["ASSAULT", "MOBILIZE", "COERCE", "RETREAT"])
FAR = 100
OBJECTS = frozenset(["obj", "nsubj:pass"])
LOWEST = 9
NEAR = 4
NARROW = frozenset(["à", "en", "dans"])
CONTRACTED = frozenset(["au", "aux", "du", "des"])
ENDS = frozenset([";", ":", "."])


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a sentence: head word, preposition, how wide it is (0 a site or town, 1 a region, 2 a state), name."""

    head: int
    case: str | None
    width: int
    name: NameAt | None


@dataclass(frozen=True, slots=True)
class Situated:
    """The head words of the places of an act, the narrowest first, and what ties them to it.

    They hang on the trigger ("trigger") or on a verb above it ("verb"), open the sentence before a colon ("label") or
    only stand nearest ("nearest").
    """

    rule: PlaceRule
    heads: tuple[int, ...]


def places_of(tree: Tree, trigger: int, number: int, names: Sequence[NameAt], kind: EventType) -> Situated:
    """Give the places of an act that are most closely tied to it."""
    spots = list(_spots(tree, number, names))
    ranked = [(rank, spot) for spot in spots if (rank := _rank(tree, trigger, spot, kind)) is not None]
    if not ranked:
        return _situated("nearest", _nearest(tree, trigger, spots) if kind in MATERIAL else [])
    closest = min(rank for rank, _ in ranked)
    rule: PlaceRule = "trigger" if closest == 0 else "label" if closest == LOWEST else "verb"
    return _situated(rule, [spot for rank, spot in ranked if rank == closest])


def _situated(rule: PlaceRule, spots: Sequence[Spot]) -> Situated:
    return Situated(rule, tuple(spot.head for spot in sorted(spots, key=lambda s: (s.width, s.head))))


def _spots(tree: Tree, number: int, names: Sequence[NameAt]) -> Iterator[Spot]:
    inside: set[int] = set()
    for name in names:
        if name.sentence != number:
            continue
        inside.update(range(name.first, name.last + 1))
        if name.kind in {"place", "state"}:
            head = head_of(tree, name)
            width = 2 if name.kind == "state" else int(_is_wide(name))
            yield Spot(head, _case(tree, head), width, name)
    nouns = load_place_nouns()
    for i, word in enumerate(tree.words):
        if i not in inside and word.pos in {"NOUN", "PROPN", "ADJ"} and word.lower in nouns and _determined(tree, i):
            yield Spot(i, _case(tree, i), 0, None)


def _case(tree: Tree, head: int) -> str | None:
    """Give the preposition of a place, also the unaccented capital "A" that opens a sentence."""
    case = tree.case(head)
    return "à" if case in {"a", None} and head > 0 and tree.words[head - 1].text in {"A", "À"} else case


def _determined(tree: Tree, i: int) -> bool:
    """Tell whether a noun has a determiner, so that it names a place and no manner: "tour à tour", "en cours"."""
    return any(tree.words[c].dep == "det" or tree.words[c].lower in CONTRACTED for c in tree.children[i] if c < i)


def _is_wide(name: NameAt) -> bool:
    return bool(name.places) and all(p.precision == "region" for p in name.places)


def _rank(tree: Tree, trigger: int, spot: Spot, kind: EventType) -> int | None:
    """Rank how closely a place hangs on an act: 0 on the trigger, more on each verb above; null when on none."""
    if spot.name is not None and _labels(tree, trigger, spot.name):
        return LOWEST
    if (relative := _where_clause(tree, trigger, spot)) is not None:
        return relative
    if not _holds(tree, trigger, spot, kind):
        return None
    tops = [trigger, *_occurring(tree, trigger), *carriers(tree, trigger)]
    for up in [spot.head, *tree.ancestors(spot.head)]:
        above = tree.words[up].head
        if above in tops:
            return tops.index(above)
        if above == up or (tree.words[above].pos in VERBAL and tree.words[up].dep != "conj"):
            return None
    return None


def _occurring(tree: Tree, trigger: int) -> list[int]:
    """Give the verbs below a noun that only say that it happens: "les combats qui ont eu lieu à …"."""
    return [c for c in tree.dependents(trigger, "acl") if tree.words[c].lower in load_occurrence()]


def _where_clause(tree: Tree, trigger: int, spot: Spot) -> int | None:
    """Tie an act in a clause with "où" to the place right before it: "Izmir, où des femmes ont été arrêtées"."""
    for k in range(trigger - 1, spot.head, -1):
        if tree.words[k].lower == "où":
            near = k - spot.head <= NEAR and not any(tree.words[j].pos in VERBAL for j in range(spot.head, k))
            return 1 if near else None
        if tree.words[k].text in ENDS:
            return None
    return None


def _holds(tree: Tree, trigger: int, spot: Spot, kind: EventType) -> bool:
    """Tell whether the preposition of a place lets it be where an act of a kind happens."""
    if spot.case in LOCATIVE:
        return not _addressed(tree, spot) and (kind in MATERIAL or spot.case in NARROW) and not _topic(spot, kind)
    word = tree.words[spot.head]
    under = word.head == trigger or tree.words[word.head].head == trigger
    named = spot.name is None or spot.name.kind == "place"
    if spot.case == "de" and under and named:
        return kind == "ASSAULT" or (kind in MATERIAL and tree.words[trigger].pos not in VERBAL and spot.width == 0)
    reached = word.dep in OBJECTS or (spot.case == "contre" and spot.name is not None)
    return kind in REACHING and named and word.head == trigger and reached


def _addressed(tree: Tree, spot: Spot) -> bool:
    """Tell whether a state is spoken to and no place: "un avertissement à la Chine"; its place would be "en Chine"."""
    if spot.case != "à" or spot.name is None or spot.name.kind != "state":
        return False
    return spot.name.first > 1 and tree.words[spot.name.first - 1].lower in {"la", "l'"}


def _topic(spot: Spot, kind: EventType) -> bool:
    """Tell whether a place is what an act is about: "une conférence sur la Syrie"."""
    return spot.case == "sur" and spot.width > 0 and kind not in {"ASSAULT", "MOBILIZE", "PROTEST"}


def _labels(tree: Tree, trigger: int, name: NameAt) -> bool:
    """Tell whether a place opens its sentence before a colon: "Irak : deux mosquées visées"."""
    return name.first == 0 and name.last + 1 < trigger and tree.words[name.last + 1].text == ":"


def _nearest(tree: Tree, trigger: int, spots: Iterable[Spot]) -> list[Spot]:
    """Give the place in a locative phrase that stands nearest in the clause, or at the head of the sentence."""
    staged = [s for s in spots if s.case in STAGED]
    ranked = sorted((d, s.head) for s in staged if (d := _distance(tree, trigger, s.head)) is not None)
    return [s for s in staged if ranked and s.head == ranked[0][1]]


def _distance(tree: Tree, trigger: int, head: int) -> int | None:
    first, last = min(trigger, head), max(trigger, head)
    between = range(first + 1, last)
    verbs = sum(1 for k in between if tree.words[k].pos in VERBAL and verb_group(tree, k).finite)
    clauses = sum(1 for k in between if tree.words[k].dep in CLAUSE_DEPS)
    if head > trigger:
        return last - first + FAR * verbs if verbs <= 1 and clauses <= 1 else None
    opens = not any(tree.words[k].pos in VERBAL and verb_group(tree, k).finite for k in range(head))
    return last - first + FAR if opens or verbs == 0 else None


def head_of(tree: Tree, name: NameAt) -> int:
    """Give the word of a name whose head lies outside it."""
    for k in range(name.first, name.last + 1):
        if not name.first <= tree.words[k].head <= name.last or tree.words[k].head == k:
            return k
    return name.first
