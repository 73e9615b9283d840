"""Who can be an actor or a recipient: people, states, organisations and what stands for them."""

from __future__ import annotations

from selon.knowledge.countries import load_countries
from selon.languages.fr.grammar import words
from selon.languages.fr.roles import load_roles
from selon.reading.tree import Tree

NOT_ACTORS = words("impersonal")
POSSESSIVES = words("possessives")


def can_take_part(tree: Tree, head: int) -> bool:
    """Tell whether a phrase can do or undergo an act: a name, a pronoun, a number of people, or a noun of a role."""
    word = tree.words[head]
    if word.lower in NOT_ACTORS:
        return False
    if word.lower in POSSESSIVES or word.pos in {"PRON", "PROPN", "X", "NUM"} or word.text[:1].isupper():
        return True
    roles = load_roles().get(word.lower, ())
    return any(r.role_class != "text" for r in roles) or word.lower in load_countries().adjectives or "-" in word.lower
