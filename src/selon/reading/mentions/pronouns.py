"""Whom a pronoun or possessive stands for: the nearest earlier subject that agrees, inside the same voice first."""

from __future__ import annotations

from collections.abc import Iterator

from selon.languages.fr.given_names import is_feminine
from selon.languages.fr.grammar import words
from selon.reading.document import Document
from selon.reading.participants import is_participant
from selon.reading.tree import Tree

WordAt = tuple[int, int]
FEMININE = words("pronouns_feminine")
PLURAL = words("pronouns_plural")
MASCULINE = words("pronouns_masculine")
NO_ANTECEDENT = words("pronouns_without_antecedent")
FEMININE_DETERMINERS = words("determiners_feminine")
MASCULINE_DETERMINERS = words("determiners_masculine")
INNER = frozenset(["flat:name", "flat:foreign"])
SENTENCES_BACK = 4


def antecedent(document: Document, at: WordAt) -> WordAt | None:
    """Give the head word a pronoun stands for; null for first and second persons and where nothing agrees."""
    tree = document.trees[at[0]]
    if tree is None:
        return None
    word = tree.words[at[1]]
    form = word.lower.removeprefix("-t").lstrip("-")
    if form in NO_ANTECEDENT:
        return None
    feminine = True if form in FEMININE else False if form in MASCULINE else None
    plural = form in PLURAL
    quoted = document.quoted(word.start)
    for number in range(at[0], max(-1, at[0] - SENTENCES_BACK), -1):
        earlier = document.trees[number]
        if earlier is None:
            continue
        limit = at[1] if number == at[0] else len(earlier.words)
        for i in _candidates(earlier, limit):
            same_voice = quoted is not None or document.quoted(earlier.words[i].start) is None
            if same_voice and is_participant(earlier, i) and _agrees(earlier, i, feminine, plural):
                return number, i
    return None


def _candidates(tree: Tree, limit: int) -> Iterator[int]:
    """Give possible antecedents before a word: subjects first, those of main clauses before others, then names."""
    subjects = [
        i
        for i in range(limit)
        if tree.words[i].dep in {"nsubj", "nsubj:pass", "nsubj:caus"} and tree.words[i].pos != "PRON"
    ]
    yield from sorted(subjects, key=lambda i: (tree.words[tree.words[i].head].dep != "ROOT", -i))
    others = [
        i
        for i in range(limit)
        if tree.words[i].pos == "PROPN"
        and tree.words[i].dep not in INNER
        and tree.case(i) is None
        and i not in subjects
    ]
    yield from reversed(others)


def _agrees(tree: Tree, i: int, feminine: bool | None, plural: bool) -> bool:
    word = tree.words[i]
    if word.pos not in {"NOUN", "PROPN"}:
        return False
    coordinated = any(tree.words[c].dep == "conj" for c in tree.children[i])
    if plural != (word.plural or coordinated) and word.pos == "NOUN":
        return False
    if plural and word.pos == "PROPN" and not (word.plural or coordinated):
        return False
    return feminine is None or _feminine(tree, i) in {feminine, None}


def _feminine(tree: Tree, i: int) -> bool | None:
    """Tell the gender of a noun by its determiner, of a name by its given name; null when neither tells."""
    if tree.words[i].pos == "PROPN":
        return is_feminine(tree.words[i].text)
    for child in tree.children[i]:
        lower = tree.words[child].lower
        if child < i and lower in FEMININE_DETERMINERS | MASCULINE_DETERMINERS:
            return lower in FEMININE_DETERMINERS
    return tree.words[i].feminine
