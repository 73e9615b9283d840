"""The phrase of a head word, and the name that it is or that stands beside it: "le ministre X", "son avocat, X Y,"."""

from __future__ import annotations

from collections.abc import Sequence

from selon.knowledge.countries import load_countries
from selon.reading.mentions.belonging import Phrase, role_of
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.registry import CALLABLE
from selon.reading.noun_phrases import noun_phrase
from selon.reading.tree import Tree

REACH = 3  # how many words behind a phrase a name may stand that belongs to it
CLOSING = frozenset([",", ".", ";", ":", ")", "»", '"'])
APPOSED = frozenset(["appos", "flat:name", "nmod", "dep", "flat"])


def phrase_of(at: tuple[int, int], tree: Tree, names: Sequence[NameAt]) -> tuple[Phrase, NameAt | None]:
    """Give the phrase of a head word and the name that it is or carries."""
    number, head = at
    first, last = noun_phrase(tree, head)
    own = next((n for n in names if n.first <= head <= n.last and not n.in_title), None)
    if own:
        return Phrase(number, tree, head, own.first, max(own.last, head)), own
    last = _widen(tree, head, last, names)
    apposed = next((n for n in names if head < n.first <= last + REACH and _is_apposed(tree, head, last, n)), None)
    if apposed is None and (set_off := _behind_comma(tree, names, head, last)):
        return Phrase(number, tree, head, first, last), set_off
    return Phrase(number, tree, head, first, max(last, apposed.last) if apposed else last), apposed


def _widen(tree: Tree, head: int, last: int, names: Sequence[NameAt]) -> int:
    """Take in an adjective of a country and a name right behind a phrase that the parse hung elsewhere."""
    role = role_of(tree.words[head].lower)
    while role and last + 1 < len(tree.words):
        following = tree.words[last + 1]
        person = next((n for n in names if n.first == last + 1 and n.kind == "person"), None)
        if person:
            return person.last
        if not (load_countries().is_relational(following.lower) and following.text[:1].islower()):
            return last
        last += 1
    return last


def _behind_comma(tree: Tree, names: Sequence[NameAt], head: int, last: int) -> NameAt | None:
    """Find the name set off behind a title: "son porte-parole, Jeanne Roche, …"."""
    comma = next((k for k in range(last + 1, min(last + 4, len(tree.words))) if tree.words[k].text == ","), None)
    role = role_of(tree.words[head].lower)
    if comma is None or role is None or any(tree.words[k].pos in {"VERB", "AUX"} for k in range(head, comma)):
        return None
    name = next((n for n in names if n.first == comma + 1 and n.kind == "person" and n.last > n.first), None)
    closed = name is not None and name.last + 1 < len(tree.words) and tree.words[name.last + 1].text in CLOSING
    return name if closed and role.kind == "person" and not role.plural else None


def _is_apposed(tree: Tree, head: int, last: int, name: NameAt) -> bool:
    """Tell whether a name stands right beside the noun that it is: "l'agence officielle X", "le ministre X"."""
    role = role_of(tree.words[head].lower)
    if name.kind == "person":
        if name.first > last + 1:
            return False
        beside = name.first == head + 1 and role is not None and role.kind == "person"
        return beside or (tree.words[name.first].dep in APPOSED and tree.case(name.first) is None)
    if role is None or (role.plural and name.kind != "group") or role.role_class not in CALLABLE:
        return False
    between = tree.words[head + 1 : name.first]
    return all(w.pos in {"ADJ", "NOUN", "PROPN"} or w.lower in {"de", "presse"} for w in between) and not (
        between and between[-1].pos == "ADP"
    )
