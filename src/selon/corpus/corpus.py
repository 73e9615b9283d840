"""The corpus: readings in one file, added, asked and corrected."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from selon.corpus import ledger
from selon.corpus.connection import connect, transaction
from selon.corpus.correctable import CorrectableCorpus
from selon.corpus.shown import Shown
from selon.corpus.writing import insert_article, outcome_of, write_records
from selon.records import Reading

if TYPE_CHECKING:
    from selon.corpus.adding import Tell
    from selon.corpus.pool import MakeReader
    from selon.corpus.status import CorpusStatus


class Corpus(CorrectableCorpus):
    """One SQLite file with articles, their records, and what people corrected.

    One process writes at a time, others wait; any number reads meanwhile. Use it as a context manager, or close it.
    """

    def add_reading(self, reading: Reading, place: ledger.Place | None = None) -> str:
        """Keep a reading, in one transaction; give what became of it: read, empty, language, copy or again.

        A text the corpus has already is no second article: under another outlet or address it is kept as a copy. When
        the call returns, the reading is on disk.
        """
        with transaction(self.db):
            number = ledger.known_article(self.db, reading.article)
            if number is not None:
                known_place = place or ledger.next_place(self.db, reading.article.id)
                return ledger.record_known(self.db, known_place, number, reading.article)
            number = insert_article(self.db, reading)
            write_records(self.db, number, Shown.of(reading))
            outcome = outcome_of(reading)
            reason = next((note.message for note in reading.notes if note.code == outcome), None)
            ledger.record(self.db, place or ledger.next_place(self.db, reading.article.id), outcome, number, reason)
            return outcome

    def add(
        self,
        paths: Iterable[str | Path],
        *,
        jobs: int = 1,
        published: str | None = None,
        outlet: str | None = None,
        make_reader: MakeReader | None = None,
        tell: Tell | None = None,
    ) -> dict[str, int]:
        """Add files, and the files in folders; count what became of everything found in them.

        Files that are done and unchanged are passed over and texts the corpus has are not read again, so a run that
        was stopped goes on where it was. With several jobs, worker processes read; `make_reader` makes their reader.
        `published` and `outlet` are for articles that have none. `tell` is called with the outcome and the place of
        each thing found.
        """
        from selon.corpus.adding import Adding
        from selon.corpus.pool import default_reader

        run = Adding(self, published, outlet, tell)
        run.run(paths, make_reader or default_reader, jobs)
        return dict(run.counts)

    def reread(
        self, *, jobs: int = 1, all_articles: bool = False, make_reader: MakeReader | None = None
    ) -> dict[str, int]:
        """Read again what another version read (or all); corrections hold, `conflicts` lists where they disagree."""
        from selon.corpus.pool import default_reader
        from selon.corpus.rereading import reread

        return dict(reread(self.db, make_reader or default_reader, jobs, all_articles=all_articles))

    def status(self) -> CorpusStatus:
        """Count what the corpus holds and what became of everything found."""
        from selon.corpus.status import corpus_status

        return corpus_status(self.db)


def open_corpus(path: str | Path, *, create: bool = True, read_only: bool = False) -> Corpus:
    """Open a corpus file, made when it is not there (unless `create` is false); CorpusError when it is none."""
    return Corpus(path, connect(path, create=create, read_only=read_only))
