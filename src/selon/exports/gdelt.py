"""Events as GDELT 2.0 event rows: 61 columns, tab-separated, no header (GDELT Event Codebook V2.0, 2015)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from selon.exports.chosen import Choice, mark
from selon.exports.codes import Cameo, cameo, cameo_country, cameo_group
from selon.exports.wording import clean
from selon.records import Event, Mention, Reading

_ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
_GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
COLUMNS = (
    *["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
    *(f"Actor{n}{part}" for n in (1, 2) for part in _ACTOR.split()),
    *["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
    *["NumMentions", "NumSources", "NumArticles", "AvgTone"],
    *(f"{who}Geo_{part}" for who in ("Actor1", "Actor2", "Action") for part in _GEO.split()),
    *["DATEADDED", "SOURCEURL"],
)
COUNTRY, WORLD_CITY = "1", "4"
TYPES = {"state": "GOV", "outlet": "MED"}


def to_gdelt(readings: Iterable[Reading], choice: Choice | None = None) -> Iterator[str]:
    """Write one line an event, without its line end; one without a day takes its article's, else is left out.

    A mutual act has its first actor in Actor1 and the next in Actor2. SOURCEURL carries, after "#", the trigger's
    offsets (`char=12,20`, RFC 5147) and, where it is not the outlet's word that the act took place, its status and the
    statements that tell it.
    """
    choice = choice or Choice(all_voices=False)
    for reading, event, told in choice.events(readings):
        day = day_of(event, reading)
        if day is None:
            choice.left_out["date"] += 1
            continue
        cells = _cells(reading, event, told, day)
        yield "\t".join(clean(cells.get(column, "")) for column in COLUMNS)


def _cells(reading: Reading, event: Event, told: int, day: date) -> dict[str, str]:
    code = cameo(event)
    return {
        "GLOBALEVENTID": str(_number(reading, event)),
        "SQLDATE": day.strftime("%Y%m%d"), "MonthYear": day.strftime("%Y%m"), "Year": str(day.year),
        "FractionDate": f"{day.year + (day.month * 30 + day.day) / 365:.4f}",
        **_actors(_parties(event)), **_act(code),
        "IsRootEvent": str(int(_in_lead(event, reading.article.text))),
        "NumMentions": str(told), "NumSources": "1", "NumArticles": "1",
        **_place(event.places),
        "DATEADDED": f"{iso_date(reading.article.published) or day:%Y%m%d}000000",
        "SOURCEURL": address(reading, event),
    }  # fmt: skip


def _parties(event: Event) -> tuple[Mention | None, Mention | None]:
    """Give Actor1 and Actor2: the first actor and the first recipient, or the second party of a mutual act."""
    first, *others = event.actors or (None,)
    return first, next(iter([*event.recipients, *others]), None)


def _act(code: Cameo) -> dict[str, str]:
    return {"EventCode": code.code, "EventBaseCode": code.base, "EventRootCode": code.root,
            "QuadClass": str(code.quad), "GoldsteinScale": str(code.goldstein)}  # fmt: skip


def _actors(actors: Sequence[Mention | None]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for n, actor in enumerate(actors, 1):
        if actor is not None:
            country, group = cameo_country(actor.country) or "", cameo_group(actor.country) or ""
            kind = TYPES.get(actor.kind, "") or ("IGO" if group else "")
            cells |= {
                f"Actor{n}Code": f"{country}{kind}{group}",
                f"Actor{n}Name": (actor.name or actor.span.text).upper(),
                f"Actor{n}CountryCode": country, f"Actor{n}KnownGroupCode": group, f"Actor{n}Type1Code": kind,
            }  # fmt: skip
    return cells


def _place(places: Sequence[Mention]) -> dict[str, str]:
    if not places:
        return {}
    place = places[0]
    return {"ActionGeo_Type": COUNTRY if place.kind == "state" else WORLD_CITY,
            "ActionGeo_FullName": place.name or place.span.text}  # fmt: skip


def address(reading: Reading, event: Event) -> str:
    """Give the address of the words of an event: the article's, the trigger's offsets, its mark."""
    article, marked = reading.article, mark(event)
    where = f"char={event.trigger.start},{event.trigger.end}"
    return f"{article.url or f'urn:selon:{article.id}'}#{where}{f'&{marked}' if marked else ''}"


def _in_lead(event: Event, text: str) -> bool:
    """Tell whether an event is told in the title or the first paragraph after it."""
    body = text.find("\n", len(text) - len(text.lstrip()))
    lead = next((i for i in range(body, len(text)) if text[i].isalnum()), len(text)) if body >= 0 else 0
    end = text.find("\n", lead)
    return event.trigger.start < (end if end >= 0 else len(text))


def day_of(event: Event, reading: Reading) -> date | None:
    """Give the day an act began, else that of its article, None when neither is known to the day."""
    return iso_date(event.when.begin if event.when else None) or iso_date(reading.article.published)


def iso_date(value: str | None) -> date | None:
    """Read a day, None for what is none."""
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None


def _number(reading: Reading, event: Event) -> int:
    """Give a stable number below 2^53, so that every tool holds it exactly."""
    digest = hashlib.sha256(f"{reading.article.id}|{event.id}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") >> 11
