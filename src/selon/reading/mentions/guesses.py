"""Guessed names: what the finder proposes, with the edges and the kind that the words around ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from selon.knowledge.countries import load_countries
from selon.knowledge.offices import load_offices
from selon.knowledge.organisations import load_organisations
from selon.knowledge.spelling import fold
from selon.languages.fr.given_names import load_given_names
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.name_nouns import name_nouns
from selon.languages.fr.place_words import load_place_words
from selon.languages.fr.roles import load_roles
from selon.languages.fr.titles import load_titles
from selon.reading.mentions.gazetteer import load_gazetteer, words_of
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.pieces import capitalised, grown, is_body_noun, joined
from selon.reading.mentions.place_names import in_larger_name
from selon.reading.mentions.shapes import is_celestial, is_platform, kind_by_noun, person_stretch
from selon.reading.parse import Name
from selon.reading.text import Sentence, Token

ARTICLES, ARMIES = word_class("articles"), word_class("armies")
JOINTS = word_class("joints_of_portfolios")
BEHIND, SEATS, SITES, WHOLE = name_nouns("behind"), name_nouns("seat"), name_nouns("site"), name_nouns("whole")
OF, DIVISIONS = word_class("of_names"), word_class("divisions_by_name")
KINDS = frozenset(["person", "place", "organisation"])
PLACED = load_place_words()["towards"] | {"de", "d'", "du", "des", "au", "aux", "sur", "et"}


def guessed(number: int, sentence: Sentence, names: Sequence[Name]) -> list[NameAt]:
    """Give the names proposed for a sentence, mended; a place of one word needs its preposition.

    One that an organisation is called by too stays for `as_bodies` to decide.
    """
    found: list[NameAt] = []
    pieces = joined(sentence.tokens, list(_trimmed(number, sentence, names)))
    for name in pieces:
        mended = _mended(sentence, name, pieces)
        shared = mended and words_of(sentence.tokens[mended.first : mended.last + 1]) in load_gazetteer().shared
        if mended and (mended.kind != "place" or shared or may_be_place(sentence.tokens, mended.first, mended.last)):
            found.append(mended)
    return found


def _trimmed(number: int, sentence: Sentence, names: Sequence[Name]) -> Iterator[NameAt]:
    titles, roles = load_titles(), load_roles()
    tokens = sentence.tokens
    for name in names:
        body = name.kind == "organisation"
        first, last = name.start if body else _behind_title(tokens, name), name.end - 1
        if first == name.end:
            continue
        while first <= last and _strip_front(tokens, first, last, titles, roles, body):
            first += 1
        while last >= first and not any(c.isalnum() for c in tokens[last].text):
            last -= 1
        if first > last or name.kind not in KINDS:
            continue
        demonyms = load_countries().demonyms
        while first <= last and tokens[first].text in demonyms and not load_countries().named(tokens[first].text):
            if name.kind == "person" and first < last and tokens[first].text in load_given_names():
                break
            first += 1
        if name.kind == "place":
            while first < last and not capitalised(tokens[first].text):
                first += 1
        army = first <= last and tokens[first].lower in ARMIES  # "armée syrienne"
        if not army and not any(capitalised(t.text) or t.text[:1].isdigit() for t in tokens[first : last + 1]):
            continue
        seated = tokens[name.start].text in SEATS and _small(tokens[name.start + 1 : first])
        divided = name.kind != "person" and first < last and _is_division(tokens, first)
        yield NameAt(number, first + divided, last, "place" if seated or divided else name.kind, None)


def _is_division(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether a capital opens a noun of divisions with its name right behind: "la Région Normandie"."""
    return tokens[k].text[:1].isupper() and tokens[k].text.lower() in DIVISIONS and tokens[k + 1].text[:1].isupper()


def _small(tokens: Sequence[Token]) -> bool:
    """Tell whether there are only small words between the noun of a seat and its place: "hôpital de X"."""
    return bool(tokens) and all(t.lower in OF for t in tokens)


