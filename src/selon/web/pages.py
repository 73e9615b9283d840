"""The pages that list: articles, events, statements, and what the corpus covers."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from selon.corpus.ledger import OUTCOMES
from selon.corpus.results import Result
from selon.errors import CorpusError
from selon.web.asking import PAGE, Asked
from selon.web.facets import listed
from selon.web.reader_view import corrections_listed, status_strip
from selon.web.site import OfSite, Question, Say, Store, page

router = APIRouter(include_in_schema=False)
CSV_ROWS = 50_000
REASONS = 200
TABLES = ("articles", "events", "statements", "timeline", "actors", "places")
LOOKED_AT = 2_000
"""The latest articles among which those without records are looked for."""


@router.get("/")
def articles(request: Request, corpus: Store, ask: Question, say: Say) -> Response:
    """List articles, the latest first, or those whose words fit best."""
    searched = bool(ask.filters.text) and ask.page == 1
    rows, facets = listed(corpus.db, "articles", ask.filters, ask.offset, PAGE)
    passages: dict[str, str] = {}
    if searched and ask.filters.text:
        from dataclasses import replace

        best = corpus.search(ask.filters.text, replace(ask.filters, text=None), limit=PAGE)
        passages = {row["hash"]: row["passage"] for row in best}
        if not rows.more:
            order = {digest: n for n, digest in enumerate(passages)}
            kept = sorted(rows.rows, key=lambda row: order.get(row[1], len(order)))
            rows = Result(rows.columns, tuple(kept), rows.more)
    return page(
        request, say, "articles.html", ask=ask, rows=list(rows), more=rows.more, passages=passages,
        strips=_strips(corpus, rows), facets=facets,
    )  # fmt: skip


def _strips(corpus: Store, rows: Result) -> dict[int, list[tuple[str, int]]]:
    query = (
        "SELECT article, status, count(*) FROM events WHERE article IN (SELECT value FROM json_each(?)) "
        "AND verdict IS NOT 'rejected' GROUP BY 1, 2 ORDER BY 1, 3 DESC"
    )
    return status_strip(corpus.db.execute(query, (json.dumps([row["article"] for row in rows]),)))


@router.get("/events")
def events(request: Request, corpus: Store, ask: Question, say: Say) -> Response:
    """List events, the latest first."""
    rows, facets = listed(corpus.db, "events", ask.filters, ask.offset, PAGE)
    return page(request, say, "events.html", ask=ask, rows=list(rows), more=rows.more, facets=facets)


@router.get("/statements")
def statements(request: Request, corpus: Store, ask: Question, say: Say) -> Response:
    """List statements, the latest first: what somebody has said over time, where a voice is asked for."""
    rows, facets = listed(corpus.db, "statements", ask.filters, ask.offset, PAGE)
    dated = [{**row, "day": row["day"] or ""} for row in rows]
    return page(request, say, "statements.html", ask=ask, rows=dated, more=rows.more, facets=facets)


@router.get("/{table}.csv")
def as_csv(table: str, corpus: Store, ask: Question) -> Response:
    """Give what a list finds as CSV, cells that a spreadsheet would take for formulas disarmed."""
    if table == "actors":
        return csv_answer(table, ties_table(corpus, ask))
    if table == "places":
        return csv_answer(table, places_table(corpus, ask))
    if table == "timeline":
        unit: Any = dict(ask.extra).get("by", "month")
        return csv_answer(table, corpus.timeline(ask.filters, by=unit, types=True))
    asked = {"articles": corpus.articles, "events": corpus.events, "statements": corpus.statements}.get(table)
    if asked is None:
        raise CorpusError(f"no table {table[:40]!r}; {', '.join(TABLES)} are there")
    return csv_answer(table, asked(ask.filters, limit=CSV_ROWS))


def csv_answer(name: str, result: Result) -> Response:
    """Answer with a CSV file."""
    disposition = f'attachment; filename="selon-{name}.csv"'
    body = result.to_csv().encode("utf-8", "replace")
    return Response(body, media_type="text/csv; charset=utf-8", headers={"content-disposition": disposition})


def ties_table(corpus: Store, ask: Asked) -> Result:
    """Give who does what to whom as a table, one row a pair and status."""
    from selon.web.ties import ties

    found = ties(corpus.db, ask.filters, limit=CSV_ROWS).ties
    rows = tuple((tie.actor, tie.recipient, status, n) for tie in found for status, n in tie.statuses)
    return Result({"actor": str, "recipient": str, "status": str, "events": int}, rows)


def places_table(corpus: Store, ask: Asked) -> Result:
    """Give where events are told to be as a table, one row a place and status."""
    from selon.web.places import spots

    columns = {"place": str, "country": str, "precision": str, "latitude": float, "longitude": float, "status": str,
               "events": int}  # fmt: skip
    rows = tuple(
        (s.name, s.country, s.exactness, s.latitude, s.longitude, status, n)
        for s in spots(corpus.db, ask.filters, limit=CSV_ROWS).spots for status, n in s.statuses
    )  # fmt: skip
    return Result(columns, rows)


@router.get("/coverage")
def coverage(request: Request, corpus: Store, ask: Question, say: Say, site: OfSite) -> Response:
    """Tell what was read, what gave nothing and why."""
    db = corpus.db
    outcomes = dict(db.execute("SELECT outcome, sum(things) FROM file_outcomes GROUP BY outcome"))
    outlets = db.execute(
        "SELECT outlet, sum(articles), min(nullif(month, '')), max(nullif(month, '')) FROM outlet_months "
        "GROUP BY outlet HAVING sum(articles) > 0 ORDER BY 2 DESC, 1 LIMIT ?", (REASONS,)
    ).fetchall()  # fmt: skip
    reasons = db.execute(
        "SELECT f.place, f.outcome, f.reason, a.hash FROM found f LEFT JOIN articles a USING (article) "
        "WHERE f.reason IS NOT NULL ORDER BY f.file, f.n LIMIT ? OFFSET ?", (PAGE + 1, ask.offset)
    ).fetchall()  # fmt: skip
    files = db.execute(f"SELECT path, found, {', '.join(OUTCOMES)} FROM v_files LIMIT ?", (PAGE,)).fetchall()
    silent = db.execute(
        "SELECT a.hash, a.title, a.outlet, a.published FROM "
        f"(SELECT * FROM articles ORDER BY day DESC LIMIT {LOOKED_AT}) a WHERE a.outcome = 'read' AND NOT EXISTS "
        "(SELECT 1 FROM events e WHERE e.article = a.article) AND NOT EXISTS "
        "(SELECT 1 FROM statements s WHERE s.article = a.article) ORDER BY a.day DESC LIMIT 20"
    ).fetchall()
    readers = db.execute("SELECT reader, model, count(*) FROM articles GROUP BY 1, 2 ORDER BY 3 DESC").fetchall()
    return page(
        request, say, "coverage.html", ask=ask, outcomes=[(o, outcomes.get(o, 0) or 0) for o in OUTCOMES],
        found=sum(outcomes.values()), outlets=outlets, reasons=reasons[:PAGE], more=len(reasons) > PAGE, files=files,
        silent=silent, readers=readers, articles=len(corpus),
    )  # fmt: skip


@router.get("/corrections")
def corrections(request: Request, corpus: Store, say: Say) -> Response:
    """List what people corrected."""
    return page(
        request, say, "corrections.html", rows=corrections_listed(corpus.db), conflicts=list(corpus.conflicts())
    )


@router.get("/add")
def add(request: Request, say: Say) -> Response:
    """Offer to paste a text or to choose files."""
    return page(request, say, "add.html")


@router.get("/keys")
def keys(request: Request, say: Say) -> Response:
    """Explain signs and keys."""
    return page(request, say, "keys.html")
