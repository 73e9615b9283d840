"""Whom a pronoun or possessive stands for: the most prominent earlier word that agrees, near before far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.languages.fr.grammar import words
from selon.reading.document import Document
from selon.reading.mentions.candidates import Candidate, bare, candidates_of
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.registry import Registry
from selon.reading.tree import SUBJECT_DEPS, Tree

WordAt = tuple[int, int]
FEMININE = words("pronouns_feminine")
PLURAL = words("pronouns_plural")
MASCULINE = words("pronouns_masculine")
NEAREST = words("pronouns_of_the_nearest")
NO_ANTECEDENT = words("pronouns_without_antecedent")
POSSESSIVES = words("third_person_possessives")
SENTENCES_BACK = 8
DISTANCE = 1.1  # what each sentence between costs; one inside a quotation costs nothing
NAMED = 0.3  # how much likelier a name is than a noun
SPEAKING = 2.5  # how much likelier a pronoun behind its verb ("a-t-il dit") is a person


class Antecedents:
    """Finds what pronouns of one document stand for; the candidates of a sentence are gathered once."""

    def __init__(self, document: Document, names: dict[int, list[NameAt]], registry: Registry) -> None:
        self.document = document
        self.names = names
        self.registry = registry
        self._of_sentence: dict[int, tuple[Candidate, ...]] = {}
        self._found: dict[WordAt, WordAt | None] = {}

    def of(self, at: WordAt, form: str | None = None) -> WordAt | None:
        """Give the head word a pronoun stands for; null for first and second persons and where nothing agrees.

        `form` is the pronoun whose agreement a noun has that points back ("cet homme").
        """
        if at not in self._found:
            self._found[at] = None  # a pronoun that leads back to itself has none
            self._found[at] = self._search(at, form)
        return self._found[at]

    def _search(self, at: WordAt, as_if: str | None) -> WordAt | None:
        tree = self.document.trees[at[0]]
        if tree is None or (form := as_if or bare(tree.words[at[1]].lower)) in NO_ANTECEDENT:
            return None
        scored = [(self._score(at, tree, form, *c), c) for c in self._before(at) if self._agrees(tree, at, form, c)]
        best = max(scored, key=lambda pair: (pair[0], pair[1][0], pair[1][1].word), default=None)
        if best is None:
            return None
        number, candidate, _ = best[1]
        return self.of((number, candidate.word)) if candidate.pronoun else (number, candidate.word)

    def _before(self, at: WordAt) -> Iterator[tuple[int, Candidate, float]]:
        """Give the candidates before a word, with how far they are; outside quotations for a word outside them."""
        start = self.document.trees[at[0]].words[at[1]].start  # type: ignore[union-attr]
        quoted = self.document.quoted(start)
        far = 0.0
        for number in range(at[0], max(-1, at[0] - SENTENCES_BACK), -1):
            visible = 0
            for candidate in self._candidates(number):
                inner = self.document.quoted(candidate.start)
                same = inner is None or (quoted is not None and inner.start == quoted.start)
                if same and candidate.start < start:
                    visible += 1
                    yield number, candidate, far
            far += DISTANCE if visible or number == at[0] else 0.3

    def _candidates(self, number: int) -> Sequence[Candidate]:
        if number not in self._of_sentence:
            tree = self.document.trees[number]
            names = self.names.get(number, [])
            sentence = self.document.sentences[number]
            self._of_sentence[number] = candidates_of(tree, sentence, names, self.registry) if tree else ()
        return self._of_sentence[number]

    def _agrees(self, tree: Tree, at: WordAt, form: str, found: tuple[int, Candidate, float]) -> bool:
        number, candidate, _ = found
        feminine = True if form in FEMININE else False if form in MASCULINE else None
        if form in {"dernière", "dernières"}:
            feminine = True
        plural = form in PLURAL or form in {"derniers", "dernières"}
        if candidate.plural is not None and candidate.plural != plural:
            return False
        if candidate.plural is None and plural and candidate.kind not in {"group", "people", "organisation"}:
            return False
        if feminine is not None and candidate.feminine not in {feminine, None}:
            return False
        if candidate.pronoun and self.of((number, candidate.word)) is None:
            return False
        return number != at[0] or not _bound(tree, at[1], candidate.word, form)

    def _score(self, at: WordAt, tree: Tree, form: str, number: int, candidate: Candidate, far: float) -> float:
        if form in NEAREST:
            subject = candidate.prominence >= 2.0
            return -far * 2 - subject - (at[1] - candidate.word if number == at[0] else 0) * 0.01
        score = candidate.prominence - far
        speaks = tree.words[at[1]].text.startswith("-")
        if candidate.kind in {"person", "people"}:
            score += SPEAKING if speaks else 1.0
        if candidate.pronoun and self._is_person(number, candidate):
            score += SPEAKING if speaks else 1.0
        return score + (NAMED if candidate.named and candidate.kind == "person" else 0.0)

    def _is_person(self, number: int, pronoun: Candidate) -> bool:
        """Tell whether an earlier pronoun stands for people."""
        found = self.of((number, pronoun.word))
        meant = (c for c in self._candidates(found[0]) if c.word == found[1]) if found else ()
        return any(c.kind in {"person", "people"} for c in meant)


def _bound(tree: Tree, pronoun: int, candidate: int, form: str) -> bool:
    """Tell whether a candidate is another argument of the pronoun's own verb, or holds the possessive's noun."""
    head = tree.words[pronoun].head
    if form in POSSESSIVES and tree.words[pronoun].dep not in SUBJECT_DEPS:
        return candidate == head
    return tree.words[candidate].head == head and candidate != pronoun
