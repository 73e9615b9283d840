"""What is known of the article around a description: its names, its country, who and what was named before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from selon.knowledge.countries import load_countries
from selon.knowledge.organisations import Organisation, load_organisations
from selon.languages.fr.grammar import words
from selon.reading.mentions.heads import names_text
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.phrase import Phrase
from selon.reading.mentions.registry import Registry

LOCATIVE = words("locative")


@dataclass(frozen=True)
class Scene:
    """What is known of the article around a description."""

    names: dict[int, list[NameAt]]
    registry: Registry
    published: str | None
    main_country: str | None
    owner: Callable[[tuple[int, int]], str | None]  # the country of what a possessive stands for
    before: Callable[[NameAt], str]  # the word before a name, lower case

    @cached_property
    def named(self) -> frozenset[str]:
        """Give the organisations and states the article names."""
        known = (n.known for group in self.names.values() for n in group if n.known)
        return frozenset(k.name for k in known if k.name and k.kind in {"organisation", "state"})

    def states_before(self, number: int, word: int) -> Iterator[str]:
        """Give the states named before a word of a sentence, the last first."""
        for sentence in range(number, -1, -1):
            for name in reversed(self.names.get(sentence, [])):
                known = name.known
                if (
                    known
                    and known.kind in {"state", "place"}
                    and known.country
                    and (sentence, name.first) < (number, word)
                ):
                    yield known.country

    def sides_before(self, number: int, word: int) -> Iterator[str]:
        """Give the states that act or are spoken of before a word of a sentence, the last first.

        They are named, or meant by a capital that no preposition makes a mere place, or those of a person named.
        """
        for sentence in range(number, -1, -1):
            for name in reversed(self.names.get(sentence, [])):
                code = self._side(name) if (sentence, name.first) < (number, word) else None
                if code in load_countries().rows:
                    yield str(code)

    def _side(self, name: NameAt) -> str | None:
        person = self.registry.at.get((name.sentence, name.first))
        if person is not None:
            return person.country
        if name.known is None or (name.known.kind == "place" and self.before(name) in LOCATIVE):
            return None
        return name.known.country if name.known.kind == "state" else name.known.seat

    def only_country_of(self, number: int) -> str | None:
        """Give the country of the places and states that a sentence names, where it is one."""
        known = [n.known for n in self.names.get(number, []) if n.known and n.known.kind in {"state", "place"}]
        found = {k.country for k in known}
        return found.pop() if len(found) == 1 else None

    def organisations_before(self, number: int, word: int) -> Iterator[str]:
        """Give the international organisations named before a word of a sentence, the last first."""
        for sentence in range(number, -1, -1):
            for name in reversed(self.names.get(sentence, [])):
                code = name.known.country if name.known and name.known.kind == "organisation" else None
                if code in load_organisations().rows and (sentence, name.first) < (number, word):
                    yield str(code)


def names_behind(scene: Scene, phrase: Phrase) -> list[NameAt]:
    """Give the names inside a phrase behind its head, but for that of a treaty: "l'accord de Paris"."""
    names = (n for n in scene.names.get(phrase.number, []) if phrase.head < n.first <= phrase.last)
    return [n for n in names if not n.in_title and not names_text(phrase.tree, n.first)]


def nickname(scene: Scene, word: str) -> Organisation | None:
    """Give the organisation a nickname ("l'Alliance") means where the article names that organisation."""
    organisations = load_organisations()
    rows = (organisations.row(code) for code in organisations.nicknames.get(word, ()))
    return next((row for row in rows if row.name in scene.named), None)


def state_nickname(scene: Scene, word: str) -> str | None:
    """Give the state a nickname ("le Nord") means where the article names that state."""
    countries = load_countries()
    codes = (code for code in countries.nicknames.get(word, ()) if countries.row(code).name in scene.named)
    return next(codes, None)
