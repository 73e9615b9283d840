"""Times of day: clock times with zones, parts of the day, nights between two days."""

from dataclasses import replace

from selon.reading.times.calendar import UNKNOWN, Stretch, a_day, iso, shift
from selon.reading.times.meaning import Fields, Meaning, Place
from selon.reading.times.relative import day_named

_ANY_DAY = "XXXX-XX-XX"
_DAY_FIELDS = {"deictic", "day", "weekday", "holiday", "anaphor", "today", "same_day"}
_EVENING = ("AF", "EV")


def clock(f: Fields, p: Place) -> Meaning | None:
    """A clock time on the day named beside it, or on the narrative's."""
    if (part := f.get("part") or "").isdigit():
        return _at(f"T{part}:00", int(part) * 60, f, p)
    hour = f.integer("hour")
    if hour is None:
        hour = f.integer("number")
    if hour is None or hour > 24:
        return None
    minute = f.integer("minute") or 0
    if half := f.get("half"):
        minute += int(float(half) * 60)
    if (f.get("part") or f.get("part2")) in _EVENING and hour < 12:
        hour += 12
    if half_day := f.get("half_day"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half_day == "PM" else 0)
    minutes = hour * 60 + minute
    if not 0 <= minutes <= 24 * 60:
        return None
    return _at(f"T{minutes // 60:02}:{minutes % 60:02}{_zone(f)}", minutes, f, p)


def _zone(f: Fields) -> str:
    if (offset := f.get("offset")) is not None:
        return f"{'-' if offset.startswith(('-', '–')) else '+'}{int(offset.strip('+-– ')):02}:00"
    zone = f.get("zone") or ""
    return "" if zone == "local" else zone


def _at(time: str, minutes: int, f: Fields, p: Place) -> Meaning:
    named = day_named(f, p)
    stretch = named.stretch
    if stretch.first is None:
        return Meaning("TIME", Stretch(f"{stretch.value or _ANY_DAY}{time}"), ambiguous=True)
    day, last = stretch.first, stretch.first
    if minutes == 24 * 60:
        last = shift(day, 1) or day
    edtf = f"{iso(day)}{time[:6]}:00{time[6:]}" if minutes < 24 * 60 else f"{iso(last)}T00:00:00"
    told = Stretch(f"{iso(day)}{time}", day, last, edtf)
    return replace(named, type="TIME", stretch=told, tells=True, clock=minutes)


def part(f: Fields, p: Place) -> Meaning | None:
    """A part of a day: "mardi soir", "hier en début d'après-midi", "la nuit"."""
    code = f.get("part") or "DAY"
    if code == "DAY":
        code = {"START": "MO", "MID": "MI", "END": "EV"}.get(f.get("part_stage") or "", "DAY")
    if code.isdigit():
        return _at(f"T{code}:00", int(code) * 60, f, p)
    named = day_named(f, p)
    if named.rule == "narrative" and code != "NI" and p.anchor.after_night and not _DAY_FIELDS & set(f.cells):
        named = replace(named, stretch=a_day(shift(named.stretch.first, 1)) if named.stretch.first else UNKNOWN)
    if code == "DAY":
        return replace(named, tells=True)
    if code == "NI" and _is_over(named, f, p):
        return last_night(f, p)
    return _part(code, named, f.get("part_stage") if f.get("part") != "DAY" else None)


def _is_over(named: Meaning, f: Fields, p: Place) -> bool:
    """Tell whether a night without a day, told in the past on the day of publication, is the one before that day."""
    return (
        p.tense == "past" and named.stretch.first == p.today is not None and not _DAY_FIELDS & set(f.cells) - {"today"}
    )


def _part(code: str, named: Meaning, mod: str | None = None) -> Meaning:
    stretch = named.stretch
    if stretch.first is None:
        return Meaning("TIME", Stretch(f"{stretch.value or _ANY_DAY}T{code}"), mod=mod, ambiguous=True)
    day, last = stretch.first, stretch.first
    if code == "NI":
        last = shift(day, 1) or day
    edtf = iso(day) if day == last else f"{iso(day)}/{iso(last)}"
    return replace(named, type="TIME", stretch=Stretch(f"{iso(day)}T{code}", day, last, edtf), mod=mod, tells=True)


def part_alone(f: Fields, p: Place) -> Meaning | None:
    """A part of a day on no day in particular: "une virée nocturne"."""
    return Meaning("TIME", Stretch(f"T{f.get('part')}"))


def night(f: Fields, p: Place) -> Meaning | None:
    """A night between two days is the night of the first: "la nuit de lundi à mardi", "du 16 au 17 octobre"."""
    cells = dict(f.cells)
    if "day" in f and "month" not in f and (end_month := f.get("end_month")):
        day, end_day, month = f.integer("day") or 1, f.integer("end_day") or 31, int(end_month)
        cells["month"] = str((month - 2) % 12 + 1 if day > end_day else month)
    return _part("NI", day_named(Fields(cells, f.numbers, f.holidays), p))


def last_night(f: Fields, p: Place) -> Meaning | None:
    """The night that ended on the day of publication."""
    day = shift(p.today, -1) if p.today else None
    return _part("NI", Meaning("DATE", Stretch(iso(day), day, day), anchor="published"))
