"""Measure the server time of each page over a large corpus, and the weight of its first view.

usage: python -m benchmarks.pages [--corpus FILE] [--articles N] [--rounds N] [--seed N]

Asks every page with values drawn from the corpus (see `benchmarks.corpus`), one request after the other through the
whole application but the network, each opening the corpus anew. Without FILE a corpus of N articles is generated
(4,000 added as readings, the rest copied in SQL). The first request of a page, which fills caches, is left out and told
apart. Times are those of processor, and for all pages together also of the clock, which tells more of what
else the machine does. Writes the figures into `benchmarks/figures/pages.json`.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi.testclient import TestClient

from benchmarks.bulk import multiply
from benchmarks.corpus import Values, fill
from selon import open_corpus
from selon.web.app import make_app

FIGURES = Path(__file__).parent / "figures" / "pages.json"
VIEWS = ("/", "/events", "/statements", "/timeline", "/map", "/actors", "/stories")
ADDED = 4_000


def questions(values: Values) -> list[dict[str, str]]:
    """Give filters to ask every view with: none, one, several; frequent and rare values."""
    since, until = sorted([values.month(), values.month()])
    return [
        {}, {"type": values.draw(values.types)}, {"status": values.draw(values.statuses)},
        {"actor": values.draw(values.countries)}, {"voice": values.draw(values.people)},
        {"outlet": values.draw(values.outlets)}, {"text": values.draw(values.words)},
        {"country": values.draw(values.countries), "since": since, "until": until}, {"page": "3"},
    ]  # fmt: skip


def addresses(values: Values, hashes: list[str]) -> Iterator[tuple[str, str]]:
    """Give the name of each page and an address of it, once for each kind of question."""
    for view in VIEWS:
        for asked in questions(values):
            yield view, f"{view}?{urlencode(asked)}"
    for _ in range(3):
        yield "/article", f"/article/{values.chance.choice(hashes)[:16]}"
    for page in ("/coverage", "/corrections", "/add", "/keys", "/api"):
        yield page, page


def measure(path: Path, rounds: int, seed: int) -> dict[str, Any]:
    """Ask every page some times; give milliseconds and bytes."""
    with open_corpus(path, read_only=True) as corpus:
        values = Values(corpus.db, seed)
        hashes = [h for (h,) in corpus.db.execute("SELECT hash FROM articles WHERE article % 199 = 0")]
        articles = len(corpus)
    taken: dict[str, list[tuple[float, float]]] = {}
    first: dict[str, float] = {}
    heavy: dict[str, int] = {}
    slow: dict[str, tuple[float, str]] = {}
    with TestClient(make_app(path), base_url="http://127.0.0.1") as client:
        for _ in range(rounds):
            for name, address in addresses(values, hashes):
                clock, processor = time.perf_counter(), time.process_time()
                answer = client.get(address)
                spent = 1000 * (time.process_time() - processor), 1000 * (time.perf_counter() - clock)
                assert answer.status_code == 200, (address, answer.status_code)
                heavy[name] = max(heavy.get(name, 0), len(answer.content))
                if name not in first:
                    first[name] = spent[0]
                    continue
                taken.setdefault(name, []).append(spent)
                slow[name] = max(slow.get(name, (0.0, "")), (spent[0], address))
    pages = {
        name: {
            **summary([t for t, _ in times]),
            "first": round(first[name], 1),
            "bytes": heavy[name],
            "slowest": slow[name][1],
        }
        for name, times in taken.items()
    }
    every = [t for times in taken.values() for t in times]
    load = {"load": round(os.getloadavg()[0], 1), "processors": os.cpu_count()}
    both = {"milliseconds of processor": summary([t for t, _ in every]), "milliseconds": summary([t for _, t in every])}
    return {"articles": articles, **load, **both, "milliseconds of processor by page": pages}


def summary(times: list[float]) -> dict[str, float]:
    """Give the median, the 95th percentile and the longest."""
    times = sorted(times)
    places = {"median": 0.5, "p95": 0.95, "max": 1.0}
    return {name: round(times[round(share * (len(times) - 1))], 1) for name, share in places.items()} | {
        "asked": len(times)
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.corpus or Path(folder) / "pages.corpus"
        if not path.exists():
            with open_corpus(path) as corpus:
                fill(corpus, min(ADDED, given.articles), given.seed)
                multiply(corpus.db, given.articles, given.seed)
        figures = measure(path, given.rounds, given.seed)
    FIGURES.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
