"""The map: where events are told to be, as a picture and as a table."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup

from selon.web.asking import Asked
from selon.web.map_svg import map_picture
from selon.web.pictures import svg_answer
from selon.web.places import Spot, spots
from selon.web.site import Question, Say, Store, page

router = APIRouter(include_in_schema=False)
ROWS = 50
"""Rows of the table on the page; its file has them all."""
DRAWN = 200


@router.get("/map")
def map_page(request: Request, corpus: Store, ask: Question, say: Say) -> Response:
    """Show where events are told to be."""
    found = spots(corpus.db, ask.filters, DRAWN)
    drawn = map_picture(found.spots, say, lambda spot: events_there(ask, spot))
    return page(
        request, say, "map.html", ask=ask, found=found, rows=found.spots[:ROWS],
        picture=Markup(drawn), events_there=events_there,
    )  # fmt: skip


@router.get("/map.svg")
def map_svg(corpus: Store, ask: Question, say: Say) -> Response:
    """Give the map as a file."""
    return svg_answer("map", map_picture(spots(corpus.db, ask.filters, DRAWN).spots, say))


def events_there(ask: Asked, spot: Spot) -> str:
    """Give the address of the events told to be at a place."""
    return ask.toggled("place", (spot.name or spot.country or "")[:200], "/events")
