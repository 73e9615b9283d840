import json
from typing import Any

from jsonschema import Draft202012Validator
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from selon.exports.web_annotation import CONTEXT, to_web_annotations
from selon.records import Reading

OA = Namespace("http://www.w3.org/ns/oa#")
# The part of the W3C context that an export uses, since tests have no network.
LOCAL_CONTEXT = {
    "oa": str(OA), "as": "http://www.w3.org/ns/activitystreams#", "dcterms": "http://purl.org/dc/terms/",
    "rdf": str(RDF), "xsd": "http://www.w3.org/2001/XMLSchema#", "foaf": "http://xmlns.com/foaf/0.1/",
    "id": {"@id": "@id", "@type": "@id"}, "type": {"@id": "@type", "@type": "@id"},
    "Annotation": "oa:Annotation", "AnnotationPage": "as:OrderedCollectionPage", "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource", "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector", "Software": "as:Application",
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"}, "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "classifying": "oa:classifying", "identifying": "oa:identifying", "linking": "oa:linking", "tagging": "oa:tagging",
    "describing": "oa:describing", "generator": {"@type": "@id", "@id": "as:generator"}, "name": "foaf:name",
    "value": "rdf:value", "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
}  # fmt: skip
MOTIVES = {"enum": ["classifying", "describing", "identifying", "linking", "tagging"]}
BODY = {
    "type": "object", "required": ["type", "purpose"],
    "properties": {"type": {"enum": ["TextualBody", "SpecificResource"]}, "purpose": MOTIVES},
}  # fmt: skip
TARGET = {
    "type": "object", "required": ["source", "selector"],
    "properties": {
        "source": {"type": "string", "pattern": "^(https?:|urn:)"},
        "selector": {"type": "array", "minItems": 2, "items": {"oneOf": [
            {"required": ["type", "start", "end"], "properties": {"type": {"const": "TextPositionSelector"}}},
            {"required": ["type", "exact"], "properties": {"type": {"const": "TextQuoteSelector"}}},
        ]}},
    },
}  # fmt: skip
# What https://www.w3.org/TR/annotation-model/ asks of a page and of the annotations in it.
SCHEMA = {
    "type": "object", "required": ["@context", "id", "type", "items"],
    "properties": {"@context": {"const": CONTEXT}, "type": {"const": "AnnotationPage"}, "items": {
        "type": "array", "items": {
            "type": "object", "required": ["id", "type", "body", "target", "motivation"],
            "properties": {
                "id": {"type": "string", "pattern": "^urn:"}, "type": {"const": "Annotation"}, "motivation": MOTIVES,
                "body": {"type": "array", "items": BODY},
                "target": {"oneOf": [TARGET, {"type": "array", "minItems": 2, "items": TARGET}]},
            },
        },
    }},
}  # fmt: skip


def page(reading: Reading) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(to_web_annotations([reading])))
    return read


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def graph(reading: Reading) -> Graph:
    return Graph().parse(data=json.dumps(page(reading) | {"@context": LOCAL_CONTEXT}), format="json-ld")


def test_a_page_follows_the_annotation_model(sample: Reading) -> None:
    Draft202012Validator(SCHEMA).validate(page(sample))


def test_ids_are_there_once(sample: Reading) -> None:
    ids = [a["id"] for a in page(sample)["items"]]
    assert len(ids) == len(set(ids))


def test_both_selectors_give_the_same_words(sample: Reading) -> None:
    text = sample.article.text
    for annotation in page(sample)["items"]:
        for target in targets(annotation):
            position, quote = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_rdflib_reads_every_event_with_its_status_and_place(sample: Reading) -> None:
    read = graph(sample)
    for event in sample.events:
        node = URIRef(f"urn:selon:sample:{event.id}")
        values = {str(v) for body in read.objects(node, OA.hasBody) for v in read.objects(body, RDF.value)}
        assert {f"type: {event.type}", f"status: {event.status}"} <= values
        (target,) = read.objects(node, OA.hasTarget)
        starts = {s.toPython() for sel in read.objects(target, OA.hasSelector) for s in read.objects(sel, OA.start)}
        assert starts == {event.trigger.start}


def test_every_event_says_who_tells_it(sample: Reading) -> None:
    read = graph(sample)
    told = Literal("according to: Dagsposten > un diplomate")
    assert list(read.subjects(RDF.value, told))
    assert list(read.subjects(RDF.value, Literal("according to: Agence du Nord")))


def test_parts_link_to_their_record(sample: Reading) -> None:
    items = {a["id"]: a for a in page(sample)["items"]}
    part = items["urn:selon:sample:ek.1"]
    assert part["motivation"] == "linking"
    assert {"type": "SpecificResource", "source": "urn:selon:sample:ek", "purpose": "linking"} in part["body"]
