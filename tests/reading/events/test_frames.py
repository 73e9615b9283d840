from collections.abc import Callable

import pytest

Acts = Callable[..., list[dict[str, object]]]


def parties(acts: Acts, sentence: str, trigger: str) -> tuple[object, object]:
    act = next(a for a in acts(sentence) if a["trigger"] == trigger)
    return act["actors"], act["recipients"]


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors", "recipients"),
    [
        ("L'armée a arrêté un journaliste.", "arrêté", ["armée"], ["journaliste"]),
        ("Un journaliste a été arrêté par l'armée.", "arrêté", ["armée"], ["journaliste"]),
        ("Deux journalistes ont été tués mardi près de la frontière.", "tués", [], ["journalistes"]),
        ("Un opposant arrêté par la police attend son procès.", "arrêté", ["police"], ["opposant"]),
        ("Accusé de corruption par l'opposition, le ministre a démissionné.", "Accusé", ["opposition"], ["ministre"]),
        ("Ayant été critiqué par ses alliés, le ministre a démissionné.", "critiqué", ["alliés"], ["ministre"]),
    ],
)
def test_a_passive_has_its_subject_as_recipient_and_its_agent_as_actor(
    acts: Acts, sentence: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(acts, sentence, trigger) == (actors, recipients)


def test_a_relative_clause_takes_the_noun_before_it(acts: Acts) -> None:
    assert parties(acts, "Les rebelles qui ont attaqué des soldats se sont repliés.", "attaqué")[0] == ["rebelles"]


def test_a_pronoun_before_the_verb_is_its_object(acts: Acts) -> None:
    assert parties(acts, "La police les a arrêtés dans la nuit.", "arrêtés") == (["police"], ["les"])


def test_a_dative_pronoun_is_whom_it_is_promised_to(acts: Acts) -> None:
    assert parties(acts, "Le gouvernement leur a promis une aide.", "promis") == (["gouvernement"], ["leur"])


def test_whom_a_thing_is_promised_to_may_hang_on_the_thing(acts: Acts) -> None:
    assert parties(acts, "La ministre a promis une aide d'urgence au maire.", "promis") == (["ministre"], ["maire"])


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors"),
    [
        ("Le président a demandé au gouvernement de libérer les prisonniers.", "libérer", ["gouvernement"]),
        ("L'ONU a exhorté les belligérants à cesser les combats.", "cesser", ["belligérants"]),
        ("Le ministre a promis de libérer les prisonniers.", "libérer", ["ministre"]),
    ],
)
def test_an_infinitive_is_done_by_whom_the_verb_above_addresses(
    acts: Acts, sentence: str, trigger: str, actors: list[str]
) -> None:
    assert parties(acts, sentence, trigger)[0] == actors


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors", "recipients"),
    [
        ("La France et l'Allemagne ont condamné les rebelles.", "condamné", ["France", "Allemagne"], ["rebelles"]),
        ("Les policiers ont arrêté le maire et son adjoint.", "arrêté", ["policiers"], ["maire", "adjoint"]),
        ("Les assaillants ont tué un passant et blessé deux gendarmes.", "blessé", ["assaillants"], ["gendarmes"]),
        ("Le maire a été arrêté puis libéré par la police.", "libéré", ["police"], ["maire"]),
    ],
)
def test_coordinated_words_share_their_part(
    acts: Acts, sentence: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(acts, sentence, trigger) == (actors, recipients)


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors", "recipients"),
    [
        ("L'armée a mené une offensive contre les rebelles.", "offensive", ["armée"], ["rebelles"]),
        ("L'armée a mené lundi des frappes contre les rebelles.", "frappes", ["armée"], ["rebelles"]),
        ("Une offensive a été lancée par l'armée contre les rebelles.", "offensive", ["armée"], ["rebelles"]),
        ("Une offensive menée par l'armée a fait dix morts.", "offensive", ["armée"], []),
        ("Une série d'attaques a été perpétrée par les rebelles.", "attaques", ["rebelles"], []),
        ("Les insurgés ont subi une attaque.", "attaque", [], ["insurgés"]),
        ("Le convoi a été la cible d'une attaque.", "attaque", [], ["convoi"]),
        ("L'attaque a tué deux soldats.", "attaque", [], ["soldats"]),
        ("Le colonel est accusé de tortures sur des prisonniers.", "tortures", ["colonel"], ["prisonniers"]),
        ("Les auteurs de l'attentat sont en fuite.", "attentat", ["auteurs"], []),
    ],
)
def test_an_act_named_by_a_noun_takes_the_parties_of_what_carries_it(
    acts: Acts, sentence: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(acts, sentence, trigger) == (actors, recipients)


def test_an_arrest_of_somebody_has_them_as_recipient(acts: Acts) -> None:
    sentence = "L'arrestation du maire par la gendarmerie a surpris ses partisans."
    assert parties(acts, sentence, "arrestation") == (["gendarmerie"], ["maire"])


def test_adjectives_of_countries_name_the_actor(acts: Acts) -> None:
    assert parties(acts, "Des frappes aériennes russes ont repris.", "frappes")[0] == ["russes"]


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors"),
    [
        ("Les négociations entre Paris et Rome ont repris.", "négociations", ["Paris", "Rome"]),
        (
            "Des affrontements entre la police et les manifestants ont éclaté.",
            "affrontements",
            ["police", "manifestants"],
        ),
        ("Le ministre s'est entretenu avec son homologue polonais.", "entretenu", ["ministre", "homologue"]),
        ("Le président et le roi se sont rencontrés à Genève.", "rencontrés", ["président", "roi"]),
    ],
)
def test_both_parties_of_a_mutual_act_are_actors(acts: Acts, sentence: str, trigger: str, actors: list[str]) -> None:
    assert parties(acts, sentence, trigger) == (actors, [])


