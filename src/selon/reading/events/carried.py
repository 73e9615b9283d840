"""The party of an act that the word carrying it names: "X a mené une attaque", "l'attentat revendiqué par X".

The carrier is looked for above the act in the parse, in the verbs coordinated to that one, in the relative or
participle clause behind the act ("qui a tué X", "que X a menées", "visant X"), and last among the verbs before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.light_verbs import Carrier, Party, load_carriers
from selon.reading.behind import addressed_behind, bare_object, complement_behind, phrase_head, preposition_of
from selon.reading.events.arguments import QUE, dative, group_of, object_role, subject_role
from selon.reading.events.lists import after_and, coordinated
from selon.reading.events.nearby import NOMINAL, TIMES, VERBAL
from selon.reading.participants import is_act, is_people
from selon.reading.statements.speakers import RELATIVE, agent_of
from selon.reading.tree import Tree
from selon.reading.verb_groups import VerbGroup

RELATIVE_REACH = 12
CLAUSE_REACH = 8
BEFORE_REACH = 14
COPULAS = frozenset(["cop", "aux:pass"])
BEFORE_NOUN = frozenset(["det", "amod", "nummod", "case"])
SENTENCE_ENDS = frozenset([".", ";", ":", "?", "!"])


@dataclass(frozen=True, slots=True)
class Carriage:
    """A word that may carry an act, the preposition it has it with ("subj" for its subject), and where it stands.

    `subject` tells that the act is the grammatical subject, `relative` gives the pronoun that stands for it as object.
    """

    word: int
    preposition: str
    subject: bool = False
    relative: int | None = None


def carried_by(tree: Tree, noun: int, party: Party) -> int | None:
    """Give the party of an act that the word carrying it names: "X a mené une attaque", "X, victime d'une attaque"."""
    return next(iter(carried(tree, noun, party)), None)


def light_verb_subject(tree: Tree, noun: int) -> int | None:
    """Give the subject of the light verb that carries a noun, as the actor of its act."""
    return carried_by(tree, noun, "actor")


def carried(tree: Tree, noun: int, party: Party) -> list[int]:
    """Give all that the nearest carrier names as a party of an act: both sides of "la guerre oppose X à Y"."""
    for carriage in _carriages(tree, top_of_series(tree, noun)):
        verb = _is_verb(tree, carriage.word)
        carriers = load_carriers().verbs if verb else load_carriers().nouns
        fitting = [
            c for c in carriers.get(tree.words[carriage.word].lower, ())
            if c.preposition == carriage.preposition and c.party == party
        ]  # fmt: skip
        named = [_party(tree, noun, carriage, c) if verb else _named(tree, carriage.word, c) for c in fitting]
        if found := [k for k in named if k is not None]:
            return _both_sides(tree, found) if len(fitting) > len(found) else found
    return []


def _both_sides(tree: Tree, found: list[int]) -> list[int]:
    """Give the other side too where "et" joins it: "des combats opposant X et Y"."""
    listed = set(coordinated(tree, found[0]))
    return [*found, *(k for k in after_and(tree, found[0]) if k not in listed)]


def _is_verb(tree: Tree, k: int) -> bool:
    """Tell a carrying verb from a noun, also where the parse is wrong about it: "victimes" is none."""
    if load_carriers().nouns.get(tree.words[k].lower):
        determined = any(tree.words[c].dep == "det" for c in tree.children[k] if c < k)
        if determined or tree.words[k].lower not in load_carriers().verbs:
            return False
    return tree.words[k].pos in VERBAL or _is_active_participle(tree, k)


def top_of_series(tree: Tree, noun: int) -> int:
    """Go up from an act to the word that counts or bounds it: "une série d'attaques", "le début des frappes"."""
    series = grammar_words("series_nouns")
    while True:
        head = tree.words[noun].head
        if tree.words[noun].dep == "nmod" and tree.case(noun) == "de" and tree.words[head].lower in series:
            noun = head
        elif noun > 1 and tree.words[noun - 1].lower in {"d'", "de"} and tree.words[noun - 2].lower in series:
            noun -= 2
        else:
            return noun


def _carriages(tree: Tree, noun: int) -> Iterator[Carriage]:
    head, preposition = tree.words[noun].head, preposition_of(tree, noun) or ""
    if head != noun:
        yield from _above(tree, noun, head, preposition)
    yield from _noun_before(tree, noun)
    yield from _clause_behind(tree, noun)
    yield from _verb_before(tree, noun, preposition)


def _noun_before(tree: Tree, noun: int) -> Iterator[Carriage]:
    """Give the carrying noun right before an act with "de", wherever the parse hangs it: "l'objet d'une attaque"."""
    first = min(
        [noun, *(c for c in tree.children[noun] if c < noun and tree.words[c].dep in {"det", "amod", "nummod"})]
    )
    if first > 1 and preposition_of(tree, noun) == "de":
        for k in (first - 1, first - 2):
            if tree.words[k].lower in load_carriers().nouns:
                yield Carriage(k, "de")


def _above(tree: Tree, noun: int, head: int, preposition: str) -> Iterator[Carriage]:
    dep = tree.words[noun].dep
    if tree.words[head].lower in TIMES:
        yield Carriage(tree.words[head].head, "")
        return
    subject = dep.startswith("nsubj") and not preposition
    if tree.words[head].pos in VERBAL and noun < head and dep == "obj" and group_of(tree, head).passive:
        subject = not preposition  # the parse takes the subject of a passive for its object
    if not subject:
        article = dep == "obj" and any(tree.words[c].lower == "des" for c in tree.children[noun] if c < noun)
        yield Carriage(head, "" if article else preposition)  # "a essuyé lundi des tirs"
        return
    yield _as_subject(tree, head)
    for verb in tree.dependents(head, "conj", "advcl", "parataxis"):
        own = any(tree.words[c].dep.startswith("nsubj") for c in tree.children[verb])
        if verb > head and tree.words[verb].pos in VERBAL and not own:
            yield _as_subject(tree, verb)


def _as_subject(tree: Tree, verb: int) -> Carriage:
    return Carriage(verb, "" if group_of(tree, verb).passive else "subj", subject=True)


def _clause_behind(tree: Tree, noun: int) -> Iterator[Carriage]:
    """Give the verbs of the relative or participle clause behind an act, no other act or verb between."""
    for k in range(noun + 1, min(noun + RELATIVE_REACH, len(tree.words))):
        word = tree.words[k]
        if word.lower in RELATIVE:
            verb = next(iter(_verbs_behind(tree, k)), None)
            if verb is not None:
                yield _as_subject(tree, verb)
            return
        if word.lower in QUE and word.pos == "PRON":
            yield from (Carriage(verb, "", relative=k) for verb in _verbs_behind(tree, k))
            return
        if _is_active_participle(tree, k):
            yield _as_subject(tree, k)
            return
        if word.pos == "AUX" and word.lower == "ayant":
            yield from (_as_subject(tree, verb) for verb in _verbs_behind(tree, k)[:1])
            return
        finite = word.pos in VERBAL and group_of(tree, k).finite
        if finite or word.text in SENTENCE_ENDS or _is_other_act(tree, k):
            return


def _is_other_act(tree: Tree, k: int) -> bool:
    lower = tree.words[k].lower
    return tree.words[k].pos == "NOUN" and is_act(lower) and not is_people(lower)


def _is_active_participle(tree: Tree, k: int) -> bool:
    """Tell a present participle, which the parse may take for something else: "des combats opposant X à Y"."""
    word = tree.words[k]
    if not word.lower.endswith("ant"):
        return False
    return word.pos == "VERB" or (word.lower in load_carriers().verbs and word.lower not in load_carriers().nouns)


def _verbs_behind(tree: Tree, k: int) -> list[int]:
    behind = range(k + 1, min(k + CLAUSE_REACH, len(tree.words)))
    return [v for v in behind if tree.words[v].pos == "VERB"]


def _verb_before(tree: Tree, noun: int, preposition: str) -> Iterator[Carriage]:
    """Give the last verb before an act that has the act right behind it, or as its first bare phrase.

    Also one that takes the preposition of the act: "ont bénéficié lundi de l'aide de X".
    """
    for k in range(noun - 1, max(-1, noun - BEFORE_REACH), -1):
        if tree.words[k].pos == "VERB":
            if bare_object(tree, k) == noun and not _has_object(tree, k, noun):
                yield Carriage(k, "")
            elif preposition and not _has_object(tree, k, noun):
                yield Carriage(k, preposition)
            return


def _has_object(tree: Tree, verb: int, other: int) -> bool:
    return any(c != other for c in tree.dependents(verb, "obj") if tree.words[c].lower not in QUE)


def _party(tree: Tree, noun: int, carriage: Carriage, carrier: Carrier) -> int | None:
    """Give the party that a carrying verb names: its subject, agent, object, or whom its object belongs to."""
    verb = carriage.word
    group = group_of(tree, verb)
    if carrier.who == "object":
        return object_role(tree, verb, group)
    if carrier.who == "dative":
        return _dative_party(tree, verb, group)
    if carrier.who == "victim":
        return _behind_object(tree, verb, ("de",))
    if carriage.subject:
        return agent_of(tree, verb) if group.passive else None
    if carriage.relative is not None:
        return _relative_subject(tree, carriage.relative, verb)
    return None if group.passive and tree.words[noun].dep == "obj" else subject_role(tree, verb, group)


def _dative_party(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give the dative of a carrying verb: of the phrases with "à" the one behind its object comes first."""
    said_of = None if group.passive else object_role(tree, verb, group)
    behind = addressed_behind(tree, said_of) if said_of is not None and said_of > verb else None
    if behind is not None:
        return behind
    found = dative(tree, verb)
    return _behind_object(tree, verb, ("à",)) if found is None else found


