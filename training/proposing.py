"""What the encoder alone proposes for one text: spans, and links between them, decoded from its logits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from selon.reading.model.contents import has_room_for_cue, joined
from selon.reading.model.decode import Floats, Stretch, log_softmax, spans
from selon.reading.model.pieces import Offsets
from selon.reading.model.seen import Seen
from selon.reading.model.syntax import named

MANY = ("actor", "recipient", "place")
SHARE = 1.25
LIKELY = 0.5
TINY = 1e-9


class Name(NamedTuple):
    """A name of a person, place or organisation."""

    start: int
    end: int
    kind: str
    score: float


class Trigger(NamedTuple):
    """A word that names an act; `score` is the chance that it does, whatever its type."""

    start: int
    end: int
    type: str
    score: float
    status: str
    status_score: float


class Cue(NamedTuple):
    """Words that introduce a statement."""

    start: int
    end: int
    act: str
    score: float


class Part(NamedTuple):
    """A stretch of text of one kind: a content, a time, a quantity or a mention."""

    start: int
    end: int
    score: float


class Link(NamedTuple):
    """A link from a trigger, content or cue, by its index in its list, to a span.

    Kinds: actor, recipient, place, time (from a trigger); cue, speaker (from a content); cue_speaker (from a cue).
    """

    kind: str
    from_index: int
    to_span: Offsets
    score: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the model sees in one text, each list in the order of the text."""

    names: list[Name]
    triggers: list[Trigger]
    contents: list[Part]
    cues: list[Cue]
    times: list[Part]
    quantities: list[Part]
    mentions: list[Part]
    links: list[Link]


class Quotation(NamedTuple):
    """Words given as somebody's, in parts where their cue breaks them, with the cue and the speaker if any."""

    content: list[Offsets]
    cue: Offsets | None
    speaker: Offsets | None


def quotations(proposal: Proposal, text: str) -> list[Quotation]:
    """Join the contents that one cue breaks, in one paragraph and near each other."""
    links = {(k.kind, k.from_index): k.to_span for k in proposal.links}
    parts = proposal.contents

    def goes_on(before: int, after: int) -> bool:
        cue = links.get(("cue", after))
        room = has_room_for_cue(text, parts[before].end, parts[after].start)
        return cue is not None and cue == links.get(("cue", before)) and room

    return [
        Quotation([parts[k][:2] for k in group], links.get(("cue", group[0])), links.get(("speaker", group[0])))
        for group in joined(range(len(parts)), goes_on)
    ]


def propose(seen: Seen, labels: dict[str, Any]) -> Proposal:
    """Decode one text; `labels` holds the label sets by head, `links` and the floors of scores by kind."""
    if not seen.words:
        return Proposal([], [], [], [], [], [], [], [])
    heads, floors = labels["heads"], labels["floors"]
    found = {
        h: spans(seen.logits[h], heads[h], labels["favour"])
        for h in ("mention", "content", "inner", "cue", "time", "quantity")
    }
    contents = sorted(found["content"] + found["inner"])
    at, chance, kinds = _triggers(seen, heads["type"], floors["trigger"])
    status = np.exp(log_softmax(seen.logits["status"]))
    acts = seen.logits["act"].argmax(axis=1)
    mentions = mention_spans(found["mention"], _anchors(seen, floors["anchor"]))
    links = [
        *trigger_links(seen, at, mentions, found["time"], labels),
        *statement_links(seen, contents, found["cue"], mentions, labels),
    ]
    return Proposal(
        names=[Name(*_offsets(seen, a, b), kind, score) for a, b, kind, score in named(seen, labels)],
        triggers=[
            Trigger(*seen.words[i], kinds[i], chance[i], heads["status"][status[i].argmax()], float(status[i].max()))
            for i in at
        ],
        contents=_parts(seen, contents),
        cues=[Cue(*_offsets(seen, a, b), heads["act"][acts[b - 1]], score) for a, b, _, score in found["cue"]],
        times=_parts(seen, found["time"]),
        quantities=_parts(seen, found["quantity"]),
        mentions=[Part(*_offsets(seen, a, b), score) for a, b, _, score in mentions],
        links=links,
    )


def _offsets(seen: Seen, a: int, b: int) -> Offsets:
    return seen.words[a][0], seen.words[b - 1][1]


def _parts(seen: Seen, found: Sequence[Stretch]) -> list[Part]:
    return [Part(*_offsets(seen, a, b), score) for a, b, _, score in found]


def _triggers(seen: Seen, labels: Sequence[str], floor: float) -> tuple[list[int], list[float], list[str]]:
    """Give the words that pass the floor, and the chance and the likeliest type of every word."""
    chances = np.exp(log_softmax(seen.logits["type"]))
    some = 1.0 - chances[:, 0]
    best = chances[:, 1:].argmax(axis=1) + 1
    at = [int(i) for i in np.flatnonzero(some >= floor)]
    return at, [float(s) for s in some], [labels[k] for k in best]


def _anchors(seen: Seen, floor: float) -> list[tuple[int, float]]:
    chances = np.exp(log_softmax(seen.logits["anchor"]))[:, 1]
    return [(int(i), float(chances[i])) for i in np.flatnonzero(chances >= floor)]


