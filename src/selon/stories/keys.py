"""What two articles or two events may have in common: keys for those named, for days and for words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from selon.knowledge.countries import load_countries
from selon.reading.folding import fold_word
from selon.records import Event, Mention

STEM = 6
_WORD = re.compile(r"[^\W\d_]{4,}")


def stems(words: str) -> list[str]:
    """Give the beginnings of the longer words, without accents and capitals; inflected forms of a word share theirs."""
    return [word[:STEM] for word in _WORD.findall(fold_word(words))]


def root(words: str) -> str:
    """Give the beginning of the first longer word without number and gender: "tué", "tués" and "tuées" share it."""
    folded = fold_word(words)
    word = next(iter(_WORD.findall(folded)), folded).removesuffix("s")
    return (word[:-1] if word.endswith("ee") else word)[:STEM]


def names_of(mention: Mention) -> frozenset[str]:
    """Give the keys of what a mention is settled to name: entity, name, country; none when it stayed open."""
    keys = {f"entity:{mention.entity}"} if mention.entity else set[str]()
    if mention.name:
        keys.add(f"name:{fold_word(mention.name)}")
    if mention.country:
        keys.add(f"country:{mention.country}")
    if mention.kind == "place" and mention.form == "name":
        keys.add(f"name:{fold_word(mention.span.text)}")
    return frozenset(keys)


def keys_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """Give the keys of mentions, and for those that are no names the stems of their words."""
    found: set[str] = set()
    for mention in mentions:
        named = names_of(mention)
        found |= named
        if mention.form == "description" or not named:
            found |= {f"word:{stem}" for stem in stems(mention.span.text)}
    return frozenset(found)


def body_of(mention: Mention) -> str | None:
    """Give the key of a state's body named by its office alone ("le ministère malien de la Défense"), else None.

    The words count without those of the country, so that the order in which they stand does not matter.
    """
    if mention.kind != "organisation" or not mention.country:
        return None
    own = [stem for stem in stems(mention.span.text) if stem[:4] not in _country_words(mention.country)]
    return f"body:{mention.country}|{' '.join(sorted(set(own)))}"


@cache
def _country_words(code: str) -> frozenset[str]:
    row = load_countries().rows.get(code)
    return frozenset(stem[:4] for word in (row.name, *row.adjectives) for stem in stems(word)) if row else frozenset()


def days_of(event: Event) -> tuple[int, int] | None:
    """Give the first and last day of an event as ordinals, None when either is not known to the day."""
    if event.when is None:
        return None
    begin, end = ordinal(event.when.begin), ordinal(event.when.end)
    return (begin, end) if begin is not None and end is not None and begin <= end else None


def ordinal(value: str | None) -> int | None:
    """Give the number of a day, None for what is no day."""
    try:
        return date.fromisoformat(value or "").toordinal()
    except ValueError:
        return None
