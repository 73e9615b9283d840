"""How many articles, outlets and independent origins stand behind something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from selon.stories.copies import Copies
from selon.stories.prints import Print

Origins = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of articles and outlets, and the origins by name: an agency, or an outlet that wrote its own report.

    Many articles of one origin are one voice. `unknown` counts articles whose outlet is not known.
    """

    articles: int
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    unknown: int = 0

    def __str__(self) -> str:
        parts = (_counted(self.articles, "article"), _counted(len(self.outlets), "outlet"),
                 _counted(len(self.origins), "origin"))  # fmt: skip
        return f"{', '.join(parts)} ({', '.join(self.origins)})" if self.origins else ", ".join(parts)


def origins_of(prints: Iterable[Print], groups: Iterable[Copies]) -> Origins:
    """Give the origins of each article, by id.

    Those of its copies where it is one, else the agencies it credits, else its own outlet, else itself. An article that
    credits two agencies has two.
    """
    of_copies = {article: group.origins for group in groups for article in group.articles}
    return {p.id: p.credits or of_copies.get(p.id) or (p.outlet or p.id,) for p in prints}


def tally(prints: Iterable[Print], origins: Origins) -> Tally:
    """Count articles, outlets and origins, names sorted."""
    listed = list({p.id: p for p in prints}.values())
    return Tally(
        articles=len(listed),
        outlets=tuple(sorted({p.outlet for p in listed if p.outlet})),
        origins=tuple(sorted({name for p in listed for name in origins[p.id]})),
        unknown=sum(p.outlet is None for p in listed),
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
