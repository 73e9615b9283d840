"""Annotations of our own, kept apart from the texts that they point into.

`annotations/reports.jsonl` has statements and events of reports that the gold gives with names only,
`annotations/names.jsonl` names of reports that it gives without, `annotations/names_held_back.jsonl` those of the
held-back ones, which nothing is trained on, `annotations/passages.jsonl` all three of the short documents that it gives
with quotations or times only, `annotations/sentences.jsonl` of sentences, or stretches of
sentences, of the treebanks. A line is a report: `id`, `sha256` of its text, and the records of the annotation format
with each mention as a pair of offsets. A line whose text is missing or another one is left out.
`annotations/own.jsonl` has reports of our own writing, with their texts and names, `annotations/retold.jsonl` real
affairs told again in our own words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "annotations"
MENTIONS = ("actors", "recipients", "places")


def digest(text: str) -> str:
    """Give the hash by which a text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()


def matching(name: str, documents: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Give each line of a file of annotations with the document it belongs to."""
    known = {d["id"]: d for d in documents}
    for found in _lines(name):
        document = known.get(found["id"])
        if document and digest(document["text"]) == found["sha256"]:
            yield found, document


def reports(documents: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give annotated reports in the form of the gold's articles, without times and quantities."""
    return [
        {"id": found["id"], "published": document["published"], "text": document["text"], **_unfolded(found, document)}
        for found, document in matching("reports.jsonl", documents)
    ]


def names(documents: Iterable[dict[str, Any]], file: str = "names.jsonl") -> list[dict[str, Any]]:
    """Give reports with names in the form of the gold's."""
    return [
        {"id": found["id"], "published": document["published"], "text": document["text"], "names": _names(found)}
        for found, document in matching(file, documents)
    ]


def passages(documents: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give annotated short documents in the form of the gold's articles, with `names`."""
    return [
        {"id": found["id"], "text": document["text"], **_unfolded(found, document), "names": _names(found)}
        for found, document in matching("passages.jsonl", documents)
    ]


def sentences(known: Mapping[str, str]) -> list[dict[str, Any]]:
    """Give annotated sentences of treebanks, several in one text where they follow each other, as `passages` does."""
    wanted = ((found, [known.get(i) for i in found["sentences"]]) for found in _lines("sentences.jsonl"))
    documents = [{"id": found["id"], "text": " ".join(texts)} for found, texts in wanted if None not in texts]
    return [
        document | _unfolded(found, document) | {"names": _names(found)}
        for found, document in matching("sentences.jsonl", documents)
    ]


def own(name: str = "own.jsonl") -> list[dict[str, Any]]:
    """Give the reports of our own writing, or those retold, in the form of the gold's articles, with `names`."""
    return [document | _unfolded(document, document) | {"names": _names(document)} for document in _lines(name)]


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]


def _names(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"start": a, "end": b, "kind": kind} for a, b, kind in found["names"]]


def _unfolded(found: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    text = document["text"]
    statements = [
        s
        | {"content": [_mention(text, c) for c in s["content"]]}
        | {k: _mention(text, s[k]) for k in ("cue", "speaker")}
        for s in found["statements"]
    ]
    events = [
        e
        | {"trigger": _mention(text, e["trigger"]), "when": _mention(text, e["when"])}
        | {k: [_mention(text, m) for m in e[k]] for k in MENTIONS}
        for e in found["events"]
    ]
    return {"statements": statements, "events": events}


def _mention(text: str, value: Any) -> Any:
    """Turn offsets, alone or under `at` beside other fields, into a text and which place of it is meant."""
    if value is None:
        return None
    fields = value if isinstance(value, dict) else {"at": value}
    if fields["at"] is None:
        return {**fields, "text": None}
    start, end = fields["at"]
    words = text[start:end]
    n, at = 0, -1
    while at < start:
        at = text.find(words, at + 1)
        n += 1
    return {**{k: v for k, v in fields.items() if k != "at"}, "text": words, "n": n}
