from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from selon.web.adding import plain_name
from selon.web.security import Guard, guard_for

Guarded = Callable[[Guard], TestClient]


def test_every_answer_has_the_headers_of_safety(client: TestClient) -> None:
    for address in ("/", "/nulle/part", "/api/events", "/static/page.js", "/events?since=x"):
        headers = client.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost@evil.example", "[", "10.0.0.1"]
)
def test_another_name_is_not_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost:8017", "127.0.0.1", "[::1]:80"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/keys", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("headers", [
    {"origin": "http://evil.example"}, {"origin": "null"}, {"origin": "http://127.0.0.1:9"}, {"sec-fetch-site": "cross-site"},
])  # fmt: skip
def test_another_page_cannot_change_anything(own: TestClient, headers: dict[str, str]) -> None:
    assert own.post("/api/records/hostile/e1/reject", headers=headers).status_code == 403
    assert own.delete("/api/corrections/1", headers=headers).status_code == 403
    assert own.get("/api/coverage").json()["corrections"] == 0


def test_beyond_this_machine_a_token_is_asked_for(guarded: Guarded) -> None:
    guard = guard_for("192.168.1.5")
    client = guarded(guard)
    assert guard.token
    assert client.get("/").status_code == 403
    assert client.get("/?token=faux").status_code == 403
    assert client.get("/", params={"token": guard.token}).status_code == 200
    assert client.get("/events").status_code == 200, "the cookie is kept"


def test_loopback_needs_no_token() -> None:
    assert guard_for("127.0.0.1").token is None
    assert guard_for("localhost").token is None
    assert guard_for("0.0.0.0").token


def test_bound_to_all_addresses_it_answers_addresses_but_no_foreign_name() -> None:
    guard = guard_for("0.0.0.0", ("bureau.local",))
    assert guard.knows("192.168.1.5:80")
    assert guard.knows("BUREAU.local")
    assert not guard.knows("evil.example")


def test_what_is_sent_is_bounded(guarded: Guarded) -> None:
    client = guarded(Guard(largest=1000))
    assert client.post("/api/add", data={"text": "x" * 2000}).status_code == 413

    def parts():  # type: ignore[no-untyped-def]
        yield from (b"x" * 500 for _ in range(5))

    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/api/add", content=parts(), headers=kind).status_code == 413


@pytest.mark.parametrize(("given", "name"), [
    ("../../etc/passwd", "passwd"), ("C:\\Users\\x\\a.txt", "a.txt"), ("..", "text"), ("", "text"), (None, "text"),
    ("a\u202etxt.exe", "atxt.exe"), ("/", "text"),
])  # fmt: skip
def test_the_name_of_a_file_leads_nowhere(given: str | None, name: str) -> None:
    assert plain_name(given) == name
