"""Quotation marks paired within their paragraph; a stray mark costs at most its own paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.reading.text import Sentence

PAIRS = {"«": "»", "“": "”", "„": "“"}
CLOSERS = {"»": "«", "”": "“"}
LATER_LINES = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: `start` and `end` lie inside the marks, `outer_start` and `outer_end` outside them."""

    outer_start: int
    start: int
    end: int
    outer_end: int
    level: int
    line: int


def find_quotations(text: str, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """Pair the marks of each line; a quotation opened anew at each paragraph ends with its paragraph.

    A mark left open at the end of a line is closed by one that closes nothing in the next lines, if no other opens
    before it; else a guillemet or curly mark ends with its line and a straight one opens nothing.
    """
    lines: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        lines.setdefault(sentence.line, []).append(sentence)
    found: list[Quotation] = []
    groups = list(lines.values())
    skip_to = -1
    for k, group in enumerate(groups):
        pairs, opened = _pair(text, group)
        found.extend(q for q in pairs if q.outer_start >= skip_to)
        if not opened or opened[0][1] < skip_to:
            continue
        mark, start = opened[0]
        close = _closing_later(text, mark, groups[k + 1 : k + 1 + LATER_LINES])
        if close is not None:
            skip_to = close[1]
            found.extend(_quotation(text, start, *close, 0, group[0].line))
        elif mark in PAIRS:  # the closing mark is missing, or each paragraph opens anew
            found.extend(_quotation(text, start, group[-1].end, group[-1].end, 0, group[0].line))
    return tuple(sorted(found, key=lambda q: (q.outer_start, -q.outer_end)))


def _closing_later(text: str, mark: str, groups: list[list[Sentence]]) -> tuple[int, int] | None:
    """Find the mark that closes a quotation in a later line: the first mark there, and one that can only close."""
    closer = PAIRS.get(mark, mark)
    for group in groups:
        for token in (t for s in group for t in s.tokens):
            if token.text == closer and (closer != '"' or _only_closes(text, token.start, token.end)):
                return token.start, token.end
            if token.text in PAIRS or token.text in CLOSERS or token.text == '"':
                return None
    return None


def _only_closes(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before.strip()) and not after.isalnum()


def _pair(text: str, group: list[Sentence]) -> tuple[list[Quotation], list[tuple[str, int]]]:
    """Give the quotations of a line, and the marks that nothing in it closes."""
    found: list[Quotation] = []
    opened: list[tuple[str, int]] = []
    for token in (t for s in group for t in s.tokens):
        role = _role(text, token.text, token.start, token.end, opened)
        if role == "open":
            opened.append((token.text, token.start))
        elif role == "close":
            while opened:
                opening, start = opened.pop()
                if PAIRS.get(opening, opening) == token.text:
                    found.extend(_quotation(text, start, token.start, token.end, len(opened), group[0].line))
                    break
    return found, opened


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
