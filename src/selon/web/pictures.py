"""The pages with pictures and comparisons: one article, the timeline, actors, stories and their accounts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from markupsafe import Markup

from selon.corpus import Corpus
from selon.exports.marked import marked_text
from selon.exports.order import events_in_order, labels
from selon.exports.unresolved import unresolved
from selon.exports.wording import clean, title_of
from selon.reading.folding import fold_word
from selon.records import Reading
from selon.web.asking import Asked, address
from selon.web.messages import Messages
from selon.web.reader_view import cards, corrections_listed, lists, verdicts_of
from selon.web.shelf import happenings
from selon.web.site import UNITS, OfSite, Question, Say, Store, page
from selon.web.ties import ties
from selon.web.ties_svg import network
from selon.web.timeline_svg import Bar, bars, columns

if TYPE_CHECKING:
    from selon.stories import Happening

router = APIRouter(include_in_schema=False)
PREFIX, BARS, TIES = "r", 60, 80


@router.get("/article/{article}")
def article(article: str, request: Request, corpus: Store, say: Say, at: int = -1) -> Response:
    """Show one article with its records beside it."""
    number = corpus.article_number(article)
    reading = next(corpus.readings([number]), None) if number is not None else None
    if number is None or reading is None:
        raise HTTPException(404, say("no_article"))
    (digest,) = corpus.db.execute("SELECT hash FROM articles WHERE article = ?", (number,)).fetchone()
    copies = corpus.db.execute(
        "SELECT outlet, published, url FROM copies WHERE article = ? LIMIT 50", (number,)
    ).fetchall()
    text = marked_text(reading, PREFIX)
    return page(
        request, say, "article.html", reading=reading, hash=digest, title=title_of(reading), text=Markup(text),
        titled=text.startswith("<h2"), cards=cards(reading, verdicts_of(corpus.db, number), say), prefix=PREFIX,
        lists=lists(reading, say), gaps=unresolved(reading), corrections=corrections_listed(corpus.db, digest),
        copies=copies, at=_label_at(reading, at), near=_neighbours(corpus, number),
    )  # fmt: skip


def _label_at(reading: Reading, offset: int) -> str:
    """Give the id of the card of the first event at or after an offset; "" when there is none."""
    if offset < 0:
        return ""
    named = labels(reading)
    after = (named[e.id] for e in events_in_order(reading) if e.trigger.start >= offset)
    return next((f"{PREFIX}-{label}" for label in after), "")


def _neighbours(corpus: Corpus, number: int) -> tuple[str | None, str | None]:
    """Give the hashes of the articles published just before and just after."""
    near = []
    for than, order in (("<", "DESC"), (">", "ASC")):
        query = (
            f"SELECT b.hash FROM articles a JOIN articles b ON (b.day, b.article) {than} (a.day, a.article) "
            f"WHERE a.article = ? ORDER BY b.day {order}, b.article {order} LIMIT 1"
        )
        row = corpus.db.execute(query, (number,)).fetchone()
        near.append(row[0] if row else None)
    return near[0], near[1]


@router.get("/timeline")
def timeline(request: Request, corpus: Store, ask: Question, say: Say) -> Response:
    """Draw events over time: counts a period by status, and the latest events as bars."""
    unit = _unit(corpus, ask)
    rows = corpus.timeline(ask.filters, by=unit)
    latest = corpus.events(ask.filters, limit=BARS)
    barred = [_bar(row, say, linked=True) for row in latest if row["begin_day"] or row["end_day"]]
    periods: dict[str, dict[str, int]] = {}
    for row in rows:
        counts = periods.setdefault(row["period"], {})
        counts[row["status"]] = counts.get(row["status"], 0) + row["events"]
    return page(
        request, say, "timeline.html", ask=ask, unit=unit, units=UNITS, columns=Markup(columns(rows, unit, say)),
        bars=Markup(bars(barred, say)), barred=barred, periods=dict(reversed(list(periods.items())[-400:])),
    )  # fmt: skip


def _unit(corpus: Corpus, ask: Asked) -> Any:
    """Choose the unit asked for, else days for up to three months of events, else months."""
    if asked := dict(ask.extra).get("by"):
        return asked
    return "day" if len({row["period"] for row in corpus.timeline(ask.filters, by="month")}) <= 3 else "month"


def _bar(row: dict[str, Any], say: Messages, *, linked: bool) -> Bar:
    who = clean(row["actors"] or row["recipients"] or "", 22)
    words = f"{say.mark(row['status'])} {who}{' · ' if who else ''}{clean(row['trigger'], 20)}"
    return Bar(row["begin_day"], row["end_day"], row["status"], words, _record(row) if linked else None)


def _record(row: dict[str, Any]) -> str:
    return f"/article/{row['hash'][:16]}#{row['id']}"


@router.get("/timeline.svg")
def timeline_svg(corpus: Store, ask: Question, say: Say) -> Response:
    """Give the columns of the timeline as a file."""
    unit = _unit(corpus, ask)
    return svg_answer("timeline", columns(corpus.timeline(ask.filters, by=unit), unit, say))


@router.get("/bars.svg")
def bars_svg(corpus: Store, ask: Question, say: Say) -> Response:
    """Give the bars of the timeline as a file."""
    rows = [row for row in corpus.events(ask.filters, limit=BARS) if row["begin_day"] or row["end_day"]]
    return svg_answer("bars", bars([_bar(row, say, linked=False) for row in rows], say))


def svg_answer(name: str, drawn: str) -> Response:
    """Answer with an SVG file; 404 where there is nothing to draw."""
    if not drawn:
        raise HTTPException(404, "nothing to draw")
    disposition = f'attachment; filename="selon-{name}.svg"'
    body = drawn.encode("utf-8", "replace")
    return Response(body, media_type="image/svg+xml", headers={"content-disposition": disposition})


@router.get("/actors")
def actors(request: Request, corpus: Store, ask: Question, say: Say) -> Response:
    """Show who does what to whom, as a picture and as a table."""
    found = ties(corpus.db, ask.filters, TIES)
    return page(request, say, "actors.html", ask=ask, found=found, picture=Markup(network(found.ties, say)))


@router.get("/actors.svg")
def actors_svg(corpus: Store, ask: Question, say: Say) -> Response:
    """Give the picture of who does what to whom as a file."""
    return svg_answer("actors", network(ties(corpus.db, ask.filters, TIES).ties, say))


@router.get("/stories")
def stories(request: Request, corpus: Store, ask: Question, say: Say, site: OfSite) -> Response:
    """List stories: articles on the same happenings."""
    shelved = site.shelf.stories(corpus, ask.filters)
    return page(request, say, "stories.html", ask=ask, shelved=shelved)


@router.get("/stories/{story}")
def accounts(story: str, request: Request, corpus: Store, ask: Question, say: Say, site: OfSite) -> Response:
    """Set the accounts of each happening of a story side by side."""
    on_shelf = site.shelf.story(corpus, ask.filters, story)
    if on_shelf is None:
        raise HTTPException(404, say("no_story"))
    found, shelved = on_shelf
    told = happenings(corpus, shelved, found)
    rows = corpus.db.execute(
        "SELECT id, hash, title, outlet, published FROM articles WHERE article IN (SELECT value FROM json_each(?)) "
        "ORDER BY day, article",
        (str([shelved.numbers[a] for a in found.articles]),),
    ).fetchall()
    hashes = {row[0]: row[1] for row in rows}
    return page(
        request, say, "accounts.html", ask=ask, story=found, rows=rows,
        compared=[h for h in told if h.tally.articles > 1], alone=[h for h in told if h.tally.articles == 1],
        triggers=_triggers,
        words_url=lambda words: address(f"/article/{hashes[words.article][:16]}", [("at", str(words.span.start))]),
    )  # fmt: skip


def _triggers(happening: Happening) -> list[str]:
    """Give the first triggers of a happening as the articles write them, accents and all."""
    written = {
        fold_word(word): word
        for account in happening.accounts
        for words in account.words
        for word in re.findall(r"[^\W\d_]+", words.span.text)
    }
    return [written.get(trigger, trigger) for trigger in happening.triggers[:3]]
