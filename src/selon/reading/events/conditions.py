"""What an entry of the trigger table may ask of its sentence: an object, a reflexive, a preposition, company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.nouns import noun_forms
from selon.languages.fr.triggers import Condition, load_word_classes
from selon.reading.events.arguments import object_role, subject_role
from selon.reading.events.carried import light_verb_subject
from selon.reading.events.frames import IsAdjective
from selon.reading.events.topic import Topic
from selon.reading.participants import is_act, is_people
from selon.reading.tree import CONTRACTED, Tree
from selon.reading.verb_groups import VerbGroup, can_be_infinitive

COMPLEMENT_REACH = 5
PARTY_REACH = 14
TO = frozenset(["à", "au", "aux"])
CLAUSE_STARTS = frozenset([",", ":", ";", "«", '"', "“"])
COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl", "obl")


@dataclass(frozen=True, slots=True)
class Context:
    """A candidate trigger in its sentence: head word, rest of its phrase, parties; `own` is the head in the table."""

    tree: Tree
    group: VerbGroup | None
    head: int
    rest: range
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    own: str
    is_place: IsAdjective
    topic: Topic

    @property
    def last(self) -> int:
        """Give the last word of the phrase."""
        return self.rest[-1] if self.rest else self.head

    def object(self) -> int | None:
        """Give the object of a verb, or who undergoes the act of a noun."""
        if self.group is None:
            return next(iter(self.recipients), None)
        return object_role(self.tree, self.head)

    def subject(self) -> int | None:
        """Give the subject of a verb, the agent of a passive, or who does the act of a noun."""
        if self.group is None:
            return next(iter(self.actors), None)
        return subject_role(self.tree, self.head)

    def doer(self) -> int | None:
        """Give the subject, or of a noun with no actor the word of "de" or "par": "assauts de la sécheresse"."""
        if self.group is not None or self.actors:
            return self.subject()
        beside = (c for c in self.tree.children[self.head] if c > self.last and self.tree.case(c) in ("de", "par"))
        return next(beside, None)


def holds(context: Context, condition: Condition) -> bool:
    """Tell whether a condition of an entry holds."""
    if condition.name in ("obj", "subj") and condition.values:
        k = context.object() if condition.name == "obj" else context.doer()
        return k is not None and any(_is_of_kind(context, k, kind) for kind in condition.values)
    if condition.name in _WITH_VALUES:
        return _WITH_VALUES[condition.name](context, condition.values)
    return _SIMPLE[condition.name](context)


def _company(context: Context, wanted: frozenset[str]) -> bool:
    own = {context.head, *context.rest}
    return any(word.lower in wanted and k not in own for k, word in enumerate(context.tree.words))


def _adjective(context: Context, wanted: frozenset[str]) -> bool:
    tree = context.tree
    near = [context.head - 1] if context.head else []
    near += [context.last + 1] if context.last + 1 < len(tree.words) else []
    children = tree.dependents(context.head, "amod", "acl", "nmod")
    return any(tree.words[k].lower in wanted for k in (*children, *near))


def _told(context: Context, stories: frozenset[str]) -> bool:
    """Tell whether a story before the trigger tells it: its subject ("le film s'ouvre sur …"), or "dans le film, …"."""
    tree = context.tree
    for k in range(1, context.head):
        if tree.words[k].lower in stories and not tree.words[k + 1].lower.startswith("d"):
            first = _first_of_phrase(tree, k)
            if first == 0 or tree.words[first - 1].lower == "dans" or tree.words[first - 1].text in CLAUSE_STARTS:
                return True
    return False


def _first_of_phrase(tree: Tree, k: int) -> int:
    """Give the determiner of a noun, at most one adjective before it; the noun where there is none."""
    determiners = grammar_words("phrase_determiners") | grammar_words("possessives")
    near = (j for j in (k - 1, k - 2) if j >= 0 and tree.words[j].lower in determiners)
    return next(near, k)


def _preposition(context: Context, wanted: frozenset[str]) -> bool:
    tree = context.tree
    if any(tree.case(c) in wanted for own in (context.head, *context.rest) for c in tree.children[own]):
        return True
    behind = tree.words[context.last + 1 : context.last + 2]
    return any(CONTRACTED.get(word.lower, word.lower) in wanted for word in behind)


def _has_infinitive(context: Context) -> bool:
    tree, last = context.tree, context.last
    children = [c for own in (context.head, last) for c in tree.dependents(own, *COMPLEMENTS)]
    if any(c > last and can_be_infinitive(tree.words[c].lower) for c in children):
        return True
    behind = tree.words[last + 1 : last + 4]
    right = (
        bool(behind) and behind[0].lower in ("de", "d'", "à") and any(can_be_infinitive(w.lower) for w in behind[1:])
    )
    return right or (context.group is not None and _has_infinitive_behind_party(tree, last))


def _has_infinitive_behind_party(tree: Tree, last: int) -> bool:
    """Tell "demande à X de partir" and "somme X de partir", where the parse may hang the infinitive on X."""
    behind = range(last + 1, min(last + 1 + PARTY_REACH, len(tree.words) - 1))
    for k in behind:
        word = tree.words[k]
        if word.lower in ("de", "d'") and can_be_infinitive(tree.words[k + 1].lower):
            return tree.words[k + 1].pos != "NOUN" and any(tree.words[j].lower in TO for j in range(last + 1, k))
        if word.pos in ("VERB", "AUX") or word.text in CLAUSE_STARTS:
            return False
    return False


def _has_clause(context: Context) -> bool:
    for word in context.tree.words[context.last + 1 : context.last + 1 + COMPLEMENT_REACH]:
        if word.lower in ("que", "qu'"):
            return True
        if word.pos == "VERB":
            return False
    return False


def _is_impersonal(context: Context) -> bool:
    """Tell "il convient de …", whose subject stands for nobody."""
    group, k = context.group, context.subject()
    plain = group is not None and not group.compound and not group.passive
    return plain and k is not None and context.tree.words[k].lower == "il" and _has_infinitive(context)


def _is_plural(context: Context) -> bool:
    word = context.tree.words[context.head]
    return word.plural or word.lower.endswith(("s", "x"))


def _is_of_kind(context: Context, k: int, kind: str) -> bool:
    word = context.tree.words[k]
    if kind == "act":
        return is_act(word.lower)
    if word.pos == "PROPN" or (word.text[:1].isupper() and k > 0):
        return kind == "people" or (kind == "place" and context.is_place(word.text))  # a state is a party too
    if kind == "place":
        stands_in = word.lower in grammar_words("object_clitics")
        return stands_in or word.lower in class_forms("places") or context.is_place(word.text)
    if kind == "people":
        return word.pos in ("PRON", "NUM") or is_people(word.lower)
    return word.lower in class_forms(kind)


def _has_doer(context: Context) -> bool:
    """Tell whether somebody is named who does the act: "tué par un tireur", not "tué par un taureau"."""
    return any(_is_of_kind(context, k, "people") for k in context.actors)


@cache
def class_forms(name: str) -> frozenset[str]:
    """Give the words of a class in both numbers."""
    return frozenset(form for word in load_word_classes()[name] for form in noun_forms(word))


_WITH_VALUES: dict[str, Callable[[Context, frozenset[str]], bool]] = {
    "with": _company,
    "told": _told,
    "own": lambda c, wanted: c.own in wanted,
    "adj": _adjective,
    "prep": _preposition,
}
_SIMPLE: dict[str, Callable[[Context], bool]] = {
    "obj": lambda c: c.object() is not None,
    "noobj": lambda c: c.object() is None,
    "refl": lambda c: c.group is not None and c.group.reflexive,
    "norefl": lambda c: c.group is None or not c.group.reflexive,
    "passive": lambda c: c.group is not None and c.group.passive,
    "plural": _is_plural,
    "actor": lambda c: bool(c.actors or c.recipients),
    "inf": _has_infinitive,
    "que": _has_clause,
    "conflict": lambda c: c.topic.political,
    "mishap": lambda c: c.topic.mishap and not _has_doer(c),
    "impersonal": _is_impersonal,
    "head": lambda c: c.group is None and light_verb_subject(c.tree, c.head) is not None,
}
