"""When an act took place whose own words give no time: the same act elsewhere tells it, or the narrative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from selon.languages.fr.grammar import words
from selon.reading.document import Document
from selon.reading.events.circumstances import tells_a_stretch, when_at
from selon.reading.events.repeats import may_be_one
from selon.reading.events.triggers import Found
from selon.reading.tree import Tree
from selon.reading.verb_groups import verb_group
from selon.records import Event, Time, When, WhenRule

# Determiners of what the reader knows; "des" and "du" may begin something new.
KNOWN = words("known_determiners")
# Adverbs of what was so before the narrative came to it.
SETTLED = words("settled_adverbs")
# A time told this many sentences before still is the narrative's.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with its sentence and what was found there."""

    event: Event
    sentence: int
    found: Found
    tree: Tree


def settle_moments(
    document: Document, placed: Sequence[Placed], times: Sequence[Time], published: str | None
) -> list[Event]:
    """Give events without a time the one of their narrative, or of the same act elsewhere; `when.rule` says which."""
    dated = [t for t in times if tells_a_stretch(t)]
    told = [_told(document, p, dated, published) for p in placed]
    settled = [replace(p.event, when=p.event.when or when) for p, when in zip(placed, told, strict=True)]
    return [
        e if e.when else replace(e, when=_elsewhere(p, placed, settled)) for p, e in zip(placed, settled, strict=True)
    ]


def _told(document: Document, placed: Placed, times: Sequence[Time], published: str | None) -> When | None:
    """Give the time that the narrative is at, to an act told as the next thing that happened."""
    event = placed.event
    if event.when or event.status != "actual" or placed.sentence == 0 or not _goes_on(placed):
        return None
    start = document.sentences[placed.sentence].start
    if any(start <= t.span.start < document.sentences[placed.sentence].end for t in times):
        return None
    before = [t for t in times if t.span.start < start and t.begin and t.begin == t.end and not _is_ahead(t, published)]
    if not before or placed.sentence - document.sentence_at(before[-1].span.start) > _NEAR:
        return None
    return _without_words(when_at(before[-1], published, "narrative"))


def _is_ahead(time: Time, published: str | None) -> bool:
    """Tell a day after the publication: nothing that happened falls on it."""
    return bool(time.begin and published and len(published) >= len(time.begin) and time.begin > published)


def _goes_on(placed: Placed) -> bool:
    """Tell whether a trigger is a finite verb in a past tense of the narrative."""
    if not placed.found.verbal:
        return False
    group = verb_group(placed.tree, placed.found.head)
    if any(placed.tree.words[c].lower in SETTLED for c in placed.tree.children[placed.found.head]):
        return False
    return group.mood == "indicative" and group.compound and group.tense == "present"


def _elsewhere(placed: Placed, others: Sequence[Placed], settled: Sequence[Event]) -> When | None:
    """Give the day of the same act in another sentence: a headline's after it, a known noun's shortly before."""
    event = placed.event
    if event.status not in ("actual", "alleged"):
        return None
    same = [(p.sentence, e.when) for p, e in zip(others, settled, strict=True) if e.when and _same(event, e)]
    if placed.sentence == 0:
        found = [when for sentence, when in same if sentence > 0][:1]
    elif placed.found.verbal or not _is_known(placed):
        return None
    else:
        found = [when for sentence, when in same if 0 < sentence < placed.sentence <= sentence + _NEAR][-1:]
    return _without_words(found[0], "repeat") if found and _is_one_day(found[0]) else None


def _same(a: Event, b: Event) -> bool:
    return a.type == b.type and b.status in ("actual", "alleged") and may_be_one(a, b)


def _is_one_day(when: When) -> bool:
    return when.begin is not None and when.begin == when.end


def _is_known(placed: Placed) -> bool:
    """Tell whether a noun is one that the reader knows: "l'attaque", "ces affrontements"."""
    return any(placed.tree.words[c].lower in KNOWN for c in placed.tree.children[placed.found.word])


def _without_words(when: When, rule: WhenRule | None = None) -> When:
    return replace(when, span=None, rule=rule or when.rule)
