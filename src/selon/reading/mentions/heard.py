"""Whom "je", "nous" and "vous" mean inside somebody's words: who speaks them, and who is spoken to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selon.languages.fr.grammar import words
from selon.reading.document import Document
from selon.reading.mentions.name_at import NameAt
from selon.records import Mention, Span, Statement

FIRST_PERSON_PLURAL = words("first_person_plural")
FIRST_PERSON = words("first_person_singular") | FIRST_PERSON_PLURAL
SECOND_PERSON = words("second_person")
SPEAKERS = frozenset(["person", "state", "organisation", "group"])
BODIES = frozenset(["state", "organisation", "group"])


def is_first_person(mention: Mention) -> bool:
    """Tell whether a mention is a pronoun of the first person."""
    return mention.form == "pronoun" and mention.span.text.lower().replace("’", "'") in FIRST_PERSON


def first_person(statements: Sequence[Statement], span: Span) -> Mention | None:
    """Give whom "je" or "nous" stands for: the speaker of the words, a person's "nous" only by the country."""
    inside = _around(statements, span)
    inside = [s for s in inside if s.speaker and s.speaker.kind in SPEAKERS and not is_first_person(s.speaker)]
    if not inside:
        return None
    speaker = min(inside, key=_size).speaker
    assert speaker is not None
    if span.text.lower() in FIRST_PERSON_PLURAL and speaker.kind not in BODIES:
        country = speaker.country
        return Mention(span, "people", "pronoun", None, country, None, "coreference") if country else None
    return _as_pronoun(speaker, span)


def second_person(statements: Sequence[Statement], span: Span) -> Mention | None:
    """Give whom "vous" stands for: the one the words are addressed to."""
    inside = [s for s in _around(statements, span) if s.addressee]
    addressee = min(inside, key=_size).addressee if inside else None
    return _as_pronoun(addressee, span) if addressee and (addressee.name or addressee.country) else None


def called_upon(document: Document, names: Sequence[NameAt], number: int, word: int) -> NameAt | None:
    """Give the person whom quoted words call upon before a "vous" of the same sentence: "« X, vous mentez »"."""
    tokens = document.sentences[number].tokens
    quoted = document.quoted(tokens[word].start)
    for name in names:
        if quoted is None or name.kind != "person" or name.last + 1 >= word:
            continue
        opens = name.first == 0 or not tokens[name.first - 1].text[:1].isalnum()
        inner = document.quoted(tokens[name.first].start)
        if opens and inner is not None and inner.start == quoted.start and tokens[name.last + 1].text == ",":
            return name
    return None


def _around(statements: Sequence[Statement], span: Span) -> list[Statement]:
    return [s for s in statements if any(c.start <= span.start < c.end for c in s.content)]


def _size(statement: Statement) -> int:
    return sum(c.end - c.start for c in statement.content)


def _as_pronoun(meant: Mention, span: Span) -> Mention:
    return replace(meant, span=span, form="pronoun", via="coreference" if meant.name or meant.country else None)
