"""Durations, sets, and references to the present, past or future."""

from selon.reading.times.calendar import UNKNOWN, Stretch, a_day, edtf_interval
from selon.reading.times.meaning import Fields, Meaning, Place
from selon.reading.times.relative import how_many
from selon.reading.times.units import Unit, duration_value, moved


def duration(f: Fields, p: Place) -> Meaning | None:
    """A length of time; `open` says whether it runs up to publication ("since") or on from it ("until")."""
    if (given := f.get("value")) is not None:
        return Meaning("DURATION", Stretch(given))
    amount = None if "vague" in f else how_many(f)
    unit = Unit.parse(f.get("unit") or "Y")
    if amount is not None and amount > 10**10:
        return None
    value = duration_value(amount, unit)
    if "unit2" in f:
        value = _joined(value, duration_value(f.number("number2"), Unit.parse(f.get("unit2") or "M")))
    mod = "APPROX" if "collective" in f and "approx" not in f else None
    return Meaning("DURATION", _bounded(value, f.get("open"), amount, unit, p), mod=mod)


def _joined(first: str, second: str) -> str:
    """Join two durations, the finer last: P1Y and P3M give P1Y3M, PT1H and PT30M PT1H30M."""
    if first.startswith("PT") and second.startswith("PT"):
        return first + second[2:]
    return first + second[1:]


def _bounded(value: str, side: str | None, amount: float | None, unit: Unit, p: Place) -> Stretch:
    far = UNKNOWN
    if amount is not None and p.today and side:
        far = moved(p.today, amount if side == "until" else -amount, unit)
    match side:
        case "since" if far.first:
            return Stretch(value, far.first, None, f"{far.edtf}/..")
        case "since" if amount is None and p.today:
            return Stretch(value, None, None, "/..")
        case "until" if far.last:
            return Stretch(value, None, far.last, f"../{far.edtf}")
        case "last" if p.today:
            return Stretch(value, far.first, p.today, edtf_interval(far.first, p.today))
        case "next" if p.today:
            ahead = moved(p.today, amount, unit) if amount is not None else UNKNOWN
            return Stretch(value, p.today, ahead.last, edtf_interval(p.today, ahead.last))
    return Stretch(value)


def recent(f: Fields, p: Place) -> Meaning | None:
    """The last or next units: "ces dix derniers jours" a duration, "dans les prochains mois" the future."""
    side = f.get("rel_many") or "last"
    unit = Unit.parse(f.get("unit") or "Y")
    amount = f.number("number")
    if side == "next" and amount is None:
        return Meaning("DATE", Stretch("FUTURE_REF"))
    return Meaning("DURATION", _bounded(duration_value(amount, unit), side, amount, unit, p))


def every(f: Fields, p: Place) -> Meaning | None:
    """A set: "chaque année", "tous les jeudis", "quotidien"."""
    if (value := f.get("set")) is not None:
        return Meaning("SET", Stretch(value))
    if (weekday := f.integer("weekday") or f.integer("weekdays")) is not None:
        return Meaning("SET", Stretch(f"XXXX-WXX-{weekday}"))
    if (season := f.get("season")) is not None:
        return Meaning("SET", Stretch(f"XXXX-{season}"))
    if (month := f.integer("month")) is not None:
        return Meaning("SET", Stretch(f"XXXX-{month:02}"))
    unit = Unit.parse(f.get("unit") or "Y")
    if unit.code in ("MO", "AF", "EV", "NI"):
        return Meaning("SET", Stretch(f"XXXX-XX-XXT{unit.code}"))
    if unit.code == "WE":
        return Meaning("SET", Stretch("XXXX-WXX-WE"))
    return Meaning("SET", Stretch(duration_value(f.number("number") or 1, unit)))


def reference(f: Fields, p: Place) -> Meaning | None:
    """The present, the past or the future, no more."""
    return Meaning("DATE", Stretch(f.get("ref") or "PRESENT_REF"))


def today(f: Fields, p: Place) -> Meaning | None:
    """The day of publication: "ce jour"."""
    return Meaning("DATE", a_day(p.today), anchor="published")
