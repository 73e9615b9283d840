"""What puts a status on an act, and how a nearer and an outer scope combine."""

from __future__ import annotations

from dataclasses import dataclass

from selon.languages.fr.grammar import words
from selon.records import Status


@dataclass(frozen=True, slots=True)
class Scope:
    """A status that something puts on an act: what does ("negation", "tense", a row of a table) and the words of it.

    `governs` tells that it is another verb or noun, or a statement, not a form or modifier of the act's own word.
    """

    status: Status
    rule: str
    words: tuple[int, ...]
    governs: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of an act with the scopes that made it so, innermost first; none where it is plainly told.

    `occurs` tells that a verb in a past tense says that it took place: "a imposé des sanctions".
    """

    status: Status
    scopes: tuple[Scope, ...] = ()
    occurs: bool = False


CONCORD = "negative determiner"
"""Rule of "aucun": a negation above it is the same one said twice, so does not undo it ("n'a mené aucune attaque")."""

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
    ("negated", "possible"): "possible",
    ("negated", "negated"): "actual",
}


QUESTION = "question"
DOUBTED = "subjunctive under a negation"
LEFT_OPEN = frozenset(f"verb {lemma}" for lemma in words("possible_when_denied"))
"""Rules of verbs that, denied, leave an act open rather than done: "n'a pas exclu de tirer"."""


def combined(verdict: Verdict, scope: Scope) -> Verdict:
    """Put an outer scope on a verdict: it changes the status, and is kept, only where `COMBINE` says so."""
    if scope.status == "negated" and verdict.scopes and verdict.scopes[-1].rule == CONCORD:
        return verdict
    status = COMBINE.get((verdict.status, scope.status))
    if status == "actual" and verdict.scopes[-1].rule in LEFT_OPEN:
        status = "possible"
    return verdict if status is None else Verdict(status, (*verdict.scopes, scope))
