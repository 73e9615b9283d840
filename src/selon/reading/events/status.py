"""Whether an act happened, is planned, possible, alleged, demanded or negated, as the innermost voice presents it.

Scopes are read from the trigger outwards: its modifiers, its own negation and mood, then the words that govern it.
A nearer scope is overruled by an outer one as `scopes` says.
"""

from __future__ import annotations

from collections.abc import Iterator

from selon.languages.fr.governors import Governor
from selon.languages.fr.grammar import words
from selon.languages.fr.occurrence import load_occurrence
from selon.languages.fr.verbs import analyse
from selon.reading.events.governing import GOVERNING, governor_at, governor_before, preposition_ending_at
from selon.reading.events.scopes import CONCORD, DOUBTED, QUESTION, Scope, Verdict, combined
from selon.reading.tree import CONTRACTED, Tree
from selon.reading.verb_groups import VerbGroup, can_be_infinitive, is_participle, verb_group
from selon.records import StatementForm, Status

BEFORE_INFINITIVE = words("before_infinitive")
CARRIED = frozenset(["obj", "obl:arg", "nsubj:pass", "nsubj", "xcomp", "obl:mod", "obl", "nmod", "conj", "appos"])
QUOTES = frozenset(['"', "«", "“", "»", "”"])
DEFINITE = words("definite")
REACH = 4
NEGATION = "negation"
NOT_DENIED = frozenset(["loin", "seulement", "sans"])
"""Words behind "non" with which it denies no act: "non loin des combats"."""

ASKING = (words("interrogatives") - {"si", "s'"}) | {"qui", "que", "qu'", "quoi"}
HEARSAY: tuple[Status, str] = ("alleged", "conditional of hearsay")
FUTURE_OF_PAST: tuple[Status, str] = ("planned", "conditional in reported speech")
# What a conditional makes of an act in the content of a statement of each form; that of hearsay in any other.
CONDITIONALS: dict[StatementForm | None, tuple[Status, str]] = {
    "indirect": FUTURE_OF_PAST,
    "mixed": FUTURE_OF_PAST,
    "direct": ("possible", "conditional in quoted words"),
    "free": ("possible", "conditional in quoted words"),
}


def status_of(tree: Tree, trigger: int, verbal: bool, speech: bool, reported: StatementForm | None = None) -> Verdict:
    """Read the status of the act at a trigger; `reported` is the form of the statement whose content holds it.

    In indirect speech a conditional is the future of the past ("a annoncé que … quitterait"), in quoted words a
    possibility, elsewhere the press conditional of hearsay ("selon X, … quitterait").
    """
    verdict = Verdict("actual")
    answered = is_answered(tree, trigger, verbal, speech)
    for scope in _scopes(tree, trigger, verbal, reported):
        if answered and scope.status == "negated" and scope.rule != NEGATION:
            continue
        verdict = combined(verdict, scope)
        if speech and verdict.status != "actual":
            break
    return verdict


def is_answered(tree: Tree, trigger: int, verbal: bool, speech: bool) -> bool:
    """Tell a speech act that is taken for granted: who "a rejeté la demande" denies no demand, but what it asks."""
    return speech and not verbal and tree.has_before(trigger, DEFINITE)


def _scopes(tree: Tree, trigger: int, verbal: bool, reported: StatementForm | None) -> Iterator[Scope]:
    yield from _modifiers(tree, trigger)
    yield from (_verb_scopes if verbal else _noun_scopes)(tree, trigger, reported, 0)


def _modifiers(tree: Tree, trigger: int) -> Iterator[Scope]:
    """Read adjectives and adverbs at the trigger: présumé, éventuel, prochain, peut-être."""
    for child in tree.children[trigger]:
        if tree.words[child].dep in {"amod", "advmod", "acl", "nmod"}:
            governor = governor_at(tree, child, ("adjective", "adverb"), frozenset(["noun", "clause"]))
            if governor and not _is_hard_to(tree, child, governor):
                yield _scope(governor, child)


def _is_hard_to(tree: Tree, child: int, governor: Governor) -> bool:
    """Tell "accusations impossibles à vérifier", where it is not the act that is impossible."""
    behind = [w.lower for w in tree.words[child + 1 : child + 3]]
    infinitive = len(behind) == 2 and can_be_infinitive(behind[1])
    return governor.pos == "adjective" and infinitive and behind[0] == "à"


