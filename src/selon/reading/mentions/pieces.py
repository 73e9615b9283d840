"""Pieces of names: what the finder proposes cut short or in two, put together by what stands between and behind."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from selon.knowledge.countries import load_countries
from selon.languages.fr.given_names import load_given_names
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.place_words import load_place_words
from selon.languages.fr.roles import load_roles
from selon.reading.mentions.gazetteer import words_of
from selon.reading.mentions.name_at import NameAt
from selon.reading.text import Token

OF = word_class("of_bodies")
TAILS = word_class("of_names") | {"et", "le", "les"}
PARTICLES = word_class("particles_inside_names")
POSSESSIVES = frozenset(["son", "sa", "ses", "leur", "leurs"])
COMPANY_TAILS = frozenset(["cie", "co", "fils", "associés"])
SHORTEST_PAIR = 4  # words of two persons named one behind the other
LONGEST_TAIL = 3


def capitalised(word: str) -> bool:
    """Tell whether a word is written as a name: with a capital, also inside it ("eBay", "al-Bab")."""
    if word[:1].isupper():
        return True
    head, _, rest = word.partition("-")
    return rest[:1].isupper() if head in PARTICLES else word.isalpha() and not word.islower()


def joined(tokens: Sequence[Token], names: Sequence[NameAt]) -> list[NameAt]:
    """Join the pieces of one name: a given name and what stands right behind it, "Gare de" and "Bruxelles"."""
    found: list[NameAt] = []
    for name in sorted(names, key=lambda n: n.first):
        before = found[-1] if found else None
        if before and _division(tokens, before) and before.last + 1 == name.first:
            found[-1] = name
        elif before and _next_to(tokens, before.last, name.first) and (kind := _kind_of_both(tokens, before, name)):
            found[-1] = replace(before, last=name.last, kind=kind)
        elif before and _is_company_tail(tokens, before, name):
            found[-1] = replace(before, last=name.last)
        else:
            found.append(name)
    return [_closed(tokens, n) for n in found]


def _is_company_tail(tokens: Sequence[Token], before: NameAt, name: NameAt) -> bool:
    """Tell whether a piece ends the company before it: "Oddo et Cie", "Lazard & Co"."""
    tail = name.first == name.last and tokens[name.last].lower.rstrip(".") in COMPANY_TAILS
    return tail and name.first == before.last + 2 and tokens[before.last + 1].lower in {"et", "&"}


def _division(tokens: Sequence[Token], name: NameAt) -> bool:
    """Tell whether a piece is only the noun of a division with its "de": "État de"."""
    short = name.last == name.first + 1 and tokens[name.last].lower in OF
    return short and tokens[name.first].lower in load_place_words()["division_nouns"]


def _next_to(tokens: Sequence[Token], one: int, other: int) -> bool:
    return other == one + 1 and tokens[other].start - tokens[one].end <= 1


def _kind_of_both(tokens: Sequence[Token], before: NameAt, name: NameAt) -> str | None:
    if tokens[before.last].lower in OF:
        if before.kind == name.kind == "person":
            return "person"  # "Anne Velbin d'" and "Orsay"
        return before.kind if before.last > before.first and name.kind != "person" != before.kind else None
    given = all(t.text in load_given_names() for t in tokens[before.first : before.last + 1])
    capitals = all(capitalised(t.text) for t in tokens[before.first : name.last + 1])
    return "person" if name.kind == "person" and given and capitals else None


def _closed(tokens: Sequence[Token], name: NameAt) -> NameAt:
    """Close a name that ends in "de": with the noun behind it where a body's goes on in small letters, else before."""
    last = _before_others(tokens, name)
    opens = tokens[last].lower in OF and name.kind == "organisation" and last + 1 < len(tokens)
    if opens and last > name.first and tokens[last + 1].text.islower() and tokens[last + 1].text.isalpha():
        return replace(name, last=last + 1)
    while last > name.first and tokens[last].lower in TAILS:
        last -= 1
    return name if last == name.last else replace(name, last=last)


