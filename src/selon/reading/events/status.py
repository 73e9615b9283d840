"""Whether an act happened, is planned, possible, alleged, demanded or negated, as the innermost voice presents it.

Scopes are read from the trigger outwards; the table of precedence is `COMBINE`: a nearer scope is overruled by an
outer one only where the pair says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from selon.languages.fr.grammar import words
from selon.languages.fr.governors import Governor, load_governors
from selon.languages.fr.verbs import analyse
from selon.reading.tree import Tree
from selon.reading.verb_groups import VerbGroup, verb_group
from selon.records import Status

# (nearer scope, outer scope) → what holds; a pair that is not here leaves the nearer one.
COMBINE: dict[tuple[str, str], Status] = {
    ("actual", "negated"): "negated",
    ("actual", "planned"): "planned",
    ("actual", "possible"): "possible",
    ("actual", "demanded"): "demanded",
    ("actual", "alleged"): "alleged",
    ("possible", "negated"): "negated",
    ("planned", "negated"): "negated",
    ("planned", "demanded"): "demanded",
    ("planned", "possible"): "possible",
    ("possible", "demanded"): "demanded",
    ("negated", "demanded"): "demanded",
    ("negated", "negated"): "actual",
}
MODAL_FUTURE = words("future_auxiliaries")
PURPOSE = words("purpose")
REACH = 4


def status_of(tree: Tree, trigger: int, verbal: bool, speech: bool, quoted_in_past: bool = False) -> Status:
    """Read the status of the act at a trigger from tense, mood, negation, modals and governing words."""
    status: Status = "actual"
    for scope in _scopes(tree, trigger, verbal, quoted_in_past):
        status = COMBINE.get((status, scope), status)
        if speech and status != "actual":
            break
    return status


def _scopes(tree: Tree, trigger: int, verbal: bool, quoted_in_past: bool) -> Iterator[Status]:
    yield from _modifiers(tree, trigger)
    if verbal:
        yield from _verb_scopes(tree, trigger, quoted_in_past, 0)
    else:
        yield from _noun_scopes(tree, trigger, quoted_in_past, 0)


def _verb_scopes(tree: Tree, verb: int, quoted_in_past: bool, depth: int) -> Iterator[Status]:
    group = verb_group(tree, verb)
    if group.negated:
        yield "negated"
    yield from _mood(tree, group, quoted_in_past)
    yield from _conditional_clause(tree, verb)
    if depth >= REACH:
        return
    if group.mood == "infinitive":
        yield from _above_infinitive(tree, group, quoted_in_past, depth)
    elif group.mood == "subjunctive":
        yield from _above_clause(tree, verb)


def _mood(tree: Tree, group: VerbGroup, quoted_in_past: bool) -> Iterator[Status]:
    if group.mood == "indicative" and group.tense == "future":
        yield "planned"
    elif group.mood == "conditional":
        if group.compound and not _future_passive(tree, group):
            yield "alleged"
        else:
            yield "planned" if quoted_in_past else "alleged"


def _future_passive(tree: Tree, group: VerbGroup) -> bool:
    """Tell a simple conditional passive ("serait arrêté") from a past conditional ("aurait arrêté")."""
    return any(f.lemma == "être" for f in analyse(tree.words[group.first].lower)) and group.passive


def _conditional_clause(tree: Tree, verb: int) -> Iterator[Status]:
    for child in tree.children[verb]:
        if tree.words[child].dep == "mark" and child < verb:
            lower = tree.words[child].lower
            if lower in {"si", "s'"} and tree.words[verb].dep in {"advcl", "ROOT", "dep"}:
                yield "possible"
            elif lower == "sans":
                yield "negated"


def _above_infinitive(tree: Tree, group: VerbGroup, quoted_in_past: bool, depth: int) -> Iterator[Status]:
    """Read what the word that governs an infinitive does to it, then that word's own scopes."""
    words = tree.words
    k = group.first - 1
    while k >= 0 and (
        words[k].lower in {"ne", "n'", "pas", "plus", "se", "s'", "le", "la", "les", "l'", "y", "en", "lui", "leur"}
        or words[k].pos == "ADV"
    ):
        k -= 1
    mark = words[k].lower if k >= 0 else ""
    if mark == "sans":
        yield "negated"
        return
    if mark in PURPOSE or (mark == "de" and k and words[k - 1].lower in {"afin", "avant", "lieu"}):
        yield "negated" if k and words[k - 1].lower == "lieu" else "planned"
        return
    head = words[group.main].head
    if head == group.main:
        return
    yield from _governed(tree, head, quoted_in_past, depth, {"inf", f"inf:{_bare(mark)}", f"inf:{mark}"})


