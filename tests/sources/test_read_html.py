import subprocess
import sys

import pytest

from selon.sources import read_bytes

PARAGRAPHS = (
    "<p>Le ministère de la Défense du Sarenstan a annoncé jeudi le retrait de ses troupes de la vallée.</p>"
    "<p>« Nous tiendrons parole », a déclaré le ministre, <b>Jean</b> Valmont, à <a href='/t'>Tarsk</a>.</p>"
)
TEXT = (
    "Le ministère de la Défense du Sarenstan a annoncé jeudi le retrait de ses troupes de la vallée.\n"
    "« Nous tiendrons parole », a déclaré le ministre, Jean Valmont, à Tarsk."
)
META = """<title>Le Sarenstan retire ses troupes | Le Courrier du Nord</title>
<meta property="og:title" content="Le Sarenstan retire ses troupes">
<meta property="og:site_name" content="Le Courrier du Nord">
<meta property="article:published_time" content="2021-03-04T10:05:00+01:00">
<link rel="canonical" href="https://www.courrier-nord.example/monde/sarenstan.html">"""


def page(body=PARAGRAPHS, head=META, lang="fr"):
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}<script>var secret = "<p>x</p>";</script>'
        f"</head><body><nav><a href='/'>Accueil</a></nav><article><h1>Le Sarenstan retire ses troupes</h1>{body}"
        "<script>document.write('secret')</script></article><footer>Droits réservés</footer></body></html>"
    )


def only(html, encoding="utf-8"):
    (found,) = read_bytes(html if isinstance(html, bytes) else html.encode(encoding), "a.html")
    return found


def test_a_page_gives_title_text_date_outlet_and_language():
    found = only(page())
    article = found.article
    assert article.text == f"Le Sarenstan retire ses troupes\n\n{TEXT}"
    assert (article.title, article.published) == ("Le Sarenstan retire ses troupes", "2021-03-04")
    assert (article.outlet, article.lang) == ("Le Courrier du Nord", "fr")
    assert article.url == "https://www.courrier-nord.example/monde/sarenstan.html"
    assert (found.notes, found.failed) == ((), None)


def test_a_short_alert_keeps_its_title_and_paragraphs_apart():
    body = "<time datetime='2021-03-04T10:00'>jeudi</time>" + PARAGRAPHS
    article = only(page(body=body, head="")).article
    assert article.text == f"Le Sarenstan retire ses troupes\n\n{TEXT}"
    assert article.published == "2021-03-04"


def test_scripts_never_appear():
    assert "secret" not in only(page()).article.text


def test_the_host_names_the_outlet_where_the_page_does_not():
    head = '<title>Un retrait</title><link rel="canonical" href="https://www.inconnu-du-nord.example/2021/03/04/a">'
    article = only(page(head=head)).article
    assert (article.outlet, article.published) == ("inconnu-du-nord.example", "2021-03-04")


def test_the_address_a_browser_noted_is_taken():
    html = "<!-- saved from url=(0041)https://www.inconnu-du-nord.example/a -->\n" + page(head="")
    assert only(html).article.url == "https://www.inconnu-du-nord.example/a"


def test_a_month_alone_is_not_given_a_day():
    assert only(page(head='<meta name="date" content="2021-03">')).article.published == "2021-03"
    assert only(page(head='<meta name="date" content="2021-03-01">')).article.published == "2021-03-01"


def test_a_date_in_the_future_is_noted():
    found = only(page(head='<meta property="article:published_time" content="2091-03-04">'))
    assert found.article.published == "2091-03-04"
    assert [note.code for note in found.notes] == ["future-date"]


def test_the_language_a_template_declares_gives_way_to_that_of_the_text():
    found = only(
        page(
            body=PARAGRAPHS + "<p>Les voisins du pays ont salué une décision qui est pour eux sur la bonne voie.</p>",
            lang="en",
        )
    )
    assert found.article.lang == "fr"
    assert [note.code for note in found.notes] == ["language-conflict"]


@pytest.mark.parametrize(
    ("encoding", "declared"), [("utf-8", "iso-8859-1"), ("cp1252", "iso-8859-1"), ("cp1252", "utf-8")]
)
def test_a_wrongly_declared_encoding_is_seen_through(encoding, declared):
    html = page().replace('charset="utf-8"', f'charset="{declared}"')
    assert "Défense" in only(html, encoding).article.text


def test_a_fragment_is_a_page_too():
    assert only(PARAGRAPHS).article.text == TEXT


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body><script>var x = 'Le ministre a parlé';</script></body></html>",
        "<html><body>" + "<div>" * 40_000 + "x",
        "<html>" + "<" * 500_000,
        "<html><body>" + "<table><tr><td>" * 20_000,
        "<p>",
        "<!DOCTYPE html>",
    ],
)
def test_a_page_without_article_gives_one_reason(html):
    found = only(html)
    assert found.article is None
    assert found.failed.startswith("a.html: ")


@pytest.mark.parametrize(
    "html",
    [
        page(body=PARAGRAPHS.replace("</p>", "").replace("</b>", "")),
        page(body=PARAGRAPHS.replace("troupes", "trou\x00pes")),
        page(body=PARAGRAPHS + "<div>" * 2000),
        page(body=PARAGRAPHS + "<p " + "a='b' " * 50_000 + ">x</p>"),
        page().split("</article>")[0],
        "<html " + "a " * 200_000 + ">" + PARAGRAPHS,
    ],
)
def test_a_broken_page_is_read_as_far_as_it_goes(html):
    assert "Le ministère" in only(html).article.text


def test_whatever_the_libraries_raise_costs_this_page_only(monkeypatch):
    def broken(*args, **kwargs):
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    assert only(page()).failed.startswith("a.html: no article text")


def test_the_libraries_write_nothing_to_stderr():
    code = """if True:
        from selon.sources import read_bytes
        for page in (b"<html></html>", b"<p>", b"<html><head><link rel=canonical href='http://[x'></head><p>Oui</p>"):
            list(read_bytes(page))
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
