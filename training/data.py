"""Gold of a folder given on the command line, turned into words with labels and links.

Documents whose id hashes to 0 modulo 5 are held back, and so is every training document of which a tenth is found in
one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import annotations
import numpy as np
from labels import DEPRELS, GENDERS, HEADS, LINKS, NUMBERS, UPOS

from selon.reading.model.pieces import Pieces
from selon.reading.model.windows import words_of
from selon.reading.text import split_sentences

IGNORE = -100
TREEBANKS = ("fr_sequoia-ud-train", "fr_sequoia-ud-dev", "fr_gsd-ud-dev")
NULL = -1
Span = tuple[int, int]
SHINGLE = 8
COPIED = 0.1


@dataclass
class Document:
    """Words of a text with what is known of them.

    `labels` holds an index for each word and head; `links` are (relation, from word, to words), NULL standing for
    none and an empty list for unknown; `heads` are the syntactic heads (NULL for a root).
    """

    id: str
    kind: str
    text: str
    words: list[Span]
    pieces: list[tuple[int, ...]]
    starts: list[int]
    labels: dict[str, np.ndarray] = field(default_factory=dict)
    links: list[tuple[int, int, list[int]]] = field(default_factory=list)
    heads: np.ndarray | None = None
    gold: dict[str, Any] = field(default_factory=dict)


# ---- reading --------------------


def fifth(name: str) -> int:
    """Give which fifth of the documents an id belongs to, from 0 to 4."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 5


def held_back(name: str) -> bool:
    """Tell whether a document's id puts it in the held-back fifth."""
    return fifth(name) == 0


def for_tuning(name: str) -> bool:
    """Tell whether a report of `annotations.reports` is kept out of training, to choose thresholds on."""
    return fifth(name) == 1


def read_articles(gold: Path) -> list[dict[str, Any]]:
    """Read every annotated article."""
    return [json.loads(f.read_text("utf-8")) for f in sorted((gold / "articles").glob("*.json"))]


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """Read a file of one JSON object a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def read_treebank(path: Path) -> list[dict[str, Any]]:
    """Read a treebank as sentences of surface tokens, each with its head, relation and class."""
    blocks = path.read_text("utf-8").split("\n\n")
    return [s for b in blocks if (s := _sentence(b.splitlines()))]


def read_sentences(path: Path) -> dict[str, str]:
    """Give the texts of a treebank's sentences by their ids."""
    found, at = {}, ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# sent_id = "):
            at = line[12:].strip()
        elif line.startswith("# text = "):
            found[at] = line[9:].strip()
    return found


def _sentence(lines: list[str]) -> dict[str, Any] | None:
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    text = next((line[9:].strip() for line in lines if line.startswith("# text = ")), "")
    if not rows:
        return None
    surface: list[tuple[int, int, str]] = []
    for row in rows:
        if "-" in row[0]:
            a, b = map(int, row[0].split("-"))
            surface.append((a, b, row[1]))
        elif "." not in row[0] and not (surface and surface[-1][1] >= int(row[0])):
            surface.append((int(row[0]), int(row[0]), row[1]))
    by_id = {int(r[0]): r for r in rows if r[0].isdigit()}
    token_of = {i: k for k, (a, b, _) in enumerate(surface) for i in range(a, b + 1)}
    spans, at = [], 0
    for _, _, form in surface:
        start = text.find(form, at)
        if start < 0:
            return None
        at = start + len(form)
        spans.append((start, at))
    heads, deprels, classes, features = [], [], [], []
    for k, (a, b, _) in enumerate(surface):
        outside = [by_id[i] for i in range(a, b + 1) if token_of.get(int(by_id[i][6]), NULL) != k]
        row = outside[0]
        heads.append(token_of.get(int(row[6]), NULL))
        deprels.append(row[7])
        classes.append(row[3])
        features.append(row[5])
    return {"text": text, "spans": spans, "heads": heads, "deprels": deprels, "upos": classes, "features": features}


# ---- aligning --------------------


