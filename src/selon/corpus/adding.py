"""Adding files: find the articles, read those the corpus does not have, account for everything."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from selon.corpus import ledger
from selon.corpus.connection import transaction
from selon.corpus.corpus import Corpus
from selon.corpus.ledger import Place
from selon.corpus.pool import Item, MakeReader, Read, read_all
from selon.records import Article, text_hash
from selon.sources import Found, read_path

Tell = Callable[[str, str], None]
"""Called for each thing found with its outcome and its place, once it is on disk."""


@dataclass(slots=True)
class _File:
    number: int
    size: int
    changed: int
    found: int = 0
    waiting: int = 0
    ended: bool = False


@dataclass(slots=True)
class Adding:
    """One run of adding; `counts` tells what became of what was found, `unchanged` how many files were done before."""

    corpus: Corpus
    published: str | None = None
    outlet: str | None = None
    tell: Tell | None = None
    counts: Counter[str] = field(default_factory=Counter)
    unchanged: int = 0
    _pending: dict[str, list[tuple[_File, Place, Article]]] = field(default_factory=dict)

    def run(self, paths: Iterable[str | Path], make_reader: MakeReader, jobs: int = 1) -> None:
        """Add what the files, and the files in the folders, hold; what is returned from is on disk."""
        for (file, place, article), read in read_all(self._to_read(expand(paths)), make_reader, jobs):
            self._write(file, place, article, read)

    def _to_read(self, paths: Iterable[tuple[Path, bool]]) -> Iterator[tuple[tuple[_File, Place, Article], Item]]:
        """Give the articles the corpus does not have; account for the rest at once."""
        for path, hidden in paths:
            file = self._begin(path)
            if file is None:
                self.unchanged += 1
                continue
            if hidden:
                self._record_reason(Place(file.number, 0, _shown(path)), "a hidden file", "skipped")
                file.found = 1
            for n, found in enumerate(() if hidden else read_path(path)):
                file.found += 1
                place = Place(file.number, n, found.where)
                item = self._new(file, place, found)
                if item is not None:
                    yield (file, place, item[0]), item
            file.ended = True
            self._end(file)

    def _begin(self, path: Path) -> _File | None:
        """Open the account of a file; None when it is complete, unchanged and nothing in it failed."""
        size, changed = _state(path)
        with transaction(self.corpus.db) as db:
            number = ledger.file_number(db, _shown(path))
            row = db.execute("SELECT size, changed FROM files WHERE file = ? AND complete", (number,)).fetchone()
            failed = db.execute("SELECT 1 FROM found WHERE file = ? AND outcome = 'failed'", (number,)).fetchone()
            if row == (size, changed) and not failed:
                return None
            db.execute("UPDATE files SET complete = 0 WHERE file = ?", (number,))
        return _File(number, size, changed)

    def _new(self, file: _File, place: Place, found: Found) -> Item | None:
        """Give an article to read; None when it failed, is known or under way."""
        if found.article is None:
            reason = (found.failed or "no article found").removeprefix(f"{found.where}: ")
            self._record_reason(place, reason, "skipped" if getattr(found, "skipped", False) else "failed")
            return None
        article, notes = found.article, tuple(found.notes)
        if self.published and not article.published:
            article = replace(article, published=self.published)
            notes = tuple(note for note in notes if note.code != "no-date")
        if self.outlet and not article.outlet:
            article = replace(article, outlet=self.outlet)
        digest = text_hash(article.text)
        if digest in self._pending:
            file.waiting += 1
            self._pending[digest].append((file, place, article))
            return None
        if self._record_known(place, article):
            return None
        file.waiting += 1
        self._pending[digest] = []
        return article, notes

    def _write(self, file: _File, place: Place, article: Article, read: Read) -> None:
        """Write a reading, then the same texts that came meanwhile."""
        if isinstance(read, str):
            self._record_reason(place, read)
        else:
            self._told(self.corpus.add_reading(read, place), place)
        self._done(file)
        for later, its_place, its_article in self._pending.pop(text_hash(article.text)):
            if not self._record_known(its_place, its_article):
                self._record_reason(its_place, f"the same text failed at {place.words}")
            self._done(later)

    def _record_known(self, place: Place, article: Article) -> bool:
        with transaction(self.corpus.db) as db:
            number = ledger.known_article(db, article)
            if number is None:
                return False
            outcome = ledger.record_known(db, place, number, article)
        self._told(outcome, place)
        return True

    def _record_reason(self, place: Place, reason: str, outcome: str = "failed") -> None:
        with transaction(self.corpus.db) as db:
            ledger.record(db, place, outcome, None, reason)
        self._told(outcome, place)

    def _told(self, outcome: str, place: Place) -> None:
        self.counts[outcome] += 1
        if self.tell:
            self.tell(outcome, place.words)

    def _done(self, file: _File) -> None:
        file.waiting -= 1
        self._end(file)

    def _end(self, file: _File) -> None:
        """Close the account of a file when all of it is written; places it no longer has are taken out."""
        if not file.ended or file.waiting:
            return
        with transaction(self.corpus.db) as db:
            db.execute("DELETE FROM found WHERE file = ? AND n >= ?", (file.number, file.found))
            row = (file.size, file.changed, file.number)
            db.execute("UPDATE files SET complete = 1, size = ?, changed = ? WHERE file = ?", row)


def expand(paths: Iterable[str | Path]) -> Iterator[tuple[Path, bool]]:
    """Give the files, and those in folders sorted by name; with each, whether it is hidden in its folder."""
    for path in map(Path, paths):
        if not path.is_dir():
            yield path, False
            continue
        for inside in sorted(p for p in path.rglob("*") if p.is_file()):
            yield inside, any(part.startswith(".") for part in inside.relative_to(path).parts)


def _state(path: Path) -> tuple[int, int]:
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return -1, -1
    return state.st_size, state.st_mtime_ns


def _shown(path: Path) -> str:
    return str(path.absolute()).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
