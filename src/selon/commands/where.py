"""`selon where NAME`: what a place name can mean, and which place it would be taken for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from selon.knowledge.places import Place

NOTHING = 1


def where(
    name: Annotated[str, typer.Argument(help="The name of a town, division, region, sea or site, as written.")],
    near: Annotated[
        list[str] | None, typer.Option("--near", help="A place or country named beside it; may be given again.")
    ] = None,
    country: Annotated[
        list[str] | None, typer.Option("--country", help="A country (name or alpha-3 code) the article is about.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what a place name can mean, and which place would be chosen.

    Places come from GeoNames (CC BY 4.0). Exit status: 0 found, 1 no such name, 2 wrong use.
    """
    from collections import Counter

    from selon.knowledge.places import load_places
    from selon.reading.mentions.locate import choose

    places = load_places()
    found = places.named(name) or places.behind_article(name)
    told = [code for word in near or [] for code in _codes(word)]
    article = Counter(code for word in country or [] for code in _codes(word))
    chosen = choose(found, told, article) if found else None
    if as_json:
        _json(name, found, chosen)
    elif found:
        _table(name, found, chosen)
    else:
        typer.echo(f"selon: no place is named {name!r}", err=True)
    raise typer.Exit(0 if found else NOTHING)


def _codes(word: str) -> list[str]:
    """Give the countries, or for a place the countries and divisions, that a word may mean."""
    from selon.knowledge.countries import load_countries
    from selon.knowledge.places import load_places

    countries = load_countries()
    if word.upper() in countries.rows:
        return [word.upper()]
    if codes := countries.named(word):
        return list(codes[:1])
    places = load_places().named(word)
    if not places:
        raise typer.BadParameter(f"{word!r} is neither a country nor a place")
    codes_of = [code for p in places if p.precision == "region" for code in (p.division, p.country)]
    return [code for code in codes_of if code] or [code for code in [places[0].country] if code]


def record(place: Place) -> dict[str, Any]:
    """Give a place as plain data: names, kind, country, division, degrees, precision, people, identifiers."""
    from selon.knowledge.places import load_places

    return {
        "name": place.name,
        "other_names": list(place.other_names),
        "kind": place.kind,
        "country": place.country,
        "division": load_places().division(place.division),
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
        "population": round(place.thousands * 1000) or None,
        "geonames": place.geonames,
        "qid": place.qid,
    }


def _json(name: str, found: tuple[Place, ...], chosen: Place | None) -> None:
    import json

    data = {
        "name": name,
        "chosen": found.index(chosen) if chosen is not None else None,
        "places": [record(place) for place in found],
    }
    sys.stdout.buffer.write((json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def _table(name: str, found: tuple[Place, ...], chosen: Place | None) -> None:
    from rich.console import Console
    from rich.table import Table

    from selon.knowledge.countries import load_countries
    from selon.knowledge.places import load_places

    table = Table(box=None, pad_edge=False)
    for heading in ("", "place", "kind", "country", "division", "latitude", "longitude", "people", "GeoNames"):
        table.add_column(heading)
    rows = load_countries().rows
    for place in found:
        degrees = ("" if x is None else f"{x:g}" for x in (place.latitude, place.longitude))
        table.add_row(
            "→" if place is chosen else "",
            place.name,
            place.kind,
            rows[place.country].name if place.country else "",
            load_places().division(place.division) or "",
            *degrees,
            f"{place.thousands * 1000:,.0f}".replace(",", " ") if place.thousands else "",
            str(place.geonames or ""),
        )
    Console(highlight=False).print(table)
    if chosen is None:
        typer.echo(f"selon: nothing decides which {name} is meant; give --near or --country", err=True)
