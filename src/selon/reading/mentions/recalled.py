"""Whom a definite noun takes up again under another word: "le quotidien" for a newspaper, "l'artiste" for a singer."""

from __future__ import annotations

from functools import cache

from selon.knowledge.countries import load_countries
from selon.knowledge.outlets import load_outlets
from selon.languages.fr.given_names import is_feminine
from selon.languages.fr.grammar import words
from selon.languages.fr.roles import Role
from selon.reading.mentions.gazetteer import Known
from selon.reading.mentions.phrase import Phrase, role_of
from selon.reading.mentions.registry import Person
from selon.reading.mentions.scene import Scene, names_behind

OUTLETS = {kind: words(f"nouns_of_{kind}") for kind in ("agency", "newspaper", "broadcaster", "site")}
PROFESSIONS = {name: words(name) for name in ("artists", "athletes", "clergy")}


def recalled_outlet(scene: Scene, phrase: Phrase) -> Known | None:
    """Give the one outlet named before that is what a noun says, of the country that its adjective says."""
    kinds = {kind for kind, nouns in OUTLETS.items() if phrase.tree.words[phrase.head].lower in nouns}
    if not kinds or names_behind(scene, phrase):
        return None
    found = {
        name.known.name: name.known
        for group in scene.names.values()
        for name in group
        if name.known
        and name.known.kind == "outlet"
        and (name.sentence, name.first) < (phrase.number, phrase.head)
        and _outlet_kinds().get(name.known.name or "") in kinds
    }
    only = next(iter(found.values())) if len(found) == 1 else None
    return only if only and _country_fits(phrase, only) else None


@cache
def _outlet_kinds() -> dict[str, str]:
    """Give the kind of every outlet of the table by its name."""
    return {outlet.name: outlet.kind for outlet in load_outlets().rows}


def _country_fits(phrase: Phrase, known: Known) -> bool:
    """Tell whether the further words of a phrase say nothing of an outlet but its country."""
    outlet = next((o for o in load_outlets().rows if o.name == known.name), None)
    adjectives = load_countries().adjectives
    further = phrase.tree.words[phrase.head + 1 : phrase.last + 1]
    return outlet is not None and all(outlet.country in adjectives.get(w.lower, ()) for w in further)


def recalled_person(scene: Scene, phrase: Phrase, role: Role) -> Person | None:
    """Give the one person whom the article called by a noun of the same profession before."""
    profession = _profession(phrase.tree.words[phrase.head].lower)
    if profession is None or names_behind(scene, phrase):
        return None
    place = (phrase.number, phrase.head)
    found = {
        person.name: person
        for title, calls in scene.registry.titles.items()
        if _profession(title) == profession
        for number, word, person in calls
        if (number, word) < place
    }
    only = next(iter(found.values())) if len(found) == 1 else None
    agrees = only is not None and (role.feminine is None or is_feminine(only.name) in {role.feminine, None})
    return only if agrees else None


def _profession(noun: str) -> str | None:
    """Give the profession of a noun, experts being one; null for nouns of others."""
    role = role_of(noun)
    if role is not None and role.role_class == "expert" and role.kind == "person":
        return "experts"
    return next((name for name, nouns in PROFESSIONS.items() if noun in nouns), None)
