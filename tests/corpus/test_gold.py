import json
from pathlib import Path

from selon import Corpus, Reading
from selon.corpus.gold import to_gold, write_gold


def located(text: str, mention: dict[str, object]) -> int:
    """Find an annotated mention the way readers of the format do."""
    start = -1
    for _ in range(int(str(mention.get("n", 1)))):
        start = text.index(str(mention["text"]), start + 1)
    return start


def test_annotations_lead_back_to_the_spans(made: list[Reading]) -> None:
    for reading in made[:20]:
        gold = to_gold(reading)
        for annotated, event in zip(gold["events"], reading.events, strict=True):
            assert located(gold["text"], annotated["trigger"]) == event.trigger.start
            pairs = zip(annotated["actors"], event.actors, strict=True)
            assert all(located(gold["text"], a) == m.span.start for a, m in pairs)
        told = {s["id"] for s in gold["statements"]}
        assert all(set(e["according_to"]) <= told for e in gold["events"])


def test_corrected_articles_are_written_one_file_each(corpus: Corpus, made: list[Reading], tmp_path: Path) -> None:
    corpus.add_reading(made[0])
    corpus.change(made[0].events[0].id, {"status": "planned"})
    assert write_gold(corpus.readings(), tmp_path / "gold") == 1
    (file,) = (tmp_path / "gold").iterdir()
    data = json.loads(file.read_text(encoding="utf-8"))
    assert data["events"][0]["status"] == "planned"
    assert set(data) == {
        "id",
        "lang",
        "published",
        "outlet",
        "url",
        "text",
        "statements",
        "events",
        "times",
        "quantities",
    }
