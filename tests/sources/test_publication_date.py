from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.sources.article import make_article
from selon.sources.dates import Candidate, choose_date, parse_date, url_date
from selon.sources.header import read_header

TODAY = date(2024, 6, 1)


def codes(notes):
    return [note.code for note in notes]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2021-03-04", "2021-03-04"),
        ("2021-03-04T23:30:00Z", "2021-03-04"),
        ("2021-03-04 10:05", "2021-03-04"),
        ("20210304", "2021-03-04"),
        ("20210304T100500", "2021-03-04"),
        ("2021-03", "2021-03"),
        ("2021", "2021"),
        ("04.03.2021", "2021-03-04"),
        ("4/3/2021", "2021-03-04"),
        ("2021/03/04", "2021-03-04"),
        ("le jeudi 4 mars 2021 à 10h05", "2021-03-04"),
        ("1er février 2021", "2021-02-01"),
        ("4 déc. 2021", "2021-12-04"),
        ("Thu, 04 Mar 2021 10:05:00 +0100", "2021-03-04"),
        ("March 4, 2021", "2021-03-04"),
        ("mars 2021", "2021-03"),
    ],
)
def test_a_date_is_read_at_its_precision(written, value):
    assert parse_date(written) == value


@pytest.mark.parametrize("written", ["", "hier", "31/02/2021", "2021-13", "4 mars", "202103", "99999999", "0000-01-01"])
def test_what_is_no_day_is_no_date(written):
    assert parse_date(written) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d/%m/%Y"]))
def test_numeric_forms_of_a_day_come_back_as_that_day(day, form):
    assert parse_date(day.strftime(form)) == day.isoformat()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("/20210304/accord-a-orvieu-1054467001.html", "2021-03-04"),
        ("/monde/2021/03/04/accord", "2021-03-04"),
        ("/2021/3/4/accord", "2021-03-04"),
        ("/2021-03/04/c_139.htm", "2021-03-04"),
        ("/accord-2021-03-04", "2021-03-04"),
        ("/accord-a-orvieu-20210304", "2021-03-04"),
        ("/accord-04-03-2021-ABC.php", "2021-03-04"),
        ("/voir?date=2021-03-04", "2021-03-04"),
        ("/2021/03/accord", "2021-03"),
        ("/2021/accord", "2021"),
        ("/accord-1054467001", None),
        ("/accord-20219944", None),
        ("/les-morts-du-13-11-2015", None),
        ("/election-2022", None),
    ],
)
def test_a_date_is_found_in_an_address(path, value):
    found = url_date(f"https://www.courrier-boreal.example{path}")
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("04.03.2021, Agence Boréale", "2021-03-04"),
        ("Publié le 4 mars 2021 à 10h05", "2021-03-04"),
        ("Publié le 4 mars 2021 à 10h05 Le ministre a annoncé un accord avec ses voisins.", "2021-03-04"),
        ("Par Jeanne Ormel, publié le 04/03/2021, mis à jour le 05/03/2021", "2021-03-04"),
        ("Jeudi 4 mars 2021", "2021-03-04"),
        ("04/03/2021 - 10:05", "2021-03-04"),
        ("Agence Boréale – 4 mars 2021", "2021-03-04"),
        ("ORVIEU, 4 mars 2021 (AFP) – Le ministre a annoncé un accord.", "2021-03-04"),
        ("Port-Salin, le 4 mars 2021 – Le ministre a annoncé un accord.", "2021-03-04"),
        ("Le ministre a annoncé un accord avec ses voisins... 04.03.2021, Agence Boréale", "2021-03-04"),
        ("ORVIEU, 4 mars (AFP) – Le ministre a annoncé un accord.", "--03-04"),
        ("4 mars 2021 . –", "2021-03-04"),
        ("4 mars 2021. – Le ministre a annoncé un accord avec ses voisins.", "2021-03-04"),
        ("4 mars 2021, Orvieu . –", "2021-03-04"),
    ],
)
def test_a_printed_date_is_found_above_the_story(line, value):
    header = read_header(f"Un accord à Orvieu\n\n{line}\n\nLe texte commence ici.")
    assert [found.value for found in header.dates if found.kind == "printed"] == [value]


