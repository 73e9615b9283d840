"""The promises of docs/design.md, one test each, on the bundled sample and small invented texts."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from selon import Article, Reader, Reading
from selon.sources import read_path

Read = Callable[..., Reading]


@pytest.fixture(scope="module")
def sample(reader: Reader) -> Reading:
    (found,) = read_path(Path(str(files("selon.data").joinpath("sample.txt"))))
    assert found.article
    return reader.read_article(found.article, found.notes)


def test_the_text_is_never_altered(sample: Reading) -> None:
    assert sample.article.text == files("selon.data").joinpath("sample.txt").read_text(encoding="utf-8")
    assert [s for s in sample.spans() if sample.article.text[s.start : s.end] != s.text] == []


def test_every_event_is_told_by_the_statements_that_hold_it_or_by_the_outlet(sample: Reading) -> None:
    statements = {s.id: s for s in sample.statements}
    assert {bool(e.according_to) for e in sample.events} == {True, False}
    for event in sample.events:
        for told in event.according_to:
            assert any(c.holds(event.trigger) for c in statements[told].content)


def test_a_denial_a_plan_or_a_demand_is_not_the_deed(read: Read) -> None:
    reading = read(
        "Le général a démenti que l'armée ait bombardé la ville. L'armée bombardera la ville demain. "
        "Le général a exigé que l'armée détruise le pont. L'armée a bombardé la ville."
    )
    assert [e.status for e in reading.events if e.type == "ASSAULT"] == ["negated", "planned", "demanded", "actual"]


def test_what_is_not_settled_stays_null(read: Read) -> None:
    (statement,) = read("Le directeur a annoncé que la police avait arrêté dix manifestants.").statements
    assert statement.speaker
    assert (statement.speaker.name, statement.speaker.country, statement.speaker.entity) == (None, None, None)


@pytest.mark.parametrize(("text", "lang", "code"), [("…", "fr", "empty"), ("The army left.", "en", "language")])
def test_an_article_that_is_not_read_says_why(reader: Reader, text: str, lang: str, code: str) -> None:
    reading = reader.read_article(Article(text, lang=lang))
    assert [n.code for n in reading.notes] == [code]
    assert not reading.events


def test_the_same_text_gives_the_same_records_with_the_same_ids(sample: Reading) -> None:
    assert Reader().read_article(sample.article, sample.notes) == sample
