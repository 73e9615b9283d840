"""Which sentences can hold a record: those with a cue, a trigger, a quotation mark, or an unknown name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from selon.languages.fr.cues import load_cues
from selon.languages.fr.text import load_text_rules
from selon.languages.fr.triggers import load_triggers
from selon.reading.mentions.gazetteer import load_gazetteer
from selon.reading.text import Sentence

MARKS = frozenset(['"', "«", "»", "“", "”"])


def worth_a_look(sentence: Sentence) -> bool:
    """Tell whether the model is to see a sentence; long stretches of figures or of chatter it need not."""
    return can_hold_a_record(sentence) or may_hold_an_unknown_name(sentence)


def can_hold_a_record(sentence: Sentence) -> bool:
    """Tell whether a sentence has a cue, a trigger or a quotation mark: a word of the tables, or a whole phrase."""
    single, phrases = _words()
    words = {t.text.lower().replace("’", "'") for t in sentence.tokens}
    if not single.isdisjoint(words):
        return True
    return any(not phrases[head].isdisjoint(words) for head in words & phrases.keys())


def may_hold_an_unknown_name(sentence: Sentence) -> bool:
    """Tell whether a sentence has a capital that neither its first word nor a name of the tables accounts for."""
    gazetteer, openers = load_gazetteer(), load_text_rules().openers
    tokens, i = sentence.tokens, 0
    while i < len(tokens):
        known = gazetteer.longest(tokens, i)
        if known is None and tokens[i].text[:1].isupper():
            opener = tokens[i].text.replace("’", "'")
            if i > 0 or opener not in openers:
                return True
        i += known[0] if known else 1
    return False


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