def mention_spans(found: Sequence[Stretch], anchors: Sequence[tuple[int, float]]) -> list[Stretch]:
    """Give the mentions' spans, and as spans of their own the anchors that no span holds or that are not its best."""
    holders = {i: next((k for k, (a, b, _, _) in enumerate(found) if a <= i < b), None) for i, _ in anchors}
    best: dict[int, tuple[float, int]] = {}
    for i, score in anchors:
        k = holders[i]
        if k is not None:
            best[k] = max(best.get(k, (0.0, 0)), (score, i))
    alone = [(i, i + 1, "mention", score) for i, score in anchors if not _stands(holders[i], i, score, best)]
    return sorted([*found, *alone])


def _stands(holder: int | None, i: int, score: float, best: dict[int, tuple[float, int]]) -> bool:
    """Tell whether an anchor needs no span of its own: a span's best one, or an unlikely one inside a span."""
    return holder is not None and (best[holder][1] == i or score < LIKELY)


def _windowed(seen: Seen, at: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Give (which of `at`, window, row in it) for each word that a window owns."""
    for k, i in enumerate(at):
        for w, window in enumerate(seen.windows):
            if window.own <= i < window.end:
                yield k, w, i - window.start + 1


def _mass(row: Floats, found: Sequence[Stretch], start: int) -> NDArray[np.float64]:
    """Give the summed probability of each span's words in the window of a row; a word counts for its shortest span."""
    owner = np.full(len(row), len(found))
    for k in sorted(range(len(found)), key=lambda k: found[k][0] - found[k][1]):
        a, b = (max(i - start, 0) + 1 for i in found[k][:2])
        owner[a:b] = k
    result: NDArray[np.float64] = np.bincount(owner, weights=row, minlength=len(found) + 1)[:-1].astype(np.float64)
    return result


def several(chances: NDArray[Any], none: float) -> NDArray[Any]:
    """Score candidates of which several may hold: 0.5 is as likely as none, or two fifths as likely as the best one."""
    if not len(chances):
        return chances
    against_none = chances / (chances + none + TINY)
    against_best = chances / (chances.max() + TINY) * SHARE
    result: NDArray[Any] = np.minimum(np.minimum(against_none, against_best), 1.0)
    return result


def trigger_links(
    seen: Seen, at: Sequence[int], mentions: Sequence[Stretch], times: Sequence[Stretch], labels: dict[str, Any]
) -> Iterator[Link]:
    """Link triggers to actors, recipients and places (each above the floor) and to one time at most."""
    kinds, floor = labels["links"], labels["floors"]["link"]
    for k, w, row in _windowed(seen, at):
        scores, start = seen.links[w], seen.windows[w].start
        for kind in MANY:
            chances = np.exp(log_softmax(scores[kinds.index(kind), row]))
            rated = several(_mass(chances, mentions, start), float(chances[0]))
            for j in np.flatnonzero(rated >= floor):
                yield Link(kind, k, _offsets(seen, *mentions[int(j)][:2]), float(rated[j]))
        told = np.exp(log_softmax(scores[kinds.index("time"), row]))
        yield from _single(seen, "time", k, _mass(told, times, start), float(told[0]), times)


def statement_links(
    seen: Seen,
    contents: Sequence[Stretch],
    cues: Sequence[Stretch],
    mentions: Sequence[Stretch],
    labels: dict[str, Any],
) -> Iterator[Link]:
    """Link contents to a cue and a speaker, cues to a speaker; a content's speaker heeds its cue's."""
    kinds = labels["links"]
    told: dict[int, tuple[NDArray[np.float64], float]] = {}
    for k, w, row in _windowed(seen, [b - 1 for _, b, _, _ in cues]):
        chances = np.exp(log_softmax(seen.links[w][kinds.index("cue_speaker"), row]))
        told[k] = _mass(chances, mentions, seen.windows[w].start), float(chances[0])
        yield from _single(seen, "cue_speaker", k, *told[k], mentions)
    for k, w, row in _windowed(seen, [a for a, _, _, _ in contents]):
        start = seen.windows[w].start
        chances = np.exp(log_softmax(seen.links[w][kinds.index("cue"), row]))
        masses = _mass(chances, cues, start)
        yield from _single(seen, "cue", k, masses, float(chances[0]), cues)
        chances = np.exp(log_softmax(seen.links[w][kinds.index("content_speaker"), row]))
        own, none = _mass(chances, mentions, start), float(chances[0])
        if len(masses) and masses.max() > 0.5:
            other, other_none = told[int(masses.argmax())]
            own, none = (own + other) / 2, (none + other_none) / 2
        yield from _single(seen, "speaker", k, own, none, mentions)


def _single(
    seen: Seen, kind: str, k: int, masses: NDArray[np.float64], none: float, found: Sequence[Stretch]
) -> Iterator[Link]:
    if len(masses) and masses.max() > max(none, 0.1):
        j = int(masses.argmax())
        yield Link(kind, k, _offsets(seen, *found[j][:2]), float(masses[j]))
