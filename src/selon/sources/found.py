"""What an input gives: an article, or one line that says why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from selon.records import Article, Note


@dataclass(frozen=True, slots=True)
class Found:
    """One article found in an input, or one reason why none was.

    `where` names the place ("file.jsonl:12"). `failed` is set when there is no article: one line with what, where
    and what to do. Codes of the notes: bad-date, date-conflict, no-date, future-date, empty, encoding, mojibake,
    surrogates, nulls, language-conflict, duplicate-id.
    """

    article: Article | None
    notes: tuple[Note, ...]
    where: str
    failed: str | None = None


def failure(where: str, reason: str) -> Found:
    """Say in one line why a place gives no article."""
    line = " ".join(f"{where}: {reason}".split())
    return Found(None, (), where, line)
