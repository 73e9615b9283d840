"""All mentions of a reading: every name, and the descriptions, adjectives and pronouns that play a role."""

from __future__ import annotations

from collections.abc import Sequence

from selon.reading.document import Document
from selon.reading.mentions.compounds import PartName
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.resolve import Resolver
from selon.records import Event, Mention, Statement


def named_mentions(
    document: Document,
    resolver: Resolver,
    names: Sequence[NameAt],
    statements: Sequence[Statement],
    events: Sequence[Event],
    parts: Sequence[PartName] = (),
) -> tuple[Mention, ...]:
    """Give the mentions in the order of the text, each span and meaning once."""
    found: dict[tuple[int, int, str | None, str | None], Mention] = {}
    for name in names:
        mention = resolver.name_mention(name)
        found.setdefault((mention.span.start, mention.span.end, None, None), mention)
    for part in parts:
        found.setdefault((part.start, part.end, None, None), resolver.part_mention(part))
    bare = {(m.span.start, m.span.end) for m in found.values()}
    for mention in [*_in_roles(statements, events), *resolver.office_mentions()]:
        if (mention.span.start, mention.span.end) in bare:
            continue
        found.setdefault((mention.span.start, mention.span.end, mention.name, mention.country), mention)
    return tuple(sorted(found.values(), key=lambda m: (m.span.start, m.span.end, m.country or "")))


def _in_roles(statements: Sequence[Statement], events: Sequence[Event]) -> list[Mention]:
    roles = [m for s in statements for m in (s.speaker, s.addressee) if m]
    return [*roles, *(m for e in events for group in (e.actors, e.recipients, e.places) for m in group)]
