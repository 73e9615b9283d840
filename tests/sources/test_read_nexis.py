import pytest
from tests.sources.made import BODY, LEAD, TITLE, document, nexis_lines

from selon.sources import read_bytes


def read(lines):
    return list(read_bytes(document(lines), "n.DOCX"))


def codes(found):
    return [note.code for note in found.notes]


def test_a_document_gives_title_text_day_and_outlet():
    (found,) = read(nexis_lines())
    article = found.article
    assert article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert (article.title, article.published, article.outlet) == (TITLE, "2021-03-04", "Le Courrier du Nord")
    assert found.where == "n.DOCX#1"


def test_the_same_lines_are_read_from_plain_text():
    (found,) = read_bytes("\n".join(nexis_lines(body=(LEAD, "", BODY))).encode(), "n.txt")
    assert found.article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"


def test_several_articles_and_a_list_of_contents_are_parted():
    cover = ["Documents (2)", "1. Orvieu cède la vallée", "2. Fin", "Client/Matter: -None-"]
    found = read([*cover, *nexis_lines(), *nexis_lines(title="Fin", body=("Autre texte.",))])
    assert [f.article.title for f in found] == [TITLE, "Fin"]
    assert [codes(f) for f in found] == [[], []]


def test_a_count_in_the_list_of_contents_is_checked():
    (found,) = read(["Documents (12)", *nexis_lines()])
    assert codes(found) == ["declared-count"]


def test_a_date_in_the_headline_is_not_that_of_the_article():
    (found,) = read(nexis_lines(title="12 mars 2020, le jour où tout a changé, partie 1"))
    assert found.article.published == "2021-03-04"
    assert found.article.title.startswith("12 mars 2020")


@pytest.mark.parametrize(
    "day", ["4 mars 2021 jeudi", "jeudi 4 mars 2021", "March 4, 2021 Thursday 10:00 AM GMT", "4 mars 2021 jeudi 10:00"]
)
def test_the_day_is_read_in_french_and_english(day):
    (found,) = read(nexis_lines(day=day))
    assert found.article.published == "2021-03-04"


def test_french_labels_are_known():
    lines = [
        TITLE,
        "Le Courrier du Nord",
        "Édition nationale",
        "4 mars 2021",
        "Copyright 2021",
        "Longueur: 12 mots",
        "Auteur: A. Vels",
    ]
    (found,) = read(
        [
            *lines,
            "Encart: Un retrait attendu",
            "Corps",
            LEAD,
            BODY,
            "Date de chargement: 5 mars 2021",
            "Fin du document",
        ]
    )
    assert found.article.text == f"{TITLE}\n\nUn retrait attendu\n{LEAD}\n{BODY}"
    assert found.article.outlet == "Le Courrier du Nord"


def test_labels_within_the_body_stay_in_it():
    (found,) = read(nexis_lines(body=(LEAD, "Section: un mot que la ministre emploie souvent.", BODY)))
    assert "Section: un mot" in found.article.text


def test_an_error_page_costs_only_itself_whatever_blank_lines_there_are():
    error = nexis_lines(body=("This document is not available due to copyright restrictions.",))
    found = read(
        [*nexis_lines(), "", "", "", *error, "", "", *nexis_lines(title="Fin", body=("", "", "Autre texte.", ""))]
    )
    assert [f.code for f in found] == [None, "error-page", None]
    assert found[1].where == "n.DOCX#2"


def test_old_exports_with_numbered_documents_are_read_and_their_count_checked():
    piece = (
        "                               {} of 383 DOCUMENTS\n\n\n                             Le Courrier du Nord\n\n"
        f"                              jeudi 4 mars 2021\n\n{{}}\n\nAUTEUR: Anna Vels\n\nRUBRIQUE: MONDE; Pg. 3\n\nLONGUEUR: 484 mots\n\n\n\n"
        f"{LEAD}\n\n\n{BODY}\n\nDATE-CHARGEMENT: 5 mars 2021\n\nLANGUE: FRENCH\n\n"
    )
    one, two = read_bytes((piece.format(8, TITLE) + piece.format(9, "Fin")).encode(), "n.txt")
    assert one.article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert (one.article.published, one.article.outlet, two.article.title) == (
        "2021-03-04",
        "Le Courrier du Nord",
        "Fin",
    )
    assert codes(two) == ["duplicate-text", "declared-count"]
