"""`selon timeline`: how many events over time."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from selon.commands.corpora import CorpusFile, opened
from selon.commands.filtering import filtered
from selon.commands.results import ResultFormat, To, chosen_format, print_table, write_result
from selon.records import Status

if TYPE_CHECKING:
    from selon.corpus.filters import Filters
    from selon.corpus.results import Result

STATUSES = get_args(Status)
BAR = 24


class Period(StrEnum):
    """The periods of a timeline."""

    day = "day"
    week = "week"
    month = "month"
    year = "year"


@filtered
def timeline(
    corpus: CorpusFile,
    filters: Filters,
    by: Annotated[Period, typer.Option("--by", help="day, week (its Monday), month or year.")] = Period.month,
    types: Annotated[bool, typer.Option("--types", help="Also by type; csv, jsonl, parquet.")] = False,
    to: To = None,
) -> None:
    """Count events over time, by status: what is planned, denied or alleged is never counted as done."""
    form = chosen_format(to)
    with opened(corpus, read_only=True) as store:
        counted = store.timeline(filters, by=by.value, types=types)
    if form is ResultFormat.table:
        _print(counted)
    else:
        write_result(counted, form, {})


def _print(counted: Result) -> None:
    periods: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in counted:
        periods[row["period"]][row["status"]] += row["events"]
    most = max((n["actual"] for n in periods.values()), default=0) or 1
    rows = [
        [period or "no date", *(n[s] or None for s in STATUSES), "█" * round(BAR * n["actual"] / most)]
        for period, n in periods.items()
    ]
    print_table(("period", *STATUSES, "actual"), rows)
