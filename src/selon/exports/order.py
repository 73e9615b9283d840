"""Reading order: the records of a reading as a person meets them, with short labels and their nesting."""

from __future__ import annotations

from selon.records import Event, Reading, Statement


def statement_start(statement: Statement) -> int:
    """Give the offset at which a statement begins, its cue or its first content."""
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    speaker = [statement.speaker.span] if statement.speaker and not spans else []
    return min((span.start for span in spans or speaker), default=0)


def statement_end(statement: Statement) -> int:
    """Give the offset at which the content of a statement ends."""
    return max((span.end for span in statement.content), default=statement_start(statement))


def statements_in_order(reading: Reading) -> list[Statement]:
    """Sort statements by where they begin, an outer one before those within it."""
    depths = nesting(reading)
    return sorted(reading.statements, key=lambda s: (statement_start(s), depths[s.id], -statement_end(s)))


def events_in_order(reading: Reading) -> list[Event]:
    """Sort events by their trigger."""
    return sorted(reading.events, key=lambda e: (e.trigger.start, e.trigger.end))


def records_in_order(reading: Reading) -> list[Statement | Event]:
    """Sort statements and events together as they come in the text, a statement before the events it tells."""
    ranked: list[tuple[tuple[int, int, int], Statement | Event]] = []
    ranked += [((statement_start(s), 0, n), s) for n, s in enumerate(statements_in_order(reading))]
    ranked += [((e.trigger.start, 1, n), e) for n, e in enumerate(events_in_order(reading))]
    return [record for _, record in sorted(ranked, key=lambda pair: pair[0])]


def labels(reading: Reading) -> dict[str, str]:
    """Give every statement and event a short label by its place in the text: s1, s2 …, e1, e2 …"""
    numbered = {s.id: f"s{n}" for n, s in enumerate(statements_in_order(reading), 1)}
    return numbered | {e.id: f"e{n}" for n, e in enumerate(events_in_order(reading), 1)}


def nesting(reading: Reading) -> dict[str, int]:
    """Count, for each statement, how many statements hold it; a circle of `within` is cut where it closes."""
    return {s.id: len(outer_statements(s, reading)) for s in reading.statements}


def outer_statements(statement: Statement, reading: Reading) -> list[Statement]:
    """Give the statements that hold this one, innermost first."""
    by_id = {s.id: s for s in reading.statements}
    held: list[Statement] = []
    seen = {statement.id}
    outer = by_id.get(statement.within or "")
    while outer and outer.id not in seen:
        held.append(outer)
        seen.add(outer.id)
        outer = by_id.get(outer.within or "")
    return held
