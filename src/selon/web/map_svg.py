"""The map as a picture: a country is shaded as an area, a region hatched, and only what has a point is drawn as one."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from selon.exports.escape import escape
from selon.exports.wording import clean
from selon.knowledge.outlines import Ring, load_extents, load_outlines
from selon.web.messages import Messages
from selon.web.places import Spot
from selon.web.projection import WIDTH, Box, View
from selon.web.svg import DASHES, INK, element, fill, patterns, picture, text

UNKNOWN = 22.0
"""Pixels from the middle to the edge of a region of which no towns are listed."""
LABELS, LETTER = 40, 6.4
Link = Callable[[Spot], str | None]


def map_picture(spots: Sequence[Spot], say: Messages, link: Link = lambda _: None) -> str:
    """Draw the places that can be drawn; "" when there is none. `link` gives the address a place leads to."""
    areas = _areas(spots)
    marks = [s for s in spots if s.latitude is not None]
    boxes = [*(_box(load_outlines()[code][0]) for code in areas), *(_around(s) for s in marks)]
    if not boxes:
        return ""
    view = View.over(boxes)
    drawn = [_land(view, areas, say, link)]
    drawn += [_region(view, s, say, link) for s in marks if s.exactness == "region"]
    drawn += [_town(view, s, say, link) for s in marks if s.exactness != "region"]
    drawn.append(_labels(view, areas, marks, say))
    clip = element("clipPath", element("rect", width=WIDTH, height=view.tall), id="map-frame")
    inner = element("g", "".join(drawn), clip_path="url(#map-frame)")
    frame = element("rect", x=0.5, y=0.5, width=WIDTH - 1, height=view.tall - 1, fill="none", stroke="#d9d5cb",
                    class_="rule")  # fmt: skip
    return picture(WIDTH, view.tall, patterns("map") + _hatch() + clip + inner + frame, say("map.picture"))


def _hatch() -> str:
    """Define what fills a region where facts are told."""
    lines = element("path", d="M0 7L7 0", stroke=INK["actual"], stroke_width=1, class_="hatch-actual")
    return element("pattern", lines, id="map-region", width=7, height=7, patternUnits="userSpaceOnUse")


def _areas(spots: Iterable[Spot]) -> dict[str, Spot]:
    """Put together what is only known to be in a country, by country, where there is an outline."""
    inside: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.exactness == "country" and spot.country in load_outlines():
            inside[spot.country or ""].append(spot)
    return {code: _together(code, found) for code, found in inside.items()}


def _together(code: str, found: Sequence[Spot]) -> Spot:
    counts: dict[str, int] = defaultdict(int)
    for status, n in (pair for spot in found for pair in spot.statuses):
        counts[status] += n
    ranked = tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
    return Spot("", code, "country", None, None, None, sum(counts.values()), ranked)


def _box(ring: Ring) -> Box:
    return ring.west, ring.south, ring.east, ring.north


def _around(spot: Spot) -> Box:
    x, y, r = spot.longitude or 0.0, spot.latitude or 0.0, _reach(spot)
    return x - r, y - r, x + r, y + r


def _reach(spot: Spot) -> float:
    """Give the degrees from the middle of a region to its farthest town; 0 where no towns are listed."""
    return load_extents().get(spot.geonames or 0, 0.0)


def _land(view: View, areas: dict[str, Spot], say: Messages, link: Link) -> str:
    """Draw all land in view, large countries first so that enclaves lie over them; those with events shaded."""
    most = max((s.events for s in areas.values()), default=1)
    drawn = []
    for code, rings in sorted(load_outlines().items(), key=lambda item: -item[1][0].area):
        path = "".join(view.path(ring) for ring in rings if view.shows(ring))
        if not path:
            continue
        if code in areas:
            drawn.append(_shade(path, areas[code], most, say, link))
        else:
            drawn.append(element("path", d=path, class_="land"))
    return element("g", "".join(drawn), fill="#f1ede3", stroke="#c9c3b4", stroke_width=0.6)


def _shade(path: str, spot: Spot, most: int, say: Messages, link: Link) -> str:
    status = _shown_status(spot)
    share = 0.14 + 0.3 * math.sqrt(spot.events / most) if status == "actual" else 0.75
    shape = element(
        "path", _told(spot, say), d=path, fill=fill(status, "map"), fill_opacity=share, stroke=INK[status],
        stroke_width=0.8, stroke_dasharray=DASHES.get(status), class_=f"area area-{status}",
    )  # fmt: skip
    return _linked(shape, link(spot))


def _shown_status(spot: Spot) -> str:
    """Give the status a place is drawn by: a fact where one is told there, else what is told most."""
    codes = [code for code, _ in spot.statuses]
    return "actual" if "actual" in codes else codes[0]


def _region(view: View, spot: Spot, say: Messages, link: Link) -> str:
    x, y = view.at(spot.longitude or 0.0, spot.latitude or 0.0)
    status = _shown_status(spot)
    reach = _reach(spot)
    size = max(9.0, reach * view.scale) if reach else UNKNOWN
    hatched = "url(#map-region)" if status == "actual" else fill(status, "map")
    shape = element(
        "circle", _told(spot, say), cx=x, cy=y, r=size, fill_opacity=0.55, fill=hatched, stroke_width=1,
        stroke=INK[status] if reach else "none", stroke_dasharray="2 4", class_=f"ring-{status}" if reach else None,
    )  # fmt: skip
    return _linked(shape, link(spot))


def _town(view: View, spot: Spot, say: Messages, link: Link) -> str:
    """Draw a point: a disc for what is told as fact, a broken ring around it for all that is told."""
    x, y = view.at(spot.longitude or 0.0, spot.latitude or 0.0)
    facts = dict(spot.statuses).get("actual", 0)
    shape = element("title", escape(told(spot, say)))
    if spot.events > facts:
        other = next(code for code, _ in spot.statuses if code != "actual")
        shape += element(
            "circle", cx=x, cy=y, r=_size(spot.events) + (2 if facts else 0), fill="#fdfcf9", fill_opacity=0.6,
            stroke=INK[other], stroke_width=1.6, stroke_dasharray=DASHES[other], class_=f"ring ring-{other}",
        )  # fmt: skip
    if facts:
        shape += element("circle", cx=x, cy=y, r=_size(facts), fill=INK["actual"], class_="bar-actual")
    return _linked(element("g", shape), link(spot))


def _size(events: int) -> float:
    return min(18.0, 2.2 + 1.5 * math.sqrt(events))


def _labels(view: View, areas: dict[str, Spot], marks: Sequence[Spot], say: Messages) -> str:
    """Name places, those of most events first, where their names do not run into one another."""
    wanted = []
    for spot in marks:
        at = view.at(spot.longitude or 0.0, spot.latitude or 0.0)
        wanted.append((spot.events, *at, _size(spot.events) + 4, clean(spot.name, 30), "label"))
    for code, spot in areas.items():
        x, y = view.at(*_middle(load_outlines()[code][0]))
        words = say.country(code).upper()
        wanted.append((spot.events, x, y, -len(words) * LETTER / 2, words, "axis"))
    taken: list[Box] = []
    drawn: list[str] = []
    for _, x, y, beside, words, kind in sorted(wanted, key=lambda w: (-w[0], w[4])):
        left = x + beside
        if left + len(words) * LETTER > WIDTH - 2 and beside > 0:
            left = x - beside - len(words) * LETTER
        box = left, y - 9, left + len(words) * LETTER, y + 6
        if len(drawn) < LABELS and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            drawn.append(text(left, y + 4, words, class_=f"{kind} halo", paint_order="stroke", stroke="#fdfcf9",
                              stroke_width=3, stroke_opacity=0.8))  # fmt: skip
    return "".join(drawn)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _middle(ring: Ring) -> tuple[float, float]:
    """Give the middle of an area, for its name."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring.points, (*ring.points[1:], ring.points[0]), strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    if not area:
        return (ring.west + ring.east) / 2, (ring.south + ring.north) / 2
    return x / area / 3, y / area / 3


def told(spot: Spot, say: Messages) -> str:
    """Say a place and its events by status in one line."""
    name = ", ".join(filter(None, (clean(spot.name, 60), say.country(spot.country))))
    counts = ", ".join(f"{say.word('status', code)} {say.number(n)}" for code, n in spot.statuses)
    return f"{name} ({say('exact.' + spot.exactness)}) – {counts}"


def _told(spot: Spot, say: Messages) -> str:
    return element("title", escape(told(spot, say)))


def _linked(shape: str, address: str | None) -> str:
    return element("a", shape, href=address, class_="row") if address else shape
