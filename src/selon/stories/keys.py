"""What two articles or two events may have in common: keys for those named, for days and for words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from selon.reading.folding import fold_word
from selon.records import Event, Mention

STEM = 6
_WORD = re.compile(r"[^\W\d_]{4,}")


def stems(words: str) -> list[str]:
    """Give the beginnings of the longer words, without accents and capitals; inflected forms of a word share theirs."""
    return [word[:STEM] for word in _WORD.findall(fold_word(words))]


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
    """Give the keys of mentions, for open ones the stems of their words."""
    found: set[str] = set()
    for mention in mentions:
        found |= names_of(mention) or {f"word:{stem}" for stem in stems(mention.span.text)}
    return frozenset(found)


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
