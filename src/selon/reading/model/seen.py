"""What the model saw of one text, as logits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from numpy.typing import NDArray

from selon.reading.model.decode import Floats
from selon.reading.model.pieces import Offsets
from selon.reading.model.windows import Window


@dataclass(frozen=True, slots=True)
class Seen:
    """A text's words, its windows and their logits: by head for all words, links and arcs window by window.

    `lengths` are pieces a word, `small` tells the words that cannot be a party, and `states` [layers, pieces, hidden]
    are what a closer look at a window takes, for the first windows only.
    """

    text: str
    words: list[Offsets]
    starts: list[int]
    windows: list[Window]
    logits: dict[str, Floats]
    links: list[Floats]
    arcs: list[Floats]
    lengths: list[int] = field(default_factory=list)
    small: list[bool] = field(default_factory=list)
    states: list[NDArray[Any]] = field(default_factory=list)
