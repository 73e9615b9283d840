"""Times told from another one: from publication ("hier", "il y a deux ans") or from the narrative ("la veille")."""

from datetime import date

from selon.reading.times.anchor import AnchorKind
from selon.reading.times.calendar import Stretch, a_day, a_month, a_year, part_of, shift
from selon.reading.times.days import calendar_date, event_day, holiday, weekday_and_day
from selon.reading.times.meaning import Fields, Meaning, Place
from selon.reading.times.units import Unit, containing, moved
from selon.reading.times.which_year import distance
from selon.records import TimeRule

_STEPS = {"last": -1, "before": -1, "this": 0, "same": 0, "next": 1, "after": 1, "last but one": -2, "next but one": 2}


def deictic(f: Fields, p: Place) -> Meaning | None:
    """A day told from publication: "hier", "après-demain"."""
    day = shift(p.today, f.integer("deictic") or 0) if p.today else None
    return Meaning("DATE", a_day(day), anchor="published", tells=True)


def anaphor(f: Fields, p: Place) -> Meaning | None:
    """A day told from the narrative: "la veille", "le lendemain", "ce jour-là"."""
    days = f.integer("anaphor") or 0
    day, anchor = p.narrative_day()
    return Meaning("DATE", a_day(shift(day, days) if day else None), anchor=anchor, tells=days >= 0)


def weekday(f: Fields, p: Place) -> Meaning | None:
    """A weekday, bare or with "ce", "dernier", "prochain", "suivant"."""
    number, today = f.integer("weekday"), p.today
    if number is None:
        return None
    if today is None:
        return Meaning("DATE", Stretch(f"XXXX-WXX-{number}"), ambiguous=True)
    rel = f.get("rel")
    if rel in ("after", "before"):
        day, anchor = p.narrative_day()
        base: date = day or today
        return Meaning("DATE", a_day(_beside(base, number, rel)), anchor=anchor, tells=True, rule="relation")
    if rel in ("last", "next"):
        side = "before" if rel == "last" else "after"
        return Meaning("DATE", a_day(_beside(today, number, side)), anchor="published", tells=True, rule="relation")
    tense = p.tense
    if tense != "future" and (tense == "past" or rel != "this"):
        day = shift(today, -((today.isoweekday() - number) % 7))
    elif tense == "future":
        day = shift(today, (number - today.isoweekday()) % 7)
    else:
        day = shift(today, number - today.isoweekday())
    sure = tense in ("past", "future")
    rule: TimeRule = "tense" if sure else "relation" if rel else "nearest"
    return Meaning("DATE", a_day(day), anchor="published", ambiguous=not sure, tells=True, rule=rule)


def _beside(base: date, number: int, side: str) -> date | None:
    """The weekday strictly before or after a day."""
    if side == "before":
        return shift(base, -((base.isoweekday() - number - 1) % 7 + 1))
    return shift(base, (number - base.isoweekday() - 1) % 7 + 1)


def unit_near(f: Fields, p: Place) -> Meaning | None:
    """A week, month, year …: this one, the last, the next one."""
    rel, code = f.get("rel") or "this", f.get("span_unit") or "Y"
    if rel in ("before", "after", "same"):
        return unit_told(f, p)
    steps = _STEPS[rel]
    if code == "WE" and rel == "this" and p.today and p.today.isoweekday() <= 3 and p.tense == "past":
        steps = -1
    if p.today is None:
        return Meaning("DATE", _without_day(code, steps, p), anchor="published" if p.published.year else None)
    if "nearest" in f:
        steps = _nearest_stage(code, f.get("stage") or "END", p.today, p.tense)
    return Meaning("DATE", containing(code, p.today, steps), anchor="published", tells=True)


def _nearest_stage(code: str, stage: str, today: date, tense: str | None) -> int:
    """How many units away the nearest start or end of one is: "cette fin d'année" in January is the last."""

    def away(steps: int) -> int:
        part = part_of(containing(code, today, steps), stage)
        return distance(part, today)

    sides = {"past": (0, -1), "future": (0, 1)}.get(tense or "", (0, -1, 1))
    return min(sides, key=away)


def new_year(f: Fields, p: Place) -> Meaning | None:
    """The new year: the one that begins next, or the one just begun."""
    year, month = p.published.year, p.published.month
    if year is None or month is None:
        return Meaning("DATE")
    return Meaning("DATE", a_year(year if month == 1 else year + 1), anchor="published")


def _without_day(code: str, steps: int, p: Place) -> Stretch:
    year, month = p.published.year, p.published.month
    if year and code == "Y":
        return a_year(year + steps)
    if year and month and code == "M":
        return a_month(year, month + steps)
    return Stretch(None)


