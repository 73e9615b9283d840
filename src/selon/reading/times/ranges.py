"""Links between times: an interval ("du 5 au 9 janvier"), a choice ("en mars ou en avril"), a list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal, cast, get_args

from selon.errors import TableError
from selon.reading.folding import fold
from selon.reading.patterns import before_regex, read_toml
from selon.reading.times.language import load_times
from selon.records import Time

LinkKind = Literal["interval", "one_of", "all_of"]
_BEFORE = 24
_MOST_LINKED = 12
_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class TimeLink:
    """Times told as one: from the first to the last, one of them, or all of them.

    `times` are indexes; `begin` and `end` inclusive ISO dates; `edtf` an interval, or a set: [] one of, {} all of.
    """

    kind: LinkKind
    times: tuple[int, ...]
    begin: str
    end: str
    edtf: str


@dataclass(frozen=True, slots=True)
class _Words:
    kind: LinkKind
    before: re.Pattern[str]
    between: re.Pattern[str]


def find_ranges(text: str, times: Sequence[Time], lang: str = "fr") -> tuple[TimeLink, ...]:
    """Link the dates and times of day of a text that are told as a range, a choice or a list.

    `times` are those of `find_times` on the same text, in order. Times that have no dates are not linked.
    """
    return told_together(text, times, lang, ordered=True)


def told_together(text: str, times: Sequence[Time], lang: str, ordered: bool) -> tuple[TimeLink, ...]:
    """Link times; when `ordered`, no interval that would run backwards."""
    words, comma, links, i = _load_links(lang), load_times(lang).comma, [], 0
    while i < len(times):
        run = _run(text, times, i, comma)
        if _DAYS.fullmatch(times[i].value or ""):
            links.append(_itself(times[i], i))
            i += 1
        elif len(run) > 1 and (link := _link(text, times, run, words, ordered)):
            links.append(link)
            i = link.times[-1] + 1
        else:
            i += 1
    return tuple(links)


def _itself(time: Time, i: int) -> TimeLink:
    """Give the interval that one time tells by itself: "5 au 9 janvier"."""
    return TimeLink("interval", (i,), time.begin or "", time.end or "", time.edtf or "")


def _run(text: str, times: Sequence[Time], first: int, comma: re.Pattern[str]) -> list[int]:
    """Give a time and those after it that only a comma parts from it, and one more after that."""
    run = [first]
    for i in range(first, min(len(times) - 1, first + _MOST_LINKED)):
        if not _alike(times[i], times[i + 1]):
            break
        run.append(i + 1)
        if not comma.fullmatch(_gap(text, times[i], times[i + 1])):
            break
    return run


def _alike(a: Time, b: Time) -> bool:
    """Tell whether two times can be members of one link: dates or times of day, as long as each other."""
    if a.type != b.type or a.type not in ("DATE", "TIME") or not (a.begin and b.begin and a.end and b.end):
        return False
    return len(a.value or "") == len(b.value or "") and b.span.start - a.span.end <= _BEFORE


def _gap(text: str, a: Time, b: Time) -> str:
    return fold(text[a.span.end : b.span.start]).text


def _link(text: str, times: Sequence[Time], run: list[int], words: Sequence[_Words], ordered: bool) -> TimeLink | None:
    last_gap = _gap(text, times[run[-2]], times[run[-1]])
    start = times[run[0]].span.start
    before = fold(text[max(0, start - _BEFORE) : start]).text.rstrip()
    for word in words:
        if word.kind == "interval" and len(run) > 2:
            continue
        if word.between.fullmatch(last_gap) and word.before.search(before):
            return _made(word.kind, times, run, ordered)
    return None


def _made(kind: LinkKind, times: Sequence[Time], run: list[int], ordered: bool) -> TimeLink | None:
    members = [times[i] for i in run]
    if ordered and kind == "interval" and any((a.begin or "") > (b.begin or "") for a, b in pairwise(members)):
        return None
    begin, end = min(m.begin or "" for m in members), max(m.end or "" for m in members)
    return TimeLink(kind, tuple(run), begin, end, _edtf(kind, members, begin, end))


def _edtf(kind: LinkKind, members: list[Time], begin: str, end: str) -> str:
    written = [m.edtf.replace("../", "").replace("/..", "") if m.edtf else "" for m in members]
    written = [w if "/" not in w else "" for w in written]
    if kind == "interval":
        return f"{written[0] or begin}/{written[-1] or end}"
    marks = "[]" if kind == "one_of" else "{}"
    return marks[0] + ",".join(w or f"{m.begin}..{m.end}" for w, m in zip(written, members, strict=True)) + marks[1]


@lru_cache(maxsize=8)
def _load_links(lang: str) -> tuple[_Words, ...]:
    links = []
    for row in read_toml(lang, "times.toml")["links"]:
        if set(row) != {"kind", "before", "between"} or row["kind"] not in get_args(LinkKind):
            raise TableError(f"times.toml: a link is {row}")
        before = before_regex(row["before"]) if row["before"] else re.compile("")
        links.append(_Words(cast(LinkKind, row["kind"]), before, re.compile(row["between"])))
    return tuple(links)
