"""What the patterns of a language may mean, by name."""

from collections.abc import Callable

from selon.reading.times.clock import clock, last_night, night, part, part_alone
from selon.reading.times.days import (
    calendar_date,
    day_of_month_near,
    day_of_told_month,
    event_day,
    holiday,
    nth_of_month,
    nth_of_season,
    weekday_and_day,
)
from selon.reading.times.durations import duration, every, recent, reference, today
from selon.reading.times.meaning import Fields, Meaning, Place
from selon.reading.times.periods import (
    before_our_era,
    century,
    decade,
    first_months,
    month,
    season,
    session,
    week,
    weekend,
    year,
)
from selon.reading.times.relative import ago, anaphor, deictic, later, new_year, unit_near, unit_told, weekday

MEANINGS: dict[str, Callable[[Fields, Place], Meaning | None]] = {
    "date": calendar_date,
    "day_of_month_near": day_of_month_near,
    "day_of_told_month": day_of_told_month,
    "weekday_and_day": weekday_and_day,
    "weekday": weekday,
    "deictic": deictic,
    "anaphor": anaphor,
    "today": today,
    "nth_of_month": nth_of_month,
    "nth_of_season": nth_of_season,
    "before_our_era": before_our_era,
    "month": month,
    "year": year,
    "week": week,
    "weekend": weekend,
    "decade": decade,
    "century": century,
    "season": season,
    "session": session,
    "first_months": first_months,
    "holiday": holiday,
    "event_day": event_day,
    "unit_near": unit_near,
    "unit_told": unit_told,
    "new_year": new_year,
    "ago": ago,
    "later": later,
    "clock": clock,
    "part": part,
    "part_alone": part_alone,
    "night": night,
    "last_night": last_night,
    "duration": duration,
    "recent": recent,
    "set": every,
    "ref": reference,
}
"""What the patterns of a language may mean; "nothing" besides, for what only looks like a time."""
