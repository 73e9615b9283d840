"""Ranges, choices and lists; the report is published on Monday 17 January 2022."""

import pytest

from selon.reading.times import TimeLink, find_ranges, find_times

MONDAY = "2022-01-17"


def read(text: str) -> tuple[list[tuple[str, str | None]], tuple[TimeLink, ...]]:
    times = find_times(text, MONDAY)
    return [(t.span.text, t.value) for t in times], find_ranges(text, times)


@pytest.mark.parametrize(
    ("text", "values", "begin", "end", "edtf"),
    [
        (
            "Il a régné entre 1990 et 1999.",
            [("1990", "1990"), ("1999", "1999")],
            "1990-01-01",
            "1999-12-31",
            "1990/1999",
        ),
        ("Il a régné de 1982 à 1987.", [("1982", "1982"), ("1987", "1987")], "1982-01-01", "1987-12-31", "1982/1987"),
        (
            "La période 2015-2016 a été dure.",
            [("2015", "2015"), ("2016", "2016")],
            "2015-01-01",
            "2016-12-31",
            "2015/2016",
        ),
        (
            "L'offensive de février-mars 2021 a échoué.",
            [("février", "2021-02"), ("mars 2021", "2021-03")],
            "2021-02-01",
            "2021-03-31",
            "2021-02/2021-03",
        ),
        (
            "L'offensive a duré du 28 décembre au 3 janvier 2022.",
            [("28 décembre", "2021-12-28"), ("3 janvier 2022", "2022-01-03")],
            "2021-12-28",
            "2022-01-03",
            "2021-12-28/2022-01-03",
        ),
        (
            "L'offensive a duré du lundi 3 au jeudi 6 janvier.",
            [("lundi 3", "2022-01-03"), ("jeudi 6 janvier", "2022-01-06")],
            "2022-01-03",
            "2022-01-06",
            "2022-01-03/2022-01-06",
        ),
        (
            "Le couvre-feu court de 18 h à 23 h.",
            [("18 h", "2022-01-17T18:00"), ("23 h", "2022-01-17T23:00")],
            "2022-01-17",
            "2022-01-17",
            "2022-01-17T18:00:00/2022-01-17T23:00:00",
        ),
        (
            "Il a fui entre le printemps et l'automne 2017.",
            [("printemps", "2017-SP"), ("automne 2017", "2017-FA")],
            "2017-03-20",
            "2017-12-20",
            "2017-21/2017-23",
        ),
    ],
)
def test_a_range_is_two_times_and_one_interval(
    text: str, values: list[tuple[str, str]], begin: str, end: str, edtf: str
) -> None:
    times, links = read(text)
    assert times == values
    assert links == (TimeLink("interval", (0, 1), begin, end, edtf),)


def test_a_choice_is_one_of_its_times() -> None:
    times, links = read("Le vote aura lieu en février ou en mars.")
    assert times == [("février", "2022-02"), ("mars", "2022-03")]
    assert links == (TimeLink("one_of", (0, 1), "2022-02-01", "2022-03-31", "[2022-02,2022-03]"),)


def test_a_list_is_all_of_its_times() -> None:
    times, links = read("Ils défileront les 6 et 13 avril.")
    assert times == [("6", "2022-04-06"), ("13 avril", "2022-04-13")]
    assert links == (TimeLink("all_of", (0, 1), "2022-04-06", "2022-04-13", "{2022-04-06,2022-04-13}"),)


def test_a_list_shares_its_month_with_every_day() -> None:
    times, links = read("Ils défileront mercredi 20, jeudi 21 et mardi 26 avril.")
    assert times == [("mercredi 20", "2022-04-20"), ("jeudi 21", "2022-04-21"), ("mardi 26 avril", "2022-04-26")]
    assert [(link.kind, link.times) for link in links] == [("all_of", (0, 1, 2))]


def test_a_list_shares_its_adjective_with_every_month() -> None:
    times, _ = read("Il a fui en mai et juin derniers.")
    assert times == [("mai", "2021-05"), ("juin derniers", "2021-06")]


def test_a_list_shares_its_year_with_every_month() -> None:
    times, _ = read("Il a fui en mars, avril et mai 2018.")
    assert times == [("mars", "2018-03"), ("avril", "2018-04"), ("mai 2018", "2018-05")]


def test_times_apart_are_not_linked() -> None:
    assert read("Il a fui mardi. Mercredi, il est revenu.")[1] == ()
    assert read("Élu en 2012, il a fui en 2019.")[1] == ()


def test_an_interval_that_runs_backwards_is_no_link() -> None:
    assert read("Il a parlé de 1999 à 1990.")[1] == ()


@pytest.mark.parametrize(
    ("text", "span", "begin", "end"),
    [
        ("Le blocus a duré du 5 au 9 janvier.", "5 au 9 janvier", "2022-01-05", "2022-01-09"),
        ("Les députés siégeront les 24 et 25 mai.", "24 et 25 mai", "2022-05-24", "2022-05-25"),
        (
            "Le deuil sera observé les 16, 17 et 18 juillet 2021.",
            "16, 17 et 18 juillet 2021",
            "2021-07-16",
            "2021-07-18",
        ),
    ],
)
def test_days_in_a_row_that_share_a_month_are_one_time_and_an_interval(
    text: str, span: str, begin: str, end: str
) -> None:
    times, links = read(text)
    assert times == [(span, f"{begin}/{end}")]
    assert links == (TimeLink("interval", (0,), begin, end, f"{begin}/{end}"),)


def test_days_in_a_row_are_times_of_their_own_in_timeml() -> None:
    times = find_times("Le blocus a duré du 5 au 9 janvier.", MONDAY, style="timeml")
    assert [(t.span.text, t.value) for t in times] == [("5", "2022-01-05"), ("9 janvier", "2022-01-09")]
    (link,) = find_ranges("Le blocus a duré du 5 au 9 janvier.", times)
    assert (link.kind, link.edtf) == ("interval", "2022-01-05/2022-01-09")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Ils siégeront du lundi au vendredi.", ["2022-01-17", "2022-01-21"]),
        ("Ils ont siégé de lundi à mercredi.", ["2022-01-10", "2022-01-12"]),
        ("Ils ont siégé de mercredi à lundi.", ["2022-01-12", "2022-01-17"]),
        ("Il neigera de juin à février.", ["2022-06", "2023-02"]),
    ],
)
def test_a_range_of_weekdays_or_months_runs_forward(text: str, values: list[str]) -> None:
    times, (link,) = read(text)
    assert [value for _, value in times] == values
    assert link.kind == "interval"
