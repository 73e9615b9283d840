"""The status of an act from its sentence, then from the statement that tells it, then from its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selon.languages.fr.occurrence import load_occurrence
from selon.languages.fr.verbs import analyse
from selon.reading.events.arguments import group_of
from selon.reading.events.scopes import Scope, Verdict
from selon.reading.events.status import NEGATION, carries, is_answered, status_of, without
from selon.reading.events.triggers import Found
from selon.reading.tree import SUBJECT_DEPS, Tree
from selon.reading.verb_groups import VerbGroup, verb_group
from selon.records import Span, Statement, Status, When

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

NAMED = frozenset(["obj", "obl:arg", "nsubj:pass", "nsubj", "xcomp", "conj"])
"""Relations by which the act that somebody asks for, promises or denies may hang on the first word of the content."""

JOINED = frozenset(["conj"])
"""The same where the content is whole sentences, quoted."""

QUOTED = frozenset(["direct", "free"])
AHEAD = "its time is after the publication"
DUTY = "verb devoir"
DE = frozenset(["de", "d'"])


def verdict_of(
    tree: Tree, found: Found, telling: Sequence[Statement], when: When | None, published: str | None
) -> Verdict:
    """Read the status of an act, with the scopes that make it so; `telling` are the statements that hold it."""
    least = min((_length(s) for s in telling), default=0)
    inner = [s for s in telling if _length(s) == least]
    verdict = status_of(tree, found.head, found.verbal, found.entry.speech, inner[0].form if inner else None)
    if found.word != found.head and verdict.status != "negated" and (denied := without(tree, found.word)):
        verdict = Verdict("negated", (*verdict.scopes, Scope("negated", NEGATION, denied)))
    answered = is_answered(tree, found.word, found.verbal, found.entry.speech)
    for s in inner:
        status = status_in_content(tree, found.word, found.verbal, s) if verdict.status == "actual" else "actual"
        if status != "actual" and not (answered and status == "negated"):
            scope = Scope(status, f"content of the act {s.act}", _at(tree, s.cue), governs=True)
            verdict = Verdict(status, (*verdict.scopes, scope))
    verdict = _ahead(tree, found, verdict, when, published)
    return replace(verdict, occurs=verdict == Verdict("actual") and _occurs(tree, found))


def _occurs(tree: Tree, found: Found) -> bool:
    """Tell whether a verb says that the act took place: in a past tense over its noun, or "venir de" before it."""
    verb = tree.words[found.word].head
    if found.verbal:
        return _has_just(tree, group_of(tree, found.head))
    if verb == found.word or not carries(tree, verb, found.word):
        return False
    group = verb_group(tree, verb)
    return _has_just(tree, group) or (tree.words[verb].lower in load_occurrence() and _is_past_group(tree, group))


def _has_just(tree: Tree, group: VerbGroup) -> bool:
    """Tell an infinitive behind "venir de": "vient de rencontrer"."""
    before = min([group.first, *group.clitics]) - 1
    if group.mood != "infinitive" or before < 1 or tree.words[before].lower not in DE:
        return False
    return any(f.lemma == "venir" and f.tense != "future" for f in analyse(tree.words[before - 1].lower))


def _length(statement: Statement) -> int:
    return sum(len(c.text) for c in statement.content)


def status_in_content(tree: Tree, trigger: int, verbal: bool, statement: Statement) -> Status:
    """Read the status that a statement gives to the act its content names: "réclame la libération de …"."""
    status = CONTENT.get(statement.act)
    first = tree.at(statement.content[0].start)
    if status is None or first is None or trigger < first or not _is_named(tree, trigger, statement):
        return "actual"
    if any(tree.words[i].pos in {"VERB", "AUX"} and verb_group(tree, i).finite for i in range(first, trigger)):
        return "actual"
    if not verbal or not verb_group(tree, trigger).finite:
        return status
    asked = status == "demanded" and _is_asked(tree, trigger, statement.form in QUOTED)
    return status if asked else "actual"


def _is_named(tree: Tree, trigger: int, statement: Statement) -> bool:
    """Tell whether an act is what a content names, and not told of something in it: "demande une loi que X refuse"."""
    links = JOINED if statement.form in QUOTED else NAMED
    k = trigger
    for _ in tree.words:
        head = tree.words[k].head
        outside = not statement.content[0].start <= tree.words[head].start < statement.content[-1].end
        if head == k or outside or tree.words[k].dep not in links:
            return head == k or outside
        k = head
    return False


def _is_asked(tree: Tree, verb: int, quoted: bool) -> bool:
    """Tell a finite verb that is what somebody asks for: a subjunctive, in quoted words an imperative."""
    lead = tree.words[verb_group(tree, verb).first].lower
    if quoted and tree.dependents(verb, *SUBJECT_DEPS):
        return False
    return any(f.mood == ("imperative" if quoted else "subjunctive") for f in analyse(lead))


def _ahead(tree: Tree, found: Found, verdict: Verdict, when: When | None, published: str | None) -> Verdict:
    """Take an act for planned whose time is to come, and what must be done by then for planned rather than demanded."""
    if not (when and when.begin and published and when.begin > published):
        return verdict
    due = verdict.status == "demanded" and verdict.scopes[-1].rule == DUTY
    if due or (verdict.status == "actual" and not _is_past(tree, found)):
        return Verdict("planned", (*verdict.scopes, Scope("planned", AHEAD, _at(tree, when.span))))
    return verdict


def _is_past(tree: Tree, found: Found) -> bool:
    """Tell a verb in a past tense: "le lendemain, ils ont tiré" lies ahead of nothing, however its day is resolved."""
    if not found.verbal:
        return False
    return _is_past_group(tree, group_of(tree, found.head))


def _is_past_group(tree: Tree, group: VerbGroup) -> bool:
    if group.mood != "indicative":
        return False
    present_passive = group.passive and any(
        f.lemma == "être" and f.tense == "present" for f in analyse(tree.words[group.first].lower)
    )
    return group.tense in {"past", "imperfect"} or (group.compound and group.tense == "present" and not present_passive)


def _at(tree: Tree, span: Span | None) -> tuple[int, ...]:
    """Give the words of a sentence that a span covers."""
    return tuple(k for k, w in enumerate(tree.words) if span and span.start <= w.start < span.end)
