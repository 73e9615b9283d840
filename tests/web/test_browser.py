"""The pages in a real browser: skipped, with the reason, where playwright or Chromium is not there."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from tests.corpus.readers import WordReader
from tests.web.conftest import fill, hostile

from selon.web.app import make_app

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; apt-get install chromium")
WAIT = 60_000
PAGES = (
    "/",
    "/events",
    "/statements",
    "/timeline",
    "/map",
    "/actors",
    "/stories",
    "/coverage",
    "/corrections",
    "/add",
    "/keys",
    "/api",
)


@pytest.fixture
def address(tmp_path: Path, made: list[Any]) -> Iterator[str]:
    path = fill(tmp_path / "browser.corpus", made[-8:])
    listening = socket.create_server(("127.0.0.1", 0))
    app = make_app(path, make_reader=WordReader)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A narrow page that fails the test when it asks for anything elsewhere or complains."""
    opened = browser.new_page(viewport={"width": 390, "height": 844}, locale="fr-FR")
    opened.set_default_timeout(WAIT)
    elsewhere: list[str] = []
    complaints: list[str] = []
    opened.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else elsewhere.append(request.url)
    )
    opened.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("dialog", lambda dialog: (complaints.append("a dialog"), dialog.dismiss()))
    yield opened
    opened.close()
    assert elsewhere == []
    assert complaints == []


def test_every_page_fits_a_narrow_screen(page: Any, address: str) -> None:
    for path in (*PAGES, "/article/hostile"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert page.locator("h1, h2").count(), path


def test_pointing_at_a_card_lights_its_words_and_the_other_way_round(page: Any, address: str) -> None:
    page.goto(f"{address}/article/hostile")
    page.locator('[data-record="e1"]').focus()
    assert page.locator(".selon-text .selon-lit").count() > 0
    page.locator(".selon-text a.selon-trigger").first.hover()
    assert page.locator('[data-record="e1"].selon-lit').count() == 1


def test_a_correction_is_made_by_key_and_undone_by_key(page: Any, address: str) -> None:
    page.goto(f"{address}/article/hostile")
    page.keyboard.press("j")
    page.locator('[data-record="e1"]').focus()
    verdict = page.locator('[data-record="e1"] .verdict')
    page.keyboard.press("y")
    verdict.wait_for(state="attached")
    page.keyboard.press("u")
    verdict.wait_for(state="detached")
    page.wait_for_load_state()
    assert page.locator('[data-record="e1"]').count() == 1


def test_type_and_status_are_changed_in_place(page: Any, address: str) -> None:
    page.goto(f"{address}/article/hostile")
    card = page.locator('[data-record="e1"]')
    card.focus()
    page.keyboard.press("c")
    card.locator("select[name=status]").select_option("planned")
    card.locator("form.change button").first.click()
    page.locator('[data-record="e1"][data-status="planned"]').wait_for()


def test_a_text_is_added_with_progress(page: Any, address: str) -> None:
    page.goto(f"{address}/add")
    page.locator("textarea").fill(
        "Accord signé au port\n\nLe maire a signé un accord avec les dockers du port de la ville."
    )
    page.locator("[data-add] button").click()
    page.locator("[data-added] a").first.click()
    page.wait_for_url("**/article/*")
    assert "Accord signé au port" in page.locator("h2.selon-title").inner_text()


def test_a_search_from_the_keyboard_has_a_short_address(page: Any, address: str) -> None:
    page.goto(f"{address}/")
    page.keyboard.press("/")
    page.keyboard.type("démenti")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/?text=d%C3%A9menti")


def test_the_hostile_article_has_its_text_in_full(page: Any, address: str) -> None:
    page.goto(f"{address}/article/hostile")
    assert page.evaluate("document.querySelector('.selon-text').textContent") == hostile().article.text
