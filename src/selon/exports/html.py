"""Readings as one self-contained page, or as a fragment for a notebook: the text, marked, and cards beside it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from selon.exports.cards import cards, lists
from selon.exports.dates import interval_phrase
from selon.exports.escape import escape, language, link
from selon.exports.marked import marked_text
from selon.exports.order import labels
from selon.exports.vocabulary import wordings
from selon.exports.wording import clean, title_of
from selon.records import Reading


def reading_page(readings: Sequence[Reading]) -> str:
    """Write readings as one HTML page that asks for nothing outside itself; write it as UTF-8.

    Style and script are in the page, allowed by their hashes alone; without script, links tie cards and words.
    Several readings have an index at the top.
    """
    style, script = asset("reading.css") + asset("page.css"), asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = title_of(readings[0]) if len(readings) == 1 else f"{len(readings)} readings"
    return "".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n',
            f"<title>{escape(title)} · selon</title>\n<style>{style}</style>\n</head>\n<body>\n",
            f'<header class="selon-masthead"><p>selon</p>{_legend()}</header>\n{_index(readings)}<main>\n',
            *(f"{_section(reading, f'r{n}')}\n" for n, reading in enumerate(readings, 1)),
            f"</main>\n<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


def reading_fragment(reading: Reading) -> str:
    """Write a reading as a piece of HTML with its own style and no script, as notebooks show it."""
    prefix = "selon-" + hashlib.sha256(reading.article.id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    style = asset("reading.css") + _hover_rules(reading, prefix)
    return f"<style>{style}</style>{_section(reading, prefix)}"


@cache
def asset(name: str) -> str:
    """Give the style or script of a page."""
    return files("selon.exports").joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _legend() -> str:
    """Show each status with the sign, the word and the line it has in the text and on the cards."""
    items = (
        f'<li title="{escape(w.gloss)}"><span class="selon-mark" aria-hidden="true">{escape(w.mark)}</span> '
        f'<span class="selon-trigger selon-{code}">{escape(w.word)}</span></li>'
        for (kind, code), w in wordings().items()
        if kind == "status"
    )
    return f'<ul class="selon-legend" aria-label="How the status of an act is shown">{"".join(items)}</ul>'


def _index(readings: Sequence[Reading]) -> str:
    if len(readings) < 2:
        return ""
    items = (
        f'<li><a href="#r{n}" lang="{language(reading.article.lang)}">{escape(title_of(reading))}</a> '
        f"<span>{_provenance(reading)} · {_counts(reading)}</span></li>"
        for n, reading in enumerate(readings, 1)
    )
    listed = f"<h1>{len(readings)} readings</h1><ol>{''.join(items)}</ol>"
    return f'<nav class="selon-index" aria-label="Readings">{listed}</nav>\n'


def _section(reading: Reading, prefix: str) -> str:
    """Write one reading: where it comes from, its text, its cards and lists."""
    lang = language(reading.article.lang)
    text = marked_text(reading, prefix)
    heading = (
        "" if text.startswith("<h2") else f'<h2 class="selon-title" lang="{lang}">{escape(title_of(reading))}</h2>'
    )
    records = cards(reading, prefix) or '<p class="selon-nothing">Nothing found: no event and no statement.</p>'
    return (
        f'<section class="selon" id="{prefix}"><div class="selon-article">'
        f'<p class="selon-kicker">{_provenance(reading)}</p>{heading}'
        f'<div class="selon-text" lang="{lang}">{text}</div></div>'
        f'<aside class="selon-aside" aria-label="What was read"><p class="selon-counts">{_counts(reading)}</p>'
        f'<div class="selon-cards">{records}</div><div class="selon-lists">{lists(reading, prefix)}</div>'
        f'<p class="selon-reader">Read by selon {escape(clean(reading.reader.version))}, '
        f"{escape(clean(reading.reader.model))}</p></aside></section>"
    )


def _provenance(reading: Reading) -> str:
    article = reading.article
    outlet = escape(clean(article.outlet or "Unknown outlet"))
    address = link(article.url)
    named = f'<a href="{address}" rel="noreferrer noopener">{outlet}</a>' if address else outlet
    published = interval_phrase(article.published, article.published)
    return f"{named}, {escape(published or 'undated')}"


def _counts(reading: Reading) -> str:
    if not reading.events and not reading.statements:
        return escape(clean(reading.notes[0].message)) if reading.notes else "nothing found"
    return f"{_count(len(reading.events), 'event')}, {_count(len(reading.statements), 'statement')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _hover_rules(reading: Reading, prefix: str) -> str:
    """Light the words of a card, and the card of words, without script."""
    names = [*labels(reading).values()]
    names += [f"t{n}" for n in range(1, len(reading.times) + 1)]
    names += [f"q{n}" for n in range(1, len(reading.quantities) + 1)]
    rules = (
        f'#{prefix}:has([data-for="{name}"]:is(:hover,:focus-within)) [data-r~="{name}"],'
        f'#{prefix}:has([data-r~="{name}"]:hover) [data-for="{name}"]'
        for name in names
    )
    return f"{','.join(rules)}{{background:var(--selon-lit)}}" if names else ""
