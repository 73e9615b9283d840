"""The same questions as JSON, under /api, described by OpenAPI."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Path, Query
from pydantic import BaseModel, Field

from selon.corpus.filters import Filters
from selon.web.asking import LAST_PAGE, LONGEST, MOST, address
from selon.web.places import spots
from selon.web.shelf import happenings
from selon.web.site import OfSite, Store
from selon.web.ties import ties

router = APIRouter(prefix="/api", tags=["questions"])
Word = Annotated[str, Query(max_length=LONGEST)]
Words = Annotated[list[Annotated[str, Field(max_length=LONGEST)]], Query(max_length=MOST)]
ArticleKey = Annotated[
    str, Path(description="Hash of the text, its first 8 characters or more, or the id.", max_length=200)
]


class Failure(BaseModel):
    """What every error answers: a code and one sentence."""

    code: str
    message: str


class Page(BaseModel):
    """Rows, the number of the page, and the address of the next one where there is one."""

    rows: list[dict[str, Any]]
    page: int
    next: str | None = None


ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"model": Failure, "description": "A filter that is none."},
    422: {"model": Failure, "description": "A parameter of the wrong form."},
}
MISSING: dict[int | str, dict[str, Any]] = {**ERRORS, 404: {"model": Failure, "description": "Not in the corpus."}}


def filters(
    text: Word = "",
    since: Annotated[str, Query(max_length=10, description="Day, month or year, inclusive.")] = "",
    until: Annotated[str, Query(max_length=10, description="Day, month or year, inclusive.")] = "",
    outlet: Words = [],  # noqa: B006 - FastAPI copies defaults
    type: Words = [],  # noqa: B006
    status: Words = [],  # noqa: B006
    voice: Words = [],  # noqa: B006
    actor: Words = [],  # noqa: B006
    recipient: Words = [],  # noqa: B006
    country: Words = [],  # noqa: B006
    place: Words = [],  # noqa: B006
    confidence: Annotated[float | None, Query(ge=0, le=1)] = None,
) -> Filters:
    """Read the filters, those of the Python API."""
    return Filters(
        text=text.strip() or None, since=since or None, until=until or None, outlet=outlet, type=type, status=status,
        voice=voice, actor=actor, recipient=recipient, country=country, place=place,
        confidence=confidence,
    )  # fmt: skip


Asked = Annotated[Filters, Depends(filters)]
Number = Annotated[int, Query(ge=1, le=LAST_PAGE)]
PerPage = Annotated[int, Query(ge=1, le=500)]


def _each(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _page(path: str, result: Any, asked: Filters, page: int, per_page: int) -> Page:
    following = None
    if result.more and page < LAST_PAGE:
        given = asdict(asked)
        pairs = [(k, str(v)) for k, value in given.items() if value is not None for v in _each(value)]
        following = address(path, [*pairs, ("page", str(page + 1)), ("per_page", str(per_page))])
    return Page(rows=list(result), page=page, next=following)


@router.get("/articles", responses=ERRORS)
def articles(corpus: Store, asked: Asked, page: Number = 1, per_page: PerPage = 100) -> Page:
    """Give articles, the latest first."""
    found = corpus.articles(asked, limit=per_page, offset=(page - 1) * per_page)
    return _page("/api/articles", found, asked, page, per_page)


@router.get("/events", responses=ERRORS)
def events(corpus: Store, asked: Asked, page: Number = 1, per_page: PerPage = 100) -> Page:
    """Give events, the latest first."""
    found = corpus.events(asked, limit=per_page, offset=(page - 1) * per_page)
    return _page("/api/events", found, asked, page, per_page)


@router.get("/statements", responses=ERRORS)
def statements(corpus: Store, asked: Asked, page: Number = 1, per_page: PerPage = 100) -> Page:
    """Give statements, the latest first."""
    found = corpus.statements(asked, limit=per_page, offset=(page - 1) * per_page)
    return _page("/api/statements", found, asked, page, per_page)


@router.get("/search", responses=ERRORS)
def search(corpus: Store, asked: Asked, q: Annotated[str, Query(min_length=1, max_length=LONGEST)]) -> Page:
    """Find articles by their words, the best first, each with a passage."""
    return Page(rows=list(corpus.search(q, asked, limit=100)), page=1)


@router.get("/articles/{article}", responses=MISSING)
def article(article: ArticleKey, corpus: Store) -> dict[str, Any]:
    """Give the reading of an article, with the corrections people made."""
    reading = corpus.reading(article)
    if reading is None:
        raise HTTPException(404, "the corpus does not have this article")
    return reading.to_dict()


@router.get("/timeline", responses=ERRORS)
def timeline(
    corpus: Store, asked: Asked, by: Literal["day", "week", "month", "year"] = "month", types: bool = False
) -> Page:
    """Count events by period, status and voice, and by type where asked."""
    return Page(rows=list(corpus.timeline(asked, by=by, types=types)), page=1)


@router.get("/actors", responses=ERRORS)
def actors(corpus: Store, asked: Asked, limit: Annotated[int, Query(ge=1, le=5000)] = 500) -> dict[str, Any]:
    """Count who does what to whom, over the latest events found."""
    return asdict(ties(corpus.db, asked, limit))


@router.get("/places", responses=ERRORS)
def places(corpus: Store, asked: Asked, limit: Annotated[int, Query(ge=1, le=5000)] = 500) -> dict[str, Any]:
    """Count events by the places they are told to be at, over the latest events found."""
    return asdict(spots(corpus.db, asked, limit))


@router.get("/stories", responses=ERRORS)
def stories(corpus: Store, asked: Asked, site: OfSite) -> Page:
    """Group the latest articles found into stories."""
    return Page(rows=[asdict(s) for s in site.shelf.stories(corpus, asked).stories], page=1)


@router.get("/stories/{story}", responses=MISSING)
def accounts(story: Annotated[str, Path(max_length=200)], corpus: Store, asked: Asked, site: OfSite) -> dict[str, Any]:
    """Give the happenings of a story with the accounts of each."""
    on_shelf = site.shelf.story(corpus, asked, story)
    if on_shelf is None:
        raise HTTPException(404, "no story of that id among the articles asked for")
    found, shelved = on_shelf
    return {"story": asdict(found), "happenings": [asdict(h) for h in happenings(corpus, shelved, found)]}


@router.get("/coverage")
def coverage(corpus: Store) -> dict[str, Any]:
    """Count what the corpus holds and what became of everything found, without the lists by file."""
    status = corpus.status()
    names = ("found", "outcomes", "articles", "copies", "events", "statements", "corrections", "conflicts", "readers")
    return {name: getattr(status, name) for name in names}
