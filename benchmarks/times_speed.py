"""Compare the speed of finding times with that of other finders, on the same French texts in one run.

usage: python -m benchmarks.times_speed [TEXTS] [--rounds N] [--keep]

TEXTS is a folder of text files (default: `benchmarks/texts`). Each side runs in a process of its own, in turn, over the
texts until it has used some seconds of processor time, of all its threads; printed are characters a second of that
time, so that a busy machine matters little. Loading is timed apart, by the clock. `--keep` keeps the figures in
benchmarks/figures/times_speed.json.

Sides: selon, dateparser (`search_dates`), and Duckling where its wheel and Java are there (`pip install duckling`: the
engine of wit.ai in Clojure, Python up to 3.11); a side that is not installed is left out.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import version
from importlib.util import find_spec
from itertools import count
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
FIGURES = Path(__file__).parent / "figures" / "times_speed.json"
SECONDS = 3.0
PUBLISHED = "2022-01-17"

Finder = Callable[[str], object]


def selon() -> Finder:
    """Load selon."""
    from selon.reading.times import find_times

    return lambda text: find_times(text, PUBLISHED)


def dateparser() -> Finder:
    """Load dateparser, told the language and the day of publication."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(PUBLISHED), "PREFER_DATES_FROM": "past"}
    return lambda text: search_dates(text, languages=["fr"], settings=settings)


def duckling() -> Finder:
    """Load Duckling in a Java machine that gives Python strings, which its wheel expects."""
    import duckling as wheel
    import jpype
    from duckling import Dim, Duckling, Language

    jars = os.pathsep.join(map(str, (Path(wheel.__file__).parent / "jars").glob("*.jar")))
    jpype.startJVM(jpype.getDefaultJVMPath(), "-Xmx2g", f"-Djava.class.path={jars}", convertStrings=True)
    engine = Duckling(jvm_started=True)
    engine.load(languages=[Language.FRENCH])
    told = {"language": Language.FRENCH, "dim_filter": Dim.TIME, "reference_time": f"{PUBLISHED}T00:00:00+00:00"}
    return lambda text: engine.parse(text, **told)


SIDES: dict[str, Callable[[], Finder]] = {"selon": selon, "dateparser": dateparser, "duckling": duckling}


def endless(folder: Path) -> Iterator[str]:
    """Give the texts of a folder again and again; each copy differs by a closing line."""
    texts = [f.read_text(encoding="utf-8") for f in sorted(folder.glob("*.txt"))]
    return (f"{text}\nDépêche numéro {k}." for k in count() for text in texts)


def run(side: str, folder: Path) -> dict[str, float]:
    """Run one side in this process: seconds to load, characters read, seconds of processor time to read them."""
    start = time.perf_counter()
    find = SIDES[side]()
    find("Le ministre a dit non lundi 3 janvier.")
    load, read, used = time.perf_counter() - start, 0, 0.0
    for text in endless(folder):
        begin = time.process_time()
        find(text)
        used += time.process_time() - begin
        read += len(text)
        if used >= SECONDS:
            break
    return {"load": load, "characters": read, "seconds": used}


def measure(side: str, folder: Path) -> dict[str, float]:
    """Run one side in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.times_speed", str(folder), "--side", side]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def summary(rounds: list[dict[str, float]]) -> dict[str, float]:
    """Give the median, the least and the most characters a second of some rounds, and the median load."""
    rates = sorted(r["characters"] / r["seconds"] for r in rounds)
    load = statistics.median(r["load"] for r in rounds)
    found = {"median": statistics.median(rates), "least": rates[0], "most": rates[-1]}
    return {**{name: round(rate) for name, rate in found.items()}, "load": round(load, 2)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="?", default=TEXTS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--side", choices=list(SIDES), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.side:
        print(json.dumps(run(args.side, args.texts)))
        return
    sides = [side for side in SIDES if find_spec(side)]
    rounds = [{side: measure(side, args.texts) for side in sides} for _ in range(args.rounds)]
    figures = {side: {"version": version(side), **summary([r[side] for r in rounds])} for side in sides}
    for side, found in figures.items():
        rate = f"{found['median']:>9} characters/s (from {found['least']} to {found['most']})"
        print(f"{side:12s} {found['version']:10s} {rate}   load {found['load']:6.2f} s")
    if args.keep:
        machine = {"python": platform.python_version(), "processor": platform.machine(), "rounds": args.rounds}
        FIGURES.write_text(json.dumps({"machine": machine, "sides": figures}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