def locate(text: str, mention: dict[str, Any]) -> Span:
    """Give the offsets of a mention of the annotation."""
    start = -1
    for _ in range(mention.get("n", 1)):
        start = text.find(mention["text"], start + 1)
    return start, start + len(mention["text"])


def make(name: str, kind: str, text: str, pieces: Pieces, words: list[Span] | None = None) -> Document:
    """Make a document without labels."""
    words, starts = words_of(split_sentences(text)) if words is None else (words, [0])
    return Document(name, kind, text, words, pieces.of_words(text, words), starts)


def covered(document: Document, span: Span) -> range:
    """Give the indices of the words that a span touches."""
    hit = [i for i, (a, b) in enumerate(document.words) if a < span[1] and b > span[0]]
    return range(hit[0], hit[-1] + 1) if hit else range(0)


def fill(document: Document, head: str, spans: Iterable[tuple[Span, str]]) -> None:
    """Write spans of a kind as B and I; a longer span goes before the shorter ones inside it."""
    names = HEADS[head]
    out = np.zeros(len(document.words), np.int64)
    for span, kind in sorted(set(spans), key=lambda s: (s[0][0] - s[0][1], s[0][0])):
        hit = covered(document, span)
        if len(hit) and not out[hit.start : hit.stop].any():
            out[hit.start] = names.index(f"B-{kind}")
            out[hit.start + 1 : hit.stop] = names.index(f"I-{kind}")
    document.labels[head] = out


def anchor(document: Document, span: Span, skip: frozenset[str]) -> int:
    """Give the word that stands for a mention: the first one that is no determiner, else the first."""
    hit = covered(document, span)
    for i in hit:
        a, b = document.words[i]
        if document.text[a:b].lower().replace("’", "'") not in skip:
            return i
    return hit.start


def article(doc: dict[str, Any], pieces: Pieces, skip: frozenset[str]) -> Document:
    """Turn an annotated article into a document with every label but names and syntax."""
    text = doc["text"]
    out = make(doc["id"], "articles", text, pieces)
    size = len(out.words)
    for head in ("status", "act"):
        out.labels[head] = np.full(size, IGNORE)
    for head in ("type", "anchor"):
        out.labels[head] = np.zeros(size, np.int64)
    mentions = {locate(text, m) for e in doc["events"] for r in ("actors", "recipients", "places") for m in e[r]}
    mentions |= {locate(text, s["speaker"]) for s in doc["statements"] if s["speaker"]}
    fill(out, "mention", [(m, "mention") for m in mentions])
    for m in mentions:
        out.labels["anchor"][anchor(out, m, skip)] = 1
    for head, task in (("time", "times"), ("quantity", "quantities")):
        if task in doc:
            fill(out, head, [(locate(text, m), head) for m in doc[task]])
    if "names" in doc:
        fill(out, "name", [((m["start"], m["end"]), m["kind"]) for m in doc["names"]])
    _events(out, doc, skip)
    quotes = [
        {
            "content": [locate(text, c) for c in s["content"]],
            "cue": locate(text, s["cue"]) if s["cue"] else None,
            "speaker": locate(text, s["speaker"]) if s["speaker"] else None,
            "act": s["act"],
        }
        for s in doc["statements"]
    ]
    _statements(out, quotes, skip)
    out.gold = {"doc": doc, "quotes": quotes}
    return out


def _events(out: Document, doc: dict[str, Any], skip: frozenset[str]) -> None:
    for e in doc["events"]:
        hit = covered(out, locate(out.text, e["trigger"]))
        if not len(hit) or out.labels["type"][hit.start]:
            continue
        at = hit.start
        out.labels["type"][at] = HEADS["type"].index(e["type"])
        out.labels["status"][at] = HEADS["status"].index(e["status"])
        for relation, role in (("actor", "actors"), ("recipient", "recipients"), ("place", "places")):
            to = sorted({anchor(out, locate(out.text, m), skip) for m in e[role]})
            out.links.append((LINKS.index(relation), at, to or [NULL]))
        when = e["when"]
        if when is None:
            out.links.append((LINKS.index("time"), at, [NULL]))
        elif when.get("text"):
            out.links.append((LINKS.index("time"), at, [covered(out, locate(out.text, when)).start]))


