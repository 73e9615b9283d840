from hypothesis import given
from hypothesis import strategies as st

from selon.exports.segments import Segment, segments


@st.composite
def text_and_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(st.text(max_size=60))
    offset = st.integers(-3, len(text) + 3)
    return text, draw(st.lists(st.tuples(offset, offset), max_size=12))


@given(text_and_spans(), st.lists(st.integers(-2, 70), max_size=5))
def test_the_segments_put_together_are_the_text(drawn: tuple[str, list[tuple[int, int]]], cuts: list[int]) -> None:
    text, spans = drawn
    assert "".join(text[s.start : s.end] for s in segments(len(text), spans, cuts)) == text


@given(text_and_spans())
def test_a_segment_lies_wholly_inside_or_outside_every_span(drawn: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = drawn
    for segment in segments(len(text), spans):
        inside = [n for n, (start, end) in enumerate(spans) if start <= segment.start and segment.end <= end]
        touching = [n for n, (start, end) in enumerate(spans) if max(start, segment.start) < min(end, segment.end)]
        assert list(segment.over) == inside == touching


@given(text_and_spans())
def test_no_segment_is_empty_and_each_begins_where_the_last_ended(drawn: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = drawn
    end = 0
    for segment in segments(len(text), spans):
        assert segment.start == end < segment.end
        end = segment.end
    assert end == len(text)


def test_overlapping_spans_share_the_segment_between_them() -> None:
    assert segments(10, [(0, 6), (4, 8)]) == [
        Segment(0, 4, (0,)),
        Segment(4, 6, (0, 1)),
        Segment(6, 8, (1,)),
        Segment(8, 10),
    ]


def test_an_empty_text_has_no_segments() -> None:
    assert segments(0, [(0, 3)]) == []


def test_a_cut_parts_a_segment_without_covering_it() -> None:
    assert segments(4, [(0, 4)], [2]) == [Segment(0, 2, (0,)), Segment(2, 4, (0,))]
