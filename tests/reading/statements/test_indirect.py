from collections.abc import Callable, Sequence

import pytest

from selon.records import Statement

Told = tuple[str | None, str | None, list[str]]
Tell = Callable[[str], Sequence[Told]]
Find = Callable[[str], tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Le préfet a annoncé que la route serait coupée, a rapporté la radio.", "la route serait coupée"),
        ("Le préfet a affirmé que le pont tenait, ajoutant que les secours arrivaient.", "le pont tenait"),
        ("Le général a indiqué que ses hommes avançaient, sans préciser leur nombre.", "ses hommes avançaient"),
        ("Alors que le préfet estime que le pont tient, les habitants ont fui.", "le pont tient"),
        ("Le maire a déclaré lundi à la presse que l'école rouvrirait, ce qui a surpris.", "l'école rouvrirait"),
        ("L'armée a annoncé qu'elle quittait le nord, deux jours après la trêve.", "elle quittait le nord"),
    ],
)
def test_a_content_clause_ends_where_the_narrator_goes_on(told: Tell, text: str, content: str) -> None:
    assert [content] in [c for _, _, c in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« Nous exigeons que les milices partent », a dit le maire.",
            ("Nous", "exigeons", ["les milices partent"]),
        ),
        (
            "« Nous demandons à tous de rester chez eux », a lancé le préfet.",
            ("Nous", "demandons", ["rester chez eux"]),
        ),
    ],
)
def test_a_demand_inside_a_quotation_ends_with_the_quotation(told: Tell, text: str, expected: Told) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "« Nous pensons que le pont tiendra », a dit le maire.",
        "Je crois que le pont tiendra.",
    ],
)
def test_a_thought_in_the_first_person_adds_no_voice(told: Tell, text: str) -> None:
    assert all(cue not in {"pensons", "crois"} for _, cue, _ in told(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le maire a réuni les élus et indiqué que la trêve tenait.",
            ("Le maire", "indiqué", ["la trêve tenait"]),
        ),
        (
            "Le maire a de nouveau accusé la milice de piller les fermes.",
            ("Le maire", "accusé", ["piller les fermes"]),
        ),
        (
            "« La trêve tient », a dit le maire, ajoutant que les secours arrivaient.",
            ("le maire", "ajoutant", ["les secours arrivaient"]),
        ),
        (
            "L'Union du Nord s'y oppose et demande au gouvernement de renoncer au projet.",
            ("L'Union du Nord", "demande", ["renoncer au projet"]),
        ),
        (
            "Le porte-parole de la milice, qui a promis de respecter la trêve, est parti.",
            ("Le porte-parole de la milice", "a promis", ["respecter la trêve"]),
        ),
    ],
)
def test_the_speaker_is_the_subject_that_governs_the_cue(told: Tell, text: str, expected: Told) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Le gouvernement a démenti vendredi toute négociation avec les rebelles.",
            "toute négociation avec les rebelles",
        ),
        ("Le syndicat réclame le départ du directeur, Paul Ternier.", "le départ du directeur"),
        ("L'évêque a dit son attachement à la paix.", "son attachement à la paix"),
        ("Le ministre a jugé « inacceptable » la présence des milices.", "« inacceptable » la présence des milices"),
        ("Le ministre se dit confiant.", "confiant"),
        ("Le maire a qualifié l'attaque d'acte lâche.", "l'attaque d'acte lâche"),
        ("La présidente a appelé à un cessez-le-feu immédiat.", "un cessez-le-feu immédiat"),
        ("La présidente a déclaré mardi avoir signé le décret.", "avoir signé le décret"),
        ("La présidente a évoqué la possibilité de fermer la frontière.", "la possibilité de fermer la frontière"),
    ],
)
def test_phrases_attributes_and_infinitives_are_content(told: Tell, text: str, content: str) -> None:
    assert [c for _, _, c in told(text)] == [[content]]


