"""What the model thinks of words and stretches the rules have found, by their offsets in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from selon.reading.model.closer import CONTENT, Closeup, Marked
from selon.reading.model.decode import Floats, softmax
from selon.reading.model.seen import Seen
from selon.records import EventType, Span, Status

LEAST = 0.01
"""Chance below which a word is not listed as a party."""

CLOSER = 0.5
"""Weight of the closer look at an act's parties or a content's speaker, the first look having the rest."""

PLAIN = 0.8
"""Chance of the likeliest party, or of nobody, from which the first look is enough."""

CALM = 1.5
"""Divisor of the closer look's logits: it has seen its reports so often that it is surer than it is right."""

ACTS = frozenset(["actor", "recipient", "place"])
"""Relations of acts; the others are those of contents."""

LookCloser = Callable[[Sequence[Marked]], Mapping[Marked, Closeup]]


@dataclass(frozen=True, slots=True)
class TriggerOpinion:
    """Of one word: the chance that it names an act at all, that it names one of the type, and each status's chance."""

    any_type: float
    type: float
    statuses: dict[Status, float]


def share_of(span: Span, chances: Iterable[tuple[int, float]]) -> float:
    """Give the sum of the chances of the words that begin in a span."""
    return sum(chance for offset, chance in chances if span.start <= offset < span.end)


class Opinions:
    """The model's chances for the words of one text; `look_closer` gives those of a second look at some of them."""

    def __init__(self, seen: Seen, labels: dict[str, Any], look_closer: LookCloser = lambda _: {}) -> None:
        self._starts = np.array([start for start, _ in seen.words], np.int64)
        self._at = {start: k for k, (start, _) in enumerate(seen.words)}
        self._heads = labels["heads"]
        self._types = _chances(seen, "type")
        self._statuses = _chances(seen, "status")
        self._relations = labels["links"]
        self._parties = labels.get("parties", [])
        self._links = seen.links
        self._first = [w.start for w in seen.windows]
        self._ends = [w.end for w in seen.windows]
        self._contents = _inside(seen, labels["heads"]["content"])
        self._look_closer = look_closer
        self._closeups: dict[tuple[int, bool], Closeup] = {}
        self._first_looks: dict[tuple[int, str], Floats] = {}

    def attend_acts(self, acts: Iterable[tuple[int, EventType]]) -> None:
        """Look closer at acts, by the offsets of their triggers and their types, for what is asked of them later."""
        known = ((self._at.get(offset), kind) for offset, kind in acts)
        self._attend([Marked(k, k + 1, kind) for k, kind in known if k is not None], ("actor", "recipient", "place"))

    def attend_contents(self, spans: Iterable[tuple[int, int]]) -> None:
        """Look closer at somebody's words, for who says them."""
        bounds = np.searchsorted(self._starts, np.array([*spans], np.int64).reshape(-1, 2)).tolist()
        self._attend([Marked(first, last, CONTENT) for first, last in bounds if first < last], ("content_speaker",))

    def _attend(self, marked: Sequence[Marked], relations: Sequence[str]) -> None:
        doubtful = [m for m in marked if any(self._first_look(m.first, r)[1].max() < PLAIN for r in relations)]
        found = self._look_closer(doubtful)
        self._closeups |= {(m.first, m.mark == CONTENT): closeup for m, closeup in found.items()}

    def _first_look(self, k: int, relation: str) -> tuple[int, Floats]:
        """Give the first word of a word's window, and the chances of nobody and each of its words as its party."""
        w = bisect_right(self._ends, k)
        found = self._first_looks.get((w, relation))
        if found is None:
            found = softmax(self._links[w][self._relations.index(relation)])
            self._first_looks[w, relation] = found
        start = self._first[w]
        return start, found[k - start + 1]

    def of_trigger(self, offset: int, kind: str) -> TriggerOpinion | None:
        """Give what is thought of the word that begins at an offset as a trigger of a type."""
        k = self._at.get(offset)
        if k is None:
            return None
        types, statuses = self._types[k], self._statuses[k]
        names = self._heads["status"]
        return TriggerOpinion(
            1.0 - float(types[0]),
            float(types[self._heads["type"].index(kind)]),
            {name: float(statuses[i]) for i, name in enumerate(names)},
        )

    def of_act(self, offset: int) -> float | None:
        """Give the chance that a word is an act of the type it was looked at for; null where it was not."""
        closeup = self._closeups.get((self._at.get(offset, -1), False))
        return float(softmax(closeup.act / CALM)[1]) if closeup else None

    def of_party(self, offset: int, relation: str) -> tuple[float, list[tuple[int, float]]]:
        """Give the chance that an act at an offset has no party of a relation, and that of each word to be its party.

        Words are told by the offsets where they begin; only those of the same window are known.
        """
        k = self._at.get(offset)
        if k is None:
            return 1.0, []
        start, chances = self._first_look(k, relation)
        closeup = self._closeups.get((k, relation not in ACTS)) if relation in self._parties else None
        if closeup:
            closer = softmax(closeup.parties[self._parties.index(relation)] / CALM)
            chances = chances * (1 - CLOSER)
            chances[[0, *(w - start + 1 for w in closeup.words)]] += CLOSER * closer
        likely = np.flatnonzero(chances[1:] > LEAST).tolist()
        return float(chances[0]), [(int(self._starts[start + i]), float(chances[i + 1])) for i in likely]

    def sure_type(self, offset: int, least: float) -> EventType | None:
        """Give the type that the word that begins at an offset has for sure as a trigger."""
        k = self._at.get(offset)
        if k is None or self._types[k, 0] > 1.0 - least:
            return None
        best = int(self._types[k].argmax())
        return self._heads["type"][best] if self._types[k, best] >= least else None

    def of_content(self, spans: Sequence[tuple[int, int]]) -> float:
        """Give the mean chance that the words of some spans are somebody's words."""
        bounds = [(int(x), int(y)) for x, y in np.searchsorted(self._starts, np.array(spans))]
        chances = np.concatenate([self._contents[x:y] for x, y in bounds])
        return float(chances.mean()) if len(chances) else 0.0


def _chances(seen: Seen, head: str) -> Floats:
    result: Floats = softmax(seen.logits[head]) if seen.words else np.zeros((0, 1), np.float32)
    return result


def _inside(seen: Seen, names: Sequence[str]) -> Floats:
    """Give each word's chance to be in a content, of either layer."""
    if not seen.words:
        return np.zeros(0, np.float32)
    layers = [1.0 - _chances(seen, head)[:, 0] for head in ("content", "inner")]
    result: Floats = np.maximum(*layers)
    return result
