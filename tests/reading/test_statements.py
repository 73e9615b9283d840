from collections.abc import Callable

import pytest

from selon import Reading, Statement

Read = Callable[[str], Reading]


def only(reading: Reading) -> Statement:
    assert len(reading.statements) == 1, [
        (s.cue and s.cue.text, [c.text for c in s.content]) for s in reading.statements
    ]
    return reading.statements[0]


def told(statement: Statement) -> tuple[str | None, str | None, list[str]]:
    speaker = statement.speaker.span.text if statement.speaker else None
    return speaker, statement.cue.text if statement.cue else None, [c.text for c in statement.content]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« Nous quitterons la vallée avant l'hiver », a déclaré le ministre Henri Vasseur.",
            ("le ministre Henri Vasseur", "a déclaré", ["Nous quitterons la vallée avant l'hiver"]),
        ),
        ('"Le pont est détruit", affirme-t-il.', ("il", "affirme", ["Le pont est détruit"])),
        (
            "Le maire écrit : « Nous ne céderons rien aux milices. »",
            ("Le maire", "écrit", ["Nous ne céderons rien aux milices."]),
        ),
        (
            "« La route », a précisé le colonel, « reste fermée aux convois ».",
            ("le colonel", "a précisé", ["La route", "reste fermée aux convois"]),
        ),
        (
            "La ville est perdue pour les insurgés, a reconnu un officier.",
            ("un officier", "a reconnu", ["La ville est perdue pour les insurgés"]),
        ),
    ],
)
def test_direct_speech_is_given_to_whoever_the_incise_names(
    read: Read, text: str, expected: tuple[str, str, list[str]]
) -> None:
    assert told(only(read(text))) == expected


def test_direct_speech_has_its_form(read: Read) -> None:
    assert only(read("« Nous quitterons la vallée », a déclaré le ministre.")).form == "direct"


@pytest.mark.parametrize(
    ("text", "speaker", "content", "act"),
    [
        (
            "Le gouverneur a annoncé que les écoles resteraient fermées.",
            "Le gouverneur",
            "les écoles resteraient fermées",
            "announce",
        ),
        ("L'armée a appelé les habitants à quitter la ville.", "L'armée", "quitter la ville", "ask"),
        ("Le syndicat exige la libération des détenus.", "Le syndicat", "la libération des détenus", "demand"),
        ("Le ministre a démenti avoir rencontré les rebelles.", "Le ministre", "avoir rencontré les rebelles", "deny"),
        ("La présidente a promis de retirer les troupes.", "La présidente", "retirer les troupes", "promise"),
    ],
)
def test_indirect_speech_gives_clause_infinitive_or_phrase(
    read: Read, text: str, speaker: str, content: str, act: str
) -> None:
    statement = only(read(text))
    assert told(statement)[0] == speaker
    assert [c.text for c in statement.content] == [content]
    assert statement.act == act


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Selon la police, trois hommes ont été arrêtés.", "la police", ["trois hommes ont été arrêtés"]),
        ("Trois hommes ont été arrêtés, selon la police.", "la police", ["Trois hommes ont été arrêtés"]),
        ("D'après un témoin, les soldats ont tiré les premiers.", "un témoin", ["les soldats ont tiré les premiers"]),
    ],
)
def test_a_preposition_attributes_its_clause(read: Read, text: str, speaker: str, content: list[str]) -> None:
    statement = only(read(text))
    assert (told(statement)[0], told(statement)[2], statement.form) == (speaker, content, "prepositional")


@pytest.mark.parametrize(
    "text",
    [
        "Selon la loi, les élections ont lieu en mars.",
        "Les « amis » du président sont venus.",
        "Le prix varie selon que la récolte est bonne.",
    ],
)
def test_what_gives_nobodys_words_is_no_statement(read: Read, text: str) -> None:
    assert not read(text).statements


def test_a_statement_inside_another_is_within_it(read: Read) -> None:
    reading = read("Le général a affirmé que, selon les services secrets, les rebelles préparaient une offensive.")
    by_cue = {s.cue.text: s for s in reading.statements if s.cue}
    assert by_cue["selon"].within == by_cue["a affirmé"].id


def test_a_second_cue_ends_the_content_of_the_first(read: Read) -> None:
    reading = read("Le préfet a noté que la route était coupée et a regretté que les secours tardent.")
    assert [c.text for c in reading.statements[0].content] == ["la route était coupée"]


def test_a_passive_without_agent_has_no_speaker(read: Read) -> None:
    statement = only(read("Le ministre est accusé d'avoir livré des armes aux rebelles."))
    assert statement.speaker is None
    assert statement.act == "accuse"


def test_a_stray_quotation_mark_does_not_swallow_the_next_paragraph(read: Read) -> None:
    reading = read("Titre\n\nLe maire a dit « non aux milices.\n\nLe préfet a déclaré que la route était coupée.")
    assert ["la route était coupée"] in [[c.text for c in s.content] for s in reading.statements]
