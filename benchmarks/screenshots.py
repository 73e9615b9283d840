"""Take pictures of every page of `selon demo`, light and dark, wide and narrow.

usage: python -m benchmarks.screenshots FOLDER [--lang fr|en] [--only NAME ...]

Needs playwright and a Chromium (Debian's, at /usr/bin/chromium).
"""

from __future__ import annotations

import argparse
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from selon.web.app import make_app
from selon.web.demo import build

CHROMIUM = "/usr/bin/chromium"
PAGES = {
    "articles": "/", "search": "/?text=port+munitions", "events": "/events", "negated": "/events?status=negated",
    "statements": "/statements", "speaker": "/statements?voice=Anders+Hvalberg", "timeline": "/timeline",
    "map": "/map", "actors": "/actors", "stories": "/stories",
    "accounts": "/stories/{story}", "article": "/article/{article}", "coverage": "/coverage",
    "corrections": "/corrections", "add": "/add", "keys": "/keys", "api": "/api",
    "error": "/events?since=demain",
}  # fmt: skip
SIZES = {"wide": (1280, 900), "narrow": (390, 844)}


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """Serve the pages on a free port of this machine; gives their address."""
    config = uvicorn.Config(app, port=0, log_level="warning", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", default="fr", choices=("fr", "en"))
    parser.add_argument("--only", nargs="*", default=list(PAGES))
    parser.add_argument("--corpus", type=Path)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        corpus = given.corpus or Path(folder) / "demo.corpus"
        if not given.corpus:
            build(corpus)
        with served(make_app(corpus)) as address:
            take(address, given.folder, given.lang, given.only)


def take(address: str, folder: Path, lang: str, only: list[str]) -> None:
    """Take the pictures."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for size, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                page = browser.new_page(
                    viewport={"width": width, "height": height}, color_scheme=scheme, locale="fr-FR"
                )  # type: ignore[arg-type]
                page.set_default_timeout(120_000)
                page.on("console", lambda message: print("console:", message.text))
                page.goto(f"{address}/stories?lang={lang}")
                links = {
                    "story": page.locator(".articles a").first.get_attribute("href") or "",
                }
                page.goto(f"{address}/?text=Korsund")
                links["article"] = page.locator(".articles a").last.get_attribute("href") or ""
                for name in only:
                    path = PAGES[name].format(**{k: v.rsplit("/", 1)[-1] for k, v in links.items()})
                    page.goto(address + path)
                    page.screenshot(
                        path=folder / f"{name}-{size}-{scheme}.png", full_page=size == "wide" and name != "article"
                    )
                    wide = page.evaluate("document.documentElement.scrollWidth")
                    if wide > width:
                        print(f"{name} {size}: {wide} px wide")
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
