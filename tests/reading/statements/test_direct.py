from collections.abc import Callable, Sequence

import pytest

from selon.records import Statement

Told = tuple[str | None, str | None, list[str]]
Tell = Callable[[str], Sequence[Told]]
Find = Callable[[str], tuple[Statement, ...]]

INCISES = [
    (
        "« Nous rouvrirons le port dans une semaine », a pour sa part affirmé le préfet.",
        ("le préfet", "affirmé", ["Nous rouvrirons le port dans une semaine"]),
    ),
    (
        "« La route est coupée », ont indiqué lundi plusieurs témoins.",
        ("plusieurs témoins", "ont indiqué", ["La route est coupée"]),
    ),
    (
        "« Nous quitterons la vallée. Rien ne nous retient », a lancé le chef rebelle.",
        ("le chef rebelle", "a lancé", ["Nous quitterons la vallée. Rien ne nous retient"]),
    ),
    (
        "« Le pont tient », a expliqué à la radio publique une ingénieure.",
        ("une ingénieure", "a expliqué", ["Le pont tient"]),
    ),
    (
        "« Le pont tiendra », a promis hier, devant la presse, le préfet.",
        ("le préfet", "a promis", ["Le pont tiendra"]),
    ),
    (
        "« Les vivres arriveront », a garanti le préfet.",
        ("le préfet", "a garanti", ["Les vivres arriveront"]),
    ),
    (
        "« Nous ne partirons pas d'ici. Pas ce soir » : la bergère Anna Rivel attend les secours.",
        ("la bergère Anna Rivel", None, ["Nous ne partirons pas d'ici. Pas ce soir"]),
    ),
    (
        "« Le pont restera », peut-on lire sur une banderole.",
        ("une banderole", "peut-on lire", ["Le pont restera"]),
    ),
    (
        "« Nous sommes prêts, a déclaré la générale Morel. Nos hommes tiennent la crête. »",
        ("la générale Morel", "a déclaré", ["Nous sommes prêts", "Nos hommes tiennent la crête."]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), INCISES)
def test_an_incise_gives_the_quotation_to_its_speaker(told: Tell, text: str, expected: Told) -> None:
    assert expected in told(text)


def test_a_quotation_right_behind_the_sentence_of_an_incise_goes_on(told: Tell) -> None:
    text = "« Le barrage tient », a assuré le maire. « Les écoles rouvriront jeudi. »"
    assert told(text) == [("le maire", "a assuré", ["Le barrage tient", "Les écoles rouvriront jeudi."])]


def test_a_quotation_that_fills_its_sentence_is_of_whom_its_paragraph_tells(told: Tell) -> None:
    quotation = "« Nous avons eu très peur cette nuit. »"
    assert told(f"{quotation} Le maire a rouvert les écoles.")[0][0] == "Le maire"
    assert told(f"Le maire a rouvert les écoles. {quotation}")[0][0] == "Le maire"


def test_a_quotation_in_the_next_paragraph_stands_alone(statements_of: Find) -> None:
    text = "« Le barrage tient », a assuré le maire.\n\n« Nous avons eu très peur cette nuit. »"
    first, second = statements_of(text)
    assert (second.form, second.speaker) == ("free", None)
    assert len(first.content) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le ministre a lancé aux députés « vous devrez voter ce texte avant l'été ».",
            ("Le ministre", "a lancé", ["vous devrez voter ce texte avant l'été"]),
        ),
        ("La foule a crié « liberté pour tous ».", ("La foule", "a crié", ["liberté pour tous"])),
        (
            "Le colonel a réagi sur les ondes : « Nous tiendrons la ville. »",
            ("Le colonel", "a réagi", ["Nous tiendrons la ville."]),
        ),
    ],
)
def test_a_quotation_behind_its_verb_is_direct(statements_of: Find, told: Tell, text: str, expected: Told) -> None:
    assert expected in told(text)
    assert statements_of(text)[0].form == "direct"


@pytest.mark.parametrize(
    "text",
    [
        "Les « faucons » du parti ont gagné.",
        "Le rapport intitulé « Crise au nord » sera publié mardi.",
        "Le camp de la « Grande Plaine » a été évacué.",
    ],
)
def test_labels_and_titles_are_no_statements(told: Tell, text: str) -> None:
    assert told(text) == []


def test_an_incise_without_marks_is_indirect(statements_of: Find) -> None:
    (statement,) = statements_of("Les rebelles ont quitté la ville dans la nuit, a annoncé le gouverneur.")
    assert statement.form == "indirect"
    assert [c.text for c in statement.content] == ["Les rebelles ont quitté la ville dans la nuit"]


def test_a_second_verb_with_its_object_is_no_incise(told: Tell) -> None:
    text = "Le ministre, qui était en visite à Varna, a annoncé la fermeture du port."
    assert told(text) == [("Le ministre", "a annoncé", ["la fermeture du port"])]


def test_a_title_gives_its_quotation_to_the_name_before_the_colon(told: Tell) -> None:
    assert told("Morel : « Nous tiendrons la crête »\n\nLa bataille dure.")[0] == (
        "Morel",
        None,
        ["Nous tiendrons la crête"],
    )


def test_a_long_quotation_inside_a_sentence_is_free_and_its_subjects(statements_of: Find) -> None:
    (statement,) = statements_of("Le ministre Vasseur est arrivé « plein d'espoir et de confiance ».")
    assert (statement.form, statement.cue) == ("free", None)
    assert statement.speaker is not None
    assert statement.speaker.span.text == "Le ministre Vasseur"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« Je suis fatiguée », a dit à la radio une habitante, Anna Rivel, « Laissez-nous tranquilles ! »",
            ("une habitante", "a dit", ["Je suis fatiguée", "Laissez-nous tranquilles !"]),
        ),
        (
            '"Trois hommes ont été capturés dans la forêt", une réserve de chasse près du fleuve, a lancé le préfet.',
            ("le préfet", "a lancé", ["Trois hommes ont été capturés dans la forêt"]),
        ),
    ],
)
def test_a_gloss_beside_a_quotation_is_none_of_it(told: Tell, text: str, expected: Told) -> None:
    assert expected in [(speaker, cue, content) for speaker, cue, content in told(text)]


def test_no_word_of_a_quotation_says_the_next(told: Tell) -> None:
    text = 'Des milliers de personnes ont défilé, répétant "Je ne peux pas respirer" et chantant "Pas de paix sans justice !".'
    assert all(speaker != "Je" for speaker, _, _ in told(text))


def test_an_opening_mark_makes_no_incise(told: Tell) -> None:
    found = told(
        'Ils appelaient les élus à protester contre un maire qui "se moque des valeurs du pays", relate le journal.'
    )
    assert all(speaker != "valeurs" for speaker, _, _ in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Interrogé par l'AFP, le maire a répondu : « La digue tient. »",
            ("le maire", "a répondu", ["La digue tient."]),
        ),
        (
            "Sur la page de la mairie, on pouvait lire : « Merci à tous. »",
            ("la page de la mairie", "pouvait lire", ["Merci à tous."]),
        ),
        ("On pouvait lire sur une banderole : « Merci à tous. »", ("une banderole", "pouvait lire", ["Merci à tous."])),
    ],
)
def test_what_stands_before_a_colon_is_of_the_nearest_cue_and_of_the_text_read(
    told: Tell, text: str, expected: Told
) -> None:
    assert told(text) == [expected]


def test_a_clause_behind_its_source_is_told_once(told: Tell) -> None:
    text = "On apprend de source policière que deux hommes ont été arrêtés."
    assert [what for _, _, what in told(text)] == [["deux hommes ont été arrêtés"]]
