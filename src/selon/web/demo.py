"""The demonstration: an invented affair told by outlets that differ, read into a corpus."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from selon.tables import filled, read_table


def reports() -> Iterator[tuple[str, bytes, str, str]]:
    """Give the reports: file name, bytes, outlet, day of publication."""
    schema = {"file": filled, "outlet": filled, "published": filled}
    for row in read_table("selon.data.demo", "index.tsv", schema):
        data = files("selon.data.demo").joinpath(row["file"]).read_bytes()
        yield row["file"], data, row["outlet"], row["published"]


def build(path: str | Path) -> dict[str, int]:
    """Read the reports into a corpus, made when it is not there; count what became of them."""
    from collections import Counter
    from dataclasses import replace

    from selon.corpus import open_corpus
    from selon.corpus.ledger import Place, file_number
    from selon.reading.reader import Reader
    from selon.sources import read_bytes

    reader, counts = Reader(), Counter[str]()
    with open_corpus(path) as corpus:
        for name, data, outlet, published in reports():
            for found in read_bytes(data, name):
                if found.article is not None:
                    article = replace(found.article, outlet=outlet, published=published)
                    place = Place(file_number(corpus.db, f"(demo)/{name}"), 0, name)
                    counts[corpus.add_reading(reader.read_article(article, found.notes), place)] += 1
    return dict(counts)
