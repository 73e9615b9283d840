import pytest

from selon.sources.language import detect_language, language_code, language_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le ministre a déclaré que la réunion aurait lieu mardi dans la capitale.", "fr"),
        ("Minister oświadczył we wtorek, że spotkanie odbędzie się w stolicy kraju.", "pl"),
        ("The minister said on Tuesday that the meeting would take place in the capital.", "en"),
        ("El ministro dijo el martes que la reunión tendrá lugar en la capital.", "es"),
        ("Министр заявил во вторник, что встреча пройдёт в столице.", "ru"),
    ],
)
def test_a_sentence_is_enough_to_tell_its_language(text, code):
    found, sure = detect_language(text)
    assert found == code
    assert sure >= 0.5


@pytest.mark.parametrize("text", ["", "Accord à Orvieu", "12 " * 100, "a" * 200])
def test_too_little_to_tell_gives_no_language(text):
    assert detect_language(text) is None


def test_plain_french_needs_no_model(monkeypatch):
    def unexpected():
        raise AssertionError("model loaded")

    monkeypatch.setattr("selon.sources.language._identifier", unexpected)
    text = "Le ministre a dit que les troupes et leurs chefs ne sont pas dans la capitale, où une trêve est en vigueur."
    assert detect_language(text) == ("fr", 1.0)


@pytest.mark.parametrize("name", ["fr", "FR", "fr-FR", "fr_CA", "fra", "fre", "French", "français"])
def test_names_and_codes_of_french_are_one(name):
    assert language_code(name) == "fr"


def test_languages_have_english_names():
    assert language_name("pl") == "Polish"
    assert language_name("xx") == "xx"
