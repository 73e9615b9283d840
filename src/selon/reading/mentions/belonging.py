"""Whose a description is: the state or organisation that its adjectives, names, possessives or article tell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from selon.knowledge.countries import load_countries
from selon.knowledge.organisations import load_organisations
from selon.languages.fr.grammar import words
from selon.languages.fr.roles import load_roles
from selon.reading.mentions.bodies import body_behind
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.phrase import OF_OWNERS, Phrase, role_of
from selon.reading.mentions.registry import STATE_CLASSES
from selon.reading.mentions.scene import Scene, names_behind, nickname
from selon.reading.tree import Tree

COUNTRY_NOUNS = words("country_nouns")
NOT_OF_THE_STATE = words("not_of_the_main_state")
POSSESSIVES = words("third_person_possessives")
OF_THE_STATE_ABOVE = words("of_the_state_above")
OF_BOTH = words("of_both")
HOMOLOGUE = words("homologue")
UNION_ADJECTIVES, UNION_NOUNS = words("union_adjectives"), words("union_nouns")
POSSESSORS = frozenset(["person", "organisation", "group", "outlet"])
OWNERS = frozenset(["state", "organisation", "place"])
STATELESS = frozenset(["armed", "opposition"])
"""Classes of roles that belong to no state."""


def countries_of(scene: Scene, phrase: Phrase) -> list[str]:
    """Give the states or organisations a description belongs to.

    Its adjectives tell them, names behind "de", a person whose it is ("le gouvernement de X"), or its possessive.
    """
    if found := _by_adjective(phrase):
        return found
    behind = names_behind(scene, phrase)
    for k, name in enumerate(behind):
        known = name.known
        if known and known.kind in OWNERS and (code := known.country or known.seat):
            return [_above(phrase, code), *_joined(phrase, behind[k:])]
        if known is None and scene.main_country and _is_public_body(phrase.tree, name):
            return [scene.main_country]
        person = scene.registry.at.get((name.sentence, name.first))
        if person and person.country and _is_owner(phrase.tree, name.first):
            return [person.country]
    if (body := body_behind(phrase, scene.main_country)) and (code := load_organisations().country_of(body.code)):
        return [code]
    nicknamed = (nickname(scene, phrase.tree.words[i].text) for i in range(phrase.head + 1, phrase.last + 1))
    bodies = [code for row in nicknamed if row and (code := load_organisations().country_of(row.code))]
    return bodies[:1] or _owned(scene, phrase)


def _above(phrase: Phrase, code: str) -> str:
    """Give the state a territory belongs to where the head names what that state has there: "le préfet de Mayotte"."""
    rows = load_countries().rows
    above = rows[code].belongs_to if code in rows else None
    role = role_of(phrase.tree.words[phrase.head].lower)
    if role and role.role_class in STATE_CLASSES:
        code = load_countries().governing(code)
    return above if above and phrase.tree.words[phrase.head].lower in OF_THE_STATE_ABOVE else code


def _by_adjective(phrase: Phrase) -> list[str]:
    found: list[str] = []
    adjectives = load_countries().adjectives
    head = phrase.tree.words[phrase.head].lower
    for i in range(phrase.first, phrase.last + 1):
        lower = phrase.tree.words[i].lower
        if i == phrase.head:
            continue
        if codes := adjectives.get(lower, ()):
            found.append(codes[0])
        elif lower in UNION_ADJECTIVES and head in UNION_NOUNS:
            found.append("EU")
    if found and phrase.tree.words[phrase.head].plural:
        found.extend(_row_behind(phrase))
    return list(dict.fromkeys(found))


def _row_behind(phrase: Phrase) -> Iterator[str]:
    """Give the states of the adjectives that go on behind a phrase: "les dirigeants français, grec et turc"."""
    words, adjectives = phrase.tree.words, load_countries().adjectives
    k = phrase.last + 1
    while k + 1 < len(words) and words[k].lower in {",", "et"} and (codes := adjectives.get(words[k + 1].lower, ())):
        if words[k + 1].text[:1].isupper():
            return
        yield codes[0]
        k += 2


def _joined(phrase: Phrase, names: list[NameAt]) -> list[str]:
    """Give the further states of a row: "les armées du Nigeria, du Niger et du Tchad"."""
    found: list[str] = []
    for before, name in pairwise(names):
        between = {w.lower for w in phrase.tree.words[before.last + 1 : name.first]}
        if name.known is None or name.known.kind != "state" or not between & {",", "et"} or len(between) > 3:
            break
        found.append(str(name.known.country))
    return found


def _is_public_body(tree: Tree, name: NameAt) -> bool:
    """Tell whether a name that no table knows begins with the noun of a public body: "Assemblée nationale"."""
    role = role_of(tree.words[name.first].lower)
    return name.kind == "organisation" and role is not None and role.role_class in STATE_CLASSES


def _is_owner(tree: Tree, first: int) -> bool:
    """Tell whether a person's name says whose it is: "le gouvernement de X", "l'administration X"."""
    return tree.words[first - 1].lower in {"de", "d'"} or tree.words[first - 1].lower in load_roles()


