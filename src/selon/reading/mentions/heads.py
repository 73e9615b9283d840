"""The word that a mention is about, where the parse took a number, a rank or a civility for it."""

from __future__ import annotations

from collections.abc import Sequence

from selon.languages.fr.grammar import words
from selon.languages.fr.titles import title_rows
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.phrase import role_of
from selon.reading.parse import Word
from selon.reading.tree import Tree
from selon.reading.verb_groups import is_participle

BEFORE_NOUNS, COUNTRY_NOUNS = words("before_nouns"), words("country_nouns")
TEXTS_BY_PLACE, OF = words("texts_by_place"), frozenset(["de", "d'"])
GRADING = frozenset(["plus", "moins"])  # "les deux plus grands partis"
AHEAD = 4  # how many words behind a number its noun may stand: "6 500 nouveaux policiers"


def noun_at(tree: Tree, i: int, names: Sequence[NameAt]) -> int:
    """Give the noun or name that a number, rank or civility stands before; another word is its own.

    `names` are those of the sentence.
    """
    word = tree.words[i]
    title = title_rows().get(word.lower)
    if title and title.kind == "civility":
        return i + 1 if any(n.first == i + 1 for n in names) else i
    if word.dep == "nummod" and _counts(tree, i, word.head):
        return word.head
    if not _before_noun(word):
        return i
    for k in range(i + 1, min(i + AHEAD, len(tree.words))):
        lower = tree.words[k].lower
        if (role_of(lower) or lower in COUNTRY_NOUNS) and not _before_noun(tree.words[k]):
            return k
        if not _before_noun(tree.words[k]):
            return i
    return i


def names_text(tree: Tree, k: int) -> bool:
    """Tell whether a name is that of an agreement or treaty, by where it was signed: "l'accord de Paris"."""
    return k > 1 and tree.words[k - 1].lower in OF and tree.words[k - 2].lower in TEXTS_BY_PLACE


def _counts(tree: Tree, number: int, noun: int) -> bool:
    """Tell whether a noun stands behind a number, adjectives between at most, and is no "tués" or "blessés"."""
    between = tree.words[number + 1 : noun]
    near = number < noun <= number + AHEAD and all(w.pos in {"ADJ", "NUM"} or w.lower in GRADING for w in between)
    lower = tree.words[noun].lower
    role = role_of(lower)
    body = role is not None and role.kind in {"organisation", "group"}  # "partis" of a "parti", not of "partir"
    return near and tree.words[noun].pos == "NOUN" and (body or not is_participle(lower))


def _before_noun(word: Word) -> bool:
    return word.lower in BEFORE_NOUNS or word.lower.replace(".", "").isdigit()
