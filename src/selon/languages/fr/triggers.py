"""The French trigger lexicon: verbs, nouns and phrases that name political and conflict acts."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from selon.errors import TableError
from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.nouns import adjective_forms, noun_forms
from selon.languages.fr.phrases import find_rest, word_variants, words_of
from selon.languages.fr.verbs import bare_infinitive, verb_models, verb_words
from selon.records import EventType
from selon.tables import Check, anything, filled, kept, list_of, one_of, read_table

TriggerPos = Literal["verb", "noun", "phrase"]
Strength = Literal["strong", "usual", "weak"]

TYPES = get_args(EventType)
SLOTS = (
    "subj", "obj", "à", "de", "par", "contre", "avec", "entre", "envers", "pour", "vers", "sur", "chez", "auprès",
    "devant", "dans", "en", "adj", "poss", "head", "inf-subj",
)  # fmt: skip
SIMPLE = frozenset(
    [
        "obj",
        "noobj",
        "refl",
        "norefl",
        "passive",
        "plural",
        "actor",
        "inf",
        "que",
        "conflict",
        "head",
        "impersonal",
        "mishap",
    ]
)
_ARGUMENTS = frozenset(["people", "place", "act"])


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing an entry asks of its sentence: a name ("obj", "with" …) and the words it accepts, classes expanded.

    `written` is the condition as the table writes it.
    """

    name: str
    values: frozenset[str]
    written: str = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row of the trigger table: a word or phrase, the type of act it names, and who is who among its dependents.

    `head` is the word that inflects, `before` the pronouns that must stand before it, `rest` the words behind it, all
    in lower case, `rest_forms` the words accepted at each place of `rest`, `acronym` tells the COP from a cop;
    `trigger` is the word of a phrase that is marked, empty for the head. `actors` and `recipients` are slots, the
    first that is filled counts. All of `requires` must hold and none of `unless`.
    """

    lemma: str
    pos: TriggerPos
    trigger: str
    type: EventType
    mode: str
    code: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mutual: bool
    requires: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    strength: Strength
    speech: bool
    head: str
    head_is_verb: bool
    before: frozenset[str]
    reflexive: bool
    rest: tuple[str, ...]
    acronym: bool
    rest_forms: tuple[frozenset[str], ...]

    def rest_at(self, words: Sequence[str], head: int) -> range | None:
        """Find the rest of the phrase after its head among lower-cased words; None when it is not there."""
        return find_rest(words, head, self.rest_forms)

    def marked(self, words: Sequence[str], head: int, rest: range) -> int:
        """Give the word that is marked as the trigger, of a head and the rest found behind it."""
        if not self.trigger or self.trigger == self.head:
            return head
        return rest[self.rest.index(self.trigger)]


@dataclass(frozen=True, slots=True)
class Triggers:
    """The trigger lexicon by inflected, lower-case form of the head, entries of one head in the order of the table."""

    by_form: Mapping[str, tuple[Trigger, ...]]


MODE, CODE = re.compile(r"[a-z-]*"), re.compile(r"\d{0,4}")


@kept
def load_triggers() -> Triggers:
    """Read and check the trigger table; TableError at the first row that does not hold."""
    by_head: dict[tuple[str, bool], list[Trigger]] = {}
    for row in read_table(__package__, "triggers.tsv", _schema()):
        trigger = _trigger(row)
        by_head.setdefault((trigger.head, trigger.head_is_verb), []).append(trigger)
    by_form: dict[str, tuple[Trigger, ...]] = {}
    for (head, is_verb), entries in by_head.items():
        shared = tuple(entries)
        for form in _head_forms(head, is_verb):
            by_form[form] = by_form[form] + shared if form in by_form else shared
    return Triggers(by_form)


@cache
def load_fixed_phrases() -> Mapping[str, tuple[tuple[frozenset[str], ...], ...]]:
    """Read the phrases in which no word names an act, by the forms of their first word: the words behind it."""
    found: dict[str, tuple[tuple[frozenset[str], ...], ...]] = {}
    for row in read_table(__package__, "fixed_phrases.tsv", {"phrase": filled}):
        first, *rest = words_of(row["phrase"])
        for form in word_variants(first):
            found[form] = (*found.get(form, ()), tuple(word_variants(word) for word in rest))
    return found


@cache
def load_word_classes() -> Mapping[str, frozenset[str]]:
    """Read the named word classes, sets of inflected lower-case forms."""
    text = files(__package__).joinpath("word_classes.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def _schema() -> dict[str, Check]:
    return {
        "lemma": filled,
        "pos": one_of("verb", "noun", "phrase"),
        "trigger": anything,
        "type": one_of(*TYPES),
        "mode": lambda cell: MODE.fullmatch(cell) is not None,
        "code": lambda cell: CODE.fullmatch(cell) is not None,
        "actors": list_of(*SLOTS),
        "recipients": list_of(*SLOTS),
        "mutual": one_of("yes", "no"),
        "requires": are_conditions,
        "unless": are_conditions,
        "strength": one_of("strong", "usual", "weak"),
        "speech": one_of("yes", "no"),
    }


@cache
def are_conditions(cell: str) -> bool:
    """Tell whether a cell holds conditions the reader knows, separated by spaces."""
    return all(_is_condition(word) for word in cell.split())


def _is_condition(word: str) -> bool:
    name, colon, values = word.partition(":")
    if not colon:
        return name in SIMPLE
    listed = values.split("|")
    if name in ("obj", "subj"):
        return all(v in _ARGUMENTS or v in load_word_classes() for v in listed)
    if name in ("with", "told", "own"):
        return all(v and (v[0] != "@" or v[1:] in load_word_classes()) for v in listed)
    return name in ("prep", "adj") and all(listed)


def _trigger(row: dict[str, str]) -> Trigger:
    words = words_of(row["lemma"].lower())
    start = next(i for i, word in enumerate(words) if word not in grammar_words("before_phrase_head"))
    head, rest = words[start], words[start + 1 :]
    is_verb = row["pos"] == "verb" or (row["pos"] == "phrase" and head in verb_models())
    marked = row["trigger"].lower()
    if marked and marked not in (head, *rest):
        raise TableError(f"triggers.tsv: {row['trigger']!r} is no word of {row['lemma']!r}")
    return Trigger(
        lemma=row["lemma"],
        pos=row["pos"],  # type: ignore[arg-type]
        trigger=marked,
        type=row["type"],  # type: ignore[arg-type]
        mode=row["mode"],
        code=row["code"],
        actors=tuple(row["actors"].split()),
        recipients=tuple(row["recipients"].split()),
        mutual=row["mutual"] == "yes",
        requires=conditions(row["requires"]),
        unless=conditions(row["unless"]),
        strength=row["strength"],  # type: ignore[arg-type]
        speech=row["speech"] == "yes",
        head=head,
        head_is_verb=is_verb,
        before=frozenset(words[:start]) - {"se", "s'"},
        reflexive=not {"se", "s'"}.isdisjoint(words[:start]),
        rest=rest,
        acronym=row["lemma"].isupper(),
        rest_forms=_verb_rest(rest) if is_verb else _noun_rest(words[start:]),
    )


@cache
def conditions(cell: str) -> tuple[Condition, ...]:
    """Read the conditions of a cell, their classes expanded."""
    return tuple(_condition(word) for word in cell.split())


@cache
def _condition(word: str) -> Condition:
    name, _, values = word.partition(":")
    accepted = frozenset().union(*(_agreeing(name, value) for value in values.split("|") if value))
    return Condition(name, accepted, word)


@cache
def _agreeing(name: str, value: str) -> frozenset[str]:
    """Give a word of a condition with its plural, an adjective with its feminine too, a class as its words."""
    if value.startswith("@"):
        return frozenset(form for word in load_word_classes()[value[1:]] for form in _agreeing(name, word))
    if name in ("with", "told", "own"):
        return frozenset(noun_forms(value))
    if name == "adj":
        return frozenset([*noun_forms(value), *adjective_forms(value).values()])
    return frozenset([value])


def _verb_rest(rest: Sequence[str]) -> tuple[frozenset[str], ...]:
    """Accept any determiner for a determiner, both numbers of a noun, and an agreeing adjective right behind."""
    agreeing = len(rest) == (2 if rest[:1] == ("pour",) else 1)
    return tuple(_accepted(word, agreeing and k == len(rest) - 1) for k, word in enumerate(rest))


@cache
def _accepted(word: str, agreeing: bool) -> frozenset[str]:
    if word in grammar_words("possessives"):
        return grammar_words("possessives")
    if word in grammar_words("phrase_determiners"):
        return grammar_words("phrase_determiners")
    if word in grammar_words("prepositions"):
        return word_variants(word)
    forms = adjective_forms(word).values() if agreeing else ()
    return frozenset([word, *noun_forms(word), *forms])


def _noun_rest(words: Sequence[str]) -> tuple[frozenset[str], ...]:
    """Accept the plural of each word and the contracted form of each preposition."""
    small = grammar_words("prepositions") | grammar_words("phrase_determiners")
    return tuple(word_variants(word) if word in small else frozenset(noun_forms(word)) for word in words[1:])


def _head_forms(head: str, is_verb: bool) -> frozenset[str]:
    if not is_verb:
        return frozenset(noun_forms(head))
    forms = verb_words(bare_infinitive(head))
    if not forms:
        raise TableError(f"triggers.tsv: {head!r} is no infinitive")
    return forms
