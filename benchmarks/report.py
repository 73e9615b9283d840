"""Rewrite the parts of the documentation that are made by running something.

usage: python -m benchmarks.report

Fills what stands between `<!-- begin NAME -->` and `<!-- end NAME -->` in README.md and docs/accuracy.md: the reading
of docs/example.txt, and the figures of benchmarks/figures/accuracy.json (see benchmarks/accuracy.py).
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from selon.records import Reading
from selon.tables import anything, filled, one_of, read_table

ROOT = Path(__file__).parent.parent
FIGURES = ROOT / "benchmarks" / "figures" / "accuracy.json"
EXAMPLE = ROOT / "docs" / "example.txt"
PAGES = (ROOT / "README.md", ROOT / "docs" / "accuracy.md")
WIDTH = 100
UNMEASURED = "No figures are kept for this version yet: `python -m benchmarks.accuracy` makes them."

Figures = Mapping[str, Any]
Row = dict[str, str]


def fill(page: str, parts: Mapping[str, Callable[[], str]]) -> str:
    """Put each part between its two markers; a part whose markers are not there is left out."""
    for name, part in parts.items():
        marked = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
        if marked.search(page):
            text = part()
            page = marked.sub(lambda found, text=text: f"{found[1]}{text}\n{found[2]}", page)  # type: ignore[misc]
    return page


def parts(reading: Callable[[], Reading], figures: Figures | None) -> dict[str, Callable[[], str]]:
    """Give the parts by name, each made when asked for."""
    return {
        "example": lambda: example(reading()),
        "main figures": lambda: main_table(figures),
        "all figures": lambda: f"{found_table(figures)}\n\n{right_table(figures)}" if figures else UNMEASURED,
    }


def example(reading: Reading) -> str:
    """Show the account of a reading up to its times, as a terminal shows it."""
    from rich.console import Console

    from selon.exports.account import account

    console = Console(file=io.StringIO(), width=WIDTH, highlight=False)
    console.print(account(reading))
    lines = [line.rstrip() for line in console.file.getvalue().split("\n")]  # type: ignore[attr-defined]
    cut = next(k for k, line in enumerate(lines) if line.startswith("Times"))
    return "\n".join(["```text", *lines[:cut], "…", "```"])


def main_table(figures: Figures | None) -> str:
    """Make the short table: F on the held-back fifth, and a named peer where there is one."""
    if not figures:
        return UNMEASURED
    rows = [[row["label"], gold_count(figures, row), _number(held(figures, row), "F"), row["peer"] or "–"]
            for row in _measures("found", figures) if row["readme"] == "yes"]  # fmt: skip
    return _table(["", "in the gold", "F, held back", "a peer's F"], rows)


def found_table(figures: Figures) -> str:
    """Make the table of what is found: precision, recall and F held back, F on the part that was looked at."""
    rows = []
    for row in _measures("found", figures):
        value = held(figures, row)
        numbers = [_number(value, key) for key in ("P", "R", "F")]
        rows.append(
            [row["label"], gold_count(figures, row), *numbers, _number(seen(figures, row), "F"), row["peer"] or "–"]
        )
    return _table(["", "in the gold", "P", "R", "F", "F, looked at", "a peer's F"], rows)


def right_table(figures: Figures) -> str:
    """Make the table of what is right among what was found, in per cent."""
    rows = [
        [row["label"], _share(held(figures, row)), _share(seen(figures, row))] for row in _measures("right", figures)
    ]
    return _table(["", "right, held back", "right, looked at"], rows)


def held(figures: Figures, row: Row) -> Any:
    """Give a measure on the held-back fifth, None when it was not taken."""
    return _value(figures[row["task"]].get("held back"), row["measure"])


def seen(figures: Figures, row: Row) -> Any:
    """Give a measure on the part that may be looked at, None when it was not taken."""
    return _value(figures[row["task"]].get("seen"), row["measure"])


def gold_count(figures: Figures, row: Row) -> str:
    """Give how many the held-back gold has of what a measure counts."""
    task, value = figures[row["task"]].get("held back") or {}, held(figures, row) or {}
    return str(value.get("gold", task.get("gold", "–")))


def load_figures() -> Figures | None:
    """Read the kept figures, None when there are none."""
    return json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else None  # type: ignore[no-any-return]


def _measures(kind: str, figures: Figures) -> Iterator[Row]:
    schema = {
        "task": filled,
        "measure": filled,
        "kind": one_of("found", "right"),
        "label": filled,
        "readme": one_of("yes", "no"),
        "peer": anything,
    }
    rows = read_table("benchmarks", "measures.tsv", schema)
    return (row for row in rows if row["kind"] == kind and row["task"] in figures)


def _value(measured: Any, path: str) -> Any:
    for key in path.split("."):
        measured = measured.get(key) if isinstance(measured, dict) else None
    return measured


def _number(value: Any, key: str) -> str:
    return f"{value[key]:.1f}" if isinstance(value, dict) else "–"


def _share(value: Any) -> str:
    return f"{value:.1f}" if isinstance(value, int | float) else "–"


def _table(head: list[str], rows: list[list[str]]) -> str:
    ruler = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (head, ruler, *rows))


def main() -> None:
    from selon import Reader
    from selon.sources import read_path

    found = next(read_path(EXAMPLE))
    assert found.article
    article = found.article
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        page.write_text(fill(text, parts(lambda: Reader().read_article(article), load_figures())), encoding="utf-8")


if __name__ == "__main__":
    main()
