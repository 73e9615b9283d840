"""Bodies written out with their acronym in brackets behind: "l'école de formation du barreau (EFB)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.knowledge.spelling import plain
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.name_nouns import name_nouns
from selon.reading.mentions.acronyms import is_acronym
from selon.reading.text import Token

SMALL = word_class("small_words_of_bodies")
BODIES = word_class("nouns_of_bodies") | name_nouns("whole") | name_nouns("behind")
THINGS = word_class("acronyms_of_things")
REACH = 16  # words an expansion has at most
Stretch = tuple[int, int]  # first and last token


def expansions(tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Give the stretches whose initials the acronym in brackets behind them spells, and the acronym itself.

    The first word is a noun of bodies: "produit intérieur brut (PIB)" is none.
    """
    for k in range(2, len(tokens) - 2):
        acronym = tokens[k + 1].text
        closed = tokens[k].text == "(" and tokens[k + 2].text == ")"
        if not closed or not is_acronym(acronym) or acronym.lower() in THINGS:
            continue
        first = _begin(tokens, k - 1, plain(acronym).lower())
        if first is not None and tokens[first].text.lower() in BODIES:
            yield first, k - 1
            yield k + 1, k + 1


def _begin(tokens: Sequence[Token], last: int, letters: str) -> int | None:
    """Give the word that a phrase begins with whose initials are the letters; small words may stand for one or none."""
    left, k = len(letters), last
    while left and k >= 0 and last - k < REACH:
        word = plain(tokens[k].text).lower().replace("’", "'")
        if not word[:1].isalpha():
            return None
        if word[0] == letters[left - 1] and (word not in SMALL or left > 1):
            left -= 1
        elif word not in SMALL:
            return None
        k -= 1
    return k + 1 if not left else None
