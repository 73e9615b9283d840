"""Train the second look: the upper layers again, with one act or one statement marked, for its parties.

usage: closer.py --build FOLDER --gold FOLDER --start CHECKPOINT… --run NAME --passes N
                 [--closer CHECKPOINT] [--folds N…] [--seed N] [--config config.toml] [--set TABLE.KEY=VALUE…]

The layers below `sizes.middle` are those of --start and stay as they are, so that the states there serve both looks.
A run writes FOLDER/NAME.pt every 100 steps and goes on from it when it exists; at its end it prints the shares of
parties that are right on the held-back documents, or on those of --folds.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from batches import Item, collate, windows_of
from data import IGNORE, NULL, Document, load
from labels import HEADS, LINKS, STATUSES, TYPES
from model import Layer, Reader, hold, shared_loss
from renaming import Renaming
from torch import Tensor, nn
from torch.nn import functional
from train import build_model, factor, load_weights, settings

from selon.languages.fr.triggers import load_triggers
from selon.reading.model.closer import CONTENT, Marked, crop, positions
from selon.reading.model.pieces import Pieces
from selon.reading.model.session import CONTEXT, MOST
from selon.reading.model.windows import windows

MARKS = ["", *TYPES, CONTENT]
RELATIONS = ["actor", "recipient", "place", "content_speaker"]
RARE = -3.0  # few words are a party
NO_ACT, OTHER_TYPE = (
    0.3,
    0.15,
)  # share of the lexicon's words that are no act, and of the acts, shown as what they are not
EVERY = 100
Example = dict[str, Any]


class Closer(nn.Module):
    """The upper layers with a mark at the words meant, and the scores of each word as a party."""

    def __init__(self, reader: Reader, settings: dict[str, Any], dropout: float, head_dropout: float) -> None:
        super().__init__()
        upper = list(reader.layers)[reader.sizes["middle"] :]
        hidden, feed, size = upper[0].q.in_features, upper[0].fi.out_features, settings["size"]
        self.layers = nn.ModuleList(Layer(hidden, 12, feed, 1e-12, dropout) for _ in upper)
        for own, theirs in zip(self.layers, upper, strict=True):
            own.load_state_dict(theirs.state_dict())
        self.marker = nn.Embedding(len(MARKS), hidden)
        nn.init.normal_(self.marker.weight, std=0.3)
        self.of_word = nn.Linear(hidden, len(RELATIONS) * size)
        self.of_trigger = nn.Linear(hidden, len(RELATIONS) * size, bias=False)
        self.score = nn.Parameter(torch.randn(len(RELATIONS), size) * size**-0.5)
        self.none = nn.Linear(hidden, len(RELATIONS))
        self.status = nn.Linear(hidden, len(STATUSES))
        self.act = nn.Linear(hidden, 2)
        self.size, self.drop = size, nn.Dropout(head_dropout)

    def forward(
        self, states: Tensor, at: Tensor, first: Tensor, word: Tensor, mark: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Take states [n, pieces, hidden], 1 at marked pieces, first pieces of words [n, words], first marked word [n].

        Gives logits [n, relations, words], "nobody" first, of statuses [n, statuses], and of being no act of the type,
        and one [n, 2]; `mask` is 1 for pieces.
        """
        x = states + at[:, :, None] * self.marker(mark)[:, None]
        additive = torch.zeros_like(at)[:, None, None] if mask is None else (1 - mask)[:, None, None] * -1e4
        for layer in self.layers:
            x = layer(x, additive)
        w = self.drop(torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[2])))
        t = torch.gather(w, 1, word[:, None, None].expand(-1, 1, w.shape[2]))
        both = functional.gelu(self.of_word(w) + self.of_trigger(t))
        both = both.reshape(*both.shape[:2], len(RELATIONS), self.size)
        scores = (both * self.score).sum(-1).transpose(1, 2) + RARE
        return torch.cat([self.none(t).transpose(1, 2), scores[:, :, 1:]], 2), self.status(t)[:, 0], self.act(t)[:, 0]


@dataclass(frozen=True)
class Case:
    """What is marked in a document, the words linked to it, its status, and whether it is an act of the marked type."""

    marked: Marked
    linked: dict[str, list[int]]
    status: int = IGNORE
    act: int = IGNORE


