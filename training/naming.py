"""Fit the head of names again, on what the layers of a finished model give and nothing else changed.

usage: naming.py --build FOLDER --gold FOLDER --checkpoint FILE[=WEIGHT]… --out FILE.pt [--folds N…]

Names lean on lower layers than links do (Tenney et al. 2019), and in training with everything else their head never
comes to rest; nor does it learn there which label follows which. States are computed once, so that rounds of the head
take seconds.
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from batches import Item, alike, collate, whole
from chain import chain_loss
from data import IGNORE, Document, load
from labels import HEADS
from layers import hold
from model import NAME, Reader
from torch import Tensor, nn
from torch.nn import functional
from train import build_model, load_weights

from selon.reading.model.decode import lawful
from selon.reading.model.pieces import Pieces

UNLAWFUL = -1e4  # what a step that no path may take gains
Windows = tuple[Tensor, Tensor]


def states_of(model: Reader, groups: Sequence[Sequence[Item]]) -> list[Windows]:
    """Give of each group what the head takes [windows, words, values] in 16 bits, and the labels [windows, words]."""
    found = []
    with torch.no_grad():
        for group in groups:
            batch = collate(list(group))
            if NAME not in batch["labels"]:
                continue
            ids, mask, first = (torch.from_numpy(batch[k]) for k in ("ids", "mask", "first"))
            values = model.name_values(model.states(ids, mask), first)
            found.append((values[:, 1:].half(), begun(torch.from_numpy(batch["labels"][NAME])[:, 1:])))
    return found


def begun(target: Tensor) -> Tensor:
    """Give labels [windows, words] whose names that a window's beginning cuts begin there: I becomes B."""
    names = HEADS[NAME]
    begins = torch.tensor([names.index("B" + name[1:]) if name.startswith("I") else k for k, name in enumerate(names)])
    first = target[:, 0]
    return torch.cat([torch.where(first == IGNORE, first, begins[first.clamp(min=0)])[:, None], target[:, 1:]], 1)


def fit(head: nn.Linear, windows: list[Windows], settings: dict[str, Any], seed: int) -> tuple[Tensor, list[float]]:
    """Train a head on groups of windows, in another order each round; give its steps and the mean loss of each round.

    It is trained as two products, which comes to rest sooner than one (Arora et al. 2018), and kept as one.
    """
    rng = random.Random(seed)
    torch.manual_seed(seed)
    mix, out = nn.Linear(head.in_features, settings["between"]), nn.Linear(settings["between"], head.out_features)
    steps = nn.Parameter(torch.zeros(head.out_features + 1, head.out_features))
    fixed = torch.where(torch.from_numpy(lawful(HEADS[NAME])), 0.0, UNLAWFUL)
    weights = [*mix.parameters(), *out.parameters()]
    groups = [
        {"params": weights, "lr": settings["rate"], "weight_decay": 0.01},
        {"params": [steps], "lr": settings["steps_rate"], "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups)
    total = settings["rounds"] * len(windows)
    falling = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.02, 1 - step / total))
    told = []
    for _ in range(settings["rounds"]):
        rng.shuffle(windows)
        losses = []
        for values, target in windows:
            scores = out(functional.dropout(mix(values.float()), settings["dropout"]))
            loss = chain_loss(scores, target, steps + fixed)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*weights, steps], 1.0)
            optimiser.step()
            falling.step()
            losses.append(loss.item())
        told.append(sum(losses) / len(losses))
    head.weight.data = (out.weight @ mix.weight).detach()
    head.bias.data = (out.weight @ mix.bias + out.bias).detach()
    return steps.detach(), told


def groups_of(documents: Sequence[Document], most: int, size: int, rng: random.Random) -> list[list[Item]]:
    """Give the windows of documents as they are cut for reading, those of like size together."""
    pool = alike([i for d in documents for i in whole(d, most)], rng)
    return [pool[k : k + size] for k in range(0, len(pool), size)]


def known_windows(model: Reader, train: Sequence[Document], config: dict[str, Any]) -> list[Windows]:
    """Give the states and labels of the documents whose names are known, each kind as often as the settings ask."""
    settings, rng = config["names"], random.Random(config["seed"])
    found = []
    for kind, times in settings["passes"].items():
        documents = [d for d in train if d.kind == kind and NAME in d.labels]
        found += times * states_of(model, groups_of(documents, config["windows"]["pieces"], settings["batch"], rng))
    return found


def main() -> None:
    """Write a checkpoint with another head of names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--checkpoint", nargs="+", required=True, metavar="FILE[=WEIGHT]")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folds", type=int, nargs="*", default=[], help="further fifths of the gold left out")
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "config.toml")
    args = parser.parse_args()
    config = tomllib.loads(args.config.read_text("utf-8"))
    skip = frozenset(config["mentions"]["skip"].split())
    train, _ = load(args.gold, Pieces.load(args.build / "tokenizer.json"), skip, args.folds)
    model = build_model(args.build, config)
    load_weights(model, args.checkpoint)
    model.eval()
    hold(model, config["export"]["bits"])
    windows = known_windows(model, train, config)
    model.name_steps.data, losses = fit(model.heads[f"{NAME}_"], windows, config["names"], config["seed"])
    words = sum(int((target != IGNORE).sum()) for _, target in windows)
    print(json.dumps({"words": words, "losses": [round(x, 4) for x in losses]}))
    torch.save({"model": model.state_dict()}, args.out)


if __name__ == "__main__":
    main()
