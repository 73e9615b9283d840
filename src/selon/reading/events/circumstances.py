"""When an act took place, and how many: what the sentence ties to its trigger."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selon.languages.fr.occurrence import load_occurrence
from selon.reading.document import Document
from selon.reading.times import TimeLink
from selon.reading.tree import Tree
from selon.reading.verb_groups import verb_group
from selon.records import Mention, Quantity, Span, Time, When, WhenRule

# Relations of a clause with its own time and place.
_FAR_BELOW = 3
_VERBAL = frozenset(["VERB", "AUX"])
_RULES: tuple[WhenRule, ...] = ("trigger", "verb", "sentence")
_SMALL = frozenset(["ADP", "DET", "ADV", "PUNCT", "CCONJ", "SCONJ", "SPACE"])
OWN_CLAUSE = frozenset(["acl:relcl", "ccomp", "parataxis"])


def when_of(
    document: Document,
    tree: Tree,
    trigger: int,
    times: Sequence[Time],
    links: Sequence[TimeLink],
    published: str | None = None,
) -> When | None:
    """Give the time that hangs on a trigger, or on the verb that carries it; linked times count as one stretch.

    What began "since" a date lasts until the day of publication.
    """
    inside = [(k, t) for k, t in enumerate(times) if tree.words[0].start <= t.span.start < tree.words[-1].end]
    dated = [(k, t) for k, t in inside if tells_a_stretch(t)]
    ranked = [(*tie, k) for k, t in dated if (tie := _tie(tree, trigger, t.span)) is not None]
    if not ranked and dated and _opens(tree, dated[0][1].span) and _in_main_clause(tree, trigger):
        ranked = [(_RULES.index("sentence"), 0, dated[0][0])]
    if not ranked:
        return None
    rank, _, best = min(ranked)
    rule = _RULES[rank]
    for link in links:
        if best in link.times:
            first, last = times[link.times[0]].span, times[link.times[-1]].span
            start = min(first.start, last.start)
            return When(document.span(start, max(first.end, last.end)), link.begin, link.end, link.edtf, rule)
    return when_at(times[best], published, rule)


def tells_a_stretch(time: Time) -> bool:
    """Tell whether a time can be when something happens: a date, a time of day, or a length that has an end."""
    if time.type == "DURATION":
        return time.edtf is not None
    return time.type != "SET" and time.begin is not None


def when_at(time: Time, published: str | None, rule: WhenRule) -> When:
    """Make the time of an event of a time; one that began "since" then lasts until publication."""
    since = time.mod != "AFTER" and (time.edtf or "").endswith("/..")
    if since and published and (time.begin or "") <= published[:10]:
        return When(time.span, time.begin, published[:10], time.edtf, rule)
    return When(time.span, time.begin, time.end, time.edtf, rule)


def _tie(tree: Tree, trigger: int, span: Span) -> tuple[int, int] | None:
    """Rank how closely a time hangs on a trigger: 0 under it, 1 under the verb that carries it, each with the
    steps between; null when on none.
    """
    k = tree.at(span.start)
    if k is None:
        return None
    for steps, up in enumerate(tree.ancestors(k)):
        if up == trigger:
            return 0, steps
        if tree.words[up].pos in _VERBAL and steps < 6:
            if _takes_place(tree, up, trigger):
                return 0, steps
            return (1, steps) if up in carriers(tree, trigger) and _shares_its_time(tree, trigger, up) else None
    return None


def _takes_place(tree: Tree, verb: int, trigger: int) -> bool:
    """Tell whether a participle or relative clause says that its noun takes place: "l'offensive lancée en mai"."""
    word = tree.words[verb]
    return word.dep in {"acl", "acl:relcl"} and word.head == trigger and word.lower in load_occurrence()


def _opens(tree: Tree, span: Span) -> bool:
    """Tell whether a time opens its sentence, with no more than small words before it: "Depuis avril, …"."""
    k = tree.at(span.start)
    return k is not None and all(w.pos in _SMALL for w in tree.words[:k])


def _in_main_clause(tree: Tree, trigger: int) -> bool:
    """Tell whether an act is told by the main verb of its sentence or one coordinated with it, or is carried by one."""
    verbs = (k for k, w in enumerate(tree.words) if w.pos == "VERB" and verb_group(tree, k).finite)
    first = next(verbs, None)
    for up in [trigger, *carriers(tree, trigger)]:
        if up == first or (tree.words[up].pos in _VERBAL and tree.words[tree.first_of_chain(up)].dep == "ROOT"):
            return up == trigger or _shares_its_time(tree, trigger, up)
    return False


def _shares_its_time(tree: Tree, trigger: int, verb: int) -> bool:
    """Tell whether the time of a verb is that of an act below it.

    It is not where a participle or infinitive hangs on a noun ("la personne tuée"), where the act only belongs to the
    noun of an adjunct ("après la mort de …, dans une vague d'attaques"), or far below.
    """
    path, word = [], trigger
    while word != verb:
        path.append(tree.words[word].dep)
        word = tree.words[word].head
    return "acl" not in path and path[-2:] != ["nmod", "obl:mod"] and (len(path) < _FAR_BELOW or set(path) == {"nmod"})


def carriers(tree: Tree, trigger: int) -> list[int]:
    """Give the verbs above a trigger up to the first finite one, not out of a clause of its own."""
    found = []
    below = trigger
    for up in tree.ancestors(trigger):
        if tree.words[up].pos in _VERBAL:
            if tree.words[below].dep in OWN_CLAUSE:
                break
            found.append(up)
            if verb_group(tree, up).finite:
                break
        below = up
    return found


def quantities_of(
    document: Document, trigger: Span, mentions: Sequence[Mention], quantities: Sequence[Quantity]
) -> tuple[int, ...]:
    """Give the indices of the quantities inside an event's actors and recipients, and of its dead and wounded.

    Those are told right before the act: "quatre morts dans une frappe".
    """
    return tuple(
        k
        for k, q in enumerate(quantities)
        if q.span != trigger and (any(m.span.overlaps(q.span) for m in mentions) or _falls_in(document, q, trigger))
    )


def _falls_in(document: Document, quantity: Quantity, trigger: Span) -> bool:
    """Tell whether somebody's death or wounds are told right before an act."""
    if quantity.kind != "casualties" or not quantity.span.end < trigger.start:
        return False
    return _IN_THE_ACT.fullmatch(document.text, quantity.span.end, trigger.start) is not None


_IN_THE_ACT = re.compile(
    r"\s+(?:dans|lors d[e'’u]s?|au cours d[e'’u]s?)"
    r"(?:\s*l['’]|\s*(?:la|le|les|une?|des|deux|trois|cette|ces|ses)\s)?\s*(?:\w+\s+)?"
)
