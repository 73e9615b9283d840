"""What the constructions propose before they are settled against each other."""

from __future__ import annotations

from dataclasses import dataclass

WordAt = tuple[int, int]
Stretch = tuple[int, int]
CITING_WEIGHT = 64
"""Weight of what a source is cited for: it stands beside the statement of who cites, or is cited with it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed statement: speaker and addressee as (sentence, head word), cue and content as offsets.

    `weight` tells which of two drafts for the same words stays: the construction that is surer.
    """

    speaker: WordAt | None
    cue: Stretch | None
    act: str
    form: str
    content: tuple[Stretch, ...]
    weight: int
    addressee: WordAt | None = None
    medium: Stretch | None = None

    @property
    def start(self) -> int:
        """Give where the content begins."""
        return self.content[0][0]

    def size(self) -> int:
        """Count the characters of the content."""
        return sum(b - a for a, b in self.content)
