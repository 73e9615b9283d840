"""What the two-minute tour of the README shows, in what `selon demo` builds."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import BASE

from selon.web.app import make_app
from selon.web.demo import build


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("demo") / "demo.corpus"
    assert build(path) == {"read": 10, "language": 1}
    with TestClient(make_app(path), base_url=BASE) as client:
        yield client


def test_four_outlets_tell_of_one_strike_and_differ(demo: TestClient) -> None:
    stories = demo.get("/api/stories").json()["rows"]
    affair, *others = sorted(stories, key=lambda story: -len(story["articles"]))
    assert "Korsund" in affair["title"]
    assert len(affair["tally"]["outlets"]) == 4
    assert {len(story["articles"]) for story in others} == {1}
    told = demo.get(f"/api/stories/{affair['id']}").json()["happenings"]
    differ = {slot for happening in told if happening["type"] == "ASSAULT" for slot in happening["disagreements"]}
    assert {"occurrence", "figures"} <= differ
    statuses = {account["status"] for h in told if h["type"] == "ASSAULT" for account in h["accounts"]}
    assert {"actual", "negated", "alleged"} <= statuses


@pytest.mark.parametrize(("lang", "words"), [("fr", ("dit que c’est arrivé", "le nie", "Suisse", "Union européenne")),
                                             ("en", ("says it took place", "denies it", "Switzerland", "European Union"))])  # fmt: skip
def test_its_pages_speak_both_languages(demo: TestClient, lang: str, words: tuple[str, ...]) -> None:
    story = demo.get("/api/stories?text=Korsund").json()["rows"][0]["id"]
    said = demo.get(f"/stories/{story}?lang={lang}").text + demo.get(f"/?lang={lang}").text
    assert [word for word in words if word not in said.replace("&#39;", "'")] == []
