"""Score a checkpoint or an exported model on the held-back documents and on those it was trained on.

usage: evaluate.py --build FOLDER --gold FOLDER (--checkpoint FILE | --model FOLDER)
                   [--out FIGURES.json] [--part held|train|both] [--syntax]

The figures stand apart from the reader's: spans, types and links as the model alone proposes them.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from data import NULL, Document, load, locate
from labels import DEPRELS, LINKS, PARTIES, SINGLE_LINKS, UPOS
from proposing import Proposal, propose, quotations, several
from questions import questions

from selon.reading.model.decode import log_softmax, tree
from selon.reading.model.pieces import Pieces
from selon.reading.model.seen import Seen
from selon.reading.model.session import Model

EDGE = " \t\r\n\u00a0\u202f,.;:!?\"'’«»()[]“”"
ARTICLE = re.compile(r"(?:le|la|les|un|une|du|des|au|aux|the)\s+|[ld]['’]", re.I)
ACCEPT = 0.36  # half of the F to be expected, where F is highest (Lipton et al. 2014)
Span = tuple[int, int]


def prf(right: float, predicted: float, gold: float) -> dict[str, float]:
    """Give precision, recall and F in per cent, and the gold's size."""
    p, r = right / max(predicted, 1), right / max(gold, 1)
    return {
        "P": round(100 * p, 1),
        "R": round(100 * r, 1),
        "F": round(200 * p * r / max(p + r, 1e-9), 1),
        "gold": int(gold),
    }


class Tally:
    """Counts of right, predicted and gold by task; shares by task."""

    def __init__(self) -> None:
        self.n: Counter[tuple[str, str]] = Counter()

    def sets(self, task: str, gold: Iterable[Any], predicted: Iterable[Any]) -> None:
        """Count two sets."""
        g, p = set(gold), set(predicted)
        self.add(task, len(g & p), len(p), len(g))

    def add(self, task: str, right: int, predicted: int, gold: int) -> None:
        """Count numbers."""
        for key, value in (("right", right), ("predicted", predicted), ("gold", gold)):
            self.n[task, key] += value

    def share(self, task: str, right: bool) -> None:
        """Count one case of a share."""
        self.n[task, "hit"] += right
        self.n[task, "of"] += 1

    def figures(self) -> dict[str, Any]:
        """Give every figure."""
        out: dict[str, Any] = {}
        for task in sorted({t for t, _ in self.n}):
            if self.n[task, "of"]:
                out[task] = {
                    "share": round(100 * self.n[task, "hit"] / self.n[task, "of"], 1),
                    "of": self.n[task, "of"],
                }
            else:
                out[task] = prf(self.n[task, "right"], self.n[task, "predicted"], self.n[task, "gold"])
        return out


def trim(text: str, span: Span) -> Span:
    """Cut outer punctuation off."""
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def bare(text: str, span: Span) -> Span:
    """Cut outer punctuation and a leading article off."""
    start, end = trim(text, span)
    found = ARTICLE.match(text, start, end)
    return (found.end() if found and found.end() < end else start), end


def overlaps(a: Span, b: Span) -> bool:
    """Tell whether two spans share a character."""
    return min(a[1], b[1]) > max(a[0], b[0])


def matched(gold: list[Span], predicted: list[Span]) -> list[tuple[int, int]]:
    """Pair spans one to one by overlap, the longest overlap first."""
    pairs = sorted(
        (
            (max(0, min(g[1], p[1]) - max(g[0], p[0])), -i, -j)
            for i, g in enumerate(gold)
            for j, p in enumerate(predicted)
        ),
        reverse=True,
    )
    left, right, out = set(), set(), []
    for size, i, j in pairs:
        if size > 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((-i, -j))
    return out


def score_names(d: Document, p: Proposal, t: Tally) -> None:
    """Score exact spans by kind, outer punctuation off."""
    for kind in ("person", "place", "organisation"):
        gold = {bare(d.text, (m["start"], m["end"])) for m in d.gold["names"] if m["kind"] == kind}
        t.sets(f"name {kind}", gold, {bare(d.text, (m.start, m.end)) for m in p.names if m.kind == kind})


