from pathlib import Path

from fastapi.testclient import TestClient
from tests.web.conftest import BASE, fill

from selon import Article, Event, Mention, Reading, Span, Statement
from selon.records import ReaderInfo
from selon.web.app import make_app

TEXT = "Le fort de Merval\n\nLe président Orlan, citant les dernières informations, affirme que les rebelles ont pris le fort."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def nested() -> Reading:
    """A capture told by information that a president cites, whom the outlet cites."""
    orlan = Mention(span("Le président Orlan"), "person", "name", "Ana Orlan", "AAA")
    latest = Mention(span("les dernières informations"), "people", "description")
    taken = span("les rebelles ont pris le fort")
    outer = Statement("s1", orlan, None, span("affirme"), "say", "indirect", (taken,))
    inner = Statement("s2", latest, None, span("citant"), "say", "prepositional", (taken,), "s1")
    event = Event("e1", span("pris"), "ASSAULT", "actual", according_to=("s1", "s2"))
    article = Article(TEXT, "nested", "fr", "2024-01-02", "Agence du Nord", None, "Le fort de Merval")
    return Reading(article, ReaderInfo("1", "none"), statements=(outer, inner), events=(event,))


def test_the_chain_of_voices_is_a_sentence_that_begins_with_the_outlet(tmp_path: Path) -> None:
    path = fill(tmp_path / "nested.corpus", [nested()])
    with TestClient(make_app(path), base_url=BASE) as client:
        english, french = (client.get(f"/article/nested?lang={lang}").text for lang in ("en", "fr"))
    assert "Agence du Nord, citing Ana Orlan (AAA), citing “les dernières informations”" in english
    assert "Agence du Nord, citant Ana Orlan (AAA), citant « les dernières informations »" in french