def _before_others(tokens: Sequence[Token], name: NameAt) -> int:
    """Give where a body's name ends that runs on over those beside it: "le Parti X et ses alliés"."""
    if name.kind == "organisation":
        for k in range(name.first + 1, name.last):
            if tokens[k].lower == "et" and tokens[k + 1].lower in POSSESSIVES:
                return k - 1
    return name.last


def split(tokens: Sequence[Token], name: NameAt, full: Collection[str]) -> list[NameAt]:
    """Part two persons named one behind the other, or two bodies joined by "et de"."""
    if name.kind == "person":
        first = _second_person(tokens, name, full)
    else:
        first = _second_body(tokens, name) if name.kind == "organisation" else None
    if first is None:
        return [name]
    last = first - 1
    while last > name.first and tokens[last].lower in TAILS:
        last -= 1
    return [replace(name, last=last), replace(name, first=first)]


def _second_person(tokens: Sequence[Token], name: NameAt, full: Collection[str]) -> int | None:
    """Give where the second begins, the first being named in full elsewhere: "le suppléant de X Y Z W"."""
    if name.last - name.first < SHORTEST_PAIR - 1:
        return None
    behind = (k for k in range(name.first + 2, name.last) if tokens[k].text in load_given_names())
    return next((k for k in behind if words_of(tokens[name.first : k]) in full), None)


def _second_body(tokens: Sequence[Token], name: NameAt) -> int | None:
    """Give where the second begins, with its noun in small letters: "la Ligue X et de la communauté de Y"."""
    for k in range(name.first + 1, name.last - 2):
        joint = [t.lower for t in tokens[k : k + 3]]
        if joint[:2] == ["et", "du"] or joint in (["et", "de", "la"], ["et", "de", "l'"]):
            noun = k + 2 if joint[1] == "du" else k + 3
            if noun < name.last and is_body_noun(tokens[noun].text):
                return noun
    return None


def is_body_noun(word: str) -> bool:
    """Tell whether a noun in small letters stands for a body, or for people as one: "tribunal", "communauté"."""
    role = next(iter(load_roles().get(word, ())), None)
    return role is not None and (role.kind in {"organisation", "group"} or (role.kind == "people" and not role.plural))


def grown(tokens: Sequence[Token], name: NameAt, taken: Sequence[NameAt]) -> NameAt:
    """Let a person's name run on: over Arabic particles and names, and from a lone given name over the surname."""
    last = name.last
    while (end := _particle_end(tokens, last)) is not None:
        last = end
    if last == name.first and tokens[last].text in load_given_names():
        while last - name.first < LONGEST_TAIL and _may_be_surname(tokens, last):
            last += 1
    end = next((n.first - 1 for n in taken if name.last < n.first <= last), last)
    return name if end == name.last else replace(name, last=end)


def _particle_end(tokens: Sequence[Token], last: int) -> int | None:
    """Give where a name ends with the Arabic particle behind it: "Reem" before "al-Mansoori", "ben Hamad"."""
    k = last + 1
    if k >= len(tokens) or not _next_to(tokens, last, k):
        return None
    head, _, rest = tokens[k].text.partition("-")
    if rest[:1].isupper() and head.lower() in PARTICLES:
        return k
    follows = k + 1 < len(tokens) and tokens[k + 1].text[:1].isupper()
    return k + 1 if follows and head.lower() in PARTICLES and not rest and tokens[k].text != "an" else None


def _may_be_surname(tokens: Sequence[Token], last: int) -> bool:
    k = last + 1
    if k >= len(tokens) or not _next_to(tokens, last, k):
        return False
    word = tokens[k].text
    countries = load_countries()
    plain = len(word) > 1 and word[0].isupper() and word.replace("-", "").isalpha() and not word.isupper()
    return plain and not countries.named(word) and word not in countries.demonyms
