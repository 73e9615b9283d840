"""Who does what to whom as a picture: actors on the left, recipients on the right, a line for each tie."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from selon.exports.escape import escape
from selon.exports.wording import clean
from selon.web.messages import Messages
from selon.web.svg import DASHES, INK, element, picture, text
from selon.web.ties import Tie

WIDTH, SIDE, ROW, TOP = 880.0, 270.0, 26.0, 34.0
MOST = 18
"""Names on a side; the table has the rest."""


def network(ties: Sequence[Tie], say: Messages) -> str:
    """Draw the ties between the most frequent names; a line is as wide as its events and dashed by their status."""
    named = [tie for tie in ties if tie.recipient]
    left, right = _most(named, "actor"), _most(named, "recipient")
    shown = [tie for tie in named if tie.actor in left and tie.recipient in right]
    left = [name for name in left if any(t.actor == name for t in shown)]
    right = _by_middle([name for name in right if any(t.recipient == name for t in shown)], left, shown)
    if not shown:
        return ""
    rows = max(len(left), len(right))
    ys = {("actor", n): _y(i, len(left), rows) for i, n in enumerate(left)}
    ys |= {("recipient", n): _y(i, len(right), rows) for i, n in enumerate(right)}
    lines = [_line(tie, ys["actor", tie.actor], ys["recipient", tie.recipient], say) for tie in reversed(shown)]
    names = [text(SIDE - 10, ys["actor", n] + 4, clean(n, 38), text_anchor="end", class_="label") for n in left]
    names += [text(WIDTH - SIDE + 10, ys["recipient", n] + 4, clean(n, 38), class_="label") for n in right]
    heads = text(SIDE - 10, 14, say("who"), text_anchor="end", class_="axis")
    heads += text(WIDTH - SIDE + 10, 14, say("whom"), class_="axis")
    return picture(WIDTH, TOP + ROW * rows, heads + "".join(lines) + "".join(names), say("actors.picture"))


def _most(ties: Sequence[Tie], side: str) -> list[str]:
    counts: Counter[str] = Counter()
    for tie in ties:
        counts[getattr(tie, side)] += tie.events
    return [name for name, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]]


def _by_middle(names: list[str], left: list[str], ties: Sequence[Tie]) -> list[str]:
    """Sort recipients by the mean place of their actors, so that few lines cross."""

    def middle(name: str) -> float:
        mine = [(left.index(t.actor), t.events) for t in ties if t.recipient == name]
        return sum(place * events for place, events in mine) / sum(events for _, events in mine)

    return sorted(names, key=lambda name: (middle(name), name))


def _y(place: int, count: int, rows: int) -> float:
    return TOP + (place + 0.5) * ROW * rows / count - ROW / 4


def _line(tie: Tie, y1: float, y2: float, say: Messages) -> str:
    status = tie.statuses[0][0]
    told = ", ".join(f"{say.word('status', code)} {say.number(n)}" for code, n in tie.statuses)
    x1, x2, middle = SIDE, WIDTH - SIDE, WIDTH / 2
    path = f"M{x1:.0f} {y1:.1f}C{middle:.0f} {y1:.1f} {middle:.0f} {y2:.1f} {x2:.0f} {y2:.1f}"
    return element(
        "path", element("title", escape(f"{clean(tie.actor)} → {clean(tie.recipient)} : {told}")), d=path, fill="none",
        stroke=INK[status], stroke_width=1 + 1.6 * math.sqrt(tie.events - 0.9), stroke_opacity=0.75,
        stroke_dasharray=DASHES.get(status), class_=f"tie tie-{status}",
    )  # fmt: skip
