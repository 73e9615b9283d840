"""The reader: the steps in their order, over one article or many."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import compress

from selon._version import __version__
from selon.reading.confidence import weigh_statements
from selon.reading.document import Document
from selon.reading.events import Earlier, find_events
from selon.reading.events.because import Because
from selon.reading.mentions.compounds import part_names
from selon.reading.mentions.locate import locate
from selon.reading.mentions.names import find_names, load_tables
from selon.reading.mentions.resolve import Resolver
from selon.reading.mentions.roles_in_text import named_mentions
from selon.reading.model import Model, load_model
from selon.reading.model.contents import Content, contents
from selon.reading.model.opinions import Opinions
from selon.reading.model.seen import Seen
from selon.reading.model.syntax import names as seen_names
from selon.reading.model.syntax import parses as seen_parses
from selon.reading.parse import Name
from selon.reading.quantities import find_quantities
from selon.reading.quotations import find_quotations
from selon.reading.relevance import worth_a_look
from selon.reading.statements import find_statements
from selon.reading.statements.weighing import weigh_speakers
from selon.reading.tense import tense_reader
from selon.reading.text import Sentence, split_sentences
from selon.reading.times import find_ranges, find_times
from selon.reading.times.tense import tense_in
from selon.reading.tree import Tree
from selon.records import Article, Note, ReaderInfo, Reading, text_hash

AHEAD = 3
LEAST_CONTENT = 0.7
"""Score of a content from which statements are weighed against it."""

LANGUAGE = "fr"
Reasons = dict[str, tuple[Because, ...]]
LANGUAGES = frozenset([LANGUAGE])


class Reader:
    """Makes readings of articles; making a reader loads nothing, the first reading loads the model."""

    def __init__(self) -> None:
        self._model: Model | None = None

    @property
    def model(self) -> Model:
        """Give the model, loaded when first asked for."""
        if self._model is None:
            self._model = load_model()
        return self._model

    def read(self, text: str, published: str | None = None, outlet: str | None = None) -> Reading:
        """Read one report from its text."""
        from selon.sources.article import make_article

        article, notes = make_article(text, published=published, outlet=outlet)
        return self.read_article(article, notes)

    def read_article(self, article: Article, notes: Sequence[Note] = ()) -> Reading:
        """Read one article; the notes of its input are kept in the reading."""
        return self._begun(article, notes)()

    def explain(
        self, article: Article, notes: Sequence[Note] = ()
    ) -> tuple[Reading, Mapping[str, tuple[Because, ...]]]:
        """Read one article and give, with the reading, what decided the fields of each event, by its id."""
        why: Reasons = {}
        return self._begun(article, notes, why)(), why

    def pipe(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Read articles, in order."""
        return self.pipe_with_notes((article, ()) for article in articles)

    def pipe_with_notes(self, found: Iterable[tuple[Article, Sequence[Note]]]) -> Iterator[Reading]:
        """Read articles with the notes of their inputs, in order; the model sees the next ones meanwhile."""
        ahead: deque[Callable[[], Reading]] = deque()
        for article, notes in found:
            ahead.append(self._begun(article, notes))
            if len(ahead) > AHEAD:
                yield ahead.popleft()()
        while ahead:
            yield ahead.popleft()()

    def _begun(self, article: Article, notes: Sequence[Note], why: Reasons | None = None) -> Callable[[], Reading]:
        """Begin a reading: the model starts to see the text, the result goes on from what it saw."""
        if reason := _unreadable(article):
            return partial(Reading, article, ReaderInfo(__version__, "none"), notes=(*notes, reason))
        self.model.begin()
        sentences = split_sentences(article.text)
        wanted = [worth_a_look(s) for s in sentences]
        load_tables()
        look = self.model.look(article.text, tuple(compress(sentences, wanted)))
        return lambda: self._seen(article, notes, sentences, wanted, look(), why)

    def _seen(
        self,
        article: Article,
        notes: Sequence[Note],
        sentences: tuple[Sentence, ...],
        wanted: Sequence[bool],
        seen: Seen,
        why: Reasons | None = None,
    ) -> Reading:
        parses = iter(seen_parses(seen, tuple(compress(sentences, wanted)), self.model.labels))
        found = iter(seen_names(seen, self.model.labels))
        trees = tuple(Tree(next(parses)) if w else None for w in wanted)
        names = tuple(next(found) if w else () for w in wanted)
        sure = contents(seen, self.model.labels, LEAST_CONTENT)
        return self._reading(article, notes, sentences, trees, names, self.opinions(seen), sure, why)

    def opinions(self, seen: Seen) -> Opinions:
        """Give what the model thinks of what the rules find."""
        return Opinions(seen, self.model.labels, partial(self.model.look_closer, seen))

    def _reading(
        self,
        article: Article,
        notes: Sequence[Note],
        sentences: tuple[Sentence, ...],
        trees: tuple[Tree | None, ...],
        proposed: tuple[tuple[Name, ...], ...],
        opinions: Opinions,
        sure: Sequence[Content],
        why: Reasons | None = None,
    ) -> Reading:
        text, digest = article.text, text_hash(article.text)
        document = Document(text, sentences, trees, find_quotations(text, sentences))
        tense_at = tense_reader(document, tense_in(text, LANGUAGE))
        times = find_times(text, article.published, LANGUAGE, tense_at)
        links = find_ranges(text, times)
        quantities = find_quantities(text)
        found = locate(sentences, find_names(sentences, proposed, article.published))
        names, parts = part_names(sentences, found)
        resolver = Resolver(document, names, article.published, parts)
        statements = find_statements(document, resolver.mention_at, digest, sure)
        statements = weigh_statements(opinions, statements)
        opinions.attend_contents((s.content[0].start, s.content[0].end) for s in statements)
        statements = weigh_speakers(opinions, document, resolver.mention_at, statements)
        statements = resolver.hear(statements)
        earlier = Earlier(names, statements, times, links, quantities, article.published, opinions)
        events = find_events(document, resolver, earlier, digest, why)
        mentions = named_mentions(document, resolver, names, statements, events, parts)
        info = ReaderInfo(__version__, self.model.name)
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
