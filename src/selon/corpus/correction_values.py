"""The values people give in corrections: codes are checked, words of the text become mentions."""

from __future__ import annotations

import re
from typing import Any, get_args

from selon.corpus.correcting import PARTIES, all_mentions, mention_data
from selon.corpus.filters import Filters
from selon.corpus.rest import plain
from selon.errors import CorpusError
from selon.records import Act, EventType, Mention, Reading, Span, StatementForm, Status

CODES = {"type": EventType, "status": Status, "act": Act, "form": StatementForm}
_OFFSETS = re.compile(r"(\d{1,9}):(\d{1,9})")
_PARTY = re.compile(r"(?P<words>[^=@]+)(?:=(?P<name>[^@]*))?(?:@(?P<country>.*))?")


def new_value(reading: Reading, name: str, value: Any, near: int) -> Any:
    """Give a value as plain data.

    Codes are codes. `when` is a day, BEGIN/END or None. `actors`, `recipients` and `places` are lists of mentions (or
    a text, its items parted by ";"), `speaker` is one or None: each a Mention, or words of the text, the nearest to
    the record where they occur several times, with the name after "=" and the country after "@" where that is to be
    said: "le ministre=Jean Dupont@FRA". `trigger` is words of the text, likewise the nearest, or START:END; `content`
    one of these or a list of them. Raises CorpusError for anything else.
    """
    if name in CODES:
        return _code(name, value)
    if name in PARTIES:
        items = [part for part in value.split(";") if part.strip()] if isinstance(value, str) else value
        return [mention_data(_mention(reading, item, near)) for item in items or ()]
    if name == "trigger":
        return plain(_stretch(reading.article.text, value, near))
    if name == "content":
        items = [value] if isinstance(value, str) else value
        return [plain(_stretch(reading.article.text, item, near)) for item in items or ()]
    if value in (None, "", "null"):
        return None
    if name == "speaker":
        return mention_data(_mention(reading, value, near))
    return _when(value) if name == "when" else str(value)


def _code(name: str, value: Any) -> str:
    allowed = get_args(CODES[name])
    if value not in allowed:
        raise CorpusError(f"{name} {value!r}: none of {', '.join(allowed)}")
    return str(value)


def _when(value: Any) -> dict[str, str | None]:
    begin, _, end = (value if isinstance(value, str) else "/".join(value)).partition("/")
    days = Filters(since=begin or None, until=end or begin or None)
    return {"begin": days.since, "end": days.until}


def _mention(reading: Reading, item: Any, near: int) -> Mention:
    if isinstance(item, Mention):
        if reading.article.text[item.span.start : item.span.end] != item.span.text:
            raise CorpusError(f"{item.span.text!r} is not at {item.span.start}:{item.span.end} of the article")
        return item
    given = _PARTY.fullmatch(item.strip())
    if given is None:
        raise CorpusError(f"{item!r}: write words of the text, then =NAME and @COUNTRY where they are to be said")
    span = _nearest(reading.article.text, given["words"].strip(), near)
    known = [m for m in all_mentions(reading) if m.span == span]
    if given["name"] is None and given["country"] is None:
        return known[0] if known else Mention(span, "people", "description")
    kind, form = (known[0].kind, known[0].form) if known else ("people", "description")
    return Mention(span, kind, form, given["name"] or None, given["country"] or None)


def _stretch(text: str, value: Any, near: int) -> Span:
    """Give the stretch of a text that offsets or words say; CorpusError when there is none."""
    if not isinstance(value, str) or not value.strip():
        raise CorpusError("give the words of the text, or START:END")
    offsets = _OFFSETS.fullmatch(value.strip())
    if offsets is None:
        return _nearest(text, value.strip(), near)
    start, end = int(offsets[1]), int(offsets[2])
    if not start < end <= len(text) or not text[start:end].strip():
        raise CorpusError(f"{value}: no words of the text are there")
    return Span.of(text, start, end)


def _nearest(text: str, words: str, near: int) -> Span:
    places = [m.start() for m in re.finditer(re.escape(words), text)]
    if not places:
        raise CorpusError(f"{words!r} is not in the text of the article")
    start = min(places, key=lambda place: abs(place - near))
    return Span.of(text, start, start + len(words))
