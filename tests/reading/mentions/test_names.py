"""Names found in a text: proposed pieces put together, edges and kinds mended, names inside a word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.reading.mentions.compounds import part_names
from selon.reading.mentions.names import find_names
from selon.reading.parse import Name
from selon.reading.text import Sentence, split_sentences

Proposed = dict[str, str]  # words as the finder proposes them, and their kind


def proposals(sentences: tuple[Sentence, ...], proposed: Proposed) -> list[tuple[Name, ...]]:
    found: list[tuple[Name, ...]] = []
    for sentence in sentences:
        starts = {t.start: k for k, t in enumerate(sentence.tokens)}
        ends = {t.end: k + 1 for k, t in enumerate(sentence.tokens)}
        names = []
        for words, kind in proposed.items():
            for start, first in starts.items():
                end = ends.get(start + len(words))
                if end and _text(sentence, first, end) == words:
                    names.append(Name(first, end, kind))
        found.append(tuple(sorted(names, key=lambda n: n.start)))
    return found


def _text(sentence: Sentence, first: int, end: int) -> str:
    tokens = sentence.tokens[first:end]
    return "".join(
        t.text + " " * (tokens[k + 1].start - t.end if k + 1 < len(tokens) else 0) for k, t in enumerate(tokens)
    )


def names(text: str, proposed: Proposed) -> set[tuple[str, str]]:
    sentences = split_sentences(text)
    whole, parts = part_names(sentences, find_names(sentences, proposals(sentences, proposed), "2018-03-01"))
    spans = {
        (text[sentences[n.sentence].tokens[n.first].start : sentences[n.sentence].tokens[n.last].end], n.kind)
        for n in whole
    }
    return spans | {(p.text, p.kind) for p in parts}


def test_a_given_name_and_the_surname_behind_it_are_one_name() -> None:
    found = names("La mort de George Velbin a ému.", {"George": "place", "Velbin": "person"})
    assert found == {("George Velbin", "person")}


def test_two_persons_side_by_side_stay_two() -> None:
    found = names(
        "Le ministre de Pauline Velbin Arnaud Kestrel a parlé.",
        {"Pauline Velbin": "person", "Arnaud Kestrel": "person"},
    )
    assert found == {("Pauline Velbin", "person"), ("Arnaud Kestrel", "person")}


def test_an_arabic_particle_carries_a_name_on() -> None:
    found = names(
        "Hind Abdul al-Mostari et Cheikh Tamir ben Hamad ont parlé.",
        {"Hind Abdul": "person", "Tamir": "person"},
    )
    assert found == {("Hind Abdul al-Mostari", "person"), ("Tamir ben Hamad", "person")}


def test_a_town_with_an_arabic_article_is_a_place() -> None:
    assert names("Ils marchent sur al-Zorba.", {"al-Zorba": "place"}) == {("al-Zorba", "place")}


def test_an_initial_belongs_to_the_surname() -> None:
    assert names("Il a félicité E. Velbin hier.", {"E. Velbin": "person"}) == {("E. Velbin", "person")}


def test_the_initial_behind_a_given_name_stays() -> None:
    assert names("Le jeune Nolan L. a disparu.", {"Nolan L": "person"}) == {("Nolan L", "person")}


def test_a_name_does_not_end_in_its_preposition() -> None:
    assert names("Selon la Dorlis et les siens, tout va.", {"Dorlis et": "organisation"}) == {
        ("Dorlis", "organisation")
    }
    found = names("La Vallée du Zorb est belle.", {"Vallée du": "place", "Zorb": "place"})
    assert ("Vallée du Zorb", "place") in found


def test_of_an_embassy_in_small_letters_the_place_alone_is_named() -> None:
    assert names("L'ambassade de France a brûlé.", {"ambassade de France": "organisation"}) == {("France", "state")}


def test_a_university_keeps_its_noun_but_not_where_it_lies() -> None:
    found = names("Une équipe de l'université DeKalm à Chicago l'a vu.", {"DeKalm": "person"})
    assert ("université DeKalm", "organisation") in found
    assert ("Chicago", "place") in found


def test_abbreviations_of_things_are_no_names() -> None:
    assert not names("La COP25 aura lieu (NDLR : hier).", {"COP25": "organisation", "NDLR": "organisation"})


def test_the_full_name_settles_a_lone_surname_guessed_for_a_place() -> None:
    found = names("Yoshi Orsumi a gagné. Les travaux d'Orsumi comptent.", {"Yoshi Orsumi": "person", "Orsumi": "place"})
    assert found == {("Yoshi Orsumi", "person"), ("Orsumi", "person")}


def test_a_bank_called_like_a_person_of_the_text_stays_a_bank() -> None:
    found = names(
        "François Orsumi est poursuivi. La banque Orsumi aussi.",
        {"François Orsumi": "person", "Orsumi": "organisation"},
    )
    assert ("Orsumi", "organisation") in found


def test_a_civility_tells_a_person() -> None:
    assert names("Selon M. Zorv, tout va bien.", {"Zorv": "organisation"}) == {("Zorv", "person")}


def test_what_stands_behind_a_hotel_is_a_place() -> None:
    assert names("Près de l'hôtel Zorv, une bombe.", {"Zorv": "organisation"}) == {("Zorv", "place")}


def test_names_inside_a_word_with_a_hyphen() -> None:
    found = names("Nikol Zorvan fuit. Les forces pro-Zorvan et anti-GNA avancent.", {"Nikol Zorvan": "person"})
    assert {("Zorvan", "person"), ("GNA", "group")} & found == {("Zorvan", "person")}
    assert any(text == "GNA" for text, _ in found)


def test_two_bodies_in_one_word_are_two_names() -> None:
    found = names("Le sommet UE-Chine et l'entretien Macron-Xi Jinping.", {"UE-Chine": "organisation"})
    assert {("UE", "organisation"), ("Chine", "state")} <= found
    assert not any("-" in text for text, _ in found)


def test_a_name_with_its_own_hyphen_is_one() -> None:
    found = names("Jean-Luc Zorv est en Bosnie-Herzégovine.", {"Jean-Luc Zorv": "person"})
    assert found == {("Jean-Luc Zorv", "person"), ("Bosnie-Herzégovine", "state")}


def test_the_state_of_a_championship_is_a_place_that_of_a_race_is_none() -> None:
    assert names("Le Championnat de France reprend.", {}) == {("France", "state")}
    assert not names("Le Tour de France reprend.", {})


def test_square_and_station_are_named_with_their_noun() -> None:
    text = "Ils ont défilé de la gare de Rennes à la place Bellevue, puis rue de la Paix."
    found = names(text, {"Bellevue": "place"})
    assert {("gare de Rennes", "place"), ("place Bellevue", "place"), ("rue de la Paix", "place")} <= found


def test_any_station_of_a_town_is_no_name() -> None:
    assert names("Un train brûle dans une gare de Rennes.", {}) == {("Rennes", "place")}


def test_place_of_a_person_is_no_square() -> None:
    assert names("Il prend la place de Luc Morvan.", {"Luc Morvan": "person"}) == {("Luc Morvan", "person")}


def test_palace_that_stands_for_a_power_keeps_its_name() -> None:
    assert ("Élysée", "place") in names("Elle est reçue au palais de l'Élysée.", {})


def test_ministry_is_named_with_its_country() -> None:
    text = "Le ministère roumain de la Défense et le ministère de la Concorde se taisent."
    found = names(text, {"Défense": "organisation", "Concorde": "organisation"})
    assert found == {
        ("ministère roumain de la Défense", "organisation"),
        ("ministère de la Concorde", "organisation"),
    }


def test_association_before_a_name_only_describes_it() -> None:
    found = names("L'association Verte Rive et la fédération Hopla manifestent.", {"Hopla": "organisation"})
    assert not any("association" in words or "fédération" in words for words, _ in found)


def test_hospital_and_school_are_named_with_their_noun() -> None:
    text = "Il a quitté l'hôpital Saint-Aubin pour le lycée Marie-Duval. Un lycée de Rennes ferme."
    found = names(text, {})
    assert {("hôpital Saint-Aubin", "organisation"), ("lycée Marie-Duval", "organisation")} <= found
    assert ("Rennes", "place") in found


def test_dateline_in_capitals_is_a_place() -> None:
    assert ("RENNES", "place") in names("RENNES, 5 mars (Agence) - Les pêcheurs restent au port.", {})
    assert ("RENNES", "place") not in names("Le groupe RENNES annonce un accord.", {})


def test_two_towns_in_one_word_are_two_places() -> None:
    found = names("Le train Rennes-Marseille est supprimé. À Rennes, on proteste.", {})
    assert found == {("Rennes", "place"), ("Marseille", "place")}


def test_roads_are_places_by_their_letter_and_number() -> None:
    assert names("Un bouchon sur l'A86 et sur la D900.", {}) == {("A86", "place"), ("D900", "place")}
    assert names("L'autoroute A7 est fermée.", {}) == {("A7", "place")}
    assert names("La RN 113 et la D 905 bis sont coupées.", {}) == {("RN 113", "place"), ("D 905 bis", "place")}
    assert names("Le choc a eu lieu sur la départementale 31.", {}) == {("départementale 31", "place")}


def test_where_one_road_is_sure_the_others_of_the_sentence_are_roads_too() -> None:
    assert names("Sur l'autoroute A8, comme sur A9, on roule.", {}) == {("A8", "place"), ("A9", "place")}


def test_aircraft_leagues_and_sheets_of_paper_are_no_roads() -> None:
    assert not names("Il a pris l'A320 hier.", {})
    assert not names("Le club reste en tête de la D1.", {})
    assert not names("Une feuille A4 suffit.", {})


def test_a_body_written_out_before_its_acronym_is_named_by_both() -> None:
    found = names("Il entre à l'école de menuiserie du canton (EDMC) demain.", {})
    assert found == {("école de menuiserie du canton", "organisation"), ("EDMC", "organisation")}
    assert not names("La hausse du produit intérieur brut (PIB) ralentit.", {"PIB": "organisation"})
    assert not names("La vitesse maximale autorisée (VMA) baisse.", {})


def test_a_capital_makes_the_chamber_of_a_state() -> None:
    assert names("La loi passe sans vote au Parlement.", {"Parlement": "place"}) == {("Parlement", "organisation")}
    assert names("Les services de l'Assemblée ont répondu.", {}) == {("Assemblée", "organisation")}
    assert ("Parlement népalais", "organisation") in names("Hier, le Parlement népalais a voté.", {})
    assert names("Hier, le Sénat la vota.", {}) == {("Sénat", "organisation")}
    assert not names("Un parlement de jeunes se réunit, puis l'assemblée se lève.", {})


def test_of_a_region_with_its_noun_the_region_is_named() -> None:
    found = names("Il est nommé pour la Région Normandie.", {"Région Normandie": "organisation"})
    assert found == {("Normandie", "place")}


def test_laws_contests_and_products_are_no_bodies() -> None:
    assert not names("Selon le Code du Travail, il a tort.", {"Code du Travail": "organisation"})
    assert not names("Il gagne l'Open de Zorbie.", {"Open de Zorbie": "organisation"})
    assert not names("Il gagne les Masters de Monte-Carlo.", {"Monte-Carlo": "organisation"})
    assert not names("Le logiciel tourne sous Windows XP.", {"Windows XP": "organisation"})
    assert not names("Le souvenir de la Shoah demeure.", {"Shoah": "place"})
    assert names("L'article du Statut de Rome est clair.", {"Statut de Rome": "organisation"}) == {("Rome", "place")}


def test_codes_of_models_are_no_names() -> None:
    assert not names("Le C919 vole, puis un ELT 200 sonne.", {"C919": "person", "ELT": "organisation"})
    assert not names("En catégorie PTS4 il gagne.", {"PTS4": "organisation"})


def test_what_stands_behind_the_noun_of_a_thing_is_no_name() -> None:
    for noun in ("l'opération", "le projet", "le paquebot", "l'émission", "le gazoduc"):
        assert not names(f"Ils parlent de {noun} Zorvia.", {"Zorvia": "organisation"}), noun


def test_what_stands_behind_the_noun_of_a_body_is_one() -> None:
    for noun in ("la revue", "le motoriste", "la holding", "la milice", "la mutuelle"):
        assert names(f"Ils lisent {noun} Zorvia.", {"Zorvia": "person"}) == {("Zorvia", "organisation")}, noun


def test_the_adjective_of_a_country_before_a_name_is_outside_it() -> None:
    found = names("Ils lisent la revue belge Zorvia.", {"belge Zorvia": "organisation"})
    assert found == {("Zorvia", "organisation")}


def test_pieces_of_a_person_on_both_sides_of_a_particle_are_one_name() -> None:
    found = names("Jean Velbin d'Orsumi vient.", {"Jean Velbin d'": "person", "Orsumi": "person"})
    assert found == {("Jean Velbin d'Orsumi", "person")}


def test_the_article_at_the_head_of_a_sentence_makes_no_town() -> None:
    assert not names("La machine tourne encore.", {})
    assert names("Il habite à La Machine.", {}) == {("La Machine", "place")}


def test_bodies_of_the_sky_are_places_and_months_are_none() -> None:
    assert names("Planter sur Mars reste un rêve.", {"Mars": "place"}) == {("Mars", "place")}
    assert names("On dit que la Terre tourne.", {"Terre": "place"}) == {("Terre", "place")}
    assert not names("Le 3 Mars il part.", {"Mars": "place"})


def test_a_club_of_the_tables_makes_its_town_no_surname() -> None:
    found = names("L'attaque contre le Borussia Dortmund : Dortmund tremble.", {"Borussia Dortmund": "person"})
    assert found == {("Borussia Dortmund", "organisation"), ("Dortmund", "place")}


def test_members_of_a_movement_are_counted_by_number_or_noun() -> None:
    assert names("Une dizaine de Gilets jaunes passent.", {}) == {("Gilets jaunes", "people")}
    found = names("Une voiture force un barrage de Gilets jaunes.", {})
    assert found == {("Gilets jaunes", "organisation")}


def test_an_agency_is_no_other_body_of_its_acronym() -> None:
    assert ("ANP", "organisation") in names("Il est cité par l'agence ANP.", {"ANP": "organisation"})


def test_the_noun_that_opens_the_name_of_a_body_stays_with_it() -> None:
    found = names(
        "Le Syndicat des vignerons du Lez et Radio Brocéliande soutiennent l'association Lumière.",
        {"Syndicat des vignerons du Lez": "organisation", "Radio Brocéliande": "organisation"}
        | {"association Lumière": "organisation"},
    )
    assert {n for n, _ in found} == {"Syndicat des vignerons du Lez", "Radio Brocéliande", "Lumière"}


def test_a_body_keeps_the_article_that_it_is_seen_with() -> None:
    found = names("Une enquête de L'Écho des dunes.", {"L'Écho des dunes": "organisation"})
    assert found == {("L'Écho des dunes", "organisation")}


def test_a_town_inside_the_name_of_a_body_is_no_place_of_its_own() -> None:
    found = names("D'après le San Francisco Herald-Courier, rien.", {"San Francisco Herald-Courier": "organisation"})
    assert found == {("San Francisco Herald-Courier", "organisation")}


def test_a_body_behind_where_it_is_from_is_no_person() -> None:
    found = names("La filiale de l'allemand Simba Werke recrute.", {"Simba Werke": "organisation"})
    assert found == {("Simba Werke", "organisation")}


def test_court_with_what_it_judges_is_named_with_its_town() -> None:
    found = names("Le tribunal correctionnel de Béthune a tranché.", {"Béthune": "place"})
    assert found == {("tribunal correctionnel de Béthune", "organisation")}


def test_a_channel_may_be_letters_and_a_figure() -> None:
    assert names("Le débat de N1 a duré.", {"N1": "organisation"}) == {("N1", "organisation")}


def test_a_body_goes_on_where_it_is_seen_to() -> None:
    found = names("France 3 Bretagne l'a dit.", {"France 3 Bretagne": "organisation"})
    assert found == {("France 3 Bretagne", "organisation")}
    found = names("L'Assemblée territoriale a voté.", {"Assemblée territoriale": "organisation"})
    assert found == {("Assemblée territoriale", "organisation")}


def test_bodies_seen_as_one_are_those_that_the_tables_know() -> None:
    both = "Union européenne et Patinage Canada"
    found = {n for n, _ in names(f"L'{both} s'en félicitent.", {both: "organisation"})}
    assert "Union européenne" in found


def test_the_acronym_of_a_thing_names_the_body_of_the_tables_only_where_one_is_seen() -> None:
    assert names("La baisse de la TVA attendra.", {}) == set()
    assert {n for n, _ in names("Selon TVA, rien.", {"TVA": "organisation"})} == {"TVA"}


def test_two_persons_proposed_as_one_are_parted_where_the_first_is_named_in_full_elsewhere() -> None:
    found = names(
        "Pauline Velbin est partie. La suppléante de Pauline Velbin Arnaud Kestrel la remplace.",
        {"Pauline Velbin": "person", "Pauline Velbin Arnaud Kestrel": "person"},
    )
    assert found == {("Pauline Velbin", "person"), ("Arnaud Kestrel", "person")}


def test_four_words_of_one_person_stay_one_name() -> None:
    found = names("Pauline Velbin Arnaud Kestrel a parlé.", {"Pauline Velbin Arnaud Kestrel": "person"})
    assert found == {("Pauline Velbin Arnaud Kestrel", "person")}


@pytest.mark.parametrize("title", ["général", "colonel", "Mme", "Me"])
def test_a_surname_keeps_its_particle_behind_a_title(title: str) -> None:
    assert names(f"Selon {title} de Velbin, tout va.", {"Velbin": "person"}) == {("de Velbin", "person")}


def test_the_preposition_behind_another_noun_is_no_particle() -> None:
    assert names("Selon le projet de Velbin, tout va.", {"Velbin": "person"}) == {("Velbin", "person")}


def test_a_given_name_that_is_a_demonym_too_stays() -> None:
    assert names("Philippine Velbin a parlé.", {"Philippine Velbin": "person"}) == {("Philippine Velbin", "person")}


def test_a_lone_given_name_that_no_place_bears_is_a_person() -> None:
    assert names("Une couronne pour Malika, enfin.", {"Malika": "place"}) == {("Malika", "person")}
    assert names("Ils marchent dans le tunnel de Malika.", {"Malika": "place"}) == {("Malika", "place")}


def test_a_place_that_is_a_given_name_too_is_the_person_whom_the_finder_sees() -> None:
    assert names("Hier Florence a promis une trêve.", {"Florence": "person"}) == {("Florence", "person")}
    assert names("Elle part à Florence.", {"Florence": "person"}) == {("Florence", "place")}


def test_a_person_behind_a_noun_of_bodies_and_a_comma_stays_a_person() -> None:
    found = names("L'agence, Pauline Velbin en tête, recrute.", {"Pauline Velbin": "person"})
    assert found == {("Pauline Velbin", "person")}


def test_a_name_in_quotation_marks_behind_a_noun_of_bodies_is_a_body() -> None:
    assert names("Le collectif « Velbin » défile.", {"Velbin": "person"}) == {("Velbin", "organisation")}


def test_a_body_that_ends_like_one_is_no_person_though_it_opens_with_a_given_name() -> None:
    assert names("Selon Milan Presse, tout va.", {"Milan Presse": "organisation"}) == {("Milan Presse", "organisation")}


@pytest.mark.parametrize(
    "body",
    [
        "cour d'appel de Douai",
        "communauté de communes du Velbin",
        "université nationale Al-Zorba",
        "tribunal de commerce de Toulon",
        "parquet général de Pau",
    ],
)
def test_a_body_in_small_letters_with_more_than_a_noun_and_its_place_is_whole(body: str) -> None:
    assert names(f"Selon la {body}, tout va.", {body: "organisation"}) == {(body, "organisation")}


@pytest.mark.parametrize("noun", ["parquet", "barreau", "ambassade"])
def test_of_an_office_in_small_letters_the_place_alone_is_named(noun: str) -> None:
    assert names(f"Le {noun} de Toulon a réagi.", {"Toulon": "place"}) == {("Toulon", "place")}


def test_a_university_keeps_its_noun_before_a_listed_name() -> None:
    found = names("Elle enseigne à l'université Harvard.", {"université Harvard": "organisation"})
    assert found == {("université Harvard", "organisation")}


def test_the_council_of_a_town_in_small_letters_names_nobody() -> None:
    assert names("Le conseil municipal a voté.", {}) == set()


def test_the_state_in_the_title_of_an_official_is_no_body() -> None:
    assert names("Son secrétaire d'État Arnaud Kestrel a parlé.", {"Arnaud Kestrel": "person"}) == {
        ("Arnaud Kestrel", "person")
    }


def test_riot_police_are_people() -> None:
    assert names("Les CRS ont chargé.", {"CRS": "organisation"}) == {("CRS", "people")}


@pytest.mark.parametrize("seat", ["Matignon", "Downing Street", "Quai d'Orsay", "Kremlin"])
def test_the_seat_of_a_government_is_a_body(seat: str) -> None:
    assert names(f"Selon le {seat}, tout va.", {}) == {(seat, "organisation")}


@pytest.mark.parametrize("thing", ["CAN", "EPR", "A320neo"])
def test_contests_reactors_and_models_are_no_bodies(thing: str) -> None:
    assert names(f"L'{thing} a débuté.", {thing: "organisation"}) == set()


def test_what_is_a_craft_once_is_one_throughout() -> None:
    text = "Velbin dévoile Vénus. La sonde spatiale japonaise Velbin a envoyé ses images."
    assert "Velbin" not in {words for words, _ in names(text, {"Velbin": "organisation"})}
    body = "Velbin embauche. Le programme japonais Velbin a plu."
    assert names(body, {"Velbin": "organisation"}) == {("Velbin", "organisation")}


@pytest.mark.parametrize("kind", ["organisation", "person"])
def test_a_craft_whose_noun_ends_like_an_adjective_is_one_too(kind: str) -> None:
    assert names("Le croiseur russe Velbin a coulé.", {"Velbin": kind}) == set()


def test_a_body_does_not_run_on_over_its_allies() -> None:
    found = names("Le Parti vert et ses alliés ont réagi.", {"Parti vert et ses alliés": "organisation"})
    assert found == {("Parti vert", "organisation")}


@pytest.mark.parametrize("tail", ["et Cie", "& Co", "et Associés"])
def test_a_company_keeps_its_tail(tail: str) -> None:
    found = names(f"La banque Velbin {tail} a réagi.", {"Velbin": "organisation", tail.split()[1]: "organisation"})
    assert found == {(f"Velbin {tail}", "organisation")}


def test_an_army_in_small_letters_is_a_name_where_the_finder_sees_one() -> None:
    assert names("L'armée syrienne avance.", {}) == set()
    assert names("L'armée syrienne avance.", {"armée syrienne": "organisation"}) == {("armée syrienne", "organisation")}


def test_a_capital_right_before_a_listed_body_belongs_to_its_name() -> None:
    found = names("Le Nouveau Parti socialiste a réagi.", {"Nouveau Parti socialiste": "organisation"})
    assert found == {("Nouveau Parti socialiste", "organisation")}


def test_a_name_behind_an_academic_title_is_a_person() -> None:
    assert names("La nomination du Dr Velbin a plu.", {"Velbin": "organisation"}) == {("Velbin", "person")}


def test_two_bodies_joined_by_et_are_two_names() -> None:
    both = "Ligue des Zorbs et de la communauté de communes du Velbin"
    assert names(f"À l'appel de la {both}, ils défilent.", {both: "organisation"}) == {
        ("Ligue des Zorbs", "organisation"),
        ("communauté de communes du Velbin", "organisation"),
    }
    one = "Chambre de commerce et d'industrie du Velbin"
    assert names(f"La {one} a réagi.", {one: "organisation"}) == {(one, "organisation")}


def test_a_surname_found_again_keeps_its_particle_behind_a_title() -> None:
    found = names("Arnaud de Velbin est là. Le général de Velbin parle.", {"Arnaud de Velbin": "person"})
    assert found == {("Arnaud de Velbin", "person"), ("de Velbin", "person")}


def test_a_person_called_like_a_feast_is_a_person() -> None:
    assert names("Noël Velbin a parlé.", {"Noël Velbin": "person"}) == {("Noël Velbin", "person")}
    assert names("Il revient pour Pessah.", {"Pessah": "place"}) == set()


def test_a_square_is_named_whole_and_a_state_of_a_federation_by_its_name_alone() -> None:
    assert ("place de la Bastille", "place") in names("Ils vont place de la Bastille.", {})
    assert names("Deux villes de l'État de Borno ont brûlé.", {}) == {("Borno", "place")}


def test_an_adjective_of_part_belongs_to_the_region() -> None:
    found = names("Les tensions en Méditerranée orientale montent.", {"Méditerranée orientale": "place"})
    assert found == {("Méditerranée orientale", "place")}


def test_the_door_of_a_body_is_no_street() -> None:
    found = names("Le royaume claque la porte de l'Union africaine.", {"Union africaine": "organisation"})
    assert found == {("Union africaine", "organisation")}


def test_a_capital_inside_a_word_makes_a_name() -> None:
    assert names("Selon eVelbin, tout va.", {"eVelbin": "organisation"}) == {("eVelbin", "organisation")}


def test_a_person_behind_a_noun_of_series_is_a_person() -> None:
    found = names("Au tour du circuit Pauline Velbin attaque.", {"Pauline Velbin": "person"})
    assert found == {("Pauline Velbin", "person")}


def test_a_spot_goes_on_as_far_as_the_place_that_the_finder_sees() -> None:
    found = names("Le match au stade de Reggio d'Emilie a plu.", {"Reggio d'Emilie": "place"})
    assert found == {("stade de Reggio d'Emilie", "place")}


def test_an_institution_does_not_cut_a_listed_body_in_two() -> None:
    found = names("Eurostat, institut de la Commission européenne, calcule.", {"Commission européenne": "organisation"})
    assert ("Commission européenne", "organisation") in found


def test_the_adjective_of_a_state_belongs_to_a_region_where_the_finder_sees_it() -> None:
    found = names("Il vit aux Antilles néerlandaises.", {"Antilles néerlandaises": "place"})
    assert found == {("Antilles néerlandaises", "place")}


WORDS = [
    "le",
    "la",
    "les",
    "l'",
    "de",
    "du",
    "d'",
    "et",
    "à",
    "M.",
    "général",
    "armée",
    "syrienne",
    "Ligue",
    "Parti",
    "Noël",
    "Florence",
    "Kaci",
    "Aït",
    "ben",
    "al-Bab",
    "Velbin",
    "F.",
    "«",
    "»",
    ",",
    "(",
    ")",
    "CRS",
    "A320",
    "État",
    "Français",
    "place",
    "sonde",
    "japonaise",
    "surnommé",
    "alias",
    "université",
    "Harvard",
    "Cie",
    "conseil",
    "municipal",
    "ONU",
    "Mali",
    "porte",
    "parquet",
    "Gaulle",
]


@given(st.data(), st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_whatever_is_proposed_names_stay_inside_the_text_and_apart(data: st.DataObject, words: list[str]) -> None:
    sentences = split_sentences(" ".join(words))
    proposed = []
    for sentence in sentences:
        size = len(sentence.tokens)
        bounds = sorted(data.draw(st.sets(st.integers(0, size), max_size=6)))
        kinds = [data.draw(st.sampled_from(["person", "place", "organisation"])) for _ in bounds]
        proposed.append(tuple(Name(a, b, kind) for a, b, kind in zip(bounds[::2], bounds[1::2], kinds, strict=False)))
    found = find_names(sentences, proposed, "2018-03-01")
    assert all(0 <= n.first <= n.last < len(sentences[n.sentence].tokens) for n in found)
    assert all((a.sentence, a.last) < (b.sentence, b.first) for a, b in pairwise(found))
