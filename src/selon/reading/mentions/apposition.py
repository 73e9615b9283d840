"""The phrase of a head word, and the name that it is or that stands beside it: "le ministre X", "son avocat, X Y,"."""

from __future__ import annotations

from collections.abc import Sequence

from selon.knowledge.countries import load_countries
from selon.knowledge.offices import load_offices
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.titles import title_rows
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.phrase import Phrase, role_of
from selon.reading.mentions.registry import CALLABLE
from selon.reading.noun_phrases import noun_phrase
from selon.reading.tree import SUBJECT_DEPS, Tree

REACH = 3  # how many words behind a phrase a name may stand that belongs to it
CLOSING = frozenset([",", ".", ";", ":", ")", "»", '"'])
OPENING = frozenset([",", "("])
INSIDE_TITLES, ONE_OF = word_class("inside_titles"), word_class("one_of_several")
LONG = 14  # how many words a title with its complements has at most
BRACKETS = 4  # how many words behind a phrase its acronym may stand in brackets
TITLE_CLASSES = frozenset(["NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "NUM", "X"])
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
    if apposed is None and (bearer := _bearer(tree, names, head, first, last)):
        beside = bearer.first > 0 and tree.words[bearer.first - 1].text not in OPENING
        return Phrase(number, tree, head, first, max(last, bearer.last) if beside else last), bearer
    if apposed is None:
        return Phrase(number, tree, head, first, last), _in_brackets(tree, names, head, last)
    return Phrase(number, tree, head, first, max(last, apposed.last)), apposed


def _widen(tree: Tree, head: int, last: int, names: Sequence[NameAt]) -> int:
    """Take in the rest of a title, an adjective of a country and a name right behind that the parse hung elsewhere."""
    role = role_of(tree.words[head].lower)
    title = load_offices().covering([w.lower for w in tree.words], head) if role and role.kind == "person" else None
    last = max(last, title[1] + title[2] - 1) if title else last
    while role and last + 1 < len(tree.words):
        following = tree.words[last + 1]
        person = next((n for n in names if n.first == last + 1 and n.kind == "person"), None)
        if person:
            return person.last
        if not (load_countries().is_relational(following.lower) and following.text[:1].islower()):
            return last
        last += 1
    return last


def _bearer(tree: Tree, names: Sequence[NameAt], head: int, first: int, last: int) -> NameAt | None:
    """Find the person named behind a role and all that belongs to it, right there, behind a comma or in brackets.

    "Le ministre du Pétrole et des mines X Y", "son porte-parole, X Y, …", "la chancelière (X Y)".
    """
    role = role_of(tree.words[head].lower)
    if role is None or role.kind not in {"person", "people"} or (role.plural and not _one_of(tree, head)):
        return None
    for name in names:
        if name.kind != "person" or name.last == name.first or not last < name.first <= head + LONG:
            continue
        start = name.first
        while start > head + 1 and _is_civility(tree.words[start - 1].lower):
            start -= 1
        opened = tree.words[start - 1].text in OPENING
        if _belongs_to_title(tree, head, start - opened) and (not opened or _closed(tree, name, start, head, first)):
            return name
    return None


def _one_of(tree: Tree, head: int) -> bool:
    """Tell whether a plural means one of them: "un des chefs de X"."""
    before = [w.lower for w in tree.words[max(0, head - 2) : head]]
    return len(before) == 2 and before[0] in ONE_OF and before[1] == "des"


def _is_civility(lower: str) -> bool:
    title = title_rows().get(lower)
    return title is not None and title.kind == "civility"


def _belongs_to_title(tree: Tree, head: int, end: int) -> bool:
    """Tell whether the words behind a role up to one are its complements: no clause, no other person's role."""
    if _is_anothers(tree, head, end):
        return False
    for k in range(head + 1, end):
        word, following = tree.words[k], tree.words[k + 1] if k + 1 < end else None
        if word.pos == "CCONJ" and (following is None or not _goes_on(following.lower)):
            return False
        if word.pos == "ADP" and (word.lower not in INSIDE_TITLES or following is None):
            return False
        if word.pos not in TITLE_CLASSES or (word.pos == "DET" and following is None):
            return False
    return True


def _is_anothers(tree: Tree, head: int, end: int) -> bool:
    """Tell whether another person's role stands between a role and a name: "le frère du maire X Y".

    "La sœur et conseillère de X" and "le chef animateur X" are one person each.
    """
    return any(
        tree.words[k].pos == "NOUN" and _is_person(tree.words[k].lower) and tree.words[k - 1].pos != "CCONJ"
        for k in range(head + 2, end)
    )


def _goes_on(lower: str) -> bool:
    """Tell whether a title goes on with a word behind "et": "du Pétrole et des Mines", "garde et ministre"."""
    return lower in INSIDE_TITLES or _is_person(lower)


def _is_person(lower: str) -> bool:
    role = role_of(lower)
    return role is not None and role.kind == "person" and not role.plural


def _closed(tree: Tree, name: NameAt, start: int, head: int, first: int) -> bool:
    """Tell whether a name set off ends with a mark, or is the subject that the role begins."""
    after = tree.words[name.last + 1].text if name.last + 1 < len(tree.words) else ""
    if tree.words[start - 1].text == "(":
        return after == ")"
    governed = tree.case(head) is not None or (first > 0 and tree.words[first - 1].pos == "ADP")
    return after in CLOSING or (bool(after) and not governed and tree.words[head].dep in SUBJECT_DEPS)


def _in_brackets(tree: Tree, names: Sequence[NameAt], head: int, last: int) -> NameAt | None:
    """Find the short name of a body in brackets behind its description: "la mission de l'ONU en Libye (Manul)"."""
    role = role_of(tree.words[head].lower)
    if role is None or role.plural or role.kind not in {"organisation", "group"}:
        return None
    near = range(last + 1, min(last + 1 + BRACKETS, len(tree.words)))
    opening = next((k for k in near if tree.words[k].text == "("), None)
    if opening is None or any(tree.words[k].pos in {"VERB", "AUX", "PUNCT"} for k in range(last + 1, opening)):
        return None
    name = next((n for n in names if n.first == opening + 1 and n.kind in {"organisation", "group"}), None)
    closed = name is not None and name.last + 1 < len(tree.words) and tree.words[name.last + 1].text == ")"
    return name if closed else None


def _is_apposed(tree: Tree, head: int, last: int, name: NameAt) -> bool:
    """Tell whether a name stands right beside the noun that it is: "l'agence officielle X", "le ministre X"."""
    role = role_of(tree.words[head].lower)
    if name.kind == "person":
        if name.first > last + 1 or _is_anothers(tree, head, name.first):
            return False
        beside = name.first == head + 1 and role is not None and role.kind == "person"
        return beside or (tree.words[name.first].dep in APPOSED and tree.case(name.first) is None)
    if role is None or (role.plural and name.kind != "group") or role.role_class not in CALLABLE:
        return False
    between = tree.words[head + 1 : name.first]
    return all(w.pos in {"ADJ", "NOUN", "PROPN"} or w.lower in {"de", "presse"} for w in between) and not (
        between and between[-1].pos == "ADP"
    )
