"""Persons among the names: by the office they hold, the title before them, surnames and the one word they go by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from selon.knowledge.holders import load_holders
from selon.knowledge.offices import load_offices
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.roles import load_roles
from selon.languages.fr.titles import load_titles, title_rows
from selon.reading.mentions.name_at import NameAt, text_of
from selon.reading.mentions.pieces import capitalised
from selon.reading.mentions.shapes import behind_particle
from selon.reading.text import Sentence, Token

BEFORE_SURNAMES = word_class("before_surnames")
HEADS = frozenset(["president", "prime_minister", "chancellor", "monarch", "supreme_leader", "leader", "head_of_state"])
OFTEN = 3  # how often a text names somebody by one word


def last_names(sentences: Sequence[Sentence], guesses: Sequence[NameAt]) -> frozenset[str]:
    """Give the last words of the persons proposed with two words or more, or with a surname of an office holder."""
    persons = [g for g in guesses if g.kind == "person"]
    held = load_holders().by_surname
    words = ((g, sentences[g.sentence].tokens[g.last].text) for g in persons)
    return frozenset(word for g, word in words if g.last > g.first or word in held)


def in_office(sentences: Sequence[Sentence], name: NameAt, published: str | None) -> NameAt:
    """Take a lone guessed word for a person when it is the surname of one head of state or government in office."""
    if name.listed or name.last > name.first or name.kind == "person" or published is None:
        return name
    terms = load_holders().by_surname.get(text_of(sentences, name), ())
    heads = {t.name for t in terms if t.office in HEADS and t.may_hold(published)}
    heads = heads or {t.name for t in terms if t.office in HEADS}
    return replace(name, kind="person") if len(heads) == 1 else name


def behind_civility(sentences: Sequence[Sentence], name: NameAt) -> NameAt:
    """Take a guessed name right behind a civility or an academic title for a person: "M. X", "Dr X"."""
    before = sentences[name.sentence].tokens[name.first - 1].text.lower() if name.first else ""
    title = title_rows().get(before)
    return (
        replace(name, kind="person") if not name.listed and title and title.kind in {"civility", "academic"} else name
    )


def by_full_names(sentences: Sequence[Sentence], found: Sequence[NameAt]) -> list[NameAt]:
    """Take the lone words guessed for others for persons where they end the full name of a person of the text.

    A body called by a person's name keeps its kind, but behind "administration" or "gouvernement".
    """
    full = {sentences[n.sentence].tokens[n.last].text for n in found if n.kind == "person" and n.last > n.first}
    return [replace(n, kind="person") if _ends_full_name(sentences, n, full) else n for n in found]


def _ends_full_name(sentences: Sequence[Sentence], name: NameAt, full: Collection[str]) -> bool:
    tokens = sentences[name.sentence].tokens
    before = tokens[name.first - 1].text.lower() if name.first else ""
    alone = not name.listed and name.first == name.last and tokens[name.first].text in full
    return alone and (name.kind == "place" or before in BEFORE_SURNAMES)


def behind_role(sentences: Sequence[Sentence], name: NameAt) -> NameAt:
    """Take a guessed name of several words right behind the title of an official for a person."""
    tokens = sentences[name.sentence].tokens
    if name.listed or name.kind == "person" or name.last == name.first or name.first == 0:
        return name
    lowers = [t.text.lower() for t in tokens[: name.first]]
    title = load_offices().covering(lowers, name.first - 1)
    ends = title is not None and title[1] + title[2] == name.first and all(o.official for o in title[0])
    capitals = all(t.text[:1].isupper() for t in tokens[name.first : name.last + 1] if t.text[:1].isalpha())
    ends = ends or _set_off(tokens, name, lowers)
    return replace(name, kind="person") if ends and capitals and name.last - name.first < 4 else name


def _set_off(tokens: Sequence[Token], name: NameAt, lowers: Sequence[str]) -> bool:
    """Tell whether commas set a name off behind the role of one person: "le gouverneur de la province, X Y, …"."""
    if lowers[-1] != "," or name.last + 1 >= len(tokens) or tokens[name.last + 1].text not in {",", "."}:
        return False
    before = lowers[max(0, len(lowers) - 7) : -1]
    before = before[len(before) - 1 - before[::-1].index(",") :] if "," in before else before
    return any(r.kind == "person" and not r.plural for w in before for r in load_roles().get(w, ())[:1])


def surnames(sentences: Sequence[Sentence], found: list[NameAt]) -> Iterator[NameAt]:
    """Find the surnames of persons named in full elsewhere in the text."""
    surnames: set[str] = set()
    for name in found:
        tokens = sentences[name.sentence].tokens[name.first : name.last + 1]
        if name.kind == "person" and len(tokens) >= 2 and capitalised(tokens[-1].text) and len(tokens[-1].text) >= 3:
            surnames.update({tokens[-1].text, tokens[-1].text.removeprefix("al-").removeprefix("el-")})
    taken = {(n.sentence, k) for n in found for k in range(n.first, n.last + 1)}
    for number, sentence in enumerate(sentences):
        for i, token in enumerate(sentence.tokens):
            if token.text in surnames and (number, i) not in taken:
                yield NameAt(number, i - behind_particle(sentence.tokens, i), i, "person", None)


def titled_surnames(sentences: Sequence[Sentence], found: list[NameAt]) -> Iterator[NameAt]:
    """Find the surnames of office holders right behind a title or civility: "le président X", "M. X"."""
    titles, surnames = load_titles(), load_holders().by_surname
    taken = {(n.sentence, k) for n in found for k in range(n.first, n.last + 1)}
    for number, sentence in enumerate(sentences):
        for i, (before, token) in enumerate(pairwise(sentence.tokens), 1):
            if token.text not in surnames or (number, i) in taken:
                continue
            if before.text.lower() in titles or before.text.lower() in BEFORE_SURNAMES:
                yield NameAt(number, i, i, "person", None)


def mononyms(sentences: Sequence[Sentence], names: Sequence[NameAt]) -> frozenset[str]:
    """Give the single words that a text calls a person by, time and again and never with a civility."""
    counts: Counter[str] = Counter()
    titled: set[str] = set()
    for name in names:
        tokens = sentences[name.sentence].tokens
        if name.kind == "person" and name.first == name.last:
            counts[tokens[name.first].text] += 1
            before = title_rows().get(tokens[name.first - 1].text.lower()) if name.first else None
            if before and before.kind == "civility":
                titled.add(tokens[name.first].text)
        titled.update(t.text for t in tokens[name.first : name.last + 1] if name.last > name.first)
    return frozenset(word for word, n in counts.items() if n >= OFTEN and word not in titled)
