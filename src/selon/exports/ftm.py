"""Articles, actors and events as FollowTheMoney entities, for Aleph, OpenAleph and nomenklatura."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from selon.exports.chosen import Choice
from selon.exports.codes import alpha2
from selon.exports.escape import link
from selon.exports.vocabulary import wording
from selon.exports.wording import clean, event_sentence, title_of, voice_phrase
from selon.records import Event, Mention, Reading

Entity = dict[str, Any]
SCHEMATA = {"person": "Person", "organisation": "Organization", "group": "Organization", "outlet": "Organization",
            "state": "PublicBody"}  # fmt: skip


def to_ftm(readings: Iterable[Reading], choice: Choice | None = None) -> Iterator[Entity]:
    """Give entities as plain data (`id`, `schema`, `properties`), each id once.

    An article is an Article; a resolved actor a Person, an Organization or, for a state, a PublicBody; each pair of
    actor and article a Mention; an event an Event whose `summary` is the sentence it rests on; the voices and the
    offsets of an event a Note on it. Actors are only those that the reader named: no word is taken for a person
    because it stood in a place of one.
    """
    choice, seen = choice or Choice(), set[str]()
    for reading in readings:
        found = [_article(reading), *_actors(reading)]
        for _, event, _ in choice.events([reading]):
            found += [_event(reading, event), _note(reading, event)]
        for entity in found:
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield entity


def _entity(schema: str, key: str, **properties: Iterable[str | None] | str | None) -> Entity:
    """Make an entity; properties without a value are left out."""
    listed = {
        name: [clean(v) for v in ([value] if isinstance(value, str) else value or []) if v]
        for name, value in properties.items()
    }
    filled = {name: list(dict.fromkeys(values)) for name, values in listed.items() if values}
    return {"id": _id(key), "schema": schema, "properties": filled}


def _id(key: str) -> str:
    return "selon-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _article_key(reading: Reading) -> str:
    return f"article|{reading.article.id}"


def _article(reading: Reading) -> Entity:
    article = reading.article
    entity = _entity(
        "Article", _article_key(reading), title=title_of(reading), publisher=article.outlet,
        publishedAt=article.published, language=_language(reading),
        sourceUrl=article.url if link(article.url) else None,
    )  # fmt: skip
    entity["properties"]["bodyText"] = [article.text.encode("utf-8", "replace").decode()]
    return entity


def _language(reading: Reading) -> str | None:
    return {"fr": "fra", "en": "eng"}.get(reading.article.lang or "")


def _actors(reading: Reading) -> Iterator[Entity]:
    """Give the resolved actors of a reading, and for each one the Mention that ties it to the article."""
    by_key: dict[str, list[Mention]] = {}
    for mention in _every_mention(reading):
        if key := _actor_key(mention):
            by_key.setdefault(key, []).append(mention)
    for key, mentions in by_key.items():
        actor = _actor(key, mentions)
        yield actor
        yield _entity(
            "Mention", f"mention|{key}|{reading.article.id}", document=_id(_article_key(reading)), resolved=actor["id"],
            name=[m.span.text for m in mentions], detectedSchema=actor["schema"],
            contextCountry=[alpha2(m.country) for m in mentions],
        )  # fmt: skip


def _every_mention(reading: Reading) -> Iterator[Mention]:
    yield from reading.mentions
    for event in reading.events:
        yield from (*event.actors, *event.recipients)
    yield from (s.speaker for s in reading.statements if s.speaker)


def _actor_key(mention: Mention) -> str | None:
    """Give the identity of a resolved actor, None for one that stayed open and for places and crowds."""
    schema = SCHEMATA.get(mention.kind)
    if schema is None:
        return None
    if mention.kind == "state":
        return f"state|{mention.country}" if mention.country else None
    named = mention.entity or (mention.name and mention.name.casefold())
    return f"{schema}|{named}" if named else None


def _actor(key: str, mentions: list[Mention]) -> Entity:
    schema = SCHEMATA[mentions[0].kind]
    wikidata = [m.entity for m in mentions if m.entity and m.entity.startswith("Q")]
    names = [m.name or (m.span.text if m.kind == "state" and m.form == "name" else None) for m in mentions]
    names = names if any(names) else [m.country if m.kind == "state" else m.span.text for m in mentions]
    return _entity(schema, key, name=names, wikidataId=wikidata, country=[alpha2(m.country) for m in mentions])


def _event(reading: Reading, event: Event) -> Entity:
    involved = [key for m in (*event.actors, *event.recipients) if (key := _actor_key(m))]
    when, article = event.when, reading.article
    begin, end = (when.begin, when.end) if when else (None, None)
    status = wording("status", event.status).word
    return _entity(
        "Event", _event_key(reading, event), name=event_sentence(event, reading),
        keywords=[event.type, event.mode, f"status: {event.status}"], description=f"{status}: {event.trigger.text}",
        summary=_sentence(article.text, event), date=begin if begin == end else None,
        startDate=begin if begin != end else None, endDate=end if begin != end else None,
        location=[m.name or m.span.text for m in event.places], country=[alpha2(m.country) for m in event.places],
        involved=[_id(key) for key in involved], recordId=f"{article.id}/{event.id}", publisher=article.outlet,
        sourceUrl=article.url if link(article.url) else None, proof=_id(_article_key(reading)),
    )  # fmt: skip


def _event_key(reading: Reading, event: Event) -> str:
    return f"event|{reading.article.id}|{event.id}"


def _note(reading: Reading, event: Event) -> Entity:
    """Say who tells an event, and where its trigger stands."""
    told = f"{voice_phrase(event, reading)}, status {event.status}"
    where = f"characters {event.trigger.start}–{event.trigger.end}: {event.trigger.text}"
    return _entity(
        "Note", f"note|{reading.article.id}|{event.id}", description=f"{told}; {where}",
        entity=_id(_event_key(reading, event)),
    )  # fmt: skip


def _sentence(text: str, event: Event) -> str:
    """Give the line of the text that holds a trigger."""
    start = text.rfind("\n", 0, event.trigger.start) + 1
    end = text.find("\n", event.trigger.end)
    return text[start : end if end >= 0 else len(text)]
