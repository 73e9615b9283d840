import re
from pathlib import Path
from xml.etree import ElementTree

from fastapi.testclient import TestClient
from tests.web.conftest import BASE

from selon import Article, Event, Mention, Reading, Span, open_corpus
from selon.corpus.filters import Filters
from selon.records import Location, ReaderInfo
from selon.web.app import make_app
from selon.web.map_svg import map_picture
from selon.web.maps import ROWS
from selon.web.messages import Messages
from selon.web.places import Spot, spots

SAY = Messages("en")
SVG = "{http://www.w3.org/2000/svg}"
PARIS = (48.85, 2.35)


def spot(exactness: str, name: str = "Ville", country: str | None = "FRA", at: tuple[float, float] | None = None,
         status: str = "actual") -> Spot:  # fmt: skip
    latitude, longitude = at or (None, None)
    return Spot(name, country, exactness, latitude, longitude, None, 1, ((status, 1),))  # type: ignore[arg-type]


def marks(svg: str) -> tuple[int, int]:
    """Count the circles and the shaded areas of a map."""
    tree = ElementTree.fromstring(svg)
    areas = [p for p in tree.iter(f"{SVG}path") if "area" in p.get("class", "").split()]
    return len(list(tree.iter(f"{SVG}circle"))), len(areas)


def test_a_country_is_shaded_and_never_a_point() -> None:
    assert marks(map_picture([spot("country", "")], SAY)) == (0, 1)
    assert marks(map_picture([spot("country", "le port"), spot("country", "")], SAY)) == (0, 1)


def test_a_town_is_a_point_and_a_region_is_hatched() -> None:
    assert marks(map_picture([spot("town", at=PARIS)], SAY)) == (1, 0)
    region = map_picture([spot("region", at=PARIS)], SAY)
    assert 'fill="url(#map-region)"' in region
    assert 'class="bar-actual"' not in region


def test_what_is_no_fact_is_a_ring_and_not_a_disc() -> None:
    for status in ("planned", "negated", "alleged", "demanded", "possible"):
        drawn = map_picture([spot("town", at=PARIS, status=status)], SAY)
        assert f"ring-{status}" in drawn
        assert "bar-actual" not in drawn


def test_what_cannot_be_located_is_not_drawn() -> None:
    assert map_picture([spot("unknown", country=None), spot("country", country="SUN")], SAY) == ""


def test_names_on_the_map_are_never_markup() -> None:
    drawn = map_picture([spot("town", '<script>"&', at=PARIS)], SAY)
    ElementTree.fromstring(drawn)
    assert "<script" not in drawn


def event(text: str, trigger: str, places: list[Mention], n: int) -> Event:
    start = text.index(trigger)
    return Event(f"e{n}", Span.of(text, start, start + len(trigger)), "ASSAULT", "actual", places=tuple(places))


def test_an_event_counts_at_its_closest_place_in_a_country_and_without_one_nowhere(tmp_path: Path) -> None:
    text = "Raid\n\nUn raid à Paris, en France. Une frappe en France. Une attaque."

    def place(words: str, kind: str, at: Location | None = None) -> Mention:
        start = text.index(words)
        return Mention(Span.of(text, start, start + len(words)), kind, "name", words, "FRA", None, "name", at)  # type: ignore[arg-type]

    paris, france = place("Paris", "place", Location(*PARIS, "town")), place("France", "state")
    events = (
        event(text, "raid", [paris, france], 1),
        event(text, "frappe", [france], 2),
        event(text, "attaque", [], 3),
    )
    with open_corpus(tmp_path / "a.corpus") as corpus:
        corpus.add_reading(Reading(Article(text, "a", "fr", "2024-01-02"), ReaderInfo("1", "none"), events=events))
        found = spots(corpus.db, Filters())
    assert {(s.name, s.exactness, s.events) for s in found.spots} == {("Paris", "town", 1), ("", "country", 1)}
    assert (found.counted, found.placeless) == (3, 1)
    with TestClient(make_app(tmp_path / "a.corpus"), base_url=BASE) as client:
        page = client.get("/map?lang=en").text
    assert "1 event without a place" in page
    assert re.search(r'href="/events\?place=Paris"', page)


def test_the_map_its_table_and_its_files_say_the_same(client: TestClient) -> None:
    page = client.get("/map?lang=fr").text
    rows = client.get("/api/places").json()["spots"]
    csv = client.get("/places.csv").text
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in page
    assert client.get("/map.svg").headers["content-type"] == "image/svg+xml"
    assert len(csv.splitlines()) == 1 + sum(len(row["statuses"]) for row in rows)
    assert page.count("data-item") == min(len(rows), ROWS)
