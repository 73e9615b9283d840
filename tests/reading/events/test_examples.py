"""Every row of the trigger table finds its act in a sentence made from its own frame, with no parser."""

from collections import Counter

import pytest
from examples import examples

from selon.languages.fr.triggers import TYPES, Trigger, load_triggers
from selon.reading.events.topic import Topic
from selon.reading.events.triggers import find_triggers

ENTRIES = list({id(e): e for found in load_triggers().by_form.values() for e in found}.values())
# Rows that ask for more than the frames here give: two named parties of a phrase without a slot, or words of a row
# that is longer or stands before. Their share may only fall.
UNTOLD = 0.035
TRIES = 60


def found_as(entry: Trigger) -> bool:
    """Tell whether in one of the examples of a row its head is found with its type, by this row or a longer phrase."""
    for n, tree in enumerate(examples(entry)):
        if n == TRIES:
            break
        acts = find_triggers(tree, lambda _: False, lambda _: False, Topic(political=True))
        if any(a.entry.head == entry.head and a.entry.type == entry.type for a in acts):
            return True
    return False


@pytest.fixture(scope="module")
def untold() -> Counter[str]:
    return Counter(entry.type for entry in ENTRIES if not found_as(entry))


def test_nearly_every_row_finds_its_act_in_its_example(untold: Counter[str]) -> None:
    assert sum(untold.values()) <= UNTOLD * len(ENTRIES)


@pytest.mark.parametrize("event_type", TYPES)
def test_no_type_lags_behind(untold: Counter[str], event_type: str) -> None:
    assert untold[event_type] <= 0.11 * sum(entry.type == event_type for entry in ENTRIES)


def test_each_row_has_examples() -> None:
    assert all(next(examples(entry), None) is not None for entry in ENTRIES)
