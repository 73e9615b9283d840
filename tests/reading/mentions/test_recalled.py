"""Whom a noun takes up again under another word."""

from tests.reading.mentions.parties import Read, speakers


def test_a_newspaper_is_taken_up_by_its_noun(read: Read) -> None:
    reading = read("Le Washington Post a révélé l'affaire. Le quotidien américain affirme que deux hommes ont menti.")
    assert "The Washington Post" in speakers(reading)


def test_an_expert_is_taken_up_by_another_noun_of_experts(read: Read) -> None:
    reading = read("Le politologue Bruno Valdec est inquiet. L'universitaire estime que la crise va durer.")
    assert "Bruno Valdec" in speakers(reading)


def test_a_noun_of_another_profession_takes_nobody_up(read: Read) -> None:
    reading = read("Le politologue Bruno Valdec est inquiet. L'artiste estime que la crise va durer.")
    assert "Bruno Valdec" not in speakers(reading)
