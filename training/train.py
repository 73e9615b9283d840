"""Train the reader.

usage: train.py --build FOLDER --gold FOLDER --run NAME --steps N [--start CHECKPOINT… [--fresh LAYER]] [--seed N]
                [--folds N…] [--silver FOLDER] [--device cpu|cuda] [--workers N] [--config config.toml]
                [--set TABLE.KEY=VALUE…]

FOLDER holds encoder.npz and tokenizer.json (see vocabulary.py). A run writes FOLDER/NAME.pt every few minutes and goes
on from it when it exists; a file FOLDER/NAME.steps with a number shortens or lengthens the schedule while it runs.
"""

from __future__ import annotations

import argparse
import functools
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
from batches import collate, schedule, tensors
from closer import losses as closer_losses
from data import load
from feeding import feed
from layers import hold
from model import Reader, losses
from renaming import Renaming
from silver import parsed

from selon.reading.model.closer import QUESTION, small_words
from selon.reading.model.pieces import Pieces

TOLD = 25  # steps between two lines of the log
SECONDS = 240  # between two checkpoints


def build_model(build: Path, config: dict[str, Any]) -> Reader:
    """Make the model from the encoder's own weights."""
    tensors = {k: torch.from_numpy(v) for k, v in np.load(build / "encoder.npz").items()}
    return Reader(tensors, config["sizes"], config["noise"]["dropout"], config["noise"]["head_dropout"])


def load_weights(model: Reader, checkpoints: Sequence[str]) -> None:
    """Put the mean of some checkpoints into a model: of each its running mean, its last weights where it has none.

    `FILE=0.7` gives one a weight, else each has 1; what only some of them have is the mean of those. A checkpoint from
    before the second look leaves that as copies of the upper layers, one whose head of names takes the last layer only
    gets zeros for the lower ones, one without steps from label to label has none.
    """
    named = [(name, float(share or 1)) for name, _, share in (str(c).partition("=") for c in checkpoints)]
    states = [(torch.load(path, weights_only=True, map_location="cpu"), share) for path, share in named]
    weights = [(widened(model, s.get("average") or s["model"]), share) for s, share in states]
    known = {k: [(w[k], share) for w, share in weights if k in w] for w, _ in weights for k in w}
    mean = {
        k: sum(w * share for w, share in found) / sum(share for _, share in found)
        for k, found in known.items()
        if found[0][0].is_floating_point()
    }
    missing, surplus = model.load_state_dict({k: found[0][0] for k, found in known.items()} | mean, strict=False)
    missing = [name for name in missing if name != "name_steps"]
    if surplus or any(not name.startswith("closer.") for name in missing):
        raise ValueError(f"the checkpoint is another model's: it lacks {missing}, has {surplus}")
    if missing:
        model.closer.begin(list(model.layers)[model.sizes["middle"] :])


def widened(model: Reader, state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Give weights with zeros where the model's heads take more values of a word than they did."""
    wanted = model.state_dict()
    return {
        k: torch.nn.functional.pad(v, (0, wanted[k].shape[1] - v.shape[1]))
        if k.startswith("heads.") and v.ndim > 1 and k in wanted
        else v
        for k, v in state.items()
    }


def start_afresh(model: Reader, checkpoints: Sequence[str], layer: int) -> None:
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
            if parts[:2] == ["closer", "layers"]:
                rate = settings["rate"]
            elif parts[0] == "layers":
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
    parser.add_argument("--start", nargs="+", metavar="CHECKPOINT[=WEIGHT]")
    parser.add_argument("--fresh", type=int, metavar="LAYER", help="take only the layers below this one from --start")
    parser.add_argument("--seed", type=int, help="instead of the settings' own")
    parser.add_argument("--folds", type=int, nargs="*", default=[], help="fifths of the gold to leave out (data.load)")
    parser.add_argument("--silver", type=Path, help="a model whose parses documents without trees are trained on")
    parser.add_argument("--set", nargs="*", default=[], metavar="TABLE.KEY=VALUE")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches; 0: none beside this one")
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
    saved = torch.load(path, weights_only=True, map_location="cpu") if path.exists() else {}
    batches = feed(*feeding(args, config, train), config["seed"], args.workers, saved.get("step", 0))
    batch = next(batches)  # the processes that make batches begin before the device is used
    model.to(args.device)
    model.frozen = config["optimiser"]["frozen"]
    steps_of = optimiser(model, config)
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    if saved:
        model.load_state_dict(saved["model"], strict=False)
        steps_of.load_state_dict(grown(saved["optimiser"], steps_of))
    step = saved.get("step", 0)
    model.train()
    total = planned(args.build, args.run, args.steps)
    average = Average(model, config["average"], saved.get("average"))
    log = Log()
    since = time.time()
    while step < total and not stop.is_set():
        for g in steps_of.param_groups:
            g["lr"] = g["peak"] * factor(step, total, config["optimiser"]["warm_up"])
        found = read(model, tensors(batch, args.device), half=config["optimiser"]["half"])
        if found:
            torch.stack([weight(config, name) * value for name, value in found.items()]).sum().backward()
        torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], config["optimiser"]["clip"])
        if step >= config["export"]["from"] * total:
            hold(model, config["export"]["bits"])
        steps_of.step()
        average.add(model, step)
        steps_of.zero_grad(set_to_none=True)
        step += 1
        log.add(found, int(batch["mask"].sum()))
        batch = next(batches)
        if step % TOLD == 0:
            total = planned(args.build, args.run, args.steps)
            log.tell(step, total)
        if time.time() - since > SECONDS:
            save(path, model, average, steps_of, step)
            since = time.time()
    save(path, model, average, steps_of, step)


