import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from selon.exports.gold import occurrence, to_gold
from selon.records import Reading, Span


def locate(text: str, words: dict[str, Any]) -> int:
    """Find words in a text as a reader of annotation files does."""
    start = -1
    for _ in range(words.get("n", 1)):
        start = text.index(words["text"], start + 1)
    return start


def test_every_span_is_found_again_at_its_place(sample: Reading) -> None:
    gold = json.loads(json.dumps(to_gold(sample)))
    found = {locate(sample.article.text, e["trigger"]) for e in gold["events"]}
    assert found == {e.trigger.start for e in sample.events}
    contents = {locate(sample.article.text, c) for s in gold["statements"] for c in s["content"]}
    assert contents == {c.start for s in sample.statements for c in s.content}


@given(st.text(alphabet="ab", min_size=1, max_size=12), st.data())
def test_an_occurrence_counts_overlaps(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span.of(text, start, data.draw(st.integers(start + 1, len(text))))
    assert locate(text, {"text": span.text, "n": occurrence(text, span)}) == start


def test_ids_are_short_and_links_follow_them(sample: Reading) -> None:
    gold = to_gold(sample)
    ids = {s["id"] for s in gold["statements"]}
    assert ids == {f"s{n}" for n in range(1, len(sample.statements) + 1)}
    assert {i for e in gold["events"] for i in e["according_to"]} <= ids
    (repeat,) = [e for e in gold["events"] if e["same_as"]]
    assert repeat["trigger"] == {"text": "déploiement"}


def test_status_and_a_time_without_words_are_kept(sample: Reading) -> None:
    gold = to_gold(sample)
    assert [e["status"] for e in gold["events"]].count("negated") == sum(e.status == "negated" for e in sample.events)
    assert all(set(e["when"]) >= {"text", "begin", "end"} for e in gold["events"] if e["when"])
