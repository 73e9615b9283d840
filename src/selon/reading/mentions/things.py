"""Words with capitals that name neither person, place nor body: products, laws, contests, codes of models."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from selon.knowledge.countries import load_countries
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.name_nouns import name_nouns
from selon.reading.text import Sentence, Token

THING, HEADS = name_nouns("thing"), name_nouns("head")
CRAFTS = THING - word_class("things_called_like_bodies")
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
    names = (*_by_first_word("names").get(opening, ()), *(_by_first_word("heads") if body else {}).get(opening, ()))
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
    k = first - 1
    while k > 0 and first - k <= ADJECTIVES and _describes(tokens[k].text):
        k -= 1
    return k >= 0 and tokens[k].lower in CRAFTS


def _describes(word: str) -> bool:
    """Tell whether a word in small letters is an adjective of relation or of a country: "spatiale", "japonaise"."""
    return word.islower() and (word in load_countries().adjectives or word.endswith(RELATIONAL))


def told_things(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Give the words with a capital that stand somewhere right behind a noun of crafts: "la sonde Vireo"."""
    found: set[str] = set()
    for sentence in sentences:
        for k, token in enumerate(sentence.tokens):
            if token.lower in CRAFTS:
                near = sentence.tokens[k + 1 : k + 2 + ADJECTIVES]
                name = next((t.text for t in near if not _describes(t.text)), "")
                found.update({name} if name.isalpha() and name[:1].isupper() else ())
    return frozenset(found)


@cache
def _by_first_word(what: Literal["names", "heads"]) -> dict[str, list[str]]:
    """Give the names of things, or the nouns that open them, by their first word, each with a gap behind it."""
    found: dict[str, list[str]] = {}
    for name in word_class("names_of_things") if what == "names" else HEADS:
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
