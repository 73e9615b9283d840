"""Whether an act happened, is planned, possible, alleged, demanded or negated, as the innermost voice presents it.

Scopes are read from the trigger outwards: its modifiers, its own negation and mood, then the words that govern it.
A nearer scope is overruled by an outer one as `scopes` says.
"""

from __future__ import annotations

from collections.abc import Iterator

from selon.languages.fr.governors import Governor, load_governors
from selon.languages.fr.grammar import words
from selon.languages.fr.occurrence import load_occurrence
from selon.languages.fr.verbs import analyse
from selon.reading.events.scopes import Scope, Verdict, combined
from selon.reading.tree import CONTRACTED, Tree
from selon.reading.verb_groups import VerbGroup, verb_group
from selon.records import Statement, Status

BEFORE_INFINITIVE = words("before_infinitive")
CARRIED = frozenset(["obj", "obl:arg", "nsubj:pass", "nsubj", "xcomp", "obl:mod", "obl", "nmod", "conj", "appos"])
GOVERNING = ("verb", "noun", "adjective")
QUOTES = frozenset(['"', "«", "“", "»", "”"])
DEFINITE = words("definite")
WINDOW = 12
REACH = 4


def status_of(tree: Tree, trigger: int, verbal: bool, speech: bool, reported: bool = False) -> Verdict:
    """Read the status of the act at a trigger; `reported` tells that a statement's content holds it.

    In reported speech a conditional is the future of the past ("a annoncé que … quitterait"), outside it the press
    conditional of hearsay.
    """
    verdict = Verdict("actual")
    for scope in _scopes(tree, trigger, verbal, reported):
        verdict = combined(verdict, scope)
        if speech and verdict.status != "actual":
            break
    return verdict


# What the act of a statement makes of the act that is its content, where the content is no clause of its own.
CONTENT: dict[str, Status] = {
    "demand": "demanded",
    "ask": "demanded",
    "promise": "planned",
    "propose": "possible",
    "threaten": "possible",
    "deny": "negated",
    "refuse": "negated",
}


def status_in_content(tree: Tree, trigger: int, verbal: bool, statement: Statement) -> Status:
    """Read the status that a statement gives to the act its content names: "réclame la libération de …"."""
    status = CONTENT.get(statement.act)
    first = tree.at(statement.content[0].start)
    if status is None or first is None or trigger < first:
        return "actual"
    between = [i for i in range(first, trigger) if tree.words[i].pos in {"VERB", "AUX"} and verb_group(tree, i).finite]
    own = verbal and verb_group(tree, trigger).finite
    if own and status == "demanded" and not between:
        lead = tree.words[verb_group(tree, trigger).first].lower
        return status if any(f.mood == "subjunctive" for f in analyse(lead)) else "actual"
    head = tree.words[trigger].head
    nested = first <= head < trigger and tree.words[head].pos in {"NOUN", "PROPN"}
    return "actual" if between or own or nested else status


def _scopes(tree: Tree, trigger: int, verbal: bool, reported: bool) -> Iterator[Scope]:
    yield from _modifiers(tree, trigger)
    yield from (_verb_scopes if verbal else _noun_scopes)(tree, trigger, reported, 0)


def _modifiers(tree: Tree, trigger: int) -> Iterator[Scope]:
    """Read adjectives and adverbs at the trigger: présumé, éventuel, prochain, peut-être."""
    for child in tree.children[trigger]:
        if tree.words[child].dep in {"amod", "advmod", "acl", "nmod"}:
            governor = _governor(tree, child, ("adjective", "adverb"), frozenset(["noun", "clause"]))
            if governor:
                yield _scope(governor, child)


def _verb_scopes(tree: Tree, verb: int, reported: bool, depth: int) -> Iterator[Scope]:
    group = verb_group(tree, verb)
    if group.negated:
        yield Scope("negated", "negation", group_words(tree, group))
    yield from _mood(tree, group, reported)
    if group.mood != "infinitive":  # "plutôt que de" before an infinitive is a preposition, read once
        yield from _conjunctions(tree, verb)
    if depth >= REACH:
        return
    if group.mood == "infinitive":
        yield from _above_infinitive(tree, group, reported, depth)
    elif group.mood == "subjunctive" or tree.words[verb].dep == "ccomp":
        yield from _above_clause(tree, verb)


