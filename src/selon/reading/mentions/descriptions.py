"""Whom a description names: an office and its holder at the date, a force or government and its state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from selon.knowledge.countries import load_countries
from selon.knowledge.holders import load_holders
from selon.knowledge.offices import Office, load_offices
from selon.knowledge.spelling import fold
from selon.languages.fr.grammar import words
from selon.languages.fr.place_words import load_place_nouns
from selon.languages.fr.roles import Role
from selon.reading.mentions.belonging import HOMOLOGUE, countries_of, country_noun, of_main_country
from selon.reading.mentions.bodies import body_at
from selon.reading.mentions.meaning import Meaning, of_body
from selon.reading.mentions.phrase import Phrase, contents, manned_by, role_of
from selon.reading.mentions.recalled import recalled_outlet, recalled_person
from selon.reading.mentions.registry import FORMER, STATE_CLASSES, VAGUE, Person, title_key
from selon.reading.mentions.scene import Scene, names_behind, nickname, state_nickname
from selon.records import MentionKind

MINISTERS = words("ministers")
NEW = words("new_in_office")
MONTHS = 100  # days around the day an office changes hands
OFFICIAL_PRESS, OF_STATES = words("official_press"), words("what_states_have")
Titles = tuple[tuple[Office, ...], int, int]


def describe(scene: Scene, phrase: Phrase) -> Meaning:
    """Say whom a description without a name means."""
    word = phrase.tree.words[phrase.head]
    if row := nickname(scene, word.text) or body_at(phrase, phrase.head, scene.main_country):
        return of_body(row, "coreference")
    if code := state_nickname(scene, word.text) or country_noun(scene, phrase):
        return (
            Meaning("state", None, code, load_countries().row(code).qid, "coreference")
            if code in load_countries().rows
            else Meaning("organisation", None, code, None, "coreference")
        )
    role = role_of(word.lower)
    if role is None and word.lower in load_place_nouns():
        countries = countries_of(scene, phrase)
        return Meaning("place", None, countries[0] if countries else None)
    if role is None or role.role_class == "organisation" or role.kind == "people":
        whose = _country_of_thing(scene, phrase, role)
        if whose:
            kind: MentionKind = role.kind if role else "organisation"
            return Meaning(kind, None, whose, None, "demonym")
    if role is None:
        return Meaning("people" if word.plural else "organisation" if word.text[:1].isupper() else "person")
    if (called := _called(scene, phrase, role)) is not None:
        return called
    inner = contents(phrase)
    kind, role = role.kind, role_of(inner.tree.words[inner.head].lower) or role
    if role.role_class not in STATE_CLASSES:
        return _of_the_state(scene, inner, role, kind)
    countries = countries_of(scene, inner)
    country = countries[0] if countries else None
    if not role.plural and role.role_class == "official" and inner is phrase:
        return _official(scene, phrase, role, country)
    if country is None and (main := of_main_country(scene, inner)):
        return Meaning(kind, None, main, None, "coreference")
    return Meaning(kind, None, country, None, "demonym" if country else None)


def _country_of_thing(scene: Scene, phrase: Phrase, role: Role | None) -> str | None:
    """Give the country of what a state has ("un drone turc"), or of a force's or body's vehicle, section or most."""
    if phrase.tree.words[phrase.head].lower in OF_STATES:
        return next(iter(countries_of(scene, phrase)), None)
    if role is not None and role.kind not in {"group", "people"}:
        return None
    owner = manned_by(phrase)
    if owner is None:
        return None
    return next(iter(countries_of(scene, owner)), None) or of_main_country(scene, owner)


def _of_the_state(scene: Scene, phrase: Phrase, role: Role, kind: MentionKind) -> Meaning:
    """Give the state of its official press ("l'agence officielle nord-coréenne"), or of who wrote a text."""
    owner = manned_by(phrase) if role.role_class == "text" else None
    if owner and (whose := next(iter(countries_of(scene, owner)), None) or of_main_country(scene, owner)):
        return Meaning(kind, None, whose, None, "coreference")
    official = role.role_class == "media" and is_official(phrase)
    countries = countries_of(scene, phrase) if official else []
    return Meaning(kind, None, countries[0], None, "demonym") if countries else Meaning(kind)


def is_official(phrase: Phrase) -> bool:
    """Tell whether a phrase says that it speaks for a state: "la télévision publique", "l'agence officielle"."""
    return any(w.lower in OFFICIAL_PRESS for w in phrase.tree.words[phrase.first : phrase.last + 1])


def _called(scene: Scene, phrase: Phrase, role: Role) -> Meaning | None:
    """Give whom the article has called so before: "l'avocat", "l'agence", "le porte-parole de la police"."""
    words = phrase.tree.words
    place = (phrase.number, phrase.head)
    if role.plural or not phrase.definite:
        return None
    if role.kind != "person":
        org = scene.registry.organisation(phrase.text(phrase.head), place)
        org = org or recalled_outlet(scene, phrase)
        return Meaning(org.kind, org.name, org.country, org.entity, "coreference") if org else None
    if load_offices().longest([words[phrase.head].lower], 0) and phrase.last == phrase.head:
        return None
    person = scene.registry.titled(phrase.text(phrase.head), place) or recalled_person(scene, phrase, role)
    return Meaning("person", person.name, person.country, person.entity, "coreference") if person else None


def _stands_alone(phrase: Phrase) -> bool:
    """Tell whether a phrase is definite and says no more of whose it is: "la police", "le Premier ministre"."""
    words = phrase.tree.words
    title = load_offices().covering([w.lower for w in words], phrase.head)
    end = max(phrase.head, title[1] + title[2] - 1) if title else phrase.head
    return phrase.definite and phrase.last <= end


def _only_qualified(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a definite phrase names nobody else: "la cheffe de l'exécutif pro-européenne"."""
    return phrase.definite and not names_behind(scene, phrase)


