import json
from dataclasses import replace

from jsonschema import Draft202012Validator

from selon.exports.chosen import Choice
from selon.exports.timeline import to_timeline
from selon.records import Reading, When

DATE = {
    "type": "object", "required": ["year"], "additionalProperties": False,
    "properties": {"year": {"type": "integer"}, "month": {"type": "integer", "minimum": 1, "maximum": 12},
                   "day": {"type": "integer", "minimum": 1, "maximum": 31}},
}  # fmt: skip
# The objects of https://timeline.knightlab.com/docs/json-format.html that an export may hold.
SCHEMA = {
    "type": "object", "required": ["events"], "additionalProperties": False,
    "properties": {"events": {"type": "array", "items": {
        "type": "object", "required": ["start_date", "text"], "additionalProperties": False,
        "properties": {
            "start_date": DATE, "end_date": DATE, "group": {"type": "string"}, "unique_id": {"type": "string"},
            "display_date": {"type": "string"},
            "text": {"type": "object", "properties": {"headline": {"type": "string"}, "text": {"type": "string"}}},
        },
    }}},
}  # fmt: skip


def slides(reading: Reading, choice: Choice | None = None) -> dict[str, dict]:  # type: ignore[type-arg]
    timeline = json.loads(json.dumps(to_timeline([reading], choice)))
    Draft202012Validator(SCHEMA).validate(timeline)
    return {slide["unique_id"]: slide for slide in timeline["events"]}


def test_a_timeline_follows_the_published_format(sample: Reading) -> None:
    assert slides(sample, Choice(all_status=True)).keys() == {"sample-ea", "sample-ec", "sample-ek"}


def test_by_default_a_timeline_shows_what_is_told_as_done(sample: Reading) -> None:
    choice = Choice()
    assert slides(sample, choice).keys() == {"sample-ec"}
    assert choice.left_out["status"] == sum(e.status != "actual" for e in sample.events)


def test_a_slide_says_its_status_and_who_tells_it(sample: Reading) -> None:
    slide = slides(sample, Choice(all_status=True))["sample-ek"]
    assert "alleged" in slide["text"]["headline"]
    assert "according to Dagsposten, citing un diplomate" in slide["text"]["text"]
    assert "aurait bombardé" in slide["text"]["text"]


def test_several_days_have_an_end_and_one_day_none(sample: Reading) -> None:
    assert slides(sample)["sample-ec"]["end_date"] == {"year": 2022, "month": 1, "day": 16}
    event = replace(sample.events[2], when=When(None, "2022-01-10", "2022-01-10"))
    assert "end_date" not in slides(replace(sample, events=(event,)))["sample-ec"]


def test_words_of_an_article_are_no_markup(sample: Reading) -> None:
    hostile = replace(sample, article=replace(sample.article, title="<script>alert(1)</script>", url="javascript:x"))
    text = slides(hostile)["sample-ec"]["text"]["text"]
    assert "<script>" not in text
    assert "javascript:" not in text


def test_slides_stand_in_the_order_of_time(sample: Reading) -> None:
    starts = [s["start_date"] for s in slides(sample, Choice(all_status=True)).values()]
    assert starts == sorted(starts, key=lambda d: (d["year"], d["month"], d["day"]))
