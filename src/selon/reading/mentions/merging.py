"""Names of the tables and guessed ones put together: which of two that share words stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.knowledge.countries import load_countries
from selon.languages.fr.given_names import load_given_names
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.name_nouns import name_nouns
from selon.languages.fr.place_words import load_place_words
from selon.reading.mentions.name_at import BODIES, LOCATED, NameAt
from selon.reading.text import Sentence

OF_BODIES, WHOLE = word_class("of_bodies"), name_nouns("whole")
SIDES = word_class("adjectives_of_parts")


def merged(sentence: Sentence, listed: list[NameAt], guessed: list[NameAt]) -> Iterator[NameAt]:
    """Keep listed names, but for one inside a longer guessed name of a person or an organisation."""
    kept: list[NameAt] = []
    for name in listed:
        around = [
            g
            for g in guessed
            if g.first <= name.first and g.last >= name.last and (g.last - g.first) > (name.last - name.first)
        ]
        named = any(g.kind in {"person", "organisation"} and _capital(sentence, g.first) for g in around)
        fuller = any(_is_fuller(sentence, g, name, listed) for g in around)
        namesake = any(_is_namesake(sentence, g, name) for g in guessed)
        if not (namesake or fuller or (named and name.last == name.first)):
            kept.append(name)
    yield from kept
    for guess in guessed:
        if not any(k.first <= guess.last and guess.first <= k.last for k in kept):
            yield guess


def goes_on(name: NameAt, guesses: Sequence[NameAt]) -> bool:
    """Tell whether a body is seen as one of a longer name that begins alike: "France 3" of "France 3 Bretagne"."""
    return any(g.kind == "organisation" and g.first == name.first and g.last > name.last for g in guesses)


def _crosses(guess: NameAt, listed: NameAt) -> bool:
    """Tell whether a listed name that is no place stands in a guessed one."""
    return listed.kind not in LOCATED and listed.first <= guess.last and guess.first <= listed.last


def _is_fuller(sentence: Sentence, guess: NameAt, name: NameAt, listed: Sequence[NameAt]) -> bool:
    """Tell whether a longer guessed name is to be had for a listed one inside it: "San Francisco Chronicle"."""
    if name.kind in BODIES:
        longer = goes_on(name, [guess]) and _capital(sentence, guess.first)
        longer = longer or (guess.kind == "organisation" and _told_by_noun(sentence, guess, name))
        return longer and not any(_crosses(guess, other) for other in listed if other is not name)
    if name.kind == guess.kind == "place":
        return _is_part(sentence, guess, name)
    if name.kind in LOCATED:
        return guess.kind == "organisation" and (_capital(sentence, guess.first) or _says_more(sentence, guess, name))
    return name.kind == guess.kind == "person"


def _is_part(sentence: Sentence, guess: NameAt, place: NameAt) -> bool:
    """Tell whether an adjective behind a region names a part of it: "Méditerranée orientale"."""
    behind = [t.lower for t in sentence.tokens[place.last + 1 : guess.last + 1]]
    adjectives = load_countries().adjectives
    return guess.first == place.first and bool(behind) and all(w in SIDES or w in adjectives for w in behind)


def _says_more(sentence: Sentence, guess: NameAt, place: NameAt) -> bool:
    """Tell whether a body's name has more than a noun and the place: "cour d'appel de Lyon", not "parquet de Tokyo"."""
    nouns = [t for t in sentence.tokens[guess.first : place.first] if t.text.isalpha() and t.lower not in OF_BODIES]
    return len(nouns) > 1 or guess.last > place.last


def _is_namesake(sentence: Sentence, guess: NameAt, place: NameAt) -> bool:
    """Tell whether somebody is seen by a given name that is a place's too, behind no preposition of places."""
    same = (guess.first, guess.last) == (place.first, place.last) and place.known is None
    if not same or place.kind != "place" or guess.kind != "person" or guess.last > guess.first:
        return False
    before = sentence.tokens[guess.first - 1].lower if guess.first else ""
    return sentence.tokens[guess.first].text in load_given_names() and before not in load_place_words()["towards"]


def _told_by_noun(sentence: Sentence, guess: NameAt, body: NameAt) -> bool:
    """Tell whether nouns before a listed body are of its name: "université Paris-Saclay", "Nouveau Parti X"."""
    before = sentence.tokens[body.first - 1] if body.first > guess.first else None
    adjoins = before and (before.lower in WHOLE or before.text[:1].isupper())
    return bool(adjoins) or (_capital(sentence, guess.first) and _says_more(sentence, guess, body))


def _capital(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].text[:1].isupper()
