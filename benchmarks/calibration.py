"""Put the confidence of events and statements on a measured scale, and tell how far off it is.

usage: python -m benchmarks.calibration GOLD [--keep]

GOLD/articles holds annotated reports; only the fifth that nothing was trained on is used. An event is right when its
trigger overlaps an annotated one of its type, a statement when half of the letters that its content or an annotated
one covers are covered by both. The error is expected calibration error over five bins: a scale made on one half of the
reports is tried on the other, and the other way round. `--keep` writes the scale made on all of them to
src/selon/reading/confidence.tsv and the error to benchmarks/figures/calibration.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

import selon
from benchmarks.accuracy import held_back
from benchmarks.resolution import locate
from selon import Article, Reader, Reading
from selon.reading.confidence import score_of

TABLE = Path(selon.__file__).parent / "reading" / "confidence.tsv"
FIGURES = Path(__file__).parent / "figures" / "calibration.json"
KINDS = ("event", "statement")
BINS, STEPS = 5, 6
Case = tuple[int, float, bool]
"""The report's number, the score, and whether the record was right."""


def event_cases(number: int, gold: dict[str, Any], reading: Reading) -> Iterator[Case]:
    """Judge the events of a reading."""
    known = [(*locate(gold["text"], e["trigger"]), e["type"]) for e in gold["events"]]
    for event in reading.events:
        span = event.trigger
        right = any(a < span.end and span.start < b and kind == event.type for a, b, kind in known)
        yield number, score_of("event", event.confidence), right


def statement_cases(number: int, gold: dict[str, Any], reading: Reading) -> Iterator[Case]:
    """Judge the contents of a reading's statements."""
    text = gold["text"]

    def letters(spans: Sequence[tuple[int, int]]) -> set[int]:
        return {i for a, b in spans for i in range(a, b) if text[i].isalnum()}

    known = [letters([locate(text, c) for c in s["content"]]) for s in gold["statements"]]
    for statement in reading.statements:
        mine = letters([(c.start, c.end) for c in statement.content])
        right = any(2 * len(mine & other) >= len(mine | other) > 0 for other in known)
        yield number, score_of("statement", statement.confidence), right


def scale(cases: Sequence[Case]) -> tuple[list[float], list[float]]:
    """Give scores and the shares that were right there: means of bins of like size, those that fall pooled."""
    ordered = sorted((score, float(right)) for _, score, right in cases)
    groups = [list(g) for g in np.array_split(np.array(ordered), STEPS)]
    pooled: list[list[Any]] = []
    for group in groups:
        pooled.append(group)
        while len(pooled) > 1 and _share(pooled[-2]) >= _share(pooled[-1]):
            pooled[-2:] = [pooled[-2] + pooled[-1]]
    return [float(np.mean([s for s, _ in g])) for g in pooled], [_share(g) for g in pooled]


def _share(group: Sequence[Any]) -> float:
    """Give the share that was right, drawn a little to the middle, for a bin is small (Laplace's rule)."""
    return float((sum(r for _, r in group) + 1) / (len(group) + 2))


def error(cases: Sequence[Case], made: tuple[list[float], list[float]]) -> float:
    """Give the expected calibration error of a scale on some cases."""
    told = sorted((float(np.interp(score, *made)), float(right)) for _, score, right in cases)
    bins = np.array_split(np.array(told), BINS)
    return float(sum(len(b) * abs(b[:, 0].mean() - b[:, 1].mean()) for b in bins if len(b)) / len(told))


def crossed(cases: Sequence[Case]) -> float:
    """Make the scale on half of the reports and try it on the other half, both ways."""
    halves = [[c for c in cases if c[0] % 2 == k] for k in (0, 1)]
    return (error(halves[0], scale(halves[1])) + error(halves[1], scale(halves[0]))) / 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--keep", action="store_true")
    args = parser.parse_args()
    documents = [json.loads(f.read_text("utf-8")) for f in sorted((args.gold / "articles").glob("*.json"))]
    documents = [d for d in documents if held_back(d["id"])]
    articles = [Article(d["text"], d["id"], "fr", d["published"], d["outlet"], d["url"]) for d in documents]
    cases: dict[str, list[Case]] = {kind: [] for kind in KINDS}
    for number, (gold, reading) in enumerate(zip(documents, Reader().pipe(articles), strict=True)):
        cases["event"] += event_cases(number, gold, reading)
        cases["statement"] += statement_cases(number, gold, reading)
    figures = {k: {"records": len(c), "error": round(100 * crossed(c), 1)} for k, c in cases.items()}
    print(json.dumps(figures))
    if args.keep:
        rows = [f"{k}\t{s:.4f}\t{r:.4f}" for k in KINDS for s, r in zip(*scale(cases[k]), strict=True)]
        head = "# Of held-back records with such a score, the share that was right. Made by benchmarks/calibration.py."
        TABLE.write_text("\n".join([head, "kind\tscore\tright", *rows]) + "\n", "utf-8")
        FIGURES.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
