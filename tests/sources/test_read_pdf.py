import io

from pypdf import PdfReader, PdfWriter
from tests.sources.made import TITLE, pdf

from selon.sources import read_bytes

LINES = [
    "Le gouvernement d'Orvieu a annoncé jeudi le retrait de ses trou-",
    "pes de la vallée de Tarsk. Le porte-parole de l'armée, le colo-",
    "nel Iven Dars, a dit que les soldats partiraient, et un vice-",
    "ministre a refusé de répondre.",
    "« Nous tiendrons parole », a déclaré la ministre.",
]
TEXT = (
    "Le gouvernement d'Orvieu a annoncé jeudi le retrait de ses troupes de la vallée de Tarsk. Le porte-parole de l'armée, le "
    "colonel Iven Dars, a dit que les soldats partiraient, et un vice-ministre a refusé de répondre."
)


def only(data):
    (found,) = read_bytes(data, "a.pdf")
    return found


def codes(found):
    return [note.code for note in found.notes]


def test_lines_and_broken_words_are_joined_and_compounds_keep_their_hyphen():
    text = only(pdf([TITLE, "4 mars 2021", *LINES])).article.text
    assert TEXT in text
    assert text.endswith("\n« Nous tiendrons parole », a déclaré la ministre.")


def test_the_title_and_the_printed_date_are_found():
    article = only(pdf([TITLE, "Publié le 4 mars 2021", *LINES])).article
    assert (article.title, article.published) == (TITLE, "2021-03-04")


def test_what_is_printed_on_most_pages_is_left_out():
    pages = [
        [
            "Le Courrier du Nord",
            *[f"La phrase {n} de la page {m} est ici, dans la vallée." for n in range(6)],
            f"Page {m}",
        ]
        for m in range(4)
    ]
    text = only(pdf(*pages)).article.text
    assert "Le Courrier du Nord" not in text
    assert "Page" not in text.replace("page", "")
    assert text.count("La phrase") == 24


def test_a_file_without_text_is_told_to_be_scanned():
    found = only(pdf([], []))
    assert found.code == "scanned"
    assert "OCR" in found.failed


def test_pages_without_text_are_told():
    assert "pages" in codes(only(pdf([TITLE, *LINES], [])))


def test_a_locked_file_gives_a_reason():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([TITLE, *LINES]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    found = only(out.getvalue())
    assert found.code == "encrypted"
    assert "password" in found.failed


def test_a_file_that_breaks_off_gives_one_line(caplog):
    data = pdf([TITLE, *LINES])
    for end in range(0, len(data), 150):
        found = only(data[:end] or b"%PDF-1.4")
        assert found.article or found.code in ("damaged", "scanned")
    assert not caplog.records
