"""Public bodies written with a small letter, which are no names in the text but mean one: "le conseil de sécurité"."""

from __future__ import annotations

from selon.knowledge.countries import load_countries
from selon.knowledge.organisations import Organisation, load_organisations
from selon.reading.mentions.gazetteer import words_of
from selon.reading.mentions.phrase import Phrase

SHORTEST = 2
"""Words that such a body's name has at least: "parlement" alone is anybody's."""


def body_at(phrase: Phrase, first: int, country: str | None) -> Organisation | None:
    """Give the one public body whose name in small letters begins at a word of a phrase, the longest.

    `country` is the one that the article is about: "la gendarmerie nationale" means no other country's.
    """
    words, found = phrase.tree.words, load_organisations()
    if not words[first].text[:1].islower():
        return None
    for last in range(phrase.last, first + SHORTEST - 2, -1):
        name = words_of(words[first : last + 1]).replace("’", "'")
        codes = found.by_name.get(name, ())
        if len(codes) == 1:
            body = found.row(codes[0])
            return body if _is_telling(name) or country in {None, body.country} or not body.country else None
    return None


def _is_telling(name: str) -> bool:
    """Tell whether a name says whose body it is: by a capital or the adjective of a state."""
    return not name.islower() or any(word in load_countries().adjectives for word in name.split())


def body_behind(phrase: Phrase, country: str | None) -> Organisation | None:
    """Give the first such body behind the head of a phrase: "un responsable du département d'État"."""
    bodies = (body_at(phrase, k, country) for k in range(phrase.head + 1, phrase.last))
    return next((body for body in bodies if body), None)
