import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.sources.encoding import decode, encoding_notes

FRENCH = "« L’été dernier, à Orvieu, la présidente a répété : « Ça suffit » », note l'élu. Où est Noël ? À côté."


@given(st.text(st.characters(codec="utf-8"), max_size=200).filter(lambda text: not text.startswith("\ufeff")))
def test_utf8_comes_back_as_it_was(text):
    data = text.encode()
    decoded = decode(data)
    if decoded.encoding == "utf-8":
        assert decoded.text == text


@given(st.binary(max_size=300))
def test_decoding_never_fails(data):
    decoded = decode(data)
    assert decoded.text.encode("utf-8").decode("utf-8") == decoded.text
    encoding_notes(decoded)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(encoding):
    decoded = decode(FRENCH.encode(encoding))
    assert decoded.text == FRENCH
    assert decoded.certain
    assert encoding_notes(decoded) == ()


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16-le", "utf-16-be"])
def test_french_in_an_old_encoding_comes_out_as_french_with_a_note(encoding):
    decoded = decode(FRENCH.encode(encoding))
    assert decoded.text == FRENCH
    assert not decoded.certain
    assert [note.code for note in encoding_notes(decoded)] == ["encoding"]


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859-15", "cp850"])
def test_french_letters_without_typographic_signs_come_out_too(encoding):
    text = "L'été dernier, à Orvieu, la présidente a répété que ça suffisait."
    assert decode(text.encode(encoding)).text == text


def test_another_language_in_an_old_encoding_is_left_to_the_guess():
    text = "Minister spraw zagranicznych oświadczył we wtorek, że spotkanie odbędzie się w Łodzi."
    assert decode(text.encode("cp1250")).text == text


def test_utf8_with_a_bad_byte_loses_that_byte_only():
    decoded = decode("Déjà vu à Orvieu, ".encode() + b"\xff" + " où l'élu a été réélu.".encode())
    assert decoded.text == "Déjà vu à Orvieu, \ufffd où l'élu a été réélu."
    assert "lost characters: 1" in encoding_notes(decoded)[0].message


def test_utf8_cut_within_a_letter_is_still_utf8():
    assert decode("Le cortège a été dispersé".encode()[:-1]).text == "Le cortège a été dispers\ufffd"


def test_utf8_once_misread_is_noted_and_not_repaired():
    broken = "Le cortège a été dispersé".encode().decode("cp1252")
    decoded = decode(broken.encode())
    assert decoded.text == broken
    assert [note.code for note in encoding_notes(decoded)] == ["mojibake"]


def test_good_french_is_not_taken_for_misread():
    assert encoding_notes(decode(FRENCH.encode())) == ()


def test_a_declared_encoding_counts_only_where_the_bytes_are_no_utf8():
    assert decode(FRENCH.encode(), declared="iso-8859-1").text == FRENCH
    assert decode("Привет из Минска".encode("cp1251"), declared="windows-1251").text == "Привет из Минска"
    assert decode(FRENCH.encode("cp1252"), declared="no such thing").text == FRENCH
