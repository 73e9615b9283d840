"""Whom a description names: an office and its holder at the date, a force or government and its state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selon.knowledge.countries import load_countries
from selon.knowledge.holders import load_holders
from selon.knowledge.offices import Office, load_offices
from selon.knowledge.organisations import Organisation, load_organisations
from selon.knowledge.spelling import fold
from selon.languages.fr.grammar import words
from selon.languages.fr.roles import Role, load_roles
from selon.reading.mentions.names import NameAt
from selon.reading.mentions.registry import FORMER, STATE_CLASSES, VAGUE, Person, Registry, title_key
from selon.reading.tree import Tree
from selon.records import MentionKind, Via

DEFINITE = words("definite")
HOMOLOGUE = words("homologue")
POSSESSIVES = words("third_person_possessives")
NOT_OF_THE_STATE = words("not_of_the_main_state")
OFFICIAL_PRESS = words("official_press")
OWNERS = frozenset(["state", "organisation", "place"])


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mention names."""

    kind: MentionKind
    name: str | None = None
    country: str | None = None
    entity: str | None = None
    via: Via | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of the article around a description."""

    names: dict[int, list[NameAt]]
    registry: Registry
    published: str | None
    main_country: str | None
    owner: Callable[[tuple[int, int]], str | None]  # the country of what a possessive stands for


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
    """Give the states or organisations a description belongs to.

    Its adjectives tell them, names behind "de", a person whose it is ("le gouvernement de X"), or its possessive.
    """
    found: list[str] = []
    adjectives = load_countries().adjectives
    for i in range(phrase.first, phrase.last + 1):
        codes = adjectives.get(phrase.tree.words[i].lower, ())
        if codes and i != phrase.head:
            found.append(codes[0])
    if found:
        return list(dict.fromkeys(found))
    for name in names_behind(scene, phrase):
        known = name.known
        if known and known.kind in OWNERS and (code := known.country or known.seat):
            return [code]
        person = scene.registry.at.get((name.sentence, name.first))
        if person and person.country and _is_owner(phrase.tree, name.first):
            return [person.country]
    nicknamed = (nickname(scene, phrase.tree.words[i].text) for i in range(phrase.head + 1, phrase.last + 1))
    bodies = [code for row in nicknamed if row and (code := load_organisations().country_of(row.code))]
    return bodies[:1] or _owned(scene, phrase)


def names_behind(scene: Scene, phrase: Phrase) -> list[NameAt]:
    """Give the names inside a phrase behind its head."""
    return [n for n in scene.names.get(phrase.number, []) if phrase.head < n.first <= phrase.last]


def _is_owner(tree: Tree, first: int) -> bool:
    """Tell whether a person's name says whose it is: "le gouvernement de X", "l'administration X"."""
    return tree.words[first - 1].lower in {"de", "d'"} or tree.words[first - 1].lower in load_roles()


def _owned(scene: Scene, phrase: Phrase) -> list[str]:
    for i in range(phrase.first, phrase.head):
        if phrase.tree.words[i].lower in POSSESSIVES and (code := scene.owner((phrase.number, i))):
            return [code]
    return []


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
    if role is None:
        return Meaning("people" if word.plural else "organisation" if word.text[:1].isupper() else "person")
    if (person := _called(scene, phrase, role)) is not None:
        return person
    if role.role_class not in STATE_CLASSES:
        return _of_the_state(scene, phrase, role)
    countries = countries_of(scene, phrase)
    country = countries[0] if countries else None
    if not role.plural and role.role_class == "official":
        return _official(scene, phrase, role, country)
    if country is None and (main := of_main_country(scene, phrase)):
        return Meaning(role.kind, None, main, None, "coreference")
    return Meaning(role.kind, None, country, None, "demonym" if country else None)


def _of_the_state(scene: Scene, phrase: Phrase, role: Role) -> Meaning:
    """Give the state of its official press ("l'agence officielle nord-coréenne"); others have none."""
    stretch = [w.lower for w in phrase.tree.words[phrase.first : phrase.last + 1]]
    official = role.role_class == "media" and any(w in OFFICIAL_PRESS for w in stretch)
    countries = countries_of(scene, phrase) if official else []
    return Meaning(role.kind, None, countries[0], None, "demonym") if countries else Meaning(role.kind)


def _called(scene: Scene, phrase: Phrase, role: Role) -> Meaning | None:
    """Give the person that the article has called by this noun before: "l'avocat", "le porte-parole"."""
    words = phrase.tree.words
    if role.kind != "person" or phrase.last > phrase.head or phrase.first == phrase.head:
        return None
    if words[phrase.first].lower not in DEFINITE or load_offices().longest([words[phrase.head].lower], 0):
        return None
    person = scene.registry.titled(words[phrase.head].lower, (phrase.number, phrase.head))
    return Meaning("person", person.name, person.country, person.entity, "coreference") if person else None


def of_main_country(scene: Scene, phrase: Phrase) -> str | None:
    """Give the country the article is about, for a force or body that nothing in its phrase ties to another."""
    if phrase.tree.words[phrase.head].lower in NOT_OF_THE_STATE:
        return None
    if any(n.known is not None or n.kind in {"person", "organisation"} for n in names_behind(scene, phrase)):
        return None
    return scene.main_country


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
    lowers = [w.lower for w in phrase.tree.words]
    offices = load_offices().covering(lowers, phrase.head)
    if country is None and not former and _stands_alone(phrase) and (held := _before(scene, phrase, offices)):
        return held
    body = country or (scene.main_country if _stands_alone(phrase) else None)
    if offices and not former and (held := _holder(offices[0], body, scene.published)):
        return held
    if former:
        return Meaning(role.kind)
    if country is None and (offices or lowers[phrase.head] not in VAGUE):
        country = of_main_country(scene, phrase)
        return Meaning(role.kind, None, country, None, "coreference" if country else None)
    return Meaning(role.kind, None, country, None, "demonym" if country else None)


def _before(
    scene: Scene, phrase: Phrase, offices: tuple[tuple[Office, ...], int, int] | None
) -> Meaning | None:
    """Give the person named before who has this title, in the article or by office on the day."""
    lowers = [w.lower for w in phrase.tree.words]
    place = (phrase.number, phrase.head)
    key = title_key(lowers, phrase.head)
    person = scene.registry.titled(key, place) if key else None
    if person is None and offices and scene.published:
        held = (p for p in scene.registry.mentioned(place) if p.country)
        person = next((p for p in held if _holds(p, offices[0], scene.published)), None)
    if person is None and not offices:
        person = scene.registry.titled(lowers[phrase.head], place)
    return Meaning("person", person.name, person.country, person.entity, "coreference") if person else None


def _holds(person: Person, offices: Sequence[Office], on: str) -> bool:
    found = (load_holders().holder(o.office, o.fixed or person.country or "", on) for o in offices)
    return any(holder is not None and holder.name == person.name for holder in found)


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