def _owned(scene: Scene, phrase: Phrase) -> list[str]:
    if phrase.tree.words[phrase.head].lower in HOMOLOGUE:
        return []  # of another state than whose homologue it is
    for i in range(phrase.first, phrase.head):
        if phrase.tree.words[i].lower in POSSESSIVES and (code := scene.owner((phrase.number, i))):
            return [code]
    return []


def owner_of(scene: Scene, phrase: Phrase) -> NameAt | None:
    """Give the body or person whose name stands behind a noun and "de", with nothing but nouns between."""
    words = phrase.tree.words
    name = next((n for n in names_behind(scene, phrase) if n.kind in POSSESSORS), None)
    if name is None:
        return None
    between = words[phrase.head + 1 : name.first]
    joined = any(w.lower in OF_OWNERS for w in between)
    plain = all(w.pos in {"ADJ", "NOUN", "PROPN", "DET", "X"} or w.lower in OF_OWNERS for w in between)
    others = (role_of(w.lower) for w in between if w.pos == "NOUN")
    return name if joined and plain and not any(r and r.kind == "person" for r in others) else None


def country_noun(scene: Scene, phrase: Phrase) -> str | None:
    """Give the state of "son pays", "le pays" and "l'État": its owner's, the article's, or the last one named."""
    lower = phrase.tree.words[phrase.head].lower
    if lower not in COUNTRY_NOUNS or not phrase.definite:
        return None
    if owned := _owned(scene, phrase):
        return owned[0]
    if phrase.last > phrase.head or phrase.tree.words[phrase.head].plural:
        return None  # "les deux parties" are no single state
    before = next(scene.states_before(phrase.number, phrase.first), None)
    return scene.main_country or before


def of_main_country(scene: Scene, phrase: Phrase) -> str | None:
    """Give the country the article is about, for a force or body that nothing in its phrase ties to another."""
    if phrase.tree.words[phrase.head].lower in NOT_OF_THE_STATE:
        return None
    if any(map(_ties, names_behind(scene, phrase))) or _is_of_no_state(phrase):
        return None
    return scene.main_country or scene.only_country_of(phrase.number)


def _is_of_no_state(phrase: Phrase) -> bool:
    """Tell whether a description is an armed group's or an opposition's: "le chef des rebelles", "un chef rebelle"."""
    words, behind = phrase.tree.words, range(phrase.head + 1, phrase.last + 1)
    owners = [k for k in behind if k == phrase.head + 1 or {w.lower for w in words[max(0, k - 2) : k]} & OF_OWNERS]
    roles = (role_of(words[k].lower) for k in owners)
    return any(role is not None and role.role_class in STATELESS for role in roles)


def _ties(name: NameAt) -> bool:
    """Tell whether a name ties what it stands behind to somebody; a place whose country stays open does not."""
    known = name.known
    if known is not None:
        return known.kind != "place" or known.country is not None
    return name.kind in {"person", "organisation"}


def both_states(scene: Scene, phrase: Phrase) -> list[str]:
    """Give the two states of "les deux pays", "chaque pays" and "les armées des deux pays": the last sides named."""
    lowers = [w.lower for w in phrase.tree.words[phrase.first : phrase.last + 1]]
    if not any(a in OF_BOTH and b in COUNTRY_NOUNS for a, b in pairwise(lowers)):
        return []
    return list(dict.fromkeys(scene.sides_before(phrase.number, phrase.first)))[:2]
