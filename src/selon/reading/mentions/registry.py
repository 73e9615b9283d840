"""What the whole article says of its persons: full names, countries, titles, who is meant by a surname or a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from selon.knowledge.countries import load_countries
from selon.knowledge.holders import Holder, load_holders
from selon.knowledge.offices import load_offices
from selon.knowledge.spelling import fold
from selon.languages.fr.given_names import load_given_names
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.roles import load_roles
from selon.reading.document import Document
from selon.reading.mentions.gazetteer import Known, words_of
from selon.reading.mentions.name_at import BODIES, NameAt, text_of
from selon.reading.text import Token
from selon.reading.tree import Tree
from selon.records import MentionKind

STATE_CLASSES = frozenset(["official", "force", "government"])
FORMER = word_class("former")
NOT_QUALIFYING = word_class("not_qualifying")
VAGUE = word_class("vague_titles")
CALLABLE = frozenset(["organisation", "media", "armed", "opposition"])
WINDOW = 9
SOON = 100  # days before an office is taken up in which its holder to be already stands for it
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
    titles: dict[str, list[tuple[int, int, Person]]] = field(default_factory=dict)
    at: dict[tuple[int, int], Person] = field(default_factory=dict)
    organisations: list[tuple[int, int, str, Known]] = field(default_factory=list)

    def person(self, words: str, published: str | None) -> Person | None:
        """Give the person that a name or surname means in this article."""
        if (known := self.persons.get(words)) is not None:
            return known
        words = _without_initial(words)
        named = {p.name: p for p in self.by_surname.get(words, [])}
        if named:
            officials = [p for p in named.values() if p.country]
            return next(iter(named.values())) if len(named) == 1 else officials[0] if len(officials) == 1 else None
        holders = in_office(load_holders().by_surname.get(words, ()), published)
        if len({h.name for h in holders}) == 1:
            return self.add(Person(holders[0].name, _country(holders, published), holders[0].qid or None))
        return None

    def add(self, person: Person) -> Person:
        """Take up a person under the full name and each way the press shortens it."""
        person = self.persons.setdefault(person.name, person)
        parts = person.name.split()
        known = {h.surname for h in load_holders().by_name.get(fold(person.name), ())}
        family_first = known if known else {parts[0]} if parts[0] not in load_given_names() else set()
        for short in {parts[-1], " ".join(parts[1:]), *family_first} - {""}:
            if person not in self.by_surname.setdefault(short, []):
                self.by_surname[short].append(person)
        return person

    def titled(self, title: str, before: tuple[int, int]) -> Person | None:
        """Give the person last called by a title, by its `title_key` or its noun, up to a word of a sentence."""
        earlier = [person for number, word, person in self.titles.get(title, []) if (number, word) < before]
        return earlier[-1] if earlier else None

    def organisation(self, title: str, before: tuple[int, int]) -> Known | None:
        """Give the organisation or outlet last called by a noun ("le groupe"), alone or with the same words."""
        head, _, rest = title.partition(" ")
        found = [
            known
            for number, word, called, known in self.organisations
            if (number, word) < before and called.split()[0] == head and _fits(rest.split(), called, known)
        ]
        return found[-1] if found else None

    def mentioned(self, before: tuple[int, int]) -> Iterator[Person]:
        """Give the persons named before a word of a sentence, the last first."""
        yield from (person for place, person in sorted(self.at.items(), reverse=True) if place < before)


def _fits(words: Sequence[str], called: str, known: Known) -> bool:
    """Tell whether further words of a description were said of an organisation before, or tell its country."""
    adjectives = load_countries().adjectives
    unsaid = [w for w in words if w not in called.split()]
    return all(w in adjectives and known.country in {None, *adjectives[w]} for w in unsaid)


def build_registry(
    document: Document,
    names: Sequence[NameAt],
    published: str | None,
    main_country: str | None = None,
    known_alone: frozenset[str] = frozenset(),
) -> Registry:
    """Gather the persons named in full, what their titles tell of them, and what is known of them at the date.

    `main_country` is the state of a minister or general whose title tells none, `known_alone` are the single words
    that persons go by.
    """
    registry = Registry()
    persons = [n for n in names if n.kind == "person"]
    for name in persons:
        if name.last > name.first:
            _enter(registry, text_of(document.sentences, name), published)
    for word in sorted(known_alone):
        if registry.person(word, published) is None:
            registry.add(Person(word))
    for name in persons:
        person = registry.person(text_of(document.sentences, name), published)
        if person is not None:
            registry.at[name.sentence, name.first] = person
            _join_titles(registry, document, name, person, names, main_country)
    registry.organisations.extend(_called_organisations(document, names))
    return registry


def _called_organisations(document: Document, names: Sequence[NameAt]) -> Iterator[tuple[int, int, str, Known]]:
    """Give the nouns that stand right before the names of organisations: "l'agence officielle nord-coréenne X"."""
    for name in names:
        tokens = document.sentences[name.sentence].tokens
        if name.kind not in BODIES:
            continue
        start = name.first
        while start > max(0, name.first - WINDOW) and tokens[start - 1].text not in STOPS:
            start -= 1
        lowers = [t.text.lower() for t in tokens[start : name.first]]
        heads = [k for k, lower in enumerate(lowers) if _organisation_role(lower)]
        close = [k for k in heads if all(_is_adjective(w) or w == "de" for w in lowers[k + 1 :]) and lowers[-1] != "de"]
        if close:
            text = words_of(tokens[name.first : name.last + 1])
            known = name.known or Known(organisation_kind(lowers[close[0]]), text, None, None, "name")
            yield name.sentence, start + close[0], " ".join(lowers[close[0] :]), known


def organisation_kind(noun: str) -> MentionKind:
    """Give the kind of mention a noun like "agence" or "parti" makes."""
    role = next((r for r in load_roles().get(noun, ()) if r.kind != "person"), None)
    return role.kind if role else "organisation"


def _organisation_role(lower: str) -> bool:
    return any(r.role_class in CALLABLE and not r.plural for r in load_roles().get(lower, ()))


def _is_adjective(lower: str) -> bool:
    """Tell whether a word between a noun and its name may only qualify it: no verb, preposition or name."""
    return lower.replace("-", "").isalpha() and lower not in NOT_QUALIFYING


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
    """Give the state or organisation of the office surely held at the date, or taken up within weeks of it."""
    now = next((h.body for h in holders if published and h.surely_holds(published)), None)
    return now or next((h.body for h in holders if published and _coming(h, published)), None)


def _coming(holder: Holder, published: str) -> bool:
    """Tell whether a term of known day begins soon after the date: that of somebody elected."""
    if len(holder.start) < 10 or len(published) < 10:
        return False
    return 0 <= (date.fromisoformat(holder.start) - date.fromisoformat(published[:10])).days <= SOON


def _join_titles(
    registry: Registry,
    document: Document,
    name: NameAt,
    person: Person,
    names: Sequence[NameAt],
    main_country: str | None,
) -> None:
    """Note the title nouns that stand right before or behind a name, and the country they tell of its bearer."""
    sentence, tree = document.sentences[name.sentence], document.trees[name.sentence]
    inside = [n for n in names if n.sentence == name.sentence and n is not name and not n.in_title]
    for first, last in _windows(sentence.tokens, name):
        lowers = [t.lower for t in sentence.tokens[first:last]]
        head = _title_head(lowers, tree, first)
        if first < name.first and lowers and lowers[-1] in NOT_QUALIFYING:
            continue  # "le ministre de X" is not X
        if head is None or (tree is not None and _holds_a_verb(tree, first + head, last)):
            continue
        for title in dict.fromkeys((lowers[head], " ".join(lowers[head:]))):
            registry.titles.setdefault(title, []).append((name.sentence, first + head, person))
        if not _is_official(lowers[head]) or any(w in FORMER or w.startswith("ex-") for w in lowers):
            continue
        if key := title_key(lowers, head):
            registry.titles.setdefault(key, []).append((name.sentence, first + head, person))
        if person.country is None:
            behind = [n for n in inside if first + head < n.first < last]
            person.country = _belonging(sentence.tokens[first + head : last], behind)
            if person.country is None and not behind and (key or lowers[head] not in VAGUE):
                person.country = main_country


def _title_head(lowers: Sequence[str], tree: Tree | None, first: int) -> int | None:
    """Give the noun of a title: the first role, no adjective like "ancien" that is a noun elsewhere."""
    for k, lower in enumerate(lowers):
        noun = tree is None or tree.words[first + k].pos in {"NOUN", "PROPN", "X"}
        if _person_role(lower) and (noun or _is_official(lower)) and lower not in FORMER:
            return k
    return None


def _person_role(lower: str) -> bool:
    return any(r.kind == "person" and not r.plural for r in load_roles().get(lower, ())[:1])


def _is_official(lower: str) -> bool:
    return any(r.role_class in STATE_CLASSES and not r.plural for r in load_roles().get(lower, ()))


def _holds_a_verb(tree: Tree, first: int, last: int) -> bool:
    """Tell whether a clause ends between a title and a name: "le ministre a reçu X" calls X nothing."""
    return any(tree.words[k].pos in {"VERB", "AUX"} for k in range(first + 1, last))


def _without_initial(words: str) -> str:
    """Take a leading initial off a name: "E. Macron"."""
    head, _, tail = words.partition(" ")
    return tail if tail and len(head) == 2 and head[0].isupper() and head[1] == "." else words


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
    closed = name.last + 1 < len(tokens) and tokens[name.last + 1].text in {",", "."}
    if start == name.first and start > 2 and tokens[start - 1].text == "," and closed:
        first = start - 1
        while first > max(0, name.first - WINDOW) and tokens[first - 1].text not in STOPS:
            first -= 1
        yield first, start - 1
    if name.last + 1 < len(tokens) and tokens[name.last + 1].text in {",", "("}:
        end = name.last + 2
        while end < min(len(tokens), name.last + 2 + WINDOW) and tokens[end].text not in STOPS:
            end += 1
        yield name.last + 2, end


def _belonging(tokens: Sequence[Token], names: Sequence[NameAt]) -> str | None:
    adjectives = load_countries().adjectives
    for token in tokens:
        if codes := adjectives.get(token.text.lower()):
            return codes[0]
    for name in names:
        if name.known and name.known.kind in {"state", "organisation", "place"} and name.known.country:
            return name.known.country
    return None
