"""Why an event is as it is: for each of its fields the rule and the words that decided it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from selon.languages.fr.triggers import Condition, Trigger
from selon.reading.document import Document
from selon.reading.events.context import Setting
from selon.reading.events.places import Situated
from selon.reading.events.scopes import Verdict
from selon.reading.events.triggers import Found
from selon.reading.tree import Tree
from selon.records import Event, Mention, Span, Statement

Field = Literal[
    "type", "context", "status", "actors", "recipients", "places", "when", "quantities", "voices", "same_as"
]


@dataclass(frozen=True, slots=True)
class Because:
    """What decided one field of an event: its value in words, the rule, and the words the rule rests on."""

    field: Field
    value: str
    rule: str
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the steps found at one trigger, before what other sentences tell is added.

    `linked` tells whether the model's links, not the frame or the rules of places, have the last word on actors, on
    recipients and on places.
    """

    tree: Tree
    found: Found
    verdict: Verdict
    setting: Setting | None
    situated: Situated
    linked: tuple[bool, bool, bool] = (False, False, False)


def reasons(document: Document, grounds: Grounds, event: Event, statements: Sequence[Statement]) -> tuple[Because, ...]:
    """Give the reasons for the fields of an event, in the order of a sentence on it; empty fields have none."""
    return tuple(_reasons(document, grounds, event, {s.id: s for s in statements}))


def _reasons(document: Document, grounds: Grounds, event: Event, told: dict[str, Statement]) -> Iterator[Because]:
    found, entry = grounds.found, grounds.found.entry
    rule = entry_line(entry) if event.type == entry.type else f"the encoder is sure; {entry_line(entry)}"
    yield Because("type", event.type, rule, _spans(document, grounds, [found.head, *found.rest]))
    if grounds.setting:
        word = grounds.setting.word
        rule = f"code {entry.code}" if word is None else "a word near the trigger"
        yield Because(
            "context", grounds.setting.context, rule, _spans(document, grounds, [] if word is None else [word])
        )
    yield from _status(document, grounds, event)
    yield from _parties("actors", event.actors, grounds, found.actor_slot, grounds.linked[0])
    yield from _parties("recipients", event.recipients, grounds, found.recipient_slot, grounds.linked[1])
    if event.places:
        rule = _place_rule(document, grounds, event)
        yield Because("places", _names(event.places), rule, tuple(m.span for m in event.places))
    if event.when:
        stretch = f"{event.when.begin or '…'} to {event.when.end or '…'}"
        yield Because("when", stretch, _WHEN_RULES[event.when.rule or "repeat"], _maybe(event.when.span))
    if event.quantities:
        yield Because("quantities", ", ".join(map(str, event.quantities)), "they count its parties")
    yield from _voices(event, told)
    if event.same_as:
        yield Because("same_as", event.same_as, "the same type and status, a kindred word, no party that differs")


_WHEN_RULES = {
    "trigger": "it hangs on the trigger",
    "verb": "it hangs on the verb above the trigger",
    "sentence": "it opens the sentence",
    "repeat": "the same act elsewhere has it",
    "narrative": "the narrative is there",
}
_PLACE_RULES = {
    "trigger": "it hangs on the trigger",
    "verb": "it hangs on a verb above the trigger",
    "label": "it opens the sentence before a colon",
    "nearest": "it stands nearest",
}
_SLOTS = {
    "subj": "subject",
    "obj": "object",
    "inf-subj": "object",
    "adj": "adjective of a country",
    "poss": "possessive",
    "head": "subject of the verb that carries the act",
    "undergoes": "party of the verb that carries the act",
}


def entry_line(entry: Trigger) -> str:
    """Write an entry of the trigger table as one line: what it asks, its type, mode, code and strength."""
    parts = [f"{entry.lemma} ({entry.pos}) is {entry.type}"]
    parts += [f"mode {entry.mode}"] if entry.mode else []
    parts += [f"code {entry.code}"] if entry.code else []
    parts += [f"requires {_written(entry.requires)}"] if entry.requires else []
    parts += [f"unless {_written(entry.unless)}"] if entry.unless else []
    return ", ".join([*parts, entry.strength])


def _written(conditions: Sequence[Condition]) -> str:
    return " ".join(condition.written for condition in conditions)


def _status(document: Document, grounds: Grounds, event: Event) -> Iterator[Because]:
    if event.status != grounds.verdict.status:
        yield Because("status", event.status, f"the encoder is sure; the scopes say {grounds.verdict.status}")
        return
    if not grounds.verdict.scopes:
        yield Because("status", event.status, "nothing puts it in doubt")
    for scope in grounds.verdict.scopes:
        yield Because("status", scope.status, scope.rule, _spans(document, grounds, scope.words))


def _place_rule(document: Document, grounds: Grounds, event: Event) -> str:
    if grounds.linked[2]:
        return "the encoder links it to the trigger"
    here = _spans(document, grounds, grounds.situated.heads)
    own = any(place.span.overlaps(word) for place in event.places for word in here)
    return _PLACE_RULES[grounds.situated.rule] if own else "the same act elsewhere tells it"


def _parties(field: Field, mentions: Sequence[Mention], grounds: Grounds, slot: str, linked: bool) -> Iterator[Because]:
    if mentions:
        passive = " (of the active)" if grounds.found.verbal and slot in {"subj", "obj"} else ""
        slots = " and ".join(_SLOTS.get(s, f"complement with {s}") for s in slot.split())
        rule = "the encoder links them to the trigger" if linked else slots + passive
        yield Because(field, _names(mentions), rule, tuple(m.span for m in mentions))


def _voices(event: Event, told: dict[str, Statement]) -> Iterator[Because]:
    if not event.according_to:
        yield Because("voices", "the outlet", "no statement holds the trigger")
    for voice in event.according_to:
        statement = told[voice]
        who = _names([statement.speaker]) if statement.speaker else "a speaker left out"
        yield Because("voices", who, f"the {statement.form} statement {voice} holds it", _maybe(statement.cue))


def _names(mentions: Sequence[Mention]) -> str:
    return ", ".join(m.name or m.country or m.span.text for m in mentions)


def _maybe(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()


def _spans(document: Document, grounds: Grounds, words: Sequence[int]) -> tuple[Span, ...]:
    """Give the spans of words, those that follow one another as one."""
    runs: list[list[int]] = []
    for k in sorted(words):
        if runs and k == runs[-1][1] + 1:
            runs[-1][1] = k
        else:
            runs.append([k, k])
    return tuple(document.words_span(grounds.tree, first, last) for first, last in runs)
