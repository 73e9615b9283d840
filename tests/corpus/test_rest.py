"""Whatever fields records have, the corpus gives back what it was given: a field it forgets fails here."""

import json
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from itertools import count
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from selon import Article, Corpus, Event, Mention, Note, Quantity, Reading, Span, Statement, Time
from selon.corpus.rest import from_plain, plain, rest_of, with_rest
from selon.records import Location, ReaderInfo, When

TEXT = "Trêve\n\nLe ministre refuse."
POINTERS = frozenset(["within", "according_to", "same_as"])
RECORDS = [Article, Note, Time, Quantity, Mention, Location, Statement, When, Event]
numbers = count(1)


def filled(kind: Any, field: Field[Any] | None = None) -> Any:
    """Make a value of a type, all its fields at something else than their default."""
    name = field.name if field else ""
    if kind is Span:
        return Span.of(TEXT, 0, 5)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{f.name: filled(hints[f.name], f) for f in fields(kind)})  # type: ignore[operator]
    if get_origin(kind) in (Union, UnionType):
        return filled(next(one for one in get_args(kind) if one is not type(None)), field)
    if get_origin(kind) is tuple:
        return (filled(get_args(kind)[0], field),)
    if get_origin(kind) is Literal:
        return next(one for one in reversed(get_args(kind)) if field is None or one != field.default)
    made = {str: "id" if name in POINTERS else TEXT if name == "text" else name, bool: True}
    return made[kind] if kind in made else kind(next(numbers))


@pytest.mark.parametrize("kind", RECORDS)
def test_the_records_made_here_have_no_field_at_its_default(kind: type) -> None:
    record = filled(kind)
    for item in fields(kind):
        default = item.default_factory() if item.default_factory is not MISSING else item.default
        assert getattr(record, item.name) not in (default, None, ())


@pytest.mark.parametrize("corrected", [True, False])
def test_every_field_of_every_record_comes_back(corpus: Corpus, corrected: bool) -> None:
    reading: Reading = filled(Reading)
    corpus.add_reading(reading)
    assert list(corpus.readings(corrected=corrected)) == [reading]


def test_every_field_comes_back_after_a_correction(corpus: Corpus) -> None:
    reading: Reading = filled(Reading)
    event, statement = replace(reading.events[0], id="e1", same_as=None), reading.statements[0]
    reading = replace(reading, events=(event,))
    corpus.add_reading(reading)
    corpus.change("e1", {"status": "planned", "actors": list(event.actors)})
    corpus.accept(statement.id)
    assert next(corpus.readings()) == replace(reading, events=(replace(event, status="planned"),))
    assert next(corpus.readings(corrected=False)) == reading


@pytest.mark.parametrize("kind", RECORDS)
def test_any_record_survives_as_plain_data(kind: type) -> None:
    record = filled(kind)
    assert from_plain(kind, json.loads(json.dumps(plain(record)))) == record


def test_a_field_without_a_column_is_kept_only_where_it_says_something() -> None:
    mention: Mention = filled(Mention)
    bare = replace(mention, place=None)
    assert rest_of(bare) is None
    assert with_rest(bare, None) == bare
    assert with_rest(bare, rest_of(mention)) == mention


def test_a_place_that_a_person_names_otherwise_loses_where_it_was(corpus: Corpus) -> None:
    place = Mention(Span.of(TEXT, 0, 5), "place", "name", "Trêve", "FRA", place=Location(48.1, 2.5, "town"))
    event = Event("e1", Span.of(TEXT, 19, 25), "REJECT", "actual", places=(place,))
    corpus.add_reading(Reading(Article(TEXT, "a"), ReaderInfo("0", "none"), mentions=(place,), events=(event,)))
    columns = "SELECT latitude, longitude, precision FROM v_parties"
    assert corpus.db.execute(columns).fetchall() == [(48.1, 2.5, "town")]
    corpus.rename("a", (0, 5), {"name": "Trèves", "country": "DEU"})
    assert corpus.db.execute(columns).fetchall() == [(None, None, None)]
    assert next(corpus.readings()).events[0].places[0] == replace(place, name="Trèves", country="DEU", place=None)
    assert next(corpus.readings(corrected=False)).events[0].places == (place,)
