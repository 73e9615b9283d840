"""Score the reader against a folder of gold and keep the figures.

usage: python -m benchmarks.accuracy GOLD [--scorer PATH] [--out FILE]

Times of `times/*.jsonl` are read with TimeML's spans (`find_times(…, style="timeml")`), whose guidelines they follow.
GOLD holds `articles/` (annotated reports, JSON), and optionally `names/*.jsonl`, `times/*.jsonl` and
`statements/*.jsonl`. The scorer is a script called as `SCORER WHAT GOLD READINGS --json`; by default
`../score/score.py` beside GOLD. A fifth of the documents, fixed by the hash of their id, is reported apart as
"held back": nothing is trained on it (docs/accuracy.md tells what was looked at). Names of the articles held back are
annotated by us (`training/annotations/names_held_back.jsonl`). Statements are scored again as
`benchmarks/floor.py` finds them, events as the lexicon alone and with the rules finds them (`benchmarks/shares.py`),
both, and names, as the encoder alone proposes them (`benchmarks/alone.py`). Figures go to
`benchmarks/figures/accuracy.json` with the version.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from training import annotations

from benchmarks.alone import alone
from benchmarks.floor import floor
from benchmarks.resolution import resolution
from benchmarks.shares import lexicon_alone, unweighed
from selon import Article, Reader, Reading, __version__, find_times
from selon.exports.json import to_json, to_jsonl
from selon.records import ReaderInfo

HERE = Path(__file__).parent
FIGURES = HERE / "figures" / "accuracy.json"
Document = dict[str, Any]


def held_back(identifier: str) -> bool:
    """Tell whether a document belongs to the fifth that nothing is trained on."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 5 == 0


def tasks(gold: Path) -> Iterator[tuple[str, str, list[Document]]]:
    """Give each task with its name and documents."""
    articles = [json.loads(f.read_text(encoding="utf-8")) for f in sorted((gold / "articles").rglob("*.json"))]
    for what in ("events", "statements", "times", "resolution"):
        yield what, f"articles {what}", articles
    if named := annotations.names(articles, "names_held_back.jsonl"):
        yield "names", "articles names", named
    for what in ("statements", "times", "names"):
        for path in sorted((gold / what).glob("*.jsonl")):
            lines = path.read_text(encoding="utf-8").splitlines()
            yield what, path.stem, [json.loads(line) for line in lines if line.strip()]


def articles_of(documents: list[Document]) -> list[Article]:
    """Give the documents as articles."""
    return [
        Article(d["text"], str(d["id"]), d.get("lang") or "fr", d.get("published"), d.get("outlet"), d.get("url"))
        for d in documents
    ]


def read_all(documents: list[Document]) -> list[str]:
    """Read the documents, one line of JSON each."""
    return list(to_jsonl(Reader().pipe(articles_of(documents))))


def encoder_alone(documents: list[Document]) -> list[str]:
    """Give what the encoder alone makes of the documents, one line of JSON each."""
    return list(to_jsonl(alone(articles_of(documents))))


class Kept:
    """What the ways of reading made of documents, so that none reads the same ones again."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, int], tuple[list[Document], list[str]]] = {}

    def read(self, way: Callable[[list[Document]], list[str]], documents: list[Document]) -> list[str]:
        """Read documents in one way, or give what it gave before."""
        key = way.__name__, id(documents)
        if key not in self._lines:
            self._lines[key] = documents, way(documents)
        return self._lines[key][1]


def times_in_timeml(documents: list[Document]) -> list[str]:
    """Find the times of the documents with TimeML's spans, one line of JSON each, with no other records."""
    made = []
    for d in documents:
        article = Article(d["text"], str(d["id"]), d.get("lang") or "fr", d.get("published"))
        times = find_times(article.text, article.published, article.lang or "fr", style="timeml")
        made.append(Reading(article, ReaderInfo(__version__, "none"), times))
    return list(to_jsonl(made))


def floor_lines(lines: list[str]) -> list[str]:
    """Give the floor of each reading, one line of JSON each."""
    return [to_json(floor(Reading.from_dict(json.loads(line)))) for line in lines]


def others(what: str, documents: list[Document], kept: Kept) -> dict[str, list[str]]:
    """Give what less than the whole reader makes of the documents, by its name, one line of JSON each."""
    encoder = kept.read(encoder_alone, documents)
    if what == "names":
        return {"encoder": encoder}
    if what == "statements":
        return {"floor": floor_lines(kept.read(read_all, documents)), "encoder": encoder}
    rules = list(unweighed(articles_of(documents)))
    return {"lexicon": list(to_jsonl(lexicon_alone(rules))), "rules": list(to_jsonl(rules)), "encoder": encoder}


def score(scorer: Path, what: str, documents: list[Document], lines: list[str], errors: int = 0) -> Any:
    """Run the scorer on one part of a task."""
    if what == "resolution":
        return resolution(documents, map(json.loads, lines))
    with tempfile.TemporaryDirectory() as folder:
        readings = Path(folder, "readings.jsonl")
        readings.write_text("\n".join(lines) + "\n", encoding="utf-8")
        gold = Path(folder, "gold.jsonl")
        if "annotated" in documents[0] or "events" in documents[0]:
            gold = Path(folder, "gold")
            gold.mkdir()
            for d in documents:
                (gold / f"{d['id']}.json").write_text(json.dumps(d, ensure_ascii=False), encoding="utf-8")
        else:
            gold.write_text("\n".join(json.dumps(d, ensure_ascii=False) for d in documents) + "\n", encoding="utf-8")
        command = [sys.executable, str(scorer), what, str(gold), str(readings), "--json"]
        if errors:
            shown = subprocess.run([*command[:-1], "--errors", str(errors)], capture_output=True, text=True, check=True)
            print(shown.stdout)
        result = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(result.stdout)


def scores(scorer: Path, what: str, documents: list[Document], lines: list[str], errors: int = 0) -> dict[str, Any]:
    """Score a task by part: documents that may be looked at, whose first errors are printed, and those held back."""
    parts = {
        "seen": [k for k, d in enumerate(documents) if not held_back(str(d["id"]))],
        "held back": [k for k, d in enumerate(documents) if held_back(str(d["id"]))],
    }
    return {
        part: score(
            scorer,
            what,
            [documents[k] for k in chosen],
            [lines[k] for k in chosen],
            errors if part == "seen" else 0,
        )
        for part, chosen in parts.items()
        if chosen
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--out", type=Path, default=FIGURES)
    parser.add_argument("--only", help="run the tasks whose name contains this; figures are then not kept")
    parser.add_argument(
        "--errors", type=int, default=0, help="print the first errors of the part that may be looked at"
    )
    args = parser.parse_args()
    scorer = args.scorer or args.gold.parent / "score" / "score.py"
    figures: dict[str, Any] = {"version": __version__}
    kept = Kept()
    for what, name, documents in tasks(args.gold):
        if args.only and args.only not in name:
            continue
        in_timeml = what == "times" and not name.startswith("articles")
        lines = kept.read(times_in_timeml if in_timeml else read_all, documents)
        figures[name] = scores(scorer, what, documents, lines, args.errors)
        if what in ("statements", "events", "names"):
            for other, low in others(what, documents, kept).items():
                figures[f"{name} {other}"] = scores(scorer, what, documents, low)
        print(name, json.dumps(figures[name], indent=1, ensure_ascii=False))
    if not args.only:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
