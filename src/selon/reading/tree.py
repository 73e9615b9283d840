"""Walking a parsed sentence: children, subtrees and the functions a step asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from selon.languages.fr.grammar import words
from selon.reading.parse import Parse, Word

CLAUSE_DEPS = frozenset(["acl", "acl:relcl", "advcl", "advcl:cleft", "ccomp", "parataxis", "csubj"])
SUBJECT_DEPS = frozenset(["nsubj", "nsubj:pass", "nsubj:caus", "csubj"])
NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "X"])


class Tree:
    """One parsed sentence with its edges in both directions; `memo` keeps what steps have read of a word."""

    def __init__(self, words: Parse) -> None:
        self.words = words
        self.memo: dict[tuple[str, int], object] = {}

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Give the indices of the dependents of each word, left to right."""
        lists: list[list[int]] = [[] for _ in self.words]
        for i, word in enumerate(self.words):
            if word.head != i:
                lists[word.head].append(i)
        return tuple(tuple(x) for x in lists)

    def dependents(self, i: int, *deps: str) -> list[int]:
        """Give the dependents of a word in one of the relations; a bare relation stands for its subtypes too."""
        return [c for c in self.children[i] if self._is(c, deps)]

    def _is(self, i: int, deps: tuple[str, ...]) -> bool:
        dep = self.words[i].dep
        return dep in deps or dep.partition(":")[0] in deps

    def has_before(self, i: int, words: Collection[str]) -> bool:
        """Tell whether one of some lower-cased words stands before a word and hangs on it, as determiners do."""
        return any(self.words[c].lower in words for c in self.children[i] if c < i)

    def subtree(self, i: int) -> list[int]:
        """Give the indices of a word and all below it, in order."""
        found, stack = [], [i]
        while stack:
            k = stack.pop()
            found.append(k)
            stack.extend(self.children[k])
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[int]:
        """Give the heads above a word, nearest first."""
        seen = {i}
        while (head := self.words[i].head) not in seen:
            yield head
            seen.add(head)
            i = head

    def first_of_chain(self, i: int) -> int:
        """Go up a coordination to its first member."""
        while self.words[i].dep == "conj" and self.words[i].head != i:
            i = self.words[i].head
        return i

    def conjuncts(self, i: int) -> list[int]:
        """Give a word and those coordinated below it."""
        found = [i]
        for k in found:
            found.extend(c for c in self.children[k] if self.words[c].dep == "conj")
        return sorted(found)

    def at(self, offset: int) -> int | None:
        """Find the word that covers a character offset of the article."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.words) and self.words[low].start <= offset:
            return low
        return None

    def case(self, i: int) -> str | None:
        """Give the preposition of a nominal, lower case: "de", "contre", "à cause de"; null when it has none."""
        marks = [c for c in self.children[i] if self.words[c].dep == "case" and c < i]
        if not marks:
            return None
        mark = self._nearest_mark(marks, i)
        first = self.words[mark]
        before = self.words[mark - 1].lower if mark else ""
        if before in COMPLEX_HEADS and CONTRACTED.get(first.lower, first.lower) == "de":
            return f"{before} de"
        fixed = [self.words[c].lower for c in self.children[mark] if self.words[c].dep == "fixed"]
        return " ".join([CONTRACTED.get(first.lower, first.lower), *fixed])

    def _nearest_mark(self, marks: list[int], i: int) -> int:
        """Give the preposition of a nominal's own: not one that another noun parts from it ("de X contre Y")."""
        parted = [m for m in marks if any(w.pos in {"NOUN", "PROPN"} for w in self.words[m + 1 : i])]
        own = [m for m in marks if m not in parted]
        return (own or marks)[0]

    def word(self, i: int) -> Word:
        """Give a word by its index."""
        return self.words[i]


COMPLEX_HEADS = words("complex_prepositions")
CONTRACTED = {"d'": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}
