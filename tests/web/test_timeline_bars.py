"""The timeline as a picture."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from selon.web.messages import Messages
from selon.web.timeline_svg import MOST, columns

SVG = "{http://www.w3.org/2000/svg}"


def lefts(periods: list[str], unit: str) -> list[float]:
    """Draw an event a period; give where the columns begin."""
    rows = [{"period": period, "status": "actual", "events": 1} for period in periods]
    drawn = columns(rows, unit, Messages("fr"))  # type: ignore[arg-type]
    return [float(r.get("x", "")) for r in ElementTree.fromstring(drawn).iter(f"{SVG}rect")]


@pytest.mark.parametrize(
    ("unit", "first", "second", "fourth"),
    [
        ("day", "2023-02-27", "2023-02-28", "2023-03-02"),
        ("week", "2022-12-19", "2022-12-26", "2023-01-09"),
        ("month", "2022-11", "2022-12", "2023-02"),
        ("year", "0998", "0999", "1001"),
    ],
)
def test_periods_without_events_have_their_room(unit: str, first: str, second: str, fourth: str) -> None:
    one, two, four = lefts([first, second, fourth], unit)
    assert four - two == pytest.approx(2 * (two - one), abs=0.3)


def test_periods_too_far_apart_stand_side_by_side() -> None:
    one, two, three = lefts(["1812", "2023", "9999"], "year")
    assert three - two == pytest.approx(two - one, abs=0.3)
    assert len(lefts([f"{year:04}" for year in range(1, 1000)], "year")) == MOST


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_labels_of_days_do_not_run_into_one_another(lang: str) -> None:
    rows = [{"period": f"2023-{month:02}-10", "status": "actual", "events": 1} for month in (7, 8, 9)]
    tree = ElementTree.fromstring(columns(rows, "day", Messages(lang)))
    labels = [t for t in tree.iter(f"{SVG}text") if t.get("text-anchor") == "middle"]
    middles = [float(label.get("x", "")) for label in labels]
    gaps = [two - one for one, two in pairwise(middles)]
    assert len(labels) > 3
    assert min(gaps) > 5.5 * max(len(label.text or "") for label in labels)
