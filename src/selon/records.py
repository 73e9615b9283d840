"""What everyone speaks: the article, the records read from it, and the reading that holds them all.

Offsets count Unicode code points of `Article.text`. A reading cannot be made with a span that does not hold its words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from selon.errors import SpanError

MentionKind = Literal["person", "state", "place", "organisation", "group", "outlet", "people"]
MentionForm = Literal["name", "description", "adjective", "pronoun"]
Via = Literal["name", "acronym", "office", "metonym", "demonym", "coreference"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeRule = Literal["written", "deictic", "narrative", "relation", "weekday", "tense", "together", "nearest"]
WhenRule = Literal["trigger", "verb", "sentence", "repeat", "narrative"]
Act = Literal[
    "say", "announce", "confirm", "deny", "ask", "demand", "promise", "refuse", "warn", "threaten", "accuse",
    "criticise", "praise", "admit", "estimate", "propose", "agree", "regret",
]  # fmt: skip
StatementForm = Literal["direct", "indirect", "mixed", "prepositional", "free"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["actual", "planned", "possible", "alleged", "demanded", "negated"]
Precision = Literal["point", "town", "region"]
EventContext = Literal[
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
]  # fmt: skip
CONTEXTS: tuple[EventContext, ...] = get_args(EventContext)
QuantityKind = Literal["people", "troops", "casualties", "arrests", "arms", "money"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article's text, `text[start:end] == span.text`."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut a span out of a text; SpanError when it would be empty or run outside."""
        if not 0 <= start < end <= len(text):
            raise SpanError(f"no span {start}:{end} in a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def holds(self, other: Span) -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """A report as published: title, an empty line, body; the text is never altered."""

    text: str
    id: str = ""
    lang: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", text_hash(self.text)[:16])


@dataclass(frozen=True, slots=True)
class Location:
    """Where a place is: degrees of latitude and longitude, how near they come, its division, its GeoNames number."""

    latitude: float
    longitude: float
    precision: Precision
    division: str | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor or a place, and what they name where that is settled."""

    span: Span
    kind: MentionKind
    form: MentionForm
    name: str | None = None
    country: str | None = None
    entity: str | None = None
    via: Via | None = None
    place: Location | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3 expression with its value, its interval in ISO dates (inclusive) and how it was resolved.

    `anchor` is the date it counts from, `direction` where it lies from publication, `rule` what settled it: the words
    give it in full ("written"), or count from publication ("deictic") or from the last date told ("narrative"), or say
    the side ("relation": dernier, prochain, ce); the weekday fits one year only ("weekday"); the tense of the clause
    tells the side ("tense"), or a time beside it ("together"); or it is only the nearest ("nearest"), and `ambiguous`.
    """

    span: Span
    type: TimeType
    value: str | None = None
    mod: str | None = None
    edtf: str | None = None
    begin: str | None = None
    end: str | None = None
    anchor: Literal["published", "narrative"] | None = None
    direction: Literal["past", "future", "same"] | None = None
    ambiguous: bool = False
    rule: TimeRule | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count of people, troops, casualties, arrests, arms or money; an open bound is null."""

    span: Span
    low: float | None
    high: float | None
    unit: str
    kind: QuantityKind


@dataclass(frozen=True, slots=True)
class Statement:
    """Words given as somebody's; a null speaker is one the text leaves out; `medium` is where they were given."""

    id: str
    speaker: Mention | None
    addressee: Mention | None
    cue: Span | None
    act: Act
    form: StatementForm
    content: tuple[Span, ...]
    within: str | None = None
    medium: Span | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The time of an event; the span is null when the time comes from context.

    `rule` is what ties it: it hangs on the trigger ("trigger") or on the verb above it ("verb"), it opens the
    sentence ("sentence"), the same act has it elsewhere ("repeat"), or the narrative is there ("narrative").
    """

    span: Span | None
    begin: str | None
    end: str | None
    edtf: str | None = None
    rule: WhenRule | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One act at one trigger, with its status and the chain of statements that tell it, outermost first.

    `mode` and `context` are PLOVER's, `code` is the code of CAMEO nearest to the sense of the trigger.
    """

    id: str
    trigger: Span
    type: EventType
    status: Status
    mode: str | None = None
    context: EventContext | None = None
    actors: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    when: When | None = None
    quantities: tuple[int, ...] = ()
    according_to: tuple[str, ...] = ()
    same_as: str | None = None
    code: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader wants known of a reading: a conflict of dates, a reason for finding nothing."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """Which reader made the reading."""

    version: str
    model: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with all its records; every span is checked against the article's text when it is made."""

    article: Article
    reader: ReaderInfo
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = field(default=())

    def __post_init__(self) -> None:
        text = self.article.text
        for span in self.spans():
            if span.start < 0 or span.end <= span.start or text[span.start : span.end] != span.text:
                raise SpanError(f"article {self.article.id}: {span.start}:{span.end} does not hold {span.text[:40]!r}")
        known = {s.id for s in self.statements}
        told = {i for e in self.events for i in e.according_to} | {s.within for s in self.statements if s.within}
        if missing := told - known:
            raise SpanError(f"article {self.article.id}: no statement has the id {min(missing)!r}")

    def spans(self) -> Iterator[Span]:
        """Give every span of every record."""
        yield from (t.span for t in self.times)
        yield from (q.span for q in self.quantities)
        yield from (m.span for m in self.mentions)
        for s in self.statements:
            yield from (m.span for m in (s.speaker, s.addressee) if m)
            yield from s.content
            yield from (x for x in (s.cue, s.medium) if x)
        for e in self.events:
            yield e.trigger
            yield from (m.span for group in (e.actors, e.recipients, e.places) for m in group)
            if e.when and e.when.span:
                yield e.when.span

    def to_dict(self) -> dict[str, Any]:
        """Give the reading as plain data, in the published JSON form."""
        from selon.schema import dump_reading

        return dump_reading(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Reading:
        """Make a reading from its JSON form; RecordError or SpanError when it does not hold."""
        from selon.schema import load_reading

        return load_reading(data)

    def _repr_html_(self) -> str:
        """Show the reading in a notebook."""
        from selon.exports.html import reading_fragment

        return reading_fragment(self)


def text_hash(text: str) -> str:
    """Hash a text (SHA-256, hexadecimal); lone surrogates count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def record_id(prefix: str, text_digest: str, *spans: Span | None, salt: str = "") -> str:
    """Derive a stable id from the text's hash and the spans of a record."""
    key = "|".join([text_digest, salt, *(f"{s.start}:{s.end}" if s else "-" for s in spans)])
    return prefix + hashlib.sha256(key.encode()).hexdigest()[:10]
