"""Records in English or French words, shared by the account, the pages and the other exports."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from selon.exports.dates import interval_phrase
from selon.exports.vocabulary import phrase, word, wordings
from selon.records import Event, Mention, Quantity, Reading, Statement, When

NO_ACTOR = "no actor named"
NO_SPEAKER = "a speaker left out"
LABEL_LENGTH = 70
BIDI_CONTROLS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
FIRST_WORD = re.compile(r"\w+")
BREAKING_SPACE = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of a sentence and the part it plays in it, so that a rendering can set it apart."""

    text: str
    role: str = "plain"


def clean(text: str, limit: int | None = None) -> str:
    """Put words on one line: no line break, no control or direction mark, no lone surrogate; "…" past the limit."""
    line = "".join(map(_printable, BREAKING_SPACE.sub(" ", text).strip()))
    if limit is None or len(line) <= limit:
        return line
    cut = line[: limit - 1].rsplit(" ", 1)[0] if " " in line[limit // 2 : limit - 1] else line[: limit - 1]
    return cut.rstrip(" ,;:") + "…"


def _printable(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return "" if category == "Cc" or character in BIDI_CONTROLS else character


def title_of(reading: Reading) -> str:
    """Give the title of an article, else the first words of its text."""
    article = reading.article
    return clean(article.title or article.text.strip().split("\n", 1)[0], 140) or "Untitled report"


def is_resolved(mention: Mention) -> bool:
    """Tell whether a mention is settled: a name, a country, an entity, or a crowd that has none."""
    return bool(mention.name or mention.country or mention.entity) or mention.kind == "people"


def actor_label(mention: Mention) -> str:
    """Name an actor: the resolved name, else the words, and the country or organisation code."""
    return actors_phrase([mention])


def actors_phrase(mentions: Sequence[Mention]) -> str:
    """Name several actors, those that share their words once: "russo-biélorusses (RUS, BLR)"."""
    countries: dict[str, list[str]] = {}
    for mention in mentions:
        codes = countries.setdefault(clean(mention.name or _lowered(mention.span.text), LABEL_LENGTH), [])
        if mention.country and mention.country not in codes:
            codes.append(mention.country)
    return ", ".join(_with_codes(name, codes) for name, codes in countries.items())


def _lowered(words: str) -> str:
    """Lower the capital that a determiner or pronoun has only from the head of its sentence."""
    first = FIRST_WORD.match(words)
    known = first and ("determiner", first[0].lower()) in wordings()
    return words[0].lower() + words[1:] if known else words


def _with_codes(name: str, codes: Iterable[str]) -> str:
    shown = [clean(code, LABEL_LENGTH) for code in codes if code != name]
    return f"{name} ({', '.join(shown)})" if shown else name


def when_phrase(when: When | None, lang: str = "en") -> str:
    """Say when an event is: "12 January 2022", "February–March 2022"; the words where no date is known, else ""."""
    if when is None:
        return ""
    said = interval_phrase(when.begin, when.end, when.edtf, lang)
    return said or (phrase("no_date", clean(when.span.text, LABEL_LENGTH), lang=lang) if when.span else "")


def quantity_phrase(quantity: Quantity, lang: str = "en") -> str:
    """Say a quantity with its bounds: "at least 12,000 militaires"."""
    low, high = quantity.low, quantity.high
    number = _number(low, high, lang)
    return f"{number} {clean(quantity.unit, LABEL_LENGTH)}".strip()


def _number(low: float | None, high: float | None, lang: str) -> str:
    if low is None and high is None:
        return phrase("some_number", lang=lang)
    if low is None or high is None:
        bound = low if high is None else high
        return phrase("at_most" if low is None else "at_least", digits(bound or 0, lang), lang=lang)
    return digits(low, lang) if low == high else phrase("to", digits(low, lang), digits(high, lang), lang=lang)


def digits(number: float, lang: str = "en") -> str:
    """Write a number with its thousands parted: "12,000", in French by narrow spaces."""
    written = f"{number:,.15g}"
    return written.replace(",", "\u202f").replace(".", ",") if lang == "fr" else written


def outlet_voice(reading: Reading, lang: str = "en") -> str:
    """Say that the outlet itself tells something."""
    outlet = clean(reading.article.outlet or "", LABEL_LENGTH)
    return phrase("own_voice_of", outlet, lang=lang) if outlet else phrase("own_voice", lang=lang)


def speaker_label(statement: Statement, lang: str = "en") -> str:
    """Name the speaker of a statement."""
    return actor_label(statement.speaker) if statement.speaker else phrase("speaker_left_out", lang=lang)


def voice_phrase(event: Event, reading: Reading, lang: str = "en") -> str:
    """Say the chain of voices of an event: "according to X, citing Y", or that the outlet tells it.

    Statements that hold one another are a chain, outermost first; others are two speakers of the same words.
    """
    return chain_phrase(event.according_to, reading, lang)


def chain_phrase(told_by: Sequence[str], reading: Reading, lang: str = "en") -> str:
    """Say the chain of voices of the statements with these ids."""
    speakers = _speakers(told_by, reading, lang, lambda s: speaker_label(s, lang))
    return phrase("according_to", speakers, lang=lang) if speakers else outlet_voice(reading, lang)


def chain_sentence(told_by: Sequence[str], reading: Reading, lang: str = "en") -> str:
    """Say the chain of voices from the outlet on: "Le Journal, citing X, citing “witnesses”"; bare words are quoted."""
    outlet = clean(reading.article.outlet or "", LABEL_LENGTH) or phrase("the_outlet", lang=lang)
    speakers = _speakers(told_by, reading, lang, lambda s: _quoted_label(s, lang))
    return phrase("citing", outlet, speakers, lang=lang) if speakers else phrase("itself", outlet, lang=lang)


def _quoted_label(statement: Statement, lang: str) -> str:
    """Name a speaker; one whom nothing names is quoted in the words of the text."""
    speaker = statement.speaker
    if speaker is None or speaker.form == "name" or speaker.name or speaker.country or speaker.entity:
        return speaker_label(statement, lang)
    return phrase("quoted", speaker_label(statement, lang), lang=lang)


def _speakers(told_by: Sequence[str], reading: Reading, lang: str, name: Callable[[Statement], str]) -> str:
    """Name those who tell something, "X, citing Y"; "" when nobody but the outlet does."""
    by_id = {s.id: s for s in reading.statements}
    told = list(dict.fromkeys(i for i in told_by if i in by_id))
    inner: dict[str | None, list[str]] = {}
    for statement_id in told:
        inner.setdefault(_nearest(statement_id, told, by_id), []).append(statement_id)
    if None not in inner:
        return _joined([name(by_id[i]) for i in told], lang)
    return _cite(None, "", inner, lambda i: name(by_id[i]), lang)


def _joined(names: Sequence[str], lang: str) -> str:
    said = names[0] if names else ""
    for name in names[1:]:
        said = phrase("and", said, name, lang=lang)
    return said


def _nearest(statement_id: str, told: Sequence[str], by_id: dict[str, Statement]) -> str | None:
    """Find the innermost of the listed statements that holds this one."""
    seen = {statement_id}
    outer = by_id[statement_id].within
    while outer in by_id and outer not in seen:
        if outer in told:
            return outer
        seen.add(outer)
        outer = by_id[outer].within
    return None


def _cite(
    outer: str | None, speaker: str, inner: dict[str | None, list[str]], name: Callable[[str], str], lang: str
) -> str:
    """Name the speakers below a statement; a speaker who goes on speaking is named once."""
    names: list[str] = []
    for statement_id in inner.get(outer, []):
        label = name(statement_id)
        below = _cite(statement_id, label, inner, name, lang)
        if label != speaker:
            below = phrase("citing", label, below, lang=lang) if below else label
        if below and below not in names:
            names.append(below)
    return _joined(names, lang)


def event_pieces(event: Event, reading: Reading) -> list[Piece]:
    """Give the sentence of an event in pieces, from who does it to whose word it is."""
    who = Piece(actors_phrase(event.actors), "who") if event.actors else Piece(NO_ACTOR, "missing")
    pieces = [who]
    if event.recipients:
        pieces += [Piece(" → "), Piece(actors_phrase(event.recipients), "who")]
    pieces += [Piece(" — "), Piece(_type_phrase(event), "type"), Piece(", ")]
    pieces += [Piece(word("status", event.status), event.status), Piece(": ")]
    pieces.append(Piece(clean(event.trigger.text, LABEL_LENGTH), "words"))
    for detail in event_details(event, reading):
        pieces += [Piece(" · "), detail]
    return pieces


def _type_phrase(event: Event) -> str:
    return f"{event.type} ({clean(event.mode)})" if event.mode else event.type


def event_details(event: Event, reading: Reading) -> list[Piece]:
    """Give what an event has of when, where, how many and whose word it is."""
    quantities = [quantity_phrase(q) for q in event_quantities(event, reading) if not _is_shown(q, event)]
    found = [
        Piece(when_phrase(event.when), "when"),
        Piece(f"in {actors_phrase(event.places)}" if event.places else "", "where"),
        Piece(", ".join(quantities), "quantity"),
        Piece(voice_phrase(event, reading), "voice"),
    ]
    return [piece for piece in found if piece.text]


def _is_shown(quantity: Quantity, event: Event) -> bool:
    """Tell whether the words of a quantity are already those of an actor or a recipient."""
    return any(m.span.holds(quantity.span) and not m.name for m in (*event.actors, *event.recipients))


def event_quantities(event: Event, reading: Reading) -> list[Quantity]:
    """Give the quantities an event points at."""
    return [reading.quantities[n] for n in event.quantities if 0 <= n < len(reading.quantities)]


def event_sentence(event: Event, reading: Reading) -> str:
    """Say an event in one line: who → whom — TYPE, status: trigger · when · where · how many · according to whom."""
    return "".join(piece.text for piece in event_pieces(event, reading))


def with_capital(phrase: str) -> str:
    """Give a phrase as a sentence begins."""
    return phrase[:1].upper() + phrase[1:]
