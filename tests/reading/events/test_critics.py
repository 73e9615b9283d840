"""Whoever judges an act, or answers one of words, does not do it."""

import pytest

from selon import Reader


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("Paris a condamné ces frappes.", "frappes", []),
        ("Minsk a dénoncé des sanctions illégales.", "sanctions", []),
        ("Le gouvernement a rejeté cet appel.", "appel", []),
        ("Le gouvernement a rejeté l'appel de l'ONU.", "appel", ["ONU"]),
    ],
)
def test_a_critic_is_no_actor(text: str, trigger: str, doers: list[str]) -> None:
    event = next(e for e in Reader().read(text).events if e.trigger.text == trigger)
    assert [m.span.text for m in event.actors] == doers
