from types import SimpleNamespace
from typing import Any, cast

import pytest

from selon.languages.fr.triggers import Trigger
from selon.reading.events.scopes import Verdict
from selon.reading.events.triggers import Found
from selon.reading.events.weighing import stands, type_of, weigh
from selon.reading.model.opinions import Opinions, TriggerOpinion
from selon.records import Event, Span

TEXT = "Les rebelles ont pris le pont."
EVENT = Event("e1", Span.of(TEXT, 17, 21), "ASSAULT", "actual")


def weighed(strength: str, any_type: float, sure: str | None = None, told: Event = EVENT) -> Event | None:
    statuses = cast(Any, {"actual": 0.6, "planned": 0.4})
    opinions = SimpleNamespace(
        sure_type=lambda offset, least: sure,
        of_trigger=lambda offset, kind: TriggerOpinion(any_type, any_type, statuses),
    )
    entry = SimpleNamespace(requires=(), rest=(), strength=strength, type=EVENT.type)
    at = cast(Found, SimpleNamespace(entry=entry, verbal=True))
    kind = type_of(cast(Opinions, opinions), told.trigger.start, cast(Trigger, entry))
    return weigh(cast(Opinions, opinions), told, at, Verdict("actual"), kind) if kind else None


@pytest.mark.parametrize(("strength", "least"), [("strong", 0.05), ("usual", 0.3), ("weak", 0.5)])
def test_the_weaker_the_entry_the_surer_the_model_must_be(strength: str, least: float) -> None:
    assert weighed(strength, least + 0.04) is not None
    assert weighed(strength, least - 0.04) is None


def test_the_type_the_model_is_sure_of_stands() -> None:
    event = weighed("usual", 0.9, "COERCE")
    assert event is not None
    assert event.type == "COERCE"


def test_an_unsure_status_changes_nothing() -> None:
    event = weighed("usual", 0.9)
    assert event is not None
    assert event.status == "actual"


@pytest.mark.parametrize(("strength", "least"), [("strong", 0.2), ("usual", 0.45), ("weak", 0.6)])
def test_a_closer_look_that_sees_no_act_drops_it(strength: str, least: float) -> None:
    def left(closer: float | None) -> bool:
        opinions = SimpleNamespace(
            of_trigger=lambda offset, kind: TriggerOpinion(least, least, {}), of_act=lambda offset: closer
        )
        entry = SimpleNamespace(strength=strength)
        return stands(cast(Opinions, opinions), 0, "ASSAULT", cast(Trigger, entry))

    assert left(least + 0.04)
    assert not left(least - 0.04)
    assert left(None)
