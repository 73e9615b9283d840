from tests.sources.made import BODY, LEAD, TITLE, archive, document

from selon.sources import read_bytes


def only(data):
    (found,) = read_bytes(data, "a.docx")
    return found


def test_paragraphs_become_lines_below_the_title():
    article = only(document([LEAD, "", BODY], TITLE)).article
    assert article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert article.title == TITLE


def test_a_first_paragraph_that_is_a_heading_is_the_title():
    article = only(document([TITLE, "Publié le 4 mars 2021", LEAD, BODY])).article
    assert (article.title, article.published) == (TITLE, "2021-03-04")


def test_tables_are_read_in_their_place():
    import io

    import docx

    made = docx.Document()
    made.add_paragraph(LEAD)
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Soldats", "30 000"
    made.add_paragraph(BODY)
    out = io.BytesIO()
    made.save(out)
    assert only(out.getvalue()).article.text == f"{LEAD}\n\nSoldats 30 000\n{BODY}"


def test_a_document_without_text_gives_a_reason():
    assert only(document([])).code == "no-text"


def test_a_damaged_document_gives_one_line():
    found = only(archive({"word/document.xml": "<w:document>", "[Content_Types].xml": "<Types/>"}))
    assert found.code == "damaged"
    assert "DOCX" in found.failed


def test_a_document_that_unpacks_to_far_more_than_its_size_is_not_opened():
    found = only(archive({"word/document.xml": b" " * 30_000_000}))
    assert found.code == "too-large"