def test_son_before_an_act_stands_for_the_subject(acts: Acts) -> None:
    sentence = "L'armée poursuit son offensive contre les rebelles."
    assert parties(acts, sentence, "offensive") == (["armée"], ["rebelles"])


def test_things_and_acts_take_no_part_but_those_they_belong_to_do(acts: Acts) -> None:
    assert parties(acts, "Des soldats ont été tués par une explosion.", "tués")[0] == []
    assert parties(acts, "Des soldats ont été tués par les tirs des insurgés.", "tués")[0] == ["insurgés"]


def test_who_undergoes_what_is_made_happen_is_the_object_of_the_infinitive(acts: Acts) -> None:
    sentence = "La junte a fait taire les opposants."
    assert parties(acts, sentence, "taire") == (["junte"], ["opposants"])


@pytest.mark.parametrize(
    ("sentence", "trigger", "recipients"),
    [
        ("Des hommes armés ont attaqué à l'aube l'ambassade de Tornavie.", "attaqué", ["ambassade"]),
        ("Les rebelles ont enlevé lundi, près du fleuve, deux médecins.", "enlevé", ["médecins"]),
    ],
)
def test_an_object_may_stand_behind_times_and_places(
    acts: Acts, sentence: str, trigger: str, recipients: list[str]
) -> None:
    assert parties(acts, sentence, trigger)[1] == recipients


