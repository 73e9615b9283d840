"""The timeline as pictures: events a period by status, and events as bars as long as their dates are uncertain."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from selon.corpus.timeline import Unit
from selon.exports.escape import escape
from selon.web.messages import Messages
from selon.web.svg import INK, STATUSES, element, fill, patterns, picture, text

WIDTH, LEFT, ROW = 880.0, 300.0, 22.0
LETTER = 5.8
"""Pixels of a letter of a label, about."""
MOST = 240
"""Columns that there is room for."""
TALL, TOP, BOTTOM = 200.0, 14.0, 30.0


def columns(rows: Iterable[Mapping[str, Any]], unit: Unit, say: Messages) -> str:
    """Draw events a period as columns, one part a status, never summed over it; periods without a day are left out.

    Periods without events have their room, unless those from the first to the last are more than MOST.
    """
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        if row["period"]:
            counts[row["period"]][row["status"]] += row["events"]
    if not counts:
        return ""
    periods = _every_period(min(counts), max(counts), unit) or sorted(counts)[-MOST:]
    most = max(sum(counts[p].values()) for p in periods if p in counts)
    step = (WIDTH - 40) / len(periods)
    wide = min(step * 0.8, 42.0)
    drawn = [_scale(most, say)]
    for n, period in enumerate(periods):
        drawn.append(_column(40 + n * step + (step - wide) / 2, wide, counts.get(period, {}), most, period, say))
    longest = max(len(say.days(period)) for period in periods)
    every = math.ceil((longest * LETTER + 12) / step)
    drawn += [
        text(40 + (n + 0.5) * step, TOP + TALL + 18, say.days(period), text_anchor="middle", class_="axis")
        for n, period in enumerate(periods)
        if n % every == 0 and (n + every <= len(periods) or n == 0)
    ]
    return picture(WIDTH, TOP + TALL + BOTTOM, patterns("columns") + "".join(drawn), say("timeline.columns"))


def _every_period(first: str, last: str, unit: Unit) -> list[str]:
    """Give all periods from the first to the last; none where they are too many to draw."""
    found = [first]
    while found[-1] < last and len(found) < MOST:
        found.append(_after(found[-1], unit))
    return found if found[-1] == last else []


def _after(period: str, unit: Unit) -> str:
    if unit == "year":
        return f"{int(period) + 1:04}"
    if unit == "month":
        year, month = divmod(12 * int(period[:4]) + int(period[5:7]), 12)
        return f"{year:04}-{month + 1:02}"
    return (date.fromisoformat(period) + timedelta(7 if unit == "week" else 1)).isoformat()


def _scale(most: int, say: Messages) -> str:
    ticks = sorted({most, most // 2} - {0})
    return "".join(
        element("line", x1=40, x2=WIDTH, y1=_y(n, most), y2=_y(n, most), class_="rule", stroke="#d9d5cb")
        + text(34, _y(n, most) + 4, say.number(n), text_anchor="end", class_="axis")
        for n in (0, *ticks)
    )


def _y(n: float, most: int) -> float:
    return TOP + TALL * (1 - n / most)


def _column(x: float, wide: float, counts: Mapping[str, int], most: int, period: str, say: Messages) -> str:
    below, parts = 0, []
    for status in STATUSES:
        if not counts.get(status):
            continue
        top = _y(below + counts[status], most)
        told = f"{say.days(period)} – {say.word('status', status)} : {say.number(counts[status])}"
        parts.append(
            element("rect", element("title", escape(told)), x=x, y=top, width=wide, height=_y(below, most) - top,
                    fill=fill(status, "columns"), stroke=INK[status], stroke_width=0.8, class_=f"bar bar-{status}")
        )  # fmt: skip
        below += counts[status]
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Bar:
    """One event to draw: its days (open where null), status, words, and the address it leads to."""

    begin: str | None
    end: str | None
    status: str
    words: str
    href: str | None


def bars(events: Sequence[Bar], say: Messages) -> str:
    """Draw events as bars from their first possible day to the last; one open at a side fades into dots there."""
    known = [(bar, days) for bar in events if (days := _days(bar))]
    if not known:
        return ""
    first, last = min(d[0] for _, d in known), max(d[1] for _, d in known)
    span = max((last - first).days + 1, 7)
    day = (WIDTH - LEFT - 10) / span
    height = TOP + ROW * len(known) + BOTTOM
    drawn = [_grid(first, span, day, height - BOTTOM, say)]
    drawn += [_bar(bar, days, first, day, TOP + ROW * n) for n, (bar, days) in enumerate(known)]
    return picture(WIDTH, height, patterns("bars") + "".join(drawn), say("timeline.bars"))


def _days(bar: Bar) -> tuple[date, date] | None:
    try:
        begin = date.fromisoformat(bar.begin[:10]) if bar.begin else None
        end = date.fromisoformat(bar.end[:10]) if bar.end else None
    except ValueError:
        return None
    first, last = begin or end, end or begin
    return (first, last) if first and last and first <= last else None


def _grid(first: date, span: int, day: float, bottom: float, say: Messages) -> str:
    every = max(1, span // 6)
    lines = []
    for n in range(0, span, every):
        x = LEFT + n * day
        lines.append(element("line", x1=x, x2=x, y1=TOP - 6, y2=bottom, class_="rule", stroke="#d9d5cb"))
        if x < WIDTH - 60:
            words = say.days((first + timedelta(days=n)).isoformat())
            lines.append(text(x + 3, bottom + 16, words, class_="axis"))
    return "".join(lines)


def _bar(bar: Bar, days: tuple[date, date], first: date, day: float, y: float) -> str:
    x, wide = LEFT + (days[0] - first).days * day, max(((days[1] - days[0]).days + 1) * day, 4.0)
    shape = element(
        "rect", x=x, y=y + 3, width=wide, height=ROW - 9, rx=1.5, fill=fill(bar.status, "bars"), stroke=INK[bar.status],
        class_=f"bar bar-{bar.status}",
    )  # fmt: skip
    if not bar.end or not bar.begin:
        at = x + wide + 4 if not bar.end else x - 16
        shape += text(at, y + 13, "···", class_="axis")
    label = text(LEFT - 10, y + 13, bar.words, text_anchor="end", class_="label")
    return element("a", label + shape, href=bar.href, class_="row") if bar.href else label + shape
