"""The reader: the steps in their order, over one article or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress, islice

from selon._version import __version__
from selon.reading.document import Document
from selon.reading.events import Earlier, find_events
from selon.reading.events.because import Because
from selon.reading.mentions.locate import locate
from selon.reading.mentions.names import find_names
from selon.reading.mentions.resolve import Resolver
from selon.reading.mentions.roles_in_text import named_mentions
from selon.reading.parser import Name, Parser, load_parser
from selon.reading.quantities import find_quantities
from selon.reading.quotations import find_quotations
from selon.reading.relevance import can_hold_a_record, may_hold_an_unknown_name
from selon.reading.statements import find_statements
from selon.reading.tense import tense_reader
from selon.reading.text import Sentence, split_sentences
from selon.reading.times import find_ranges, find_times
from selon.reading.times.tense import tense_in
from selon.reading.tree import Tree
from selon.records import Article, Note, ReaderInfo, Reading, text_hash

BATCH = 16
LANGUAGE = "fr"
LANGUAGES = frozenset([LANGUAGE])


class Reader:
    """Makes readings of articles; making a reader loads nothing, the first reading loads the parser."""

    def __init__(self) -> None:
        self._parser: Parser | None = None

    @property
    def parser(self) -> Parser:
        """Give the parser, loaded when first asked for."""
        if self._parser is None:
            self._parser = load_parser()
        return self._parser

    def read(self, text: str, published: str | None = None, outlet: str | None = None) -> Reading:
        """Read one report from its text."""
        from selon.sources.article import make_article

        article, notes = make_article(text, published=published, outlet=outlet)
        return self.read_article(article, notes)

    def read_article(self, article: Article, notes: Sequence[Note] = ()) -> Reading:
        """Read one article; the notes of its input are kept in the reading."""
        return next(self._batch([(article, notes)]))

    def explain(
        self, article: Article, notes: Sequence[Note] = ()
    ) -> tuple[Reading, Mapping[str, tuple[Because, ...]]]:
        """Read one article and give, with the reading, what decided the fields of each event, by its id."""
        why: dict[str, tuple[Because, ...]] = {}
        return next(self._batch([(article, notes)], why)), why

    def pipe(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Read articles in batches, in order."""
        return self.pipe_with_notes((article, ()) for article in articles)

    def pipe_with_notes(self, found: Iterable[tuple[Article, Sequence[Note]]]) -> Iterator[Reading]:
        """Read articles with the notes of their inputs, in batches, in order."""
        waiting = iter(found)
        while batch := list(islice(waiting, BATCH)):
            yield from self._batch(batch)

    def _batch(
        self, batch: Sequence[tuple[Article, Sequence[Note]]], why: dict[str, tuple[Because, ...]] | None = None
    ) -> Iterator[Reading]:
        reasons = [_unreadable(article) for article, _ in batch]
        sentences = [() if no else split_sentences(a.text) for (a, _), no in zip(batch, reasons, strict=True)]
        flat = [s for group in sentences for s in group]
        trees = iter(self._trees(flat))
        names = iter(self._names(flat))
        for (article, notes), group, reason in zip(batch, sentences, reasons, strict=True):
            if reason:
                yield Reading(article, ReaderInfo(__version__, "none"), notes=(*notes, reason))
                continue
            size = len(group)
            yield self._reading(article, notes, group, tuple(islice(trees, size)), tuple(islice(names, size)), why)

    def _trees(self, sentences: Sequence[Sentence]) -> list[Tree | None]:
        """Parse the sentences that can hold a record."""
        wanted = [can_hold_a_record(s) for s in sentences]
        chosen = list(compress(sentences, wanted))
        parses = iter(self.parser.parse(chosen) if chosen else [])
        return [Tree(next(parses)) if asked else None for asked in wanted]

    def _names(self, sentences: Sequence[Sentence]) -> list[tuple[Name, ...]]:
        """Propose names in the sentences that may hold one the tables do not know."""
        wanted = [may_hold_an_unknown_name(s) for s in sentences]
        chosen = list(compress(sentences, wanted))
        names = iter(self.parser.names(chosen) if chosen else [])
        return [next(names) if asked else () for asked in wanted]

    def _reading(
        self,
        article: Article,
        notes: Sequence[Note],
        sentences: tuple[Sentence, ...],
        trees: tuple[Tree | None, ...],
        proposed: tuple[tuple[Name, ...], ...],
        why: dict[str, tuple[Because, ...]] | None = None,
    ) -> Reading:
        text, digest = article.text, text_hash(article.text)
        document = Document(text, sentences, trees, find_quotations(text, sentences))
        tense_at = tense_reader(document, tense_in(text, LANGUAGE))
        times = find_times(text, article.published, LANGUAGE, tense_at)
        links = find_ranges(text, times)
        quantities = find_quantities(text)
        names = locate(sentences, find_names(sentences, proposed))
        resolver = Resolver(document, names, article.published)
        statements = find_statements(document, resolver.mention_at, digest)
        earlier = Earlier(names, statements, times, links, quantities, article.published)
        events = find_events(document, resolver, earlier, digest, why)
        mentions = named_mentions(document, resolver, names, statements, events)
        info = ReaderInfo(__version__, self.parser.model)
        return Reading(article, info, times, quantities, mentions, statements, events, tuple(notes))


def _unreadable(article: Article) -> Note | None:
    """Tell why an article cannot be read: no words, or a language the reader does not read."""
    if not any(c.isalpha() for c in article.text):
        return Note("empty", "the article has no words")
    if article.lang and article.lang not in LANGUAGES:
        from selon.sources.language import language_name

        detected = f"{language_name(article.lang)} ({article.lang})"
        return Note("language", f"the article is in {detected}; selon reads {', '.join(sorted(LANGUAGES))}: no records")
    return None


@cache
def shared_reader() -> Reader:
    """Give the reader that `selon.read` uses."""
    return Reader()
