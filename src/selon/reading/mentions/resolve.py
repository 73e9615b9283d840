"""From a head word to a mention: its noun phrase, kind, form, and whom it names where that is settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.knowledge.countries import load_countries
from selon.knowledge.offices import load_offices
from selon.knowledge.organisations import load_organisations
from selon.languages.fr.grammar import words
from selon.languages.fr.titles import title_rows
from selon.reading.document import Document
from selon.reading.mentions.acronyms import acronyms_of
from selon.reading.mentions.apposition import phrase_of
from selon.reading.mentions.belonging import (
    Meaning,
    Phrase,
    Scene,
    both_states,
    contents,
    countries_of,
    nickname,
    owner_of,
    role_of,
    speaks_for_its_owner,
    state_nickname,
)
from selon.reading.mentions.compounds import PartName, pair_at
from selon.reading.mentions.descriptions import describe, is_official
from selon.reading.mentions.focus import main_country
from selon.reading.mentions.gazetteer import Known, words_of
from selon.reading.mentions.heard import (
    FIRST_PERSON,
    SECOND_PERSON,
    called_upon,
    first_person,
    is_first_person,
    second_person,
)
from selon.reading.mentions.locate import location
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.pronouns import Antecedents
from selon.reading.mentions.registry import STATE_CLASSES, Person, build_registry
from selon.reading.noun_phrases import noun_phrase
from selon.reading.parse import Word
from selon.reading.text import Sentence
from selon.reading.tree import Tree
from selon.records import Mention, MentionForm, MentionKind, Span, Statement, Via

WordAt = tuple[int, int]
POSSESSIVES = words("possessives")
DEMONSTRATIVES = words("demonstratives")
STATE_WORDS = frozenset(["État", "Etat"])
SUBJECT_CLITICS = words("subject_clitics")
BEFORE_NOUNS, LATTER = words("before_nouns"), words("latter")
COUNTRY_NOUNS = words("country_nouns")
AHEAD = 4  # how many words behind a number its noun may stand: "6 500 nouveaux policiers"
OFTEN = 3  # how often a text names somebody by one word


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
        self.mononyms = mononyms(document.sentences, names)
        registry = build_registry(document, names, published, country, self.mononyms)
        self.antecedents = Antecedents(document, by_sentence, registry)
        self.scene = Scene(by_sentence, registry, published, country, self._owner)
        self.acronyms = acronyms_of(document.sentences, names)
        self.statements: tuple[Statement, ...] = ()
        self._cache: dict[tuple[WordAt, bool], Mention] = {}

    def mention_at(self, at: WordAt, acts: bool = True) -> Mention:
        """Give the mention of a head word; `acts` tells that it acts or speaks, so that a capital is its state."""
        if (at, acts) not in self._cache:
            self._cache[at, acts] = self._make(self._noun_at(at), acts, 0)
        return self._cache[at, acts]

    def _noun_at(self, at: WordAt) -> WordAt:
        """Give the noun that a number, rank or civility stands before, where the parse took that for the head."""
        tree = self._tree(at[0])
        word = tree.words[at[1]]
        title = title_rows().get(word.lower)
        if title and title.kind == "civility":
            named = any(n.first == at[1] + 1 for n in self.scene.names.get(at[0], []))
            return (at[0], at[1] + 1) if named else at
        if not _before_noun(word):
            return at
        for k in range(at[1] + 1, min(at[1] + AHEAD, len(tree.words))):
            lower = tree.words[k].lower
            if (role_of(lower) or lower in COUNTRY_NOUNS) and not _before_noun(tree.words[k]):
                return at[0], k
            if not _before_noun(tree.words[k]):
                return at
        return at

    def mentions_at(self, at: WordAt) -> list[Mention]:
        """Give the mentions of a head word that takes part in an act: one for each state its adjectives name.

        "Russo-biélorusses" and "les armées syrienne et russe" are two each, and so are the parts of "UE-Chine".
        """
        at = self._noun_at(at)
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
        meaning = self._named(name.sentence, name, False)
        return _mention(span, meaning, "name")

    def part_mention(self, part: PartName) -> Mention:
        """Give the mention of a name that is part of a word."""
        span = self.document.span(part.start, part.end)
        if part.kind == "person":
            meaning = _person(self.scene.registry.person(part.text, self.scene.published), part.text, self.mononyms)
        elif known := part.known or self.acronyms.get(part.text):
            meaning = _of_known(known)
        else:
            meaning = Meaning("organisation", part.text, None, None, "name")
        return _mention(span, meaning, "name")

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
        return _mention(span, meaning, form)

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
            return self._named(phrase.number, name, acts), "name"
        if name:
            return self._apposed(phrase, name), "description"
        return self._owned(phrase) or describe(self.scene, phrase), "description"

    def _owned(self, phrase: Phrase) -> Meaning | None:
        """Give whose words a text, page or office tells: "un communiqué de X", "la page de X", "le bureau de X"."""
        if not speaks_for_its_owner(phrase):
            return None
        owner = owner_of(self.scene, phrase)
        return self._named(phrase.number, owner, True) if owner else None

    def _named(self, number: int, name: NameAt, acts: bool) -> Meaning:
        text = words_of(self.document.sentences[number].tokens[name.first : name.last + 1])
        known = name.known
        if known is not None and known.kind != "person":
            if acts and known.seat and known.kind in {"place", "organisation"}:
                return Meaning("state", None, known.seat, None, "metonym")
            return _of_known(known)
        if name.kind == "person":
            return _person(self.scene.registry.person(text, self.scene.published), text, self.mononyms)
        return self._unknown(number, name, text)

    def _unknown(self, number: int, name: NameAt, text: str) -> Meaning:
        """Say what a name unknown to the tables means: a nickname of a state, an acronym, a public body, or a name."""
        if code := state_nickname(self.scene, text):
            return Meaning("state", None, code, load_countries().row(code).qid, "coreference")
        if row := nickname(self.scene, text):
            return Meaning("organisation", row.name, load_organisations().country_of(row.code), row.qid, "coreference")
        if known := self.acronyms.get(text):
            return Meaning(known.kind, known.name, known.country, known.entity, "acronym")
        kind: MentionKind = "place" if name.kind == "place" else "organisation"
        tree = self.document.trees[number]
        role = role_of(text.split()[0].lower())
        if kind == "organisation" and tree and role and role.role_class in STATE_CLASSES:
            phrase = Phrase(number, tree, name.first, name.first, noun_phrase(tree, name.first)[1])
            phrase = replace(phrase, last=max(phrase.last, name.last))
            countries = countries_of(self.scene, phrase) or _named_inside(text)
            country = countries[0] if countries else self.scene.main_country
            return Meaning(kind, text, country, None, "name")
        if text in STATE_WORDS and self.scene.main_country:
            return Meaning("state", None, self.scene.main_country, None, "coreference")
        return Meaning(kind, text, None, None, "name")

    def _apposed(self, phrase: Phrase, name: NameAt) -> Meaning:
        meaning = self._named(phrase.number, name, True)
        role = role_of(phrase.tree.words[phrase.head].lower)
        if meaning.kind != "person" and role is not None and role.role_class == "media" and meaning.country is None:
            countries = countries_of(self.scene, phrase)
            return replace(meaning, kind="outlet", country=countries[0] if countries and is_official(phrase) else None)
        if meaning.kind == "person" and role is not None and role.role_class in STATE_CLASSES:
            countries = countries_of(self.scene, phrase)
            return replace(meaning, country=countries[0]) if countries else meaning
        return meaning


def _mention(span: Span, meaning: Meaning, form: MentionForm) -> Mention:
    return Mention(span, meaning.kind, form, meaning.name, meaning.country, meaning.entity, meaning.via, meaning.place)


def _before_noun(word: Word) -> bool:
    return word.lower in BEFORE_NOUNS or word.lower.replace(".", "").isdigit()


def _of_known(known: Known) -> Meaning:
    label = None if known.kind == "state" else known.name
    return Meaning(known.kind, label, known.country, known.entity, known.via, location(known.place))


def _person(person: Person | None, text: str, known_alone: frozenset[str]) -> Meaning:
    if person is None:
        full = text if " " in text or text in known_alone else None
        return Meaning("person", full, None, None, "name" if full else None)
    return Meaning("person", person.name, person.country, person.entity, "name")


def _named_inside(text: str) -> list[str]:
    """Give the state whose name ends an institution's: "consulat des États-Unis"."""
    parts = text.replace("’", "'").replace("'", "' ").split()
    tails = (" ".join(parts[k:]) for k in range(1, len(parts)))
    return next((list(codes[:1]) for tail in tails if (codes := load_countries().named(tail))), [])


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
