"""How French verbs are conjugated: models of the irregular ones as a table, the changes of -er stems as a rule."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from selon.errors import TableError
from selon.tables import anything, filled, read_table

Mood = Literal["indicative", "subjunctive", "conditional", "imperative", "infinitive", "participle", "gerund"]
Tense = Literal["present", "imperfect", "past", "future"]
Number = Literal["s", "p", ""]
Gender = Literal["m", "f", ""]


class Slot(NamedTuple):
    """A place in the paradigm: mood, tense, person (0 when none), number, gender."""

    mood: Mood
    tense: Tense
    person: int = 0
    number: Number = ""
    gender: Gender = ""


class Ending(NamedTuple):
    """What is added to one of the stems of `stems()` (0 plain, 1 before a mute e, 2 before a or o) to fill a slot."""

    stem: int
    text: str
    slot: Slot


PERSONS: tuple[tuple[int, Number], ...] = ((1, "s"), (2, "s"), (3, "s"), (1, "p"), (2, "p"), (3, "p"))
ORDERS: tuple[tuple[int, Number], ...] = ((2, "s"), (1, "p"), (2, "p"))
ER_MODELS = ("aimer", "céder", "peser", "appeler", "payer", "employer")

_IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
_PAST = {
    "a": ("ai", "as", "a", "âmes", "âtes", "èrent"),
    "i": ("is", "is", "it", "îmes", "îtes", "irent"),
    "u": ("us", "us", "ut", "ûmes", "ûtes", "urent"),
    "in": ("ins", "ins", "int", "înmes", "întes", "inrent"),
    "ï": ("ïs", "ïs", "ït", "ïmes", "ïtes", "ïrent"),
    "û": ("ûs", "ûs", "ût", "ûmes", "ûtes", "ûrent"),
}
_PAST_SUBJUNCTIVE = {
    "a": ("a", "ât"),
    "i": ("i", "ît"),
    "u": ("u", "ût"),
    "in": ("in", "înt"),
    "ï": ("ï", "ït"),
    "û": ("û", "ût"),
}
_ABSENT = "-"


def _six(cell: str) -> bool:
    return cell == "" or len(cell.split()) == 6


_SCHEMA = {
    "model": filled,
    "ending": filled,
    "present": _six,
    "imperfect": anything,
    "past": lambda cell: cell == _ABSENT or _theme(cell) != "",
    "future": anything,
    "subjunctive": _six,
    "imperative": lambda cell: cell in ("", _ABSENT) or len(cell.split()) == 3,
    "participle": anything,
    "past_participle": filled,
}


@cache
def _rows() -> dict[str, list[dict[str, str]]]:
    rows: dict[str, list[dict[str, str]]] = {}
    for row in read_table(__package__, "verb_models.tsv", _SCHEMA):
        if not row["model"].endswith(row["ending"]):
            raise TableError(f"verb_models.tsv: {row['model']!r} does not end in {row['ending']!r}")
        rows.setdefault(row["model"], []).append(row)
    return rows


def model_names() -> frozenset[str]:
    """Give the name of every model, regular -er ones included."""
    return frozenset(_rows()).union(ER_MODELS)


def model_ending(model: str) -> str:
    """Give the end that an infinitive must have to follow the model."""
    return "er" if model in ER_MODELS else _rows()[model][0]["ending"]


def guess_model(infinitive: str) -> str:
    """Guess the model of an unlisted infinitive from its end; "" when it does not look like one."""
    if infinitive.endswith("er"):
        return _guess_er(infinitive.removesuffix("er"))
    if infinitive.endswith("ir") and not infinitive.endswith("oir"):
        return "finir"
    fitting = [(len(model_ending(m)), m) for m in _rows() if infinitive.endswith(model_ending(m))]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else ""


def _guess_er(stem: str) -> str:
    if stem.endswith("ay"):
        return "payer"
    if stem.endswith(("oy", "uy")):
        return "employer"
    before, vowel, after = stem.rpartition(max("éeaiouèêâîôûyœ", key=stem.rfind))
    if stem.endswith(("gu", "qu")):
        before, vowel, after = stem[:-3], stem[-3:-2], stem[-2:]
    if vowel == "é" and after:
        return "céder"
    if (
        vowel == "e"
        and before[-1:] not in "aeiouy"
        and ((len(after) == 1 and after not in "xz") or after in ("vr", "gu"))
    ):
        return "appeler" if after in ("l", "t") else "peser"
    return "aimer"


def stems(infinitive: str, model: str) -> tuple[str, str, str]:
    """Give the three stems that the endings of the model are added to."""
    if model not in ER_MODELS:
        stem = infinitive.removesuffix(model_ending(model))
        return stem, stem, stem
    stem = infinitive.removesuffix("er")
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1:], stem)
    return stem, _strong(stem, model), soft


def _strong(stem: str, model: str) -> str:
    """Change a stem as it changes before a mute e: cède, pèse, appelle, emploie."""
    if model in ("céder", "peser"):
        head, _, tail = stem.rpartition("é" if model == "céder" else "e")
        return f"{head}è{tail}"
    if model == "appeler":
        return stem + stem[-1]
    return stem if model == "aimer" else stem.removesuffix("y") + "i"


@cache
def endings(model: str) -> tuple[Ending, ...]:
    """Give every ending of a model, the infinitive first; spellings of 1990 beside the older ones."""
    made = _er_endings(model) if model in ER_MODELS else [e for row in _rows()[model] for e in _row_endings(row)]
    return tuple(dict.fromkeys(made))


def _er_endings(model: str) -> Iterator[Ending]:
    yield Ending(0, "er", Slot("infinitive", "present"))
    before_mute_e = (0, 1) if model == "payer" else (1,)
    futures = {"céder": (0, 1), "payer": (0, 1)}.get(model, (1,))
    for stem in before_mute_e:
        for text, (person, number) in zip(("e", "es", "e", "ent"), (*PERSONS[:3], PERSONS[5]), strict=True):
            yield Ending(stem, text, Slot("indicative", "present", person, number))
            yield Ending(stem, text, Slot("subjunctive", "present", person, number))
        yield Ending(stem, "e", Slot("imperative", "present", 2, "s"))
    moods: tuple[Mood, ...] = ("indicative", "imperative")
    for mood in moods:
        yield Ending(2, "ons", Slot(mood, "present", 1, "p"))
        yield Ending(0, "ez", Slot(mood, "present", 2, "p"))
    yield from (Ending(0, t, Slot("subjunctive", "present", p, "p")) for t, p in (("ions", 1), ("iez", 2)))
    for text, (person, number) in zip(_IMPERFECT, PERSONS, strict=True):
        yield Ending(0 if text[0] == "i" else 2, text, Slot("indicative", "imperfect", person, number))
    for stem in futures:
        yield from _future(stem, "er")
    yield from (Ending(0 if e.text == "èrent" else 2, e.text, e.slot) for e in _past("a"))
    yield Ending(2, "ant", Slot("participle", "present"))
    yield from _past_participle("é ée")


def _row_endings(row: dict[str, str]) -> Iterator[Ending]:
    present = row["present"].split()
    imperfect = row["imperfect"] or present[3].removesuffix("ons")
    plural = present[5].removesuffix("ent")
    subjunctive = row["subjunctive"].split() or [plural + t for t in ("e", "es", "e")] + [
        imperfect + "ions",
        imperfect + "iez",
        plural + "ent",
    ]
    lacking = {slot for slot, text in zip(PERSONS, present, strict=True) if text == _ABSENT}
    yield Ending(0, row["ending"], Slot("infinitive", "present"))
    for ending in _finite(row, present, imperfect, subjunctive):
        if (ending.slot.person, ending.slot.number) not in lacking:
            yield ending
    if row["participle"] != _ABSENT:
        yield Ending(0, row["participle"] or imperfect + "ant", Slot("participle", "present"))
    if row["past_participle"] != _ABSENT:
        yield from _past_participle(row["past_participle"])


def _finite(row: dict[str, str], present: list[str], imperfect: str, subjunctive: list[str]) -> Iterator[Ending]:
    yield from _six_endings(present, "indicative", "present")
    yield from _six_endings([imperfect + t for t in _IMPERFECT], "indicative", "imperfect")
    if row["future"] != _ABSENT:
        yield from _future(0, row["future"] or row["ending"].removesuffix("e"))
    if row["past"] != _ABSENT:
        yield from _past(row["past"])
    yield from _six_endings(subjunctive, "subjunctive", "present")
    if row["imperative"] != _ABSENT:
        orders = row["imperative"].split() or [_order(present[1]), present[3], present[4]]
        for text, (person, number) in zip(orders, ORDERS, strict=True):
            yield Ending(0, text, Slot("imperative", "present", person, number))


def _order(present: str) -> str:
    return present.removesuffix("s") if present.endswith("es") else present


def _six_endings(texts: list[str], mood: Mood, tense: Tense) -> Iterator[Ending]:
    for text, (person, number) in zip(texts, PERSONS, strict=True):
        yield Ending(0, text, Slot(mood, tense, person, number))


def _future(stem: int, future: str) -> Iterator[Ending]:
    for text, (person, number) in zip(_FUTURE, PERSONS, strict=True):
        yield Ending(stem, future + text, Slot("indicative", "future", person, number))
    for text, (person, number) in zip(_IMPERFECT, PERSONS, strict=True):
        yield Ending(stem, future + text, Slot("conditional", "present", person, number))


def _theme(past: str) -> str:
    return next((t for t in ("in", "a", "i", "u", "ï", "û") if past.endswith(t)), "")


def _past(past: str) -> Iterator[Ending]:
    theme = _theme(past)
    stem = past.removesuffix(theme)
    yield from _six_endings([stem + t for t in _PAST[theme]], "indicative", "past")
    long, third = (stem + t for t in _PAST_SUBJUNCTIVE[theme])
    yield from _six_endings(
        [long + "sse", long + "sses", third, long + "ssions", long + "ssiez", long + "ssent"],
        "subjunctive",
        "imperfect",
    )


def _past_participle(cell: str) -> Iterator[Ending]:
    masculine, *feminine = cell.split()
    yield Ending(0, masculine, Slot("participle", "past", 0, "s", "m"))
    for form in feminine:
        plural = masculine.replace("û", "u")
        yield Ending(0, plural if plural.endswith("s") else plural + "s", Slot("participle", "past", 0, "p", "m"))
        yield Ending(0, form, Slot("participle", "past", 0, "s", "f"))
        yield Ending(0, form + "s", Slot("participle", "past", 0, "p", "f"))