def _verb_scopes(tree: Tree, verb: int, reported: StatementForm | None, depth: int) -> Iterator[Scope]:
    group = verb_group(tree, verb)
    if group.negated:
        yield Scope("negated", NEGATION, group_words(tree, group))
    yield from _mood(tree, group, reported)
    if group.mood != "infinitive":  # "plutôt que de" before an infinitive is a preposition, read once
        yield from _conjunctions(tree, verb)
    if depth >= REACH:
        return
    if group.mood == "infinitive":
        yield from _above_infinitive(tree, group, reported, depth)
    elif group.mood == "subjunctive" or tree.words[verb].dep == "ccomp":
        yield from _above_clause(tree, verb)


def _mood(tree: Tree, group: VerbGroup, reported: StatementForm | None) -> Iterator[Scope]:
    if group.mood == "indicative" and _is_asked(tree, group):
        yield Scope("possible", QUESTION, group_words(tree, group))
    elif group.mood == "indicative" and group.tense == "future":
        yield Scope("planned", "future", group_words(tree, group))
    elif group.mood == "conditional":
        past = group.compound and not _simple_passive(tree, group)
        status, rule = HEARSAY if past else CONDITIONALS.get(reported, HEARSAY)
        if _has_condition(tree, group.main):
            status, rule = "possible", "conditional under a condition"
        yield Scope(status, rule, group_words(tree, group))


def _is_asked(tree: Tree, group: VerbGroup) -> bool:
    """Tell a question whether something is so: the subject behind its verb, and no word that asks for more."""
    return (
        group.inverted_subject is not None
        and tree.words[-1].text == "?"
        and not any(w.lower in ASKING for w in tree.words[: group.first])
    )


def _has_condition(tree: Tree, verb: int) -> bool:
    """Tell whether a clause hangs on a verb that is its condition: "partirait si X cédait"."""
    clauses = tree.dependents(verb, "advcl")
    return any(scope.status == "possible" for clause in clauses for scope in _conjunctions(tree, clause))


def _simple_passive(tree: Tree, group: VerbGroup) -> bool:
    """Tell a simple conditional passive ("serait arrêté") from a past conditional ("aurait arrêté")."""
    return group.passive and any(f.lemma == "être" for f in analyse(tree.words[group.first].lower))


def _conjunctions(tree: Tree, verb: int) -> Iterator[Scope]:
    for child in tree.children[verb]:
        if tree.words[child].dep == "mark" and child < verb and tree.words[verb].dep != "ccomp":
            governor = governor_at(tree, child, ("conjunction",), frozenset(["clause"]))
            if governor:
                yield _scope(governor, child)


def _above_infinitive(tree: Tree, group: VerbGroup, reported: StatementForm | None, depth: int) -> Iterator[Scope]:
    """Read the preposition before an infinitive, or what governs it, then that word's own scopes."""
    k = group.first - 1
    while k >= 0 and (
        tree.words[k].lower in BEFORE_INFINITIVE or tree.words[k].pos == "ADV" or tree.words[k].text in QUOTES
    ):
        k -= 1
    mark = tree.words[k].lower if k >= 0 else ""
    prepositional = preposition_ending_at(tree, k, "inf")
    if prepositional:
        yield _scope(prepositional, k)
        return
    head = tree.words[group.main].head
    if mark == "pour" and head != group.main and governor_at(tree, head, GOVERNING, frozenset(["inf:pour"])):
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
    if governor_at(tree, head, GOVERNING, complements) is None:
        head = governor_before(tree, k, complements)
    if head != group.main:
        yield from _governed(tree, head, reported, depth, complements)


def _governed(
    tree: Tree, head: int, reported: StatementForm | None, depth: int, complements: frozenset[str]
) -> Iterator[Scope]:
    verbal = tree.words[head].pos in {"VERB", "AUX"}
    governor = governor_at(tree, head, GOVERNING, complements)
    if governor is None:
        return
    yield _scope(governor, head)
    if depth < REACH:
        yield from (_verb_scopes if verbal else _noun_scopes)(tree, head, reported, depth + 1)


def _above_clause(tree: Tree, verb: int) -> Iterator[Scope]:
    """Read the verb above a clause with que: "exige que X cesse", "craint que X n'attaque"."""
    head = tree.words[verb].head
    if head != verb and tree.words[head].pos in {"VERB", "AUX", "NOUN", "ADJ"}:
        governor = governor_at(tree, head, ("verb", "noun", "adjective"), frozenset(["que"]))
        if governor:
            yield _scope(governor, head)
        elif verb_group(tree, verb).mood == "subjunctive" and _is_denied(tree, head):
            yield Scope("alleged", DOUBTED, (head,), governs=True)


