"""From a head word to a mention: its noun phrase, kind, form, and whom it names where that is settled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.knowledge.countries import load_countries
from selon.knowledge.offices import load_offices
from selon.languages.fr.grammar import words
from selon.reading.document import Document
from selon.reading.mentions.acronyms import acronyms_of
from selon.reading.mentions.apposition import phrase_of
from selon.reading.mentions.belonging import both_states, countries_of
from selon.reading.mentions.compounds import PartName, pair_at
from selon.reading.mentions.descriptions import describe
from selon.reading.mentions.focus import main_country
from selon.reading.mentions.heads import noun_at
from selon.reading.mentions.heard import (
    FIRST_PERSON,
    SECOND_PERSON,
    called_upon,
    first_person,
    is_first_person,
    second_person,
)
from selon.reading.mentions.meaning import Meaning, as_mention
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.name_meanings import NameMeanings
from selon.reading.mentions.persons import mononyms
from selon.reading.mentions.phrase import Phrase, contents, role_of
from selon.reading.mentions.pronouns import Antecedents
from selon.reading.mentions.registry import build_registry
from selon.reading.mentions.scene import Scene
from selon.reading.noun_phrases import noun_phrase
from selon.reading.parse import Word
from selon.reading.tree import Tree
from selon.records import Mention, MentionForm, Statement, Via

WordAt = tuple[int, int]
POSSESSIVES = words("possessives")
DEMONSTRATIVES = words("demonstratives")
SUBJECT_CLITICS, LATTER = words("subject_clitics"), words("latter")


class Resolver:
    """Makes mentions for one document; the same head word always gives the same mention."""

    def __init__(
        self,
        document: Document,
        names: Sequence[NameAt],
        published: str | None,
        parts: Sequence[PartName] = (),
    ) -> None:
        self.document = document
        self.parts = parts
        by_sentence: dict[int, list[NameAt]] = {}
        for name in names:
            by_sentence.setdefault(name.sentence, []).append(name)
        country = main_country(document.sentences, names, published)
        known_alone = mononyms(document.sentences, names)
        registry = build_registry(document, names, published, country, known_alone)
        self.antecedents = Antecedents(document, by_sentence, registry)
        self.scene = Scene(by_sentence, registry, published, country, self._owner, self._word_before)
        acronyms = acronyms_of(document.sentences, names)
        self.meanings = NameMeanings(document, self.scene, acronyms, known_alone)
        self.statements: tuple[Statement, ...] = ()
        self._cache: dict[tuple[WordAt, bool], Mention] = {}

    def mention_at(self, at: WordAt, acts: bool = True) -> Mention:
        """Give the mention of a head word; `acts` tells that it acts or speaks, so that a capital is its state."""
        if (at, acts) not in self._cache:
            self._cache[at, acts] = self._make(self._headed(at), acts, 0)
        return self._cache[at, acts]

    def _word_before(self, name: NameAt) -> str:
        tokens = self.document.sentences[name.sentence].tokens
        return tokens[name.first - 1].lower if name.first else ""

    def _headed(self, at: WordAt) -> WordAt:
        return at[0], noun_at(self._tree(at[0]), at[1], self.scene.names.get(at[0], []))

    def mentions_at(self, at: WordAt) -> list[Mention]:
        """Give the mentions of a head word that takes part in an act: one for each state its adjectives name.

        "Russo-biélorusses" and "les armées syrienne et russe" are two each, and so are the parts of "UE-Chine".
        """
        at = self._headed(at)
        tree = self._tree(at[0])
        if joined := pair_at(self.parts, tree.words[at[1]].start, tree.words[at[1]].end):
            return [self.part_mention(part) for part in joined]
        lower = tree.words[at[1]].lower
        codes = list(load_countries().compound(lower)) if "-" in lower else []
        mention = self.mention_at(at)
        if mention.form != "pronoun" and (both := both_states(self.scene, self._phrase(at, tree)[0])):
            codes = both
        elif mention.form == "description" and mention.name is None and role_of(lower):
            codes = countries_of(self.scene, self._phrase(at, tree)[0])
        if len(codes) < 2 or mention.form == "name":
            return [mention]
        return [replace(mention, country=code, via="demonym") for code in codes]

    def hear(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        """Take note of who speaks, for the persons inside their words; give the statements with those speakers."""
        self.statements = tuple(statements)
        self._cache.clear()
        return tuple(self._heard(s) for s in statements)

    def _heard(self, statement: Statement) -> Statement:
        """Give a statement whose speaker is a "je" inside another's words that other speaker."""
        speaker = statement.speaker
        meant = first_person(self.statements, speaker.span) if speaker and is_first_person(speaker) else None
        return replace(statement, speaker=meant) if meant else statement

    def _spoken(self, at: WordAt, word: Word) -> Mention | None:
        """Give whom a first or second person inside somebody's words means."""
        span = self.document.span(word.start, word.end)
        if word.lower in FIRST_PERSON:
            return first_person(self.statements, span)
        if word.lower not in SECOND_PERSON or not self.statements:
            return None
        if meant := second_person(self.statements, span):
            return meant
        name = called_upon(self.document, self.scene.names.get(at[0], []), *at)
        person = name and self.scene.registry.at.get((name.sentence, name.first))
        via: Via = "coreference"
        return Mention(span, "person", "pronoun", person.name, person.country, person.entity, via) if person else None

    def name_mention(self, name: NameAt) -> Mention:
        """Give the mention of a bare name, its title and article left out."""
        tokens = self.document.sentences[name.sentence].tokens
        span = self.document.span(tokens[name.first].start, tokens[name.last].end)
        return as_mention(span, self.meanings.of_name(name.sentence, name, False), "name")

    def part_mention(self, part: PartName) -> Mention:
        """Give the mention of a name that is part of a word."""
        span = self.document.span(part.start, part.end)
        return as_mention(span, self.meanings.of_part(part), "name")

    def _owner(self, at: WordAt) -> str | None:
        """Give the state or organisation that a possessive stands for."""
        found = self.antecedents.of(at)
        return self._make(found, True, 1).country if found else None

    def office_mentions(self) -> Iterator[Mention]:
        """Give the titles in the text whose holder is settled, whether they play a role or not."""
        offices = load_offices()
        for number, tree in enumerate(self.document.trees):
            for i, word in enumerate(tree.words if tree else ()):
                role = role_of(word.lower) if word.pos in {"NOUN", "PROPN"} else None
                if role and role.role_class == "official" and not role.plural and word.lower in offices.heads:
                    mention = self.mention_at((number, i))
                    if mention.form == "description" and mention.via == "office":
                        yield mention

    def _tree(self, number: int) -> Tree:
        tree = self.document.trees[number]
        assert tree is not None
        return tree

    def _make(self, at: WordAt, acts: bool, depth: int) -> Mention:
        tree = self._tree(at[0])
        word = tree.words[at[1]]
        if heard := self._spoken(at, word):
            return heard
        counts = contents(Phrase(at[0], tree, at[1], at[1], at[1])).head != at[1]
        if (word.lower in POSSESSIVES or word.pos == "PRON" or word.lower in SUBJECT_CLITICS) and not counts:
            return self._pronoun(at, tree, depth)
        if at[1] and word.lower in LATTER and tree.words[at[1] - 1].lower in DEMONSTRATIVES:
            return self._pronoun(at, tree, depth)
        if load_countries().is_relational(word.lower):
            return self._relational(tree, at[1])
        phrase, name = self._phrase(at, tree)
        meaning, form = self._meaning(phrase, name, acts)
        if meaning.name is None and depth < 3 and (found := self._pointed_at(phrase)):
            meant = self._make(found, acts, depth + 1)
            meaning = Meaning(meant.kind, meant.name, meant.country, meant.entity, "coreference")
        span = self.document.words_span(tree, phrase.first, phrase.last)
        return as_mention(span, meaning, form)

    def _pronoun(self, at: WordAt, tree: Tree, depth: int) -> Mention:
        word = tree.words[at[1]]
        bare = word.text.removeprefix("-t").lstrip("-") if word.text.startswith("-") else word.text
        span = self.document.span(word.end - len(bare), word.end)
        found = self.antecedents.of(at) if depth < 3 else None
        if found is None:
            return Mention(span, "person", "pronoun")
        meant = self._make(found, True, depth + 1)
        via: Via | None = "coreference" if meant.name or meant.country else None
        return replace(meant, span=span, form="pronoun", via=via)

    def _pointed_at(self, phrase: Phrase) -> WordAt | None:
        """Give whom "cet homme" points back at."""
        role = role_of(phrase.tree.words[phrase.head].lower)
        points = phrase.first < phrase.head and phrase.tree.words[phrase.first].lower in DEMONSTRATIVES
        if not points or role is None or role.kind != "person":
            return None
        return self.antecedents.of((phrase.number, phrase.head), "elle" if role.feminine else "il")

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
        return phrase_of(at, tree, self.scene.names.get(at[0], []))

    def _meaning(self, phrase: Phrase, name: NameAt | None, acts: bool) -> tuple[Meaning, MentionForm]:
        if name and name.first <= phrase.head <= name.last:
            return self.meanings.of_name(phrase.number, name, acts), "name"
        if name:
            return self.meanings.of_bearer(phrase, name), "description"
        return self.meanings.of_owner(phrase) or describe(self.scene, phrase), "description"
