"""A noun phrase to be understood: its words, and the phrase inside it where its head only counts or holds others."""

from __future__ import annotations

from dataclasses import dataclass

from selon.languages.fr.grammar import words
from selon.languages.fr.roles import Role, load_roles
from selon.reading.noun_phrases import noun_phrase
from selon.reading.tree import Tree

CONTAINERS = words("containers_of_people")
DEFINITE, CONTRACTED = words("definite"), words("contracted_articles")
KEPT, OF_OWNERS = words("kept_by_their_owner"), frozenset(["de", "d'", "du", "des"])
OF = words("of_people")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of a sentence: its head and its first and last word."""

    number: int
    tree: Tree
    head: int
    first: int
    last: int

    @property
    def definite(self) -> bool:
        """Tell whether an article, demonstrative or possessive stands before the head, also in "du" and "aux"."""
        words = self.tree.words
        contracted = self.first > 0 and words[self.first - 1].lower in CONTRACTED
        return contracted or (self.first < self.head and words[self.first].lower in DEFINITE)

    def text(self, first: int) -> str:
        """Give the words from one to the last, lower case."""
        return " ".join(w.lower for w in self.tree.words[first : self.last + 1])


def role_of(lower: str) -> Role | None:
    """Give the likeliest role of a noun; a noun with "ex-", "vice-" or "co-" has that of the noun."""
    lower = "état" if lower == "etat" else lower
    head, mark, tail = lower.partition("-")
    rows = load_roles().get(lower) or (
        load_roles().get(tail) if mark and head in {"ex", "vice", "co", "sous"} else None
    )
    return next(iter(rows or ()), None)


def contents(phrase: Phrase) -> Phrase:
    """Give the phrase of the people a word only counts or groups: "un groupe de policiers" is policemen."""
    words = phrase.tree.words
    if words[phrase.head].lower not in CONTAINERS:
        return phrase
    for k in range(phrase.head + 1, min(phrase.head + 4, len(words))):
        if words[k - 1].lower in OF and role_of(words[k].lower):
            return Phrase(phrase.number, phrase.tree, k, k, max(k, phrase.last, noun_phrase(phrase.tree, k)[1]))
    return phrase


def manned_by(phrase: Phrase) -> Phrase | None:
    """Give the phrase of the force or body whose thing or part a noun is: "un bus de l'armée"."""
    words = phrase.tree.words
    k = phrase.head + 1
    while k < len(words) and words[k].pos == "ADJ":
        k += 1
    if k >= len(words) or words[k].lower not in OF_OWNERS:
        return None
    k += 1 + (k + 1 < len(words) and words[k + 1].pos == "DET")
    role = role_of(words[k].lower) if k < len(words) else None
    if role is None or role.role_class not in {"force", "government"} or (role.kind == "person" and not role.plural):
        return None
    return Phrase(phrase.number, phrase.tree, k, k, max(k, noun_phrase(phrase.tree, k)[1]))


def speaks_for_its_owner(phrase: Phrase) -> bool:
    """Tell whether a phrase is somebody's text, page or premises, which speak and suffer for them."""
    lowers = [w.lower for w in phrase.tree.words[phrase.head : phrase.last + 1]]
    role = role_of(lowers[0])
    if role is not None and role.role_class == "text":
        return True
    return lowers[0] in KEPT or (lowers[1:2] == ["de"] and lowers[2:3] != [] and lowers[2] in KEPT)