def feeding(args: argparse.Namespace, config: dict[str, Any], train: list[Any]) -> tuple[Any, Any]:
    """Give what makes the groups of a round, and what makes a batch of a group."""
    sizes = config["windows"]
    pieces = Pieces.load(args.build / "tokenizer.json")
    change = Renaming.of(train, pieces, config["noise"]["renamed"])
    small = small_words(pieces, config["mentions"]["small"].split())
    return (
        lambda rng: schedule(train, config["passes"], sizes["pieces"], sizes["batch"], rng, change),
        functools.partial(collate, unknown=config["noise"]["unknown"], small=small),
    )


def read(model: Reader, batch: dict[str, Any], *, half: bool) -> dict[str, torch.Tensor]:
    """Give the losses of both looks at a batch."""
    with torch.autocast(batch["ids"].device.type, torch.bfloat16, enabled=half):
        out = model(batch["ids"], batch["mask"], batch["first"], batch["sentence"], batch.get("heads"))
        asked = batch["questions"]
        closer = model.closer(out["states"], *(asked[k] for k in QUESTION), batch["mask"]) if asked else None
    return losses(out, batch) | (closer_losses(closer, asked) if closer else {})


def weight(config: dict[str, Any], name: str) -> float:
    """Give the weight of a loss: those of links share one, those of the second look have their own table."""
    head, *rest = name.split()
    found: float = config["closer"][rest[0]] if head == "closer" else config["loss"][head]
    return found


class Log:
    """Means of the losses, told now and then; they stay on the device in between."""

    def __init__(self) -> None:
        self.began, self.pieces = time.time(), 0
        self.sums: dict[str, list[torch.Tensor]] = defaultdict(list)

    def add(self, found: dict[str, torch.Tensor], pieces: int) -> None:
        """Take in the losses of a step."""
        self.pieces += pieces
        for name, value in found.items():
            self.sums[name].append(value.detach())

    def tell(self, step: int, total: int) -> None:
        """Print the means since the last line."""
        means = {k: round(float(torch.stack(v).mean()), 4) for k, v in sorted(self.sums.items())}
        seconds = time.time() - self.began
        print(json.dumps({"step": step, "of": total, "per_s": round(self.pieces / seconds), **means}), flush=True)
        self.began, self.pieces = time.time(), 0
        self.sums.clear()


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
        now = model.state_dict()
        self.state = {k: state[k].to(v.device) if state else v.detach().clone() for k, v in now.items()}

    def add(self, model: Reader, step: int) -> None:
        """Take the weights after a step in; while steps are few the mean follows faster."""
        if step % self.every == 0:
            keep = min(self.keep, step / (step + 10 * self.every))
            now = model.state_dict()
            names = [k for k, v in now.items() if v.is_floating_point() and k != "word.weight"]
            torch._foreach_lerp_([self.state[k] for k in names], [now[k] for k in names], 1 - keep)


def save(path: Path, model: Reader, average: Average, steps_of: torch.optim.Optimizer, step: int) -> None:
    """Write a checkpoint under another name and put it in place."""
    state = {"model": model.state_dict(), "average": average.state, "optimiser": steps_of.state_dict()}
    torch.save(state | {"step": step}, path.with_suffix(".tmp"))
    path.with_suffix(".tmp").rename(path)


if __name__ == "__main__":
    main()
