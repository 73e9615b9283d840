"""How sure a record is: what the model thinks of it and how strong the lexicon's entry is, put on a measured scale.

The scale is `confidence.tsv`: of the records with such a score, the share that was right in annotated reports that
nothing was trained on. `python -m benchmarks.calibration` makes it and tells how far off it is.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import numpy as np

from selon.languages.fr.triggers import Strength
from selon.reading.model.opinions import TriggerOpinion
from selon.tables import filled, one_of, read_table

Kind = Literal["event", "statement"]

# What an entry's strength adds to the model's chance; a word that the model is blind to is not thereby wrong.
STRENGTHS: dict[Strength, float] = {"strong": 1.0, "usual": 0.5, "weak": 0.0}


def event_score(strength: Strength, opinion: TriggerOpinion) -> float:
    """Score an event from 0 to 1 by the model's chances of an act and of its type, and its entry's strength."""
    return (opinion.any_type + opinion.type) / 3 + STRENGTHS[strength] / 3


def confidence(kind: Kind, score: float) -> float:
    """Give the share of records of a kind with such a score that were right, two decimals."""
    scores, shares = _scale()[kind]
    return round(float(np.interp(score, scores, shares)), 2)


@cache
def _scale() -> dict[str, tuple[list[float], list[float]]]:
    schema = {"kind": one_of("event", "statement"), "score": filled, "right": filled}
    rows = read_table("selon.reading", "confidence.tsv", schema)
    scale: dict[str, tuple[list[float], list[float]]] = {}
    for row in rows:
        scores, shares = scale.setdefault(row["kind"], ([], []))
        scores.append(float(row["score"]))
        shares.append(float(row["right"]))
    return scale
