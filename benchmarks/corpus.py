"""Measure a corpus: how fast it takes readings, how fast it answers, and whether it survives being killed.

usage: python -m benchmarks.corpus questions [--articles N] [--added M] [--corpus FILE] [--seed N]
       python -m benchmarks.corpus kills [--articles N] [--kills N]

`questions` fills a corpus with generated readings (in FILE, kept, or in a temporary one) and asks each question of the
command line with values drawn from the corpus, both frequent and rare ones, each on a connection of its own. With
`--added M` only M articles are added as readings, the rest copied from them in SQL (see `benchmarks.bulk`). `kills`
adds generated articles, kills that with SIGKILL again and again while a reader asks, and checks that nothing is lost
or doubled. Both write their figures into `benchmarks/figures/corpus.json`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.bulk import multiply
from benchmarks.generate import FIRST_DAY, generate
from benchmarks.killing import kill_and_resume
from selon import Corpus, Reading, open_corpus
from selon.corpus.connection import transaction
from selon.records import Article

FIGURES = Path(__file__).parent / "figures" / "corpus.json"
ROUNDS = 30
BASE = 4_000
GROUP = 200
Ask = Callable[[Corpus], Any]


def varied(number: int, seed: int) -> Iterator[Reading]:
    """Give many readings from some: each once more on other days, with a closing line of its own."""
    base = list(islice(generate(seed), min(number, BASE)))
    chance = random.Random(seed)
    for n in range(number):
        reading = base[n % len(base)]
        yield reading if n < len(base) else moved(reading, n, chance)


def moved(reading: Reading, n: int, chance: random.Random) -> Reading:
    """Give a reading on another day; its times move along."""
    old = reading.article
    assert old.published
    by = (FIRST_DAY - date.fromisoformat(old.published)).days + chance.randrange(1461)

    def day(value: str | None) -> str | None:
        return str(date.fromisoformat(value) + timedelta(days=by)) if value else None

    article = Article(f"{old.text}\nDépêche numéro {n}.", f"g{n}", old.lang, day(old.published), old.outlet,
                      f"https://exemple.org/{n}.html", old.title)  # fmt: skip
    events = tuple(
        replace(
            e, id=f"{e.id}x{n}", when=replace(e.when, begin=day(e.when.begin), end=day(e.when.end)) if e.when else None
        )
        for e in reading.events
    )
    return replace(reading, article=article, events=events)


def fill(corpus: Corpus, number: int, seed: int) -> float:
    """Add readings, many in a transaction, as only filling is meant; give the seconds in the corpus's own code."""
    corpus.db.execute("PRAGMA synchronous = OFF")
    corpus.db.execute("PRAGMA cache_size = -1000000")
    readings, spent = varied(number, seed), 0.0
    while group := list(islice(readings, GROUP)):
        start = time.process_time()
        with transaction(corpus.db):
            for reading in group:
                corpus.add_reading(reading)
        spent += time.process_time() - start
    corpus.db.execute("PRAGMA synchronous = FULL")
    return spent


class Values:
    """Values that questions are asked with: half by how often they occur, half any."""

    def __init__(self, db: sqlite3.Connection, seed: int) -> None:
        self.chance = random.Random(seed)
        self.people = _counted(
            db,
            "SELECT label, count(*) FROM entities JOIN mentions USING (entity_no) "
            "WHERE named AND key LIKE 'name:%' GROUP BY 1",
        )
        self.countries = _counted(db, "SELECT country, sum(events) FROM country_months WHERE role = 'any' GROUP BY 1")
        self.outlets = _counted(db, "SELECT outlet, sum(articles) FROM outlet_months GROUP BY 1")
        self.types = _counted(db, "SELECT type, sum(events) FROM event_months GROUP BY 1")
        self.statuses = _counted(db, "SELECT status, sum(events) FROM event_months GROUP BY 1")
        self.places = _counted(
            db, "SELECT label, count(*) FROM parties JOIN entities USING (entity_no) WHERE role = 'place' GROUP BY 1"
        )
        texts = [t for (t,) in db.execute("SELECT text FROM texts WHERE article % 97 = 0 LIMIT 500")]
        words = [w.strip(".,:") for text in texts for w in text.split()]
        self.words = {w: n for w, n in Counter(words).items() if len(w) > 3 and w.isalpha()}

    def draw(self, counted: dict[str, int]) -> str:
        if self.chance.random() < 0.5:
            return self.chance.choices(list(counted), weights=list(counted.values()))[0]
        return self.chance.choice(list(counted))

    def day(self) -> str:
        return str(FIRST_DAY + timedelta(days=self.chance.randrange(1461)))

    def month(self) -> str:
        return self.day()[:7]


def _counted(db: sqlite3.Connection, query: str) -> dict[str, int]:
    return {str(value): count for value, count in db.execute(query) if value}


