"""Which sentences can hold a record: those with a cue, a trigger or a quotation mark; the others need no parse."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from selon.languages.fr.cues import load_cues
from selon.languages.fr.triggers import load_triggers
from selon.reading.text import Sentence

MARKS = frozenset(['"', "«", "»", "“", "”"])


def can_hold_a_record(sentence: Sentence) -> bool:
    """Tell whether a sentence has a cue, a trigger or a quotation mark: a word of the tables, or a whole phrase."""
    single, phrases = _words()
    words = {t.text.lower().replace("’", "'") for t in sentence.tokens}
    if not single.isdisjoint(words):
        return True
    return any(not phrases[head].isdisjoint(words) for head in words & phrases.keys())


def can_hold_a_name(sentence: Sentence) -> bool:
    """Tell whether a sentence has a capital."""
    return any(t.text[:1].isupper() for t in sentence.tokens)


@cache
def _words() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Give the words that are enough alone, and for the head of a phrase the words that may come next in it."""
    single: set[str] = set(MARKS)
    phrases: dict[str, set[str]] = {}
    for form, following in _entries():
        if following:
            phrases.setdefault(form, set()).update(following)
        else:
            single.add(form)
    return frozenset(single), {head: frozenset(words) for head, words in phrases.items()}


def _entries() -> Iterator[tuple[str, frozenset[str]]]:
    cues = load_cues()
    for table in (cues.by_form, cues.nouns, load_triggers().by_form):
        for form, entries in table.items():
            for entry in entries:
                yield form, entry.rest_forms[0] if entry.rest_forms else frozenset()
    for first, *rest in cues.prepositions:
        yield first, frozenset(rest[:1])
