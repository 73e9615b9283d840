"""What the pages say, in French and English: one table of messages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from selon.exports.dates import interval_phrase
from selon.exports.vocabulary import wording
from selon.exports.wording import digits
from selon.tables import filled, read_table

LANGUAGES = ("fr", "en")


@cache
def table() -> dict[str, dict[str, str]]:
    """Give the messages by key and language; TableError when the table does not follow its schema."""
    rows = read_table("selon.web", "messages.tsv", {"key": filled, "fr": filled, "en": filled})
    return {row["key"]: {lang: row[lang] for lang in LANGUAGES} for row in rows}


@dataclass(frozen=True, slots=True)
class Messages:
    """Says messages, codes, dates and numbers in one language (fr or en)."""

    lang: str

    def __call__(self, key: str, **values: object) -> str:
        """Fill a message; with `n`, the form for that number. KeyError for a message the table does not have."""
        n = values.get("n")
        if isinstance(n, int):
            one = f"{key}.one"
            key = one if one in table() and (n == 1 or (n == 0 and self.lang == "fr")) else key
            values["n"] = self.number(n)
        return table()[key][self.lang].format(**values)

    def has(self, key: str) -> bool:
        """Tell whether there is a message of that key."""
        return key in table()

    def number(self, n: float) -> str:
        """Write a number with its thousands parted."""
        return digits(n, self.lang)

    def word(self, kind: str, code: str) -> str:
        """Give the plain word of a code (type, status, act, form)."""
        return wording(kind, code, self.lang).word

    def gloss(self, kind: str, code: str) -> str:
        """Explain a code."""
        return wording(kind, code, self.lang).gloss

    def mark(self, status: str) -> str:
        """Give the sign of a status."""
        return wording("status", status, self.lang).mark

    def country(self, code: str | None) -> str:
        """Give the name of a country, or of an organisation that stands for one; the code where no table has it."""
        from selon.knowledge.countries import load_countries
        from selon.knowledge.organisations import load_organisations

        row = load_countries().rows.get(code or "") or load_organisations().rows.get(code or "")
        return (row.name if self.lang == "fr" else row.english) if row else code or ""

    def days(self, begin: str | None, end: str | None = None) -> str:
        """Say a day, a month, a year or an interval; "" when there is none."""
        first, last = _bounds(begin), _bounds(end or begin)
        return interval_phrase(first[0], last[1], lang=self.lang) or ""


def _bounds(day: str | None) -> tuple[str | None, str | None]:
    """Give the first and last day of a date known to the year, month or day."""
    from selon.corpus.filters import Filters
    from selon.errors import CorpusError

    try:
        bounds = Filters(since=day or None, until=day or None)
    except CorpusError:
        return None, None
    return bounds.since, bounds.until


def preferred(header: str) -> str:
    """Choose a language by an Accept-Language header: the first it names that the pages have, else French."""
    for code in re.findall(r"[a-zA-Z]{2,3}", re.sub(r";[^,]*", "", header[:400])):
        if code.lower() in LANGUAGES:
            return str(code.lower())
    return LANGUAGES[0]