def outermost(spans: list[Span]) -> tuple[list[Span], list[Span]]:
    """Split spans into those that lie in no longer one and the rest."""
    outer = [s for s in spans if not any(t != s and t[0] <= s[0] and s[1] <= t[1] for t in spans)]
    return outer, [s for s in spans if s not in outer]


def _statements(out: Document, quotes: list[dict[str, Any]], skip: frozenset[str]) -> None:
    parts = [tuple(c) for q in quotes for c in q["content"]]
    outer, inner = outermost(parts)
    fill(out, "content", [(s, "content") for s in outer])
    fill(out, "inner", [(s, "content") for s in inner])
    fill(out, "cue", [(q["cue"], "cue") for q in quotes if q["cue"]])
    for q in quotes:
        cue = covered(out, q["cue"])[-1] if q["cue"] and len(covered(out, q["cue"])) else NULL
        speaker = anchor(out, q["speaker"], skip) if q["speaker"] else NULL
        if cue != NULL:
            if q.get("act"):
                out.labels["act"][cue] = HEADS["act"].index(q["act"])
            out.links.append((LINKS.index("cue_speaker"), cue, [speaker]))
        for part in q["content"]:
            hit = covered(out, part)
            if len(hit):
                out.links.append((LINKS.index("cue"), hit.start, [cue]))
                out.links.append((LINKS.index("content_speaker"), hit.start, [speaker]))


def quoted(doc: dict[str, Any], pieces: Pieces, skip: frozenset[str]) -> Document:
    """Turn a short document with quotations into one with contents, cues and speakers."""
    out = make(doc["id"], "quotes", doc["text"], pieces)
    out.labels["act"] = np.full(len(out.words), IGNORE)
    quotes = [
        {
            "content": [tuple(c) for c in q["content"]],
            "cue": tuple(q["cue"]) if q["cue"] else None,
            "speaker": tuple(q["speaker"]) if q["speaker"] else None,
        }
        for q in doc["quotes"]
    ]
    _statements(out, quotes, skip)
    del out.labels["inner"], out.labels["act"]
    out.gold = {"quotes": quotes}
    return out


def timed(doc: dict[str, Any], pieces: Pieces) -> Document:
    """Turn a document with times into one with that label."""
    out = make(doc["id"], "times", doc["text"], pieces)
    fill(out, "time", [((t["start"], t["end"]), "time") for t in doc["times"]])
    out.gold = {"times": doc["times"]}
    return out


def named(doc: dict[str, Any], pieces: Pieces) -> Document:
    """Turn a document with names into one with that label."""
    out = make(doc["id"], "names", doc["text"], pieces)
    fill(out, "name", [((m["start"], m["end"]), m["kind"]) for m in doc["names"]])
    out.gold = {"names": doc["names"]}
    return out


def relation(name: str) -> int:
    """Give the index of a relation, of its general form where the label set lacks it."""
    known = name if name in DEPRELS else name.split(":")[0]
    return DEPRELS.index(known if known in DEPRELS else "dep")


def number_and_gender(features: str) -> tuple[int, int]:
    """Give the indices of a word's number and gender."""
    number = "plural" if "Number=Plur" in features else "singular" if "Number=Sing" in features else "none"
    gender = "feminine" if "Gender=Fem" in features else "masculine" if "Gender=Masc" in features else "none"
    return NUMBERS.index(number), GENDERS.index(gender)


