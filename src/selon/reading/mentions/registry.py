"""What the whole article says of its persons: full names, countries, titles, who is meant by a surname or a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from selon.knowledge.countries import load_countries
from selon.knowledge.holders import Holder, load_holders
from selon.knowledge.offices import load_offices
from selon.knowledge.spelling import fold
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.roles import load_roles
from selon.reading.mentions.gazetteer import words_of
from selon.reading.mentions.names import NameAt
from selon.reading.text import Sentence, Token

STATE_CLASSES = frozenset(["official", "force", "government"])
FORMER = word_class("former")
VAGUE = word_class("vague_titles")
WINDOW = 9
STOPS = frozenset([",", ";", ":", ".", "(", ")", "!", "?", '"', "«", "»", "“", "”", "–", "—", "-"])


@dataclass(slots=True)
class Person:
    """A person of the article under the fullest name it gives; country while an official of one."""

    name: str
    country: str | None = None
    entity: str | None = None


@dataclass
class Registry:
    """Persons by full name and surname, titles with those they were joined to, and who is named at a token."""

    persons: dict[str, Person] = field(default_factory=dict)
    by_surname: dict[str, list[Person]] = field(default_factory=dict)
    titles: dict[str, list[tuple[int, Person]]] = field(default_factory=dict)
    at: dict[tuple[int, int], Person] = field(default_factory=dict)

    def person(self, words: str, published: str | None) -> Person | None:
        """Give the person that a name or surname means in this article."""
        if (known := self.persons.get(words)) is not None:
            return known
        named = {p.name: p for p in self.by_surname.get(words, [])}
        if named:
            return next(iter(named.values())) if len(named) == 1 else None
        holders = in_office(load_holders().by_surname.get(words, ()), published)
        if len({h.name for h in holders}) == 1:
            return self.add(Person(holders[0].name, _country(holders, published), holders[0].qid or None))
        return None

    def add(self, person: Person) -> Person:
        """Take up a person under the full name and each way the press shortens it."""
        person = self.persons.setdefault(person.name, person)
        parts = person.name.split()
        for short in {parts[-1], " ".join(parts[1:])} - {""}:
            if person not in self.by_surname.setdefault(short, []):
                self.by_surname[short].append(person)
        return person

    def titled(self, title: str, before: int) -> Person | None:
        """Give the person last called by a title, by its `title_key`, up to a sentence."""
        earlier = [p for number, p in self.titles.get(title, []) if number <= before]
        return earlier[-1] if earlier else None


def build_registry(sentences: Sequence[Sentence], names: Sequence[NameAt], published: str | None) -> Registry:
    """Gather the persons named in full, what their titles tell of them, and what is known of them at the date."""
    registry = Registry()
    persons = [n for n in names if n.kind == "person"]
    for name in persons:
        if name.last > name.first:
            _enter(registry, _words(sentences, name), published)
    for name in persons:
        person = registry.person(_words(sentences, name), published)
        if person is not None:
            registry.at[name.sentence, name.first] = person
            _join_titles(registry, sentences[name.sentence], name, person, names)
    return registry


def _words(sentences: Sequence[Sentence], name: NameAt) -> str:
    return words_of(sentences[name.sentence].tokens[name.first : name.last + 1])


def _enter(registry: Registry, words: str, published: str | None) -> None:
    held = in_office(load_holders().by_name.get(fold(words), ()), published)
    if held:
        person = registry.add(Person(held[0].name, _country(held, published), held[0].qid or None))
        registry.persons.setdefault(words, person)
    elif words not in registry.persons:
        registry.add(Person(words))


def in_office(holders: Sequence[Holder], published: str | None) -> list[Holder]:
    """Keep those who may hold their office at the date, or all when the date is unknown or none does."""
    now = [h for h in holders if published and h.may_hold(published)]
    return now or list(holders)


def _country(holders: Sequence[Holder], published: str | None) -> str | None:
    """Give the state or organisation of the office surely held at the date."""
    return next((h.body for h in holders if published and h.surely_holds(published)), None)


def _join_titles(registry: Registry, sentence: Sentence, name: NameAt, person: Person, names: Sequence[NameAt]) -> None:
    """Note the title nouns that stand right before or behind a name, and the country they tell of its bearer."""
    inside = [n for n in names if n.sentence == name.sentence and n.known is not None]
    for first, last in _windows(sentence.tokens, name):
        tokens = sentence.tokens[first:last]
        roles = [(k, t) for k, t in enumerate(tokens) if _official(t)]
        if not roles or any(t.text.lower() in FORMER or t.text.lower().startswith("ex-") for t in tokens):
            continue
        key = title_key([t.text.lower() for t in tokens], roles[0][0])
        if key:
            registry.titles.setdefault(key, []).append((name.sentence, person))
        country = _belonging(tokens[roles[0][0] :], [n for n in inside if first + roles[0][0] < n.first < last])
        if country and person.country is None:
            person.country = country


def title_key(lowers: Sequence[str], head: int) -> str | None:
    """Give what two titles must share to be one: the office they name, else the noun where it says enough alone."""
    title = load_offices().covering([w.replace("’", "'") for w in lowers], head)
    if title:
        return title[0][0].office
    return None if lowers[head] in VAGUE else lowers[head]


def _windows(tokens: Sequence[Token], name: NameAt) -> Iterator[tuple[int, int]]:
    start = name.first
    while start > max(0, name.first - WINDOW) and tokens[start - 1].text not in STOPS:
        start -= 1
    yield start, name.first
    if name.last + 1 < len(tokens) and tokens[name.last + 1].text in {",", "("}:
        end = name.last + 2
        while end < min(len(tokens), name.last + 2 + WINDOW) and tokens[end].text not in STOPS:
            end += 1
        yield name.last + 2, end


def _official(token: Token) -> bool:
    return any(r.role_class in STATE_CLASSES and not r.plural for r in load_roles().get(token.text.lower(), ()))


def _belonging(tokens: Sequence[Token], names: Sequence[NameAt]) -> str | None:
    adjectives = load_countries().adjectives
    for token in tokens:
        if codes := adjectives.get(token.text.lower()):
            return codes[0]
    for name in names:
        if name.known and name.known.kind in {"state", "organisation", "place"} and name.known.country:
            return name.known.country
    return None
