"""Towns, divisions, regions, seas and sites by the names the French press gives them; rows are made when asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.resources import files

from selon.errors import TableError
from selon.knowledge.spelling import fold, list_cell, plain
from selon.records import Precision
from selon.tables import filled, kept, one_of

KINDS = (
    "town", "division", "department", "continent", "region", "sea", "strait", "river", "lake", "mountain", "desert",
    "island", "site", "quarter",
)  # fmt: skip
ADMINISTRATIVE = frozenset(["division", "department"])
_PRECISIONS: dict[str, Precision] = {"point": "point", "town": "town", "region": "region"}
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d+)?")
_HEADED = re.compile(r"([a-zà-öø-ÿ]+|État) (?:de la |de |d'|du )(.+)")
_ARTICLE = re.compile(r"(?:Le|Les) ")


def _within(limit: int) -> Callable[[str], bool]:
    return lambda cell: not cell or (_NUMBER.fullmatch(cell) is not None and abs(float(cell)) <= limit)


def _code(cell: str) -> bool:
    return re.fullmatch(r"(?:[A-Z]{3})?", cell) is not None


_COMMON = {"name": filled, "other_names": list_cell}
_POINT = {"latitude": _within(90), "longitude": _within(180)}
SCHEMAS: dict[str, dict[str, Callable[[str], bool]]] = {
    "towns.tsv": {
        **_COMMON,
        "country": _code,
        "division": lambda cell: re.fullmatch(r"(?:[A-Z]{2}-[A-Z0-9]{1,3})?", cell) is not None,
        **_POINT,
        "thousands": lambda cell: re.fullmatch(r"\d+(?:\.\d)?", cell) is not None,
        "homograph": one_of("yes", "no"),
        "geonames": str.isdigit,
    },
    "divisions.tsv": {
        "code": lambda cell: re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", cell) is not None,
        **_COMMON,
        "country": _code,
        "kind": one_of(*ADMINISTRATIVE),
        **_POINT,
        "geonames": str.isdigit,
        "qid": lambda cell: re.fullmatch(r"(?:Q[1-9]\d*)?", cell) is not None,
    },
    "features.tsv": {
        **_COMMON,
        "kind": one_of(*KINDS),
        "country": _code,
        **_POINT,
        "precision": one_of(*_PRECISIONS),
    },
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the tables; `thousands` counts its people (0 where it is not known), `country` is null when shared."""

    name: str
    other_names: tuple[str, ...]
    kind: str
    country: str | None
    division: str | None
    latitude: float | None
    longitude: float | None
    precision: Precision
    thousands: float = 0.0
    homograph: bool = False
    geonames: int | None = None
    qid: str | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """Look-ups by folded name, each to line numbers; `most_words` tells how long a name that opens so may be.

    `headed` holds divisions by what follows "région de" and the like, `contracted` names with "Le" or "Les" by what
    follows "au" or "du".
    """

    lines: list[tuple[str, str]]
    names: dict[str, list[int]]
    headed: dict[str, list[int]]
    contracted: dict[str, list[int]]
    most_words: dict[str, int]
    divisions: dict[str, str]

    def named(self, words: str) -> tuple[Place, ...]:
        """Give the places that a name may mean, the most populous first."""
        return self._rows(self.names.get(fold(words), ()))

    def behind_noun(self, words: str) -> tuple[Place, ...]:
        """Give the divisions that a name means behind "région de", "province de" and the like."""
        return self._rows(self.headed.get(fold(words), ()))

    def behind_article(self, words: str) -> tuple[Place, ...]:
        """Give the places that a name means behind "au" or "du": "au Caire"."""
        return self._rows(self.contracted.get(fold(words), ()))

    def division(self, code: str | None) -> str | None:
        """Give the French name of a division by its code."""
        return self.divisions.get(code or "")

    def _rows(self, numbers: Iterable[int]) -> tuple[Place, ...]:
        rows = dict.fromkeys(_place(*self.lines[n]) for n in numbers)
        return tuple(sorted(rows, key=lambda p: (-p.thousands, KINDS.index(p.kind), p.name)))


@kept
def load_places() -> Places:
    """Index the tables by name; cells are read when a name is asked for, and all checked by the tests of the tables."""
    places = Places([], {}, {}, {}, {}, {})
    for table, schema in SCHEMAS.items():
        header, *lines = _lines(table)
        if header.split("\t") != list(schema):
            raise TableError(f"{table}: columns are not {list(schema)}")
        _enter(places, table, lines)
    return places


def _lines(table: str) -> list[str]:
    text = files(__package__).joinpath(table).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


def _enter(places: Places, table: str, lines: list[str]) -> None:
    start = len(places.lines)
    places.lines.extend((table, line) for line in lines)
    if table == "divisions.tsv":
        cells = [line.split("\t", 3) for line in lines]
        places.divisions.update((code, name) for code, name, _, _ in cells)
        columns = [(name, others) for _, name, others, _ in cells]
    else:
        columns = [(name, others) for name, others, _ in (line.split("\t", 2) for line in lines)]
    names = [f"{name}|{others}" if others else name for name, others in columns]
    for number, keys in enumerate(_fold_all(names), start):
        for key in keys.split("|"):
            _index(places.names, places.most_words, key, number)
    for number, written in enumerate(names, start):
        if table == "divisions.tsv" and (" d" in written):
            for match in filter(None, map(_HEADED.fullmatch, written.split("|"))):
                _index(places.headed, places.most_words, fold(match[2]), number)
        if written[:2] == "Le" and (article := _ARTICLE.match(written)):
            _index(places.contracted, places.most_words, fold(written.split("|")[0][article.end() :]), number)


def _fold_all(names: list[str]) -> list[str]:
    """Fold many names at once, as `fold` does each: one by one would take most of the time the tables may take."""
    text = "\n".join(names)
    marks = {ord(c): plain(c) for c in set(text) if not c.isascii()}
    return text.translate(marks).replace(".", "").replace("-", " ").lower().split("\n")


def _index(table: dict[str, list[int]], most_words: dict[str, int], key: str, number: int) -> None:
    if key in table:
        table[key].append(number)
    else:
        table[key] = [number]
    if " " in key or "'" in key:
        size = 1 + key.count(" ") + key.count("'")
        first = key.partition(" ")[0]
        for opening in {first, first.partition("'")[0]}:
            if size > most_words.get(opening, 1):
                most_words[opening] = size
    elif key not in most_words:
        most_words[key] = 1


def _place(table: str, line: str) -> Place:
    row = dict(zip(SCHEMAS[table], line.split("\t"), strict=True))
    latitude, longitude = row["latitude"], row["longitude"]
    return Place(
        name=row["name"],
        other_names=tuple(row["other_names"].split("|")) if row["other_names"] else (),
        kind=row.get("kind", "town"),
        country=row["country"] or None,
        division=row.get("division") or row.get("code") or None,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        precision=_precision(row),
        thousands=float(row.get("thousands", 0)),
        homograph=row.get("homograph") == "yes",
        geonames=int(row["geonames"]) if "geonames" in row else None,
        qid=row.get("qid") or None,
    )


def _precision(row: dict[str, str]) -> Precision:
    if row.get("kind") in ADMINISTRATIVE:
        return "region"
    return _PRECISIONS[row.get("precision", "town")]
