import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.sources.article import begins_with, first_line_title, make_article

BODY = "Le gouvernement d'Orvieu a annoncé mardi la reprise des négociations avec ses voisins."
TITLE = "Orvieu reprend les négociations"


def test_a_title_given_apart_stands_above_the_body():
    article, _ = make_article(BODY, title=TITLE)
    assert article.text == f"{TITLE}\n\n{BODY}"
    assert article.title == TITLE


@pytest.mark.parametrize("gap", ["\n\n", "\n", " – ", ""])
def test_a_text_that_begins_with_its_title_is_left_as_it_is(gap):
    assert make_article(f"{TITLE}{gap}{BODY}", title=TITLE)[0].text == f"{TITLE}{gap}{BODY}"


def test_another_shape_of_blanks_and_marks_does_not_double_the_title():
    text = f"L’« accord\u00a0» d’Orvieu\n\n{BODY}"
    assert make_article(text, title="L'\"accord\" d'Orvieu")[0].text == text


def test_a_title_that_is_only_the_start_of_a_longer_word_is_not_there_yet():
    assert not begins_with("La Française des mines licencie", "La Franç")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{TITLE}\n\n{BODY}", TITLE),
        (f"\n  {TITLE}\r\n{BODY}", TITLE),
        (f"{TITLE}...\n\n{BODY}", f"{TITLE}..."),
        (BODY, None),
        (f"{BODY}\n\n{BODY}", None),
        (f"04.03.2021, Agence Boréale\n\n{BODY}", None),
        (f"{'mot ' * 100}\n\n{BODY}", None),
        (f"{TITLE}\n\n", None),
        ("", None),
    ],
)
def test_a_first_line_that_stands_apart_is_the_title(text, title):
    assert first_line_title(text) == title


@given(st.text(max_size=300))
def test_only_lone_surrogates_change_in_a_text(text):
    article, notes = make_article(text, lang="fr")
    assert len(article.text) == len(text)
    assert all(a == b or 0xD800 <= ord(a) <= 0xDFFF for a, b in zip(text, article.text, strict=True))
    assert ("surrogates" in [note.code for note in notes]) == (article.text != text)


@given(st.text(st.characters(), max_size=60), st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_given_the_article_can_be_written_as_json(text, title, url, outlet):
    article, _ = make_article(text, title=title, url=url, outlet=outlet, published=title, lang="fr", id=outlet)
    values = [article.text, article.title, article.url, article.outlet, article.id]
    json.dumps(values, ensure_ascii=False).encode("utf-8")


def test_null_characters_stay_and_are_noted():
    article, notes = make_article("Le mi\x00nistre a parlé", published="2021-03-04")
    assert article.text == "Le mi\x00nistre a parlé"
    assert [note.code for note in notes] == ["nulls"]


def test_an_empty_text_is_noted():
    assert "empty" in [note.code for note in make_article(" \n")[1]]


def test_carriage_returns_and_hard_blanks_stay():
    text = "Orvieu\u00a0: accord\r\n\r\n«\u00a0Oui\u00a0», a dit la ministre.\r\n"
    assert make_article(text)[0].text == text


def test_the_language_given_is_kept_and_a_plain_contradiction_noted():
    text = "The government said on Tuesday that talks with its neighbours would resume next week in the capital."
    article, notes = make_article(text, lang="fr-FR", published="2021-03-04")
    assert article.lang == "fr"
    assert [note.code for note in notes] == ["language-conflict"]
    assert "English (en)" in notes[0].message


def test_a_missing_language_is_detected():
    assert make_article(BODY * 2)[0].lang == "fr"


@pytest.mark.parametrize(
    ("given", "outlet"),
    [
        ({"outlet": "Le Courrier", "url": "https://www.boreal.example/a"}, "Le Courrier"),
        ({"url": "https://www.inconnu-du-nord.example/a"}, "inconnu-du-nord.example"),
        ({"url": "https://[bad/a"}, None),
        ({"url": "sans adresse"}, None),
        ({}, None),
    ],
)
def test_the_outlet_is_the_one_given_or_the_host(given, outlet):
    assert make_article(BODY, **given)[0].outlet == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("04.03.2021, Agence Boréale", "Agence Boréale"),
        ("04.03.2021, Jeanne Ormel", None),
        ("Le Quotidien d'Orvieu | 4 mars 2021", "Le Quotidien d'Orvieu"),
        ("ORVIEU (AFP) – Le ministre a parlé.", "AFP"),
        ("ORVIEU, 4 mars (Reuters) - Le ministre a parlé.", "Reuters"),
        ("Reuters – Le ministre a parlé.", "Reuters"),
        ("ORVIEU (Boréalie) – Le ministre a parlé.", None),
    ],
)
def test_the_outlet_is_printed_beside_the_date_or_in_the_dateline(line, outlet):
    assert make_article(f"{TITLE}\n\n{line}\n\n{BODY}")[0].outlet == outlet


def test_a_printed_outlet_goes_before_the_host_and_that_before_an_agency():
    url = "https://fr.sarennews.example/a"
    assert make_article(f"{TITLE}\n\n{BODY} 04.03.2021, Saren France", url=url)[0].outlet == "Saren France"
    assert make_article(f"{TITLE}\n\nORVIEU (AFP) – {BODY}", url=url)[0].outlet == "fr.sarennews.example"
