"""Trigger words found in a sentence, homographs and senses decided by their dependents and company."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.languages.fr.triggers import Trigger, load_triggers
from selon.languages.fr.verbs import analyse
from selon.reading.events.frames import IsAdjective, fill, object_role
from selon.reading.tree import Tree
from selon.reading.verb_groups import VerbGroup, is_auxiliary, verb_group

NOUN_BEFORE = frozenset(
    ["un", "une", "des", "du", "le", "la", "les", "l'", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "au", "aux", "de", "d'",
     "aucun", "aucune", "chaque", "quelques", "plusieurs", "nouvelle", "nouveau", "nouvelles", "nouveaux", "première", "premier"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger in a sentence: the head word of its entry, the word annotated as trigger, and its fillers."""

    head: int
    word: int
    entry: Trigger
    verbal: bool
    actors: tuple[int, ...]
    recipients: tuple[int, ...]


def find_triggers(tree: Tree, relational: IsAdjective, is_place: IsAdjective, political: bool) -> Iterator[Found]:
    """Give the triggers of a sentence, in order, one a word; phrases before single words."""
    by_form = load_triggers().by_form
    taken: set[int] = set()
    lowers = frozenset(w.lower for w in tree.words)
    for i, word in enumerate(tree.words):
        entries = by_form.get(word.lower)
        if not entries:
            continue
        for entry in sorted(entries, key=lambda e: -len(e.rest)):
            found = _match(tree, i, entry, relational, is_place, lowers, political)
            if found and found.word not in taken:
                taken.add(found.word)
                yield found
                break


def _match(
    tree: Tree, i: int, entry: Trigger, relational: IsAdjective, is_place: IsAdjective, lowers: frozenset[str], political: bool
) -> Found | None:
    word = _rest(tree, i, entry)
    if word is None:
        return None
    verbal = _is_verbal(entry)
    if not entry.rest and verbal != _used_as_verb(tree, i):
        return None
    group = verb_group(tree, i) if verbal else None
    actors = fill(tree, i, verbal, entry.actors, relational)
    recipients = fill(tree, i, verbal, entry.recipients, relational) if not entry.mutual else fill(tree, i, verbal, entry.recipients, relational)
    actors, recipients = _mutual(entry, actors, recipients)
    found = Found(i, word, entry, verbal, tuple(actors), tuple(r for r in recipients if r not in actors))
    context = Context(tree, group, found, lowers, is_place, political)
    if not all(holds(context, c) for c in entry.requires) or any(holds(context, c) for c in entry.unless):
        return None
    if entry.strength == "weak" and not ((actors or recipients) and political):
        return None
    return found


def _is_verbal(entry: Trigger) -> bool:
    return entry.pos == "verb" or (entry.pos == "phrase" and entry.head_is_verb)


def _mutual(entry: Trigger, actors: list[int], recipients: list[int]) -> tuple[list[int], list[int]]:
    if not entry.mutual:
        return actors, recipients
    return [*actors, *(r for r in recipients if r not in actors)], []


def _rest(tree: Tree, i: int, entry: Trigger) -> int | None:
    """Match the words of a phrase behind its head and give the word annotated as trigger."""
    j = i
    words = [i]
    for expected in entry.rest:
        j += 1
        skipped = 0
        while j < len(tree.words) and tree.words[j].lower != expected and skipped < 3 and tree.words[j].pos in {"ADV", "ADJ", "DET"}:
            j += 1
            skipped += 1
        if j >= len(tree.words) or not _same_word(tree.words[j].lower, expected):
            return None
        words.append(j)
    if entry.trigger:
        return next((k for k in words if _same_word(tree.words[k].lower, entry.trigger)), i)
    return i


def _same_word(word: str, expected: str) -> bool:
    return word == expected or word in {expected + "s", expected + "x"} or (expected == "de" and word in {"d'", "du", "des"})


def _used_as_verb(tree: Tree, i: int) -> bool:
    """Tell a verb form from a noun or adjective of the same spelling by its left neighbour, then by the parse."""
    word = tree.words[i]
    if not analyse(word.lower):
        return word.pos == "VERB"
    before = tree.words[i - 1] if i else None
    if before is None:
        return word.pos in {"VERB", "AUX", "ADJ"}
    if before.lower in NOUN_BEFORE and before.pos in {"DET", "ADP", "ADJ"} and not _infinitive(word.lower):
        return False
    if is_auxiliary(before.lower) or before.lower in {"ne", "n'", "se", "s'", "pas"} or before.pos == "PRON":
        return True
    return word.pos in {"VERB", "AUX"} or (word.pos == "ADJ" and word.dep in {"acl", "amod", "ROOT", "conj", "xcomp"} and _participle_only(word.lower))


def _infinitive(word: str) -> bool:
    return any(f.mood == "infinitive" for f in analyse(word))


def _participle_only(word: str) -> bool:
    return all(f.mood == "participle" for f in analyse(word))


@dataclass(frozen=True, slots=True)
class Context:
    """What the conditions of an entry may ask about."""

    tree: Tree
    group: VerbGroup | None
    found: Found
    lowers: frozenset[str]
    is_place: IsAdjective
    political: bool


def holds(context: Context, condition: str) -> bool:
    """Tell whether a condition of an entry holds: "obj", "refl", "prep:à", "with:match|but", "plural" …"""
    name, _, values = condition.partition(":")
    wanted = frozenset(values.split("|")) if values else frozenset()
    tree, i = context.tree, context.found.head
    if name == "with":
        return bool(wanted & context.lowers)
    if name == "adj":
        return any(tree.words[c].lower in wanted for c in tree.dependents(i, "amod"))
    if name == "prep":
        return any(tree.case(c) in wanted for c in tree.children[i])
    if name == "obj" and wanted:
        return _object_is(context, wanted)
    if name == "subj" and wanted:
        return True
    simple = {
        "obj": lambda: context.group is not None and object_role(tree, i, context.group) is not None,
        "noobj": lambda: context.group is None or object_role(tree, i, context.group) is None,
        "refl": lambda: context.group is not None and context.group.reflexive,
        "norefl": lambda: context.group is None or not context.group.reflexive,
        "plural": lambda: tree.words[i].lower.endswith(("s", "x")),
        "actor": lambda: bool(context.found.actors or context.found.recipients),
        "inf": lambda: any(_infinitive(tree.words[c].lower) for c in tree.dependents(i, "xcomp", "ccomp", "advcl", "acl")),
        "que": lambda: any(w.lower in {"que", "qu'"} for w in tree.words[i + 1 : i + 8]),
        "conflict": lambda: context.political,
        "passive": lambda: context.group is not None and context.group.passive,
    }
    return simple[name]() if name in simple else True


def _object_is(context: Context, wanted: frozenset[str]) -> bool:
    if context.group is None:
        return True
    k = object_role(context.tree, context.found.head, context.group)
    if k is None:
        return False
    word = context.tree.words[k]
    if "place" in wanted and context.is_place(word.text):
        return True
    if "people" in wanted:
        return word.pos in {"PROPN", "PRON", "NUM"} or _is_role(word.lower)
    if "act" in wanted:
        return word.lower in load_triggers().by_form
    return not wanted & {"place"} and True


def _is_role(word: str) -> bool:
    from selon.languages.fr.roles import load_roles

    return word in load_roles()

