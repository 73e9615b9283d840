"""Words with capitals that name neither person, place nor body: products, laws, contests, codes of models."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from selon.knowledge.countries import load_countries
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.name_nouns import name_nouns
from selon.reading.text import Sentence, Token

THING, HEADS = name_nouns("thing"), name_nouns("head")
CALLED_LIKE_BODIES = word_class("things_called_like_bodies")
CRAFTS = THING - CALLED_LIKE_BODIES
NAMES = word_class("names_of_things")
THINGS_IN_CAPITALS = word_class("acronyms_of_things")
SHORT_CODE = 3  # letters and figures: longer ones need the shape of a model's code
ADJECTIVES = 2  # between the noun of a thing and its name, at most
RELATIONAL = ("ale", "al", "ique", "aire", "eur", "euse", "if", "ive")  # how adjectives of relation end
CODE = re.compile(r"[A-ZÀ-Þ]{1,4}-?\d{1,4}[a-zA-Z]?")
MODEL = re.compile(r"[A-Z]{1,3}-?\d{3,4}[a-z]{0,3}")
LETTERS_BEFORE_NUMBERS = 4  # capitals at most before a number apart: "ELT 200"


def is_thing(tokens: Sequence[Token], first: int, last: int, kind: str) -> bool:
    """Tell whether a guessed name of a kind is that of a thing."""
    own, body = [t.text for t in tokens[first : last + 1]], kind == "organisation"
    opening = own[0].lower().replace("’", "'")
    names = [n for known in ((NAMES, HEADS) if body else (NAMES,)) for n in _by_first_word(known).get(opening, ())]
    text = " ".join(own).lower().replace("’", "'") + " "
    if any(text == name if kind == "person" else text.startswith(name) for name in names):
        return True
    if first == last:
        acronym = own[0].lower().rstrip("0123456789")
        if acronym in THINGS_IN_CAPITALS and (own[0].isupper() or len(acronym) > SHORT_CODE):
            return True
        model = body and MODEL.fullmatch(own[0])
        if model or (kind == "person" and _is_a_code(own[0])) or (kind != "place" and _before_number(tokens, first)):
            return True
    return False


def behind_thing(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a guessed name stands right behind a noun that says it is a thing: "la tempête X"."""
    return first > 0 and (tokens[first - 1].text.lower() in THING or _behind_craft(tokens, first))


def _behind_craft(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the noun of a thing that is nobody's name stands before, adjectives between: "la sonde russe X"."""
    before = range(max(0, first - 1 - ADJECTIVES), first)
    return any(tokens[k].lower in CRAFTS and _named_by(tokens, k) == first for k in before)


def _named_by(tokens: Sequence[Token], noun: int) -> int:
    """Give the first word behind a noun that is no adjective, of those that may stand between."""
    k = noun + 1
    while k < len(tokens) and k - noun <= ADJECTIVES and _describes(tokens[k].text):
        k += 1
    return k


def _describes(word: str) -> bool:
    """Tell whether a word in small letters is an adjective of relation or of a country: "spatiale", "japonaise"."""
    return word.islower() and (word in load_countries().adjectives or word.endswith(RELATIONAL))


def told_things(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Give the words with a capital that stand somewhere right behind a noun of crafts: "la sonde Vireo"."""
    tokens = [(s.tokens, k) for s in sentences for k, t in enumerate(s.tokens) if t.lower in CRAFTS]
    names = [row[at].text for row, k in tokens if (at := _named_by(row, k)) < len(row)]
    return frozenset(name for name in names if name.isalpha() and name[:1].isupper())


@cache
def _by_first_word(names: frozenset[str]) -> dict[str, list[str]]:
    """Give names by their first word, each with a gap behind it."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(name.split(" ")[0], []).append(name + " ")
    return found


def _is_a_code(word: str) -> bool:
    short = len(word) <= SHORT_CODE and word[:1].isalpha() and word[-1:].isdigit()
    return short or CODE.fullmatch(word) is not None


def _before_number(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether a lone acronym is one with the number behind it: "ELT 200"."""
    word = tokens[k].text
    if not word.isupper() or len(word) > LETTERS_BEFORE_NUMBERS or k + 1 >= len(tokens):
        return False
    return tokens[k + 1].text.isdigit() and tokens[k + 1].start - tokens[k].end == 1
