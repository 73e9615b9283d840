"""Dates of the calendar, by class; the report is published on Monday 17 January 2022 unless it says otherwise."""

import pytest

from selon.reading.times import find_times
from selon.records import Time

MONDAY = "2022-01-17"


def only(text: str, published: str | None = MONDAY) -> Time:
    (time,) = find_times(text, published)
    return time


def values(text: str, published: str | None = MONDAY) -> list[tuple[str, str | None]]:
    return [(t.span.text, t.value) for t in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Le pont a rouvert le 3 février 2021.", "3 février 2021", "2021-02-03"),
        ("Le pont a rouvert le 03/02/2021.", "03/02/2021", "2021-02-03"),
        ("Mise à jour : 2021-02-03.", "2021-02-03", "2021-02-03"),
        ("Le pont rouvrira jeudi 3 février.", "jeudi 3 février", "2022-02-03"),
        ("Le préfet a signé ce lundi 17 janvier.", "ce lundi 17 janvier", "2022-01-17"),
        ("LE PRÉFET A SIGNÉ LE 12 JANVIER", "12 JANVIER", "2022-01-12"),
        ("Le pont rouvrira le 1er mai.", "1er mai", "2022-05-01"),
        ("Le pont a rouvert le 1 er mai 2019.", "1 er mai 2019", "2019-05-01"),
        ("Le pont a rouvert le premier mai 2019.", "premier mai 2019", "2019-05-01"),
        ("L'accord date du 1 sept. 2020.", "1 sept. 2020", "2020-09-01"),
        ("Audience : mar. 11 janv. 2022", "mar. 11 janv. 2022", "2022-01-11"),
        ("Le maire a démissionné le 9 août dernier.", "9 août dernier", "2021-08-09"),
        ("Le procès s'ouvrira le 8 février prochain.", "8 février prochain", "2022-02-08"),
        ("Le lynchage avait eu lieu le 10 novembre 93.", "10 novembre 93", "1993-11-10"),
        ("Un arrêté d'octobre 98 l'interdit.", "octobre 98", "1998-10"),
        ("La mine a fermé en mai 2017.", "mai 2017", "2017-05"),
        ("La mine a fermé au mois de mai 2017.", "mois de mai 2017", "2017-05"),
        ("La mine a fermé en septembre dernier.", "septembre dernier", "2021-09"),
        ("La mine fermera en juin prochain.", "juin prochain", "2022-06"),
        ("La mine a fermé en 2019.", "2019", "2019"),
        ("La loi de 1905 reste en vigueur.", "1905", "1905"),
        ("La mine a ouvert en 1798.", "1798", "1798"),
        ("Les émeutes des années 60 ont marqué la ville.", "années 60", "196X"),
        ("Les émeutes des années 1990 ont marqué la ville.", "années 1990", "199X"),
        ("Les émeutes des années soixante ont marqué la ville.", "années soixante", "196X"),
        ("La digue date du XIXe siècle.", "XIXe siècle", "18XX"),
        ("La digue date du 20e siècle.", "20e siècle", "19XX"),
        ("Le profit a chuté au premier trimestre 2021.", "premier trimestre 2021", "2021-Q1"),
        ("Le profit a chuté au T4 2021.", "T4 2021", "2021-Q4"),
        ("Le profit a chuté au second semestre 2020.", "second semestre 2020", "2020-H2"),
        ("Le conflit a éclaté au printemps 2014.", "printemps 2014", "2014-SP"),
        ("Le conflit a éclaté l'été dernier.", "l'été dernier", "2021-SU"),
        ("Cet hiver, les stocks ont fondu.", "Cet hiver", "2021-WI"),
        ("La trêve de Noël a été rompue.", "Noël", "2021-12-25"),
        ("Les otages ont été libérés la veille de Noël.", "la veille de Noël", "2021-12-24"),
        ("Le défilé du 14-Juillet a été annulé.", "14-Juillet", "2021-07-14"),
        ("Les offices de Pâques seront filmés.", "Pâques", "2022-04-17"),
        ("Le lundi de Pentecôte sera chômé.", "lundi de Pentecôte", "2022-06-06"),
        ("Depuis le 11-Septembre, tout a changé.", "11-Septembre", "2001-09-11"),
        ("Les attentats du 13 novembre ont traumatisé le pays.", "13 novembre", "2015-11-13"),
        ("Le vote aura lieu le premier dimanche de juillet 2022.", "le premier dimanche de juillet 2022", "2022-07-03"),
        ("Le vote aura lieu le dernier week-end de mars.", "le dernier week-end de mars", "2022-W12-WE"),
        ("Il reviendra le premier mercredi du mois prochain.", "le premier mercredi du mois prochain", "2022-02-02"),
        ("Le vote aura lieu le premier dimanche du printemps.", "le premier dimanche du printemps", "2022-03-20"),
        ("Le sommet est fixé au mardi 18.", "mardi 18", "2022-01-18"),
        ("Le fort date du Ve siècle av. J.-C.", "Ve siècle av. J.-C.", "BC04XX"),
        ("Le traité de 1830 a vécu.", "1830", "1830"),
        ("Il règne à partir de 1882.", "1882", "1882"),
        ("La cité a brûlé en 480 avant J.-C.", "480 avant J.-C.", "BC0480"),
    ],
)
def test_a_date_of_the_calendar_has_its_value(text: str, words: str, value: str) -> None:
    time = only(text)
    assert (time.span.text, time.type, time.value) == (words, "DATE", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le traité a été signé le 12 janvier.", "2022-01-12"),
        ("Le traité a été signé le 30 juin.", "2021-06-30"),
        ("Le traité sera signé le 30 juin.", "2022-06-30"),
        ("Le traité doit être signé le 30 janvier.", "2022-01-30"),
        ("Le traité a été signé en décembre.", "2021-12"),
        ("Le traité sera signé en mars.", "2022-03"),
        ("Le blocus dure depuis novembre.", "2021-11"),
        ("Le blocus sera levé d'ici avril.", "2022-04"),
    ],
)
def test_the_tense_picks_the_year_of_a_date_without_one(text: str, value: str) -> None:
    assert only(text).value == value


