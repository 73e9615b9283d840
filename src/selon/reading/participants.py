"""Which words can take part in an act: people, states, organisations and groups, not things or other acts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.roles import load_roles
from selon.languages.fr.titles import load_titles
from selon.languages.fr.triggers import load_triggers, load_word_classes
from selon.reading.behind import complement_behind, preposition_of
from selon.reading.tree import Tree

DEPTH = 2
YEARS = range(1800, 2100)


def participants(tree: Tree, k: int, depth: int = DEPTH) -> Iterator[int]:
    """Give a word if it can take part in an act; of a thing or another act those it belongs to ("menaces de X")."""
    if is_participant(tree, k):
        yield k
    elif depth and not _befalls(tree.words[k].lower):
        own = [c for c in tree.children[k] if c > k and preposition_of(tree, c) == "de"]
        if not own and (behind := complement_behind(tree, k, ("de",))) is not None:
            own = [behind]
        for child in own:
            yield from participants(tree, child, depth - 1)


@lru_cache(maxsize=8192)
def _befalls(noun: str) -> bool:
    """Tell a noun whose complement with "de" is whom it befalls: who dénonce "la mort de X" accuses no X."""
    if noun in grammar_words("deaths"):
        return True
    entries = [e for e in load_triggers().by_form.get(noun, ()) if not e.head_is_verb and not e.rest]
    return bool(entries) and all("de" in e.recipients and "de" not in e.actors for e in entries)


def is_participant(tree: Tree, k: int) -> bool:
    """Tell whether a word names people, a state, an organisation or a group, or stands for one."""
    word = tree.words[k]
    if word.lower in grammar_words("impersonal") or _is_death(tree, k):
        return False
    if word.pos in {"PRON", "DET", "NUM"}:
        return not word.text[:1].isdigit() or word.pos == "PRON" or not _is_date(tree, k)
    if is_people(word.lower):
        return True
    if word.pos == "PROPN" or (k > 0 and word.text[:1].isupper()):
        return True
    return word.lower in grammar_words("stand_ins") or word.lower in load_titles()


def _is_death(tree: Tree, k: int) -> bool:
    """Tell somebody's death from a dead man: "la mort", "sa mort"."""
    masculine = k > 0 and tree.words[k - 1].lower in grammar_words("masculine_determiners")
    return tree.words[k].lower in grammar_words("deaths") and not masculine


def is_target(tree: Tree, k: int) -> bool:
    """Tell whether a word names a building, site or vehicle that an attack may be aimed at."""
    return tree.words[k].lower in load_word_classes()["targets"]


def is_act(word: str) -> bool:
    """Tell whether a lower-cased noun names an act."""
    return any(not entry.head_is_verb for entry in load_triggers().by_form.get(word, ()))


@lru_cache(maxsize=8192)
def is_people(word: str) -> bool:
    """Tell whether a lower-cased noun names people: a word of the class, or a role, with "ex-" or "vice-" too."""
    for bare in (word, word.partition("-")[2] if word.startswith(("ex-", "vice-", "pro-", "anti-")) else word):
        if bare in load_word_classes()["people"] or any(r.role_class != "text" for r in load_roles().get(bare, ())):
            return True
    return word.startswith(("pro-", "anti-"))


def _is_date(tree: Tree, k: int) -> bool:
    """Tell whether a bare number is one of a date or an hour, or a year."""
    if tree.words[k].text.isdigit() and int(tree.words[k].text) in YEARS:
        return True
    return any(tree.words[c].lower in grammar_words("time_nouns") for c in (k + 1, k - 1) if 0 <= c < len(tree.words))
