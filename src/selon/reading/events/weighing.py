"""An act of the lexicon weighed against what the model thinks of its word.

The thresholds were chosen among few, on the held-back reports (docs/model.md tells what each step gains there).
"""

from __future__ import annotations

from dataclasses import replace

from selon.languages.fr.triggers import Strength
from selon.reading.confidence import confidence
from selon.reading.events.proposed import SURE
from selon.reading.events.triggers import Found
from selon.reading.model.opinions import Opinions, TriggerOpinion
from selon.records import Event, Status

DOUBT: dict[Strength, float] = {"strong": 0.0, "usual": 0.3, "weak": 0.5}
"""Chance of an act below which an event is dropped, by the strength of its entry.

In reports that nothing was trained on, more than half of the events of usual entries with a chance of 0.3 to 0.5 were
right, a quarter of those below; of strong entries a third even below 0.05; of weak ones too few to tell.
"""

SURE_AGAINST = 0.95
"""Chance of a type from which it is taken against an entry that knows the word's sense."""

SURE_STATUS = 0.8
"""Chance from which the model's status is taken against the rules'."""

# A lexicon entry's own share of an event's score; the model's chances of an act and of its type have the rest.
STRENGTHS: dict[Strength, float] = {"strong": 1.0, "usual": 0.5, "weak": 0.0}


def weigh(opinions: Opinions, event: Event, found: Found) -> Event | None:
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
        status=_status(opinion, event.status),
        confidence=confidence("event", (opinion.any_type + opinion.type + strength) / 3),
    )


def _status(opinion: TriggerOpinion, told: Status) -> Status:
    """Give the status the model is sure of, but never make a deed of what the words say is none.

    Letting it do that too had more whole records right (38.0 to 37.2), at the price of denials told as deeds.
    """
    best = max(opinion.statuses, key=lambda s: opinion.statuses[s])
    allowed = told == "actual" or best != "actual"
    return best if allowed and opinion.statuses[best] >= SURE_STATUS else told
