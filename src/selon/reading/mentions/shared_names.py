"""Guessed names that an organisation shares with a word, a place, a person or a product: "Total", "Orange", "Ford"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from selon.knowledge.countries import load_countries
from selon.knowledge.holders import load_holders
from selon.knowledge.places import load_places
from selon.languages.fr.given_names import load_given_names
from selon.languages.fr.place_words import load_place_words
from selon.reading.mentions.gazetteer import load_gazetteer, words_of
from selon.reading.mentions.guesses import may_be_place
from selon.reading.mentions.name_at import NameAt
from selon.reading.text import Token


def as_bodies(tokens: Sequence[Token], guesses: Sequence[NameAt], surnames: Collection[str]) -> Iterator[NameAt]:
    """Take guesses for the organisations called so, where the words around speak for nothing else.

    A guessed organisation is the one of the table. A guessed place or person becomes it only behind the head of the
    sentence, and when it is no place of the tables, stands behind no preposition of place, and is neither a given name
    nor a surname. A guessed place that is neither falls away.
    """
    for guess in guesses:
        known = load_gazetteer().shared.get(words_of(tokens[guess.first : guess.last + 1]))
        if known and (guess.kind == "organisation" or _stands_as_body(tokens, guess, surnames)):
            yield replace(guess, kind="organisation", known=known)
        elif not known or guess.kind != "place" or may_be_place(tokens, guess.first, guess.last):
            yield guess


def _stands_as_body(tokens: Sequence[Token], guess: NameAt, surnames: Collection[str]) -> bool:
    """Tell whether a guessed place or person is the organisation rather than what it shares its name with."""
    words = words_of(tokens[guess.first : guess.last + 1])
    if not any(t.text[:1].isalnum() for t in tokens[: guess.first]):
        return False  # the capital of a sentence tells of no name
    if guess.kind == "person":
        return words not in load_given_names() and words not in load_holders().by_surname and words not in surnames
    before = tokens[guess.first - 1].lower
    placed = before in load_place_words()["towards"] or load_places().named(words) or load_countries().named(words)
    return not placed and words not in surnames
