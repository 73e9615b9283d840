"""From proposals to statements: doubles resolved, nesting told, ids given."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from selon.reading.document import Document, trim
from selon.reading.statements.drafts import CITING_WEIGHT, Draft, Stretch, WordAt
from selon.reading.statements.leading import without_leading
from selon.reading.statements.several import all_speakers
from selon.records import Act, Mention, Span, Statement, StatementForm, record_id

PHRASE_WEIGHT = 40
AT = re.compile(r"\s+(?:à(?:\s+(?:la|les|l))?|aux?)[\s'’]*$")
MentionAt = Callable[[WordAt], Mention]


def settle(document: Document, drafts: Sequence[Draft], mention_at: MentionAt, digest: str) -> tuple[Statement, ...]:
    """Turn drafts into statements, in the order of the text; of two for the same words the surer one stays."""
    kept = [_within_outer(d, drafts) for d in _without_doubles(drafts)]
    kept.sort(key=lambda d: (d.start, -d.size(), d.cue or (0, 0)))
    bare = [_statement(document, d, mention_at, digest) for d in kept]
    return tuple(_nested(s, d, bare, kept) for s, d in zip(bare, kept, strict=True))


def _within_outer(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Cut what a preposition attributes inside another's content at the end of that content."""
    if draft.form != "prepositional" or draft.cue is None:
        return draft
    start, end = draft.cue
    around = [c for d in drafts if d.cue and d.cue != draft.cue for c in d.content if c[0] <= start and end <= c[1]]
    if not around:
        return draft
    outer = min(around, key=lambda c: c[1] - c[0])
    content = tuple((max(a, outer[0]), min(b, outer[1])) for a, b in draft.content)
    return replace(draft, content=tuple(c for c in content if c[0] < c[1]) or draft.content)


def _without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-d.weight, d.start)):
        if not any(_same(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _same(a: Draft, b: Draft) -> bool:
    """Tell whether two drafts are readings of one statement: one cue, or nearly the same words."""
    if a.cue and a.cue == b.cue:
        return True
    if a.weight == b.weight == PHRASE_WEIGHT and a.speaker != b.speaker:
        return False  # one thing that two have said: "la trêve annoncée par X a été confirmée par Y"
    if CITING_WEIGHT in {a.weight, b.weight}:
        return False  # who cites and who is cited tell the same words
    shared = _shared(a.content, b.content)
    if shared == 0:
        return False
    if a.cue and b.cue and not _crossing(a, b):
        return False
    return shared >= 0.8 * max(a.size(), b.size()) or (a.cue is None and shared >= 0.8 * a.size())


def _crossing(a: Draft, b: Draft) -> bool:
    """Tell whether neither cue stands in the other's content, so that no nesting explains the shared words."""
    return not (_inside(a.cue, b.content) or _inside(b.cue, a.content))


def _inside(cue: Stretch | None, content: tuple[Stretch, ...]) -> bool:
    return cue is not None and any(s <= cue[0] and cue[1] <= e for s, e in content)


def _shared(a: tuple[Stretch, ...], b: tuple[Stretch, ...]) -> int:
    return sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)


def _statement(document: Document, draft: Draft, mention_at: MentionAt, digest: str) -> Statement:
    cue = document.span(*draft.cue) if draft.cue else None
    content = tuple(document.span(*c) for c in without_leading(document, draft))
    act: Act = draft.act  # type: ignore[assignment]
    form: StatementForm = draft.form  # type: ignore[assignment]
    speaker = all_speakers(document, draft, mention_at)
    addressee = mention_at(draft.addressee) if draft.addressee else None
    if addressee and draft.weight == PHRASE_WEIGHT:
        content = (*content[:-1], _without_addressee(document, content[-1], addressee.span))
    medium = document.span(*draft.medium) if draft.medium else None
    if addressee and (draft.addressee == draft.speaker or (medium and addressee.span.overlaps(medium))):
        addressee = None
    for other in (medium, addressee.span if addressee else None):
        speaker = _apart(document, speaker, other) if speaker and other else speaker
    if speaker and cue and speaker.span.start < cue.start < speaker.span.end:
        speaker = _up_to(document, speaker, cue.start)
    identifier = record_id("s", digest, cue, *content)
    return Statement(identifier, speaker, addressee, cue, act, form, content, medium=medium)


def _without_addressee(document: Document, content: Span, addressee: Span) -> Span:
    """Cut a noun phrase before whom it is asked of: "réclame un chalutier à la Norvège"."""
    if addressee.end != content.end or not content.start < addressee.start:
        return content
    before = AT.search(document.text, content.start, addressee.start)
    return document.span(content.start, before.start()) if before and before.start() > content.start else content


def _apart(document: Document, mention: Mention, other: Span) -> Mention:
    """Cut a speaker before the preposition of the medium or addressee that its noun phrase took in."""
    start = mention.span.start
    if not start < other.start < mention.span.end:
        return mention
    words = document.text[start : other.start].split()
    kept = len(document.text[start : other.start].rstrip()) - len(words[-1])
    return _up_to(document, mention, start + kept)


def _up_to(document: Document, mention: Mention, stop: int) -> Mention:
    start, end = trim(document.text, mention.span.start, stop)
    return replace(mention, span=document.span(start, end)) if start < end else mention


def _nested(statement: Statement, draft: Draft, all_statements: list[Statement], drafts: list[Draft]) -> Statement:
    """Name the smallest other statement whose content holds this one."""
    best: tuple[int, str] | None = None
    for other, rival in zip(all_statements, drafts, strict=True):
        if other is statement or not _holds(rival, draft):
            continue
        if best is None or rival.size() < best[0]:
            best = rival.size(), other.id
    if best is None:
        return statement
    return replace(statement, within=best[1])


def _holds(outer: Draft, inner: Draft) -> bool:
    if inner.cue and not _inside(inner.cue, outer.content):
        return False
    covered = _shared(outer.content, inner.content)
    return covered >= 0.9 * inner.size() and (outer.size() > inner.size() or inner.cue is not None)
