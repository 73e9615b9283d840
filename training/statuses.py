"""Fit how the model's chance of a status is weighed against the rules' word (`selon.reading.events.weighing`).

usage: statuses.py --gold FOLDER --model FOLDER --folds N…

The model is one that was trained without these fifths of GOLD/articles (train.py --folds), so that it is as unsure of
them as of new reports. Prints the weights, and the share of statuses that are right six-fold over the reports.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from typing import Any, NamedTuple, get_args
from unittest.mock import patch

import numpy as np
from data import fifth, locate, read_articles

import selon.reading.events as events
from selon import Article, Reader
from selon.reading.events.scopes import Verdict
from selon.reading.events.weighing import LEAST_CHANCE, weigh
from selon.reading.model.session import Model
from selon.records import Event, EventType, Status

STATUSES: tuple[Status, ...] = get_args(Status)
PARTS = 6
PENALTY = 0.3
STEPS = 60


class Case(NamedTuple):
    """An act: the part its report is in, each status's chance, what the rules say, what is right."""

    part: int
    chances: dict[Status, float]
    ruled: Status
    right: Status


def cases(reader: Reader, gold: dict[str, Any]) -> Iterator[Case]:
    """Give the acts of an article that the reader finds with their type."""
    seen: list[tuple[Event, dict[Status, float], Status]] = []

    def watched(opinions: Any, event: Event, found: Any, verdict: Verdict, kind: EventType) -> Event:
        opinion = opinions.of_trigger(event.trigger.start, event.type)
        if opinion is not None:
            seen.append((event, opinion.statuses, verdict.status))
        return weigh(opinions, event, found, verdict, kind)

    with patch.object(events, "weigh", watched):
        reader.read_article(Article(gold["text"], gold["id"], "fr", gold.get("published"), gold.get("outlet")))
    part = int(hashlib.md5(gold["id"].encode()).hexdigest(), 16) % PARTS
    for event, chances, ruled in seen:
        for act in gold["events"]:
            start, end = locate(gold["text"], act["trigger"])
            if act["type"] == event.type and start < event.trigger.end and event.trigger.start < end:
                yield Case(part, chances, ruled, act["status"])
                break


def features(case: Case) -> np.ndarray:
    """Give for each status the logarithm of its chance, and a mark for it where it is what the rules say."""
    logs = [log(max(case.chances[s], LEAST_CHANCE)) for s in STATUSES]
    marks = np.diag([float(s == case.ruled) for s in STATUSES])
    return np.column_stack([logs, marks])


def fit(found: Sequence[Case]) -> np.ndarray:
    """Give the weights of a softmax over the statuses, by Newton's method with an L2 penalty."""
    x = np.array([features(c) for c in found])
    y = np.array([STATUSES.index(c.right) for c in found])
    weights = np.zeros(x.shape[2])
    for _ in range(STEPS):
        scores = x @ weights
        chances = np.exp(scores - scores.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        off = chances.copy()
        off[np.arange(len(y)), y] -= 1
        mean = np.einsum("nk,nkf->nf", chances, x)
        curve = np.einsum("nk,nkf,nkg->fg", chances, x, x) - mean.T @ mean + PENALTY * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, np.einsum("nk,nkf->f", off, x) + PENALTY * weights)
    return weights


def right(case: Case, weights: np.ndarray) -> bool:
    """Tell whether the weights give the right status."""
    return STATUSES[int((features(case) @ weights).argmax())] == case.right


def main() -> None:
    """Print the weights and how good they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--folds", type=int, nargs="+", required=True)
    args = parser.parse_args()
    reader = Reader()
    reader._model = Model(args.model)
    found = [c for a in read_articles(args.gold) if fifth(a["id"]) in args.folds for c in cases(reader, a)]
    crossed = sum(
        right(c, weights)
        for k in range(PARTS)
        for weights in [fit([c for c in found if c.part != k])]
        for c in found
        if c.part == k
    )
    rules, model = (
        sum(c.ruled == c.right for c in found),
        sum(max(c.chances, key=c.chances.__getitem__) == c.right for c in found),
    )
    first, *rest = fit(found)
    figures = {"acts": len(found), "rules": rules, "model": model, "both, six-fold": crossed}
    shares = {k: v if k == "acts" else round(100 * v / len(found), 1) for k, v in figures.items()}
    weights = {
        "TRUST": round(float(first), 2),
        "RULES": {s: round(float(w), 2) for s, w in zip(STATUSES, rest, strict=True)},
    }
    print(json.dumps(shares | weights))


if __name__ == "__main__":
    main()
