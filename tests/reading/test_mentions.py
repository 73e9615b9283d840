"""Whom the words of a report mean: over the whole article, at its date, open where nothing settles it."""

from collections.abc import Callable

import pytest

from selon import Mention, Reading

Read = Callable[..., Reading]


def mentions(reading: Reading, words: str) -> list[Mention]:
    everyone = [
        *reading.mentions,
        *(m for s in reading.statements for m in (s.speaker, s.addressee) if m),
        *(m for e in reading.events for group in (e.actors, e.recipients, e.places) for m in group),
    ]
    found = [m for m in everyone if m.span.text == words]
    assert found, [m.span.text for m in everyone]
    return found


def meant(reading: Reading, words: str) -> tuple[str | None, str | None]:
    found = next((m for m in mentions(reading, words) if m.name or m.country), mentions(reading, words)[0])
    return found.name, found.country


def test_a_title_means_its_holder_on_the_day_even_where_it_plays_no_role(read: Read) -> None:
    reading = read("Les troupes sont arrivées sur demande du Président kazakh, et la ville est restée calme.")
    assert meant(reading, "Président kazakh") == ("Kassym-Jomart Tokaïev", "KAZ")


def test_a_nickname_and_an_office_of_an_organisation_named_elsewhere(read: Read) -> None:
    reading = read(
        "La Russie critique l'Otan. Le secrétaire général de l'Alliance a déclaré que la porte restait ouverte."
    )
    assert meant(reading, "Le secrétaire général de l'Alliance") == ("Jens Stoltenberg", "NATO")


def test_an_acronym_with_two_letters_changed_over_is_a_slip_for_the_one_in_use(read: Read) -> None:
    reading = read(
        "L'Organisation du traité de sécurité collective (OTSC) a envoyé des soldats. "
        "Les forces de l'OTCS ont été déployées lundi. Elles ont libéré l'aéroport."
    )
    assert meant(reading, "OTCS")[1] == "CSTO"
    assert meant(reading, "Elles")[1] == "CSTO"


def test_the_one_who_goes_on_speaking_is_the_one_who_spoke(read: Read) -> None:
    reading = read(
        "Le président français Emmanuel Macron a reçu le gouverneur. «\u00a0La trêve doit tenir\u00a0», a-t-il déclaré. "
        "«\u00a0Nous enverrons des vivres\u00a0», a-t-il ajouté."
    )
    assert {s.speaker.name for s in reading.statements if s.speaker} == {"Emmanuel Macron"}


def test_a_police_without_a_country_is_that_of_the_country_the_report_is_about(read: Read) -> None:
    reading = read(
        "Mali : deux attaques à Bamako. La police malienne cherche les assaillants. Des policiers ont arrêté Ali Konta."
    )
    assert meant(reading, "Des policiers")[1] == "MLI"


def test_a_police_stays_open_where_no_country_stands_out(read: Read) -> None:
    reading = read("La police a arrêté trois hommes dans la nuit.")
    assert meant(reading, "La police") == (None, None)


def test_the_armies_of_a_row_of_states_are_each_of_theirs(read: Read) -> None:
    reading = read("Les militaires biélorusses et russes ont attaqué le camp de Zorov.")
    actors = {m.country for e in reading.events for m in e.actors}
    assert {"BLR", "RUS"} <= actors


def test_a_title_set_off_by_a_comma_tells_the_country_of_its_bearer(read: Read) -> None:
    reading = read("La principale négociatrice américaine, Jane Holt, a déclaré que le retrait serait lent.")
    assert meant(reading, "Jane Holt") == ("Jane Holt", "USA")


def test_an_agency_is_called_by_its_noun_afterwards(read: Read) -> None:
    reading = read("Selon l'agence nord-coréenne KCNA, l'essai a réussi. L'agence a ajouté que la flotte rentrait.")
    assert meant(reading, "L'agence")[0] == "KCNA"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le juge a saisi les comptes de la société Vantor hier.", "Vantor"),
        ("Une grève a commencé à l'université de Corvane mardi.", "université de Corvane"),
        ("Le ministère de l'Intérieur a démenti la rumeur.", "ministère de l'Intérieur"),
        ("La cour constitutionnelle sud-coréenne a confirmé la destitution.", "cour constitutionnelle sud-coréenne"),
    ],
)
def test_a_common_noun_and_what_follows_name_an_institution(read: Read, text: str, name: str) -> None:
    names = {m.span.text for m in read(text).mentions if m.form == "name" and m.kind == "organisation"}
    assert name in names


