import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from selon.exports.json import to_json, to_jsonl
from selon.records import Article, Quantity, ReaderInfo, Reading, Span

ODD = 'a\u2028b\u2029c\x85d\x0be\x00f"g\\h\n\r i'


def bare(text: str) -> Reading:
    return Reading(Article(text), ReaderInfo("0", "none"))


def test_a_reading_comes_back_the_same(sample: Reading) -> None:
    assert Reading.from_dict(json.loads(to_json(sample))) == sample


def test_french_is_written_as_it_is(sample: Reading) -> None:
    assert "s’inquiète" in to_json(sample)


def test_each_reading_is_one_line(sample: Reading) -> None:
    lines = list(to_jsonl([sample, bare(ODD), sample]))
    assert [len(line.splitlines()) for line in lines] == [1, 1, 1]
    assert json.loads(lines[1])["article"]["text"] == ODD


def test_no_readings_are_no_lines() -> None:
    assert list(to_jsonl([])) == []


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=[])))
def test_any_text_is_written_as_utf8_on_one_line(text: str) -> None:
    line = to_json(bare(text))
    assert len(line.encode().decode().splitlines()) == 1
    assert json.loads(line)["article"]["text"] == text.encode("utf-16", "surrogatepass").decode(
        "utf-16", "surrogatepass"
    )


def test_a_number_that_is_not_finite_is_null(sample: Reading) -> None:
    endless = Quantity(Span.of(sample.article.text, 0, 2), 1, float("inf"), "x", "people")
    assert (
        json.loads(to_json(replace(sample, quantities=(*sample.quantities[:5], endless))))["quantities"][5]["high"]
        is None
    )
