"""Whom the first and second person mean inside somebody's words."""

from tests.reading.mentions.parties import Read, everyone, speakers


def test_i_inside_somebodys_words_is_the_speaker(read: Read) -> None:
    reading = read("«\u00a0Je demande que la ville soit aidée\u00a0», a déclaré Nadia Verlaine.")
    assert speakers(reading) == {"Nadia Verlaine"}


def test_you_is_the_one_whom_the_words_call_upon(read: Read) -> None:
    reading = read("«\u00a0Emmanuel Macron, vous avez bombardé la ville de Zorov\u00a0», a déclaré le chef rebelle.")
    assert any(m.span.text == "vous" and m.name == "Emmanuel Macron" for m in everyone(reading))
