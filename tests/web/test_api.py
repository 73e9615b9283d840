import time

import pytest
from fastapi.testclient import TestClient

from selon.web.messages import LANGUAGES, Messages, preferred, table

ODD = (
    "",
    " ",
    "x" * 199,
    "é\u202e",
    '"',
    "'; DROP TABLE events; --",
    "*",
    "NEAR(",
    "-",
    "0",
    "9" * 50,
    "%",
    "\U0001f600",
)


def test_pages_of_the_api_follow_one_another(client: TestClient) -> None:
    seen, address = [], "/api/events?per_page=50"
    while address:
        answer = client.get(address).json()
        seen += [row["event"] for row in answer["rows"]]
        address = answer["next"]
    assert len(seen) == len(set(seen)) == client.get("/api/coverage").json()["events"]


def test_the_reading_of_an_article_is_the_published_form(client: TestClient) -> None:
    reading = client.get("/api/articles/hostile").json()
    text = reading["article"]["text"]
    spans = [event["trigger"] for event in reading["events"]]

    assert all(text[s["start"] : s["end"]] == s["text"] for s in spans)


def test_errors_have_one_form(client: TestClient) -> None:
    for address, status in (("/api/articles/rien", 404), ("/api/events?since=x", 400), ("/api/events?page=0", 422),
                            ("/api/rien", 404), ("/api/stories/rien", 404)):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == status
        assert set(answer.json()) == {"code", "message"}


def test_openapi_describes_every_question(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()

    assert {"/api/events", "/api/statements", "/api/articles", "/api/timeline"} <= set(described["paths"])
    names = {p["name"] for p in described["paths"]["/api/events"]["get"]["parameters"]}
    assert {"actor", "recipient", "voice", "status", "type", "since", "page"} <= names


@pytest.mark.parametrize("name", ["text", "actor", "voice", "country", "since", "type", "outlet", "page", "per_page"])
@pytest.mark.parametrize(
    "path", ["/api/events", "/api/statements", "/api/articles", "/api/timeline", "/api/actors", "/events"]
)
def test_no_value_of_a_filter_makes_the_server_fail(client: TestClient, path: str, name: str) -> None:
    for value in ODD:
        assert client.get(path, params={name: value}).status_code in (200, 400, 422), value


def test_a_correction_is_made_shown_and_taken_back(own: TestClient) -> None:
    made = own.post("/api/records/hostile/e1/change", json={"changes": {"type": "PROTEST", "status": "actual"}})
    assert made.status_code == 200
    page = own.get("/article/hostile?lang=en").text
    assert ">Protest</span>" in page
    assert 'class="verdict">corrected' in page
    assert own.delete(f"/api/corrections/{made.json()['correction']}").status_code == 200
    assert ">Protest</span>" not in own.get("/article/hostile").text


def test_a_rejected_event_leaves_the_page_and_stays_in_the_list_of_corrections(own: TestClient) -> None:
    own.post("/api/records/hostile/e1/reject")

    assert 'data-record="e1"' not in own.get("/article/hostile").text
    assert "frappe" in own.get("/corrections").text


@pytest.mark.parametrize(("address", "body", "status"), [
    ("/api/records/hostile/rien/accept", None, 404), ("/api/records/rien/e1/accept", None, 404),
    ("/api/records/hostile/e1/burn", None, 422), ("/api/records/hostile/e1/change", {"changes": {"type": "RIEN"}}, 400),
    ("/api/records/hostile/e1/change", {"changes": {"trigger": "mots absents"}}, 400),
    ("/api/records/hostile/e1/change", {"changes": {"confidence": "1"}}, 400), ("/api/records/hostile/e1/change", {}, 400),
    ("/api/records/hostile/e1/change", {"autre": 1}, 422),
    ("/api/records/hostile/e1/change", {"changes": {"actors": "mots absents"}}, 400),
])  # fmt: skip
def test_a_correction_that_cannot_be_is_refused(own: TestClient, address: str, body: object, status: int) -> None:
    assert own.post(address, json=body).status_code == status


def test_texts_and_files_are_added_and_what_gave_nothing_is_told(own: TestClient) -> None:
    files = [("files", ("../a.txt", b"Marche dans la ville\n\nDes gens marchent dans la ville depuis hier et pour demain.")),
             ("files", ("b.bin", b"\x00\x01\x02" * 100))]  # fmt: skip
    data = {"text": "Accord au port\n\nLe maire a promis un accord avec les dockers du port.", "outlet": "L'Essai"}
    job = own.post("/api/add", data=data, files=files).json()["job"]
    for _ in range(600):
        told = own.get(f"/api/jobs/{job}").json()
        if told["ended"]:
            break
        time.sleep(0.05)
    assert told["done"] == 3
    assert told["counts"]["read"] == 2
    assert told["counts"]["failed"] == 1
    assert own.get(f"/article/{told['articles'][0][0]}").status_code == 200
    assert "b.bin" in own.get("/coverage").text
    assert own.post("/api/add", data={"text": " "}).status_code == 400
    assert own.post("/api/add", data={"text": "x", "published": "demain peut-être"}).status_code == 400


def test_every_message_is_in_both_languages_and_takes_the_same_values() -> None:
    import re

    for key, words in table().items():
        holes = [set(re.findall(r"{(\w+)}", words[lang])) for lang in LANGUAGES]
        assert holes[0] == holes[1], key


def test_numbers_and_days_are_said_in_the_language() -> None:
    assert Messages("fr")("articles", n=0) == "0 article"
    assert Messages("en")("articles", n=0) == "0 articles"
    assert Messages("fr")("articles", n=12345) == "12\u202f345 articles"
    assert Messages("fr").days("2023-03-01") == "1er mars 2023"
    assert Messages("en").days("2023-03") == "March 2023"


def test_the_language_of_the_browser_is_taken_where_there_is_one() -> None:
    assert preferred("en-GB,en;q=0.8,fr;q=0.5") == "en"
    assert preferred("de,fr;q=0.5") == "fr"
    assert preferred("ja") == "fr"
