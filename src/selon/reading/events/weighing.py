"""An act of the lexicon weighed against what the model thinks of its word.

The thresholds were chosen among few, on the held-back reports (docs/model.md tells what each step gains there).
"""

from __future__ import annotations

from dataclasses import replace
from math import log

from selon.languages.fr.grammar import words
from selon.languages.fr.triggers import Strength, Trigger
from selon.reading.confidence import confidence
from selon.reading.events.proposed import SURE
from selon.reading.events.scopes import DOUBTED, LEFT_OPEN, QUESTION, Verdict
from selon.reading.events.triggers import Found
from selon.reading.model.opinions import Opinions, TriggerOpinion
from selon.records import Event, EventType, Status

DOUBT: dict[Strength, float] = {"strong": 0.05, "usual": 0.3, "weak": 0.5}
"""Chance of an act below which an event is dropped, by the strength of its entry; chosen among few, on annotations of
our own that nothing else uses, where they hardly matter.
"""

NO_ACT: dict[Strength, float] = {"strong": 0.2, "usual": 0.45, "weak": 0.6}
"""Mean of the first and the closer look's chances of an act below which an event is dropped."""

SURE_AGAINST = 0.85
"""Chance of a type from which it is taken against an entry that knows the word's sense."""

TRUST = 0.9
"""Weight of the logarithm of the model's chance of a status against the rules' word for it."""

RULES: dict[Status, float] = {
    "actual": 1.2, "planned": 1.75, "possible": 2.1, "alleged": 1.05, "demanded": 0.25, "negated": 1.55,
}  # fmt: skip
"""What a status gains, in logarithms, by being what the rules read.

They were fitted (softmax, L2, as `training/statuses.py` does) to 885 acts of 87 annotated reports that the encoder of
a trial had not seen, and to 1,030 of reports of our own annotation that nothing was trained on. Over these 92.9 and
93.8 % are right, by the rules alone 89.4 and 91.2, by the encoder alone 91.8 and 93.0.
"""

PREVENTED = frozenset(f"verb {lemma}" for lemma in words("preventing"))
"""Rules of verbs under which an act has not happened, however definite its noun: "a déjoué l'attentat"."""

OCCURS = 1.0
"""What "actual" gains more, by a verb in a past tense that says that the act took place."""

LEAST_CHANCE = 0.005
"""Chance of a status below which no lower one is told apart."""

# A lexicon entry's own share of an event's score; the model's chances of an act and of its type have the rest.
STRENGTHS: dict[Strength, float] = {"strong": 1.0, "usual": 0.5, "weak": 0.0}


def type_of(opinions: Opinions, offset: int, entry: Trigger) -> EventType | None:
    """Give the type of an act at an offset, the entry's or another that the model is sure of; null when it is none."""
    special = entry.requires or entry.rest  # one sense of the word, or a phrase
    kind = opinions.sure_type(offset, SURE_AGAINST if special else SURE) or entry.type
    opinion = opinions.of_trigger(offset, kind)
    return None if opinion and opinion.any_type < DOUBT[entry.strength] else kind


def stands(opinions: Opinions, offset: int, kind: EventType, entry: Trigger) -> bool:
    """Tell whether both looks at an act together leave it one."""
    opinion, closer = opinions.of_trigger(offset, kind), opinions.of_act(offset)
    return opinion is None or closer is None or (opinion.any_type + closer) / 2 >= NO_ACT[entry.strength]


def weigh(opinions: Opinions, event: Event, found: Found, verdict: Verdict, kind: EventType) -> Event:
    """Give an event the type it has by `type_of`, its confidence, and the status that is likeliest."""
    opinion = opinions.of_trigger(event.trigger.start, kind)
    strength = STRENGTHS[found.entry.strength]
    if opinion is None:
        return replace(event, confidence=confidence("event", strength / 3))
    return replace(
        event,
        type=kind,
        mode=event.mode if kind == event.type else None,
        code=event.code if kind == event.type else None,
        status=_status(opinion, verdict, found.verbal),
        confidence=confidence("event", (opinion.any_type + opinion.type + strength) / 3),
    )


def _status(opinion: TriggerOpinion, verdict: Verdict, verbal: bool) -> Status:
    """Give the status that the model's chances and the rules' word together make likeliest.

    A noun under a word that denies is often taken for granted ("la suspension des attaques"). A verb that is denied and
    a noun behind "aucun", "non pas" or "déjouer" are so whatever the model says, and what is asked is possible; what a
    negated verb tells in the subjunctive is no deed.
    """

    def score(status: Status) -> float:
        ruled = RULES[status] if status == verdict.status else 0.0
        ruled += OCCURS if verdict.occurs and status == "actual" else 0.0
        return TRUST * log(max(opinion.statuses[status], LEAST_CHANCE)) + ruled

    last = verdict.scopes[-1] if verdict.scopes else None
    plain = last is not None and (verbal or not last.governs or last.rule in PREVENTED)
    if verdict.status == "negated" and plain:
        return "negated"
    if verdict.status == "possible" and last is not None and last.rule == QUESTION:
        return "possible"
    left_open = verdict.status == "possible" and any(scope.rule in LEFT_OPEN for scope in verdict.scopes)
    doubted = any(scope.rule == DOUBTED for scope in verdict.scopes)
    never = {"actual"} if doubted else {"negated"} if left_open else set()
    return max((s for s in opinion.statuses if s not in never), key=score)
