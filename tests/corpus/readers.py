"""Readers for tests, made in worker processes: each reads a word as an event, and some are killed or fail."""

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from selon import Article, Event, Note, Reading, Span
from selon.records import ReaderInfo


class WordReader:
    """Takes the first word of an article for an event."""

    version = "words"

    def pipe_with_notes(self, found: Iterable[tuple[Article, Sequence[Note]]]) -> Iterator[Reading]:
        for article, notes in found:
            yield self.read(article, notes)

    def read(self, article: Article, notes: Sequence[Note]) -> Reading:
        end = len(article.text.split()[0])
        event = Event(f"e{article.id}", Span.of(article.text, 0, end), "CONSULT", "actual")
        return Reading(article, ReaderInfo(self.version, "none"), events=(event,), notes=tuple(notes))


class FailingReader(WordReader):
    """Fails on articles that begin with a certain word."""

    def read(self, article: Article, notes: Sequence[Note]) -> Reading:
        if article.text.startswith("Panne"):
            raise ValueError("panne")
        return super().read(article, notes)


class OnceKilledReader(WordReader):
    """Its process is killed at the first article of the run; the file named by MARK remembers that it was."""

    def read(self, article: Article, notes: Sequence[Note]) -> Reading:
        mark = Path(os.environ["MARK"])
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(article, notes)


class KilledReader(WordReader):
    """Its process is killed by articles that begin with a certain word."""

    def read(self, article: Article, notes: Sequence[Note]) -> Reading:
        if article.text.startswith("Mort"):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(article, notes)