def test_the_weekday_picks_the_year_of_a_date_without_one() -> None:
    assert only("Un texte du mardi 17 avril circule.", "2019-06-01").value == "2018-04-17"


def test_a_date_that_no_verb_settles_is_ambiguous() -> None:
    assert only("Concert du 12 mars.").ambiguous
    assert not only("Le concert a eu lieu le 12 mars.").ambiguous


@pytest.mark.parametrize(
    ("text", "value", "begin", "end", "mod"),
    [
        ("Le camp a été vidé fin décembre.", "2021-12", "2021-12-21", "2021-12-31", "END"),
        ("Le camp a été vidé début octobre.", "2021-10", "2021-10-01", "2021-10-10", "START"),
        ("Le camp sera vidé à la mi-février.", "2022-02", "2022-02-11", "2022-02-20", "MID"),
        ("Le camp a été vidé fin 2019.", "2019", "2019-10-01", "2019-12-31", "END"),
        ("Le camp a été vidé à la fin de l'année dernière.", "2021", "2021-10-01", "2021-12-31", "END"),
        ("Le camp a été vidé au début des années 2000.", "200X", "2000-01-01", "2002-12-31", "START"),
        ("Le camp sera vidé à la fin du mois.", "2022-01", "2022-01-21", "2022-01-31", "END"),
    ],
)
def test_the_start_middle_and_end_narrow_the_days_and_keep_the_value(
    text: str, value: str, begin: str, end: str, mod: str
) -> None:
    time = only(text)
    assert (time.value, time.begin, time.end, time.mod) == (value, begin, end, mod)
    assert time.edtf == f"{begin}/{end}"


def test_half_a_month_is_fifteen_days_or_the_rest() -> None:
    assert (
        only("La première quinzaine de mai sera décisive.").begin,
        only("La seconde quinzaine de mai 2021.").begin,
    ) == (
        "2022-05-01",
        "2021-05-16",
    )


def test_ramadan_is_a_month_of_the_islamic_calendar() -> None:
    time = only("Le Ramadan 2024 a été calme.", "2024-06-01")
    assert (time.begin, time.end) == ("2024-03-11", "2024-04-09")


@pytest.mark.parametrize(
    ("text", "edtf", "mod"),
    [
        ("Il a jusqu'au 28 février.", "../2022-02-28", "ON_OR_BEFORE"),
        ("Il doit partir avant le 31 mars.", "../2022-03-31", "BEFORE"),
        ("Il règne depuis 2002.", "2002/..", "ON_OR_AFTER"),
        ("Il doit partir d'ici la fin de l'année.", "../2022-12-31", "END"),
        ("Il est né autour de 1950.", "1950~", "APPROX"),
    ],
)
def test_a_bound_opens_the_interval_and_stays_outside_the_span(text: str, edtf: str, mod: str) -> None:
    time = only(text)
    assert (time.edtf, time.mod) == (edtf, mod)


def test_without_a_publication_date_a_date_keeps_what_it_says() -> None:
    assert values("Le pont a rouvert le 3 février, mardi et en mai 2017.", None) == [
        ("3 février", "XXXX-02-03"),
        ("mardi", "XXXX-WXX-2"),
        ("mai 2017", "2017-05"),
    ]


def test_a_publication_month_settles_years_and_months_only() -> None:
    assert values("L'an dernier, le mois dernier, hier.", "2022-01") == [
        ("L'an dernier", "2021"),
        ("le mois dernier", "2021-12"),
        ("hier", None),
    ]


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert find_times("Le 31 février 2021.", MONDAY)[0].value == "2021-02"


def test_accents_written_apart_keep_the_span_of_the_text() -> None:
    text = "Le pont a rouvert le 3 fe\u0301vrier 2021."
    assert only(text).span.text == "3 fe\u0301vrier 2021"


def test_a_line_broken_in_a_date_does_not_part_it() -> None:
    assert only("Le pont a rouvert le 3\nfévrier 2021.").value == "2021-02-03"
    assert [v for _, v in values("Le siège a duré jusqu'en 2016\n3 morts à Vilcourt")] == ["2016"]
