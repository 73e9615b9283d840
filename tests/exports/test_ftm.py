import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from selon.exports.chosen import Choice
from selon.exports.ftm import to_ftm
from selon.records import Mention, Reading, Span

if TYPE_CHECKING:
    from followthemoney.proxy import EntityProxy

model = pytest.importorskip("followthemoney", reason="followthemoney needs ICU's headers to install").model


def entities(readings: list[Reading], choice: Choice | None = None) -> "dict[str, EntityProxy]":
    read = [model.get_proxy(json.loads(json.dumps(entity))) for entity in to_ftm(readings, choice)]
    assert len({e.id for e in read}) == len(read)
    return {e.id: e for e in read}


def named(reading: Reading, **fields: object) -> Reading:
    """Give the reading with one resolved state among the actors of its event."""
    france = Mention(Span.of(reading.article.text, 3, 10), "state", "name", "France", "FRA", "Q142")
    return replace(reading, events=(replace(reading.events[4], actors=(france,), **fields),))  # type: ignore[arg-type]


def test_the_library_takes_every_property_and_loses_none(sample: Reading) -> None:
    for entity in to_ftm([sample, named(sample)], Choice(all_status=True)):
        proxy = model.get_proxy(entity)
        for name, values in entity["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None, name
            assert all(prop.type.validate(value) for value in values), (name, values)
            assert sorted(proxy.get(name)) == sorted(values)


def test_every_entity_that_one_names_is_there(sample: Reading) -> None:
    found = entities([sample, named(sample)], Choice(all_status=True))
    for proxy in found.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity" and prop.name != "proof":
                assert value in found, prop.name
                assert found[value].schema.is_a(prop.range), (prop.name, found[value].schema.name)


def test_an_event_says_its_status_and_a_note_who_tells_it(sample: Reading) -> None:
    found = entities([sample], Choice(all_status=True))
    events = {e.first("recordId"): e for e in found.values() if e.schema.name == "Event"}
    assert "status: alleged" in events["sample/ek"].get("keywords")
    notes = [e.first("description") for e in found.values() if e.first("entity", quiet=True) == events["sample/ek"].id]
    assert notes == ["according to Dagsposten, citing un diplomate, status alleged; characters 790–798: bombardé"]


def test_by_default_only_acts_told_as_done_are_events(sample: Reading) -> None:
    keywords = [k for e in entities([sample]).values() for k in e.get("keywords", quiet=True)]
    assert "status: actual" in keywords
    assert not any(k.startswith("status:") and k != "status: actual" for k in keywords)


def test_a_state_is_a_public_body_with_its_country_and_item(sample: Reading) -> None:
    (state,) = [e for e in entities([named(sample)]).values() if e.schema.name == "PublicBody" and e.has("wikidataId")]
    assert (state.caption, state.first("country"), state.first("wikidataId")) == ("France", "fr", "Q142")


def test_an_unresolved_actor_is_no_person(sample: Reading) -> None:
    people = {e.caption for e in entities([sample]).values() if e.schema.name == "Person"}
    assert people == {"Anders Hvalberg", "Ilona Resku"}


def test_the_text_of_an_article_comes_back_as_it_is(sample: Reading) -> None:
    (article,) = [e for e in entities([sample]).values() if e.schema.name == "Article"]
    assert article.first("bodyText") == sample.article.text


def test_one_actor_of_two_articles_is_one_entity_with_two_mentions(sample: Reading) -> None:
    other = replace(sample, article=replace(sample.article, id="other"))
    found = entities([sample, other])
    (hvalberg,) = [e for e in found.values() if e.caption == "Anders Hvalberg" and e.schema.name == "Person"]
    assert sum(e.first("resolved", quiet=True) == hvalberg.id for e in found.values()) == 2
