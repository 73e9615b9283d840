"""Measure how long the names of a text take to look up, in milliseconds of processor time for 600 words.

usage: python -m benchmarks.lookup [TEXTS] [--rounds N]

TEXTS is a folder of text files (default: `benchmarks/texts`). The names that the encoder proposes are given; timed are
the tables, the shapes of names and the parts of compounds. Printed are the mean and the worst of the texts, of each the
median round.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.speed import TEXTS
from selon import Reader
from selon.reading import reader as reading
from selon.reading.mentions.compounds import part_names
from selon.reading.mentions.names import find_names

WORDS = 600


def inputs(text: str) -> tuple[Any, ...]:
    """Give what the reader looks names up in: sentences, proposed names, date."""
    with patch.object(reading, "find_names", wraps=find_names) as spy:
        Reader().read(text, published="2022-01-17")
    return tuple(spy.call_args.args)


def milliseconds(text: str, rounds: int) -> float:
    """Give the median time of looking up the names of a text, scaled to `WORDS` words."""
    given, taken = inputs(text), []
    for _ in range(rounds):
        start = time.process_time()
        part_names(given[0], find_names(*given))
        taken.append(time.process_time() - start)
    return statistics.median(taken) * 1000 / len(text.split()) * WORDS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="?", default=TEXTS)
    parser.add_argument("--rounds", type=int, default=30)
    args = parser.parse_args()
    taken = [milliseconds(f.read_text(encoding="utf-8"), args.rounds) for f in sorted(args.texts.glob("*.txt"))]
    print(f"{statistics.mean(taken):.1f} ms for {WORDS} words, at worst {max(taken):.1f} ({len(taken)} texts)")


if __name__ == "__main__":
    main()
