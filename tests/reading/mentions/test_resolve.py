"""Whom descriptions and joined names mean: each by a sentence of its own."""

from tests.reading.mentions.parties import Read, countries, everyone, speakers


def test_two_names_joined_by_a_hyphen_are_two_parties(read: Read) -> None:
    reading = read("Un sommet UE-Chine aura lieu mardi à Leipzig.")
    assert {"EU", "CHN"} <= {m.country for e in reading.events for m in e.actors}


def test_the_secretary_general_is_of_the_organisation_named_last(read: Read) -> None:
    reading = read("La Syrie a saisi l'ONU. La Syrie attend. Le secrétaire général a déclaré que la Syrie souffrait.")
    assert "António Guterres" in speakers(reading)


def test_a_title_in_capitals_is_no_name(read: Read) -> None:
    reading = read("Le Garde des Sceaux a démenti la rumeur à Paris, en France.", "2016-10-18")
    assert not any(m.name == "Garde des Sceaux" for m in everyone(reading))


def test_a_sea_of_the_gazetteer_is_no_division_of_its_last_word(read: Read) -> None:
    reading = read("Selon un diplomate, la marine norvégienne a tiré sur un chalutier en mer du Nord.", "2023-01-17")
    (place,) = reading.events[0].places
    assert (place.name, place.country) == ("mer du Nord", None)


def test_a_number_is_a_mention_of_what_it_counts(read: Read) -> None:
    (event,) = read("Deux villages de la province ont été bombardés.").events
    assert [m.span.text for m in event.recipients] == ["Deux villages de la province"]


def test_a_text_of_a_force_is_of_its_state(read: Read) -> None:
    reading = read("Birmanie : la trêve tient. Un communiqué de l'armée affirme que la Birmanie est calme.")
    assert countries(reading, "communiqué") == {"MMR"}
