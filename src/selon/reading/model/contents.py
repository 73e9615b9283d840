"""Statements as the model sees them: stretches of somebody's words, each with its cue, act and speaker."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from selon.reading.model.decode import Floats, softmax, spans
from selon.reading.model.pieces import Offsets
from selon.reading.model.seen import Seen

HALF = 0.4
"""Chance from which a word, or none, is taken for the cue or speaker."""

NEAR = 120
"""Characters that a cue may take inside the words it introduces."""

Piece = TypeVar("Piece")


class Content(NamedTuple):
    """Somebody's words by offsets, with the chance that they are; `speaker` is where the word for the speaker begins.

    `settled` tells whether the model knows who speaks, or that nobody is named.
    """

    start: int
    end: int
    score: float
    cue: Offsets | None
    act: str | None
    speaker: int | None
    settled: bool


def contents(seen: Seen, labels: dict[str, Any], least: float) -> list[Content]:
    """Give the contents of both layers whose score is at least so high, in order."""
    if not seen.words:
        return []
    heads = labels["heads"]
    found = [
        stretch
        for layer in ("content", "inner")
        for stretch in spans(seen.logits[layer], heads[layer], labels["favour"])
        if stretch[3] >= least
    ]
    cues = spans(seen.logits["cue"], heads["cue"], labels["favour"]) if found else []
    return [_content(seen, labels, cues, a, b, score) for a, b, _, score in sorted(found)]


def joined(pieces: Iterable[Piece], goes_on: Callable[[Piece, Piece], bool]) -> list[list[Piece]]:
    """Join what one cue breaks: a piece goes to the last group whose last piece it goes on with, else to its own."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        broken = [group for group in groups if goes_on(group[-1], piece)]
        if broken:
            broken[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def has_room_for_cue(text: str, end: int, start: int) -> bool:
    """Tell whether the words between two pieces may be the cue that breaks them: few, and in one paragraph."""
    return 0 <= start - end < NEAR and "\n" not in text[end:start]


def _content(
    seen: Seen, labels: dict[str, Any], cues: list[tuple[int, int, str, float]], a: int, b: int, score: float
) -> Content:
    relations = labels["links"]
    at, sure = _target(seen, relations.index("cue"), a)
    cue = next(((x, y) for x, y, _, _ in cues if sure and at is not None and x <= at < y), None)
    from_content = _row(seen, relations.index("content_speaker"), a)
    speaker, settled = _best(seen, from_content, a)
    act = None
    if cue:
        last = cue[1] - 1
        act = labels["heads"]["act"][int(seen.logits["act"][last].argmax())]
        from_cue = _row(seen, relations.index("cue_speaker"), last)
        if len(from_cue) == len(from_content):
            speaker, settled = _best(seen, from_cue + from_content, a, 2 * HALF)
    return Content(
        seen.words[a][0],
        seen.words[b - 1][1],
        score,
        (seen.words[cue[0]][0], seen.words[cue[1] - 1][1]) if cue else None,
        act,
        seen.words[speaker][0] if speaker is not None else None,
        settled,
    )


def _window(seen: Seen, word: int) -> int:
    return next(w for w, window in enumerate(seen.windows) if word < window.end)


def _row(seen: Seen, relation: int, word: int) -> Floats:
    """Give the chances of a word's targets: none, then the words of its window."""
    w = _window(seen, word)
    result: Floats = softmax(seen.links[w][relation, word - seen.windows[w].start + 1])
    return result


def _best(seen: Seen, chances: Floats, word: int, least: float = HALF) -> tuple[int | None, bool]:
    """Give the likeliest target by its index, null for none, and whether it is likely."""
    best = int(chances.argmax())
    target = seen.windows[_window(seen, word)].start + best - 1 if best else None
    return target, bool(chances[best] >= least)


def _target(seen: Seen, relation: int, word: int) -> tuple[int | None, bool]:
    return _best(seen, _row(seen, relation, word), word)
