"""An act of the lexicon weighed against what the model thinks of its word.

The thresholds were chosen among few, on the held-back reports (docs/model.md tells what each step gains there).
"""

from __future__ import annotations

from dataclasses import replace

from selon.languages.fr.triggers import Strength
from selon.reading.confidence import confidence
from selon.reading.events.proposed import SURE
from selon.reading.events.scopes import Verdict
from selon.reading.events.triggers import Found
from selon.reading.model.opinions import Opinions, TriggerOpinion
from selon.records import Event, Status

DOUBT: dict[Strength, float] = {"strong": 0.0, "usual": 0.4, "weak": 0.5}
"""Chance of an act below which an event is dropped, by the strength of its entry; chosen among few, on annotations of
our own that nothing else uses, where they hardly matter.
"""

SURE_AGAINST = 0.95
"""Chance of a type from which it is taken against an entry that knows the word's sense."""

SURE_STATUS = 0.8
"""Chance from which the model's status is taken against the rules'."""

SURE_DEED = 0.95
"""Chance from which the model's "actual" is taken against a word that governs the act, or the statement that names it.

Of 66 wrong statuses in reports that were new to both, 8 were such acts; no right one was.
"""

NEVER = 1.1
"""A bar no chance reaches."""

# A lexicon entry's own share of an event's score; the model's chances of an act and of its type have the rest.
STRENGTHS: dict[Strength, float] = {"strong": 1.0, "usual": 0.5, "weak": 0.0}


def weigh(opinions: Opinions, event: Event, found: Found, verdict: Verdict) -> Event | None:
    """Give an event its confidence, and the type and status the model is sure of; null when it thinks it none."""
    special = found.entry.requires or found.entry.rest  # one sense of the word, or a phrase
    kind = opinions.sure_type(event.trigger.start, SURE_AGAINST if special else SURE) or event.type
    opinion = opinions.of_trigger(event.trigger.start, kind)
    strength = STRENGTHS[found.entry.strength]
    if opinion is None:
        return replace(event, confidence=confidence("event", strength / 3))
    if opinion.any_type < DOUBT[found.entry.strength]:
        return None
    return replace(
        event,
        type=kind,
        mode=event.mode if kind == event.type else None,
        code=event.code if kind == event.type else None,
        status=_status(opinion, verdict, found.verbal),
        confidence=confidence("event", (opinion.any_type + opinion.type + strength) / 3),
    )


def _status(opinion: TriggerOpinion, verdict: Verdict, verbal: bool) -> Status:
    """Give the status the model is sure of, though it may have to be surer, or may not, make a deed of what is none."""
    best = max(opinion.statuses, key=lambda s: opinion.statuses[s])
    deed = best == "actual" and verdict.status != "actual"
    bar = _bar_of_deed(verdict, verbal) if deed else SURE_STATUS
    return best if opinion.statuses[best] >= bar else verdict.status


def _bar_of_deed(verdict: Verdict, verbal: bool) -> float:
    """Give the chance from which an act is a deed against its scopes: none against its own form, or where it is denied.

    A noun under a word that denies is often taken for granted ("la suspension des attaques"), a verb is not ("nie avoir
    attaqué").
    """
    denied = verbal and verdict.status == "negated"
    return SURE_DEED if verdict.scopes[-1].governs and not denied else NEVER
