import pytest
from tests.sources.made import BODY, LEAD, TITLE, europresse, europresse_article

from selon.sources import read_bytes


def read(*articles, **page):
    return list(read_bytes(europresse(*articles, **page), "e.html"))


def only(**article):
    (found,) = read(europresse_article(**article))
    return found


def codes(found):
    return [note.code for note in found.notes]


def test_an_article_has_title_text_date_outlet_and_number():
    article = only().article
    assert article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert (article.title, article.published, article.outlet) == (TITLE, "2021-03-04", "Le Courrier du Nord")
    assert article.id == "news·20210304·CDN·000000000001"


def test_utf_8_that_calls_itself_latin_1_is_read_as_utf_8():
    (found,) = read(europresse_article(), charset="ISO-8859-1")
    assert LEAD in found.article.text
    assert not found.notes


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("news·20210304·CDN·0q1503_1256056", False),
        ("news·20210303·CDN·0q1503_1256056", False),
        ("news·20210306·CDN·0q1503_1256056", True),
        ("web·20210401·CDN·0q1503_1256056", True),
        ("news·20219901·CDN·0q1503_1256056", False),
    ],
)
def test_the_day_in_the_number_is_told_where_it_is_more_than_a_day_from_that_of_the_header(number, told):
    found = only(number=number)
    assert found.article.published == "2021-03-04"
    assert (codes(found) == ["date-conflict"]) == told


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("International, mardi 14 mars 2006, p. 16", "2006-03-14"),
        ("mardi 14 mars 2006", "2006-03-14"),
        ("Monde, mardi 14 mars 2006 - 18:42 UTC +01:00 233 mots", "2006-03-14"),
        ("mardi 14 mars 2006 1184 mots, p. 3", "2006-03-14"),
        ("World, Tuesday, March 14, 2006, p. A7", "2006-03-14"),
        ("samedi 1er avril 2006, p. 1", "2006-04-01"),
        ("1184 mots", None),
        ("", None),
    ],
)
def test_the_date_is_read_from_headers_of_all_orders_in_both_languages(header, day):
    assert only(header=header, number="").article.published == day


def test_a_date_in_the_title_or_the_body_is_not_that_of_the_article():
    body = f"<p>{LEAD}</p><p>L'accord a été signé le lundi 6 janvier 2020 à Tarsk, a rappelé la ministre.</p>"
    found = only(title="Le traité du 6 janvier 2020", header="", number="", body=body)
    assert found.article.published is None
    assert codes(found) == ["no-date"]


def test_the_date_stands_outside_the_header_class_too():
    article = europresse_article(number="").replace(
        "<span class='DocHeader'>", "<span class='DocTitreSousSection'>Section: </span><span>"
    )
    (found,) = read(article)
    assert found.article.published == "2021-03-04"


def test_marked_hits_keep_their_words():
    body = f"<p>Des sol<mark>dats</mark> sont <span style='background:yellow'>mas</span>sés.</p><p>{BODY}</p>"
    found = only(title="Trente <mark>mille</mark> soldats", body=body)
    assert found.article.text == f"Trente mille soldats\n\nDes soldats sont massés.\n{BODY}"


def test_inline_elements_break_no_paragraph_and_line_breaks_do():
    body = f"<p>La <i>ministre</i> a <b>parlé</b> à <font color='red'>Tarsk</font>.<br>Elle partira.</p><p>{BODY}</p>"
    assert f"La ministre a parlé à Tarsk.\nElle partira.\n{BODY}" in only(body=body).article.text


def test_title_and_body_are_found_in_other_elements():
    article = europresse_article(body=f"<p>{LEAD}</p><p>{BODY}</p>")
    article = article.replace("<p class='sm-margin-TopNews titreArticleVisu'>", "<div class='titreArticleVisu'>", 1)
    (found,) = read(article.replace(f"{TITLE}</p>", f"{TITLE}</div>", 1))
    assert found.article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"


