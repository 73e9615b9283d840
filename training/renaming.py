"""Other names in the place of a document's own, so that names are known by how they stand and not only by heart.

Mentions are replaced by others of their kind and shape (Dai & Adel 2020): names of the training documents and of the
knowledge tables, the same one all through a document, a surname by the surname of the name that replaced the whole.
Words whose label would not hold for another name (triggers) and names of countries, which take an article, stay.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from data import IGNORE, NULL, Document
from labels import HEADS, NAMES

from selon.knowledge import countries, groups, holders, organisations, outlets, places
from selon.reading.model.pieces import Pieces
from selon.reading.model.windows import words_of
from selon.reading.text import split_sentences
from selon.tables import read_table

SYNTAX = ("upos", "deprel", "number", "gender")
TABLES = {
    "organisation": ("organisations.tsv", "outlets.tsv", "groups.tsv"),
    "place": ("towns.tsv", "divisions.tsv"),
    "person": ("holders.tsv",),
}
SCHEMAS = {
    "organisations.tsv": organisations.SCHEMA,
    "outlets.tsv": outlets.SCHEMA,
    "groups.tsv": groups.SCHEMA,
    "holders.tsv": holders.SCHEMA,
    "countries.tsv": countries.SCHEMA,
    **places.SCHEMAS,
}
COLUMNS = ("name", "aliases", "acronyms", "other_names")
Row = tuple[int, ...]


@dataclass(frozen=True)
class Name:
    """A name as pieces a word, with a blank before it and without."""

    spaced: tuple[Row, ...]
    joined: tuple[Row, ...]

    def last(self) -> Name:
        """Give its last word as a name."""
        return Name(self.spaced[-1:], self.joined[-1:] if len(self.joined) == 1 else self.spaced[-1:])


@dataclass
class Renaming:
    """Stocks of names by kind and shape, half of the draws from the documents and half from the tables."""

    stocks: dict[tuple[str, str], list[list[str]]]
    kept: frozenset[str]
    pieces: Pieces
    share: float
    made: dict[str, Name | None] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Sequence[Document], pieces: Pieces, share: float) -> Renaming:
        """Gather the stocks."""
        stocks: dict[tuple[str, str], list[list[str]]] = defaultdict(lambda: [[], []])
        seen = {(kind, text) for d in documents for kind, text, _, _ in spans(d)}
        listed = {(kind, text) for kind, tables in TABLES.items() for table in tables for text in cells(table)}
        for k, pool in enumerate((seen, listed - seen)):
            for kind, text in sorted(pool):
                stocks[kind, shape(text)][k].append(text)
        return cls(dict(stocks), frozenset(cells("countries.tsv")), pieces, share)

    def __call__(self, document: Document, rng: random.Random) -> Document:
        """Give a document with other names, in a share of the calls."""
        if "name" not in document.labels or rng.random() >= self.share:
            return document
        chosen: dict[tuple[str, str], Name] = {}
        changes = []
        for kind, text, start, end in sorted(spans(document), key=lambda s: s[0] == "person" and " " not in s[1]):
            if text in self.kept or _holds_trigger(document, start, end):
                continue
            name = chosen.get((kind, text)) or self._draw(kind, text, rng)
            if name is None:
                continue
            chosen[kind, text] = name
            if kind == "person" and " " in text:
                chosen.setdefault((kind, text.split()[-1]), name.last())
            changes.append((start, end, name))
        return _changed(document, sorted(changes, key=lambda c: c[0])) if changes else document

    def _draw(self, kind: str, text: str, rng: random.Random) -> Name | None:
        pools = [p for p in self.stocks.get((kind, shape(text)), []) if p]
        return self._name(rng.choice(rng.choice(pools))) if pools else None

    def _name(self, text: str) -> Name | None:
        if text not in self.made:
            words, starts = words_of(split_sentences(text))
            joined = [(a + 1, b + 1) for a, b in words]
            plain = Name(tuple(self.pieces.of_words(text, words)), tuple(self.pieces.of_words(f"'{text}", joined)))
            self.made[text] = plain if words and len(starts) == 1 else None
        return self.made[text]


def cells(table: str) -> Iterator[str]:
    """Give the names of a knowledge table."""
    for row in read_table("selon.knowledge", table, SCHEMAS[table]):
        yield from (n.strip() for c in COLUMNS for n in row.get(c, "").split("|") if n.strip())


def shape(text: str) -> str:
    """Tell a sigle from a single word and from several."""
    if " " in text:
        return "several"
    return "sigle" if text.isupper() and len(text) > 1 else "one"


def spans(document: Document) -> Iterator[tuple[str, str, int, int]]:
    """Give the names of a document: kind, text, first word, end."""
    labels = document.labels.get("name")
    if labels is None:
        return
    for start in np.flatnonzero(labels % 2 == 1):
        end = start + 1
        while end < len(labels) and labels[end] == labels[start] + 1:
            end += 1
        text = document.text[document.words[start][0] : document.words[end - 1][1]]
        yield NAMES[labels[start] // 2], text, int(start), int(end)


def _holds_trigger(document: Document, start: int, end: int) -> bool:
    types = document.labels.get("type")
    return types is not None and bool(types[start:end].any())


def _changed(document: Document, changes: Iterable[tuple[int, int, Name]]) -> Document:
    rows: list[Row] = []
    source: list[int] = []  # the old word whose labels a new one takes
    fresh: list[bool] = []  # whether a new word goes on with the old one's span
    place = np.zeros(len(document.pieces) + 1, np.int64)
    at = 0
    for start, end, name in [*changes, (len(document.pieces), len(document.pieces), None)]:
        for k in range(at, start):
            place[k] = len(rows)
            rows.append(document.pieces[k])
            source.append(k)
            fresh.append(False)
        if name is not None:
            a = document.words[start][0]
            new = name.spaced if a == 0 or document.text[a - 1].isspace() else name.joined
            place[start] = len(rows)
            place[start + 1 : end] = len(rows) + len(new) - 1
            rows += new
            source += [start] + [end - 1] * (len(new) - 1)
            fresh += [False] + [True] * (len(new) - 1)
        at = end
    place[-1] = len(rows)
    going_on = np.array(fresh)
    labels = {h: _labels(h, v[source], going_on) for h, v in document.labels.items() if h not in SYNTAX}
    links = [(r, int(place[f]), [t if t == NULL else int(place[t]) for t in to]) for r, f, to in document.links]
    return replace(
        document,
        words=[(0, 0)] * len(rows),
        pieces=rows,
        starts=[int(place[s]) for s in document.starts],
        labels=labels,
        links=links,
        heads=None,
    )


def _labels(head: str, values: np.ndarray, going_on: np.ndarray) -> np.ndarray:
    """Turn B into I, and drop what belongs to one word, where a new word goes on with a span."""
    names = HEADS[head]
    if names[0] == "O" and any(n.startswith("B-") for n in names):
        return np.where(going_on & (values > 0) & (values % 2 == 1), values + 1, values)
    empty = IGNORE if head in ("status", "act") else 0
    return np.where(going_on, empty, values)