def score_times(d: Document, gold: list[Span], found: list[Any], task: str, t: Tally) -> None:
    """Score times or quantities, strict and relaxed."""
    gs, ps = [trim(d.text, g) for g in gold], [trim(d.text, (m.start, m.end)) for m in found]
    t.sets(f"{task} strict", gs, ps)
    t.add(f"{task} relaxed", len(matched(gs, ps)), len(ps), len(gs))


def characters(text: str, spans: list[Span]) -> set[int]:
    """Give the letters and digits that spans cover."""
    return {i for a, b in spans for i in range(a, b) if text[i].isalnum()}


def score_statements(d: Document, p: Proposal, t: Tally, prefix: str) -> None:
    """Score contents at Jaccard 0.5, and with an overlapping speaker; broken quotations are joined by their cue."""
    predicted = [(characters(d.text, q.content), q.speaker) for q in quotations(p, d.text)]
    gold = [(characters(d.text, q["content"]), q["speaker"]) for q in d.gold["quotes"]]

    def near_enough(g: Any, q: Any) -> float:
        same = len(g[0] & q[0]) / max(1, len(g[0] | q[0]))
        return same + 0.001 * _same(g[1], q[1]) if same >= 0.5 else 0.0

    pairs = sorted(
        ((near_enough(g, q), -i, -j) for i, g in enumerate(gold) for j, q in enumerate(predicted)), reverse=True
    )
    left, right, hits, told = set(), set(), 0, 0
    for s, i, j in pairs:
        if s > 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            hits += 1
            told += _same(gold[-i][1], predicted[-j][1])
    t.add(f"{prefix} span", hits, len(predicted), len(gold))
    t.add(f"{prefix} attributed", told, len(predicted), len(gold))
    t.add(
        f"{prefix} cue",
        len(matched([q["cue"] for q in d.gold["quotes"] if q["cue"]], [c[:2] for c in p.cues])),
        len(p.cues),
        len({q["cue"] for q in d.gold["quotes"] if q["cue"]}),
    )


def _same(a: Span | None, b: Span | None) -> bool:
    return a is b if a is None or b is None else overlaps(a, b)


def score_events(d: Document, p: Proposal, t: Tally) -> None:
    """Score triggers, types, status, and the links of rightly typed triggers as groups."""
    doc = d.gold["doc"]
    found = [(k, x) for k, x in enumerate(p.triggers) if x.score >= ACCEPT]
    gold = [(locate(d.text, e["trigger"]), e) for e in doc["events"]]
    pairs = matched([s for s, _ in gold], [x[:2] for _, x in found])
    t.add("trigger", len(pairs), len(found), len(gold))
    typed = [(gold[i][1], *found[j]) for i, j in pairs if gold[i][1]["type"] == found[j][1].type]
    t.add("trigger typed", len(typed), len(found), len(gold))
    for e, k, x in typed:
        t.share("status of typed", e["status"] == x.status)
        for kind, role in (("actor", "actors"), ("recipient", "recipients"), ("place", "places")):
            gs = [locate(d.text, m) for m in e[role]]
            ps = [k2.to_span for k2 in p.links if k2.kind == kind and k2.from_index == k and k2.score >= 0.5]
            right = all(any(overlaps(g, q) for q in ps) for g in gs) and all(
                any(overlaps(g, q) for g in gs) for q in ps
            )
            t.share(f"{kind} group of typed", right)


def score_mentions(d: Document, p: Proposal, t: Tally) -> None:
    """Score mentions by overlap."""
    doc = d.gold["doc"]
    gold = {locate(d.text, m) for e in doc["events"] for r in ("actors", "recipients", "places") for m in e[r]}
    gold |= {locate(d.text, s["speaker"]) for s in doc["statements"] if s["speaker"]}
    t.add("mention relaxed", len(matched(sorted(gold), [m[:2] for m in p.mentions])), len(p.mentions), len(gold))


