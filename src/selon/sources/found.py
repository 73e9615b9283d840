"""What an input gives: an article, or one line that says why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from selon.records import Article, Note, text_hash

KEPT = 20_000
"""Characters that are kept of what gave no article."""


@dataclass(frozen=True, slots=True)
class Found:
    """One article found in an input, or one reason why none was.

    `where` names the place: "file.jsonl:12" a line, "export.html#3" the third article, "all.zip!a.txt" what is within.
    Without an article, `failed` is one line with what, where and what to do, `code` the kind of reason and `raw` the
    beginning of the text that was left, where it is text. `skipped` tells what was left out as a matter of course
    (hidden files, pictures of a web archive) from what failed.

    Codes of reasons: attachment, bad-row, binary, damaged, empty, encrypted, error-page, hidden, link, missing,
    no-article, no-text, not-json, not-page, permission, scanned, too-deep, too-large, unreadable, unsafe-path.
    Codes of notes: bad-date, damaged, date-conflict, declared-count, duplicate-id, duplicate-text, empty, encoding,
    future-date, language-conflict, mojibake, no-date, nulls, pages, summary, surrogates.
    """

    article: Article | None
    notes: tuple[Note, ...]
    where: str
    failed: str | None = None
    code: str | None = None
    raw: str | None = None
    skipped: bool = False


def failure(where: str, reason: str, code: str, raw: str | None = None) -> Found:
    """Say in one line why a place gives no article, and keep the text it has."""
    line = " ".join(f"{where}: {reason}".split())
    kept = raw[:KEPT].encode("utf-8", "replace").decode() if raw else None
    return Found(None, (), where, line, code, kept)


def left_out(where: str, reason: str, code: str) -> Found:
    """Say what is left out as a matter of course; it is no failure."""
    return replace(failure(where, reason, code), skipped=True)


@dataclass
class Seen:
    """The ids and texts met in one input, to tell what comes twice."""

    ids: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def noted(self, found: Found, body: str | None = None) -> Found:
        """Add a note where the id, or else the text (the body, where it is given), was met before."""
        if found.article is None:
            return found
        article, where = found.article, found.where
        first = self.ids.setdefault(article.id, where)
        same = self.texts.setdefault(text_hash(" ".join((body or article.text).split()))[:16], where)
        if first != where:
            note = Note("duplicate-id", f"the id {article.id} was at {first} before")
        elif same != where:
            note = Note("duplicate-text", f"the text is that of {same}")
        else:
            return found
        return replace(found, notes=(*found.notes, note))
