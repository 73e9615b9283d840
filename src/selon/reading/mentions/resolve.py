"""From a head word to a mention: its noun phrase, kind, form, and whom it names where that is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selon.knowledge.countries import load_countries
from selon.knowledge.places import ADMINISTRATIVE, Place, load_places
from selon.languages.fr.grammar import words
from selon.reading.document import Document
from selon.reading.mentions.descriptions import Meaning, Phrase, Scene, countries_of, describe, role_of
from selon.reading.mentions.focus import main_country
from selon.reading.mentions.gazetteer import words_of
from selon.reading.mentions.names import NameAt
from selon.reading.mentions.pronouns import antecedent
from selon.reading.mentions.registry import STATE_CLASSES, Person, build_registry
from selon.reading.noun_phrases import noun_phrase
from selon.reading.tree import Tree
from selon.records import Location, Mention, MentionForm, MentionKind, Span, Via

WordAt = tuple[int, int]
POSSESSIVES = words("possessives")
SUBJECT_CLITICS = words("subject_clitics")
APPOSED = frozenset(["appos", "flat:name", "nmod", "dep", "flat"])


class Resolver:
    """Makes mentions for one document; the same head word always gives the same mention."""

    def __init__(self, document: Document, names: Sequence[NameAt], published: str | None) -> None:
        self.document = document
        by_sentence: dict[int, list[NameAt]] = {}
        for name in names:
            by_sentence.setdefault(name.sentence, []).append(name)
        registry = build_registry(document.sentences, names, published)
        self.scene = Scene(by_sentence, registry, published, main_country(document.sentences, names))
        self._cache: dict[tuple[WordAt, bool], Mention] = {}

    def mention_at(self, at: WordAt, acts: bool = True) -> Mention:
        """Give the mention of a head word; `acts` tells that it acts or speaks, so that a capital is its state."""
        if (at, acts) not in self._cache:
            self._cache[at, acts] = self._make(at, acts, 0)
        return self._cache[at, acts]

    def mentions_at(self, at: WordAt) -> list[Mention]:
        """Give the mentions of a head word that takes part in an act: one for each state its adjectives name.

        "Russo-biélorusses" and "les armées syrienne et russe" are two each.
        """
        tree = self._tree(at[0])
        lower = tree.words[at[1]].lower
        codes = list(load_countries().compound(lower)) if "-" in lower else []
        mention = self.mention_at(at)
        if mention.form == "description" and mention.name is None and role_of(lower):
            codes = countries_of(self.scene, self._phrase(at, tree)[0])
        if len(codes) < 2 or mention.form == "name":
            return [mention]
        return [replace(mention, country=code, via="demonym") for code in codes]

    def name_mention(self, name: NameAt) -> Mention:
        """Give the mention of a bare name, its title and article left out."""
        tokens = self.document.sentences[name.sentence].tokens
        span = self.document.span(tokens[name.first].start, tokens[name.last].end)
        meaning = self._named(name.sentence, name, False)
        return _mention(span, meaning, "name")

    def _tree(self, number: int) -> Tree:
        tree = self.document.trees[number]
        assert tree is not None
        return tree

    def _make(self, at: WordAt, acts: bool, depth: int) -> Mention:
        tree = self._tree(at[0])
        word = tree.words[at[1]]
        if word.lower in POSSESSIVES or word.pos == "PRON" or word.lower in SUBJECT_CLITICS:
            return self._pronoun(at, tree, depth)
        if load_countries().is_relational(word.lower):
            return self._relational(tree, at[1])
        phrase, name = self._phrase(at, tree)
        meaning, form = self._meaning(phrase, name, acts)
        span = self.document.words_span(tree, phrase.first, phrase.last)
        return _mention(span, meaning, form)

    def _pronoun(self, at: WordAt, tree: Tree, depth: int) -> Mention:
        word = tree.words[at[1]]
        bare = word.text.removeprefix("-t").lstrip("-") if word.text.startswith("-") else word.text
        span = self.document.span(word.end - len(bare), word.end)
        found = antecedent(self.document, at) if depth < 3 else None
        if found is None:
            return Mention(span, "person", "pronoun")
        meant = self._make(found, True, depth + 1)
        via: Via | None = "coreference" if meant.name or meant.country else None
        return replace(meant, span=span, form="pronoun", via=via)

    def _relational(self, tree: Tree, i: int) -> Mention:
        """Give the mention of a relational adjective (a state), or of a demonym (its people)."""
        word = tree.words[i]
        countries = load_countries()
        code = next(iter(countries.adjectives.get(word.lower, ()) or countries.compound(word.lower)), None)
        if word.text[:1].isupper() and word.pos in {"NOUN", "PROPN"}:
            span = self.document.words_span(tree, *noun_phrase(tree, i))
            return Mention(span, "people", "description", None, code, None, "demonym")
        return Mention(self.document.words_span(tree, i, i), "state", "adjective", None, code, None, "demonym")

    def _phrase(self, at: WordAt, tree: Tree) -> tuple[Phrase, NameAt | None]:
        """Give the phrase of a head word and the name that it is or carries."""
        number, head = at
        first, last = noun_phrase(tree, head)
        names = self.scene.names.get(number, [])
        own = next((n for n in names if n.first <= head <= n.last), None)
        if own:
            return Phrase(number, tree, head, own.first, max(own.last, head)), own
        last = self._widen(tree, head, last, names)
        apposed = next((n for n in names if head < n.first <= last and _is_apposed(tree, n)), None)
        if apposed is None and (set_off := _behind_comma(tree, names, head, last)):
            return Phrase(number, tree, head, first, last), set_off
        return Phrase(number, tree, head, first, max(last, apposed.last) if apposed else last), apposed

    def _widen(self, tree: Tree, head: int, last: int, names: Sequence[NameAt]) -> int:
        """Take in an adjective of a country and a name right behind a phrase that the parse hung elsewhere."""
        role = role_of(tree.words[head].lower)
        while role and last + 1 < len(tree.words):
            following = tree.words[last + 1]
            person = next((n for n in names if n.first == last + 1 and n.kind == "person"), None)
            if person:
                return person.last
            if not (load_countries().is_relational(following.lower) and following.text[:1].islower()):
                return last
            last += 1
        return last

    def _meaning(self, phrase: Phrase, name: NameAt | None, acts: bool) -> tuple[Meaning, MentionForm]:
        if name and name.first <= phrase.head <= name.last:
            return self._named(phrase.number, name, acts), "name"
        if name:
            return self._apposed(phrase, name), "description"
        return describe(self.scene, phrase), "description"

    def _named(self, number: int, name: NameAt, acts: bool) -> Meaning:
        text = words_of(self.document.sentences[number].tokens[name.first : name.last + 1])
        known = name.known
        if known is not None and known.kind != "person":
            if acts and known.seat and known.kind == "place":
                return Meaning("state", None, known.seat, None, "metonym")
            label = None if known.kind == "state" else known.name
            return Meaning(known.kind, label, known.country, known.entity, known.via, location(known.place))
        if name.kind == "person":
            return _person(self.scene.registry.person(text, self.scene.published), text)
        kind: MentionKind = "place" if name.kind == "place" else "organisation"
        return Meaning(kind, text, None, None, "name")

    def _apposed(self, phrase: Phrase, name: NameAt) -> Meaning:
        meaning = self._named(phrase.number, name, True)
        role = role_of(phrase.tree.words[phrase.head].lower)
        if meaning.kind == "person" and role is not None and role.role_class in STATE_CLASSES:
            countries = countries_of(self.scene, phrase)
            return replace(meaning, country=countries[0]) if countries else meaning
        return meaning


def _mention(span: Span, meaning: Meaning, form: MentionForm) -> Mention:
    return Mention(span, meaning.kind, form, meaning.name, meaning.country, meaning.entity, meaning.via, meaning.place)


def location(place: Place | None) -> Location | None:
    """Say where a place of the tables is; null when it has no point."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    division = None if place.kind in ADMINISTRATIVE else load_places().division(place.division)
    return Location(place.latitude, place.longitude, place.precision, division, place.geonames)


def _person(person: Person | None, text: str) -> Meaning:
    if person is None:
        full = text if " " in text else None
        return Meaning("person", full, None, None, "name" if full else None)
    return Meaning("person", person.name, person.country, person.entity, "name")


def _behind_comma(tree: Tree, names: Sequence[NameAt], head: int, last: int) -> NameAt | None:
    """Find the name set off behind a title: "son porte-parole, Jeanne Roche, …"."""
    if last + 2 >= len(tree.words) or tree.words[last + 1].text != "," or role_of(tree.words[head].lower) is None:
        return None
    name = next((n for n in names if n.first == last + 2 and n.kind == "person" and n.last > n.first), None)
    closed = name is not None and name.last + 1 < len(tree.words) and tree.words[name.last + 1].text in {",", ".", ";"}
    return name if closed else None


def _is_apposed(tree: Tree, name: NameAt) -> bool:
    top = tree.words[name.first]
    return name.kind in {"person", "outlet"} and top.dep in APPOSED and tree.case(name.first) is None
