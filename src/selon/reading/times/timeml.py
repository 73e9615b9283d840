"""Times as TimeML's guidelines have them: an article and an approximation belong to the span, and ages are no times.

Guidelines: Bittar, ISO-TimeML annotation guidelines for French (2010), which French TimeBank 1.1 follows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from selon.errors import TableError
from selon.reading.folding import Folded
from selon.reading.numbers import Numbers, load_numbers
from selon.reading.patterns import read_toml
from selon.records import Span, Time

_CONTEXT = 60
_LASTING_WORDS = 4
# A time this close to the one before it is tied to it by the word between them.
_BESIDE = 8
_AGES = {"written", "most", "before", "of", "lasting", "name", "after", "joined"}


@dataclass(frozen=True, slots=True)
class Ages:
    """What tells that a duration is an age."""

    written: re.Pattern[str]
    most: int
    before: re.Pattern[str]
    of: re.Pattern[str]
    lasting: re.Pattern[str]
    name: re.Pattern[str]
    after: re.Pattern[str]
    joined: re.Pattern[str]
    numbers: Numbers

    def is_one(self, folded: Folded, start: int, end: int) -> bool:
        """Tell whether the duration at a place of a folded text is somebody's age."""
        if not self._can_be(folded.text[start:end]):
            return False
        before = folded.text[max(0, start - _CONTEXT) : start]
        before = before[before.rfind("\n") + 1 :]
        if self.before.search(before):
            return True
        if of := self.of.search(before):
            words = re.findall(r"[\w-]+|[.;:]", before[: of.start()])[-_LASTING_WORDS:]
            return bool(words) and not any(self.lasting.fullmatch(word) for word in words)
        written = folded.original[: folded.span(start, end)[0]][-_CONTEXT:]
        return self.name.search(written) is not None and self.after.match(folded.text, end) is not None

    def _can_be(self, words: str) -> bool:
        match = self.written.search(words)
        years = self.numbers.value(match[1]) if match else None
        return years is not None and 0 < years <= self.most and years == int(years)


@dataclass(frozen=True, slots=True)
class TimeML:
    """The words of a language that TimeML counts into a span, also of a time right after another, and its ages."""

    inside: re.Pattern[str]
    beside: re.Pattern[str]
    bare: re.Pattern[str]
    ages: Ages | None


def in_timeml(folded: Folded, times: Sequence[Time], places: Sequence[tuple[int, int]], lang: str) -> tuple[Time, ...]:
    """Give times their TimeML extents and leave out ages; `places` are those of the times in the folded text."""
    words, kept, limit, age_end = load_timeml(lang), [], 0, -1
    for time, (start, end) in zip(times, places, strict=True):
        if time.type == "DURATION" and words.ages:
            joined = age_end >= 0 and words.ages.joined.fullmatch(folded.text, age_end, start)
            if joined or words.ages.is_one(folded, start, end):
                age_end = end
                continue
        age_end = -1
        kept.append(_extended(folded, time, start, end, limit, words))
        limit = end
    return tuple(kept)


def _extended(folded: Folded, time: Time, start: int, end: int, limit: int, words: TimeML) -> Time:
    low = max(limit, start - _CONTEXT)
    inside = words.beside if limit > 0 and start - limit < _BESIDE else words.inside
    match = inside.search(folded.text[low:start])
    if match is None or not match[0] or time.type == "SET" or words.bare.fullmatch(folded.text, start, end):
        return time
    first, last = folded.span(low + match.start(), end)
    return replace(time, span=Span.of(folded.original, first, last))


@lru_cache(maxsize=8)
def load_timeml(lang: str) -> TimeML:
    """Read the TimeML table of a language; TableError when it has none or it does not follow its schema."""
    data = read_toml(lang, "timeml.toml")
    if set(data) != {"determiner", "approximation", "bare", "ages"} or set(data["ages"]) != _AGES:
        raise TableError(f"timeml.toml of {lang!r} has other keys than it needs")
    beside = re.compile(rf"(?<![^\W_])(?:{data['determiner']})?$")
    inside = re.compile(rf"(?<![^\W_])(?:{data['approximation']})?(?:{data['determiner']})?$")
    cells = data["ages"]
    regexes = {key: re.compile(cells[key]) for key in ("written", "lasting", "after", "joined")}
    regexes |= {key: re.compile(f"(?:{cells[key]})$") for key in ("of", "name")}
    regexes["before"] = re.compile(f"(?:{'|'.join(cells['before'])})$")
    return TimeML(
        inside, beside, re.compile(data["bare"]), Ages(**regexes, most=cells["most"], numbers=load_numbers(lang))
    )
