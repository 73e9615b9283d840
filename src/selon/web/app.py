"""The application: routes put together, errors told, the gate before it all."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from selon._version import __version__
from selon.errors import CorpusError, SelonError
from selon.web import api, editing, maps, pages, pictures
from selon.web.adding import Jobs
from selon.web.security import Gate, Guard
from selon.web.site import Site, messages_for, page

if TYPE_CHECKING:
    from selon.corpus.pool import ArticleReader

ASSETS = {
    "site.css": ("selon.web", "text/css"),
    "page.js": ("selon.web", "text/javascript"),
    "reader.js": ("selon.web", "text/javascript"),
    "correct.js": ("selon.web", "text/javascript"),
    "add.js": ("selon.web", "text/javascript"),
    "icon.svg": ("selon.web", "image/svg+xml"),
    "reading.css": ("selon.exports", "text/css"),
}
"""The files a page may load, by name, with the package that has them; no other path is ever opened."""


def make_app(
    corpus: str | Path,
    guard: Guard | None = None,
    *,
    read_only: bool = False,
    make_reader: Callable[[], ArticleReader] | None = None,
) -> FastAPI:
    """Make the application over a corpus file; CorpusError when it is none."""
    from selon.corpus import open_corpus
    from selon.corpus.pool import default_reader

    open_corpus(corpus, create=False, read_only=read_only).close()
    app = FastAPI(
        title="selon", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
        description="Who did, said, plans, demands or denies what, and according to whom.",
    )  # fmt: skip
    path = Path(corpus)
    app.state.site = Site(path, Jobs(path, make_reader or default_reader), read_only)
    app.add_middleware(Gate, guard=guard or Guard())
    for router in (api.router, editing.router, pages.router, pictures.router, maps.router):
        app.include_router(router)
    app.get("/static/{name}", include_in_schema=False)(static)
    app.get("/api", include_in_schema=False)(api_page)
    _tell_errors(app)
    return app


def static(name: str) -> Response:
    """Give one of the files a page may load."""
    if name not in ASSETS:
        raise HTTPException(404, "no such file")
    package, kind = ASSETS[name]
    folder = files(package) / "static" if package == "selon.web" else files(package)
    headers = {"cache-control": "no-cache"}
    return Response((folder / name).read_bytes(), media_type=f"{kind}; charset=utf-8", headers=headers)


def api_page(request: Request) -> Response:
    """List the addresses of the JSON API."""
    described: dict[str, Any] = request.app.openapi()
    rows = [
        (method.upper(), path, operation.get("description") or operation.get("summary", ""),
         [p["name"] for p in operation.get("parameters", ())])
        for path, operations in described["paths"].items() for method, operation in operations.items()
    ]  # fmt: skip
    return page(request, messages_for(request), "api.html", rows=rows)


def _tell_errors(app: FastAPI) -> None:
    app.add_exception_handler(SelonError, _told(400, "bad_question"))
    app.add_exception_handler(HTTPException, _told(None, ""))
    app.add_exception_handler(RequestValidationError, _told(422, "bad_parameter"))
    app.add_exception_handler(sqlite3.OperationalError, _told(503, "corpus_busy"))
    app.add_exception_handler(OverflowError, _told(400, "bad_question"))


def _told(status: int | None, code: str) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Answer an error as JSON under /api, as a page elsewhere."""

    async def answer(request: Request, error: Exception) -> Response:
        number = error.status_code if isinstance(error, HTTPException) else status or 500
        if isinstance(error, CorpusError) and str(error).startswith("no "):
            number = 404
        words = _words(error)
        if request.url.path.startswith("/api/"):
            name = {404: "not_found", 405: "not_allowed"}.get(number, code or "refused")
            return JSONResponse({"code": name, "message": words}, number)
        return page(request, messages_for(request), "error.html", number, code=number, reason=words)

    return answer


def _words(error: Exception) -> str:
    if isinstance(error, HTTPException):
        return str(error.detail)
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    return str(error)
