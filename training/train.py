"""Train the reader.

usage: train.py --build FOLDER --gold FOLDER --run NAME --steps N [--start CHECKPOINT… [--fresh LAYER]] [--seed N]
                [--folds N…] [--silver FOLDER] [--config config.toml] [--set TABLE.KEY=VALUE…]

FOLDER holds encoder.npz and tokenizer.json (see vocabulary.py). A run writes FOLDER/NAME.pt every 100 steps and goes
on from it when it exists; a file FOLDER/NAME.steps with a number shortens or lengthens the schedule while it runs.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import threading
import time
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from batches import collate, schedule
from data import load
from model import Reader, hold, losses
from renaming import Renaming
from silver import parsed

from selon.reading.model.pieces import Pieces

EVERY = 100


def build_model(build: Path, config: dict[str, Any]) -> Reader:
    """Make the model from the encoder's own weights."""
    tensors = {k: torch.from_numpy(v) for k, v in np.load(build / "encoder.npz").items()}
    return Reader(tensors, config["sizes"], config["noise"]["dropout"], config["noise"]["head_dropout"])


def load_weights(model: Reader, checkpoints: Sequence[Path]) -> None:
    """Put the mean of some checkpoints into a model: of each its running mean, its last weights where it has none."""
    states = [torch.load(path, weights_only=True) for path in checkpoints]
    weights = [s.get("average") or s["model"] for s in states]
    mean = {k: sum(w[k] for w in weights) / len(weights) for k in weights[0] if weights[0][k].is_floating_point()}
    model.load_state_dict(weights[0] | mean)


def start_afresh(model: Reader, checkpoints: Sequence[Path], layer: int) -> None:
    """Put only the layers below one into a model: what the layers above and the heads had learnt is forgotten."""
    own = {k: v.clone() for k, v in model.state_dict().items()}
    load_weights(model, checkpoints)
    forgotten = {
        k
        for k in own
        if (int(k.split(".")[1]) >= layer if k.startswith("layers.") else not k.startswith(("pos", "ln.", "word.")))
    }
    model.load_state_dict({k: own[k] if k in forgotten else v for k, v in model.state_dict().items()})


def settings(path: Path, changes: Sequence[str]) -> dict[str, Any]:
    """Read the settings and make changes of the form `table.key=value` to them."""
    config = tomllib.loads(path.read_text("utf-8"))
    for change in changes:
        name, value = change.split("=")
        table, key = name.split(".")
        config[table][key] = type(config[table][key])(float(value))
    return config


def optimiser(model: Reader, config: dict[str, Any]) -> torch.optim.Optimizer:
    """AdamW; a layer's rate falls with its depth below the top, norms and biases do not decay."""
    settings = config["optimiser"]
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = defaultdict(list)
    for name, value in model.named_parameters():
        if value.requires_grad:
            parts = name.split(".")
            if parts[0] == "layers":
                rate = settings["rate"] * settings["layer_decay"] ** (config["sizes"]["layers"] - 1 - int(parts[1]))
            elif parts[0] in ("pos", "ln"):
                rate = settings["rate"] * settings["layer_decay"] ** config["sizes"]["layers"]
            else:
                rate = settings["head_rate"]
            groups[rate, settings["weight_decay"] if value.ndim > 1 else 0.0].append(value)
    listed = [{"params": p, "lr": r, "peak": r, "weight_decay": d} for (r, d), p in groups.items()]
    return torch.optim.AdamW(listed, betas=(0.9, 0.98), fused=True)


def factor(step: int, steps: int, warm_up: float) -> float:
    """Give the share of the peak rate: up linearly, then down linearly to zero."""
    rise = max(1.0, warm_up * steps)
    return min(step / rise, max(0.0, (steps - step) / (steps - rise)))


def planned(build: Path, run: str, steps: int) -> int:
    """Give the number of steps, as changed by the control file."""
    control = build / f"{run}.steps"
    return int(control.read_text()) if control.exists() else steps


