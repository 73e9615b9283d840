"""Which sentences can hold a record: those with a cue, a trigger, a quotation mark, or an unknown name."""

from __future__ import annotations

from collections.abc import Iterable

from selon.languages.fr.cues import Cue, load_cues
from selon.languages.fr.text import load_text_rules
from selon.languages.fr.triggers import Trigger, load_triggers
from selon.reading.mentions.gazetteer import load_gazetteer
from selon.reading.text import Sentence
from selon.tables import kept

MARKS = frozenset(['"', "«", "»", "“", "”"])


def worth_a_look(sentence: Sentence) -> bool:
    """Tell whether the model is to see a sentence; long stretches of figures or of chatter it need not."""
    return can_hold_a_record(sentence) or may_hold_an_unknown_name(sentence)


def can_hold_a_record(sentence: Sentence) -> bool:
    """Tell whether a sentence has a cue, a trigger or a quotation mark: a word of the tables, or a whole phrase."""
    single, phrases = _words()
    words = {t.lower for t in sentence.tokens}
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


@kept
def _words() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Give the words that are enough alone, and for the head of a phrase the words that may come next in it."""
    cues = load_cues()
    single: set[str] = set(MARKS)
    phrases: dict[str, frozenset[str]] = {}
    for first, *rest in cues.prepositions:
        if rest:
            phrases[first] = phrases.get(first, frozenset()) | {rest[0]}
        else:
            single.add(first)
    for table in (cues.by_form, cues.nouns, load_triggers().by_form):
        following: dict[int, frozenset[str] | None] = {}  # the forms of a head share their entries
        for form, entries in table.items():
            if id(entries) not in following:
                following[id(entries)] = _following(entries)
            words = following[id(entries)]
            if words is None:
                single.add(form)
            else:
                phrases[form] = phrases.get(form, frozenset()) | words
    return frozenset(single), phrases


def _following(entries: Iterable[Cue | Trigger]) -> frozenset[str] | None:
    """Give the words that may come next in the phrases of a head; null where it is enough alone."""
    found = [e.rest_forms[0] if e.rest_forms else None for e in entries]
    return None if None in found else frozenset().union(*(words for words in found if words))