def score_links(d: Document, s: Seen, t: Tally) -> None:
    """Score links given the gold: for each gold word that links, the right ones among the gold's candidates."""
    anchors = set(np.flatnonzero(d.labels["anchor"] == 1).tolist()) if "anchor" in d.labels else set()
    times = {to for r, _, ts in d.links for to in ts if LINKS[r] == "time" and to != NULL}
    cues = {to for r, _, ts in d.links for to in ts if LINKS[r] == "cue" and to != NULL}
    speakers = {to for r, _, ts in d.links for to in ts if LINKS[r].endswith("speaker") and to != NULL}
    for r, i, to in d.links:
        kind = LINKS[r]
        w = next(k for k, x in enumerate(s.windows) if x.own <= i < x.end)
        window = s.windows[w]
        pool = {"time": times, "cue": cues}.get(kind, anchors or speakers)
        inside = sorted(c for c in pool if window.start <= c < window.end)
        row = s.links[w][r, i - window.start + 1]
        if kind in SINGLE_LINKS:
            columns = [0] + [c - window.start + 1 for c in inside]
            best = ([NULL, *inside])[int(row[columns].argmax())]
            t.share(f"link {kind}", best == to[0])
            if to[0] != NULL:
                t.share(f"link {kind} where there is one", best == to[0])
        else:
            chances = np.exp(log_softmax(row))
            scores = several(chances[[c - window.start + 1 for c in inside]], float(chances[0]))
            chosen = {c for c, score in zip(inside, scores, strict=True) if score >= 0.5}
            t.share(f"link {kind} whole group", chosen == {x for x in to if x != NULL})
            t.sets(f"link {kind} pairs", {x for x in to if x != NULL}, chosen)
            if inside and to[0] != NULL:
                t.share(
                    f"link {kind} best one", inside[int(row[[c - window.start + 1 for c in inside]].argmax())] in to
                )


def score_questions(d: Document, s: Seen, model: Model, t: Tally) -> None:
    """Score the likeliest word, or nobody, of both looks at each annotated act and content."""
    asked = [q for w in s.windows for q in questions(d, w.start, w.end)]
    closer = model.look_closer(s, [q.marked for q in asked])
    for question in asked:
        window, links = next((w, x) for w, x in zip(s.windows, s.links, strict=True) if question.marked.first < w.end)
        for relation, linked in question.linked.items():
            kind = f"{relation} {'nobody' if NULL in linked else 'somebody'}"
            best = int(links[LINKS.index(relation), question.marked.first - window.start + 1].argmax()) - 1
            t.share(f"first look {kind}", (NULL if best < 0 else best + window.start) in linked)
            if closeup := closer.get(question.marked):
                best = int(closeup.parties[PARTIES.index(relation)].argmax()) - 1
                t.share(f"closer look {kind}", (NULL if best < 0 else closeup.words[best]) in linked)


def score_trees(d: Document, s: Seen, t: Tally, name: str) -> None:
    """Score classes, heads and relations, punctuation counted as the CoNLL scorer does."""
    relations = s.logits["deprel"].copy()
    relations[:, DEPRELS.index("root")] = -1e9
    best, classes = relations.argmax(axis=1), s.logits["upos"].argmax(axis=1)
    bounds = [*d.starts, len(d.words)]
    for a, b in itertools.pairwise(bounds):
        w = next(k for k, x in enumerate(s.windows) if x.own <= a < x.end)
        window = s.windows[w]
        if b > window.end:
            for _ in range(a, b):
                t.share(f"{name} UAS", False)
            continue
        lo, hi = a - window.start + 1, b - window.start + 1
        for i, h in enumerate(tree(s.arcs[w][lo:hi][:, [0, *range(lo, hi)]])):
            gold = int(d.heads[a + i])
            right = (h + a if h >= 0 else NULL) == gold
            label = DEPRELS[best[a + i]] if h >= 0 else "root"
            t.share(f"{name} UAS", right)
            t.share(
                f"{name} LAS", right and label.split(":")[0] == DEPRELS[int(d.labels["deprel"][a + i])].split(":")[0]
            )
            if d.labels["upos"][a + i] >= 0:
                t.share(f"{name} UPOS", UPOS[classes[a + i]] == UPOS[int(d.labels["upos"][a + i])])


