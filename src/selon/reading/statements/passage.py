"""A sentence as the constructions see it: its tree, its cue verbs and its incises, found once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from selon.reading.document import Document
from selon.reading.quotations import Quotation
from selon.reading.statements.cue_words import CueVerb, cue_verbs
from selon.reading.statements.drafts import Stretch
from selon.reading.statements.incises import Incise, find_incises
from selon.reading.tree import Tree


@dataclass(frozen=True)
class Passage:
    """A parsed sentence of a document."""

    document: Document
    number: int
    tree: Tree

    @cached_property
    def cues(self) -> tuple[CueVerb, ...]:
        """Give the cue verbs, in order."""
        return tuple(cue_verbs(self.tree))

    @cached_property
    def incises(self) -> tuple[Incise, ...]:
        """Give the incises (", a déclaré X"), in order."""
        return tuple(find_incises(self.tree, self.cues))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Give the quotations that touch the sentence."""
        words = self.tree.words
        start, end = words[0].start, words[-1].end
        return tuple(q for q in self.document.quotations if q.outer_start < end and start < q.outer_end)

    def quoted(self, word: int) -> Quotation | None:
        """Give the innermost quotation around a word."""
        at = self.tree.words[word].start
        return max((q for q in self.quotations if q.start <= at < q.end), key=lambda q: q.level, default=None)

    def with_whole_quotation(self, stretch: Stretch) -> Stretch:
        """Lengthen a stretch that the end of the sentence cuts inside a quotation opened in it."""
        start, end = stretch
        cut = end >= self.tree.words[-1].end - 2
        for q in self.quotations:
            if cut and start <= q.outer_start < end < q.end and q.level == 0:
                return start, q.outer_end
        return stretch

    def incise_marks(self) -> frozenset[int]:
        """Give the words that stand right before an incise."""
        return frozenset(i.mark for i in self.incises)

    def is_incise(self, cue: CueVerb) -> bool:
        """Tell whether a cue verb makes an incise."""
        return any(i.found.index == cue.index for i in self.incises)
