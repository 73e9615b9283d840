"""Whom a description names: an office and its holder at the date, a force or government and its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.knowledge.countries import load_countries
from selon.knowledge.holders import load_holders
from selon.knowledge.offices import Office, load_offices
from selon.knowledge.organisations import Organisation, load_organisations
from selon.knowledge.spelling import fold
from selon.languages.fr.grammar import words
from selon.languages.fr.place_words import load_place_nouns
from selon.languages.fr.roles import Role, load_roles
from selon.reading.mentions.names import NameAt
from selon.reading.mentions.registry import FORMER, STATE_CLASSES, Registry, title_key
from selon.reading.tree import Tree
from selon.records import Location, MentionKind, Via

COUNTERPART = words("counterpart")
DEFINITE = words("definite")
HOMOLOGUE = words("homologue")
OWNERS = frozenset(["state", "organisation", "place"])


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mention names."""

    kind: MentionKind
    name: str | None = None
    country: str | None = None
    entity: str | None = None
    via: Via | None = None
    place: Location | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of the article around a description."""

    names: dict[int, list[NameAt]]
    registry: Registry
    published: str | None
    main_country: str | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of a sentence: its head and its first and last word."""

    number: int
    tree: Tree
    head: int
    first: int
    last: int


def role_of(lower: str) -> Role | None:
    """Give the likeliest role of a noun."""
    return next(iter(load_roles().get(lower, ())), None)


def countries_of(scene: Scene, phrase: Phrase) -> list[str]:
    """Give the states or organisations a description belongs to: by its adjectives, or names behind "de"."""
    found: list[str] = []
    adjectives = load_countries().adjectives
    for i in range(phrase.first, phrase.last + 1):
        codes = adjectives.get(phrase.tree.words[i].lower, ())
        if codes and i != phrase.head:
            found.append(codes[0])
    if found:
        return list(dict.fromkeys(found))
    for name in scene.names.get(phrase.number, []):
        known = name.known
        inside = phrase.head < name.first <= phrase.last
        if inside and known and known.kind in OWNERS and (code := known.country or known.seat):
            return [code]
    nicknamed = (nickname(scene, phrase.tree.words[i].text) for i in range(phrase.head + 1, phrase.last + 1))
    bodies = (load_organisations().country_of(row.code) for row in nicknamed if row)
    return [code for code in bodies if code][:1]


def nickname(scene: Scene, word: str) -> Organisation | None:
    """Give the organisation a nickname ("l'Alliance") means where the article names that organisation."""
    organisations = load_organisations()
    named = {
        n.known.name for group in scene.names.values() for n in group if n.known and n.known.kind == "organisation"
    }
    rows = (organisations.row(code) for code in organisations.nicknames.get(word, ()))
    return next((row for row in rows if row.name in named), None)


def describe(scene: Scene, phrase: Phrase) -> Meaning:
    """Say whom a description without a name means."""
    word = phrase.tree.words[phrase.head]
    if row := nickname(scene, word.text):
        return Meaning("organisation", row.name, load_organisations().country_of(row.code), row.qid, "coreference")
    role = role_of(word.lower)
    if role is None and word.lower in load_place_nouns():
        countries = countries_of(scene, phrase)
        return Meaning("place", None, countries[0] if countries else None)
    if role is None:
        return Meaning("people" if word.plural else "organisation" if word.text[:1].isupper() else "person")
    if role.role_class not in STATE_CLASSES:
        return Meaning(role.kind)
    countries = countries_of(scene, phrase)
    country = countries[0] if countries else None
    if not role.plural and role.role_class == "official":
        return _official(scene, phrase, role, country)
    if country is None and _stands_alone(phrase):
        return Meaning(role.kind, None, scene.main_country, None, "coreference" if scene.main_country else None)
    return Meaning(role.kind, None, country, None, "demonym" if country else None)


def _stands_alone(phrase: Phrase) -> bool:
    """Tell whether a phrase is definite and says no more of whose it is: "la police", "le Premier ministre"."""
    words = phrase.tree.words
    title = load_offices().covering([w.lower for w in words], phrase.head)
    end = max(phrase.head, title[1] + title[2] - 1) if title else phrase.head
    definite = phrase.first < phrase.head and words[phrase.first].lower in DEFINITE
    return definite and phrase.last <= end


def _official(scene: Scene, phrase: Phrase, role: Role, country: str | None) -> Meaning:
    if country and phrase.tree.words[phrase.head].lower in HOMOLOGUE and (held := _homologue(scene, phrase, country)):
        return held
    former = _is_former(phrase)
    offices = load_offices().covering([w.lower for w in phrase.tree.words], phrase.head)
    if country is None and not former and phrase.tree.words[phrase.head].lower not in COUNTERPART:
        key = title_key([w.lower for w in phrase.tree.words], phrase.head)
        person = scene.registry.titled(key, phrase.number) if key else None
        if person is not None and _stands_alone(phrase):
            return Meaning("person", person.name, person.country, person.entity, "coreference")
    body = country or (scene.main_country if _stands_alone(phrase) else None)
    if offices and not former and (held := _holder(offices[0], body, scene.published)):
        return held
    country = None if former else country or (body if offices else None)
    return Meaning(role.kind, None, country, None, "demonym" if country else None)


def _homologue(scene: Scene, phrase: Phrase, country: str) -> Meaning | None:
    """Give who holds, in another country, the office of the person last named before "son homologue"."""
    if scene.published is None:
        return None
    before = [n for k in range(max(0, phrase.number - 1), phrase.number + 1) for n in scene.names.get(k, [])]
    persons = [n for n in before if n.kind == "person" and (n.sentence, n.first) < (phrase.number, phrase.head)]
    for name in reversed(persons):
        person = scene.registry.at.get((name.sentence, name.first))
        for held in load_holders().by_name.get(fold(person.name), ()) if person else ():
            if held.body == country or not held.surely_holds(scene.published):
                continue
            other = load_holders().holder(held.office, country, scene.published)
            if other:
                return Meaning("person", other.name, country, other.qid or None, "office")
    return None


def _holder(offices: Sequence[Office], body: str | None, on: str | None) -> Meaning | None:
    for office in offices:
        where = office.fixed or body
        holder = load_holders().holder(office.office, where, on) if where else None
        if holder:
            return Meaning("person", holder.name, where, holder.qid or None, "office")
    return None


def _is_former(phrase: Phrase) -> bool:
    around = phrase.tree.words[phrase.first : phrase.head + 2]
    return any(w.lower in FORMER or w.lower.startswith("ex-") for w in around)
