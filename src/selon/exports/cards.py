"""The cards beside the text: one for each event and statement, and short lists for what else was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.exports.dates import time_phrase
from selon.exports.escape import escape, language
from selon.exports.order import labels, nesting, records_in_order
from selon.exports.unresolved import Gap, unresolved
from selon.exports.vocabulary import wording
from selon.exports.wording import (
    NO_SPEAKER,
    actors_phrase,
    chain_phrase,
    clean,
    event_quantities,
    is_resolved,
    quantity_phrase,
    voice_phrase,
    when_phrase,
    with_capital,
)
from selon.records import Event, Mention, Reading, Statement

CONTENT_LENGTH = 240
DEEPEST = 3


def cards(reading: Reading, prefix: str) -> str:
    """Write the cards of a reading in reading order, those told by somebody set in under the statement."""
    named, depths = labels(reading), nesting(reading)
    return "".join(
        _statement_card(record, reading, prefix, named[record.id], depths[record.id])
        if isinstance(record, Statement)
        else _event_card(record, reading, prefix, named, len(record.according_to))
        for record in records_in_order(reading)
    )


def _open(kind: str, prefix: str, label: str, depth: int) -> str:
    inset = f" selon-inset{min(depth, DEEPEST)}" if depth else ""
    return f'<article class="selon-card {kind}{inset}" id="{prefix}-{label}" data-for="{label}">'


def _words_link(words: str, prefix: str, label: str, lang: str) -> str:
    return f'<a class="selon-said" href="#{prefix}-{label}-w" lang="{lang}">{escape(words)}</a>'


def _event_card(event: Event, reading: Reading, prefix: str, named: dict[str, str], depth: int) -> str:
    label, lang = named[event.id], language(reading.article.lang)
    status, kind = wording("status", event.status), wording("type", event.type)
    mode = f' <span class="selon-mode">{escape(clean(event.mode))}</span>' if event.mode else ""
    head = (
        f'<p class="selon-head"><span class="selon-mark" aria-hidden="true">{escape(status.mark)}</span> '
        f'<span class="selon-status" title="{escape(status.gloss)}">{escape(status.word)}</span> '
        f'<span class="selon-type" title="{escape(f"{event.type}: {kind.gloss}")}">{escape(kind.word)}</span>{mode} '
        f"{_words_link(clean(event.trigger.text, 60), prefix, label, lang)}</p>"
    )
    told = f'<p class="selon-told">{escape(with_capital(voice_phrase(event, reading)))}</p>'
    facts = f"<dl>{''.join(_facts(event, reading, lang))}</dl>{_repeats(event, reading, prefix, named)}"
    return f"{_open(f'selon-event selon-{escape(event.status)}', prefix, label, depth)}{head}{facts}{told}</article>"


def _repeats(event: Event, reading: Reading, prefix: str, named: dict[str, str]) -> str:
    """Say which event an event repeats, by its words."""
    first = next((e for e in reading.events if e.id == event.same_as), None)
    if first is None:
        return ""
    words = f'<span class="selon-said">{escape(clean(first.trigger.text, 60))}</span>'
    return f'<p class="selon-same">The same act as <a href="#{prefix}-{named[first.id]}">{words}</a></p>'


def _facts(event: Event, reading: Reading, lang: str) -> Iterator[str]:
    yield _fact("who", _people(event.actors, lang) or '<em class="selon-open">not named</em>')
    if event.recipients:
        yield _fact("to whom", _people(event.recipients, lang))
    if event.when:
        resolved = bool(event.when.begin or event.when.end or event.when.edtf)
        yield _fact("when", _open_if(not resolved, escape(when_phrase(event.when))))
    if event.places:
        yield _fact("where", _people(event.places, lang))
    if quantities := [quantity_phrase(q) for q in event_quantities(event, reading)]:
        yield _fact("how many", escape(", ".join(quantities)))


def _fact(term: str, value: str) -> str:
    return f"<div><dt>{term}</dt><dd>{value}</dd></div>"


def _open_if(is_open: bool, value: str) -> str:
    return f'<em class="selon-open">{value}</em>' if is_open else value


def _people(mentions: Sequence[Mention], lang: str) -> str:
    """Name actors or places; those left unresolved are set apart and say so."""
    settled = [m for m in mentions if is_resolved(m) or m.kind == "place"]
    open_ones = [m for m in mentions if m not in settled]
    names = [f'<span lang="{lang}">{escape(actors_phrase(settled))}</span>'] if settled else []
    if open_ones:
        names.append(
            f'<em class="selon-open"><span lang="{lang}">{escape(actors_phrase(open_ones))}</span>'
            ' <span class="selon-flag">unresolved</span></em>'
        )
    return ", ".join(names)


def _statement_card(statement: Statement, reading: Reading, prefix: str, label: str, depth: int) -> str:
    lang = language(reading.article.lang)
    speaker = _people([statement.speaker], lang) if statement.speaker else _open_if(True, NO_SPEAKER)
    act, form = wording("act", statement.act), wording("form", statement.form)
    addressee = f" to {_people([statement.addressee], lang)}" if statement.addressee else ""
    head = (
        f'<p class="selon-head"><span class="selon-speaker">{speaker}</span> '
        f'<span class="selon-act">{escape(act.word)}</span>{addressee}</p>'
    )
    content = clean(" … ".join(span.text for span in statement.content), CONTENT_LENGTH)
    quote = f"<blockquote>{_words_link(content or '–', prefix, label, lang)}</blockquote>"
    cue = f'<span lang="{lang}">{escape(clean(statement.cue.text, 60))}</span> · ' if statement.cue else ""
    voice = with_capital(chain_phrase([statement.within], reading)) if statement.within else ""
    told = f'<p class="selon-told">{cue}<span title="{escape(form.gloss)}">{escape(form.word)}</span>'
    told += f" · {escape(voice)}</p>" if voice else "</p>"
    return f"{_open('selon-statement', prefix, label, depth)}{head}{quote}{told}</article>"


def lists(reading: Reading, prefix: str) -> str:
    """Write the short lists under the text: times, quantities, what is open, notes."""
    lang = language(reading.article.lang)
    times = [
        (f"t{n}", t.span.text, time_phrase(t) or t.value or "", t.ambiguous) for n, t in enumerate(reading.times, 1)
    ]
    counted = [(f"q{n}", q.span.text, quantity_phrase(q), False) for n, q in enumerate(reading.quantities, 1)]
    blocks = [
        _block("Times", [_value(*row, prefix, lang) for row in times]),
        _block("Quantities", [_value(*row, prefix, lang) for row in counted]),
        _block("Not resolved", [_gap(gap, prefix, lang) for gap in unresolved(reading)]),
        _block("Notes", [f"<li>{escape(clean(note.message))}</li>" for note in reading.notes]),
    ]
    return "".join(blocks)


def _value(label: str, words: str, value: str, ambiguous: bool, prefix: str, lang: str) -> str:
    named = f'<span class="selon-said" lang="{lang}">{escape(clean(words))}</span>'
    said = escape(clean(value)) if value else _open_if(True, "no value")
    doubt = f" {_open_if(True, 'ambiguous')}" if ambiguous else ""
    return f'<li id="{prefix}-{label}" data-for="{label}">{named} {said}{doubt}</li>'


def _gap(gap: Gap, prefix: str, lang: str) -> str:
    places = (
        f'<a class="selon-said" href="#{prefix}-{place.label}" lang="{lang}">{escape(place.words)}</a>'
        for place in gap.where
    )
    return f"<li>{escape(gap.what)}: {', '.join(places)}</li>"


def _block(title: str, rows: list[str]) -> str:
    return f'<section class="selon-list"><h3>{title}</h3><ul>{"".join(rows)}</ul></section>' if rows else ""
