"""French verbs: every simple form of a verb, and every reading of a word as a verb form."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from selon.errors import TableError
from selon.languages.fr.verb_models import (
    Gender,
    Mood,
    Number,
    Tense,
    endings,
    guess_model,
    model_ending,
    model_names,
    stems,
)
from selon.tables import filled, kept, one_of, read_table

_DROPPED_CIRCUMFLEX = re.compile("aî|oî(?=tr)|oû(?=[lt].)|brûl|abîm|dîn")


@dataclass(frozen=True, slots=True)
class Form:
    """A simple form of a verb, in lower case, with its infinitive and what it marks.

    "past" is the passé simple in the indicative. A past participle has a gender and a number, a present participle
    neither; the gerund is that participle after "en", so no form says it is one.
    """

    text: str
    lemma: str
    mood: Mood
    tense: Tense
    person: int
    number: Number
    gender: Gender


def conjugate(infinitive: str) -> tuple[Form, ...]:
    """Give all simple forms of a verb, participles in their four agreements; a verb not listed follows its ending.

    A verb with "se" ("se réjouir") has the forms of the verb without it. Empty when the word is no infinitive.
    """
    verb = bare_infinitive(infinitive)
    model = verb_models().get(verb) or guess_model(verb)
    if not model:
        return ()
    stem = stems(verb, model)
    forms = [Form(stem[e.stem] + e.text, verb, *e.slot) for e in endings(model)]
    return tuple(dict.fromkeys(f for form in forms for f in _spellings(form)))


def verb_words(infinitive: str) -> frozenset[str]:
    """Give the words that `conjugate` gives forms for, much faster."""
    verb = bare_infinitive(infinitive)
    model = verb_models().get(verb) or guess_model(verb)
    if not model:
        return frozenset()
    stem = stems(verb, model)
    return frozenset(text for which, ending in _suffixes(model) for text in _texts(stem[which] + ending))


@cache
def _suffixes(model: str) -> tuple[tuple[int, str], ...]:
    return tuple({(e.stem, e.text) for e in endings(model)})


def bare_infinitive(infinitive: str) -> str:
    """Take the "se" or "s'" off an infinitive."""
    return infinitive.removeprefix("se ").removeprefix("s'")


@lru_cache(maxsize=65536)
def analyse(word: str) -> tuple[Form, ...]:
    """Give every reading of a lower-cased word as a form of a listed verb; empty when there is none."""
    return tuple(form for lemma in _index().get(word, ()) for form in conjugate_listed(lemma) if form.text == word)


@lru_cache(maxsize=4096)
def conjugate_listed(lemma: str) -> tuple[Form, ...]:
    """Give the forms of a listed verb, kept from call to call."""
    return conjugate(lemma)


def auxiliary(infinitive: str) -> str:
    """Tell what a verb makes its compound tenses with when it is not reflexive: "avoir", "être" or "both"."""
    return _auxiliaries().get(infinitive, "avoir")


@cache
def verb_models() -> dict[str, str]:
    """Give the model of every listed verb."""
    return {row["lemma"]: row["model"] for row in _rows()}


@cache
def _auxiliaries() -> dict[str, str]:
    return {row["lemma"]: row["auxiliary"] for row in _rows()}


@cache
def _rows() -> list[dict[str, str]]:
    schema = {"lemma": filled, "model": one_of(*model_names()), "auxiliary": one_of("avoir", "être", "both")}
    rows = read_table(__package__, "verbs.tsv", schema)
    for row in rows:
        if not row["lemma"].endswith(model_ending(row["model"])):
            raise TableError(f"verbs.tsv: {row['lemma']!r} cannot follow {row['model']!r}")
    return rows


@kept
def _index() -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for lemma in verb_models():
        alone = (lemma,)
        for word in verb_words(lemma):
            index[word] = index[word] + alone if word in index else alone
    return index


def _spellings(form: Form) -> tuple[Form, ...]:
    texts = _texts(form.text)
    if len(texts) == 1:
        return (form,)
    return tuple(Form(t, form.lemma, form.mood, form.tense, form.person, form.number, form.gender) for t in texts)


def _texts(text: str) -> tuple[str, ...]:
    """Give a form as it is and as the spelling of 1990 has it (paraît, parait)."""
    if ("î" in text or "û" in text) and (bare := _DROPPED_CIRCUMFLEX.sub(_without_circumflex, text)) != text:
        return text, bare
    return (text,)


def _without_circumflex(match: re.Match[str]) -> str:
    return match[0].replace("î", "i").replace("û", "u")