def filter_sets(v: Values) -> dict[str, dict[str, Any]]:
    """Give one set of filters for each kind of question."""
    person, country, other = v.draw(v.people), v.draw(v.countries), v.draw(v.countries)
    since, until = sorted([v.month(), v.month()])
    return {
        "nothing": {},
        "type": {"type": v.draw(v.types)},
        "type and status": {"type": v.draw(v.types), "status": v.draw(v.statuses)},
        "days": {"since": since, "until": until},
        "actor, a country": {"actor": country},
        "actor, a person": {"voice": person},
        "two countries": {"actor": country, "recipient": other},
        "two countries, type and days": {
            "actor": country, "recipient": other, "type": v.draw(v.types), "since": since, "until": until,
        },
        "country": {"country": country},
        "place": {"place": v.draw(v.places)},
        "voice, a country": {"voice": country},
        "voice, the outlet": {"voice": "outlet", "status": v.draw(v.statuses)},
        "outlet": {"outlet": v.draw(v.outlets)},
        "words": {"text": v.draw(v.words)},
        "words and type": {"text": v.draw(v.words), "type": v.draw(v.types)},
        "outlet, country and days": {"outlet": v.draw(v.outlets), "country": country, "since": since},
    }  # fmt: skip


def questions(v: Values) -> Iterator[tuple[str, Ask]]:
    """Give each question of the command line once, with drawn values."""
    for name, given in filter_sets(v).items():
        yield f"events: {name}", lambda c, g=given: c.events(limit=50, **g)
        yield f"statements: {name}", lambda c, g=given: c.statements(limit=50, **g)
        yield f"timeline: {name}", lambda c, g=given: c.timeline(**g)
    yield "timeline: by day", lambda c: c.timeline(by="day")
    yield "timeline: by week", lambda c: c.timeline(by="week")
    words = [v.draw(v.words) for _ in range(2)]
    outlet = v.draw(v.outlets)
    yield "search: one word", lambda c: c.search(words[0])
    yield "search: two words", lambda c: c.search(" ".join(words))
    yield "search: word and outlet", lambda c: c.search(words[0], outlet=outlet)


def ask_all(path: Path, rounds: int, seed: int) -> dict[str, list[tuple[float, float]]]:
    """Ask every question some times, each time on a new connection; give milliseconds."""
    with open_corpus(path, read_only=True) as corpus:
        values = Values(corpus.db, seed)
        corpus.events(actor="Zimbabwe", limit=1)  # loads the tables of names, once a process
    taken: dict[str, list[tuple[float, float]]] = {}
    for _ in range(rounds):
        for name, ask in questions(values):
            taken.setdefault(name, []).append(timed(path, ask))
    taken["status"] = [timed(path, lambda c: c.status()) for _ in range(5)]
    return taken


def timed(path: Path, ask: Ask) -> tuple[float, float]:
    """Ask once; give milliseconds on the clock and of processor."""
    clock, processor = time.perf_counter(), time.process_time()
    with open_corpus(path, read_only=True) as corpus:
        ask(corpus)
    return 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor)


def summary(taken: dict[str, list[tuple[float, float]]], which: int) -> dict[str, Any]:
    """Give the median, the 95th percentile and the longest of each question and of all, in milliseconds."""

    def figures(times: list[float]) -> dict[str, float]:
        times = sorted(times)
        high = times[min(len(times) - 1, round(0.95 * (len(times) - 1)))]
        return {"median": round(statistics.median(times), 1), "p95": round(high, 1), "max": round(times[-1], 1)}

    every = [t[which] for times in taken.values() for t in times]
    each = {name: figures([t[which] for t in times]) for name, times in taken.items()}
    return {"all": {**figures(every), "asked": len(every)}, **each}


def keep(part: str, figures: dict[str, Any]) -> None:
    """Write one part of the figures, the other as it is."""
    found = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    found[part] = figures
    FIGURES.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, ensure_ascii=False, indent=1))


def measure_questions(path: Path, articles: int, added: int, seed: int, rounds: int) -> dict[str, Any]:
    figures: dict[str, Any] = {"added as readings": added}
    if not path.exists():
        with open_corpus(path) as corpus:
            spent = fill(corpus, added, seed)
            figures["articles a CPU second, filling"] = round(added / spent)
            if added < articles:
                multiply(corpus.db, articles, seed)
            corpus.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with open_corpus(path) as corpus:
        status = corpus.status()
        figures |= {"articles": status.articles, "copies": status.copies, "events": status.events}
        figures |= {"statements": status.statements, "megabytes": round(path.stat().st_size / 1e6)}
    taken = ask_all(path, rounds, seed)
    load = {"load": round(os.getloadavg()[0], 1), "processors": os.cpu_count()}
    return {**figures, **load, "milliseconds of processor": summary(taken, 1), "milliseconds": summary(taken, 0)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["questions", "kills"])
    parser.add_argument("--articles", type=int)
    parser.add_argument("--added", type=int)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.what == "questions":
            path = given.corpus or Path(folder) / "questions.corpus"
            articles = given.articles or 100_000
            keep("questions", measure_questions(path, articles, given.added or articles, given.seed, given.rounds))
        else:
            keep("kills", kill_and_resume(Path(folder), given.articles or 10_000, given.kills, given.seed))


if __name__ == "__main__":
    main()