def test_articles_without_their_element_are_parted_by_the_names_of_outlets():
    block = (
        "<table><tr><td><span class='DocPublicationName'>{}</span></td></tr><tr><td><span class='DocHeader'>jeudi 4 mars 2021"
        f"</span></td></tr><tr><td><span class='TitreArticleVisu'>{{}}</span><div class='DocText'>{LEAD}<br><br>{BODY}</div></td></tr></table>"
    )
    page = (
        f"<html><body>{block.format('La Gazette', 'Un titre')}{block.format('Le Courrier', 'Un autre')}</body></html>"
    )
    one, two = read_bytes(page.encode(), "e.html")
    assert (one.article.outlet, one.article.title) == ("La Gazette", "Un titre")
    assert (two.article.outlet, two.article.text) == ("Le Courrier", f"Un autre\n\n{LEAD}\n{BODY}")


def test_the_subtitle_opens_the_text_and_the_surtitle_is_left_out():
    found = only(extra="<p class='rdp__subtitle'>La ministre s'explique</p>")
    assert found.article.text == f"{TITLE}\n\nLa ministre s'explique\n{LEAD}\n{BODY}"


@pytest.mark.parametrize(
    ("printed", "outlet"),
    [
        ("La Croix, no. 43018<br>Île-de-France", "La Croix"),
        ("La Croix, n° 43018", "La Croix"),
        ("Courrier Direct (site web)", "Courrier Direct"),
        ("Courrier Direct (site web réf.)", "Courrier Direct"),
        ("The Evening Courier, no. A12-7", "The Evening Courier"),
    ],
)
def test_the_outlet_has_no_issue_edition_or_support(printed, outlet):
    assert only(outlet=printed).article.outlet == outlet


def test_the_address_of_the_web_edition_is_taken_and_its_line_left_out():
    seen = "<p>Cet article est paru dans <a href='https://www.courrier-nord.example/tarsk'>Cet article est paru dans Courrier</a></p>"
    article = only(body=f"<p>{LEAD}</p>{seen}").article
    assert (article.url, article.text) == ("https://www.courrier-nord.example/tarsk", f"{TITLE}\n\n{LEAD}")


def test_an_article_without_text_costs_only_itself_and_is_kept():
    found = read(europresse_article(), europresse_article(body="", number="n2"), europresse_article(title="Fin"))
    assert [f.article and f.article.title for f in found] == [TITLE, None, "Fin"]
    assert found[1].where == "e.html#2"
    assert found[1].code == "no-text"
    assert found[1].failed.startswith("e.html#2: no text")
    assert TITLE in found[1].raw


def test_an_error_page_in_the_place_of_an_article_is_told_by_its_place():
    message = "<p>Ce document n'est pas disponible pour des raisons de droits d’auteur.</p>"
    found = read(europresse_article(body=message), europresse_article())
    assert (found[0].code, found[0].where) == ("error-page", "e.html#1")
    assert found[1].article


def test_a_long_report_that_speaks_of_an_error_page_is_an_article():
    assert only(body=f"<p>« Ce document n'est pas disponible. »</p><p>{LEAD} {BODY}</p>" * 5).article


def test_a_declared_count_that_is_right_gives_no_note():
    found = read(europresse_article(), before="<p>Nombre de document(s) : 1</p>")
    assert codes(found[0]) == []


@pytest.mark.parametrize(
    "before", ["<p>12 documents</p>", "<div>Nombre de document(s) : 12</div>", "<p>Documents (12)</p>"]
)
def test_a_declared_count_that_is_wrong_is_told_once(before):
    found = read(
        europresse_article(), europresse_article(title="Fin", body="<p>Autre texte.</p>", number="n2"), before=before
    )
    assert [codes(f) for f in found] == [[], ["declared-count"]]
    assert "12" in found[1].notes[0].message
    assert "2 were found" in found[1].notes[0].message


def test_the_same_text_under_another_number_is_told():
    found = read(europresse_article(), europresse_article(number="web·20210304·CDNW·000000000002"))
    assert codes(found[1]) == ["duplicate-text"]
    assert "e.html#1" in found[1].notes[0].message


def test_the_same_number_twice_is_told():
    found = read(europresse_article(), europresse_article(body="<p>Autre texte.</p>"))
    assert codes(found[1]) == ["duplicate-id"]


def test_no_article_at_all_gives_a_reason():
    (found,) = read_bytes(
        b"<html><body><style>.DocPublicationName{}</style><p class='DocPublicationName'></p></body></html>", "e.html"
    )
    assert found.failed
