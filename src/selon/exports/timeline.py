"""Events as TimelineJS JSON, for https://timeline.knightlab.com (JSON format, version 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from selon.exports.chosen import Choice
from selon.exports.dates import interval_phrase
from selon.exports.escape import escape, link
from selon.exports.gdelt import iso_date
from selon.exports.vocabulary import wording
from selon.exports.wording import clean, event_sentence, title_of, voice_phrase
from selon.records import Event, Reading

CONTEXT = 160


def to_timeline(readings: Iterable[Reading], choice: Choice | None = None) -> dict[str, Any]:
    """Give the events as one timeline, each with its words, who tells it and a link; those without a time are left out.

    An event of several days has an end. Status other than actual and voices other than the outlet's are told in the
    words of each slide; `group` is the type.
    """
    choice = choice or Choice()
    slides = []
    for reading, event, _ in choice.events(readings):
        begin = iso_date(event.when.begin if event.when else None)
        if begin is None:
            choice.left_out["date"] += 1
        else:
            slides.append(_slide(reading, event, begin))
    return {"events": sorted(slides, key=lambda s: (_key(s["start_date"]), s["unique_id"]))}


def _key(day: dict[str, int]) -> tuple[int, ...]:
    return tuple(day.values())


def _slide(reading: Reading, event: Event, begin: date) -> dict[str, Any]:
    end = iso_date(event.when.end if event.when else None)
    slide: dict[str, Any] = {
        "start_date": _date(begin),
        "text": {"headline": escape(event_sentence(event, reading)), "text": _text(reading, event)},
        "group": wording("type", event.type).word,
        "unique_id": f"{reading.article.id}-{event.id}",
    }
    if end and end > begin:
        slide["end_date"] = _date(end)
    if event.when and (shown := interval_phrase(event.when.begin, event.when.end, event.when.edtf)):
        slide["display_date"] = shown
    return slide


def _text(reading: Reading, event: Event) -> str:
    told = voice_phrase(event, reading)
    title, url = escape(title_of(reading)), link(reading.article.url)
    shown = f'<a href="{url}">{title}</a>' if url else title
    outlet, day = clean(reading.article.outlet or "outlet not known"), reading.article.published or "no date"
    where = f"{escape(outlet)}, {escape(day)}: {shown}"
    return f"<blockquote>{escape(_around(reading.article.text, event))}</blockquote><p>{escape(told)}</p><p>{where}</p>"


def _around(text: str, event: Event) -> str:
    """Give the words around a trigger, cut at line ends and between words."""
    start, end = event.trigger.start, event.trigger.end
    left, right = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    left = left.rsplit("\n", 1)[-1] if "\n" in left else f"… {left.split(' ', 1)[-1]}" if start > CONTEXT else left
    right = right.split("\n", 1)[0] if "\n" in right else f"{right.rsplit(' ', 1)[0]} …"
    return clean(left + text[start:end] + right)


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