def _mood(tree: Tree, group: VerbGroup, reported: bool) -> Iterator[Scope]:
    if group.mood == "indicative" and group.tense == "future":
        asked = group.inverted_subject is not None and tree.words[-1].text == "?"
        yield Scope("possible" if asked else "planned", "question" if asked else "future", group_words(tree, group))
    elif group.mood == "conditional":
        past = group.compound and not _simple_passive(tree, group)
        told = past or not reported
        rule = "conditional of hearsay" if told else "conditional in reported speech"
        yield Scope("alleged" if told else "planned", rule, group_words(tree, group))


def _simple_passive(tree: Tree, group: VerbGroup) -> bool:
    """Tell a simple conditional passive ("serait arrêté") from a past conditional ("aurait arrêté")."""
    return group.passive and any(f.lemma == "être" for f in analyse(tree.words[group.first].lower))


def _conjunctions(tree: Tree, verb: int) -> Iterator[Scope]:
    for child in tree.children[verb]:
        if tree.words[child].dep == "mark" and child < verb and tree.words[verb].dep != "ccomp":
            governor = _governor(tree, child, ("conjunction",), frozenset(["clause"]))
            if governor:
                yield _scope(governor, child)


def _above_infinitive(tree: Tree, group: VerbGroup, reported: bool, depth: int) -> Iterator[Scope]:
    """Read the preposition before an infinitive, or what governs it, then that word's own scopes."""
    k = group.first - 1
    while k >= 0 and (
        tree.words[k].lower in BEFORE_INFINITIVE or tree.words[k].pos == "ADV" or tree.words[k].text in QUOTES
    ):
        k -= 1
    mark = tree.words[k].lower if k >= 0 else ""
    prepositional = _preposition_ending_at(tree, k, "inf")
    if prepositional:
        yield _scope(prepositional, k)
        return
    head = tree.words[group.main].head
    if mark == "pour" and head != group.main and _governor(tree, head, GOVERNING, frozenset(["inf:pour"])):
        yield from _governed(tree, head, reported, depth, frozenset(["inf:pour"]))
        return
    if mark == "pour":
        if head != group.main and tree.words[head].pos in {"VERB", "AUX"}:
            yield from _verb_scopes(tree, head, reported, depth + 1)
        return
    if tree.words[group.main].dep == "conj" and tree.words[head].pos == "VERB":
        yield from _above_infinitive(tree, verb_group(tree, head), reported, depth + 1) if depth < REACH else ()
        return
    complements = frozenset(["inf", f"inf:{CONTRACTED.get(mark, mark)}"])
    if _governor(tree, head, GOVERNING, complements) is None:
        head = _governor_before(tree, k, complements)
    if head != group.main:
        yield from _governed(tree, head, reported, depth, complements)


def _governor_before(tree: Tree, k: int, complements: frozenset[str]) -> int:
    """Find the nearest word before an infinitive's preposition that governs one, where the parse hangs it elsewhere."""
    for j in range(k - 1, max(-1, k - 1 - WINDOW), -1):
        if tree.words[j].text in {";", ":", ".", "!", "?"}:
            break
        if _governor(tree, j, GOVERNING, complements) is not None:
            return j
    return k


def _preposition_ending_at(tree: Tree, k: int, complement: str) -> Governor | None:
    """Find a governing preposition whose last word stands at a place: "sans", "au lieu de"."""
    for start in range(max(0, k - 4), k + 1):
        for governor in load_governors().get(tree.words[start].lower, ()):
            if governor.pos == "preposition" and complement in governor.complement:
                rest = governor.rest_at([w.lower for w in tree.words], start)
                if rest is not None and (rest[-1] if len(rest) else start) == k:
                    return governor
    return None


def _governed(tree: Tree, head: int, reported: bool, depth: int, complements: frozenset[str]) -> Iterator[Scope]:
    verbal = tree.words[head].pos in {"VERB", "AUX"}
    governor = _governor(tree, head, GOVERNING, complements)
    if governor is None:
        return
    yield _scope(governor, head)
    if depth < REACH:
        yield from (_verb_scopes if verbal else _noun_scopes)(tree, head, reported, depth + 1)


def _governor(tree: Tree, head: int, pos: tuple[str, ...], complements: frozenset[str]) -> Governor | None:
    lowers = [w.lower for w in tree.words]
    for governor in load_governors().get(lowers[head], ()):
        if governor.pos not in pos or not (governor.complement & complements):
            continue
        if governor.rest_at(lowers, head) is None or (governor.before and not verb_group(tree, head).reflexive):
            continue
        if governor.forms and _form(tree, head) not in governor.forms:
            continue
        return governor
    return None


