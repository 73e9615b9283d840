"""Who tells an act: the statements whose content holds its trigger, outermost first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from selon.languages.fr.grammar import words
from selon.records import Mention, Span, Statement

FIRST_PERSON = words("first_person_singular")
FIRST_PERSONS = words("first_person_plural")


def voices_of(trigger: Span, statements: Sequence[Statement]) -> tuple[str, ...]:
    """Give the ids of the statements that tell an act, outermost first; empty is the outlet's own voice.

    The act of speaking itself is in the voice that reports it: a trigger that is the cue of a statement is not told
    by that statement.
    """
    at = trigger.start
    near = (s for s in statements if s.content[0].start <= at < s.content[-1].end)
    telling = [s for s in near if s.cue != trigger and _tells(s, trigger)]
    if len(telling) > 1:
        by_id = {s.id: s for s in statements}
        telling.sort(key=lambda s: (_depth(s, by_id), -sum(len(c.text) for c in s.content), s.content[0].start))
    return tuple(s.id for s in telling)


def _tells(statement: Statement, trigger: Span) -> bool:
    if statement.cue and statement.cue.overlaps(trigger):
        return False
    return any(c.holds(trigger) for c in statement.content)


def _depth(statement: Statement, by_id: Mapping[str, Statement]) -> int:
    depth, seen = 0, {statement.id}
    while statement.within and statement.within not in seen:
        seen.add(statement.within)
        statement = by_id[statement.within]
        depth += 1
    return depth


def in_own_voice(mention: Mention, telling: Sequence[Statement]) -> Mention:
    """Give a first person inside quoted words its speaker: "je" the person, "nous" the state or organisation."""
    form = mention.span.text.lower().replace("’", "'")
    if mention.form != "pronoun" or mention.name or form not in FIRST_PERSON | FIRST_PERSONS:
        return mention
    quoted = [s for s in telling if s.form in {"direct", "mixed", "free"} and s.speaker]
    if not quoted or quoted[-1].speaker is None:
        return mention
    speaker = quoted[-1].speaker
    name, entity = (speaker.name, speaker.entity) if form in FIRST_PERSON else (None, None)
    if not name and not speaker.country:
        return mention
    return replace(mention, kind=speaker.kind, name=name, country=speaker.country, entity=entity, via="coreference")
