"""Readings as JSON: pydantic reads, checks and writes the records at the edges; the schema is derived from them."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from selon.errors import RecordError
from selon.records import Reading


@cache
def adapter() -> TypeAdapter[Reading]:
    """Give the adapter that reads and writes readings."""
    return TypeAdapter(Reading)


def dump_reading(reading: Reading) -> dict[str, Any]:
    """Give a reading as plain data; lists where records hold tuples."""
    data: dict[str, Any] = adapter().dump_python(reading, mode="json")
    return data


def load_reading(data: dict[str, Any]) -> Reading:
    """Make a reading from plain data; RecordError when it does not follow the schema."""
    try:
        return adapter().validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise RecordError(f"not a reading: {place or 'top level'}: {first['msg']}") from error


def json_schema() -> dict[str, Any]:
    """Give the JSON schema of a reading, as docs publish it."""
    return adapter().json_schema()
