from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from benchmarks.generate import generate
from fastapi.testclient import TestClient
from tests.corpus.readers import WordReader

from selon import Article, Event, Mention, Reading, Span, Statement, open_corpus
from selon.records import ReaderInfo, When
from selon.web.app import make_app
from selon.web.security import Guard

BASE = "http://127.0.0.1"
SCRIPT = '<script>alert("xss")</script>'
TEXT = f"Frappe {SCRIPT} \u202egnp.exe\n\n=cmd|' /C calc'!A0 a démenti la frappe, selon Mme Bé <img src=x onerror=alert(1)>."


def hostile() -> Reading:
    """A reading whose title, names and words try to be markup, formulas and direction marks."""

    def span(words: str) -> Span:
        start = TEXT.index(words)
        return Span.of(TEXT, start, start + len(words))

    formula = Mention(span("=cmd|' /C calc'!A0"), "person", "name", '=HYPERLINK("http://evil")', None)
    speaker = Mention(span("Mme Bé <img src=x onerror=alert(1)>"), "person", "name", None, None)
    said = Statement("s1", speaker, None, span("selon"), "say", "prepositional", (span("a démenti la frappe"),))
    event = Event(
        "e1", span("frappe"), "ASSAULT", "negated", mode='"><script>', actors=(formula,), recipients=(speaker,),
        when=When(None, "0001-01-01", "9999-12-31"), according_to=("s1",),
    )  # fmt: skip
    article = Article(TEXT, "hostile", "fr", "2024-02-30", '"><b>Média</b>', "javascript:alert(1)", TEXT.split("\n")[0])
    mentions = (formula, speaker)
    return Reading(article, ReaderInfo("<i>1</i>", "none"), mentions=mentions, statements=(said,), events=(event,))


@pytest.fixture(scope="session")
def made() -> list[Reading]:
    """Forty generated readings and a hostile one."""
    return [*islice(generate(5), 40), hostile()]


def fill(path: Path, readings: list[Reading]) -> Path:
    with open_corpus(path) as corpus:
        for reading in readings:
            corpus.add_reading(reading)
    return path


@pytest.fixture(scope="session")
def corpus_file(tmp_path_factory: pytest.TempPathFactory, made: list[Reading]) -> Path:
    """A corpus to ask, not to write."""
    return fill(tmp_path_factory.mktemp("web") / "asked.corpus", made)


@pytest.fixture(scope="session")
def opened_client(corpus_file: Path) -> Iterator[TestClient]:
    with TestClient(make_app(corpus_file), base_url=BASE) as opened:
        yield opened


@pytest.fixture
def client(opened_client: TestClient) -> TestClient:
    """A client that has chosen no language and no look yet."""
    opened_client.cookies.clear()
    return opened_client


@pytest.fixture
def own(tmp_path: Path, made: list[Reading]) -> Iterator[TestClient]:
    """A client of a corpus of its own, to write; a made reader reads what is added."""
    app = make_app(fill(tmp_path / "own.corpus", made[-6:]), make_reader=WordReader)
    with TestClient(app, base_url=BASE) as opened:
        yield opened


@pytest.fixture
def guarded(corpus_file: Path) -> Callable[[Guard], TestClient]:
    """Make a client behind a guard."""

    def _guarded(guard: Guard) -> TestClient:
        return TestClient(make_app(corpus_file, guard), base_url=BASE)

    return _guarded
