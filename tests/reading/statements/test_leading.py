from collections.abc import Callable

import pytest

from selon import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Le Kremlin a démenti une nouvelle fois toute négociation avec les rebelles.",
            "toute négociation avec les rebelles",
        ),
        ("L'ONU a refusé une nouvelle fois de négocier avec les rebelles.", "négocier avec les rebelles"),
        ("Le maire a déclaré que de nouveau le pont était fermé.", "de nouveau le pont était fermé"),
    ],
)
def test_an_adverbial_of_repetition_between_cue_and_content_is_in_neither(read: Read, text: str, content: str) -> None:
    (statement,) = read(text).statements
    assert [c.text for c in statement.content] == [content]
