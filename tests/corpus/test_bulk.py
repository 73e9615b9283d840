from benchmarks.bulk import multiply

from selon import Corpus, Reading


def test_a_corpus_filled_in_bulk_is_as_if_its_readings_had_been_added(corpus: Corpus, made: list[Reading]) -> None:
    for reading in made[:20]:
        corpus.add_reading(reading)
    base = len(corpus)
    multiply(corpus.db, 2 * base + 3, seed=1)
    assert len(corpus) == 2 * base + 3
    readings = list(corpus.readings())
    assert [len(r.events) for r in readings[base : 2 * base]] == [len(r.events) for r in readings[:base]]
    assert len({r.article.text for r in readings}) == len(readings)
    (counted,) = corpus.db.execute("SELECT sum(counts) FROM events").fetchone()
    for rollup in ("event_days", "event_months"):
        assert corpus.db.execute(f"SELECT sum(events) FROM {rollup}").fetchone() == (counted,)
    assert corpus.db.execute("SELECT sum(length(slots) / 4) FROM article_months").fetchone() == (counted,)
    assert len(corpus.articles(text="numéro")) == base + 3
