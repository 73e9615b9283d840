"""Read a text from left to right: at each word that can begin a time, the longest pattern that means one."""

import re
from collections.abc import Iterator

from selon.reading.folding import Folded
from selon.reading.patterns import Match
from selon.reading.times.anchor import Anchor
from selon.reading.times.language import TimeLanguage
from selon.reading.times.meaning import Fields, Meaning, Place
from selon.reading.times.meanings import MEANINGS

_NOTHING = Meaning("DATE")
# No sentence and no paragraph is longer.
_FAR = 2000
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


def scan(folded: Folded, language: TimeLanguage, anchor: Anchor) -> Iterator[tuple[Match, Meaning]]:
    """Give each time with its meaning, in order; they do not overlap."""
    anchor.boundaries(
        lambda a, b: b - a > _FAR or _SENTENCE_END.search(folded.text, a, b) is not None,
        lambda a, b: b - a > _FAR or folded.text.find("\n", a, b) >= 0,
    )
    limit = 0
    for start, matches in language.patterns.places(folded):
        found = _first_meant(matches, language, anchor, folded) if start >= limit else None
        if found is None:
            continue
        match, meaning = found
        limit = match.end
        if meaning is not _NOTHING:
            _tell(anchor, match, meaning)
            yield match, meaning


def _first_meant(
    matches: list[Match], language: TimeLanguage, anchor: Anchor, folded: Folded
) -> tuple[Match, Meaning] | None:
    for match in matches:
        if match.pattern.means == "nothing":
            return match, _NOTHING
        fields = Fields(match.fields, language.numbers, language.holidays)
        place = Place(anchor, match.start, match.end, language.is_attached(folded, match.start))
        meaning = MEANINGS[match.pattern.means](fields, place)
        if meaning is not None:
            return match, meaning
    return None


def _tell(anchor: Anchor, match: Match, meaning: Meaning) -> None:
    if meaning.tells:
        anchor.tell(meaning.stretch, match.end)
    if meaning.clock is not None:
        anchor.tell_clock(meaning.clock, match.end)