def evaluate(model: Model, documents: list[Document], *, syntax: bool = False) -> dict[str, Any]:
    """Give every figure for some documents."""
    t = Tally()
    for d in documents:
        if d.kind == "trees" and not syntax:
            continue
        s = model.look_at_words(d.text, d.words, d.starts)()
        if d.kind == "trees":
            score_trees(d, s, t, d.id.split("-ud-")[0])
            continue
        p = propose(s, model.labels)
        if d.kind == "names":
            score_names(d, p, t)
        if d.kind == "articles":
            score_events(d, p, t)
            score_statements(d, p, t, "statement")
            score_mentions(d, p, t)
            score_links(d, s, t)
            score_questions(d, s, model, t)
            for task, found, name in (("times", p.times, "time"), ("quantities", p.quantities, "quantity")):
                if task in d.gold["doc"]:
                    score_times(d, [locate(d.text, x) for x in d.gold["doc"][task]], found, name, t)
        if d.kind == "quotes":
            score_statements(d, p, t, "quotes")
        if d.kind == "times":
            score_times(d, [(x["start"], x["end"]) for x in d.gold["times"]], p.times, "timebank", t)
    return t.figures()


def torch_backend(build: Path, checkpoint: Path, config: dict[str, Any]) -> Any:
    """Give a backend that runs a checkpoint in 32-bit PyTorch."""
    import torch
    from train import build_model, load_weights

    torch.set_num_threads(2)
    model = build_model(build, config)
    load_weights(model, [str(checkpoint)])
    model.eval()

    def run(arrays: Mapping[str, Any]) -> dict[str, Any]:
        ids, first, sentence = (torch.from_numpy(arrays[n]) for n in ("ids", "first", "sentence"))
        with torch.inference_mode():
            found = model(ids, torch.ones_like(ids), first, sentence)
        return {k: v.numpy() for k, v in found.items() if k != "states"}

    return run


def main() -> None:
    """Print the figures and write them."""
    from export import write_labels, write_manifest

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--checkpoint", type=Path)
    which.add_argument("--model", type=Path)
    parser.add_argument("--part", choices=["held", "train", "both"], default="held")
    parser.add_argument("--syntax", action="store_true")
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "config.toml")
    args = parser.parse_args()
    config = tomllib.loads(args.config.read_text("utf-8"))
    skip = frozenset(config["mentions"]["skip"].split())
    train, held = load(args.gold, Pieces.load(args.build / "tokenizer.json"), skip)
    if args.checkpoint:
        folder = Path(tempfile.mkdtemp())
        (folder / "tokenizer.json").write_bytes((args.build / "tokenizer.json").read_bytes())
        write_labels(folder, config["mentions"]["small"].split())
        write_manifest(folder)
        model = Model(folder, backend=torch_backend(args.build, args.checkpoint, config))
    else:
        model = Model(args.model)
    result: dict[str, Any] = {"model": str(args.checkpoint.name if args.checkpoint else "export")}
    train = [d for d in train if d.kind != "trees"][::3]
    for part, documents in (("held", held), ("train", train)):
        if args.part in (part, "both"):
            began = time.time()
            result[part] = evaluate(model, documents, syntax=args.syntax)
            result[f"{part} seconds"] = round(time.time() - began, 1)
    for part in ("held", "train"):
        for task, figures in result.get(part, {}).items():
            print(f"{part:6s}{task:40s}{figures}")
    if args.out:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