@pytest.mark.parametrize(
    "text",
    [
        "Des milliers de personnes ont défilé pour dénoncer la réforme.",
        "Le préfet n'a pas précisé si la route rouvrirait.",
        "Le général ne dit pas que la ville est tombée.",
        "Le pays soutient les rebelles.",
        "On sait que la rivière monte au printemps.",
        "Le pays a rappelé son ambassadeur.",
        "Le ministre a évoqué son prédécesseur.",
    ],
)
def test_what_is_not_uttered_is_no_statement(told: Tell, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Comme l'a rappelé le ministre, la frontière reste fermée.",
            ("le ministre", "a rappelé", ["la frontière reste fermée"]),
        ),
        (
            "La frontière reste fermée, comme le souligne le rapport.",
            ("le rapport", "souligne", ["La frontière reste fermée"]),
        ),
    ],
)
def test_a_clause_in_comme_attributes_the_main_clause(told: Tell, text: str, expected: Told) -> None:
    assert expected in told(text)


def test_a_passive_gives_its_subject_to_its_agent(told: Tell) -> None:
    assert told("L'attentat a été revendiqué par les Brigades du Sud.") == [
        ("les Brigades du Sud", "a été revendiqué", ["L'attentat"])
    ]


def test_a_quoted_word_makes_the_content_mixed(statements_of: Find) -> None:
    (statement,) = statements_of("Le maire a affirmé que la trêve était « fragile ».")
    assert statement.form == "mixed"


def test_a_quotation_over_two_sentences_is_whole(told: Tell) -> None:
    text = "Le maire a ajouté que « la trêve est fragile. Nous restons prudents. »"
    assert told(text)[0][2] == ["la trêve est fragile. Nous restons prudents."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Les attaques, revendiquées par le groupe armé, ont visé un hôtel.",
            ("le groupe armé", "revendiquées", ["Les attaques"]),
        ),
        (
            "Le maire a été critiqué dans son propre parti pour sa lenteur.",
            (None, "a été critiqué", ["sa lenteur"]),
        ),
        (
            "L'armée a ordonné aux habitants du port de quitter la ville.",
            ("L'armée", "a ordonné", ["quitter la ville"]),
        ),
        (
            "Le syndicat avait fait savoir mercredi que la grève continuait.",
            ("Le syndicat", "avait fait savoir", ["la grève continuait"]),
        ),
        (
            "La mairie, surprise par la crue, avait fait savoir lundi qu'elle fermait le pont.",
            ("La mairie", "avait fait savoir", ["elle fermait le pont"]),
        ),
        (
            "Le maire se tait alors que soixante élus ont appelé au boycott du sommet.",
            ("soixante élus", "ont appelé", ["boycott du sommet"]),
        ),
    ],
)
def test_who_tells_what_is_read_by_its_construction(told: Tell, text: str, expected: Told) -> None:
    assert expected in told(text)


def test_a_relative_clause_behind_an_adjective_is_no_clause_of_the_cue(told: Tell) -> None:
    ((_, _, content),) = told("Le général confirme les liens étroits qu'entretenait la milice avec le parti.")
    assert content[0].startswith("les liens étroits")


@pytest.mark.parametrize(
    "text",
    [
        "Ces décisions ont été annoncées après une réunion de crise.",
        "Ces attaques n'ont pour l'heure pas été revendiquées.",
        "Les soldats avancent vers la frontière contestée entre ces deux pays.",
        "La ville a fermé le pont, ce qui explique la hausse des prix.",
        "Il part dans l'espoir de concessions ou parce que son armée est faible.",
        "Il est entendu pour des soupçons de projet d'attentat datant du mois dernier.",
        "Le juge a saisi ses déclarations de revenus.",
    ],
)
def test_what_nobody_is_said_to_tell_is_no_statement(told: Tell, text: str) -> None:
    assert not told(text)


def test_a_condition_is_no_content(told: Tell) -> None:
    text = "Le ministre s'est dit favorable à un geste, à condition que le prisonnier soit relâché."
    assert [content for _, _, content in told(text)] == [["favorable à un geste"]]
