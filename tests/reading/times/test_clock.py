"""Times of day; the report is published on Monday 17 January 2022."""

import pytest
from tests.reading.times.told import MONDAY, only

from selon.reading.times import find_times


def values(text: str) -> list[str | None]:
    return [t.value for t in find_times(text, MONDAY)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Il est arrivé à 18 h 30.", "18 h 30", "T18:30"),
        ("Il est arrivé à 18h30.", "18h30", "T18:30"),
        ("Il est arrivé à 13H00.", "13H00", "T13:00"),
        ("Il est arrivé à 18:30.", "18:30", "T18:30"),
        ("Il est arrivé vers 20 heures.", "20 heures", "T20:00"),
        ("Il est arrivé peu après 22 heures 30.", "22 heures 30", "T22:30"),
        ("Il est arrivé à 0 h 40.", "0 h 40", "T00:40"),
        ("Il est arrivé à midi.", "midi", "T12:00"),
        ("Il est arrivé à minuit.", "minuit", "T24:00"),
        ("Il est arrivé peu après minuit.", "minuit", "T00:00"),
        ("Il est arrivé à trois heures et demie.", "trois heures et demie", "T03:30"),
        ("Il est arrivé à 8 heures du soir.", "8 heures du soir", "T20:00"),
        ("Il est arrivé à 8 heures du matin.", "8 heures du matin", "T08:00"),
        ("Il est arrivé à 02 h 15 GMT.", "02 h 15 GMT", "T02:15Z"),
        ("Il est arrivé à 19 h UTC+2.", "19 h UTC+2", "T19:00+02:00"),
        ("Il est arrivé à 12 h 30 locales.", "12 h 30 locales", "T12:30"),
        ("Il est arrivé dans la soirée.", "soirée", "TEV"),
        ("Il est arrivé à la mi-journée.", "mi-journée", "TMI"),
        ("Il est arrivé à l'aube.", "aube", "TMO"),
        ("Il est arrivé en fin d'après-midi.", "fin d'après-midi", "TAF"),
        ("Il est arrivé à la tombée de la nuit.", "tombée de la nuit", "TEV"),
        ("Il est arrivé ce matin.", "ce matin", "TMO"),
        ("Il arrivera dans la nuit.", "nuit", "TNI"),
    ],
)
def test_a_time_of_day_falls_on_the_day_of_publication(text: str, words: str, value: str) -> None:
    time = only(text)
    assert (time.span.text, time.type, time.value) == (words, "TIME", MONDAY + value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Il est arrivé hier soir.", "hier soir", "2022-01-16TEV"),
        ("Il est arrivé mardi matin.", "mardi matin", "2022-01-11TMO"),
        ("Il est arrivé dimanche après-midi.", "dimanche après-midi", "2022-01-16TAF"),
        ("Il est arrivé hier en début d'après-midi.", "hier en début d'après-midi", "2022-01-16TAF"),
        ("Il est arrivé samedi à l'aube.", "samedi à l'aube", "2022-01-15TMO"),
        ("Il est arrivé dans la soirée de samedi.", "soirée de samedi", "2022-01-15TEV"),
        ("Il est arrivé au matin du 15 janvier.", "matin du 15 janvier", "2022-01-15TMO"),
        ("Il est arrivé dimanche 14H00 GMT.", "dimanche 14H00 GMT", "2022-01-16T14:00Z"),
        ("Il est arrivé à 4 h samedi.", "4 h samedi", "2022-01-15T04:00"),
        ("Il est arrivé la nuit dernière.", "la nuit dernière", "2022-01-16TNI"),
        ("Il est arrivé en pleine nuit.", "nuit", "2022-01-16TNI"),
        ("Il est arrivé cette nuit.", "cette nuit", "2022-01-16TNI"),
        ("Il est arrivé dans la nuit de samedi à dimanche.", "nuit de samedi à dimanche", "2022-01-15TNI"),
        ("Il est arrivé dans la nuit du 3 au 4 janvier.", "nuit du 3 au 4 janvier", "2022-01-03TNI"),
        ("Il est arrivé dans la nuit du 31 au 1er janvier.", "nuit du 31 au 1er janvier", "2021-12-31TNI"),
    ],
)
def test_a_time_of_day_falls_on_the_day_it_names(text: str, words: str, value: str) -> None:
    time = only(text)
    assert (time.span.text, time.type, time.value) == (words, "TIME", value)


def test_a_time_of_day_falls_on_the_day_told_before_it() -> None:
    assert values("Samedi, des tirs ont retenti. Vers 15 heures, le calme est revenu.") == [
        "2022-01-15",
        "2022-01-15T15:00",
    ]


def test_a_time_of_day_falls_on_the_day_told_right_after_it() -> None:
    assert values("Vers 0 h 40, samedi, deux camions se sont percutés.") == ["2022-01-15T00:40", "2022-01-15"]


def test_a_night_ends_on_the_next_day() -> None:
    time = only("Dans la nuit de samedi à dimanche, des tirs ont retenti.")
    assert (time.begin, time.end) == ("2022-01-15", "2022-01-16")


def test_the_day_of_the_events_is_a_date() -> None:
    time = only("Des tirs ont retenti dans la journée.")
    assert (time.type, time.value) == ("DATE", MONDAY)


def test_without_a_publication_date_a_clock_time_has_no_day() -> None:
    (time,) = find_times("Il est arrivé à 18 h 30.")
    assert (time.value, time.begin) == ("XXXX-XX-XXT18:30", None)


def test_a_night_told_in_the_past_is_none_of_a_day_to_come() -> None:
    text = "Les tirs cesseront le 22 janvier. Deux villages ont été bombardés dans la nuit."
    *_, night = find_times(text, MONDAY)
    assert (night.begin, night.end) == ("2022-01-16", "2022-01-17")
