from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import BASE, fill

from selon import Reading, open_corpus
from selon.corpus.stories import keep_stories
from selon.web.app import make_app


@pytest.fixture
def kept(tmp_path: Path, made: list[Reading]) -> Path:
    path = fill(tmp_path / "kept.corpus", made[:12])
    with open_corpus(path) as corpus:
        keep_stories(corpus)
    return path


def test_the_page_shows_the_stories_kept_without_grouping_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.stories.stories", lambda *_: pytest.fail("grouped again"))
    with TestClient(make_app(kept), base_url=BASE) as client:
        rows = client.get("/api/stories").json()["rows"]
        assert rows
        assert client.get("/stories").text.count("data-item") == len(rows)
        page = client.get(f"/stories/{rows[0]['id']}")
        assert page.status_code == 200
        assert client.get(f"/stories/{rows[0]['articles'][0]}").text.count("<h3>") == page.text.count("<h3>")
        assert client.get("/stories/rien").status_code == 404


def test_a_filter_leaves_the_stories_of_the_articles_it_finds(kept: Path, made: list[Reading]) -> None:
    outlet = made[0].article.outlet
    with TestClient(make_app(kept), base_url=BASE) as client:
        rows = client.get("/api/stories", params={"outlet": outlet}).json()["rows"]
    of_outlet = {r.article.id for r in made[:12] if r.article.outlet == outlet}
    assert rows
    assert all(of_outlet & set(row["articles"]) for row in rows)


def test_stories_older_than_the_corpus_are_shown_as_such(kept: Path, made: list[Reading]) -> None:
    with TestClient(make_app(kept), base_url=BASE) as client:
        assert "--refresh" not in client.get("/stories").text
        fill(kept, made[12:13])
        assert "--refresh" in client.get("/stories").text