def _is_denied(tree: Tree, head: int) -> bool:
    """Tell a verb that is negated, also by its subject: "rien n'indique que", "aucune preuve ne montre que"."""
    if tree.words[head].pos not in {"VERB", "AUX"}:
        return False
    subjects = (c for c in tree.children[head] if tree.words[c].dep.startswith("nsubj"))
    nothing = any(tree.words[s].lower in NOTHING or without(tree, s) for s in subjects)
    return nothing or verb_group(tree, head).negated


def _noun_scopes(tree: Tree, noun: int, reported: StatementForm | None, depth: int) -> Iterator[Scope]:
    """Read what governs a noun: a preposition, the word above it, and the mood of a verb that only carries it."""
    word, head = tree.words[noun], tree.words[noun].head
    if denied := without(tree, noun):
        none = all(tree.words[k].lower in NONE for k in denied)
        yield Scope("negated", CONCORD if none else NEGATION, denied)
    yield from _behind_preposition(tree, noun)
    if word.dep == "nmod" and tree.case(noun) == "de":
        yield from (scope for scope in _modifiers(tree, head) if scope.status == "alleged")  # "l'auteur présumé de …"
    if head == noun or depth >= REACH or word.dep not in CARRIED:
        return
    if word.dep == "conj":
        yield from _noun_scopes(tree, head, reported, depth + 1)
        return
    case = tree.case(noun)
    complements = _noun_complements(word.dep, case)
    verbal = tree.words[head].pos in {"VERB", "AUX"}
    governor = governor_at(tree, head, ("verb",) if verbal else ("noun", "adjective"), complements)
    if governor is None and not verbal and is_participle(tree.words[head].lower):  # taken for an adjective or a noun
        verbal, governor = True, governor_at(tree, head, ("verb",), complements)
    if governor:
        yield _scope(governor, head)
        yield from (_verb_scopes if verbal else _noun_scopes)(tree, head, reported, depth + 1)
    elif verbal and carries(tree, head, noun):
        yield from _verb_scopes(tree, head, reported, depth + 1)


def carries(tree: Tree, verb: int, noun: int) -> bool:
    """Tell whether a verb only says that the act of a noun takes place, or the noun is new and so under its scope.

    A noun with a definite determiner is taken for granted: "les négociations n'ont pas avancé" denies no negotiations.
    """
    dep = tree.words[noun].dep
    if dep not in {"obj", "nsubj:pass", "nsubj", "obl:arg"}:
        return False
    roles = load_occurrence().get(tree.words[verb].lower, frozenset())
    if ("subject" if dep == "nsubj" else "object") in roles:
        return True
    return dep != "nsubj" and not tree.has_before(noun, DEFINITE)


def _noun_complements(dep: str, case: str | None) -> frozenset[str]:
    if dep in {"obj", "nsubj:pass"}:
        return frozenset(["np"])
    if dep == "nsubj":
        return frozenset(["subj"])
    return frozenset([f"{case}-np"]) if case else frozenset(["np", "noun"])


def without(tree: Tree, noun: int) -> tuple[int, ...]:
    """Give "aucun", "sans", "non pas" or the like before a noun; empty where there is none."""
    first = min([noun, *(c for c in tree.children[noun] if c < noun)])
    near = range(max(0, first - 3), noun)
    if denied := tuple(k for k in near if tree.words[k].lower == "non" and tree.words[k + 1].lower not in NOT_DENIED):
        return denied
    for child in tree.children[noun]:
        if child < noun:
            if tree.words[child].lower in NONE:
                return (child,)
            if tree.words[child].dep == "case":
                found = preposition_ending_at(tree, child, "np")
                if found is not None and found.status == "negated":
                    return (child,)
    return ()


def _behind_preposition(tree: Tree, noun: int) -> Iterator[Scope]:
    """Read a preposition before a noun that puts its act in doubt or ahead: "en cas de", "en vue de"."""
    for child in tree.children[noun]:
        if child < noun and tree.words[child].dep in {"case", "fixed"}:
            found = preposition_ending_at(tree, child, "np")
            if found is not None and found.status != "negated":
                yield _scope(found, child)


def _scope(governor: Governor, k: int) -> Scope:
    return Scope(governor.status, f"{governor.pos} {governor.lemma}", (k,), governor.pos in {"verb", "noun"})


def group_words(tree: Tree, group: VerbGroup) -> tuple[int, ...]:
    """Give the words from the first of a verb group to its main verb."""
    return tuple(range(group.first, group.main + 1))


NONE = words("none")
NOTHING = frozenset(["rien", "personne", "nul"])