def main() -> None:
    """Run the training."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--run", required=True)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--start", type=Path, nargs="+")
    parser.add_argument("--fresh", type=int, metavar="LAYER", help="take only the layers below this one from --start")
    parser.add_argument("--seed", type=int, help="instead of the settings' own")
    parser.add_argument("--folds", type=int, nargs="*", default=[], help="fifths of the gold to leave out (data.load)")
    parser.add_argument("--silver", type=Path, help="a model whose parses documents without trees are trained on")
    parser.add_argument("--set", nargs="*", default=[], metavar="TABLE.KEY=VALUE")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "config.toml")
    args = parser.parse_args()
    config = settings(args.config, args.set)
    config["seed"] = config["seed"] if args.seed is None else args.seed
    torch.set_num_threads(args.threads)
    random.seed(config["seed"])
    torch.manual_seed(config["seed"])
    skip = frozenset(config["mentions"]["skip"].split())
    train, held = load(args.gold, Pieces.load(args.build / "tokenizer.json"), skip, args.folds)
    if args.silver:
        train = parsed(train, args.silver)
    counts = {k: sum(d.kind == k for d in train) for k in config["passes"]}
    print(json.dumps({"train": counts, "held": {k: sum(d.kind == k for d in held) for k in counts}}), flush=True)
    model = build_model(args.build, config)
    if args.start and args.fresh is not None:
        start_afresh(model, args.start, args.fresh)
    elif args.start:
        load_weights(model, args.start)
    run(args, config, train, model)


def run(args: argparse.Namespace, config: dict[str, Any], train: list[Any], model: Reader) -> None:
    """Train until the steps are done, with checkpoints."""
    path = args.build / f"{args.run}.pt"
    model.frozen = config["optimiser"]["frozen"]
    steps_of = optimiser(model, config)
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    step, round_number = 0, 0
    if path.exists():
        saved = torch.load(path, weights_only=True)
        model.load_state_dict(saved["model"], strict=False)
        steps_of.load_state_dict(grown(saved["optimiser"], steps_of))
        step, round_number = saved["step"], saved["round"]
    model.train()
    total = planned(args.build, args.run, args.steps)
    average = Average(model, config["average"], saved.get("average") if path.exists() else None)
    sums: dict[str, list[float]] = defaultdict(list)
    change = Renaming.of(train, Pieces.load(args.build / "tokenizer.json"), config["noise"]["renamed"])
    pieces, began = 0, time.time()
    while step < total:
        rng = random.Random(f"{config['seed']}-{round_number}-{step}")
        sizes = config["windows"]
        for group in schedule(train, config["passes"], sizes["pieces"], sizes["batch"], rng, change):
            for g in steps_of.param_groups:
                g["lr"] = g["peak"] * factor(step, total, config["optimiser"]["warm_up"])
            batch = collate(group, rng, config["noise"]["unknown"])
            with torch.autocast("cpu", torch.bfloat16, enabled=config["optimiser"]["half"]):
                out = model(batch["ids"], batch["mask"], batch["first"], batch["sentence"], batch["heads"])
            found = losses({k: v.float() for k, v in out.items()}, batch)
            if not found:
                continue
            loss = sum(config["loss"][k.split()[0]] * v for k, v in found.items())
            loss.backward()
            torch.nn.utils.clip_grad_norm_(
                [p for p in model.parameters() if p.requires_grad], config["optimiser"]["clip"]
            )
            if step >= config["export"]["from"] * total:
                hold(model, config["export"]["bits"])
            steps_of.step()
            average.add(model, step)
            steps_of.zero_grad(set_to_none=True)
            step += 1
            pieces += int(batch["mask"].sum())
            for k, v in found.items():
                sums[k].append(float(v.detach()))
            if step % 25 == 0:
                means = {k: round(sum(v) / len(v), 4) for k, v in sorted(sums.items())}
                seconds = time.time() - began
                print(
                    json.dumps(
                        {"step": step, "round": round_number, "of": total, "per_s": round(pieces / seconds), **means}
                    ),
                    flush=True,
                )
                sums.clear()
                pieces, began = 0, time.time()
            if step % EVERY == 0 or step >= total or stop.is_set():
                save(path, model, average, steps_of, step, round_number)
                total = planned(args.build, args.run, args.steps)
            if stop.is_set():
                return
            if step >= total:
                break
        round_number += 1
    save(path, model, average, steps_of, step, round_number)


def grown(state: dict[str, Any], steps_of: torch.optim.Optimizer) -> dict[str, Any]:
    """Make room in an optimiser's saved state for parameters added since at the end of a group."""
    fresh = sum(len(g["params"]) for g in state["param_groups"])
    for group, wanted in zip(state["param_groups"], steps_of.param_groups, strict=True):
        for _ in range(len(wanted["params"]) - len(group["params"])):
            group["params"].append(fresh)
            fresh += 1
    return state


class Average:
    """The running mean of the weights over the last steps, which generalises better than the last ones."""

    def __init__(self, model: Reader, settings: dict[str, Any], state: dict[str, torch.Tensor] | None) -> None:
        self.every, self.keep = settings["every"], settings["keep"]
        self.state = state or {k: v.detach().clone() for k, v in model.state_dict().items()}

    def add(self, model: Reader, step: int) -> None:
        """Take the weights after a step in; while steps are few the mean follows faster."""
        if step % self.every == 0:
            keep = min(self.keep, step / (step + 10 * self.every))
            now = model.state_dict()
            names = [k for k, v in now.items() if v.is_floating_point() and k != "word.weight"]
            torch._foreach_lerp_([self.state[k] for k in names], [now[k] for k in names], 1 - keep)


def save(
    path: Path, model: Reader, average: Average, steps_of: torch.optim.Optimizer, step: int, round_number: int
) -> None:
    """Write a checkpoint under another name and put it in place."""
    state = {"model": model.state_dict(), "average": average.state, "optimiser": steps_of.state_dict()}
    state |= {"step": step, "round": round_number}
    torch.save(state, path.with_suffix(".tmp"))
    path.with_suffix(".tmp").rename(path)


if __name__ == "__main__":
    main()
