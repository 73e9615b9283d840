"""What a mention means: its kind, and the name, country and identifier that are settled."""

from __future__ import annotations

from dataclasses import dataclass

from selon.knowledge.organisations import Organisation, load_organisations
from selon.reading.mentions.gazetteer import Known
from selon.reading.mentions.locate import location
from selon.reading.mentions.registry import Person
from selon.records import Location, Mention, MentionForm, MentionKind, Span, Via


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mention names."""

    kind: MentionKind
    name: str | None = None
    country: str | None = None
    entity: str | None = None
    via: Via | None = None
    place: Location | None = None


def of_known(known: Known) -> Meaning:
    """Give what a name of the tables means; a state is told by its code alone."""
    label = None if known.kind == "state" else known.name
    return Meaning(known.kind, label, known.country, known.entity, known.via, location(known.place))


def of_body(row: Organisation, via: Via) -> Meaning:
    """Give what a nickname or seat of an organisation of the tables means."""
    return Meaning("organisation", row.name, load_organisations().country_of(row.code), row.qid, via)


def of_person(person: Person | None, text: str, known_alone: frozenset[str]) -> Meaning:
    """Give what the name of a person means; a lone word names somebody only where it is one that they go by."""
    if person is None:
        full = text if " " in text or text in known_alone else None
        return Meaning("person", full, None, None, "name" if full else None)
    return Meaning("person", person.name, person.country, person.entity, "name")


def as_mention(span: Span, meaning: Meaning, form: MentionForm) -> Mention:
    """Give the mention of a span with a meaning."""
    return Mention(span, meaning.kind, form, meaning.name, meaning.country, meaning.entity, meaning.via, meaning.place)
