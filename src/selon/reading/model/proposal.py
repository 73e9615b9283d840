"""What the model proposes for one text, as plain data, and what it saw, as logits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from selon.reading.model.decode import Floats
from selon.reading.model.pieces import Offsets
from selon.reading.model.windows import Window


class Name(NamedTuple):
    """A name of a person, place or organisation."""

    start: int
    end: int
    kind: str
    score: float


class Trigger(NamedTuple):
    """A word that names an act; `score` is the chance that it does, whatever its type."""

    start: int
    end: int
    type: str
    score: float
    status: str
    status_score: float


class Cue(NamedTuple):
    """Words that introduce a statement."""

    start: int
    end: int
    act: str
    score: float


class Part(NamedTuple):
    """A stretch of text of one kind: a content, a time, a quantity or a mention."""

    start: int
    end: int
    score: float


class Link(NamedTuple):
    """A link from a trigger, content or cue, by its index in its list, to a span.

    Kinds: actor, recipient, place, time (from a trigger); cue, speaker (from a content); cue_speaker (from a cue).
    """

    kind: str
    from_index: int
    to_span: Offsets
    score: float


class Word(NamedTuple):
    """A word with its class and its head (an index into the words, -1 for a root) in Universal Dependencies."""

    start: int
    end: int
    upos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the model sees in one text, each list in the order of the text.

    `words` is empty where the model has no syntax.
    """

    names: list[Name]
    triggers: list[Trigger]
    contents: list[Part]
    cues: list[Cue]
    times: list[Part]
    quantities: list[Part]
    mentions: list[Part]
    links: list[Link]
    words: list[Word]


@dataclass(frozen=True, slots=True)
class Seen:
    """A text's words, its windows and their logits: by head for all words, links and arcs window by window."""

    text: str
    words: list[Offsets]
    starts: list[int]
    windows: list[Window]
    logits: dict[str, Floats]
    links: list[Floats]
    arcs: list[Floats]
