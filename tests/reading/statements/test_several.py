from collections.abc import Callable

import pytest

from selon import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "speaker", "country"),
    [
        ("Paris, Berlin et Rome ont appelé à la fin des combats.", "Paris, Berlin et Rome", None),
        ("« La trêve tient », ont déclaré Paul Arvant et Jeanne Morel.", "Paul Arvant et Jeanne Morel", None),
        ("Le président français et la diplomatie française estiment que la trêve tient.",
         "Le président français et la diplomatie française", "FRA"),
    ],
)  # fmt: skip
def test_several_speak_as_one_without_a_name(read: Read, text: str, speaker: str, country: str | None) -> None:
    (statement,) = read(text).statements
    told = statement.speaker
    assert told is not None
    assert (told.span.text, told.name, told.entity, told.country) == (speaker, None, None, country)


def test_one_who_has_two_offices_speaks_alone(read: Read) -> None:
    (statement,) = read("Le ministre et porte-parole du gouvernement a dit que la trêve tenait.").statements
    assert statement.speaker is not None
    assert statement.speaker.span.text == "Le ministre"


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Le ministre a noté que la trêve tenait et s'est interrogé sur la suite.",
            [["la trêve tenait"], ["la suite"]],
        ),
        ("Le ministre a noté que la trêve tenait et a appelé au calme.", [["la trêve tenait"], ["calme"]]),
    ],
)
def test_what_one_says_ends_before_the_next_thing_one_says(read: Read, text: str, contents: list[list[str]]) -> None:
    assert [[c.text for c in s.content] for s in read(text).statements] == contents
