"""When an act took place, and how many: what the sentence ties to its trigger."""

from __future__ import annotations

from collections.abc import Sequence

from selon.reading.document import Document
from selon.reading.times import TimeLink
from selon.reading.tree import Tree
from selon.reading.verb_groups import verb_group
from selon.records import Mention, Quantity, Span, Time, When

# Relations of a clause with its own time and place.
OWN_CLAUSE = frozenset(["acl:relcl", "ccomp", "parataxis"])


def when_of(
    document: Document, tree: Tree, trigger: int, times: Sequence[Time], links: Sequence[TimeLink]
) -> When | None:
    """Give the time that hangs on a trigger, or on the verb that carries it; a linked pair counts as one interval."""
    inside = [(k, t) for k, t in enumerate(times) if tree.words[0].start <= t.span.start < tree.words[-1].end]
    dated = [(k, t) for k, t in inside if t.type in {"DATE", "TIME"} and t.begin]
    ranked = [(rank, k) for k, t in dated if (rank := _tie(tree, trigger, t.span)) is not None]
    if not ranked:
        return None
    best = min(ranked)[1]
    for link in links:
        if best in link.times and link.kind != "all_of":
            first, last = times[link.times[0]].span, times[link.times[-1]].span
            start = min(first.start, last.start)
            return When(document.span(start, max(first.end, last.end)), link.begin, link.end, link.edtf)
    time = times[best]
    return When(time.span, time.begin, time.end, time.edtf)


def _tie(tree: Tree, trigger: int, span: Span) -> int | None:
    """Rank how closely a time hangs on a trigger: 0 under it, then under each verb above; null when on none."""
    k = tree.at(span.start)
    if k is None:
        return None
    for steps, up in enumerate(tree.ancestors(k)):
        if up == trigger:
            return 0
        if tree.words[up].pos in {"VERB", "AUX"} and steps < 6:
            above = carriers(tree, trigger)
            return 1 + above.index(up) if up in above else None
    return None


def carriers(tree: Tree, trigger: int) -> list[int]:
    """Give the verbs above a trigger up to the first finite one, not out of a clause of its own."""
    found = []
    below = trigger
    for up in tree.ancestors(trigger):
        if tree.words[up].pos in {"VERB", "AUX"}:
            if tree.words[below].dep in OWN_CLAUSE:
                break
            found.append(up)
            if verb_group(tree, up).finite:
                break
        below = up
    return found


def quantities_of(trigger: Span, mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> tuple[int, ...]:
    """Give the indices of the quantities inside an event's actors and recipients."""
    return tuple(
        k for k, q in enumerate(quantities) if any(m.span.overlaps(q.span) for m in mentions) and q.span != trigger
    )
