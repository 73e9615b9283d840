"""Events as POLECAT rows: 40 columns of PLOVER, tab-separated, with a header (POLECAT weekly data, Dataverse)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from selon.exports.chosen import Choice, mark
from selon.exports.gdelt import day_of
from selon.exports.wording import clean
from selon.records import Event, Mention, Reading

_PARTY = ("Name", "Country", "COW", "Primary {} Sector", "{} Sectors", "Title", "Name Raw", "Wikipedia {} ID")


def _party_columns(role: str) -> list[str]:
    return [part.format(role) if "{}" in part else f"{role} {part}" for part in _PARTY]


COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *_party_columns("Actor"), *_party_columns("Recipient"),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
QUADS = {
    "VERBAL COOPERATION": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "MATERIAL COOPERATION": ("COOPERATE", "AID", "RETREAT"),
    "VERBAL CONFLICT": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "MATERIAL CONFLICT": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
SECTORS = {"state": "GOV", "outlet": "JRN"}


def to_polecat(readings: Iterable[Reading], choice: Choice | None = None) -> Iterator[str]:
    """Write a header and one line an event, without line ends; an event without a day is left out.

    Several actors stand between "; ". Contexts carry, after PLOVER's, the status of an act that is not actual and the
    statements that tell it.
    """
    choice = choice or Choice(all_voices=False)
    yield "\t".join(COLUMNS)
    for reading, event, _ in choice.events(readings):
        day = day_of(event, reading)
        if day is None:
            choice.left_out["date"] += 1
            continue
        cells = _cells(reading, event, day.isoformat())
        yield "\t".join(clean(cells.get(column, "")) for column in COLUMNS)


def _cells(reading: Reading, event: Event, day: str) -> dict[str, str]:
    article = reading.article
    contexts = [event.context or "", *mark(event).split("&")]
    return {
        "Event ID": f"{article.id}-{event.id}", "Event Date": day, "Event Type": event.type,
        "Event Mode": event.mode or "", "Quad Code": next(q for q, types in QUADS.items() if event.type in types),
        "Contexts": ";".join(c for c in contexts if c),
        **_party("Actor", event.actors), **_party("Recipient", event.recipients), **_place(event.places),
        "Source": article.outlet or "", "Publication Date": article.published or "",
        "Story People": _names(reading, "person"), "Story Organizations": _names(reading, "organisation", "group"),
        "Story Locations": _names(reading, "state", "place"),
        "Language": article.lang or "", "Version": f"selon {reading.reader.version}",
    }  # fmt: skip


def _party(role: str, mentions: Sequence[Mention]) -> dict[str, str]:
    sectors = [SECTORS.get(m.kind, "") for m in mentions]
    return {
        f"{role} Name": _joined(m.name or m.span.text for m in mentions),
        f"{role} Country": _joined(m.country or "" for m in mentions),
        f"Primary {role} Sector": sectors[0] if sectors else "",
        f"{role} Sectors": _joined(sectors),
        f"{role} Title": _joined(m.span.text if m.via == "office" else "" for m in mentions),
        f"{role} Name Raw": _joined(m.span.text for m in mentions),
    }


def _place(places: Sequence[Mention]) -> dict[str, str]:
    if not places:
        return {}
    place = places[0]
    cells = {"Placename": place.name or place.span.text, "Raw Placename": place.span.text}
    return cells | {"Country": place.country or ""}


def _names(reading: Reading, *kinds: str) -> str:
    """List the resolved names of some kinds, each once, in the order of the text."""
    named = (m.name for m in sorted(reading.mentions, key=lambda m: m.span.start) if m.kind in kinds and m.name)
    return "; ".join(dict.fromkeys(named))


def _joined(values: Iterable[str]) -> str:
    listed = list(values)
    return "; ".join(listed) if any(listed) else ""