@pytest.mark.parametrize(
    "line",
    [
        "Le 4 mars 2021, le ministre a annoncé un accord.",
        "Selon un rapport publié le 4 mars 2021, le pays manque de blé.",
        "Publié le 4 mars 2021, le rapport accuse l'armée de graves violences.",
        "L'accord avait été signé le 04/03/2021 à Orvieu",
        "Sommet d'Orvieu, 4 mars 2021",
    ],
)
def test_dates_of_the_story_are_left_alone(line):
    assert read_header(f"{line}\n\nLe texte commence ici, {line}").dates == ()


def test_a_date_far_below_the_header_is_left_alone():
    assert read_header("Un accord.\n" + "Le texte continue. " * 60 + "\n04.03.2021, Agence Boréale\n").dates == ()


def test_the_most_precise_of_the_dates_that_agree_wins():
    _, url, text = None, "https://boreal.example/20210304/accord", "Un accord\n\nLead. 04.03.2021, Agence Boréale\n"
    article, notes = make_article(text, url=url, published="2021-03", today=TODAY)
    assert article.published == "2021-03-04"
    assert "date-conflict" not in codes(notes)


def test_dates_that_differ_are_all_named_and_what_was_given_wins():
    url, text = "https://boreal.example/20210305/accord", "Un accord\n\nLead. 06.03.2021, Agence Boréale\n"
    article, notes = make_article(text, url=url, published="2021-03-04", today=TODAY)
    assert article.published == "2021-03-04"
    (note,) = [note for note in notes if note.code == "date-conflict"]
    assert all(day in note.message for day in ("2021-03-04", "2021-03-05", "2021-03-06"))


def test_a_day_in_the_month_given_is_taken_although_another_differs():
    given_month, url, printed = (
        Candidate("2021-03", "given"),
        Candidate("2021-04-05", "url"),
        Candidate("2021-03-04", "printed"),
    )
    day, notes = choose_date([printed, url, given_month], TODAY)
    assert day == "2021-03-04"
    assert codes(notes) == ["date-conflict"]


def test_a_later_change_is_no_conflict():
    day, notes = choose_date([Candidate("2021-03-05", "updated"), Candidate("2021-03-04", "printed")], TODAY)
    assert (day, notes) == ("2021-03-04", ())
    assert choose_date([Candidate("2021-03-05", "updated")], TODAY)[0] == "2021-03-05"


@pytest.mark.parametrize(
    ("anchor", "day", "value"), [("2021-01", "--01-04", "2021-01-04"), ("2021-01-01", "--12-31", "2020-12-31")]
)
def test_a_day_without_a_year_takes_the_nearest_year(anchor, day, value):
    _, notes = choose_date([Candidate(anchor, "given"), Candidate(day, "printed")], TODAY)
    best, _ = choose_date([Candidate(anchor, "url"), Candidate(day, "printed")], TODAY)
    assert value == best or value in notes[0].message


def test_a_day_without_any_year_is_no_date_and_the_note_says_so():
    article, notes = make_article("ORVIEU, 4 mars (AFP) – Le ministre a annoncé un accord.")
    assert article.published is None
    assert [note.message for note in notes if note.code == "no-date"] == [
        "no publication date found; 03-04 is printed without a year"
    ]


def test_a_date_after_tomorrow_is_noted():
    assert codes(make_article("Un accord", published="2024-06-03", today=TODAY)[1]) == ["future-date"]
    assert codes(make_article("Un accord", published="2024-06-02", today=TODAY)[1]) == []
    assert codes(make_article("Un accord", published="2024-07", today=TODAY)[1]) == ["future-date"]
    assert codes(make_article("Un accord", published="2024", today=TODAY)[1]) == []


def test_a_date_in_the_future_gives_way_to_another():
    article, notes = make_article("Un accord\n\nPublié le 4 mars 2021\n", published="2031-03-04", today=TODAY)
    assert article.published == "2021-03-04"
    assert codes(notes) == ["date-conflict"]


def test_a_date_that_cannot_be_read_is_noted():
    article, notes = make_article("Un accord", published="avant-hier")
    assert article.published is None
    assert codes(notes) == ["bad-date", "no-date"]
