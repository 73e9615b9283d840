import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.reading.text import MAX_TOKENS, split_sentences, tokenize


def words(text: str) -> list[str]:
    return [t.text for t in tokenize(text)]


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’émissaire n'a pu", ["L’", "émissaire", "n'", "a", "pu"]),
        ("a-t-il dit", ["a", "-t-il", "dit"]),
        ("dit-on, affirme-t-elle", ["dit", "-on", ",", "affirme", "-t-elle"]),
        ("aujourd’hui quelqu'un", ["aujourd’hui", "quelqu'un"]),
        ("russo-biélorusses", ["russo-biélorusses"]),
        ("30.000 soldats", ["30.000", "soldats"]),
        ("30\u00a0000 soldats", ["30", "000", "soldats"]),
        ("à 18h30, le 1er mai", ["à", "18h30", ",", "le", "1er", "mai"]),
        ("l'O.N.U. et les U.S.A.", ["l'", "O.N.U.", "et", "les", "U.S.A."]),
        ("M. Duval et J.-P. Morin", ["M.", "Duval", "et", "J.-P.", "Morin"]),
        ("un rendez-vous", ["un", "rendez-vous"]),
        ("«\u00a0Non\u00a0»", ["«", "Non", "»"]),
    ],
)
def test_words_are_cut_as_french_cuts_them(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_sentences_glued_without_a_space_are_cut() -> None:
    assert sentences("Il quitte la frontière.La ville est calme.") == ["Il quitte la frontière.", "La ville est calme."]


def test_a_heading_glued_to_the_next_sentence_is_a_sentence_of_its_own() -> None:
    text = "Titre\n\nLe préfet s'inquiète de la frontièreLe chef des douanes a réagi."
    found = split_sentences(text)
    assert [text[s.start : s.end] for s in found][1:] == [
        "Le préfet s'inquiète de la frontière",
        "Le chef des douanes a réagi.",
    ]
    assert found[1].kind == "heading"


def test_a_name_in_camel_case_is_not_cut() -> None:
    assert words("Selon BelTA et le iPhone de McDonald") == ["Selon", "BelTA", "et", "le", "iPhone", "de", "McDonald"]


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    assert sentences('Il a dit : "Non." Puis il est parti.') == ['Il a dit : "Non."', "Puis il est parti."]


def test_an_abbreviation_ends_no_sentence() -> None:
    assert len(sentences("M. Duval a rencontré Mme Roche. Il part.")) == 2


def test_three_dots_before_a_small_letter_end_no_sentence() -> None:
    assert len(sentences("Ils ont… parlé longtemps.")) == 1


def test_a_byline_at_the_end_of_the_lead_stands_apart() -> None:
    text = "Titre\n\nUn accord a été trouvé, et... 17.01.2022, Agence du Nord\n\nLa suite."
    kinds = {text[s.start : s.end]: s.kind for s in split_sentences(text)}
    assert kinds["17.01.2022, Agence du Nord"] == "byline"


@pytest.mark.parametrize("dateline", ["PARIS (AFP) –", "NIAMEY, 12 mars (Reuters) -", "Genève (ATS) —"])
def test_a_dateline_stands_apart(dateline: str) -> None:
    found = split_sentences(f"Titre\n\n{dateline} Le ministre est parti.")
    assert [s.kind for s in found] == ["title", "byline", "body"]


def test_a_line_broken_in_mid_sentence_goes_on() -> None:
    assert len(sentences("Le ministre a quitté\nla capitale hier.")) == 1


def test_a_line_of_endless_text_is_cut_into_bounded_sentences() -> None:
    found = split_sentences("mot " * 50_000)
    assert max(len(s.tokens) for s in found) <= MAX_TOKENS


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_tokens_keep_their_characters_and_order(text: str) -> None:
    last = 0
    for sentence in split_sentences(text):
        for token in sentence.tokens:
            assert token.start >= last
            assert text[token.start : token.end] == token.text
            assert token.text.strip() == token.text != ""
            last = token.end


@given(st.text(alphabet="ab.A «»\"'’-!?…\n,:0", max_size=200))
def test_no_visible_character_is_lost(text: str) -> None:
    covered = {i for s in split_sentences(text) for t in s.tokens for i in range(t.start, t.end)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())
