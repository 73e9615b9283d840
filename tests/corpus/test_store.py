import sqlite3
import struct
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon import Article, Corpus, Mention, Note, Reading, SelonError, Span, Statement, open_corpus
from selon.corpus.connection import connect
from selon.records import ReaderInfo

INFO = ReaderInfo("0", "none")


def unique(readings: list[Reading]) -> list[Reading]:
    first: dict[str, Reading] = {}
    for reading in readings:
        first.setdefault(reading.article.text, reading)
    return list(first.values())


def unpacked(slots: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(slots) // 4}I", slots)


def test_readings_come_back_as_they_were_added(full: Corpus, made: list[Reading]) -> None:
    assert list(full.readings()) == unique(made)
    assert list(full.readings(corrected=False)) == unique(made)


def test_what_the_reader_reads_comes_back_too(corpus: Corpus, read) -> None:  # type: ignore[no-untyped-def]
    reading = read(
        "Trêve\n\nLe ministre a dit lundi que, selon l'armée, au moins 30 soldats russo-biélorusses avaient été tués à Minsk. "
        "« Nous refusons », a-t-il ajouté. Il exige le retrait des troupes d'ici mars."
    )
    corpus.add_reading(reading)
    assert reading.events
    assert list(corpus.readings()) == [reading]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
@settings(max_examples=25)
def test_any_text_and_any_span_survive(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    mention = Mention(span, "person", "name", data.draw(st.none() | st.text(st.characters(exclude_categories=["Cs"]))))
    statement = Statement("s1", mention, None, span, "say", "direct", (span, span))
    reading = Reading(
        Article(text), INFO, mentions=(mention, mention), statements=(statement,), notes=(Note("x", text),)
    )
    with open_corpus(tmp_path_factory.mktemp("any") / "c") as corpus:
        corpus.add_reading(reading)
        assert list(corpus.readings()) == [reading]


def test_a_copy_is_kept_with_its_own_outlet_and_makes_no_second_article(corpus: Corpus, made: list[Reading]) -> None:
    copy = replace(made[0], article=replace(made[0].article, outlet="La Copie", url="https://copie.org/1", id="c"))
    outcomes = [corpus.add_reading(r) for r in (made[0], copy, copy, made[0])]
    assert outcomes == ["read", "copy", "again", "again"]
    assert len(corpus) == 1
    assert corpus.db.execute("SELECT outlet, url, id FROM copies").fetchall() == [
        ("La Copie", "https://copie.org/1", "c")
    ]
    assert len(corpus.articles(outlet="la copie")) == 1


def test_articles_without_words_or_in_another_language_are_kept_with_their_reason(corpus: Corpus) -> None:
    empty = Reading(Article("…"), INFO, notes=(Note("empty", "no words"),))
    other = Reading(Article("Hello there", lang="en"), INFO, notes=(Note("language", "in English"),))
    assert [corpus.add_reading(r) for r in (empty, other)] == ["empty", "language"]
    reasons = {(row["outcome"], row["reason"]) for row in corpus.status().reasons}
    assert reasons == {("empty", "no words"), ("language", "in English")}


def test_rollups_are_what_a_count_gives(full: Corpus) -> None:
    db = full.db
    counted = "SELECT substr(day, 1, 7), type, status, told_by, count(*) FROM events WHERE counts GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
    assert (
        db.execute("SELECT month, type, status, told_by, events FROM event_months ORDER BY 1, 2, 3, 4").fetchall()
        == db.execute(counted).fetchall()
    )
    slots = Counter(slot for (row,) in db.execute("SELECT slots FROM article_months") for slot in unpacked(row))
    assert slots == dict(db.execute("SELECT slot, events FROM event_months"))
    of_country = (
        "SELECT p.country, substr(e.day, 1, 7), count(DISTINCT event) FROM parties p JOIN events e USING (event) "
        "WHERE p.role IN ('actor', 'recipient', 'place') AND e.counts AND p.country IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"
    )
    rolled = "SELECT country, month, sum(events) FROM country_months WHERE role = 'any' GROUP BY 1, 2 ORDER BY 1, 2"
    assert db.execute(rolled).fetchall() == db.execute(of_country).fetchall()
    outlets = "SELECT outlet, count(*) FROM articles GROUP BY 1 ORDER BY 1"
    rolled = "SELECT outlet, sum(articles) FROM outlet_months GROUP BY 1 ORDER BY 1"
    assert db.execute(rolled).fetchall() == db.execute(outlets).fetchall()


@pytest.mark.parametrize("table", ["events", "statements", "mentions", "contents", "times"])
def test_every_span_in_the_tables_holds_its_words(full: Corpus, table: str) -> None:
    texts = dict(full.db.execute("SELECT article, text FROM texts"))
    article = "article" if table != "contents" else "(SELECT article FROM statements s WHERE s.statement = t.statement)"
    words = "words" if table != "statements" else "NULL"
    rows = full.db.execute(f"SELECT {article}, span_start, span_end, {words} FROM {table} t").fetchall()
    assert rows
    for number, start, end, held in rows:
        assert 0 <= start < end <= len(texts[number])
        assert held is None or texts[number][start:end] == held


def test_a_reading_that_fails_half_way_leaves_nothing(corpus: Corpus, made: list[Reading]) -> None:
    corpus.db.execute("CREATE TRIGGER no BEFORE INSERT ON events WHEN new.n = 1 BEGIN SELECT raise(ABORT, 'no'); END")
    reading = next(r for r in made if len(r.events) > 1)
    with pytest.raises(sqlite3.DatabaseError):
        corpus.add_reading(reading)
    corpus.db.execute("DROP TRIGGER no")
    assert len(corpus) == corpus.status().found == 0
    assert corpus.add_reading(reading) == "read"


def test_a_lone_surrogate_is_refused_in_one_line(corpus: Corpus) -> None:
    with pytest.raises(SelonError, match="surrogate"):
        corpus.add_reading(Reading(Article("Un \ud800 mot"), INFO))
    assert len(corpus) == 0


def test_a_reading_is_found_by_hash_beginning_of_hash_and_id(full: Corpus, made: list[Reading]) -> None:
    digest = full.articles(limit=1)[0]["hash"]
    found = full.reading(digest)
    assert found
    assert full.reading(digest[:12]) == found == full.reading(found.article.id)
    assert full.reading("rien") is None


def test_what_is_no_corpus_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(SelonError, match="no such corpus"):
        connect(tmp_path / "rien")
    (tmp_path / "texte").write_text("Un texte assez long pour n'être pas un en-tête.")
    with pytest.raises(SelonError, match="cannot be opened"):
        connect(tmp_path / "texte")
    sqlite3.connect(tmp_path / "autre.db").execute("CREATE TABLE t (x)").connection.close()
    with pytest.raises(SelonError, match="no corpus"):
        connect(tmp_path / "autre.db")


def test_a_corpus_of_another_schema_is_refused(tmp_path: Path) -> None:
    with open_corpus(tmp_path / "c") as corpus:
        corpus.db.execute("UPDATE about SET value = '999' WHERE key = 'schema'")
    with pytest.raises(SelonError, match="999"):
        open_corpus(tmp_path / "c")


def test_a_reader_sees_the_corpus_while_it_is_written(tmp_path: Path, made: list[Reading]) -> None:
    with open_corpus(tmp_path / "c") as writer, open_corpus(tmp_path / "c", read_only=True) as asking:
        writer.add_reading(made[0])
        writer.db.execute("BEGIN IMMEDIATE")
        assert len(asking) == 1
        writer.db.execute("COMMIT")
        with pytest.raises(sqlite3.OperationalError):
            asking.db.execute("DELETE FROM articles")