def _form(tree: Tree, verb: int) -> str:
    """Name the form of a governing verb as the table does: its tense, "conditional", "participle" or "other"."""
    group = verb_group(tree, verb)
    if group.compound:
        return "participle"
    if group.mood == "conditional":
        return "conditional"
    return group.tense if group.mood == "indicative" else "other"


def _above_clause(tree: Tree, verb: int) -> Iterator[Scope]:
    """Read the verb above a clause with que: "exige que X cesse", "craint que X n'attaque"."""
    head = tree.words[verb].head
    if head != verb and tree.words[head].pos in {"VERB", "AUX", "NOUN", "ADJ"}:
        governor = _governor(tree, head, ("verb", "noun", "adjective"), frozenset(["que"]))
        if governor:
            yield _scope(governor, head)


def _noun_scopes(tree: Tree, noun: int, reported: bool, depth: int) -> Iterator[Scope]:
    """Read what governs a noun: a preposition, the word above it, and the mood of a verb that only carries it."""
    word, head = tree.words[noun], tree.words[noun].head
    if without := _without(tree, noun):
        yield Scope("negated", "negation", without)
    yield from _behind_preposition(tree, noun)
    if head == noun or depth >= REACH or word.dep not in CARRIED:
        return
    if word.dep == "conj":
        yield from _noun_scopes(tree, head, reported, depth + 1)
        return
    case = tree.case(noun)
    complements = _noun_complements(word.dep, case)
    verbal = tree.words[head].pos in {"VERB", "AUX"}
    governor = _governor(tree, head, ("verb",) if verbal else ("noun", "adjective"), complements)
    if governor:
        yield _scope(governor, head)
        yield from (_verb_scopes if verbal else _noun_scopes)(tree, head, reported, depth + 1)
    elif verbal and _carries(tree, head, noun):
        yield from _verb_scopes(tree, head, reported, depth + 1)


def _carries(tree: Tree, verb: int, noun: int) -> bool:
    """Tell whether a verb only says that the act of a noun takes place, or the noun is new and so under its scope.

    A noun with a definite determiner is taken for granted: "les négociations n'ont pas avancé" denies no negotiations.
    """
    dep = tree.words[noun].dep
    if dep not in {"obj", "nsubj:pass", "nsubj", "obl:arg"}:
        return False
    roles = load_occurrence().get(tree.words[verb].lower, frozenset())
    if ("subject" if dep == "nsubj" else "object") in roles:
        return True
    return dep != "nsubj" and not any(tree.words[c].lower in DEFINITE for c in tree.children[noun] if c < noun)


def _noun_complements(dep: str, case: str | None) -> frozenset[str]:
    if dep in {"obj", "nsubj:pass"}:
        return frozenset(["np"])
    if dep == "nsubj":
        return frozenset(["subj"])
    return frozenset([f"{case}-np"]) if case else frozenset(["np", "noun"])


def _without(tree: Tree, noun: int) -> tuple[int, ...]:
    """Give "aucun", "sans", "non pas" or the like before a noun; empty where there is none."""
    first = min([noun, *(c for c in tree.children[noun] if c < noun)])
    if denied := tuple(k for k in range(max(0, first - 3), noun) if tree.words[k].lower == "non"):
        return denied
    for child in tree.children[noun]:
        if child < noun:
            if tree.words[child].lower in NONE:
                return (child,)
            if tree.words[child].dep == "case":
                found = _preposition_ending_at(tree, child, "np")
                if found is not None and found.status == "negated":
                    return (child,)
    return ()


def _behind_preposition(tree: Tree, noun: int) -> Iterator[Scope]:
    """Read a preposition before a noun that puts its act in doubt or ahead: "en cas de", "en vue de"."""
    for child in tree.children[noun]:
        if child < noun and tree.words[child].dep in {"case", "fixed"}:
            found = _preposition_ending_at(tree, child, "np")
            if found is not None and found.status != "negated":
                yield _scope(found, child)


def _scope(governor: Governor, k: int) -> Scope:
    return Scope(governor.status, f"{governor.pos} {governor.lemma}", (k,))


def group_words(tree: Tree, group: VerbGroup) -> tuple[int, ...]:
    """Give the words from the first of a verb group to its main verb."""
    return tuple(range(group.first, group.main + 1))


NONE = words("none")
