"""A name at its place in a text, and what the tables know of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selon.knowledge.places import Place
from selon.reading.mentions.gazetteer import Known, words_of
from selon.reading.text import Sentence

BODIES = frozenset(["organisation", "group", "outlet"])
LOCATED = frozenset(["place", "state"])


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name at tokens `first` to `last` (included) of a sentence, and what the knowledge knows of it."""

    sentence: int
    first: int
    last: int
    kind: str
    known: Known | None
    in_title: bool = False  # the department in "ministre de l'Intérieur": part of a title
    places: tuple[Place, ...] = ()  # what a place name may mean, the most populous first

    @property
    def listed(self) -> bool:
        """Tell whether the tables know the name; a guessed one they do not."""
        return self.known is not None or bool(self.places)


def text_of(sentences: Sequence[Sentence], name: NameAt) -> str:
    """Give the words of a name as they stand in the text."""
    return words_of(sentences[name.sentence].tokens[name.first : name.last + 1])


def outside(names: Iterable[NameAt], others: Sequence[NameAt]) -> list[NameAt]:
    """Give the names that share no word with the others."""
    return [
        n
        for n in names
        if not any(o.sentence == n.sentence and o.first <= n.last and n.first <= o.last for o in others)
    ]
