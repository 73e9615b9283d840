"""Who tells an act: the statements whose content holds its trigger, outermost first."""

from __future__ import annotations

from collections.abc import Sequence

from selon.records import Span, Statement


def voices_of(trigger: Span, statements: Sequence[Statement]) -> tuple[str, ...]:
    """Give the ids of the statements that tell an act, outermost first; empty is the outlet's own voice.

    The act of speaking itself is in the voice that reports it: a trigger that is the cue of a statement is not told
    by that statement.
    """
    telling = [s for s in statements if s.cue != trigger and _tells(s, trigger)]
    telling.sort(key=lambda s: (_depth(s, statements), -sum(len(c.text) for c in s.content), s.content[0].start))
    return tuple(s.id for s in telling)


def _tells(statement: Statement, trigger: Span) -> bool:
    if statement.cue and statement.cue.overlaps(trigger):
        return False
    return any(c.holds(trigger) for c in statement.content)


def _depth(statement: Statement, statements: Sequence[Statement]) -> int:
    by_id = {s.id: s for s in statements}
    depth, seen = 0, {statement.id}
    while statement.within and statement.within not in seen:
        seen.add(statement.within)
        statement = by_id[statement.within]
        depth += 1
    return depth