def _behind_object(tree: Tree, verb: int, prepositions: Sequence[str]) -> int | None:
    """Give the complement of the death that is the object of a verb: "coûter la vie à X", "causer la mort de X"."""
    for k in range(verb + 1, min(verb + CLAUSE_REACH, len(tree.words))):
        if tree.words[k].lower in grammar_words("deaths"):
            return complement_behind(tree, k, prepositions)
    return None


def _relative_subject(tree: Tree, pronoun: int, verb: int) -> int | None:
    """Give the subject of a clause with "que": before its verb, or right behind it ("que subissent les habitants")."""
    first = phrase_head(tree, pronoun + 1)
    if first is None and tree.words[pronoun + 1].pos == "PRON":
        return pronoun + 1
    if first is not None and first < verb:
        return first
    return phrase_head(tree, verb + 1) if verb == pronoun + 1 else None


def _named(tree: Tree, carrier: int, kind: Carrier) -> int | None:
    """Give whom a carrier noun is said of: the subject of its verb or copula, the noun it modifies, or itself."""
    word = tree.words[carrier]
    copula = any(tree.words[c].dep in COPULAS for c in tree.children[carrier])
    known = tree.has_before(carrier, grammar_words("definite"))
    if kind.itself and known and not copula:  # "rendre hommage aux victimes de l'attaque"
        return carrier
    if copula or word.dep in {"obj", "obj:lvc", "xcomp", "obl:arg", "obl:mod"}:
        top = carrier if copula else word.head
        find = object_role if copula and group_of(tree, carrier).passive else subject_role  # "sont blessés dans …"
        subject = find(tree, top)
        if subject is not None:
            return subject
    noun_above = word.head != carrier and tree.words[word.head].pos in NOMINAL
    if noun_above and (word.dep == "appos" or (word.dep in {"acl", "amod", "nmod"} and not kind.itself)):
        return word.head
    return carrier if kind.itself else None