def _official(scene: Scene, phrase: Phrase, role: Role, country: str | None) -> Meaning:
    if country and phrase.tree.words[phrase.head].lower in HOMOLOGUE and (held := _homologue(scene, phrase, country)):
        return held
    former = _is_former(phrase)
    lowers = [w.lower for w in phrase.tree.words]
    offices = load_offices().covering(lowers, phrase.head)
    alone = _stands_alone(phrase) or (offices is not None and _only_qualified(scene, phrase))
    if country is None and not former and alone and (held := _before(scene, phrase, offices)):
        return held
    body = country or (_body(scene, phrase, offices) if _stands_alone(phrase) else None)
    if offices and not former and (held := _holder(offices[0], body, scene.published)):
        return held
    if former and offices and body and (coming := _incoming(scene, phrase, offices, body)):
        return coming
    if former:
        return _former(scene, offices, country or scene.main_country) or Meaning(role.kind)
    if country is None and (offices or lowers[phrase.head] not in VAGUE):
        country = of_main_country(scene, phrase)
        return Meaning(role.kind, None, country, None, "coreference" if country else None)
    return Meaning(role.kind, None, country, None, "demonym" if country else None)


def _body(scene: Scene, phrase: Phrase, offices: Titles | None) -> str | None:
    """Give whose a title is that stands alone: the main state's, of an organisation's office the last one named."""
    if not offices or any(o.scope != "organisation" for o in offices[0]):
        return scene.main_country
    for code in scene.organisations_before(phrase.number, phrase.head):
        if any(load_holders().holder(o.office, o.fixed or code, scene.published) for o in offices[0]):
            return code
    return scene.main_country


def _before(scene: Scene, phrase: Phrase, offices: tuple[tuple[Office, ...], int, int] | None) -> Meaning | None:
    """Give the person named before who has this title, in the article or by office on the day."""
    lowers = [w.lower for w in phrase.tree.words]
    place = (phrase.number, phrase.head)
    key = title_key(lowers, phrase.head)
    person = scene.registry.titled(key, place) if key else None
    if person is None and offices and scene.published:
        held = (p for p in scene.registry.mentioned(place) if p.country)
        person = next((p for p in held if _holds(p, offices[0], scene.published)), None)
    if person is None and (not offices or offices[2] == 1):
        person = scene.registry.titled(lowers[phrase.head], place)
    if person is None and lowers[phrase.head] in MINISTERS and offices and offices[2] == 1 and scene.published:
        held = (p for p in scene.registry.mentioned(place) if p.country)
        person = next((p for p in held if _is_minister(p, scene.published)), None)
    return Meaning("person", person.name, person.country, person.entity, "coreference") if person else None


def _is_minister(person: Person, on: str) -> bool:
    terms = load_holders().by_name.get(fold(person.name), ())
    return any(t.office.endswith("_minister") and t.office != "prime_minister" and t.may_hold(on) for t in terms)


def _holds(person: Person, offices: Sequence[Office], on: str) -> bool:
    found = (load_holders().holder(o.office, o.fixed or person.country or "", on) for o in offices)
    return any(holder is not None and holder.name == person.name for holder in found)


def _incoming(scene: Scene, phrase: Phrase, offices: Titles, body: str) -> Meaning | None:
    """Give who took or takes an office within months of the report: "le nouveau président", "le futur ministre"."""
    around = {w.lower for w in phrase.tree.words[phrase.first : phrase.head + 2]}
    if scene.published is None or len(scene.published) < 10 or not around & NEW:
        return None
    day = date.fromisoformat(scene.published)
    for office in offices[0]:
        terms = load_holders().by_office.get((office.office, office.fixed or body), ())
        near = [t for t in terms if len(t.start) == 10 and abs((date.fromisoformat(t.start) - day).days) <= MONTHS]
        if len(near) == 1:
            return Meaning("person", near[0].name, office.fixed or body, near[0].qid, "office")
    return None


def _former(scene: Scene, offices: Titles | None, body: str | None) -> Meaning | None:
    """Give the one former holder of an office whom the article names."""
    if not offices or scene.published is None:
        return None
    found: dict[str, Meaning] = {}
    for office in offices[0]:
        where = office.fixed or body
        for held in load_holders().former(office.office, where, scene.published) if where else ():
            if held.name in scene.registry.persons:
                person = scene.registry.persons[held.name]
                found[held.name] = Meaning("person", person.name, person.country, held.qid, "office")
    return next(iter(found.values())) if len(found) == 1 else None


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
