"""To whom it is said: the complement of a cue that names the one addressed."""

from __future__ import annotations

from selon.knowledge.countries import load_countries
from selon.knowledge.places import load_places
from selon.languages.fr.given_names import load_given_names
from selon.languages.fr.grammar import words
from selon.reading.mentions.gazetteer import words_of
from selon.reading.mentions.phrase import CONTAINERS, role_of
from selon.reading.mentions.place_names import ARTICLES
from selon.reading.noun_phrases import noun_phrase
from selon.reading.statements.complements import QUE
from selon.reading.statements.cue_words import CueVerb
from selon.reading.statements.drafts import WordAt
from selon.reading.statements.passage import Passage
from selon.reading.statements.speakers import RELATIVE
from selon.reading.tree import Tree

NEVER_ADDRESSED = words("never_addressed")
TOLD = frozenset(["say", "announce", "confirm", "deny", "admit"])
"""Acts beside which a town behind "à" is where it is said; behind "demander" it stands for its power."""


def addressee_of(passage: Passage, found: CueVerb) -> WordAt | None:
    """Give the noun phrase that a cue addresses: "à la presse", "appelle les habitants à …"."""
    tree, wanted = passage.tree, found.cue.addressee
    for child in tree.children[found.index] if wanted else ():
        word = tree.words[child]
        if (
            word.pos not in {"NOUN", "PROPN", "PRON"}
            or word.dep in {"nsubj", "nsubj:pass", "expl:comp"}
            or word.lower in QUE | RELATIVE
        ):
            continue
        if not _can_be_addressed(tree, child, found.cue.act):
            continue
        if (
            ("obj" in wanted and word.dep == "obj" and tree.case(child) is None)
            or ("à" in wanted and word.dep == "iobj")
            or tree.case(child) in wanted
        ):
            return passage.number, child
    return None


def _can_be_addressed(tree: Tree, k: int, act: str) -> bool:
    """Tell whether a word stands for somebody: people or a body, no occasion, hour or place of the telling."""
    word = tree.words[k]
    if word.lower in NEVER_ADDRESSED:
        return False
    if word.pos == "NOUN":
        return role_of(word.lower) is not None or word.lower in CONTAINERS or word.text[0].isupper()
    return word.pos == "PRON" or act not in TOLD or not _names_town(tree, k)


def _names_town(tree: Tree, k: int) -> bool:
    """Tell whether a bare name is that of a town and no given name."""
    first, last = noun_phrase(tree, k)
    if tree.words[first].lower in ARTICLES or tree.words[k].text in load_given_names():
        return False
    name = words_of(tree.words[k : last + 1])
    return name in load_countries().capitals or any(p.kind == "town" for p in load_places().named(name))
