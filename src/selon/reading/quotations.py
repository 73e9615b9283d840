"""Quotation marks paired within their paragraph; a stray mark costs at most its own paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.reading.text import Sentence

PAIRS = {"«": "»", "“": "”", "„": "“"}
CLOSERS = {"»": "«", "”": "“"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: `start` and `end` lie inside the marks, `outer_start` and `outer_end` outside them."""

    outer_start: int
    start: int
    end: int
    outer_end: int
    level: int
    line: int

    def covers(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies inside the marks."""
        return self.start <= start and end <= self.end


def find_quotations(text: str, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """Pair the marks of each line; a quotation opened anew at each paragraph ends with its paragraph."""
    found: list[Quotation] = []
    lines: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        lines.setdefault(sentence.line, []).append(sentence)
    for number, group in lines.items():
        found.extend(_pair(text, number, group))
    return tuple(sorted(found, key=lambda q: (q.outer_start, -q.outer_end)))


def _pair(text: str, line: int, group: list[Sentence]) -> Iterator[Quotation]:
    end_of_line = group[-1].end
    opened: list[tuple[str, int]] = []
    for sentence in group:
        for token in sentence.tokens:
            mark = token.text
            role = _role(text, mark, token.start, token.end, opened)
            if role == "open":
                opened.append((mark, token.start))
            elif role == "close":
                while opened:
                    opening, start = opened.pop()
                    if PAIRS.get(opening, opening) == mark:
                        yield from _quotation(text, start, token.start, token.end, len(opened), line)
                        break
    if opened and opened[0][0] in PAIRS:  # the closing mark stands in a later paragraph, or is missing
        yield from _quotation(text, opened[0][1], end_of_line, end_of_line, 0, line)


def _role(text: str, mark: str, start: int, end: int, opened: list[tuple[str, int]]) -> str | None:
    if mark in PAIRS:
        return "open"
    if mark in CLOSERS:
        return "close" if any(o == CLOSERS[mark] for o, _ in opened) else None
    if mark != '"':
        return None
    before, after = text[start - 1 : start], text[end : end + 1]
    can_open = bool(after.strip()) and (not before.strip() or not before.isalnum())
    can_close = any(o == '"' for o, _ in opened)
    if can_close and (not can_open or before.strip()):
        return "close"
    if can_open and not can_close:
        return "open"
    return "close" if can_close else None


def _quotation(text: str, start: int, close: int, outer_end: int, level: int, line: int) -> Iterator[Quotation]:
    first, last = start + 1, close
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if first < last:
        yield Quotation(start, first, last, outer_end, level, line)
