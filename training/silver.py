"""Parses of another model as training trees of documents that have none.

Treebanks hold few of the words that events hang on; trained on events alone, these words come to be parsed badly.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from data import NULL, Document
from labels import HEADS

from selon.reading.model.session import Model
from selon.reading.model.syntax import governors

TASKS = ("upos", "deprel", "number", "gender")


def parsed(documents: list[Document], folder: Path) -> list[Document]:
    """Give the documents, those without trees with the ones of the model in a folder."""
    model = Model(folder)
    return [d if d.heads is not None else _parsed(d, model) for d in documents]


def _parsed(document: Document, model: Model) -> Document:
    seen = model.look_at_words(document.text, document.words, document.starts)()
    heads = np.array([NULL if h == k else h for k, h in enumerate(governors(seen))])
    labels = {task: _indices(task, seen.logits[task], model) for task in TASKS}
    labels["deprel"][heads == NULL] = HEADS["deprel"].index("root")
    return replace(document, heads=heads, labels=document.labels | labels)


def _indices(task: str, logits: np.ndarray, model: Model) -> np.ndarray:
    """Give each word's best label by its index in our label set."""
    names = model.labels["heads"][task]
    scores = logits.copy()
    if task == "deprel":
        scores[:, names.index("root")] = -np.inf
    return np.array([HEADS[task].index(names[k]) for k in scores.argmax(axis=1)], np.int64)
