"""selon reads news reports and gives back data: who did what, and according to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from selon._version import __version__

if TYPE_CHECKING:
    from selon.corpus import Corpus, open_corpus
    from selon.errors import SelonError
    from selon.reading.reader import Reader
    from selon.reading.times import find_times
    from selon.records import Article, Event, Mention, Note, Quantity, Reading, Span, Statement, Time

__all__ = [
    "Article",
    "Corpus",
    "Event",
    "Mention",
    "Note",
    "Quantity",
    "Reader",
    "Reading",
    "SelonError",
    "Span",
    "Statement",
    "Time",
    "__version__",
    "find_times",
    "open_corpus",
    "read",
]

_HOMES = {
    "Corpus": "selon.corpus",
    "Reader": "selon.reading.reader",
    "SelonError": "selon.errors",
    "find_times": "selon.reading.times",
    "open_corpus": "selon.corpus",
}


def read(text: str, published: str | None = None, outlet: str | None = None) -> Reading:
    """Read one report from its text: title, an empty line, then the body.

    `published` (YYYY-MM-DD) anchors its times; `outlet` names who speaks where no one is cited. The first call loads
    the parser, which takes about a second.
    """
    from selon.reading.reader import shared_reader

    return shared_reader().read(text, published=published, outlet=outlet)


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `import selon` stays light."""
    if name in __all__:
        from importlib import import_module

        return getattr(import_module(_HOMES.get(name, "selon.records")), name)
    raise AttributeError(f"module 'selon' has no attribute {name!r}")