def _bare(mark: str) -> str:
    return {"d'": "de", "aux": "à", "au": "à"}.get(mark, mark)


def _governed(tree: Tree, head: int, quoted_in_past: bool, depth: int, complements: set[str]) -> Iterator[Status]:
    governor = _governor(tree, head, complements)
    verbal = tree.words[head].pos in {"VERB", "AUX"}
    if governor:
        yield governor.status
    if depth >= REACH:
        return
    if verbal and (governor is not None or _aspectual(tree, head)):
        yield from _verb_scopes(tree, head, quoted_in_past, depth + 1)
    elif not verbal and governor is not None:
        yield from _noun_scopes(tree, head, quoted_in_past, depth + 1)


def _aspectual(tree: Tree, head: int) -> bool:
    """Tell whether a verb above only carries the act ("venir de", "commencer à"), so that its own mood is the act's."""
    return any(f.lemma in MODAL_FUTURE for f in analyse(tree.words[head].lower))


def _governor(tree: Tree, head: int, complements: set[str]) -> Governor | None:
    word = tree.words[head]
    pos = "verb" if word.pos in {"VERB", "AUX"} else "noun" if word.pos in {"NOUN", "PROPN"} else "adjective"
    entries = [g for g in load_governors().get(word.lower, ()) if g.pos == pos]
    fitting = [g for g in entries if not g.complement or g.complement in complements]
    return next(iter(fitting), None)


def _above_clause(tree: Tree, verb: int) -> Iterator[Status]:
    """Read the verb above a subjunctive clause: "exige que X cesse", "craint que X n'attaque"."""
    head = tree.words[verb].head
    if head != verb:
        governor = _governor(tree, head, {"que"})
        if governor:
            yield governor.status


def _noun_scopes(tree: Tree, noun: int, quoted_in_past: bool, depth: int) -> Iterator[Status]:
    """Read what governs a noun: the noun or verb above it, and the tense of a verb that only carries it."""
    word, head = tree.words[noun], tree.words[noun].head
    if _is_without(tree, noun):
        yield "negated"
    if head == noun or depth >= REACH:
        return
    if word.dep in {"nmod", "obl:arg", "obl", "obl:mod", "obj", "nsubj:pass", "nsubj", "xcomp", "conj", "appos"}:
        case = tree.case(noun) or "np"
        if word.dep == "conj":
            yield from _noun_scopes(tree, head, quoted_in_past, depth + 1)
            return
        governor = _governor(tree, head, {f"{_bare(case)}-np", "np", case})
        above = tree.words[head]
        if governor and word.dep != "nsubj":
            yield governor.status
            following = _verb_scopes if above.pos in {"VERB", "AUX"} else _noun_scopes
            yield from following(tree, head, quoted_in_past, depth + 1)
        elif above.pos in {"VERB", "AUX"} and word.dep in {"obj", "nsubj:pass", "nsubj", "obl:arg"}:
            yield from _verb_scopes(tree, head, quoted_in_past, depth + 1)


def _is_without(tree: Tree, noun: int) -> bool:
    for child in tree.children[noun]:
        lower = tree.words[child].lower
        if child < noun and lower in {"aucun", "aucune", "nul", "nulle", "sans", "pas"}:
            return True
    return False


def _modifiers(tree: Tree, trigger: int) -> Iterator[Status]:
    """Read adjectives and adverbs at the trigger: présumé, éventuel, prochain, peut-être."""
    governors = load_governors()
    for child in tree.children[trigger]:
        word = tree.words[child]
        if word.dep in {"amod", "advmod", "acl"}:
            for governor in governors.get(word.lower, ()):
                if governor.pos in {"adjective", "adverb"}:
                    yield governor.status
                    break
