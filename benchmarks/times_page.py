"""Rewrite the tables of docs/times.md from the cases of benchmarks/time_classes.tsv and the kept figures of speed.

usage: python -m benchmarks.times_page

The cases are facts that the tests check: what `find_times` gives for a span of a sentence. A case without a span says
that the sentence has no time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmarks.report import fill
from benchmarks.times_speed import FIGURES
from selon.tables import anything, filled, one_of, read_table

PAGE = Path(__file__).parent.parent / "docs" / "times.md"

Case = dict[str, str]


def read_cases() -> list[Case]:
    """Read the cases; TableError on a bad cell."""
    checked = {
        "class": filled,
        "lang": one_of("fr", "en"),
        "published": anything,
        "sentence": filled,
        "span": anything,
        "type": one_of("", "DATE", "TIME", "DURATION", "SET"),
    }
    free = dict.fromkeys(("value", "mod", "edtf", "begin", "end", "anchor", "link"), anything)
    return read_table("benchmarks", "time_classes.tsv", {**checked, **free})


def page(text: str, cases: Iterable[Case]) -> str:
    """Fill the page with the table of the cases."""
    rows = list(cases)
    by_language = {
        f"times {lang}": partial(table, [row for row in rows if row["lang"] == lang]) for lang in ("fr", "en")
    }
    return fill(text, {**by_language, "times speed": speed_table})


def speed_table() -> str:
    """Write the kept figures of `benchmarks.times_speed`."""
    sides: dict[str, dict[str, Any]] = json.loads(FIGURES.read_text(encoding="utf-8"))["sides"]
    lines = ["| finder | characters a second | from | to |", "|---|---:|---:|---:|"]
    for name, found in sides.items():
        rates = " | ".join(f"{found[key]:,}" for key in ("median", "least", "most"))
        lines.append(f"| {name} {found['version']} | {rates} |")
    return "\n".join(lines)


def table(cases: Iterable[Case]) -> str:
    """Write the cases of a language as one table, a class a group of rows."""
    lines = ["| class | time | TIMEX3 | EDTF | days |", "|---|---|---|---|---|"]
    for name, rows in groupby(cases, key=lambda case: case["class"]):
        lines += [_line(name if first else "", case) for first, case in _with_first(rows)]
    return "\n".join(lines)


def _with_first(cases: Iterable[Case]) -> Iterable[tuple[bool, Case]]:
    return ((k == 0, case) for k, case in enumerate(cases))


def _line(name: str, case: Case) -> str:
    timex = " ".join(filter(None, (case["type"], case["value"], case["mod"]))) or "none"
    edtf = case["edtf"] + (f", together {case['link']}" if case["link"] not in ("", case["edtf"]) else "")
    return "| " + " | ".join((name, _shown(case), f"`{timex}`", _code(edtf), _days(case))) + " |"


def _shown(case: Case) -> str:
    """Write the sentence with its time in bold."""
    span = case["span"]
    return case["sentence"].replace(span, f"**{span}**", 1) if span else case["sentence"]


def _code(text: str) -> str:
    return ", together ".join(f"`{part}`" for part in text.split(", together ") if part) or "–"


def _days(case: Case) -> str:
    begin, end = case["begin"], case["end"]
    if not begin and not end:
        return "–"
    return begin if begin == end else f"{begin or '…'} to {end or '…'}"


def main() -> None:
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), read_cases()), encoding="utf-8")


if __name__ == "__main__":
    main()
