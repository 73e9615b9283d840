"""How sure a record is: what the model thinks of it and how strong the lexicon's entry is, on a measured scale.

The scale is `confidence.tsv`: of the records with such a score, the share that was right in annotated reports that
nothing was trained on. `python -m benchmarks.calibration` makes it and tells how far off it is.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import numpy as np

from selon.languages.fr.triggers import Strength
from selon.reading.model.opinions import Opinions
from selon.records import EventType, Span, Statement
from selon.tables import filled, one_of, read_table

Kind = Literal["event", "statement"]

# A lexicon entry's own share of an event's score; the model's chances of an act and of its type have the rest.
STRENGTHS: dict[Strength, float] = {"strong": 1.0, "usual": 0.5, "weak": 0.0}
DOUBT = 0.1
"""Chance of an act below which an event is dropped unless its entry is a strong one."""


def of_event(opinions: Opinions, trigger: Span, kind: EventType, strength: Strength) -> float | None:
    """Give how sure an event is; null when the model does not think its trigger one and the entry is not strong."""
    opinion = opinions.of_trigger(trigger.start, kind)
    if opinion is None:
        return confidence("event", STRENGTHS[strength] / 3)
    if opinion.any_type < DOUBT and strength != "strong":
        return None
    return confidence("event", (opinion.any_type + opinion.type + STRENGTHS[strength]) / 3)


def of_statement(opinions: Opinions, statement: Statement) -> float:
    """Give how sure the words of a statement are somebody's."""
    return confidence("statement", opinions.of_content([(c.start, c.end) for c in statement.content]))


def confidence(kind: Kind, score: float) -> float:
    """Give the share of records of a kind with such a score that were right, four decimals."""
    return round(float(np.interp(score, *_scale()[kind])), 4)


def score_of(kind: Kind, value: float | None) -> float:
    """Give the score that has such a confidence, the inverse of `confidence` between the ends of the scale."""
    scores, shares = _scale()[kind]
    return float(np.interp(value or 0.0, shares, scores))


@cache
def _scale() -> dict[str, tuple[list[float], list[float]]]:
    schema = {"kind": one_of("event", "statement"), "score": filled, "right": filled}
    scale: dict[str, tuple[list[float], list[float]]] = {}
    for row in read_table("selon.reading", "confidence.tsv", schema):
        scores, shares = scale.setdefault(row["kind"], ([], []))
        scores.append(float(row["score"]))
        shares.append(float(row["right"]))
    return scale
