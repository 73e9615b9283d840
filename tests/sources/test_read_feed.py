import pytest
from tests.sources.made import ATOM, BODY, ENTRY, LEAD, TITLE, feed

from selon.sources import read_bytes


def read(data):
    return list(read_bytes(data, "f.xml"))


def codes(found):
    return [note.code for note in found.notes]


@pytest.mark.parametrize("data", [feed(ENTRY), ATOM], ids=["rss", "atom"])
def test_an_entry_gives_title_text_day_outlet_address_and_id(data):
    (found,) = read(data)
    article = found.article
    assert article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert (article.published, article.outlet) == ("2021-03-04", "Le Courrier du Nord")
    assert (article.id, article.url) == ("n1", "https://www.courrier-nord.example/tarsk")
    assert codes(found) == []


def test_the_day_is_that_of_the_time_zone_it_is_written_in():
    (found,) = read(feed(ENTRY.replace("23:30:00 -0500", "00:10:00 +0100")))
    assert found.article.published == "2021-03-04"


def test_a_summary_without_the_article_is_told():
    (found,) = read(
        feed(f"<title>{TITLE}</title><description>{LEAD}</description><pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate>")
    )
    assert found.article.text == f"{TITLE}\n\n{LEAD}"
    assert codes(found) == ["summary"]


def test_an_entry_with_nothing_in_it_costs_only_itself():
    found = read(feed(ENTRY, "<guid>n2</guid>", ENTRY.replace("n1", "n3")))
    assert [f.code for f in found] == [None, "no-text", None]
    assert found[1].where == "f.xml#2"


def test_a_feed_that_breaks_off_gives_its_whole_entries_and_says_so():
    whole = feed(ENTRY, ENTRY.replace("n1", "n2").replace(TITLE, "Fin"))
    found = read(whole[: whole.rindex(b"</item>")])
    assert found[0].article.title == TITLE
    assert "damaged" in codes(found[-1])


def test_a_feed_without_entries_gives_a_reason():
    assert [f.failed for f in read(feed())] == ["f.xml: a feed without entries"]


def test_entities_are_not_fetched_or_blown_up():
    bomb = b"<!ENTITY a 'lol'>" + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    data = (
        b"<?xml version='1.0'?><!DOCTYPE rss ["
        + bomb
        + b"]><rss version='2.0'><channel><item><title>&j;</title></item></channel></rss>"
    )
    assert all(f.article is None or len(f.article.text) < 10_000 for f in read(data))