@pytest.mark.parametrize(
    ("sentence", "trigger", "recipients"),
    [
        ("Un attentat contre un hôtel a secoué la ville.", "attentat", ["hôtel"]),
        ("L'attaque a endommagé une école.", "attaque", ["école"]),
        ("La police a perquisitionné un hôtel.", "perquisitionné", []),
    ],
)
def test_buildings_undergo_attacks_alone(acts: Acts, sentence: str, trigger: str, recipients: list[str]) -> None:
    assert parties(acts, sentence, trigger)[1] == recipients


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors", "recipients"),
    [
        ("Une attaque qui a coûté la vie à trois bergers a ému le pays.", "attaque", [], ["bergers"]),
        ("L'attentat a causé la mort de deux gendarmes.", "attentat", [], ["gendarmes"]),
        ("Une attaque a eu lieu, touchant une dizaine de passants.", "attaque", [], ["dizaine"]),
        ("L'offensive a duré deux jours et a été menée par l'armée.", "offensive", ["armée"], []),
        ("Les soldats ont salué l'offensive que mène la coalition.", "offensive", ["coalition"], []),
        ("Le tireur lui a porté deux coups de couteau.", "coups", ["tireur"], ["lui"]),
    ],
)
def test_a_clause_about_an_act_names_its_parties(
    acts: Acts, sentence: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(acts, sentence, trigger) == (actors, recipients)


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors"),
    [
        ("La volonté du général d'attaquer les rebelles inquiète.", "attaquer", ["général"]),
        ("Le général a annoncé son intention d'attaquer les rebelles.", "attaquer", ["général"]),
    ],
)
def test_an_infinitive_behind_a_noun_of_will_is_done_by_who_wills_it(
    acts: Acts, sentence: str, trigger: str, actors: list[str]
) -> None:
    assert parties(acts, sentence, trigger)[0] == actors


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors", "recipients"),
    [
        (
            "Le maire a été critiqué par l'opposition et par ses alliés.",
            "critiqué",
            ["opposition", "alliés"],
            ["maire"],
        ),
        ("Dix soldats, dont deux officiers, ont été tués.", "tués", [], ["soldats", "officiers"]),
        ("Un pacte signé entre Rome et Berne inquiète.", "signé", ["Rome", "Berne"], []),
        ("Deux mineurs ont été blessés par des tirs policiers.", "blessés", ["policiers"], ["mineurs"]),
        ("La mort d'un lycéen a été dénoncée par les syndicats.", "dénoncée", ["syndicats"], []),
    ],
)
def test_lists_parts_and_forces_are_parties_too(
    acts: Acts, sentence: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(acts, sentence, trigger) == (actors, recipients)


@pytest.mark.parametrize(
    ("sentence", "trigger", "recipients"),
    [
        ("Je vous demande de libérer les prisonniers.", "demande", ["vous"]),
        ("Le juge a ouvert une enquête à la demande du maire.", "demande", ["juge"]),
    ],
)
def test_whom_a_request_addresses_is_a_pronoun_or_who_follows_it(
    acts: Acts, sentence: str, trigger: str, recipients: list[str]
) -> None:
    assert parties(acts, sentence, trigger)[1] == recipients


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors", "recipients"),
    [
        ("Le maire, à qui la préfète a adressé un ultimatum, se tait.", "ultimatum", ["préfète"], ["maire"]),
        ("Le maire, dont la police a annoncé l'arrestation, se tait.", "arrestation", ["police"], ["maire"]),
        ("Le maire, contre lequel des rebelles ont mené une attaque, se tait.", "attaque", ["rebelles"], ["maire"]),
        ("Deux soldats, dont un officier, ont attaqué des habitants.", "attaqué", ["soldats"], ["habitants"]),
    ],
)
def test_a_relative_pronoun_gives_the_noun_before_it_the_slot_of_its_preposition(
    acts: Acts, sentence: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(acts, sentence, trigger) == (actors, recipients)


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors"),
    [
        ("La ministre a contraint le maire à libérer des otages.", "libérer", ["maire"]),
        ("La ministre a ordonné aux soldats d'attaquer des rebelles.", "attaquer", ["soldats"]),
        ("La ministre a promis au maire d'attaquer les rebelles.", "attaquer", ["ministre"]),
        ("Samedi, les habitants dénonçant la misère, des policiers sont venus.", "dénonçant", ["habitants"]),
        ("Le maire se tait, a dit la ministre, tout en accusant les rebelles.", "accusant", ["ministre"]),
        ("Les rebelles attaqueront-ils la ville ?", "attaqueront", ["rebelles"]),
    ],
)
def test_who_is_understood_as_the_subject_of_a_verb_is_found(
    acts: Acts, sentence: str, trigger: str, actors: list[str]
) -> None:
    assert parties(acts, sentence, trigger)[0] == actors


def test_a_bare_number_is_the_subject_of_a_passive(acts: Acts) -> None:
    text = "Dix soldats ont été tués et 187 ont été blessés."
    assert [parties(acts, text, t)[1] for t in ("tués", "blessés")] == [["soldats"], ["187"]]


def test_whom_a_death_befalls_has_no_part_in_an_act_on_it(acts: Acts) -> None:
    assert parties(acts, "Le maire a dénoncé la mort de Paul Roche.", "dénoncé")[1] == []
