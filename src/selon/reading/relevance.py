"""Which sentences can hold a record: those with a cue, a trigger or a quotation mark; the others need no parse."""

from __future__ import annotations

from functools import cache

from selon.languages.fr.cues import load_cues
from selon.languages.fr.triggers import load_triggers
from selon.reading.text import Sentence

MARKS = frozenset(['"', "«", "»", "“", "”"])


def can_hold_a_record(sentence: Sentence) -> bool:
    """Tell whether a sentence has a word that may be a cue or a trigger, or a quotation mark."""
    words = _words()
    return any(t.text.lower().replace("’", "'") in words for t in sentence.tokens)


def can_hold_a_name(sentence: Sentence) -> bool:
    """Tell whether a sentence has a capital."""
    return any(t.text[:1].isupper() for t in sentence.tokens)


@cache
def _words() -> frozenset[str]:
    cues = load_cues()
    prepositions = {first for first, *_ in cues.prepositions}
    return MARKS.union(cues.by_form, cues.nouns, prepositions, load_triggers().by_form)
