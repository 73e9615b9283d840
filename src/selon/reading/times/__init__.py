"""Times: dates, times of day, durations and sets in a text, with TIMEX3 values and intervals.

Values follow TIMEX3 (TimeML 1.2.1); intervals are EDTF (ISO 8601-2). No parse is needed.
"""

from collections.abc import Callable
from typing import Literal

from selon.reading.folding import fold
from selon.reading.patterns import Match
from selon.reading.times.anchor import Anchor, Published, Tense
from selon.reading.times.calendar import Stretch, bounded, iso, part_of
from selon.reading.times.joined import join_days
from selon.reading.times.language import Style, load_times, time_languages
from selon.reading.times.meaning import Meaning
from selon.reading.times.ranges import TimeLink, find_ranges
from selon.reading.times.scan import scan
from selon.reading.times.sequence import go_forward
from selon.reading.times.tense import tense_in
from selon.reading.times.timeml import in_timeml
from selon.records import Span, Time

__all__ = ["Style", "TimeLink", "find_ranges", "find_times", "time_languages"]


def find_times(
    text: str,
    published: str | None = None,
    lang: str = "fr",
    tense_at: Callable[[int], Tense | None] | None = None,
    style: Style = "articles",
) -> tuple[Time, ...]:
    """Find the times of a text, in order, without overlaps.

    `published` is "YYYY-MM-DD" or "YYYY-MM"; without it relative times have no value, or one with "XXXX". `tense_at`
    tells the tense of the clause around an offset of the text ("past", "present", "future" or None); by default the
    nearest finite verb form tells it. `begin` and `end` are inclusive ISO dates.

    In the style "articles" a span leaves out its article ("12 janvier"), an age is a DURATION, and days told in one
    breath are one time ("du 5 au 9 janvier"). In the style "timeml" spans are those of TimeML's guidelines: the article
    and "vers" belong to them, ages are no times, each day is one, and adjectives like "actuel" refer to the present.
    """
    language = load_times(lang, style)
    folded, tense = fold(text), tense_at or tense_in(text, lang)
    anchor = Anchor(Published.parse(published), lambda at: tense(folded.span(at, at)[0]))
    times, places = [], []
    for match, meaning in scan(folded, language, anchor):
        start, end = folded.span(match.start, match.end)
        bound = language.bound_before(folded, match.start) if meaning.type in ("DATE", "TIME") else None
        times.append(_time(Span.of(text, start, end), match, meaning, bound, anchor.published))
        places.append((match.start, match.end))
    forward = go_forward(text, times, lang)
    if style == "timeml":
        return in_timeml(folded, forward, places, lang)
    return join_days(text, forward, lang)


def _time(span: Span, match: Match, meaning: Meaning, bound: str | None, published: Published) -> Time:
    stretch = meaning.stretch
    if stage := match.fields.get("stage"):
        stretch = part_of(stretch, stage)
    return Time(
        span=span,
        type=meaning.type,
        value=stretch.value,
        mod=meaning.mod or stage or match.fields.get("approx") or bound,
        edtf=bounded(stretch, bound),
        begin=iso(stretch.first),
        end=iso(stretch.last),
        anchor=meaning.anchor,
        direction=_direction(stretch, published),
        ambiguous=meaning.ambiguous,
        rule=meaning.settled_by,
    )


def _direction(stretch: Stretch, published: Published) -> Literal["past", "future", "same"] | None:
    if published.day is None or stretch.first is None or stretch.last is None:
        return None
    if stretch.last < published.day:
        return "past"
    return "future" if stretch.first > published.day else "same"