def trees(sentences: list[dict[str, Any]], name: str, pieces: Pieces, together: int = 10) -> Iterator[Document]:
    """Join sentences into documents with classes, heads and relations."""
    for k in range(0, len(sentences), together):
        group = sentences[k : k + together]
        text, words, heads, deprels, classes, starts = "", [], [], [], [], []
        kinds: list[tuple[int, int]] = []
        for s in group:
            base = len(words)
            starts.append(base)
            words += [(a + len(text), b + len(text)) for a, b in s["spans"]]
            heads += [h + base if h != NULL else NULL for h in s["heads"]]
            deprels += [relation(d) for d in s["deprels"]]
            classes += [UPOS.index(c) if c in UPOS else IGNORE for c in s["upos"]]
            kinds += [number_and_gender(f) for f in s["features"]]
            text += s["text"] + "\n"
        out = make(f"{name}-{k}", "trees", text, pieces, words)
        out.starts = starts
        out.heads = np.array(heads)
        numbers, genders = np.array(kinds).T
        out.labels = {"upos": np.array(classes), "deprel": np.array(deprels), "number": numbers, "gender": genders}
        yield out


# ---- all together --------------------


def shingles(text: str) -> set[str]:
    """Give the runs of eight words of a text, by which copies are known."""
    words = text.lower().split()
    return {" ".join(words[i : i + SHINGLE]) for i in range(max(0, len(words) - SHINGLE + 1))}


def copied(text: str, copies: set[str]) -> bool:
    """Tell whether a tenth of a text's runs of words are found in held-back texts."""
    runs = shingles(text)
    return len(runs & copies) > COPIED * len(runs)


def merged(documents: Iterable[Document]) -> list[Document]:
    """Make one document of those with the same text."""
    found: dict[str, Document] = {}
    for d in documents:
        known = found.setdefault(d.text, d)
        if known is not d:
            first, second = (known, d) if known.kind == "articles" else (d, known)
            found[d.text] = replace(first, labels=second.labels | first.labels, links=first.links + second.links)
    return list(found.values())


def load(
    gold: Path, pieces: Pieces, skip: frozenset[str], folds: Collection[int] = ()
) -> tuple[list[Document], list[Document]]:
    """Give the documents to train on and those held back (the treebank test sets among them).

    `folds` are further fifths of the gold that a trial leaves out, so that it reads them as it reads new reports.
    """
    articles, with_names = read_articles(gold), read_jsonl(gold / "names/winer-french-dev.jsonl")
    everything = [article(d, pieces, skip) for d in articles]
    everything += [named(d, pieces) for d in with_names]
    with_quotes = read_jsonl(gold / "statements/french-news-dev.jsonl")
    with_times = read_jsonl(gold / "times/french-timebank-dev.jsonl")
    everything += [quoted(d, pieces, skip) for d in with_quotes]
    everything += [timed(d, pieces) for d in with_times]
    aside = [d for d in everything if fifth(d.id) in folds]
    everything = [d for d in everything if fifth(d.id) not in folds]
    held = [d for d in everything if held_back(d.id)]
    for name in ("fr_gsd-ud-test", "fr_sequoia-ud-test"):
        held += trees(read_treebank(gold / "ud" / f"{name}.conllu"), name, pieces)
    copies = {s for d in [*held, *aside] for s in shingles(d.text)}
    everything += [article(d, pieces, skip) for d in annotations.reports(with_names) if not for_tuning(d["id"])]
    everything += [article(d, pieces, skip) for d in annotations.passages(with_quotes + with_times)]
    everything += [named(d, pieces) for d in annotations.names(articles)]
    everything += [replace(article(d, pieces, skip), kind="own") for d in annotations.own()]
    everything += [replace(article(d, pieces, skip), kind="retold") for d in annotations.own("retold.jsonl")]
    texts = {k: v for name in TREEBANKS for k, v in read_sentences(gold / "ud" / f"{name}.conllu").items()}
    everything += [replace(article(d, pieces, skip), kind="sentences") for d in annotations.sentences(texts)]
    train = merged([d for d in everything if not held_back(d.id) and not copied(d.text, copies)])
    for name in TREEBANKS:
        sentences = [s for s in read_treebank(gold / "ud" / f"{name}.conllu") if not copied(s["text"], copies)]
        train += trees(sentences, name, pieces)
    return train, held
