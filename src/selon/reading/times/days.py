"""Days of the calendar: by day and month, by weekday, in the month told last, holidays and days of history."""

from datetime import date

from selon.reading.times.calendar import (
    UNKNOWN,
    Stretch,
    a_day,
    a_month,
    a_season,
    a_weekend,
    day_of,
    shift,
)
from selon.reading.times.holidays import nth_weekday
from selon.reading.times.meaning import Fields, Meaning, Place
from selon.reading.times.which_year import distance, given_year, nearest


def calendar_date(f: Fields, p: Place) -> Meaning | None:
    """A day and a month, with or without a year or a weekday; None when there is no such day.

    A field "order" says that day and month may stand the other way round.
    """
    day, month = f.integer("day"), f.integer("month")
    if day is None or month is None or not day_of(2024, month, day).first:
        return None
    if (year := given_year(f, p)) is not None:
        stretch, unsure = day_of(year, month, day), "order" in f and day <= 12 and day != month
        return Meaning("DATE", stretch, ambiguous=unsure, tells=True) if stretch.first else None
    return nearest(lambda y: day_of(y, month, day), f, p, f"XXXX-{month:02}-{day:02}")


def day_of_month_near(f: Fields, p: Place) -> Meaning | None:
    """A day of the month of publication, or of one beside it: "le 6 de ce mois", "le 3 du mois prochain"."""
    day, year, number = f.integer("day"), p.published.year, p.published.month
    if day is None or year is None or number is None:
        return None
    first = a_month(year, number + {"last": -1, "next": 1}.get(f.get("rel") or "", 0)).first
    stretch = day_of(first.year, first.month, day) if first else UNKNOWN
    return Meaning("DATE", stretch, anchor="published", tells=True) if stretch.first else None


def day_of_told_month(f: Fields, p: Place) -> Meaning | None:
    """A day of the month last told: the 9 of "January 5 to 9"."""
    told, day = p.anchor.narrative_stretch(p.start), f.integer("day")
    if told is None or told.first is None or day is None:
        return None
    stretch = day_of(f.integer("year") or told.first.year, told.first.month, day)
    return Meaning("DATE", stretch, anchor="narrative", tells=True) if stretch.first else None


def weekday_and_day(f: Fields, p: Place) -> Meaning | None:
    """A weekday and the day of a month left unsaid ("mardi 12"): the nearest month where they agree."""
    day, weekday, today = f.integer("day"), f.integer("weekday"), p.today
    if day is None or weekday is None or today is None:
        return None
    near = range(today.month - 2, today.month + 3)
    around = [day_of(today.year + (m - 1) // 12, (m - 1) % 12 + 1, day) for m in near]
    fits = [s for s in around if s.first and s.first.isoweekday() == weekday]
    if not fits:
        return None
    fitting = min(fits, key=lambda s: distance(s, today))
    return Meaning("DATE", fitting, anchor="published", tells=True, rule="weekday")


def holiday(f: Fields, p: Place) -> Meaning | None:
    """A holiday, or the day before or after it."""
    found = f.holidays.get(f.get("holiday") or "")
    if found is None:
        return None
    days = f.integer("anaphor")

    def make(y: int) -> Stretch:
        stretch = found.in_year(y)
        return a_day(shift(stretch.first, days)) if days and stretch.first else stretch

    if found.once:
        return Meaning("DATE", make(0), tells=True)
    if (given := given_year(f, p)) is not None:
        return Meaning("DATE", make(given), tells=True)
    return nearest(make, f, p, "XXXX-XX-XX")


def event_day(f: Fields, p: Place) -> Meaning | None:
    """A day of history known by its day and month, if it was past at publication."""
    day = date.fromisoformat(f.get("event_day") or "0001-01-01")
    if p.published.year is None or p.published.year < day.year:
        return None
    return Meaning("DATE", a_day(day), tells=True)


def nth_of_month(f: Fields, p: Place) -> Meaning | None:
    """The nth weekday or weekend of a month."""
    nth, weekday, number = f.integer("ordinal"), f.integer("weekday"), f.integer("month")
    if nth is None or number is None:
        return _nth_of_month_near(nth or 1, weekday, f, p)

    def make(y: int) -> Stretch:
        day = nth_weekday(y, number, nth, weekday or 6)
        return day if weekday else a_weekend(day.first)

    if (given := given_year(f, p)) is not None:
        return Meaning("DATE", make(given), tells=True)
    return nearest(make, f.without("weekday"), p, "XXXX")


def _nth_of_month_near(nth: int, weekday: int | None, f: Fields, p: Place) -> Meaning | None:
    """The nth weekday of this, the last or the next month."""
    year, number = p.published.year, p.published.month
    if year is None or number is None:
        return Meaning("DATE")
    steps = {"last": -1, "next": 1}.get(f.get("rel") or "", 0)
    first = a_month(year, number + steps).first
    day = nth_weekday(first.year, first.month, nth, weekday or 6) if first else UNKNOWN
    return Meaning("DATE", day if weekday else a_weekend(day.first), anchor="published", tells=True)


def nth_of_season(f: Fields, p: Place) -> Meaning | None:
    """The nth weekday of a season."""
    nth, weekday = f.integer("ordinal") or 1, f.integer("weekday") or 1
    name = f.get("season") or "SP"

    def make(y: int) -> Stretch:
        first = a_season(y, name).first
        ahead = (weekday - 1 - first.weekday()) % 7 + 7 * (nth - 1) if first else 0
        return a_day(shift(first, ahead)) if first and nth > 0 else UNKNOWN

    if (given := given_year(f, p)) is not None:
        return Meaning("DATE", make(given), tells=True)
    return nearest(make, f.without("weekday"), p, "XXXX")
