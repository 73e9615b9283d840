"""Names inside a word with a hyphen: "pro-Maduro" names a person, "UE-Chine" two bodies; the word itself is neither."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selon.knowledge.holders import load_holders
from selon.knowledge.places import load_places
from selon.knowledge.spelling import fold
from selon.languages.fr.given_names import load_given_names
from selon.languages.fr.grammar import words as word_class
from selon.reading.mentions.gazetteer import Known, load_gazetteer
from selon.reading.mentions.locate import choose
from selon.reading.mentions.name_at import NameAt, text_of
from selon.reading.text import Sentence, Token

STANDS = word_class("prefixes_of_stands")
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class PartName:
    """A name inside a word, at code points `start` to `end` of the text, and what the knowledge knows of it."""

    start: int
    end: int
    text: str
    kind: str
    known: Known | None


def part_names(
    sentences: Sequence[Sentence], names: Sequence[NameAt]
) -> tuple[tuple[NameAt, ...], tuple[PartName, ...]]:
    """Give the names that are whole words, and those that are parts of a word, in the order of the text."""
    persons = {sentences[n.sentence].tokens[n.last].text for n in names if n.kind == "person"}
    places = {text_of(sentences, n): n.known for n in names if n.kind == "place"}
    at = {(n.sentence, k): n for n in names for k in range(n.first, n.last + 1)}
    parts: list[PartName] = []
    split: set[NameAt] = set()
    for number, sentence in enumerate(sentences):
        for i, token in enumerate(sentence.tokens):
            if "-" not in token.text:
                continue
            name = at.get((number, i))
            if name and (name.listed or name.first < i):
                continue
            if found := _parts(sentence.tokens, i, name, persons) or _route(token, places):
                parts.extend(found)
                split.update([name] if name else [])
    return tuple(n for n in names if n not in split), tuple(parts)


def pair_at(parts: Sequence[PartName], start: int, end: int) -> list[PartName]:
    """Give the two names joined by a hyphen that the word at these code points belongs to; "pro-X" is no pair."""
    for one, other in pairwise(parts):
        if one.end + 1 == other.start and one.start < end and start < other.end:
            return [one, other]
    return []


def _parts(tokens: Sequence[Token], i: int, name: NameAt | None, persons: Collection[str]) -> list[PartName]:
    token = tokens[i]
    head, _, rest = token.text.partition("-")
    cut = token.start + len(head) + 1
    if head.lower() in STANDS:
        part = _part(cut, rest, persons) or _acronym(cut, rest)
        return [part] if part else []
    one = None if head in load_given_names() else _part(token.start, head, persons)
    if one is None or "-" in rest:
        return []
    if name and name.kind == "person" and name.last > i and rest[:1].isupper():
        tail = [rest, *(t.text for t in tokens[i + 1 : name.last + 1])]
        return [one, PartName(cut, tokens[name.last].end, " ".join(tail), "person", _known(" ".join(tail)))]
    other = _part(cut, rest, persons)
    return [one, other] if other else []


def _route(token: Token, places: Mapping[str, Known | None]) -> list[PartName]:
    """Give the two places of "X-Y": one that the article names elsewhere, and another or a town of the tables."""
    one, _, other = token.text.partition("-")
    if (one not in places and other not in places) or load_places().named(token.text):
        return []
    towns = [_town(token.start, one, places), _town(token.start + len(one) + 1, other, places)]
    return [town for town in towns if town] if all(towns) else []


def _town(start: int, text: str, places: Mapping[str, Known | None]) -> PartName | None:
    if text in places:
        return PartName(start, start + len(text), text, "place", places[text])
    if not text[:1].isupper() or not text.isalpha():
        return None
    towns = [p for p in load_places().named(text) if p.kind == "town" and not p.homograph]
    found = choose(towns) if towns else None
    known = Known("place", found.name, found.country, found.qid, "name", None, found) if found else None
    return PartName(start, start + len(text), text, "place", known) if known else None


def _part(start: int, text: str, persons: Collection[str]) -> PartName | None:
    """Give the name that a part is: known to the tables, or the surname of a person of the article or in office."""
    if not text[:1].isupper() or len(text) < 2:
        return None
    known = _known(text)
    if known:
        return PartName(start, start + len(text), text, known.kind, known)
    held = {h.name for h in load_holders().by_surname.get(text, ())}
    return PartName(start, start + len(text), text, "person", None) if text in persons or len(held) == 1 else None


def _known(text: str) -> Known | None:
    gazetteer = load_gazetteer()
    return gazetteer.exact.get(text) or gazetteer.folded.get(fold(text))


def _acronym(start: int, text: str) -> PartName | None:
    sure = len(text) >= SHORTEST and text.isupper() and text.isalpha()
    return PartName(start, start + len(text), text, "organisation", None) if sure else None
