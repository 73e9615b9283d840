from hypothesis import given
from hypothesis import strategies as st

from selon.sources import read_bytes

SENTENCE = "Le ministère d'Orvieu a annoncé mardi le retrait de ses troupes, après des semaines de pourparlers. "
LINES = st.text(
    st.characters(codec="utf-8", exclude_characters="<{[\x7f", exclude_categories=["Cc", "Cs"]), max_size=80
)


def only(data, **kwargs):
    (found,) = read_bytes(data, "note.txt", **kwargs)
    return found


@given(st.lists(LINES, max_size=6), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_the_text_of_a_utf8_file_is_unchanged(lines, end):
    text = "À Orvieu" + end.join(lines)
    assert only(text.encode()).article.text == text


def test_the_first_line_is_the_title_and_the_date_comes_from_the_byline():
    found = only(f"Orvieu retire ses troupes\n\nPublié le 4 mars 2021 à 10h05\n\n{SENTENCE}".encode())
    assert found.article.title == "Orvieu retire ses troupes"
    assert found.article.published == "2021-03-04"
    assert (found.notes, found.where, found.failed) == ((), "note.txt", None)


def test_no_date_is_noted():
    assert [note.code for note in only(SENTENCE.encode()).notes] == ["no-date"]


def test_five_megabytes_are_read():
    text = SENTENCE * 50_000
    found = only(text.encode())
    assert found.article.text == text
    assert found.article.lang == "fr"


def test_a_line_of_200_000_characters_is_read():
    assert len(only((SENTENCE * 2500)[:200_000].encode()).article.text) == 200_000


def test_unbalanced_quotation_marks_are_only_characters():
    text = '« Oui " a dit » la “ ministre «« et « puis'
    assert only(text.encode()).article.text == text


def test_null_characters_in_a_text_are_kept():
    found = only(f"{SENTENCE}\x00{SENTENCE}".encode())
    assert "\x00" in found.article.text
    assert "nulls" in [note.code for note in found.notes]


def test_another_encoding_is_noted():
    found = only(f"Orvieu cède à l'été\n\n{SENTENCE}".encode("cp1252"))
    assert found.article.text.startswith("Orvieu cède à l'été")
    assert "encoding" in [note.code for note in found.notes]


def test_a_text_of_invisible_characters_is_empty():
    assert "empty" in only("\u00a0\u200b\u2003\n".encode()).failed
