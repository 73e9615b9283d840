"""Adding from the page: pasted text and files are read one after the other, beside the page, with progress."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from selon.exports.wording import clean

if TYPE_CHECKING:
    from selon.corpus import Corpus
    from selon.corpus.pool import ArticleReader
    from selon.sources import Found

PAGE = "(page)"
"""The beginning of the path under which the corpus keeps what was added from the page."""
KEPT = 50


@dataclass(frozen=True, slots=True)
class Given:
    """What was given: a name (never a path), bytes, and outlet and day for articles that have none."""

    name: str
    data: bytes
    outlet: str | None = None
    published: str | None = None


@dataclass(slots=True)
class Job:
    """One adding: how far it is, what became of each thing, and why some gave no article."""

    id: str
    total: int
    done: int = 0
    ended: bool = False
    counts: Counter[str] = field(default_factory=Counter)
    articles: list[tuple[str, str]] = field(default_factory=list)
    reasons: list[tuple[str, str, str]] = field(default_factory=list)


class Jobs:
    """Reads what is given in one thread, with one reader that is made when first needed."""

    def __init__(self, path: Path, make_reader: Callable[[], ArticleReader]) -> None:
        self._path = path
        self._make_reader = make_reader
        self._reader: ArticleReader | None = None
        self._turn = threading.Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()

    def start(self, given: Sequence[Given]) -> Job:
        """Begin to read; the job tells how far it is."""
        job = Job(uuid4().hex[:12], len(given))
        self._jobs[job.id] = job
        while len(self._jobs) > KEPT:
            self._jobs.popitem(last=False)
        threading.Thread(target=self._run, args=(job, list(given)), daemon=True).start()
        return job

    def get(self, job: str) -> Job | None:
        """Give a job by its id."""
        return self._jobs.get(job)

    def _run(self, job: Job, given: Sequence[Given]) -> None:
        from selon.corpus import open_corpus

        with self._turn:
            try:
                with open_corpus(self._path) as corpus:
                    for one in given:
                        self._add(job, corpus, one)
                        job.done += 1
            except Exception as error:  # whatever it is, the page must learn that the job is over
                _tell(job, "failed", "", f"{type(error).__name__}: {clean(str(error), 200)}")
            finally:
                job.ended = True

    def _add(self, job: Job, corpus: Corpus, given: Given) -> None:
        from selon.corpus import ledger
        from selon.corpus.connection import transaction
        from selon.sources import read_bytes

        with transaction(corpus.db):
            file = ledger.file_number(corpus.db, f"{PAGE}/{given.name}")
            start = corpus.db.execute("SELECT coalesce(max(n) + 1, 0) FROM found WHERE file = ?", (file,)).fetchone()[0]
        for n, found in enumerate(read_bytes(given.data, given.name), int(start)):
            self._keep(job, corpus, ledger.Place(file, n, found.where), found, given)
        corpus.db.execute("UPDATE files SET complete = 1, size = ? WHERE file = ?", (len(given.data), file))

    def _keep(self, job: Job, corpus: Corpus, place: tuple[int, int, str], found: Found, given: Given) -> None:
        from selon.corpus import ledger
        from selon.corpus.connection import transaction
        from selon.corpus.pool import read_items
        from selon.records import text_hash

        at, reason = ledger.Place(*place), found.failed
        if found.article is not None:
            article, notes = found.article, found.notes
            if given.published and not article.published:
                article = replace(article, published=given.published)
                notes = tuple(note for note in notes if note.code != "no-date")
            article = replace(article, outlet=article.outlet or given.outlet)
            with transaction(corpus.db) as db:
                number = ledger.known_article(db, article)
                known = ledger.record_known(db, at, number, article) if number is not None else None
            if known:
                _tell(job, known, at.words, "", text_hash(article.text))
                return
            self._reader = self._reader or self._make_reader()
            read = read_items(self._reader, [(article, tuple(notes))])[0]
            if not isinstance(read, str):
                outcome = corpus.add_reading(read, at)
                why = "; ".join(note.message for note in read.notes) if outcome != "read" else ""
                _tell(job, outcome, at.words, why, text_hash(article.text))
                return
            reason = read
        reason = (reason or "no article found").removeprefix(f"{at.words}: ")
        with transaction(corpus.db) as db:
            ledger.record(db, at, "failed", None, reason)
        _tell(job, "failed", at.words, reason)


def _tell(job: Job, outcome: str, place: str, reason: str, article: str | None = None) -> None:
    job.counts[outcome] += 1
    if article:
        job.articles.append((article, place))
    if reason:
        job.reasons.append((place, outcome, reason))


def plain_name(name: str | None) -> str:
    """Give the last part of a file name, on one line; a name that leads elsewhere leads nowhere here."""
    last = clean((name or "").replace("\\", "/").rsplit("/", 1)[-1], 120)
    return last if last.strip(". ") else "text"
