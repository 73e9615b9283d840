from pathlib import Path

from selon import Corpus
from selon.corpus.dictionary import described, filled

PAGE = Path(__file__).parents[2] / "docs" / "corpus.md"


def test_the_page_is_what_the_schema_says() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == filled(page), "run python -m selon.corpus.dictionary docs/corpus.md"


def test_every_table_and_view_and_each_of_their_columns_is_described(corpus: Corpus) -> None:
    shown = {one.name: one for one in described()}
    kept = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT GLOB '*_words_*'"
    assert {name for (name,) in corpus.db.execute(kept)} == set(shown)
    for name, one in shown.items():
        assert one.text, name
        columns = [d[0] for d in corpus.db.execute(f"SELECT * FROM {name} LIMIT 0").description]
        if not name.endswith("_words"):
            assert [column for column, _, _ in one.columns] == columns
