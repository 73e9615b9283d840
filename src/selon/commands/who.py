"""`selon who`: whom words name on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from selon.knowledge.who import Named

NOBODY = 1


def who(
    words: Annotated[
        str, typer.Argument(help='A name, title, acronym or metonym: "le secrétaire général de l\'Otan".')
    ],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day (YYYY-MM-DD); today if not given.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Say whom words name on a day: the entity, its kind, identifier and country, how it is known, and since when.

    Prints several lines when the words are ambiguous. Exit status: 0 somebody, 1 nobody known, 2 wrong use.
    """
    from selon.knowledge.who import who as find
    from selon.sources.dates import parse_date

    day = parse_date(on) if on else _today()
    if day is None:
        raise typer.BadParameter(f"{on!r} is no date", param_hint="--on")
    found = find(words, str(day)[:10])
    for named in found:
        typer.echo(_as_json(named) if as_json else _as_text(named))
    if not found:
        typer.echo(f"nobody known as {words!r} on {day}", err=True)
        raise typer.Exit(NOBODY)


def _today() -> str:
    from datetime import date

    return date.today().isoformat()


def _as_json(named: Named) -> str:
    import json
    from dataclasses import asdict

    return json.dumps(asdict(named), ensure_ascii=False)


def _as_text(named: Named) -> str:
    parts = [named.kind, named.country, named.entity, f"by {named.via}"]
    if named.office and named.start:
        parts.append(f"{named.office.replace('_', ' ')} {named.start} to {named.end or 'now'}")
    return f"{named.name} ({', '.join(p for p in parts if p)})"