def cases(document: Document, start: int, end: int, rng: random.Random | None = None) -> Iterator[Case]:
    """Give the acts and contents that begin in a window; with `rng`, words that are no act, or none of a type, too."""
    links: dict[int, dict[str, list[int]]] = defaultdict(dict)
    for relation, source, to in document.links:
        if LINKS[relation] in RELATIONS and start <= source < end:
            links[source].setdefault(LINKS[relation], to)
    types = document.labels.get("type")
    for at, found in sorted(links.items()):
        if types is not None and types[at] > 0:
            parties = {k: v for k, v in found.items() if k != "content_speaker"}
            mark = HEADS["type"][types[at]]
            yield Case(Marked(at, at + 1, mark), parties, int(document.labels["status"][at]), 1)
            if rng and rng.random() < OTHER_TYPE:
                yield Case(Marked(at, at + 1, rng.choice([t for t in TYPES if t != mark])), {}, act=0)
        if "content_speaker" in found:
            yield Case(Marked(at, content_end(document, at), CONTENT), {"content_speaker": found["content_speaker"]})
    if rng and types is not None:
        known = load_triggers().by_form
        for at in range(start, end):
            a, b = document.words[at]
            entries = known.get(document.text[a:b].lower(), ()) if types[at] == 0 else ()
            if entries and rng.random() < NO_ACT:
                yield Case(Marked(at, at + 1, rng.choice(entries).type), {}, act=0)


def content_end(document: Document, at: int) -> int:
    """Give the word behind the content that begins at a word, of whichever layer."""
    layers = (document.labels[k] for k in ("content", "inner") if k in document.labels)
    values = next((v for v in layers if HEADS["content"][v[at]] == "B-content"), None)
    end = at + 1
    while values is not None and end < len(values) and HEADS["content"][values[end]] == "I-content":
        end += 1
    return end


def examples(group: Sequence[Item], rng: random.Random | None = None) -> Example | None:
    """Make the tensors of all that is marked in a batch of windows; null where nothing is."""
    rows = []
    for k, item in enumerate(group):
        document, window = item.document, item.window
        lengths = [len(p) for p in document.pieces]
        for case in cases(document, window.start, window.end, rng):
            words = crop(lengths, document.starts, window, case.marked)
            index = {NULL: 0} | {w: i + 1 for i, w in enumerate(words)}
            targets = np.zeros((len(RELATIONS), len(words) + 1), np.float32)
            for relation, to in case.linked.items():
                targets[RELATIONS.index(relation), [index[t] for t in to if t in index]] = 1
            where = positions(lengths, window, words, case.marked)
            rows.append((k, where, MARKS.index(case.marked.mark), case.status, targets, case.act))
    if not rows:
        return None
    most = max(len(r[1]["pieces"]) for r in rows)
    widest = max(len(r[1]["first"]) for r in rows)

    def padded(values: Sequence[np.ndarray], size: int) -> Tensor:
        return torch.from_numpy(
            np.stack([np.pad(v, [*[(0, 0)] * (v.ndim - 1), (0, size - v.shape[-1])]) for v in values])
        )

    return {
        "row": torch.tensor([r[0] for r in rows]),
        "pieces": padded([r[1]["pieces"] for r in rows], most),
        "mask": padded([np.ones(len(r[1]["pieces"]), np.float32) for r in rows], most),
        "at": padded([r[1]["at"] for r in rows], most),
        "first": padded([r[1]["first"] for r in rows], widest),
        "inside": padded([np.ones(len(r[1]["first"]), bool) for r in rows], widest),
        "word": torch.tensor([int(r[1]["word"]) for r in rows]),
        "mark": torch.tensor([r[2] for r in rows]),
        "status": torch.tensor([r[3] for r in rows]),
        "targets": padded([r[4] for r in rows], widest),
        "act": torch.tensor([r[5] for r in rows]),
    }


