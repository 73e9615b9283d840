import pytest
from tests.sources.made import BODY, LEAD, TITLE, factiva_html, factiva_record

from selon.sources import read_bytes


def read(text, name="f.txt"):
    return list(read_bytes(text if isinstance(text, bytes) else text.encode(), name))


def codes(found):
    return [note.code for note in found.notes]


def test_a_coded_record_gives_title_lead_and_text_and_nothing_of_the_other_fields():
    (found,) = read(factiva_record())
    article = found.article
    assert article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert (article.published, article.outlet) == ("2021-03-04", "Le Courrier du Nord")
    assert article.id == "CDN0000020210304eh340001x"


def test_records_are_parted_and_what_stands_above_them_left_out():
    text = f"Résultats de la recherche\n\n{factiva_record()}\n{factiva_record(title='Fin', number='CDN0000020210304eh340002x')}"
    assert [f.article.title for f in read(text)] == [TITLE, "Fin"]
    assert [f.where for f in read(text)] == ["f.txt#1", "f.txt#2"]


def test_a_new_heading_begins_a_record_where_the_number_is_missing():
    first = factiva_record().split("AN Document")[0]
    assert [f.article.title for f in read(first + factiva_record(title="Fin"))] == [TITLE, "Fin"]


@pytest.mark.parametrize(
    ("day", "iso"), [("4 mars 2021", "2021-03-04"), ("4 March 2021", "2021-03-04"), ("mars", None)]
)
def test_the_day_is_read_in_french_and_english(day, iso):
    (found,) = read(factiva_record(day=day))
    assert found.article.published == iso


def test_capitals_at_the_beginning_of_a_line_of_text_are_no_field():
    (found,) = read(
        factiva_record(body="LA PAZ (AFP) - Un accord est signé.\n\nSN Brussels vole encore.\n\nPD ou pas.")
    )
    assert "LA PAZ (AFP) - Un accord est signé.\nSN Brussels vole encore.\nPD ou pas." in found.article.text


def test_codes_on_lines_of_their_own_with_blanks_are_fields():
    text = factiva_record().replace("HD ", "HD\n").replace("PD ", "PD \xa0\n").replace("SN ", "SN   ")
    (found,) = read(text)
    assert (found.article.title, found.article.published) == (TITLE, "2021-03-04")


def test_lines_broken_at_a_width_are_joined():
    words = (LEAD + " " + BODY + " " + LEAD).split()
    lines = [" ".join(words[n : n + 10]) for n in range(0, len(words), 10)]
    (found,) = read(factiva_record(lead="\n".join(lines), body="Fin de la dépêche."))
    assert " ".join(words) in found.article.text


def test_html_with_codes_in_a_table_is_read():
    one, two = read(factiva_html(TITLE, "Fin"), "f.html")
    assert one.article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert (one.article.published, one.article.outlet) == ("2021-03-04", "Le Courrier du Nord")
    assert two.article.title == "Fin"


def test_html_without_codes_is_read():
    page = (
        f"<html><body><div class='article frArticle'><div id='hd'><span class='frHeadline'>{TITLE}</span></div><div>Par Jean Valmont"
        "</div><div>1 184 mots</div><div>4 mars 2021</div><div>17:05</div><div>Le Courrier du Nord</div><div>CDN</div><div>Français"
        f"</div><div>Copyright 2021. Le Courrier.</div><p class='articleParagraph frarticleParagraph'>{LEAD}</p>"
        f"<p class='articleParagraph frarticleParagraph'>{BODY}</p><p>Document CDN0000020210304eh340001x</p></div></body></html>"
    )
    (found,) = read(page, "f.html")
    assert found.article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert (found.article.published, found.article.outlet) == ("2021-03-04", "Le Courrier du Nord")
    assert found.article.id == "CDN0000020210304eh340001x"


def test_text_without_codes_is_read():
    piece = (
        "{}\n\nPar Jean Valmont\n1,184 words\n4 March 2021\n17:05 GMT\nLe Courrier du Nord\nCDN\nFrench\n(c) 2021 Le Courrier\n\n"
        f"{LEAD}\n\n{BODY}\n\nDocument {{}}\n\n"
    )
    one, two = read(piece.format(TITLE, "CDN0000020210304eh340001x") + piece.format("Fin", "CDN0000020210304eh340002x"))
    assert one.article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert (one.article.published, one.article.outlet, two.article.title) == (
        "2021-03-04",
        "Le Courrier du Nord",
        "Fin",
    )


def test_a_declared_count_is_checked():
    (found,) = read("20 documents\n\n" + factiva_record())
    assert codes(found) == ["declared-count"]


def test_a_record_without_text_costs_only_itself():
    empty = "HD Rien\nWC 0 mots\nPD 4 mars 2021\nSN Le Courrier\nAN Document CDN0000020210304eh340009x\n"
    found = read(
        factiva_record() + empty + factiva_record(title="Fin", number="CDN0000020210304eh340003x", body="Autre.")
    )
    assert [f.code for f in found] == [None, "no-text", None]
    assert "HD Rien" in found[1].raw


def test_latin_1_is_read_and_told():
    (found,) = read(
        factiva_record(body="Le Sénat a cédé à Orvieu.").replace("«", '"').replace("»", '"').encode("cp1252")
    )
    assert "Le Sénat a cédé" in found.article.text
    assert codes(found) == ["encoding"]
