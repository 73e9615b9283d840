from typing import Any

import pytest

from selon.reading.confidence import NOBODYS, NOBODYS_BEFORE_AGENT, NOBODYS_BEHIND_PREPOSITION, weigh_statements
from selon.records import Mention, Span, Statement, StatementForm


class Seen:
    """Stands for the model's opinions: one chance for all words."""

    def __init__(self, chance: float) -> None:
        self.chance = chance

    def of_content(self, spans: Any) -> float:
        return self.chance


@pytest.mark.parametrize(
    ("form", "chance", "kept"),
    [
        ("indirect", NOBODYS, True),
        ("indirect", NOBODYS - 0.01, False),
        ("prepositional", NOBODYS - 0.01, True),
        ("prepositional", NOBODYS_BEHIND_PREPOSITION - 0.01, False),
    ],
)
def test_words_that_are_surely_nobodys_are_no_statement(form: StatementForm, chance: float, kept: bool):
    told = Statement("s1", None, None, None, "say", form, (Span(0, 4, "oui "),))
    assert bool(weigh_statements(Seen(chance), [told])) is kept  # type: ignore[arg-type]


@pytest.mark.parametrize(("chance", "kept"), [(NOBODYS_BEFORE_AGENT, True), (NOBODYS_BEFORE_AGENT - 0.01, False)])
def test_what_an_agent_is_named_for_needs_less(chance: float, kept: bool):
    content, cue = Span(0, 8, "Ce bilan"), Span(9, 25, "a été confirmé")
    speaker = Mention(Span(30, 37, "l'armée"), "organisation", "description")
    told = Statement("s1", speaker, None, cue, "confirm", "indirect", (content,))
    assert bool(weigh_statements(Seen(chance), [told])) is kept  # type: ignore[arg-type]
