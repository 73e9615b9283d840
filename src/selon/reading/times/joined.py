"""Days told in one breath are one time: "du 5 au 9 janvier", "les 24 et 25 mai"; days apart stay times of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from selon.reading.times.ranges import TimeLink, find_ranges
from selon.records import Span, Time

_BARE_DAY = re.compile(r"\d{1,2}(?: ?er|st|nd|rd|th)?(?:, \d{4})?")


def join_days(text: str, times: Sequence[Time], lang: str) -> tuple[Time, ...]:
    """Join the days of a range, or of a list without a gap, that share the month written at one end."""
    joined = list(times)
    for link in reversed(find_ranges(text, times, lang)):
        members = [times[i] for i in link.times]
        if len(members) > 1 and _are_one(link, members):
            joined[link.times[0] : link.times[-1] + 1] = [_one(text, members)]
    return tuple(joined)


def _are_one(link: TimeLink, members: Sequence[Time]) -> bool:
    if not all(m.type == "DATE" and m.begin and m.begin == m.end for m in members):
        return False
    bare = [_BARE_DAY.fullmatch(m.span.text) is not None for m in members]
    if not all(bare[:-1]) and not all(bare[1:]):
        return False
    if link.kind == "interval":
        return (members[0].begin or "") < (members[-1].begin or "")
    days = [date.fromisoformat(m.begin or "") for m in members]
    return link.kind == "all_of" and all(b - a == timedelta(days=1) for a, b in pairwise(days))


def _one(text: str, members: Sequence[Time]) -> Time:
    first, last = members[0], members[-1]
    value = f"{first.begin}/{last.end}"
    return replace(
        last if _BARE_DAY.fullmatch(first.span.text) else first,
        span=Span.of(text, first.span.start, last.span.end),
        value=value,
        edtf=value,
        begin=first.begin,
        end=last.end,
        direction=first.direction if first.direction == last.direction else "same",
        ambiguous=first.ambiguous or last.ambiguous,
    )
