"""The filters as options, the same for every question."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer

OPTIONS: dict[str, tuple[str, Any, str]] = {
    "outlet": ("--outlet", list[str], "Published, or copied, by this outlet."),
    "since": ("--from", str, "From this day, month or year (YYYY-MM-DD, YYYY-MM, YYYY)."),
    "until": ("--until", str, "Until this day, month or year, inclusive."),
    "actor": ("--actor", list[str], "Who does it: a name or part of it, a country, an acronym or an identifier."),
    "recipient": ("--recipient", list[str], "Who undergoes it or is addressed, likewise."),
    "country": ("--country", list[str], "Country of an actor, recipient or place; of a speaker, for statements."),
    "type": ("--type", list[str], "PLOVER type, such as ASSAULT."),
    "status": ("--status", list[str], "actual, planned, possible, alleged, demanded or negated."),
    "voice": ("--voice", list[str], 'According to whom, as for actors; "outlet" for the outlet\'s own voice.'),
    "place": ("--place", list[str], "Where it takes place, as for actors."),
    "text": ("--text", str, 'Words of the article, in any inflection; "a phrase", -without.'),
    "confidence": ("--confidence", float, "As sure of it as this at least, 0 to 1; what people accepted is sure."),
}


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of all filters; it takes them as one value, `filters`."""
    own = [p for p in inspect.signature(command).parameters.values() if p.name != "filters"]
    names = vars(sys.modules[command.__module__])
    hints = {p.name: eval(p.annotation, names) for p in own}

    def run(**given: Any) -> None:
        from selon.commands.corpora import errors_told
        from selon.corpus.filters import Filters

        with errors_told():
            asked: dict[str, Any] = {name: given.pop(name) for name in OPTIONS}
            filters = Filters(**{name: value for name, value in asked.items() if value is not None})
            command(filters=filters, **given)

    own = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[p.name]) for p in own]
    parameters = [*own, *(_parameter(name) for name in OPTIONS)]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    return run


def _parameter(name: str) -> inspect.Parameter:
    flag, kind, text = OPTIONS[name]
    annotation: Any = Annotated[kind | None, typer.Option(flag, help=text)]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
