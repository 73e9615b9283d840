"""JSON Lines: one article an object, with `text` and any of id, url, title, published, outlet, lang."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any

from selon.records import Note
from selon.sources.article import make_article
from selon.sources.encoding import decode, encoding_notes
from selon.sources.found import Found, Seen, failure

KEYS = ("id", "url", "title", "published", "outlet", "lang")

_BLANK = b"\x00\xef\xbb\xbf \t\r\n\f\v"
_NAMES = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "a list", dict: "an object"}


@dataclass(frozen=True, slots=True)
class _Parsed:
    value: Any
    error: str | None
    notes: tuple[Note, ...]


def read_jsonl(lines: Iterable[bytes], where: str, today: date | None = None) -> Iterator[Found]:
    """Give an article, or the reason why there is none, for each filled line; keys of other names are ignored.

    Lines are read one by one, and a bad one costs only itself; an input that is one JSON value over several lines, or
    a list, is read as a whole. Places are given as "file:LINE", within a list as "file#NUMBER", both from 1.
    """
    maker = _Maker(today)
    start, lines = _start(iter(lines))
    if _runs_on(start):
        lines = list(lines)
        whole = _parse(b"".join(lines))
        if whole.error is None:
            yield from _whole(whole, where, maker)
            return
    for number, line in enumerate(lines, 1):
        if not line.strip(_BLANK):
            continue
        parsed, place = _parse(line), f"{where}:{number}"
        if parsed.error is None:
            yield maker.found(parsed.value, place, parsed.notes)
        else:
            yield failure(
                place, f"not JSON ({parsed.error}); line skipped", "not-json", line.decode("utf-8", "replace")
            )


@dataclass
class _Maker:
    """Makes articles of JSON values, and remembers the ids met to tell when one comes twice."""

    today: date | None
    seen: Seen = field(default_factory=Seen)

    def found(self, value: Any, where: str, notes: tuple[Note, ...]) -> Found:
        wrong = _wrong(value)
        if wrong:
            return failure(where, f"{wrong}; skipped", "no-text", json.dumps(value, ensure_ascii=False))
        fields = {key: str(value[key]) for key in KEYS if value.get(key) is not None}
        article, more = make_article(value.get("text") or "", today=self.today, **fields)
        return self.seen.noted(Found(article, (*notes, *more), where))


def _start(lines: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Give the first filled line, and all lines again."""
    skipped = []
    for line in lines:
        skipped.append(line)
        if line.strip(_BLANK):
            break
    return (skipped[-1] if skipped else b""), chain(skipped, lines)


def _runs_on(line: bytes) -> bool:
    """Tell whether a first line opens a list, or an object that later lines close."""
    line = line.strip(_BLANK)
    return line.startswith(b"[") or line.endswith((b"{", b"[", b",", b":"))


def _whole(parsed: _Parsed, where: str, maker: _Maker) -> Iterator[Found]:
    if not isinstance(parsed.value, list):
        yield maker.found(parsed.value, where, parsed.notes)
    elif not parsed.value:
        yield failure(where, "an empty list; nothing to read", "empty")
    else:
        for number, item in enumerate(parsed.value, 1):
            yield maker.found(item, f"{where}#{number}", parsed.notes)


def _parse(line: bytes) -> _Parsed:
    decoded = decode(line)
    try:
        value = json.loads(decoded.text.strip("\x00\ufeff \t\r\n\f\v"), strict=False)
    except json.JSONDecodeError as error:
        return _Parsed(None, f"{error.msg.removesuffix(' at')}: character {error.pos + 1}", ())
    except (ValueError, RecursionError):
        return _Parsed(None, "nested too deep or a number too long", ())
    return _Parsed(value, None, encoding_notes(decoded))


def _wrong(value: Any) -> str | None:
    """Say what keeps a JSON value from being an article, None when it is one."""
    if not isinstance(value, dict):
        return f"{_name(value)} where an object with text was expected"
    if value.get("text") is None:
        return 'no "text"'
    for key in ("text", *KEYS):
        item = value.get(key)
        if not (item is None or isinstance(item, str) or (key == "id" and type(item) is int)):
            return f'"{key}" is {_name(item)}, expected a string'
    if not value["text"].strip("\x00\ufeff \t\r\n\f\v") and not (value.get("title") or "").strip():
        return '"text" is empty'
    return None


def _name(value: Any) -> str:
    return _NAMES.get(type(value), "null")
