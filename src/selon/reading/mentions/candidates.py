"""What a pronoun may stand for: the names, roles and earlier pronouns of a sentence, each with its agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.knowledge.countries import load_countries
from selon.languages.fr.given_names import is_feminine
from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.roles import Role, load_roles
from selon.languages.fr.titles import title_rows
from selon.reading.mentions.gazetteer import words_of
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.registry import Registry
from selon.reading.text import Sentence
from selon.reading.tree import SUBJECT_DEPS, Tree

FEMININE_DETERMINERS = grammar_words("determiners_feminine")
MASCULINE_DETERMINERS = grammar_words("determiners_masculine")
SINGULAR, PLURAL = grammar_words("pronouns_singular_subject"), grammar_words("pronouns_plural_subject")
PLURAL_DETERMINERS = grammar_words("plural_determiners")
JOINING = grammar_words("joining_of_subjects")
MARGIN = 0.4  # how much less an apposition counts than what it stands beside


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that names somebody: its kind, gender and number where they are known, and how prominent it stands."""

    word: int
    start: int
    kind: str
    feminine: bool | None
    plural: bool | None
    prominence: float
    pronoun: bool = False
    named: bool = False


def candidates_of(tree: Tree, sentence: Sentence, names: Sequence[NameAt], registry: Registry) -> tuple[Candidate, ...]:
    """Give what a later pronoun may stand for in a sentence, in order."""
    inside = {k for name in names for k in range(name.first, name.last + 1)}
    found = [
        _named(tree, sentence, name, registry)
        for name in names
        if (name.kind != "place" or _seat(name)) and not name.in_title
    ]
    found.extend(_by_role(tree, inside))
    found.extend(_pronouns(tree))
    return tuple(sorted(found, key=lambda c: c.word))


def _seat(name: NameAt) -> bool:
    return name.known is not None and name.known.seat is not None


def _named(tree: Tree, sentence: Sentence, name: NameAt, registry: Registry) -> Candidate:
    head = top(tree, name.first, name.last)
    kind = "state" if _seat(name) else name.kind
    feminine, plural = _determined(tree, head)
    if kind == "person":
        person = registry.at.get((name.sentence, name.first))
        full = person.name if person else words_of(sentence.tokens[name.first : name.last + 1])
        before = title_rows().get(tree.words[name.first - 1].lower) if name.first else None
        feminine = before.feminine if before and before.feminine is not None else is_feminine(full)
        plural = False
    elif kind == "state" and name.known and name.known.country in load_countries().rows:
        country = load_countries().row(str(name.known.country))
        feminine, plural = (country.feminine, country.plural) if not _seat(name) else (False, False)
    elif kind == "group":
        feminine, plural = (None, None) if plural is not True else (feminine, None)
    return Candidate(
        head,
        tree.words[head].start,
        kind,
        feminine,
        True if _joined(tree, head) else plural,
        prominence(tree, head),
        named=True,
    )


def top(tree: Tree, first: int, last: int) -> int:
    """Give the word of a stretch whose head lies outside it."""
    return next((k for k in range(first, last + 1) if not first <= tree.words[k].head <= last), first)


def _by_role(tree: Tree, inside: set[int]) -> Iterator[Candidate]:
    roles = load_roles()
    for k, word in enumerate(tree.words):
        if k in inside or word.lower not in roles or word.pos in {"VERB", "AUX", "ADJ"}:
            continue
        if word.dep == "appos" and word.head in inside:
            continue  # "X, ministre de …" is X
        role = next((r for r in roles[word.lower] if r.role_class != "text"), None)
        if role is None or role.role_class != roles[word.lower][0].role_class:
            continue
        feminine, _ = _determined(tree, k)
        gender = role.feminine if role.feminine is not None else feminine
        yield Candidate(k, word.start, _kind(role), gender, role.plural or _joined(tree, k), prominence(tree, k))


def _kind(role: Role) -> str:
    return "person" if role.kind == "person" else "people" if role.kind == "people" else "organisation"


def _pronouns(tree: Tree) -> Iterator[Candidate]:
    for k, word in enumerate(tree.words):
        form = bare(word.lower)
        if (form in SINGULAR or form in PLURAL) and word.dep not in {"expl:subj", "expl"}:
            yield Candidate(
                k, word.start, "pronoun", form.startswith("elle"), form in PLURAL, prominence(tree, k), pronoun=True
            )


def bare(lower: str) -> str:
    """Take the hyphens off a pronoun behind its verb: "-t-il" gives "il"."""
    return lower.removeprefix("-t").lstrip("-")


def _determined(tree: Tree, k: int) -> tuple[bool | None, bool | None]:
    """Give the gender and number that the determiner of a noun tells."""
    for child in tree.children[k]:
        lower = tree.words[child].lower
        if child < k and lower in FEMININE_DETERMINERS | MASCULINE_DETERMINERS:
            return lower in FEMININE_DETERMINERS, False
        if child < k and lower in PLURAL_DETERMINERS:
            return None, True
    word = tree.words[k]
    return (word.feminine if word.pos == "NOUN" else None), (word.plural if word.pos == "NOUN" else None)


def _joined(tree: Tree, k: int) -> bool:
    """Tell whether a word is the first of several joined by "et"."""
    joined = (c for c in tree.children[k] if tree.words[c].dep == "conj" and tree.words[c].pos in {"NOUN", "PROPN"})
    return any(tree.words[g].lower in JOINING for c in joined for g in (*tree.children[c], c - 1) if g < c)


def prominence(tree: Tree, k: int) -> float:
    """Weigh the place of a word in its clause: subjects of main clauses first, complements of nouns last."""
    word = tree.words[k]
    case = tree.case(k)
    if word.dep in SUBJECT_DEPS:
        verb = tree.words[word.head]
        return 3.0 if verb.dep in {"ROOT", "conj"} else 2.2
    if word.dep in {"appos", "flat:name", "flat", "conj"} and word.head != k and word.head < k:
        return max(prominence(tree, word.head) - MARGIN, 0.0)
    if case is None and word.dep == "ROOT":
        return 2.0
    if case in {"par", "selon", "d'après"}:
        return 2.0
    if word.dep in {"obj", "iobj"}:
        return 1.2
    if word.dep == "nmod" or case == "de":
        return 0.3
    return 0.8 if case else 1.0
