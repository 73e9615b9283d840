import pytest

from selon.sources import read_bytes

URL = "https://fr.sarennews.example/20210304/les-manoeuvres-commencent-1054467001.html"
TITLE = "Les manœuvres communes commencent en Boréalie"
REST = (
    "Une semaine après la rencontre d'Orvieu, les deux armées... 04.03.2021, Saren France\n\n"
    "Les manœuvres annoncées fin février ont commencé.Le général a salué « un succès »Les voisins inquiets\n"
)
RECORD = f" date 2021-03 {URL}\n\n{TITLE}\n\n{REST}"


def read(text, encoding="utf-8"):
    return list(read_bytes(text.encode(encoding), "a.txt"))


def test_a_record_gives_title_text_day_outlet_and_address():
    (found,) = read(RECORD)
    article = found.article
    assert article.text == f"{TITLE}\n\n{REST}"
    assert (article.title, article.published, article.outlet) == (TITLE, "2021-03-04", "Saren France")
    assert (article.url, article.lang, found.notes, found.where) == (URL, "fr", (), "a.txt")


def test_dates_that_contradict_each_other_are_noted():
    (found,) = read(RECORD.replace("04.03.2021", "05.03.2021"))
    assert found.article.published == "2021-03-04"
    assert [note.code for note in found.notes] == ["date-conflict"]
    assert "2021-03-05 (printed)" in found.notes[0].message


def test_an_empty_line_is_put_below_the_title_where_it_is_missing():
    (found,) = read(f"date 2021-03 {URL}\n{TITLE}\n{REST}")
    assert found.article.text == f"{TITLE}\n\n{REST}"


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_stay(end):
    (found,) = read(RECORD.replace("\n", end))
    assert found.article.text == f"{TITLE}\n\n{REST}".replace("\n", end)


def test_a_record_of_a_title_only_is_read():
    (found,) = read(f"date 2021-03 {URL}\n\n{TITLE}\n")
    assert found.article.title == TITLE


def test_a_record_without_text_says_so():
    (found,) = read(f"date 2021-03 {URL}\n\n \n")
    assert found.article is None
    assert found.failed.startswith("a.txt: no text")


def test_several_records_in_a_file_are_told_apart_by_line():
    found = read(RECORD + RECORD.replace(TITLE, "Les manœuvres finissent"))
    assert [f.article.title for f in found] == [TITLE, "Les manœuvres finissent"]
    assert [f.where for f in found] == ["a.txt:1", "a.txt:8"]