def test_a_network_one_writes_on_is_no_organisation(read: Read) -> None:
    reading = read("Le ministre a annoncé sur Twitter que la trêve tenait.")
    assert "Twitter" not in {m.span.text for m in reading.mentions}


def test_every_resolved_mention_says_how(read: Read) -> None:
    reading = read(
        "Moscou a démenti. L'Otan a dit que Sergueï Lavrov et son homologue français se verraient. Il a refusé."
    )
    assert all(m.via for m in reading.mentions if m.name or m.country)


def test_a_number_before_its_noun_hides_nobody(read: Read) -> None:
    reading = read("Mali : l'armée riposte. Des rebelles ont tué 114 soldats maliens près de Gao.")
    assert any(m.country == "MLI" for e in reading.events for m in e.recipients)


def test_somebody_elected_stands_for_the_office_taken_up_within_weeks(read: Read) -> None:
    reading = read("Theresa May a félicité Emmanuel Macron.", "2017-05-09")
    assert meant(reading, "Emmanuel Macron")[1] == "FRA"


def test_a_korean_is_called_by_the_name_that_stands_first(read: Read) -> None:
    reading = read("Kim Jong-un a menacé la Corée du Sud. M. Kim a visité une usine.", "2020-06-01")
    assert meant(reading, "Kim") == ("Kim Jong-un", "PRK")


def test_a_prefect_overseas_is_of_the_state_and_a_government_there_of_the_territory(read: Read) -> None:
    prefect = read("Le préfet de Mayotte a annoncé mardi l'arrivée de renforts.")
    assert meant(prefect, "Le préfet de Mayotte") == (None, "FRA")
    government = read("Le gouvernement de la Nouvelle-Calédonie a condamné les violences.")
    assert meant(government, "Le gouvernement de la Nouvelle-Calédonie") == (None, "NCL")


def test_a_title_keeps_the_name_set_off_behind_its_country(read: Read) -> None:
    reading = read("La première ministre de l'Angleterre, Theresa May, a déclaré que le pays partirait.", "2018-06-04")
    speaker = reading.statements[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.country) == ("Theresa May", "GBR")


def test_a_seat_that_acts_means_the_body_named_elsewhere_else_its_town(read: Read) -> None:
    acts = "Bruxelles a adopté mardi de nouvelles sanctions contre la Russie."
    for before, country in (("L'Union européenne a protesté lundi. ", "EU"), ("", "BEL")):
        events = read(before + acts).events
        assert {a.country for e in events for a in e.actors if a.span.text == "Bruxelles"} == {country}


def test_two_sides_of_which_one_is_unknown_stay_open(read: Read) -> None:
    reading = read(
        "L'armée du Norland a frappé un port. La Belgique a protesté. Les deux parties négocieront jeudi à Genève."
    )
    assert meant(reading, "Les deux parties") == (None, None)


def test_a_homologue_is_not_of_the_state_of_whose_homologue_it_is(read: Read) -> None:
    reading = read("Le ministre italien de la Mer a rencontré lundi à Rome son homologue valdave.")
    assert meant(reading, "son homologue valdave") == (None, None)


@pytest.mark.parametrize("text", ["Le Burundi a quitté l'accord de Paris.", "L'Iran a violé la convention de Genève."])
def test_where_a_treaty_was_signed_is_no_party(read: Read, text: str) -> None:
    (event,) = read(text).events
    assert event.actors
    assert not event.recipients


def test_those_who_are_not_the_last_person_named(read: Read) -> None:
    reading = read("Ole Berg a déploré que ceux qui apportent de l'aide soient attaqués.")
    assert meant(reading, "ceux") == (None, None)


def test_a_number_before_graded_adjectives_means_the_noun_behind(read: Read) -> None:
    reading = read("Les deux plus grands partis du pays ont conclu un accord après de longues négociations.")
    words = {m.span.text for e in reading.events for m in e.actors}
    assert words == {"Les deux plus grands partis du pays"}
