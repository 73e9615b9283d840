"""How sure a record is, on a measured scale.

The scale is `confidence.tsv`: of the records with such a score, the share that was right in annotated reports that
nothing was trained on. `python -m benchmarks.calibration` makes it and tells how far off it is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Literal

import numpy as np

from selon.languages.fr.grammar import words
from selon.languages.fr.verbs import analyse
from selon.reading.model.opinions import Opinions
from selon.reading.statements.adverbials import stances
from selon.records import Statement
from selon.tables import filled, one_of, read_table

Kind = Literal["event", "statement"]

MARKS = "«»“”\"'"
DEGREE = words("degree_adverbs")
OF_ONESELF = frozenset(["dire", "déclarer"])

NOBODYS = 0.3
"""Chance of being somebody's words below which a statement is dropped."""

NOBODYS_BEHIND_PREPOSITION = 0.2
"""The same where a preposition names whose words they are: that they are somebody's is hardly in doubt."""

NOBODYS_BEFORE_AGENT = 0.1
"""The same where they stand before a passive cue and its agent: "ce bilan a été confirmé par X"."""


def weigh_statements(opinions: Opinions, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Give statements their confidence, and drop those whose words are surely nobody's."""
    chances = [opinions.of_content([(c.start, c.end) for c in s.content]) for s in statements]
    kept = {s.id for s, chance in zip(statements, chances, strict=True) if chance >= _least(s)}
    inner = {s.id: s.within for s in statements}
    return tuple(
        replace(s, confidence=confidence("statement", chance), within=_kept_above(s.within, inner, kept))
        for s, chance in zip(statements, chances, strict=True)
        if s.id in kept
    )


def _least(statement: Statement) -> float:
    if _is_stance(statement):
        return 0.0
    if statement.form == "prepositional":
        return NOBODYS_BEHIND_PREPOSITION
    return NOBODYS_BEFORE_AGENT if _is_before_agent(statement) else NOBODYS


def _is_stance(statement: Statement) -> bool:
    """Tell whether somebody calls himself something ("se dit très inquiet"): those are his words by what they mean."""
    if statement.cue is None or statement.cue.end > statement.content[0].start:
        return False
    told = (w.strip(MARKS) for w in statement.content[0].text.lower().split())
    first = next((w for w in told if w and w not in DEGREE), "")
    return first in stances() and any(f.lemma in OF_ONESELF for f in analyse(statement.cue.text.lower().split()[-1]))


def _is_before_agent(statement: Statement) -> bool:
    """Tell whether a content stands before its cue and the speaker behind it, outside direct speech."""
    cue, speaker = statement.cue, statement.speaker
    if cue is None or speaker is None or statement.form == "direct":
        return False
    return statement.content[-1].end <= cue.start and cue.end <= speaker.span.start


def _kept_above(within: str | None, inner: Mapping[str, str | None], kept: Collection[str]) -> str | None:
    while within is not None and within not in kept:
        within = inner[within]
    return within


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
