"""Adding that is killed again and again, while somebody asks: is anything lost or doubled?"""

from __future__ import annotations

import json
import os
import pickle
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.generate import generate, write_files
from selon import open_corpus
from selon.records import Article, Note, Reading, text_hash

READY = "SELON_READY_READINGS"
"""Names the file of ready readings to the processes that add them."""


class ReadyReader:
    """Gives the ready readings of generated articles, by their texts."""

    def __init__(self) -> None:
        readings: list[Reading] = pickle.loads(Path(os.environ[READY]).read_bytes())
        self._by_text = {reading.article.text: reading for reading in readings}

    def pipe_with_notes(self, found: Iterable[tuple[Article, Sequence[Note]]]) -> Iterator[Reading]:
        """Give the readings of articles, under the outlet and address these have."""
        from dataclasses import replace

        for article, _ in found:
            yield replace(self._by_text[article.text], article=article)


ADD = """
import sys
from benchmarks.killing import ReadyReader
from selon import open_corpus
if __name__ == "__main__":
    with open_corpus(sys.argv[1]) as corpus, open(sys.argv[3], "a") as told:
        def tell(outcome, place):
            told.write(place + "\\n")
            told.flush()
        corpus.add([sys.argv[2]], jobs=int(sys.argv[4]), make_reader=ReadyReader, tell=tell)
"""

ASK = """
import json, os, sys, time
from selon import open_corpus
asked = errors = partial = 0
latest = []
while True:
    start = time.perf_counter()
    try:
        with open_corpus(sys.argv[1], read_only=True) as corpus:
            corpus.events(limit=20, type="ASSAULT")
            corpus.timeline()
            odd = "SELECT count(*) FROM articles a WHERE NOT EXISTS (SELECT 1 FROM texts t WHERE t.article = a.article)"
            partial += corpus.db.execute(odd).fetchone()[0]
            some = "(SELECT article FROM articles ORDER BY article DESC LIMIT 50)"
            odd = f"SELECT count(*) FROM {some} a WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.article = a.article)"
            partial += corpus.db.execute(odd).fetchone()[0]
    except Exception as error:
        errors += 1
        print(repr(error), file=sys.stderr)
    asked += 1
    latest.append(1000 * (time.perf_counter() - start))
    with open(sys.argv[2] + ".new", "w") as out:
        median = sorted(latest)[len(latest) // 2]
        json.dump({"asked": asked, "errors": errors, "partial": partial, "median ms": round(median, 1)}, out)
    os.replace(sys.argv[2] + ".new", sys.argv[2])
    time.sleep(0.05)
"""


def kill_and_resume(folder: Path, articles: int, kills: int, seed: int, jobs: int = 1) -> dict[str, Any]:
    """Add generated articles, killed on the way; give what was checked afterwards."""
    path, inputs, told, asked = (folder / name for name in ("kills.corpus", "inputs", "told", "asked"))
    made = list(islice(generate(seed), articles))
    write_files(made, inputs, files=10)
    ready = folder / "ready"
    ready.write_bytes(pickle.dumps(made))
    open_corpus(path).close()
    paths = [str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), READY: str(ready)}
    reader = subprocess.Popen([sys.executable, "-c", ASK, str(path), str(asked)], env=environment)
    lost, done = 0, 0
    chance = random.Random(seed)
    script = folder / "add.py"
    script.write_text(ADD, encoding="utf-8")
    command = [sys.executable, str(script), str(path), str(inputs), str(told), str(jobs)]
    try:
        for n in range(kills):
            adding = subprocess.Popen(command, env=environment)
            until = articles * (n + chance.uniform(0.2, 0.9)) / (kills + 1)
            while adding.poll() is None and _lines(told) < until:
                time.sleep(0.005)
            done += adding.poll() is None
            adding.send_signal(signal.SIGKILL)
            adding.wait()
            lost += _lost(path, told)
        subprocess.run(command, env=environment, check=True)
    finally:
        reader.kill()
        reader.wait()
    return {"articles": articles, "kills": done, "lost": lost + _lost(path, told), **_checked(path, made),
            "reader": json.loads(asked.read_text(encoding="utf-8"))}  # fmt: skip


def _lines(told: Path) -> int:
    return told.read_bytes().count(b"\n") if told.exists() else 0


def _lost(path: Path, told: Path) -> int:
    """Count the places that were told to be on disk and are not."""
    lines = told.read_text(encoding="utf-8").split("\n")[:-1] if told.exists() else []
    with open_corpus(path) as corpus:
        kept = {place for (place,) in corpus.db.execute("SELECT place FROM found")}
    return sum(line not in kept for line in set(lines))


def _checked(path: Path, made: list[Reading]) -> dict[str, Any]:
    """Compare the corpus with what was generated: each text once, with all its records, and rollups that add up."""
    first: dict[str, Reading] = {}
    for reading in made:
        first.setdefault(text_hash(reading.article.text), reading)
    with open_corpus(path) as corpus:
        status, db = corpus.status(), corpus.db
        different = sum(replace(first[text_hash(r.article.text)], article=r.article) != r for r in corpus.readings())
        counted = db.execute("SELECT sum(counts) FROM events").fetchone()[0]
        by_day = db.execute("SELECT sum(events) FROM event_days").fetchone()[0]
        by_month = db.execute("SELECT sum(events) FROM event_months").fetchone()[0]
        integrity = db.execute("PRAGMA integrity_check").fetchone()[0]
    return {
        "found": status.found,
        "texts made": len(first),
        "texts kept": status.articles,
        "copies": status.copies,
        "readings that differ": different,
        "rollups right": counted == by_day == by_month,
        "integrity": integrity,
    }
