"""The parsed text a step works on: sentences, their trees and quotations."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from selon.reading.quotations import Quotation
from selon.reading.text import Sentence
from selon.reading.tree import Tree
from selon.records import Span


@dataclass(frozen=True)
class Document:
    """A text with its boundaries and parse; `trees[i]` is null where sentence i was not parsed."""

    text: str
    sentences: tuple[Sentence, ...]
    trees: tuple[Tree | None, ...]
    quotations: tuple[Quotation, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Give the index of the sentence that holds an offset, or of the one before it."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def tree_at(self, offset: int) -> Tree | None:
        """Give the tree of the sentence that holds an offset."""
        return self.trees[self.sentence_at(offset)] if self.sentences else None

    def word_at(self, offset: int) -> tuple[int, int] | None:
        """Give the sentence and word that cover an offset; null where the sentence has no parse or no word there."""
        number = self.sentence_at(offset)
        tree = self.trees[number]
        word = tree.at(offset) if tree else None
        return None if word is None else (number, word)

    def span(self, start: int, end: int) -> Span:
        """Cut a span out of the text."""
        return Span.of(self.text, start, end)

    def words_span(self, tree: Tree, first: int, last: int) -> Span:
        """Give the span from one word to another of a tree, both included."""
        return self.span(tree.words[first].start, tree.words[last].end)

    def quoted(self, offset: int) -> Quotation | None:
        """Give the innermost quotation around an offset."""
        inside = [q for q in self.quotations if q.start <= offset < q.end]
        return max(inside, key=lambda q: q.level, default=None)


def trim(text: str, start: int, end: int, edge: str = " \t\r\n\u00a0\u202f,;:") -> tuple[int, int]:
    """Narrow a stretch until it neither begins nor ends with an edge character."""
    while start < end and (text[start] in edge or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in edge or text[end - 1].isspace()):
        end -= 1
    return start, end


def contiguous(indices: Sequence[int], around: int) -> tuple[int, int]:
    """Give the longest run of consecutive indices around one of them, both ends included."""
    have = set(indices)
    first = last = around
    while first - 1 in have:
        first -= 1
    while last + 1 in have:
        last += 1
    return first, last
