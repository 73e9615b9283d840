"""What the whole article says of its persons: full names, countries, offices, who is meant by a surname or a title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from selon.knowledge.holders import Holder, load_holders
from selon.reading.mentions.gazetteer import words_of
from selon.reading.mentions.names import NameAt
from selon.reading.text import Sentence


@dataclass(slots=True)
class Person:
    """A person of the article under the fullest name it gives; country while an official of one."""

    name: str
    country: str | None = None
    entity: str | None = None
    feminine: bool | None = None


@dataclass
class Registry:
    """Persons by full name and by surname, in the order of the text."""

    persons: dict[str, Person] = field(default_factory=dict)
    by_surname: dict[str, list[Person]] = field(default_factory=dict)

    def person(self, words: str, published: str | None) -> Person | None:
        """Give the person that a name or surname means in this article."""
        if (known := self.persons.get(words)) is not None:
            return known
        named = self.by_surname.get(words, [])
        if len({p.name for p in named}) == 1:
            return named[0]
        if named:
            return None
        holders = _in_office(load_holders().by_surname.get(words, ()), published)
        return _as_person(holders[0]) if len({h.name for h in holders}) == 1 else None

    def add(self, person: Person) -> None:
        """Take up a person under the full name and each way the press shortens it."""
        self.persons.setdefault(person.name, person)
        parts = person.name.split()
        for short in {parts[-1], " ".join(parts[1:])} - {""}:
            if person not in self.by_surname.setdefault(short, []):
                self.by_surname[short].append(person)


def build_registry(sentences: Sequence[Sentence], names: Sequence[NameAt], published: str | None) -> Registry:
    """Gather the persons named in full, known office holders with what is known of them at the date."""
    registry = Registry()
    for name in names:
        if name.kind != "person":
            continue
        words = words_of(sentences[name.sentence].tokens[name.first : name.last + 1])
        if name.last == name.first:
            continue
        held = _in_office(_known_holders(words), published)
        if held:
            person = registry.persons.get(held[0].name) or _as_person(held[0])
            registry.add(person)
            registry.persons.setdefault(words, person)
        elif words not in registry.persons:
            registry.add(Person(words))
    return registry


def _known_holders(words: str) -> tuple[Holder, ...]:
    from selon.knowledge.spelling import fold

    return load_holders().by_name.get(fold(words), ())


def _in_office(holders: Sequence[Holder], published: str | None) -> list[Holder]:
    """Keep those whose term holds the date, or all when the date is unknown or nobody was in office."""
    if published is None:
        return list(holders)
    now = [
        h
        for h in holders
        if (not h.start or h.start[:7] <= published[:7]) and (not h.end or h.end[:7] >= published[:7])
    ]
    return now or list(holders)


def _as_person(holder: Holder) -> Person:
    return Person(holder.name, None, holder.qid or None)
