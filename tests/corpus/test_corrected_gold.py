import json
from dataclasses import replace
from pathlib import Path

from selon import Corpus, Reading
from selon.exports.gold import to_gold, write_gold


def test_corrected_articles_are_written_one_file_each(corpus: Corpus, made: list[Reading], tmp_path: Path) -> None:
    corpus.add_reading(made[0])
    corpus.change(made[0].events[0].id, {"status": "planned"})
    assert write_gold(corpus.readings(), tmp_path / "gold") == 1
    (file,) = (tmp_path / "gold").iterdir()
    data = json.loads(file.read_text(encoding="utf-8"))
    assert data["events"][0]["status"] == "planned"
    assert data == to_gold(next(corpus.readings()))


def test_articles_with_the_same_id_get_a_file_each(made: list[Reading], tmp_path: Path) -> None:
    same = [replace(r, article=replace(r.article, id="un/deux")) for r in made[:3]]
    assert write_gold(same, tmp_path) == 3
    assert sorted(file.name for file in tmp_path.iterdir()) == ["un_deux.json", "un_deux_.json", "un_deux__.json"]
