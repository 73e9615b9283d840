"""The pages in a real browser: skipped, with the reason, where playwright or Chromium is not there."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks.screenshots import served
from tests.corpus.readers import WordReader
from tests.web.conftest import fill, hostile

from selon import open_corpus
from selon.corpus.rereading import replace_reading
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
    with served(make_app(path, make_reader=WordReader)) as given:
        yield given


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A narrow page that fails the test when it asks for anything elsewhere or complains; it closes before its server."""
    opened = browser.new_page(viewport={"width": 390, "height": 844}, locale="fr-FR")
    opened.set_default_timeout(WAIT)
    elsewhere: list[str] = []
    complaints: list[str] = []
    here = ("http://127.0.0.1:", "data:", "blob:")
    opened.on("request", lambda request: None if request.url.startswith(here) else elsewhere.append(request.url))
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
    page.wait_for_load_state()  # keys do nothing before the scripts have run
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
    card.locator("form.change .ends button").first.click()
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


def test_no_page_has_a_serious_fault_for_those_who_do_not_see_or_point(page: Any, address: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    checks = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for path in (*PAGES, "/article/hostile", "/events?status=negated"):
            page.goto(address + path)
            found = axe.Axe().run(page, options=checks).response["violations"]
            told = [
                (v["id"], [n["html"][:160] for n in v["nodes"][:3]])
                for v in found
                if v["impact"] in ("serious", "critical")
            ]
            assert told == [], (scheme, path)


def test_every_field_of_an_event_is_changed_and_found_again_after_reading_anew(
    page: Any, address: str, tmp_path: Path
) -> None:
    page.goto(f"{address}/article/hostile")
    card = page.locator('[data-record="e1"]')
    card.focus()
    page.keyboard.press("c")
    card.locator("input[name=recipients]").fill("")
    card.locator("input[name=places]").fill("selon")
    card.locator("input[name=when]").fill("2024-03-01/2024-03-02")
    select(page, "a démenti")
    card.locator("[data-use]").click()
    assert card.locator("input[name=trigger]").input_value() == "a démenti"
    card.locator("form.change button").last.scroll_into_view_if_needed()
    card.locator("form.change .ends button").first.click()
    page.locator('[data-record="e1"][data-when="2024-03-01/2024-03-02"]').wait_for()
    reread(tmp_path / "browser.corpus")
    page.reload()
    given = {name: card.get_attribute(f"data-{name}") for name in ("recipients", "places", "when", "trigger")}
    assert given == {"recipients": "", "places": "selon", "when": "2024-03-01/2024-03-02", "trigger": "a démenti"}


def select(page: Any, words: str) -> None:
    """Select words within one text node of the article, as with the mouse."""
    page.evaluate(
        """(words) => {
            const walk = document.createTreeWalker(document.querySelector(".selon-text"), NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const at = walk.currentNode.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
                return;
            }
            throw new Error("not there");
        }""",
        words,
    )


def reread(path: Path) -> None:
    """Put a new reading of the hostile article in place of the old one, as `selon reread` does."""
    with open_corpus(path) as corpus:
        number = corpus.article_number("hostile")
        assert number is not None
        replace_reading(corpus.db, number, hostile())


def test_a_statement_is_changed_in_place(page: Any, address: str) -> None:
    page.goto(f"{address}/article/hostile")
    card = page.locator('[data-record="s1"]')
    card.focus()
    page.keyboard.press("c")
    card.locator("select[name=act]").select_option("deny")
    card.locator("form.change .ends button").first.click()
    page.locator('[data-record="s1"][data-act="deny"]').wait_for()


def test_all_that_the_filters_show_is_judged_and_undone_at_once(page: Any, address: str) -> None:
    page.goto(f"{address}/events?status=negated")
    before = page.locator("table.records tbody tr").count()
    assert before > 0
    page.locator(".bulk summary").click()
    page.locator(".bulk [data-all*=reject]").click()
    page.locator("[data-told] [data-undo-all]").wait_for()
    assert page.locator("table.records tbody tr").count() == 0
    page.keyboard.press("u")
    page.locator("table.records tbody tr").first.wait_for()
    assert page.locator("table.records tbody tr").count() == before


def test_a_picture_is_saved_as_png(page: Any, address: str, tmp_path: Path) -> None:
    for path in ("/timeline", "/map", "/actors"):
        page.goto(address + path)
        with page.expect_download() as saving:
            page.locator("[data-png]").first.click()
        saving.value.save_as(tmp_path / "picture.png")
        assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG"), path


NESTED = """Lessina : le port sous bonne garde

Selon l'agence Dravia Presse, le ministre Pavel Oriz a affirmé que, d'après les services de renseignement, la Morvanie préparait
une attaque contre le port. Le gouvernement morvanien n'a pas réagi.
"""


def test_a_report_is_read_with_the_voices_within_its_voices(page: Any, tmp_path: Path, read: Any) -> None:
    path = fill(tmp_path / "nested.corpus", [read(NESTED, outlet="Le Phare")])
    with served(make_app(path, make_reader=WordReader)) as given:
        page.goto(given)
        page.locator(".articles a").first.click()
        page.wait_for_url("**/article/*")  # with its scripts
        card = page.locator(".selon-event", has_text="attaque")
        told = card.locator(".selon-told").inner_text()
        assert told.startswith(
            "Le Phare, citant Dravia Presse, citant Pavel Oriz, citant « les services de renseignement"
        )
        assert card.get_attribute("data-status") != "actual"
        card.focus()
        assert page.locator(".selon-text .selon-lit", has_text="attaque").count() == 1
        inner = page.locator(".selon-statement.selon-inset2 .selon-speaker")
        assert "services de renseignement" in inner.inner_text()
        page.close()  # before its server stops, so that what it still loads is not refused
