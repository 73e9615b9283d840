"""Guessed names: what the finder proposes, with the edges and the kind that the words around ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from selon.knowledge.countries import load_countries
from selon.knowledge.offices import load_offices
from selon.knowledge.places import load_places
from selon.knowledge.spelling import fold
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.name_nouns import name_nouns
from selon.languages.fr.place_words import load_place_words
from selon.languages.fr.roles import load_roles
from selon.languages.fr.titles import load_titles
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.place_names import in_larger_name
from selon.reading.mentions.shapes import is_platform, kind_by_noun, person_stretch
from selon.reading.parse import Name
from selon.reading.text import Sentence, Token

ARTICLES = word_class("articles")
JOINTS = word_class("joints_of_portfolios")
BEHIND = name_nouns("behind")
KINDS = frozenset(["person", "place", "organisation"])
PLACED = load_place_words()["towards"] | {"de", "d'", "du", "des", "au", "aux", "sur", "et"}


def guessed(number: int, sentence: Sentence, names: Sequence[Name]) -> list[NameAt]:
    """Give the names proposed for a sentence, mended; a place that no table knows needs its preposition."""
    found: list[NameAt] = []
    for name in _trimmed(number, sentence, names):
        mended = _mended(sentence, name)
        if mended and (mended.kind != "place" or _may_be_place(sentence.tokens, mended.first, mended.last)):
            found.append(mended)
    return found


def _trimmed(number: int, sentence: Sentence, names: Sequence[Name]) -> Iterator[NameAt]:
    titles, roles = load_titles(), load_roles()
    tokens = sentence.tokens
    for name in names:
        first, last = _behind_title(tokens, name), name.end - 1
        if first == name.end:
            continue
        while first <= last and _strip_front(tokens[first].text, titles, roles, first == last):
            first += 1
        while last >= first and not any(c.isalnum() for c in tokens[last].text):
            last -= 1
        if first > last or name.kind not in KINDS:
            continue
        demonyms = load_countries().demonyms
        while first <= last and tokens[first].text in demonyms and not load_countries().named(tokens[first].text):
            first += 1
        if name.kind == "place":
            while first < last and not tokens[first].text[:1].isupper():
                first += 1
        if not any(t.text[:1].isupper() or t.text[:1].isdigit() for t in tokens[first : last + 1]):
            continue
        yield NameAt(number, first, last, name.kind, None)


def _mended(sentence: Sentence, name: NameAt) -> NameAt | None:
    """Mend the kind and the edges of a guessed name; null when it is none."""
    if name.first == name.last and is_platform(sentence.tokens, name.first):
        return None
    kind = kind_by_noun(sentence.tokens, name.first, name.last, name.kind)
    if kind is None:
        return None
    if kind == "person":
        first, last = person_stretch(sentence.tokens, name.first, name.last)
        return replace(name, first=first, last=last, kind=kind)
    return replace(name, kind=kind)


def _may_be_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a proposed place that no table knows may be one: behind a preposition, and no acronym."""
    if in_larger_name(tokens, first):
        return False
    word = tokens[first].text
    if word.lower() in ARTICLES and not any(t.text[:1].isupper() for t in tokens[first + 1 : last + 1]):
        return False  # "La machine" at the head of a sentence
    if last > first or any(c.isdigit() for c in word):  # "A7" is a road
        return True
    if word.isupper() or word.lower() in load_place_words()["vague"] or fold(word) in load_places().names:
        return False  # the tables decide what they know
    before = [t.text.lower().replace("’", "'") for t in tokens[max(0, first - 2) : first]]
    near = before[-1:] if before[-1:] and before[-1] not in ARTICLES else before[:1]
    return not near or near[0] in PLACED or not near[0].isalpha()


def _behind_title(tokens: Sequence[Token], name: Name) -> int:
    """Give where a name begins that the finder ran together with the title before it: "ministre de la Santé X"."""
    lowers = [t.text.lower() for t in tokens]
    title = load_offices().covering(lowers, name.start)
    if title and title[1] < name.start and title[1] + title[2] >= name.end:
        return name.end
    first = title[1] + title[2] if title and title[1] + title[2] < name.end else name.start
    while first > name.start and first + 2 < name.end and lowers[first] in JOINTS:
        first = next((k + 1 for k in range(first + 1, name.end - 1) if lowers[k] not in JOINTS), first + 1)
    return first


def _strip_front(word: str, titles: frozenset[str], roles: Mapping[str, object], only: bool) -> bool:
    lower = word.lower().replace("’", "'")
    if not any(c.isalnum() for c in word) or lower in {
        "le",
        "la",
        "les",
        "l'",
        "de",
        "du",
        "des",
        "d'",
        "un",
        "une",
        "au",
        "aux",
        "à",
        "en",
        "et",
    }:
        return not word[:1].isupper() or only or lower in {"l'", "d'"}
    return lower in titles or (lower in BEHIND and not only) or (word[:1].islower() and lower in roles and not only)