def unit_told(f: Fields, p: Place) -> Meaning | None:
    """A week, month, year … told from the narrative: "cette année-là", "la semaine suivante"."""
    told = p.anchor.narrative_stretch(p.start)
    base, anchor = p.narrative_day()
    if told and told.first:
        base, anchor = told.first, "narrative"
    steps = _STEPS[f.get("rel") or "same"]
    if base is None or (anchor != "narrative" and steps >= 0):
        return Meaning("DATE")
    return Meaning("DATE", containing(f.get("span_unit") or "Y", base, steps), anchor=anchor, tells=True)


def ago(f: Fields, p: Place) -> Meaning | None:
    """Some units before publication ("il y a deux ans"), or after it with sign "1" ("dans deux ans").

    A field "unless" names the tense in which it means nothing of the kind: "built in two years" is a duration.
    """
    if p.tense is not None and p.tense == f.get("unless"):
        return None
    sign = int(f.get("sign") or -1)
    amount = how_many(f)
    if amount is None:
        return Meaning("DATE", Stretch("PAST_REF" if sign < 0 else "FUTURE_REF"))
    unit = Unit.parse(f.get("unit") or "Y")
    base = p.today or (date(p.published.year, 7, 1) if p.published.year and unit.code == "Y" else None)
    if base is None:
        return Meaning("DATE")
    return Meaning("DATE", moved(base, sign * amount, unit), anchor="published", tells=unit.code in ("W", "D", "NI"))


def later(f: Fields, p: Place) -> Meaning | None:
    """Some units after the narrative's date ("trois jours plus tard"), or before it with sign "-1"."""
    sign = int(f.get("sign") or 1)
    amount, unit = how_many(f), Unit.parse(f.get("unit") or "D")
    if unit.code in "hms" and not (amount is None and sign < 0):
        return _clock_later(sign, amount, unit, p)
    if amount is None:
        return Meaning("DATE", Stretch("PAST_REF" if sign < 0 else "FUTURE_REF"))
    base, anchor = p.narrative_day()
    told = p.anchor.narrative_stretch(p.start)
    if unit.code == "Y" and told and told.first:
        base, anchor = told.first, "narrative"
    if base is None or (anchor != "narrative" and sign > 0):
        return Meaning("DATE")
    return Meaning("DATE", moved(base, sign * amount, unit), anchor=anchor, tells=True)


def _clock_later(sign: int, amount: float | None, unit: Unit, p: Place) -> Meaning:
    day, anchor = p.narrative_day()
    clock = p.anchor.narrative_clock(p.start)
    if amount is None or clock is None or unit.code == "s":
        return Meaning("DATE", a_day(day), anchor=anchor)
    minutes = clock + int(sign * amount * (60 if unit.code == "h" else 1))
    if day is None or not abs(minutes) < 10**7:
        return Meaning("DATE")
    days, minutes = divmod(minutes, 24 * 60)
    stretch = a_day(shift(day, days))
    time = f"{stretch.value}T{minutes // 60:02}:{minutes % 60:02}"
    told = Stretch(time, stretch.first, stretch.last, f"{time}:00")
    return Meaning("TIME", told, anchor=anchor, tells=True, clock=minutes)


def how_many(f: Fields) -> float | None:
    """How many units: a number, a collective, a half or quarter; None for some."""
    amount = f.number("number")
    if amount is None and (word := f.get("collective")):
        amount = f.numbers.collective_value(word)
    if "share" in f:
        amount = float(f.get("share") or 1)
    if amount is not None and (minutes := f.number("minutes")) is not None:
        amount += minutes / 60
    if amount is not None and (half := f.get("half")):
        amount += float(half)
    return amount


def day_named(f: Fields, p: Place) -> Meaning:
    """The day that the fields of a time of day name, or else the narrative's."""
    meaning: Meaning | None = None
    if "deictic" in f:
        meaning = deictic(f, p)
    elif "day" in f and "month" in f:
        meaning = calendar_date(f, p)
    elif "day" in f and "weekday" in f:
        meaning = weekday_and_day(f, p) or weekday(f, p)
    elif "weekday" in f:
        meaning = weekday(f, p)
    elif "holiday" in f:
        meaning = holiday(f, p)
    elif "event_day" in f:
        meaning = event_day(f, p)
    elif "anaphor" in f:
        meaning = anaphor(f, p)
    elif "today" in f:
        meaning = Meaning("DATE", a_day(p.today), anchor="published")
    if meaning is not None:
        return meaning
    day, anchor = p.narrative_day() if "same_day" in f else p.anchor.scene_day(p.start)
    return Meaning("DATE", a_day(day), anchor=anchor, ambiguous=anchor != "narrative", rule=_told_by(anchor))


def _told_by(anchor: AnchorKind | None) -> TimeRule | None:
    return "narrative" if anchor == "narrative" else "nearest" if anchor else None
