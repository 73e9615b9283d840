"""`selon correct`: say what is wrong or right in a corpus."""

from __future__ import annotations

from typing import Annotated

import typer

from selon.commands.corpora import CorpusFile, opened
from selon.commands.results import To, chosen_format, write_result

correct = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Accept, reject or change what was read; corrections survive a new reading.",
)

Record = Annotated[str, typer.Argument(metavar="ID", help="Id of an event or statement, as the lists show it.")]
Records = Annotated[list[str], typer.Argument(metavar="ID…", help="Ids of events or statements.")]
By = Annotated[str | None, typer.Option("--by", help="Who says so.")]
Remark = Annotated[str | None, typer.Option("--remark", help="Why.")]


@correct.command()
def accept(corpus: CorpusFile, records: Records, by: By = None, remark: Remark = None) -> None:
    """Say that events or statements are right as shown."""
    with opened(corpus) as store:
        _numbers([store.accept(record, person=by, remark=remark) for record in records])


@correct.command()
def reject(corpus: CorpusFile, records: Records, by: By = None, remark: Remark = None) -> None:
    """Say that events or statements are none; they are no longer shown nor counted."""
    with opened(corpus) as store:
        _numbers([store.reject(record, person=by, remark=remark) for record in records])


@correct.command()
def change(
    corpus: CorpusFile,
    record: Record,
    changes: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help="What to change.")],
    by: By = None,
    remark: Remark = None,
) -> None:
    """Give fields other values.

    Events: trigger and, of statements, content (words of the text, or START:END); type, status, mode, context, when (a
    day or BEGIN/END), actors, recipients, places (words of the text, parted by ";", each with =NAME and @COUNTRY where
    that is to be said). Statements: act, form, speaker.
    """
    given = {}
    for item in changes:
        name, sign, value = item.partition("=")
        if not sign:
            raise typer.BadParameter(f"{item!r}: write FIELD=VALUE", param_hint="FIELD=VALUE")
        given[name] = value
    with opened(corpus) as store:
        _numbers([store.change(record, given, person=by, remark=remark)])


@correct.command()
def merge(
    corpus: CorpusFile,
    entity: Annotated[str, typer.Argument(help="Key of an entity, as `selon correct entities` shows it.")],
    into: Annotated[str, typer.Argument(help="Key of the entity it is.")],
    by: By = None,
    remark: Remark = None,
) -> None:
    """Say that two entities are one."""
    with opened(corpus) as store:
        _numbers([store.merge(entity, into, person=by, remark=remark)])


@correct.command()
def split(
    corpus: CorpusFile,
    entity: Annotated[str, typer.Argument(help="Key of the entity.")],
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE…", help="Ids or hashes of articles.")],
    name: Annotated[str, typer.Option("--name", help="Whom they mean there.")],
    country: Annotated[str | None, typer.Option("--country", help="The country.")] = None,
    identifier: Annotated[str | None, typer.Option("--identifier", help="The identifier, such as Q2866.")] = None,
    by: By = None,
    remark: Remark = None,
) -> None:
    """Say that in some articles an entity is another one."""
    with opened(corpus) as store:
        given = {"name": name, "country": country, "identifier": identifier, "person": by, "remark": remark}
        _numbers(store.split(entity, articles, **given))  # type: ignore[arg-type]


@correct.command()
def entities(
    corpus: CorpusFile,
    words: Annotated[str, typer.Argument(help="A name or part of it.")],
    to: To = None,
) -> None:
    """List the entities whose name holds the words, with their keys, the most mentioned first."""
    with opened(corpus, read_only=True) as store:
        columns = {"key": "key", "label": "name", "country": "country", "mentions": "mentions"}
        write_result(store.entities(words), chosen_format(to), columns)


@correct.command("list")
def list_corrections(corpus: CorpusFile, to: To = None) -> None:
    """List the corrections."""
    shown = ("correction", "made", "person", "action", "record", "id", "before", "after", "remark")
    with opened(corpus, read_only=True) as store:
        write_result(store.corrections(), chosen_format(to), {name: name for name in shown})


@correct.command()
def conflicts(corpus: CorpusFile, to: To = None) -> None:
    """List the corrections that the last reading does not agree with."""
    shown = ("correction", "article", "record", "field", "problem", "before", "after", "now")
    with opened(corpus, read_only=True) as store:
        write_result(store.conflicts(), chosen_format(to), {name: name for name in shown})


@correct.command()
def withdraw(
    corpus: CorpusFile, corrections: Annotated[list[int], typer.Argument(metavar="NUMBER…", help="Their numbers.")]
) -> None:
    """Take corrections back."""
    with opened(corpus) as store:
        for number in corrections:
            store.withdraw(number)


def _numbers(numbers: list[int]) -> None:
    typer.echo(f"selon: correction {', '.join(map(str, numbers))}", err=True)
