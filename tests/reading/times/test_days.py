"""Days of the calendar, by class; the report is published on Monday 17 January 2022."""

import pytest
from tests.reading.times.told import MONDAY, only, values

from selon.reading.times import find_times


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
        ("La trêve de Noël a été rompue.", "Noël", "2021-12-25"),
        ("Les otages ont été libérés la veille de Noël.", "la veille de Noël", "2021-12-24"),
        ("Le défilé du 14-Juillet a été annulé.", "14-Juillet", "2021-07-14"),
        ("Les offices de Pâques seront filmés.", "Pâques", "2022-04-17"),
        ("Le lundi de Pentecôte sera chômé.", "lundi de Pentecôte", "2022-06-06"),
        ("Depuis le 11-Septembre, tout a changé.", "11-Septembre", "2001-09-11"),
        ("Les attentats du 13 novembre ont traumatisé le pays.", "13 novembre", "2015-11-13"),
        ("Le vote aura lieu le premier dimanche de juillet 2022.", "le premier dimanche de juillet 2022", "2022-07-03"),
        ("Il reviendra le premier mercredi du mois prochain.", "le premier mercredi du mois prochain", "2022-02-02"),
        ("Le vote aura lieu le premier dimanche du printemps.", "le premier dimanche du printemps", "2022-03-20"),
        ("Le sommet est fixé au mardi 18.", "mardi 18", "2022-01-18"),
    ],
)
def test_a_day_of_the_calendar_has_its_value(text: str, words: str, value: str) -> None:
    time = only(text)
    assert (time.span.text, time.type, time.value) == (words, "DATE", value)


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert find_times("Le 31 février 2021.", MONDAY)[0].value == "2021-02"


def test_accents_written_apart_keep_the_span_of_the_text() -> None:
    text = "Le pont a rouvert le 3 fe\u0301vrier 2021."
    assert only(text).span.text == "3 fe\u0301vrier 2021"


def test_a_line_broken_in_a_date_does_not_part_it() -> None:
    assert only("Le pont a rouvert le 3\nfévrier 2021.").value == "2021-02-03"
    assert [v for _, v in values("Le siège a duré jusqu'en 2016\n3 morts à Vilcourt")] == ["2016"]
