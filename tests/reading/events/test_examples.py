"""Every row of the trigger table finds its act: in a sentence made from its own frame, else in one written for it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from examples import examples

from selon.languages.fr.triggers import TYPES, Trigger, load_triggers
from selon.reading.events.topic import Topic
from selon.reading.events.triggers import find_triggers

Acts = Callable[..., list[dict[str, object]]]
ENTRIES = list({id(e): e for found in load_triggers().by_form.values() for e in found}.values())
TRIES = 60
SENTENCES = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
WRITTEN = {(lemma, event_type) for lemma, event_type, _ in SENTENCES}


def found_as(entry: Trigger) -> bool:
    """Tell whether in one of the examples of a row its head is found with its type, by this row or a longer phrase."""
    for n, tree in enumerate(examples(entry)):
        if n == TRIES:
            break
        acts = find_triggers(tree, lambda _: False, lambda _: False, Topic(political=True))
        if any(a.entry.head == entry.head and a.entry.type == entry.type for a in acts):
            return True
    return False


@pytest.mark.parametrize("event_type", TYPES)
def test_every_row_finds_its_act_in_an_example(event_type: str) -> None:
    rows = [e for e in ENTRIES if e.type == event_type and (e.lemma, e.type) not in WRITTEN]
    assert [e.lemma for e in rows if not found_as(e)] == []


@pytest.mark.parametrize(("lemma", "event_type", "sentence"), SENTENCES)
def test_a_written_sentence_has_its_act(acts: Acts, lemma: str, event_type: str, sentence: str) -> None:
    assert (lemma, event_type) in {(act["lemma"], act["type"]) for act in acts(sentence)}


def test_each_row_has_examples() -> None:
    assert all(next(examples(entry), None) is not None for entry in ENTRIES)
