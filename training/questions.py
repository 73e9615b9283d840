"""Questions of the second look: the acts and contents of a window with their parties, and words that are no act."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from data import IGNORE, NULL, Document
from labels import HEADS, LINKS, MARKS, PARTIES, TYPES

from selon.languages.fr.triggers import load_triggers
from selon.reading.model.closer import CONTENT, Asked, Marked, ask
from selon.reading.model.windows import Window

NO_ACT, OTHER_TYPE = 0.3, 0.15
"""Share of the lexicon's words that are no act, and of the acts, shown as what they are not."""

UNMARKED = 0.1
"""Share of the acts whose type is not told."""


@dataclass(frozen=True)
class Question:
    """What is marked in a document, the words linked to it, its status, and whether it is an act of the marked type."""

    marked: Marked
    linked: dict[str, list[int]]
    status: int = IGNORE
    act: int = IGNORE


def questions(document: Document, start: int, end: int, rng: random.Random | None = None) -> Iterator[Question]:
    """Give the acts and contents that begin in a window; with `rng`, words that are no act, or none of a type, too."""
    links: dict[int, dict[str, list[int]]] = defaultdict(dict)
    for relation, source, to in document.links:
        if LINKS[relation] in PARTIES and start <= source < end:
            links[source].setdefault(LINKS[relation], to)
    types = document.labels.get("type")
    for at, found in sorted(links.items()):
        if types is not None and types[at] > 0:
            yield from _act(document, at, found, rng)
        if "content_speaker" in found:
            words = Marked(at, min(end, content_end(document, at)), CONTENT)
            yield Question(words, {"content_speaker": found["content_speaker"]})
    if rng and types is not None:
        yield from _no_acts(document, start, end, rng)


def _act(document: Document, at: int, found: dict[str, list[int]], rng: random.Random | None) -> Iterator[Question]:
    parties = {k: v for k, v in found.items() if k != "content_speaker"}
    mark, status = HEADS["type"][document.labels["type"][at]], int(document.labels["status"][at])
    if rng and rng.random() < UNMARKED:
        yield Question(Marked(at, at + 1, ""), parties, status)
    else:
        yield Question(Marked(at, at + 1, mark), parties, status, 1)
    if rng and rng.random() < OTHER_TYPE:
        yield Question(Marked(at, at + 1, rng.choice([t for t in TYPES if t != mark])), {}, act=0)


def _no_acts(document: Document, start: int, end: int, rng: random.Random) -> Iterator[Question]:
    known, types = load_triggers().by_form, document.labels["type"]
    for at in range(start, end):
        if types[at] == 0 and document.words[at] != (0, 0):
            a, b = document.words[at]
            entries = known.get(document.text[a:b].lower(), ())
            if entries and rng.random() < NO_ACT:
                yield Question(Marked(at, at + 1, rng.choice(entries).type), {}, act=0)


def content_end(document: Document, at: int) -> int:
    """Give the word behind the content that begins at a word, of whichever layer."""
    layers = (document.labels[k] for k in ("content", "inner") if k in document.labels)
    values = next((v for v in layers if HEADS["content"][v[at]] == "B-content"), None)
    end = at + 1
    while values is not None and end < len(values) and HEADS["content"][values[end]] == "I-content":
        end += 1
    return end


def asked(
    rows: Sequence[tuple[Document, Window]], small: Collection[tuple[int, ...]], rng: random.Random | None
) -> dict[str, Any]:
    """Make the arrays of the questions about a batch of windows; empty where nothing is asked.

    `small` are the pieces of words that cannot be a party. Gives what `selon.reading.model.closer.ask` gives, padded,
    `status` and `act` [batch, questions] where one is known, and `parties`: by relation, which window and question, and
    the targets [rows, words + 1], nobody first.
    """
    found = [list(questions(d, w.start, w.end, rng)) for d, w in rows]
    if not any(found):
        return {}
    made = [_ask(d, w, [q.marked for q in own], small) for (d, w), own in zip(rows, found, strict=True)]
    words, most = max(len(a.piece) for a in made), max(map(len, found))
    out: dict[str, Any] = {
        "piece": np.stack([_padded(a.piece, words, 0) for a in made]),
        "mark": np.stack([_padded(a.mark, words, 0) for a in made]),
        "question": np.stack([_padded(a.question, words, -1) for a in made]),
        "head": np.stack([_padded(a.head, most, 0) for a in made]),
    }
    for name in ("status", "act"):
        values = np.stack([_padded(np.array([getattr(q, name) for q in own]), most, IGNORE) for own in found])
        out |= {name: values} if (values != IGNORE).any() else {}
    parties: dict[str, list[tuple[int, int, np.ndarray]]] = defaultdict(list)
    for b, own in enumerate(found):
        for q, question in enumerate(own):
            for relation, linked in question.linked.items():
                targets = np.zeros(words + 1, np.float32)
                targets[[0] if NULL in linked else _places(made[b], q, linked)] = 1
                if targets.any():
                    parties[relation].append((b, q, targets))
    return out | {"parties": {k: stacked(v) for k, v in parties.items()}}


def _ask(document: Document, window: Window, marked: Sequence[Marked], small: Collection[tuple[int, ...]]) -> Asked:
    lengths = [len(p) for p in document.pieces]
    return ask(lengths, [p in small for p in document.pieces], document.starts, window, marked, MARKS)


def _places(made: Asked, q: int, linked: Sequence[int]) -> list[int]:
    start = 1 + int(made.head[q])
    return [start + k for k, word in enumerate(made.words[q]) if word in linked]


def _padded(values: np.ndarray, size: int, filler: int) -> np.ndarray:
    return np.pad(values.astype(np.int64), (0, size - len(values)), constant_values=filler)


def stacked(rows: Sequence[tuple[int, int, np.ndarray]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Turn rows of two indices and targets into three arrays."""
    return np.array([r[0] for r in rows]), np.array([r[1] for r in rows]), np.stack([r[2] for r in rows])
