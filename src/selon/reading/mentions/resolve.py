"""From a head word to a mention: its noun phrase, kind, form, and whom it names where that is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from selon.knowledge.countries import load_countries
from selon.knowledge.holders import load_holders
from selon.knowledge.offices import load_offices
from selon.knowledge.organisations import load_organisations
from selon.languages.fr.grammar import words
from selon.languages.fr.roles import Role, load_roles
from selon.reading.document import Document
from selon.reading.mentions.names import NameAt, words_of
from selon.reading.mentions.pronouns import antecedent
from selon.reading.mentions.registry import Person, Registry
from selon.reading.noun_phrases import noun_phrase
from selon.reading.tree import Tree
from selon.records import Mention, MentionForm, MentionKind, Span, Via

WordAt = tuple[int, int]
POSSESSIVES = words("possessives")
STATE_CLASSES = frozenset(["official", "force", "government"])
BODIES = frozenset(["head_of_state", "head_of_government", "president", "prime_minister"])


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mention names."""

    kind: MentionKind
    name: str | None = None
    country: str | None = None
    entity: str | None = None
    via: Via | None = None


class Resolver:
    """Makes mentions for one document; the same head word always gives the same mention."""

    def __init__(self, document: Document, names: Sequence[NameAt], registry: Registry, published: str | None) -> None:
        self.document = document
        self.registry = registry
        self.published = published
        self._names: dict[int, list[NameAt]] = {}
        for name in names:
            self._names.setdefault(name.sentence, []).append(name)
        self._cache: dict[tuple[WordAt, bool], Mention] = {}

    def mention_at(self, at: WordAt, acts: bool = True) -> Mention:
        """Give the mention of a head word; `acts` tells that it acts or speaks, so that a capital is its state."""
        if (at, acts) not in self._cache:
            self._cache[at, acts] = self._make(at, acts, 0)
        return self._cache[at, acts]

    def _make(self, at: WordAt, acts: bool, depth: int) -> Mention:
        tree = self.document.trees[at[0]]
        assert tree is not None
        word = tree.words[at[1]]
        if (
            word.lower in POSSESSIVES
            or word.pos == "PRON"
            or (word.lower.lstrip("-").startswith(("t-", "il", "elle", "on")) and word.text.startswith("-"))
        ):
            return self._pronoun(at, tree, depth)
        if self._is_relational(word.lower):
            return self._relational(tree, at[1])
        first, last = noun_phrase(tree, at[1])
        name = self._name_in(at[0], at[1], first, last, tree)
        span = self._span(tree, first, last, name, at[1])
        meaning, form = self._meaning(at, tree, first, last, name, acts)
        return Mention(span, meaning.kind, form, meaning.name, meaning.country, meaning.entity, meaning.via)

    def name_mention(self, name: NameAt) -> Mention:
        """Give the mention of a bare name, its title and article left out."""
        tokens = self.document.sentences[name.sentence].tokens
        span = self.document.span(tokens[name.first].start, tokens[name.last].end)
        meaning = self._named(name.sentence, name, False)
        return Mention(span, meaning.kind, "name", meaning.name, meaning.country, meaning.entity, meaning.via)

    # -- pronouns and adjectives -------------------------------------------------------------------------------------

    def _pronoun(self, at: WordAt, tree: Tree, depth: int) -> Mention:
        word = tree.words[at[1]]
        start = word.start + (len(word.text) - len(word.text.lstrip("-")))
        if word.lower.startswith("-t-"):
            start = word.start + 3
        span = self.document.span(start, word.end)
        kind: MentionKind = "person"
        found = antecedent(self.document, at) if depth < 3 else None
        if found is None:
            return Mention(span, kind, "pronoun")
        meant = self._make(found, True, depth + 1)
        settled = meant.name or meant.country
        return Mention(
            span, meant.kind, "pronoun", meant.name, meant.country, meant.entity, "coreference" if settled else None
        )

    def _is_relational(self, lower: str) -> bool:
        countries = load_countries()
        return lower in countries.adjectives or ("-" in lower and bool(countries.compound(lower)))

    def _relational(self, tree: Tree, i: int) -> Mention:
        word = tree.words[i]
        countries = load_countries()
        code = next(iter(countries.adjectives.get(word.lower, ()) or countries.compound(word.lower)), None)
        capital = word.text[:1].isupper() and word.pos in {"NOUN", "PROPN"}
        kind: MentionKind = "people" if capital else "state"
        first, last = noun_phrase(tree, i) if capital else (i, i)
        return Mention(
            self.document.words_span(tree, first, last),
            kind,
            "adjective" if not capital else "description",
            None,
            code,
            None,
            "demonym",
        )

    def relational_pair(self, tree: Tree, i: int) -> list[Mention]:
        """Give the mentions of a relational adjective: one a state, two for "russo-biélorusses"."""
        codes = load_countries().compound(tree.words[i].lower)
        if len(codes) < 2:
            return [self._relational(tree, i)]
        span = self.document.words_span(tree, i, i)
        return [Mention(span, "state", "adjective", None, code, None, "demonym") for code in codes]

    # -- nominal mentions --------------------------------------------------------------------------------------------

    def _name_in(self, number: int, head: int, first: int, last: int, tree: Tree) -> NameAt | None:
        """Give the name that a phrase is or carries: at its head, or apposed to it."""
        names = self._names.get(number, [])
        at_head = next((n for n in names if n.first <= head <= n.last), None)
        if at_head:
            return at_head
        for name in names:
            if head < name.first <= last and name.kind in {"person", "outlet"}:
                top = tree.words[name.first]
                if top.dep in {"appos", "flat:name", "nmod", "dep", "flat"} and tree.case(name.first) is None:
                    return name
        return None

    def _span(self, tree: Tree, first: int, last: int, name: NameAt | None, head: int) -> Span:
        if name and name.first <= head <= name.last:
            first, last = min(first, name.first), max(name.last, head)
        elif name:
            last = max(last, name.last)
        while first < head and tree.words[first].lower in {"l'", "le", "la", "les"} and name and name.first <= head:
            first += 1
        return self.document.words_span(tree, first, last)

    def _meaning(
        self, at: WordAt, tree: Tree, first: int, last: int, name: NameAt | None, acts: bool
    ) -> tuple[Meaning, MentionForm]:
        word = tree.words[at[1]]
        if name and name.first <= at[1] <= name.last:
            return self._named(at[0], name, acts), "name"
        role = self._role(word.lower)
        country = self._country_in(tree, at[1], first, last)
        if name:
            return self._apposed(at[0], name, role, country), "description"
        return self._described(tree, at[1], first, last, role, country), "description"

    def _role(self, lower: str) -> Role | None:
        roles = load_roles().get(lower, ())
        return roles[0] if roles else None

    def _named(self, number: int, name: NameAt, acts: bool) -> Meaning:
        words = words_of(self.document.sentences[number].tokens[name.first : name.last + 1])
        known = name.known
        if known is not None and known.kind != "person":
            if acts and known.seat and known.kind == "place":
                return Meaning("state", None, known.seat, None, "metonym")
            label = None if known.kind == "state" else known.name
            return Meaning(known.kind, label, known.country, known.entity, known.via)
        if name.kind == "person":
            person = self.registry.person(words, self.published)
            return self._person(person, words)
        kind: MentionKind = "place" if name.kind == "place" else "organisation"
        return Meaning(kind, words, None, None, "name")

    def _person(self, person: Person | None, words: str) -> Meaning:
        if person is None:
            full = words if " " in words else None
            return Meaning("person", full, None, None, "name" if full else None)
        return Meaning(
            "person", person.name, person.country or self._office_country(person.name), person.entity, "name"
        )

    def _office_country(self, name: str) -> str | None:
        """Give the state or organisation a known holder is an official of at the date."""
        from selon.knowledge.spelling import fold

        for holder in load_holders().by_name.get(fold(name), ()):
            if (
                self.published
                and (holder.start or "") <= self.published
                and (not holder.end or holder.end >= self.published[: len(holder.end)])
            ):
                return holder.body
        return None

    def _apposed(self, number: int, name: NameAt, role: Role | None, country: str | None) -> Meaning:
        meaning = self._named(number, name, True)
        official = role is None or role.role_class in STATE_CLASSES
        if meaning.kind == "person" and country and official:
            person = self.registry.persons.get(meaning.name or "")
            if person is not None and person.country is None:
                person.country = country
            return replace(meaning, country=country)
        return meaning

    def _described(
        self, tree: Tree, head: int, first: int, last: int, role: Role | None, country: str | None
    ) -> Meaning:
        if role is None:
            return Meaning(
                "people"
                if tree.words[head].plural
                else "organisation"
                if not tree.words[head].text[:1].islower()
                else "person"
            )
        kind: MentionKind = role.kind
        belongs = country if role.role_class in STATE_CLASSES else None
        office = load_offices().longest([w.lower for w in tree.words[: last + 1]], head)
        if office and belongs and not tree.words[head].plural and not self._is_former(tree, first, head):
            for code in _office_codes(office[0]):
                holder = load_holders().holder(code, belongs, self.published)
                if holder:
                    return Meaning("person", holder.name, belongs, holder.qid or None, "office")
        return Meaning(kind, None, belongs, None, "demonym" if belongs else None)

    def _is_former(self, tree: Tree, first: int, head: int) -> bool:
        around = [w.lower for w in tree.words[max(0, first) : head + 2]]
        return any(
            w in {"ancien", "ancienne", "ex", "futur", "feu", "anciens", "vice"} or w.startswith("ex-") for w in around
        )

    def _country_in(self, tree: Tree, head: int, first: int, last: int) -> str | None:
        """Find the state or organisation a description belongs to: an adjective, or a name behind "de"."""
        countries = load_countries()
        for i in range(first, min(last + 1, len(tree.words))):
            codes = countries.adjectives.get(tree.words[i].lower, ())
            if codes and i != head:
                return codes[0]
        number = self._number_of(tree)
        for name in self._names.get(number, []):
            if head < name.first <= last and name.known is not None:
                known = name.known
                if known.kind in {"state", "organisation", "place"} and (known.country or known.seat):
                    return known.country or known.seat
        nicknames = load_organisations().nicknames
        for i in range(head + 1, last + 1):
            if tree.words[i].text in nicknames:
                return self._nickname(tree.words[i].text)
        return None

    def _number_of(self, tree: Tree) -> int:
        return self.document.sentence_at(tree.words[0].start)

    def _nickname(self, word: str) -> str | None:
        """Give the organisation a nickname means when the article names it."""
        organisations = load_organisations()
        named = {
            n.known.country
            for names in self._names.values()
            for n in names
            if n.known and n.known.kind == "organisation"
        }
        for code in organisations.nicknames.get(word, ()):
            if organisations.country_of(code) in named:
                return organisations.country_of(code)
        return None


def _office_codes(offices: Sequence[object]) -> list[str]:
    return [str(getattr(o, "office", o)) for o in offices]
