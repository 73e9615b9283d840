"""Names found in a text: proposed pieces put together, edges and kinds mended, names inside a word."""

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


def test_a_lone_initial_is_outside_the_surname() -> None:
    assert names("Il a félicité E. Velbin hier.", {"E. Velbin": "person"}) == {("Velbin", "person")}


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
