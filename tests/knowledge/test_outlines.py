from itertools import pairwise

from selon.knowledge.countries import load_countries
from selon.knowledge.outlines import Ring, load_extents, load_outlines
from selon.knowledge.places import SCHEMAS
from selon.tables import read_table


def inside(ring: Ring, x: float, y: float) -> bool:
    """Tell whether a point is in a ring, by the edges to its right."""
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring.points, (*ring.points[1:], ring.points[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def test_every_outline_is_that_of_a_country_of_the_table() -> None:
    assert load_outlines().keys() <= load_countries().rows.keys()
    assert len(load_outlines()) > 230


def test_large_towns_lie_in_the_outline_of_their_country() -> None:
    towns = [
        row for row in read_table("selon.knowledge", "towns.tsv", SCHEMAS["towns.tsv"]) if float(row["thousands"]) > 500
    ]
    at_home = [
        any(inside(ring, float(t["longitude"]), float(t["latitude"])) for ring in load_outlines().get(t["country"], ()))
        for t in towns
    ]
    assert sum(at_home) / len(towns) > 0.9  # a tenth are ports, nearer to the sea than the outline is exact


def test_an_outline_is_in_the_country_that_the_towns_there_have() -> None:
    for name, country in (("Simferopol", "UKR"), ("Hargeisa", "SOM"), ("Cayenne", "GUF"), ("Pristina", "XKX")):
        town = next(
            row for row in read_table("selon.knowledge", "towns.tsv", SCHEMAS["towns.tsv"]) if row["name"] == name
        )
        box = load_outlines()[country]
        assert any(
            r.west <= float(town["longitude"]) <= r.east and r.south <= float(town["latitude"]) <= r.north for r in box
        )
        assert town["country"] == country


def test_a_division_reaches_as_far_as_its_towns() -> None:
    divisions = read_table("selon.knowledge", "divisions.tsv", SCHEMAS["divisions.tsv"])
    number = next(int(row["geonames"]) for row in divisions if row["code"] == "UA-43")
    assert 1 < load_extents()[number] < 3


def test_no_outline_runs_round_the_world() -> None:
    for code, rings in load_outlines().items():
        for ring in rings:
            longitudes = [x for x, _ in (*ring.points, ring.points[0])]
            assert max(abs(b - a) for a, b in pairwise(longitudes)) < 60, code
