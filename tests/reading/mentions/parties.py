"""The mentions that play a role in a reading, and whom they mean."""

from collections.abc import Callable

from selon import Mention, Reading

Read = Callable[..., Reading]


def everyone(reading: Reading) -> list[Mention]:
    return [
        *(m for s in reading.statements for m in (s.speaker, s.addressee) if m),
        *(m for e in reading.events for group in (e.actors, e.recipients) for m in group),
    ]


def speakers(reading: Reading) -> set[str | None]:
    return {s.speaker.name for s in reading.statements if s.speaker}


def countries(reading: Reading, words: str) -> set[str | None]:
    found = {m.country for m in everyone(reading) if words in m.span.text}
    assert found, [m.span.text for m in everyone(reading)]
    return found
