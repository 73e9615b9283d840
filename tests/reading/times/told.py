"""What the tests of times share: the times of a text in a report of Monday 17 January 2022."""

from selon.reading.times import find_times
from selon.records import Time

MONDAY = "2022-01-17"


def only(text: str, published: str | None = MONDAY) -> Time:
    (time,) = find_times(text, published)
    return time


def values(text: str, published: str | None = MONDAY) -> list[tuple[str, str | None]]:
    return [(t.span.text, t.value) for t in find_times(text, published)]
