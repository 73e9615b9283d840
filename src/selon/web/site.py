"""What every page needs: the corpus, the language, and templates that escape whatever they are given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from selon.corpus import Corpus, open_corpus
from selon.errors import CorpusError
from selon.exports.escape import language, link
from selon.exports.vocabulary import wordings
from selon.exports.wording import clean
from selon.web.adding import Jobs
from selon.web.asking import Asked, address, asked
from selon.web.messages import LANGUAGES, Messages, preferred
from selon.web.shelf import Shelf

if TYPE_CHECKING:
    from jinja2 import Environment

COOKIE = "selon_lang"
VIEWS = (
    ("/", "articles"), ("/events", "events"), ("/statements", "statements"), ("/timeline", "timeline"),
    ("/map", "map"), ("/actors", "actors"), ("/stories", "stories"), ("/coverage", "coverage"),
)  # fmt: skip
UNITS = ("day", "week", "month", "year")
EXTRAS = {"by": UNITS}


@dataclass(slots=True)
class Site:
    """One application: the path of its corpus, whether it may be changed, jobs of adding, stories kept."""

    path: Path
    jobs: Jobs
    read_only: bool = False
    shelf: Shelf = field(default_factory=Shelf)


def site_of(request: Request) -> Site:
    """Give the application a request is for."""
    site: Site = request.app.state.site
    return site


def reading_corpus(request: Request) -> Iterator[Corpus]:
    """Open the corpus to read, for one request."""
    with open_corpus(site_of(request).path, create=False, read_only=True) as corpus:
        yield corpus


def writing_corpus(request: Request) -> Iterator[Corpus]:
    """Open the corpus to write, for one request; CorpusError where it is served to be read only."""
    if site_of(request).read_only:
        raise CorpusError("this corpus is served to be read only")
    with open_corpus(site_of(request).path, create=False) as corpus:
        yield corpus


def question(request: Request) -> Asked:
    """Read the question from the address of a page."""
    return asked(request.query_params.multi_items(), EXTRAS)


Store = Annotated[Corpus, Depends(reading_corpus)]
Writing = Annotated[Corpus, Depends(writing_corpus)]
Question = Annotated[Asked, Depends(question)]
OfSite = Annotated[Site, Depends(site_of)]


def messages_for(request: Request) -> Messages:
    """Choose the language: that of the address, else the one kept, else the one the browser prefers."""
    for given in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if given in LANGUAGES:
            return Messages(given)
    return Messages(preferred(request.headers.get("accept-language", "")))


Say = Annotated[Messages, Depends(messages_for)]


@cache
def templates() -> Environment:
    """Make the environment of the templates: everything is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("selon.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters.update(clean=lambda text, limit=None: clean(str(text or ""), limit), langcode=language)
    made.globals.update(safe_link=lambda url: Markup(link(url) or ""), address=address)
    return made


def page(request: Request, say: Messages, name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Write a page from its template."""
    ask = values.pop("ask", None) or Asked(asked(()).filters, 1, ())
    here = [(k, v) for k, v in request.query_params.multi_items() if k not in ("lang", "token")]
    other = "en" if say.lang == "fr" else "fr"
    written = templates().get_template(name).render(
        t=say, lang=say.lang, other=other, other_url=address(request.url.path, [*here, ("lang", other)]),
        path=request.url.path, views=VIEWS, ask=ask, statuses=[c for k, c in wordings() if k == "status"],
        types=[c for k, c in wordings() if k == "type"],
        acts=[c for k, c in wordings() if k == "act"], read_only=site_of(request).read_only,
        corpus_name=clean(site_of(request).path.name, 60), **values,
    )  # fmt: skip
    body = written.encode("utf-8", "replace")
    answer = HTMLResponse(body, status, headers={"vary": "Cookie, Accept-Language", "cache-control": "no-store"})
    if request.query_params.get("lang") in LANGUAGES:
        answer.set_cookie(COOKIE, say.lang, max_age=31_536_000, samesite="strict", httponly=True)
    return answer
