"""How often the reader names the right speaker and the right country, where it has found whose they are.

Two shares over annotated reports, apart from whether a statement or event was found at all:

* `name`: of the speakers the gold names and whose words are those of the reading's speaker, those with the right name.
  Names are the same when they fold alike or when the knowledge lists them as spellings of one person, organisation,
  group or outlet; `name, to the letter` counts only the same letters.
* `country`: of the actors and recipients whose country the gold names and whose words a mention in the same role
  covers, those with the right country or organisation.

`… over all` counts a speaker, actor or recipient that was not found as wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from selon.knowledge.groups import load_groups
from selon.knowledge.holders import load_holders
from selon.knowledge.organisations import load_organisations
from selon.knowledge.outlets import load_outlets
from selon.knowledge.spelling import fold

Document = dict[str, Any]
Stretch = tuple[int, int]
SAME = 0.5  # the share of characters two contents or triggers must have in common


def resolution(documents: Iterable[Document], readings: Iterable[Document]) -> dict[str, float | int | None]:
    """Score the readings of documents, in order; shares in percent."""
    n: Counter[str] = Counter()
    for gold, reading in zip(documents, readings, strict=True):
        _speakers(gold, reading, n)
        _countries(gold, reading, n)
    return {
        "name": _share(n["name"], n["names found"]),
        "name, to the letter": _share(n["letters"], n["names found"]),
        "name over all": _share(n["name"], n["names"]),
        "names": n["names"],
        "country": _share(n["country"], n["countries found"]),
        "country over all": _share(n["country"], n["countries"]),
        "countries": n["countries"],
    }


def _share(right: int, total: int) -> float | None:
    return round(100 * right / total, 1) if total else None


def _speakers(gold: Document, reading: Document, n: Counter[str]) -> None:
    told = [(_content_of(s["content"]), s["speaker"]) for s in reading["statements"]]
    for statement in gold["statements"]:
        speaker = statement["speaker"]
        if not speaker or not speaker.get("name"):
            continue
        spans = [locate(gold["text"], c) for c in statement["content"]]
        wanted = {i for a, b in spans for i in range(a, b)}
        place = locate(gold["text"], speaker)
        near = [(len(wanted & c) / len(wanted | c), k) for k, (c, _) in enumerate(told) if wanted & c]
        if not near or max(near)[0] < SAME:
            continue
        n["names"] += 1
        alike = [told[k][1] for share, k in near if share == max(near)[0]]
        found = next((s for s in alike if s and _overlap(place, _span(s))), None)
        if found is None:
            continue
        n["names found"] += 1
        n["letters"] += (found["name"] or "").casefold() == speaker["name"].casefold()
        n["name"] += bool(found["name"]) and same_name(found["name"], speaker["name"])


def _countries(gold: Document, reading: Document, n: Counter[str]) -> None:
    for event in gold["events"]:
        place = locate(gold["text"], event["trigger"])
        found = next((e for e in reading["events"] if _overlap(place, _span(e, "trigger"))), None)
        if found is None or found["type"] != event["type"]:
            continue
        for role in ("actors", "recipients"):
            for mention in event[role]:
                if mention.get("country"):
                    n["countries"] += 1
                    covering = [m for m in found[role] if _overlap(locate(gold["text"], mention), _span(m))]
                    n["countries found"] += bool(covering)
                    n["country"] += any(m["country"] == mention["country"] for m in covering)


def locate(text: str, mention: Document) -> Stretch:
    """Give where the words of a gold mention stand, its n-th occurrence."""
    start = -1
    for _ in range(mention.get("n", 1)):
        start = text.find(mention["text"], start + 1)
    return start, start + len(mention["text"])


def _content_of(spans: Iterable[Document]) -> set[int]:
    return {i for s in spans for i in range(s["start"], s["end"])}


def _span(record: Document, key: str = "span") -> Stretch:
    return record[key]["start"], record[key]["end"]


def _overlap(one: Stretch, other: Stretch) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are one: they fold alike, or the knowledge lists both for one entity."""
    return fold(one) == fold(other) or bool(_entities().get(fold(one), set()) & _entities().get(fold(other), set()))


@cache
def _entities() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, spellings in _spellings():
        for spelling in spellings:
            found.setdefault(fold(spelling), set()).add(name)
    return found


def _spellings() -> Iterator[tuple[str, tuple[str, ...]]]:
    for holder in load_holders().rows:
        yield holder.name, (holder.name, *holder.aliases)
    for body in load_organisations().rows.values():
        yield body.name, (body.name, body.english, *body.aliases)
    for group in load_groups().rows.values():
        yield group.name, (group.name, *group.aliases)
    for outlet in load_outlets().rows:
        yield outlet.name, (outlet.name, *outlet.aliases)
