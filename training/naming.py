"""Fit the head of names again, on what the layers of a finished model give and nothing else changed.

usage: naming.py --build FOLDER --gold FOLDER --checkpoint FILE[=WEIGHT]… --out FILE.pt [--folds N…]

Names lean on lower layers than links do (Tenney et al. 2019), and in training with everything else their head never
comes to rest. States are computed once, so that rounds of the head take seconds.
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
from batches import Item, alike, collate, windows_of
from data import Document, load
from layers import hold
from model import IGNORE, NAME, Reader
from torch import Tensor, nn
from torch.nn import functional
from train import build_model, load_weights

from selon.reading.model.pieces import Pieces

Words = tuple[Tensor, Tensor]


def states_of(model: Reader, groups: Sequence[Sequence[Item]]) -> list[Words]:
    """Give of each group what the head takes of its words [words, values] in 16 bits, and their labels [words]."""
    found = []
    with torch.no_grad():
        for group in groups:
            batch = collate(list(group))
            if NAME not in batch["labels"]:
                continue
            ids, mask, first = (torch.from_numpy(batch[k]) for k in ("ids", "mask", "first"))
            target = torch.from_numpy(batch["labels"][NAME])
            known = target != IGNORE
            found.append((model.name_values(model.states(ids, mask), first)[known].half(), target[known]))
    return found


def fit(
    values: int, labels: int, words: list[Words], settings: dict[str, Any], seed: int
) -> tuple[nn.Linear, list[float]]:
    """Train a head on groups of words, in another order each round; give it and the mean loss of each round.

    It is trained as two products, which comes to rest sooner than one (Arora et al. 2018), and given as one.
    """
    rng = random.Random(seed)
    torch.manual_seed(seed)
    mix, out = nn.Linear(values, settings["between"]), nn.Linear(settings["between"], labels)
    steps_of = torch.optim.AdamW([*mix.parameters(), *out.parameters()], lr=settings["rate"], weight_decay=0.01)
    total = settings["rounds"] * len(words)
    falling = torch.optim.lr_scheduler.LambdaLR(steps_of, lambda step: max(0.02, 1 - step / total))
    told = []
    for _ in range(settings["rounds"]):
        rng.shuffle(words)
        losses = []
        for given, target in words:
            loss = functional.cross_entropy(out(functional.dropout(mix(given.float()), settings["dropout"])), target)
            steps_of.zero_grad()
            loss.backward()
            steps_of.step()
            falling.step()
            losses.append(loss.item())
        told.append(sum(losses) / len(losses))
    head = nn.Linear(values, labels)
    head.weight.data = (out.weight @ mix.weight).detach()
    head.bias.data = (out.weight @ mix.bias + out.bias).detach()
    return head, told


def groups_of(train: Sequence[Document], config: dict[str, Any]) -> list[list[Item]]:
    """Give windows of the documents whose names are known, as often as the settings ask; like sizes together."""
    settings, rng = config["names"], random.Random(config["seed"])
    known = [d for d in train if NAME in d.labels]
    pool = alike(windows_of(known, settings["passes"], config["windows"]["pieces"], rng, lambda d, _: d), rng)
    return [pool[k : k + settings["batch"]] for k in range(0, len(pool), settings["batch"])]


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
    words = states_of(model, groups_of(train, config))
    old = model.heads[f"{NAME}_"]
    head, losses = fit(old.in_features, old.out_features, words, config["names"], config["seed"])
    former = config["names"]["former"]
    for name, value in old.named_parameters():
        value.data = former * value.data + (1 - former) * head.get_parameter(name).data
    print(json.dumps({"words": sum(len(target) for _, target in words), "losses": [round(x, 4) for x in losses]}))
    torch.save({"model": model.state_dict()}, args.out)


if __name__ == "__main__":
    main()
