"""What is kept of an article to count it: outlet, day, and the agencies it credits."""

from __future__ import annotations

from dataclasses import dataclass

from selon.records import Article
from selon.stories.credits import credited


@dataclass(frozen=True, slots=True)
class Print:
    """One article as published: its id, outlet, day of publication and the agencies it credits."""

    id: str
    outlet: str | None
    published: str | None
    credits: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, str]:
        """Give what prints are sorted by: undated ones last, then by id, so that no order of input matters."""
        return self.published or "9999", self.id


def print_of(article: Article) -> Print:
    """Take what is kept of an article."""
    return Print(article.id, article.outlet, article.published, credited(article))
