"""What the names of an article mean: persons by its registry, others by the tables, its acronyms and nicknames."""

from __future__ import annotations

from dataclasses import dataclass, replace

from selon.knowledge.countries import load_countries
from selon.reading.document import Document
from selon.reading.mentions.belonging import countries_of, owner_of
from selon.reading.mentions.compounds import PartName
from selon.reading.mentions.descriptions import is_official
from selon.reading.mentions.gazetteer import Known, words_of
from selon.reading.mentions.meaning import Meaning, of_body, of_known, of_person
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.phrase import Phrase, role_of, speaks_for_its_owner
from selon.reading.mentions.registry import STATE_CLASSES
from selon.reading.mentions.scene import Scene, nickname, state_nickname
from selon.reading.noun_phrases import noun_phrase
from selon.records import MentionKind

STATE_WORDS = frozenset(["État", "Etat"])


@dataclass(frozen=True, slots=True)
class NameMeanings:
    """Tells what names mean in one article."""

    document: Document
    scene: Scene
    acronyms: dict[str, Known]
    mononyms: frozenset[str]

    def of_name(self, number: int, name: NameAt, acts: bool) -> Meaning:
        """Say whom a name of a sentence means; a capital that acts is its state."""
        text = words_of(self.document.sentences[number].tokens[name.first : name.last + 1])
        known = name.known
        if known is not None and known.kind != "person":
            if acts and known.seat and known.kind in {"place", "organisation"}:
                return Meaning("state", None, known.seat, None, "metonym")
            if acts and known.kind == "place" and (row := nickname(self.scene, text)):
                return of_body(row, "metonym")
            return of_known(known)
        if name.kind == "person":
            return self._person(text)
        return self._unknown(number, name, text)

    def of_part(self, part: PartName) -> Meaning:
        """Say whom a name means that is part of a word."""
        if part.kind == "person":
            return self._person(part.text)
        if known := part.known or self.acronyms.get(part.text):
            return of_known(known)
        return Meaning("organisation", part.text, None, None, "name")

    def of_bearer(self, phrase: Phrase, name: NameAt) -> Meaning:
        """Say whom a description with a name beside it means: "le ministre X"."""
        meaning = self.of_name(phrase.number, name, True)
        role = role_of(phrase.tree.words[phrase.head].lower)
        if meaning.kind != "person" and role is not None and role.role_class == "media" and meaning.country is None:
            countries = countries_of(self.scene, phrase)
            return replace(meaning, kind="outlet", country=countries[0] if countries and is_official(phrase) else None)
        if meaning.kind == "person" and role is not None and role.role_class in STATE_CLASSES:
            countries = countries_of(self.scene, phrase)
            return replace(meaning, country=countries[0]) if countries else meaning
        return meaning

    def of_owner(self, phrase: Phrase) -> Meaning | None:
        """Give whose words a text, page or office tells: "un communiqué de X", "la page de X", "le bureau de X"."""
        if not speaks_for_its_owner(phrase):
            return None
        owner = owner_of(self.scene, phrase)
        return self.of_name(phrase.number, owner, True) if owner else None

    def _person(self, text: str) -> Meaning:
        return of_person(self.scene.registry.person(text, self.scene.published), text, self.mononyms)

    def _unknown(self, number: int, name: NameAt, text: str) -> Meaning:
        """Say what a name unknown to the tables means: a nickname of a state, an acronym, a public body, or a name."""
        if code := state_nickname(self.scene, text):
            return Meaning("state", None, code, load_countries().row(code).qid, "coreference")
        if row := nickname(self.scene, text):
            return of_body(row, "coreference")
        if known := self.acronyms.get(text):
            return Meaning(known.kind, known.name, known.country, known.entity, "acronym")
        kind: MentionKind = "place" if name.kind == "place" else "organisation"
        role = role_of(text.split()[0].lower())
        if kind == "organisation" and self.document.trees[number] and role and role.role_class in STATE_CLASSES:
            return Meaning(kind, text, self._country_of_body(number, name, text), None, "name")
        if text in STATE_WORDS and self.scene.main_country:
            return Meaning("state", None, self.scene.main_country, None, "coreference")
        return Meaning(kind, text, None, None, "name")

    def _country_of_body(self, number: int, name: NameAt, text: str) -> str | None:
        """Give the country of a public body by the words of its phrase, its name, or the article."""
        tree = self.document.trees[number]
        assert tree is not None
        last = max(noun_phrase(tree, name.first)[1], name.last)
        phrase = Phrase(number, tree, name.first, name.first, last)
        countries = countries_of(self.scene, phrase) or _named_inside(text)
        return countries[0] if countries else self.scene.main_country


def _named_inside(text: str) -> list[str]:
    """Give the state whose name ends an institution's: "consulat des États-Unis"."""
    parts = text.replace("’", "'").replace("'", "' ").split()
    tails = (" ".join(parts[k:]) for k in range(1, len(parts)))
    return next((list(codes[:1]) for tail in tails if (codes := load_countries().named(tail))), [])
