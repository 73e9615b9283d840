from collections.abc import Callable

import pytest

from selon.reading.events.topic import is_political

Acts = Callable[..., list[dict[str, object]]]


def types(acts: Acts, sentence: str, political: bool = True) -> dict[object, object]:
    return {act["trigger"]: act["type"] for act in acts(sentence, political)}


@pytest.mark.parametrize(
    ("sentence", "trigger", "event_type"),
    [
        ("Le Valdor s'est engagé à livrer du blé à la Tornavie.", "engagé", "AGREE"),
        ("Le ministre a rencontré son homologue à Genève.", "rencontré", "CONSULT"),
        ("Le Valdor soutient la candidature du général.", "soutient", "SUPPORT"),
        ("Le gouvernement a présenté des excuses aux familles.", "excuses", "CONCEDE"),
        ("Le Valdor a livré des armes aux rebelles.", "livré", "AID"),
        ("Le premier ministre a remis sa démission.", "démission", "RETREAT"),
        ("L'opposition exige le départ du président.", "exige", "REQUEST"),
        ("Le procureur a ouvert une enquête contre le ministre.", "enquête", "ACCUSE"),
        ("Le président a rejeté la proposition de l'opposition.", "rejeté", "REJECT"),
        ("Le Valdor menace de fermer sa frontière.", "menace", "THREATEN"),
        ("Des milliers de personnes ont manifesté à Montclair.", "manifesté", "PROTEST"),
        ("Le Valdor a expulsé trois diplomates.", "expulsé", "SANCTION"),
        ("L'armée a déployé des soldats à la frontière.", "déployé", "MOBILIZE"),
        ("La police a interpellé cinq manifestants.", "interpellé", "COERCE"),
        ("Des hommes armés ont enlevé deux médecins.", "enlevé", "ASSAULT"),
    ],
)
def test_every_type_is_read_from_a_plain_sentence(acts: Acts, sentence: str, trigger: str, event_type: str) -> None:
    assert types(acts, sentence).get(trigger) == event_type


def test_a_form_that_is_verb_and_noun_is_read_by_its_place(acts: Acts) -> None:
    assert types(acts, "L'attaque a fait dix morts.") == {"attaque": "ASSAULT"}
    assert types(acts, "L'armée attaque les rebelles.")["attaque"] == "ASSAULT"
    assert acts("L'armée attaque les rebelles.")[0]["recipients"] == ["rebelles"]


def test_a_reflexive_verb_is_not_the_bare_one(acts: Acts) -> None:
    assert "appelle" not in types(acts, "Le président s'appelle Jean Morel.")


def test_a_phrase_is_marked_once_on_the_word_that_carries_its_meaning(acts: Acts) -> None:
    found = types(acts, "Les militants ont porté plainte contre le maire.")
    assert found == {"plainte": "ACCUSE"}


@pytest.mark.parametrize(
    "sentence",
    [
        "L'avant-centre a tiré deux fois au but pendant le match.",
        "Le joueur a attaqué l'étape de montagne dans le peloton.",
        "Une crise cardiaque l'a frappé en pleine rue.",
        "Il convient de modifier le règlement.",
    ],
)
def test_other_senses_are_no_events(acts: Acts, sentence: str) -> None:
    assert types(acts, sentence) == {}


def test_outside_politics_only_strong_words_of_conflict_are_events(acts: Acts) -> None:
    assert types(acts, "La rencontre entre les deux équipes est reportée.", political=False) == {}
    assert types(acts, "Des assaillants ont tué trois civils.", political=False) == {"tué": "ASSAULT"}


def test_a_report_on_public_life_is_told_from_one_on_a_village_feast() -> None:
    feast = "le comité des fêtes invite les habitants à un repas dansant dimanche à la salle du village et " * 4
    politics = "le gouvernement a présenté sa réforme au parlement malgré la grève des syndicats et " * 4
    assert not is_political(feast.split())
    assert is_political(politics.split())


def test_triggers_come_in_the_order_of_the_text_one_a_word(acts: Acts) -> None:
    found = acts("Le ministre a condamné l'attaque et promis une aide aux victimes.")
    words = [act["trigger"] for act in found]
    assert words == ["condamné", "attaque", "promis", "aide"]


def test_words_of_fixed_phrases_name_no_act(acts: Acts) -> None:
    assert types(acts, "Le pays est sorti de la guerre froide à l'aide de ses voisins.") == {}


def test_capitals_alone_are_an_acronym(acts: Acts) -> None:
    assert "RAID" not in types(acts, "Les hommes du RAID sont arrivés sur les lieux.")


def test_a_verb_of_demand_and_the_act_it_demands_are_two_events(acts: Acts) -> None:
    assert types(acts, "L'opposition exige le départ du président.") == {"exige": "REQUEST", "départ": "RETREAT"}


def test_a_participle_that_only_describes_is_no_event_where_the_word_has_other_senses(acts: Acts) -> None:
    assert "accru" not in types(acts, "Le maréchal compte sur un soutien militaire accru.")


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Le Valdor a demandé lundi à la marine voisine de cesser ses tirs.", "demandé"),
        ("La préfecture demande aux habitants de rester chez eux.", "demande"),
    ],
)
def test_a_demand_with_its_addressee_before_the_infinitive_is_one(acts: Acts, sentence: str, trigger: str) -> None:
    assert types(acts, sentence)[trigger] == "REQUEST"


def test_the_verb_of_a_phrase_is_no_second_act_of_its_type(acts: Acts) -> None:
    assert types(acts, "Trois personnes ont été mises en examen vendredi.") == {"examen": "ACCUSE"}


def test_a_call_to_strike_is_a_demand_and_the_strike_demanded(acts: Acts) -> None:
    assert types(acts, "Le syndicat appelle à la grève.") == {"appelle": "REQUEST", "grève": "PROTEST"}


def test_an_agreement_is_one_though_its_words_hold_a_fixed_phrase(acts: Acts) -> None:
    assert types(acts, "Les deux partis se sont mis d'accord sur un calendrier.")["accord"] == "AGREE"
    assert types(acts, "Les habitants sont d'accord avec le maire.") == {}


def test_to_dissolve_a_body_is_coercion_and_to_dissolve_sugar_nothing(acts: Acts) -> None:
    assert types(acts, "La junte a dissous le gouvernement.") == {"dissous": "COERCE"}
    assert types(acts, "Le chimiste a dissous le sucre.") == {}
