"""Which year a date is of: the one its words give, else the one its weekday, the tense or the distance tells."""

from collections.abc import Callable
from datetime import date

from selon.reading.times.calendar import (
    Stretch,
)
from selon.reading.times.meaning import Fields, Meaning, Place
from selon.records import TimeRule

# Days: a date this far on the side of the tense gives way to one this near on the other side; first where it belongs
# to a noun, whose own time the tense of the clause does not tell.
_ATTACHED_FAR_NEAR, _FAR_NEAR = (200, 90), (300, 45)


def given_year(f: Fields, p: Place) -> int | None:
    """The year that the words give: in full, in two digits, or against another year; None when they give none."""
    if (year := f.integer("year")) is not None:
        end_month, month = f.integer("end_month"), f.integer("month")
        return year - 1 if end_month and month and month > end_month else year
    if (short := f.integer("short_year")) is not None:
        century = (p.published.year or 2000) // 100 * 100
        return century + short if century + short <= (p.published.year or 2000) + 5 else century - 100 + short
    match f.get("year_rel"):
        case "same":
            told = p.anchor.narrative_stretch(p.start)
            return told.first.year if told and told.first else p.published.year
        case "last":
            return p.published.year - 1 if p.published.year else None
        case "next":
            return p.published.year + 1 if p.published.year else None
        case "this":
            return p.published.year
    return None


def nearest(make: Callable[[int], Stretch], f: Fields, p: Place, unknown: str) -> Meaning:
    """Settle the year of something that comes every year, by the words, the weekday, the tense or the distance."""
    today, year = p.today, p.published.year
    if year is None:
        return Meaning("DATE", Stretch(unknown), ambiguous=True)
    if today is None:
        return Meaning("DATE", make(year), anchor="published", ambiguous=True, rule="nearest")
    stretches = [s for y in range(year - 2, year + 3) if (s := make(y)).first]
    if not stretches:
        return Meaning("DATE", Stretch(unknown))
    if (rel := f.get("rel")) and (settled := _by_relation(rel, stretches, today, p)):
        return Meaning("DATE", settled, anchor="published", tells=True, rule="relation")
    weekday = f.integer("weekday")
    on_weekday = [s for s in stretches if s.first and s.first.isoweekday() == weekday]
    if weekday and on_weekday:
        fitting = min(on_weekday, key=lambda s: distance(s, today))
        return Meaning("DATE", fitting, anchor="published", tells=True, rule="weekday")
    settled, sure = _by_tense(stretches, today, p)
    rule: TimeRule = "tense" if sure else "nearest"
    return Meaning("DATE", settled, anchor="published", ambiguous=not sure, tells=True, rule=rule)


def distance(stretch: Stretch, today: date) -> int:
    """How many days a stretch is away; 0 inside it."""
    if stretch.first is None or stretch.last is None:
        return 10**7
    return max((stretch.first - today).days, (today - stretch.last).days, 0)


def _by_relation(rel: str, stretches: list[Stretch], today: date, p: Place) -> Stretch | None:
    if rel in ("after", "before"):
        today = p.narrative_day()[0] or today
    if rel in ("last", "before"):
        return next((s for s in reversed(stretches) if s.last and s.last < today), None)
    if rel in ("next", "after"):
        return next((s for s in stretches if s.first and s.first > today), None)
    if p.tense in ("past", "future"):
        return _by_tense(stretches, today, p)[0]
    return min(stretches, key=lambda s: distance(s, today))


def _by_tense(stretches: list[Stretch], today: date, p: Place) -> tuple[Stretch, bool]:
    """Give the stretch on the side of the tense, and whether that is sure; without one, the nearest.

    One close by goes before one most of a year away, sooner so after a noun ("les élections de juin").
    """
    past = next((s for s in reversed(stretches) if s.first and s.first <= today), stretches[0])
    future = next((s for s in stretches if s.last and s.last >= today), stretches[-1])
    back, ahead, tense = distance(past, today), distance(future, today), p.tense
    far, near = _ATTACHED_FAR_NEAR if p.attached else _FAR_NEAR
    if tense == "past" and not (back > far and ahead < near):
        return past, True
    if tense == "future" and not (ahead > far and back < near):
        return future, True
    return (past, False) if back <= ahead else (future, False)
