"""Calendar dates: days, months, years, seasons, quarters, decades, centuries, holidays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from selon.reading.times.calendar import (
    UNKNOWN,
    Stretch,
    a_century,
    a_day,
    a_decade,
    a_half,
    a_month,
    a_quarter,
    a_season,
    a_week,
    a_weekend,
    a_year,
    day_of,
    edtf_interval,
    months,
    numbered_week,
    shift,
)
from selon.reading.times.holidays import nth_weekday
from selon.reading.times.meaning import Fields, Meaning, Place
from selon.records import TimeRule

# Days: a date this far on the side of the tense gives way to one this near on the other side; first where it belongs
# to a noun, whose own time the tense of the clause does not tell.
_ATTACHED_FAR_NEAR, _FAR_NEAR = (200, 90), (300, 45)
_ROMAN = {"i": 1, "v": 5, "x": 10}


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


def distance(stretch: Stretch, today: date) -> int:
    """How many days a stretch is away; 0 inside it."""
    if stretch.first is None or stretch.last is None:
        return 10**7
    return max((stretch.first - today).days, (today - stretch.last).days, 0)


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


def month(f: Fields, p: Place) -> Meaning | None:
    """A month, with or without a year."""
    number = f.integer("month")
    if number is None:
        return None
    if (year := given_year(f, p)) is not None:
        return Meaning("DATE", a_month(year, number), tells=True)
    return nearest(lambda y: a_month(y, number), f, p, f"XXXX-{number:02}")


def year(f: Fields, p: Place) -> Meaning | None:
    """A year; None before the year 1000 or more than 60 years after publication."""
    number = given_year(f, p)
    if number is None or not 1000 <= number <= (p.published.year or 2040) + 60:
        return None
    return Meaning("DATE", a_year(number), tells=True)


def week(f: Fields, p: Place) -> Meaning | None:
    """A week by its ISO number ("semaine 12") or by one of its days ("la semaine du 17 janvier")."""
    if "day" in f:
        told = calendar_date(f, p)
        return replace(told, stretch=a_week(told.stretch.first)) if told else None
    number = f.integer("week_number") or 1
    if (given := given_year(f, p)) is not None:
        return Meaning("DATE", numbered_week(given, number), tells=True)
    return nearest(lambda y: numbered_week(y, number), f, p, f"XXXX-W{number:02}")


def weekend(f: Fields, p: Place) -> Meaning | None:
    """A weekend by one of its days or its holiday: "le week-end du 8 mai", "le week-end de Pâques"."""
    told = calendar_date(f, p) if "day" in f else holiday(f, p)
    return replace(told, stretch=a_weekend(told.stretch.first)) if told else None


def decade(f: Fields, p: Place) -> Meaning | None:
    """A decade by its first year ("1990"), its tens ("60") or their name."""
    number = f.integer("decade")
    if (tens := f.integer("tens")) is not None:
        number = tens * 10
    if number is None:
        return None
    return Meaning("DATE", a_decade(number // 10 if number >= 100 else 190 + number // 10))


def century(f: Fields, p: Place) -> Meaning | None:
    """A century by its ordinal, in digits or Roman numerals; unknown before our era."""
    number = f.integer("century")
    if number is None and (roman := f.get("roman")):
        digits = [_ROMAN[c] for c in roman.rstrip("er")]
        number = sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))
    if number is None:
        return None
    stretch = Stretch(f"BC{number - 1:02}XX") if "era" in f else a_century(number)
    return Meaning("DATE", _half_of(stretch, f.integer("ordinal")))


def _half_of(stretch: Stretch, half: int | None) -> Stretch:
    if half is None or not (stretch.first and stretch.last):
        return stretch
    middle = stretch.first + (stretch.last - stretch.first) / 2
    first, last = (stretch.first, middle) if half == 1 else (shift(middle, 1), stretch.last)
    return Stretch(stretch.value, first, last, edtf_interval(first, last))


def season(f: Fields, p: Place) -> Meaning | None:
    """A season, with or without a year."""
    name = f.get("season") or "SP"
    if (given := given_year(f, p)) is not None:
        return Meaning("DATE", a_season(given, name), tells=True)
    return nearest(lambda y: a_season(y, name), f, p, f"XXXX-{name}")


def session(f: Fields, p: Place) -> Meaning | None:
    """A quarter or half of a year, half of a month: "troisième trimestre 2016", "première quinzaine de mai"."""
    nth, kind, number = f.integer("ordinal") or 1, f.get("session"), f.integer("month")

    def make(y: int) -> Stretch:
        last = 2 if number is None and kind != "Q" else 4
        index = last if nth < 0 else nth
        if number is not None:
            return fortnight(y, number, 2 if nth != 1 else 1)
        return a_quarter(y, index) if kind == "Q" else a_half(y, index)

    if (given := given_year(f, p)) is not None:
        return Meaning("DATE", make(given), tells=True)
    return nearest(make, f, p, f"XXXX-{kind}{abs(nth)}")


def fortnight(year: int, number: int, half: int) -> Stretch:
    """The first fifteen days of a month, or the rest of it."""
    whole = a_month(year, number)
    if not (whole.first and whole.last):
        return UNKNOWN
    middle = whole.first.replace(day=15)
    first, last = (whole.first, middle) if half == 1 else (middle.replace(day=16), whole.last)
    return Stretch(edtf_interval(first, last), first, last, edtf_interval(first, last))


def first_months(f: Fields, p: Place) -> Meaning | None:
    """The first or last months of a year: "les six premiers mois de 2021"."""
    count = f.integer("number") or 0
    given = given_year(f, p) or p.published.year
    if given is None or not 1 <= count <= 12:
        return None
    first = 1 if f.get("plural_ordinal") == "1" else 13 - count
    return Meaning("DATE", months(given, first, count, f"{given:04}-{first:02}/{given:04}-{first + count - 1:02}"))


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


def _nth_of_month_near(nth: int, weekday: int | None, f: Fields, p: Place) -> Meaning | None:
    """The nth weekday of this, the last or the next month."""
    year, number = p.published.year, p.published.month
    if year is None or number is None:
        return Meaning("DATE")
    steps = {"last": -1, "next": 1}.get(f.get("rel") or "", 0)
    first = a_month(year, number + steps).first
    day = nth_weekday(first.year, first.month, nth, weekday or 6) if first else UNKNOWN
    return Meaning("DATE", day if weekday else a_weekend(day.first), anchor="published", tells=True)


def before_our_era(f: Fields, p: Place) -> Meaning | None:
    """A year before our era; it has no ISO dates."""
    number = f.integer("number")
    return Meaning("DATE", Stretch(f"BC{number:04}")) if number is not None and number < 10_000 else None


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
