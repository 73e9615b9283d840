import re

import pytest

from selon.languages.fr.phrases import words_of
from selon.languages.fr.triggers import SLOTS, TYPES, Trigger, load_triggers, load_word_classes

EVERY = [entry for entries in load_triggers().by_form.values() for entry in entries]


def entries_of(form: str) -> list[Trigger]:
    return list(load_triggers().by_form.get(form, ()))


def phrase(form: str, lemma: str) -> Trigger:
    return next(entry for entry in entries_of(form) if entry.lemma == lemma)


@pytest.mark.parametrize(
    ("form", "event_type"),
    [
        ("attaqua", "ASSAULT"),
        ("bombardaient", "ASSAULT"),
        ("affrontements", "ASSAULT"),
        ("interpellées", "COERCE"),
        ("inculpé", "ACCUSE"),
        ("dénoncera", "ACCUSE"),
        ("rencontreront", "CONSULT"),
        ("pourparlers", "CONSULT"),
        ("condamnés", "SANCTION"),
    ],
)
def test_an_inflected_form_finds_the_type_of_its_lemma(form: str, event_type: str) -> None:
    assert event_type in {entry.type for entry in entries_of(form)}


def test_an_ordinary_word_is_no_trigger() -> None:
    assert not entries_of("fenêtre")
    assert not entries_of("maisonnette")


def test_a_phrase_stands_under_the_forms_of_its_first_inflecting_word() -> None:
    entry = phrase("ouvrirent", "ouvrir le feu")
    assert entry.head == "ouvrir"
    assert entry.rest == ("le", "feu")
    assert entry.head_is_verb


def test_the_rest_of_a_phrase_is_found_behind_an_adverb_but_not_behind_a_comma() -> None:
    entry = phrase("ouvert", "ouvrir le feu")
    assert entry.rest_at(words_of("ont ouvert aussitôt le feu sur la foule"), 1) == range(3, 5)
    assert entry.rest_at(["ouvert", ",", "le", "feu"], 0) is None


def test_a_phrase_marks_the_word_that_carries_its_meaning() -> None:
    entry = phrase("porté", "porter plainte")
    words = words_of("a porté plainte contre lui")
    rest = entry.rest_at(words, 1)
    assert rest is not None
    assert words[entry.marked(words, 1, rest)] == "plainte"


def test_a_reflexive_verb_says_so_and_stands_under_the_bare_forms() -> None:
    assert any(entry.reflexive for entry in entries_of("entretenus"))


def test_the_classes_of_a_condition_are_expanded() -> None:
    sport = load_word_classes()["sport"]
    vetoes = [c for e in EVERY for c in e.unless if c.name == "with"]
    assert any(sport <= condition.values for condition in vetoes)
    assert not any(value.startswith("@") for condition in vetoes for value in condition.values)


def test_all_types_have_verbs_and_nouns() -> None:
    found = {(e.type, e.head_is_verb) for e in EVERY}
    assert found == {(t, is_verb) for t in TYPES for is_verb in (True, False)}


def test_slots_types_and_classes_are_known_and_classes_lower_case() -> None:
    assert {slot for e in EVERY for slot in (*e.actors, *e.recipients)} <= set(SLOTS)
    assert {e.type for e in EVERY} <= set(TYPES)
    assert all(re.fullmatch(r"[a-zà-ÿœ'-]+", w) for words in load_word_classes().values() for w in words)


def test_every_marked_word_is_part_of_its_phrase() -> None:
    assert all(not e.trigger or e.trigger in (e.head, *e.rest) for e in EVERY)


def places_of_rest(entry: Trigger) -> int:
    return sum(len(forms) for forms in entry.rest_forms)


def hides(first: Trigger, other: Trigger) -> bool:
    """Tell whether a row that is tried before another one of its head holds wherever that one does."""
    order = {"weak": 0, "usual": 1, "strong": 2}
    asked = {(c.name, c.values) for c in other.requires} >= {(c.name, c.values) for c in first.requires}
    barred = {(c.name, c.values) for c in other.unless} >= {(c.name, c.values) for c in first.unless}
    words = (
        all(a >= b for a, b in zip(first.rest_forms, other.rest_forms, strict=True)) and first.before <= other.before
    )
    slots = {*first.actors} >= {*other.actors} and {*first.recipients} >= {*other.recipients}
    sure = order[first.strength] >= order[other.strength] and (first.strength != "weak" or slots)
    return asked and barred and words and sure


def test_no_row_is_hidden_by_one_that_is_tried_before_it() -> None:
    rows: dict[tuple[object, ...], list[Trigger]] = {}
    for entry in dict.fromkeys(EVERY):
        free = any(c.name == "refl" for c in entry.requires)
        rows.setdefault((entry.head, entry.head_is_verb, entry.reflexive, len(entry.rest), free), []).append(entry)
    hidden = []
    for entries in rows.values():
        tried = sorted(entries, key=places_of_rest)
        hidden += [b.lemma for k, b in enumerate(tried) if any(hides(a, b) for a in tried[:k])]
    assert hidden == []


def test_a_phrase_written_with_capitals_stands_under_small_letters() -> None:
    assert phrase("coup", "coup d'État").rest == ("d'", "état")
