import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import SCRIPT

from selon import Reading

PAGES = (
    "/", "/?text=ministre", "/?page=2", "/events", "/events?status=negated&type=ASSAULT", "/statements",
    "/statements?voice=outlet", "/timeline", "/timeline?by=year", "/map", "/actors", "/stories", "/coverage", "/corrections",
    "/add", "/keys", "/api", "/article/hostile", "/events?actor=personne+qui+ne+soit",
)  # fmt: skip
FIRST_VIEW = 100_000


class Read(HTMLParser):
    """Collects what a page loads, runs and says."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        self.ids: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            self.scripts.append(given.get("src") or "")
        if tag in ("script", "img", "iframe", "object", "source"):
            self.loads.append(given.get("src") or "")
        if tag == "link":
            self.loads.append(given.get("href") or "")
        self.handlers += [name for name, value in attrs if name.startswith("on") or name == "style"]
        self.handlers += [v for n, v in attrs if n == "href" and v and v.lower().startswith(("javascript:", "data:"))]
        self.ids += [v for n, v in attrs if n == "id" and v]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_page_answers_in_both_languages_and_loads_only_its_own_files(
    client: TestClient, address: str, lang: str
) -> None:
    answer = client.get(address, headers={"accept-language": lang})
    read = Read(answer.text)

    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in answer.text
    assert len(answer.content) < FIRST_VIEW
    assert all(load.startswith("/static/") for load in read.loads)
    assert all(script.startswith("/static/") for script in read.scripts)
    assert read.handlers == []
    assert len(read.ids) == len(set(read.ids))


@pytest.mark.parametrize(
    "address", ["/", "/events", "/statements", "/actors", "/article/hostile", "/stories", "/timeline", "/map"]
)
def test_what_an_article_says_is_never_markup(client: TestClient, address: str) -> None:
    page = client.get(address, params={"until": "9999"}).text

    assert SCRIPT not in page
    assert "<img" not in page
    assert "<b>Média" not in page
    assert 'href="javascript' not in page


def test_direction_marks_do_not_reach_lists_but_stay_in_the_text(client: TestClient) -> None:
    assert "\u202e" not in client.get("/").text
    assert "\u202e" in client.get("/article/hostile").text


def test_the_text_of_an_article_is_on_its_page_in_full(client: TestClient, made: list[Reading]) -> None:
    for reading in made[::8]:
        page = client.get(f"/article/{reading.article.id}").text
        text = re.search(r'<div class="selon-text"[^>]*>(.*?)</div>', page, re.S)
        assert text
        assert Read(text[1]).words == reading.article.text


def test_a_card_says_status_and_voice_in_words(client: TestClient) -> None:
    page = client.get("/article/hostile?lang=fr").text
    card = page[page.index('data-record="e1"') :]

    assert ">nié</span>" in card
    assert ", citant Mme Bé &lt;img" in card


def test_filters_stay_in_the_addresses_of_other_views(client: TestClient) -> None:
    page = client.get("/events?status=negated&type=ASSAULT").text

    assert "/timeline?status=negated&amp;type=ASSAULT" in page


def test_events_that_are_no_facts_are_not_in_the_table_of_facts(client: TestClient) -> None:
    rows = client.get("/api/events", params={"status": "actual", "per_page": 500}).json()["rows"]

    assert rows
    assert {row["status"] for row in rows} == {"actual"}


def test_an_address_that_asks_for_nothing_sensible_is_told_so(client: TestClient) -> None:
    for address in ("/events?since=demain", "/events?type=RIEN", "/?page=0", "/?page=9999999999", "/timeline?by=siècle",
                    "/?text=%00", "/events?actor=" + "x" * 5000, "/?" + "&".join(["outlet=a"] * 50)):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 400, address
        assert "<main" in answer.text


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    for address in ("/article/rien", "/stories/rien", "/nulle/part", "/static/../app.py", "/static/app.py", "/x.csv",
                    "/article/..%2f..%2fetc%2fpasswd", "/static/%2e%2e%2fapp.py"):  # fmt: skip
        assert client.get(address).status_code == 404, address


def test_csv_disarms_formulas(client: TestClient) -> None:
    for table in ("events", "articles", "statements", "actors", "timeline", "places"):
        answer = client.get(f"/{table}.csv")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/csv")
        assert not re.search(r'(^|,)"?[=@]', answer.text, re.M)
    assert "'=HYPERLINK" in client.get("/events.csv").text


def test_pictures_can_be_downloaded_and_hold_no_script(client: TestClient) -> None:
    for picture in ("timeline", "bars", "map", "actors"):
        answer = client.get(f"/{picture}.svg")
        assert answer.status_code == 200
        assert answer.text.startswith("<svg xmlns=")
        assert "<script" not in answer.text


def test_the_language_chosen_is_kept(own: TestClient) -> None:
    own.get("/?lang=en")

    assert '<html lang="en">' in own.get("/").text


def test_accounts_of_a_story_lead_to_their_words(client: TestClient) -> None:
    found = client.get("/api/stories").json()["rows"][0]
    page = client.get(f"/stories/{found['id']}").text
    links = re.findall(r'href="(/article/[0-9a-f]+\?at=\d+)"', page)

    assert links
    assert client.get(links[0]).status_code == 200