def _mended(sentence: Sentence, name: NameAt, pieces: Sequence[NameAt]) -> NameAt | None:
    """Mend the kind and the edges of a guessed name; null when it is none."""
    if name.first == name.last and _is_none(sentence.tokens, name):
        return None
    kind = kind_by_noun(sentence.tokens, name.first, name.last, name.kind)
    if kind is None:
        return None
    if kind != "person" and in_larger_name(sentence.tokens, name.first, "contests"):
        return None  # "Masters de X"
    if kind == "place" and words_of(sentence.tokens[name.first : name.last + 1]) in load_organisations().nicknames:
        kind = "organisation"
    if kind == "person":
        first, last = person_stretch(sentence.tokens, name.first, name.last)
        return grown(sentence.tokens, replace(name, first=first, last=last, kind=kind), pieces)
    name = name if kind == name.kind else replace(name, kind=kind)
    return _as_public_body(sentence.tokens, _as_outlet(sentence.tokens, name))


def _as_public_body(tokens: Sequence[Token], name: NameAt) -> NameAt:
    """Take a guessed organisation for the one that the tables call so with its capital: "le département d'État"."""
    if name.kind != "organisation" or name.last == name.first or not tokens[name.first].text[:1].islower():
        return name
    known = load_gazetteer().folded.get(fold(words_of(tokens[name.first : name.last + 1])))
    return replace(name, known=known) if known and known.kind == "organisation" else name


def _as_outlet(tokens: Sequence[Token], name: NameAt) -> NameAt:
    """Take a guessed organisation for the outlet that is called so with the article before it: "Le Monde"."""
    article = tokens[name.first - 1].text if name.first else ""
    if name.kind != "organisation" or article.lower().replace("’", "'") not in ARTICLES:
        return name
    words = words_of(tokens[name.first - 1 : name.last + 1]).replace("’", "'")
    known = load_gazetteer().ordinary.get(words[:1].upper() + words[1:])
    return replace(name, kind="outlet", known=known) if known else name


def _is_none(tokens: Sequence[Token], name: NameAt) -> bool:
    """Tell whether a lone word names nobody: a network to write on, one letter, a number, a point of the compass."""
    word = tokens[name.first].text
    number = name.kind == "place" and word.isdigit()
    compass = name.kind == "person" and word.lower() in load_place_words()["vague"]
    return is_platform(tokens, name.first) or len(word) == 1 or number or compass


def may_be_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a proposed place may be one: a lone word behind a preposition, and no acronym."""
    if in_larger_name(tokens, first):
        return False
    word = tokens[first].text
    if word.lower() in ARTICLES and not any(t.text[:1].isupper() for t in tokens[first + 1 : last + 1]):
        return False  # "La machine" at the head of a sentence
    if last > first or any(c.isdigit() for c in word):  # "A7" is a road
        return True
    if word.isupper() or word.lower() in load_place_words()["vague"]:
        return False  # the tables alone give these
    if is_celestial(tokens, first):
        return True
    before = [t.lower for t in tokens[max(0, first - 2) : first]]
    near = before[-1:] if before[-1:] and before[-1] not in ARTICLES else before[:1]
    return not near or near[0] in PLACED | SITES or not near[0].isalpha()


def _behind_title(tokens: Sequence[Token], name: Name) -> int:
    """Give where a name begins that the finder ran together with the title before it: "ministre de la Santé X"."""
    lowers = [t.text.lower() for t in tokens]
    title = load_offices().covering(lowers, name.start)
    if title and title[1] <= name.start and title[1] + title[2] >= name.end:
        whole = title[1] < name.start or (title[2] > 1 and all(o.official for o in title[0]))
        return name.end if whole else name.start
    first = title[1] + title[2] if title and title[1] + title[2] < name.end else name.start
    while first > name.start and first + 2 < name.end and lowers[first] in JOINTS:
        first = next((k + 1 for k in range(first + 1, name.end - 1) if lowers[k] not in JOINTS), first + 1)
    return first


def _strip_front(
    tokens: Sequence[Token], first: int, last: int, titles: frozenset[str], roles: Mapping[str, object], body: bool
) -> bool:
    word, only = tokens[first].text, first == last
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
        return not word[:1].isupper() or only or (not body and lower in {"l'", "d'"})
    plain = word[:1].islower() and (
        (lower in roles and not (body and is_body_noun(lower)))
        or (lower in SEATS and (only or not body or tokens[first + 1].lower in OF))
        or lower in load_countries().adjectives
    )
    describes = lower in BEHIND and not only
    if describes and (body or lower in WHOLE):  # "l'association X", but "Association de X"
        describes = word[:1].islower() and tokens[first + 1].text[:1].isupper()
    return lower in titles or describes or (plain and not only)