def look(closer: Closer, states: Tensor, e: Example, mark: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Look closer at each example of a batch of windows, whose middle states these are."""
    index = e["pieces"][:, :, None].expand(-1, -1, states.shape[2])
    states = torch.gather(states[e["row"]], 1, index)
    scores, statuses, acts = closer(states, e["at"], e["first"], e["word"], mark, e["mask"])
    return scores.masked_fill(~e["inside"][:, None], -1e4), statuses, acts


def losses(scores: Tensor, statuses: Tensor, acts: Tensor, e: Example) -> dict[str, Tensor]:
    """Give the cross-entropy of each relation over the words and "nobody", shared by several parties, and the others'.

    Whether it is an act is asked only where a type is told.
    """
    found = {}
    for r, relation in enumerate(RELATIONS):
        known = e["targets"][:, r].any(-1)
        if known.any():
            found[relation] = shared_loss(scores[known, r], e["targets"][known, r])
    if (e["status"] != IGNORE).any():
        found["status"] = functional.cross_entropy(statuses, e["status"], ignore_index=IGNORE)
    if (e["act"] != IGNORE).any():
        found["act"] = functional.cross_entropy(acts, e["act"], ignore_index=IGNORE)
    return found


def schedule(
    train: Sequence[Document], config: dict[str, Any], change: Renaming, rng: random.Random
) -> list[list[Item]]:
    """Give one round of batches of windows that have something marked, about as many pieces looked at in each."""
    pool = windows_of(train, config["closer"]["passes"], config["windows"]["pieces"], rng, change)
    sized = [(i, sum(1 for _ in cases(i.document, i.window.start, i.window.end))) for i in pool]
    sized = [(i, n) for i, n in sized if n]
    rng.shuffle(sized)
    sized.sort(key=lambda pair: pair[0].size // 48)
    groups: list[list[Item]] = [[]]
    room = config["closer"]["batch"]
    for item, n in sized:
        if groups[-1] and n > room:
            groups.append([])
            room = config["closer"]["batch"]
        groups[-1].append(item)
        room -= n
    rng.shuffle(groups)
    return groups


def evaluate(reader: Reader, closer: Closer, documents: Sequence[Document]) -> dict[str, Any]:
    """Give, by relation, the share of cases whose likeliest word, or nobody, is right: with a party, and without."""
    right: dict[str, list[bool]] = defaultdict(list)
    reader.eval()
    closer.eval()
    with torch.no_grad():
        for d in documents:
            lengths = [len(p) for p in d.pieces]
            for w in windows(lengths, d.starts, MOST, CONTEXT):
                item = Item(d, w, sum(lengths[w.start : w.end]) + 2)
                e = examples([item], random.Random(item.document.id))
                if e is None:
                    continue
                b = collate([item])
                scores, statuses, acts = look(closer, reader.middle(b["ids"], b["mask"]), e, e["mark"])
                best = scores.argmax(-1)
                for r, relation in enumerate(RELATIONS):
                    for i in e["targets"][:, r].any(-1).nonzero().flatten().tolist():
                        name = f"{relation} {'nobody' if e['targets'][i, r, 0] else 'somebody'}"
                        right[name].append(bool(e["targets"][i, r, best[i, r]]))
                for i in (e["status"] != IGNORE).nonzero().flatten().tolist():
                    right["status"].append(bool(statuses[i].argmax() == e["status"][i]))
                for i in (e["act"] != IGNORE).nonzero().flatten().tolist():
                    right["act" if e["act"][i] else "no act"].append(bool(acts[i].argmax() == e["act"][i]))
    closer.train()
    return {k: {"share": round(100 * sum(v) / len(v), 1), "of": len(v)} for k, v in sorted(right.items())}


def main() -> None:
    """Run the training."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--start", type=Path, nargs="+", required=True)
    parser.add_argument("--run", required=True)
    parser.add_argument("--passes", type=float, required=True)
    parser.add_argument("--closer", type=Path, help="a checkpoint of this script to start from")
    parser.add_argument("--seed", type=int)
    parser.add_argument(
        "--folds", type=int, nargs="*", default=[], help="fifths of the gold to leave out, and to score"
    )
    parser.add_argument("--set", nargs="*", default=[], metavar="TABLE.KEY=VALUE")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "config.toml")
    args = parser.parse_args()
    config = settings(args.config, args.set)
    seed = config["seed"] if args.seed is None else args.seed
    torch.set_num_threads(args.threads)
    torch.manual_seed(seed)
    pieces, skip = Pieces.load(args.build / "tokenizer.json"), frozenset(config["mentions"]["skip"].split())
    train, aside = load(args.gold, pieces, skip, args.folds)
    if args.folds:
        known = {d.text for d in train}
        whole, _ = load(args.gold, pieces, skip)
        aside = [d for d in whole if d.kind == "articles" and d.text not in known and "time" in d.labels]
    reader = build_model(args.build, config)
    load_weights(reader, args.start)
    reader.eval().requires_grad_(False)
    closer = Closer(reader, config["closer"], config["noise"]["dropout"], config["noise"]["head_dropout"])
    if args.closer:
        closer.load_state_dict(torch.load(args.closer, weights_only=True)["average"], strict=False)
    change = Renaming.of(train, pieces, config["noise"]["renamed"])
    run(args, config, random.Random(seed), (reader, closer), (train, aside), change)


