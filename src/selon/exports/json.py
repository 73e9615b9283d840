"""Readings as JSON and JSON Lines, in the published form."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

from selon.records import Reading

UNSAFE = re.compile("[\x7f\x85\u2028\u2029\ud800-\udfff]")


def to_json(reading: Reading) -> str:
    """Write a reading as one line of JSON, characters as they are.

    Line separators and lone surrogates are escaped, so that the text splits into no more lines, encodes as UTF-8,
    and reads back the same (but for a high surrogate right before a low one, which JSON takes for the character they
    encode); a number that is not finite is null.
    """
    return dump(reading.to_dict())


def dump(data: Any, indent: int | None = None) -> str:
    """Write plain data as JSON, with the same care."""
    return UNSAFE.sub(_escape, json.dumps(_finite(data), ensure_ascii=False, allow_nan=False, indent=indent))


def to_jsonl(readings: Iterable[Reading]) -> Iterator[str]:
    """Write readings as JSON Lines: one reading a line, without its line end."""
    for reading in readings:
        yield to_json(reading)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _finite(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _finite(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_finite(value) for value in data]
    return None if isinstance(data, float) and not math.isfinite(data) else data