def run(
    args: argparse.Namespace,
    config: dict[str, Any],
    rng: random.Random,
    models: tuple[Reader, Closer],
    documents: tuple[list[Document], list[Document]],
    change: Renaming,
) -> None:
    """Train until the passes are done, with checkpoints of the running mean."""
    reader, closer = models
    train, aside = documents
    wanted = config["closer"]
    path = args.build / f"{args.run}.pt"
    steps_of = torch.optim.AdamW(
        [
            {"params": list(closer.layers.parameters()), "peak": wanted["rate"]},
            {"params": [p for n, p in closer.named_parameters() if "layers" not in n], "peak": wanted["head_rate"]},
        ],
        lr=wanted["rate"], weight_decay=config["optimiser"]["weight_decay"], betas=(0.9, 0.98), fused=True,
    )  # fmt: skip
    queue = schedule(train, config, change, rng)
    total, step = int(args.passes * len(queue)), 0
    mean = {k: v.detach().clone() for k, v in closer.state_dict().items()}
    if path.exists():
        saved = torch.load(path, weights_only=True)
        closer.load_state_dict(saved["model"])
        steps_of.load_state_dict(saved["optimiser"])
        mean, step = saved["average"], saved["step"]
    closer.train()
    began, sums = time.time(), defaultdict(list)
    while step < total:
        for group in queue:
            for g in steps_of.param_groups:
                g["lr"] = g["peak"] * factor(step, total, config["optimiser"]["warm_up"])
            batch, e = collate(group, rng, config["noise"]["unknown"]), examples(group, rng)
            if e is None:
                continue
            with torch.no_grad():
                states = reader.middle(batch["ids"], batch["mask"])
            hidden = torch.rand(len(e["mark"])) < wanted["unmarked"]
            e["act"] = torch.where(hidden, IGNORE, e["act"])
            found = losses(*look(closer, states, e, torch.where(hidden, 0, e["mark"])), e)
            loss = sum(wanted["loss"][k] * v for k, v in found.items())
            loss.backward()
            nn.utils.clip_grad_norm_(closer.parameters(), config["optimiser"]["clip"])
            if step >= config["export"]["from"] * total:
                hold(closer, config["export"]["bits"])
            steps_of.step()
            steps_of.zero_grad(set_to_none=True)
            step += 1
            keep = min(config["average"]["keep"], step / (step + 50))
            if step % 5 == 0:
                now = closer.state_dict()
                torch._foreach_lerp_(list(mean.values()), [now[k] for k in mean], 1 - keep)
            for k, v in found.items():
                sums[k].append(float(v.detach()))
            if step % 25 == 0:
                means = {k: round(sum(v) / len(v), 4) for k, v in sorted(sums.items())}
                print(json.dumps({"step": step, "of": total, "s": round(time.time() - began), **means}), flush=True)
                sums.clear()
            if step % EVERY == 0 or step >= total:
                state = {
                    "model": closer.state_dict(),
                    "average": mean,
                    "optimiser": steps_of.state_dict(),
                    "step": step,
                }
                torch.save(state, path.with_suffix(".tmp"))
                path.with_suffix(".tmp").rename(path)
            if step >= total:
                break
        queue = schedule(train, config, change, rng)
    closer.load_state_dict(mean)
    print(json.dumps(evaluate(reader, closer, aside), indent=1), flush=True)


if __name__ == "__main__":
    main()
