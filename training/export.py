"""Export checkpoints of both looks as two ONNX files with 8-bit weights, and write the files that go with them.

usage: export.py --build FOLDER --checkpoint FILE[=WEIGHT]… --out FOLDER [--full]

Word embeddings stay in the four bits they came in; the encoder's matrices are quantised by onnxruntime per
channel to 7 bits, whose products no processor saturates, so that every machine computes the same; training held them
to those bits at its end. The heads stay in 32 bits. `--full` writes 32-bit matrices, to compare.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import shutil
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from closer import Closer
from fused import Fused, FusedAsk
from labels import HEADS, LINKS, MARKS, PARTIES
from model import NAME, Reader
from torch import Tensor, nn
from train import build_model, load_weights

from selon.reading.model.closer import QUESTION

FLOORS = {"trigger": 0.25, "anchor": 0.3, "link": 0.25}
FAVOUR = 0.5  # off the logit of O: F is highest when spans are taken from a chance of half of F on (Lipton et al. 2014)
FILES = ("reader.onnx", "closer.onnx", "tokenizer.json", "labels.json")
HALF = 16
OUTPUTS = [*HEADS, "link", "arc", "states"]
INPUTS = ["ids", "first", "sentence"]


class Rows(nn.Module):
    """Word embeddings as the encoder's file has them: blocks of 32 weights in four bits with a 16-bit scale."""

    def __init__(self, nibbles: Tensor, scales: Tensor) -> None:
        super().__init__()
        self.register_buffer("nibbles", nibbles.flatten(1))
        self.register_buffer("scales", scales)

    def forward(self, ids: Tensor) -> Tensor:
        """Give the rows of some ids."""
        packed = self.nibbles[ids].to(torch.int32).unflatten(-1, (-1, HALF))
        high = torch.div(packed, 16, rounding_mode="trunc")
        weights = torch.cat([packed - 16 * high, high], dim=-1).to(torch.float32) - 8.0
        return (weights * self.scales[ids].to(torch.float32).unsqueeze(-1)).flatten(-2)


class Exported(nn.Module):
    """The first look with its outputs as a tuple; what the second one takes in 16 bits."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        model.layers = nn.ModuleList(Fused(layer) for layer in model.layers)
        self.model = model

    def forward(self, ids: Tensor, first: Tensor, sentence: Tensor) -> tuple[Tensor, ...]:
        """Give the logits of windows as long as each other in the order of OUTPUTS."""
        out = self.model(ids, torch.ones_like(ids), first, sentence)
        out["states"] = torch.stack(out["states"], 1).half()
        return tuple(out[k] for k in OUTPUTS)


class Closeup(nn.Module):
    """The second look at a window without the statuses, which only help to train it: the first look's are as good."""

    def __init__(self, closer: Closer) -> None:
        super().__init__()
        closer.layers = nn.ModuleList(FusedAsk(layer) for layer in closer.layers)
        self.closer = closer

    def forward(
        self, states: Tensor, piece: Tensor, mark: Tensor, question: Tensor, head: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Give the logits of the parties, of nobody and of being an act."""
        asked = (x[None] for x in (piece, mark, question, head))
        parties, none, _, act = self.closer(list(states.float()[:, None]), *asked)
        return parties[0], none[0], act[0]


def write_labels(folder: Path, small: Sequence[str], name_steps: Tensor) -> None:
    """Write the label sets, floors, the steps from label to label and the words that cannot be a party."""
    data = {"heads": HEADS, "links": LINKS, "floors": FLOORS, "favour": FAVOUR}
    data |= {"steps": {NAME: [[round(x, 3) for x in row] for row in name_steps.tolist()]}}
    data |= {"marks": MARKS, "parties": PARTIES, "small": small}
    (folder / "labels.json").write_text(json.dumps(data, indent=1) + "\n", "utf-8")


def write_manifest(folder: Path) -> None:
    """Write the hashes of the model's files."""
    digests = {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in FILES if (folder / n).exists()}
    (folder / "manifest.json").write_text(json.dumps({"sha256": digests}, indent=1) + "\n", "utf-8")


def to_onnx(model: Reader, rows: Rows, path: Path) -> None:
    """Write the 32-bit graph."""
    ids = torch.arange(0, model.word.num_embeddings, 97)
    if not torch.allclose(rows(ids), model.word(ids), atol=1e-6):
        raise ValueError("the rows are not those of the model's word embeddings")
    model.word = rows  # type: ignore[assignment]
    example = (
        torch.tensor([[0, 9, 10, 11, 12, 2], [0, 9, 10, 11, 10, 2]]),
        torch.tensor([[0, 1, 2], [0, 1, 2]]),
        torch.tensor([[0, 1, 1], [0, 1, 2]]),
    )
    axes: dict[str, Any] = {
        "ids": {0: "windows", 1: "pieces"},
        "first": {0: "windows", 1: "words"},
        "sentence": {0: "windows", 1: "words"},
    }
    axes |= {h: {0: "windows", 1: "words"} for h in OUTPUTS}
    axes["link"] = {0: "windows", 2: "words", 3: "words"}
    axes["arc"] = {0: "windows", 1: "words", 2: "words"}
    axes["states"] = {0: "windows", 2: "pieces"}
    torch.onnx.export(
        Exported(model).eval(), example, str(path), input_names=INPUTS, output_names=OUTPUTS,
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def closer_to_onnx(closer: Closer, hidden: int, path: Path) -> None:
    """Write the 32-bit graph of the second look, at the acts and contents of one window."""
    example = (
        torch.zeros(len(closer.layers), 6, hidden).half(),
        *(torch.tensor(x) for x in ([1, 2, 2, 4], [1, 0, 1, 0], [0, 0, 1, 1], [0, 2])),
    )
    axes = {"states": {1: "pieces"}, "parties": {0: "words"}, "none": {0: "questions"}, "act": {0: "questions"}}
    axes |= {name: {0: "words"} for name in ("piece", "mark", "question")} | {"head": {0: "questions"}}
    torch.onnx.export(
        Closeup(closer).eval(), example, str(path), input_names=["states", *QUESTION],
        output_names=["parties", "none", "act"], dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def quantise(whole: Path, out: Path) -> None:
    """Turn the encoder's matrices into 8-bit ones."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    graph = onnx.load(whole).graph
    products = [n.name for n in graph.node if n.op_type in ("MatMul", "Gemm")]
    whole_ones = [name for name in products if "/layers" not in name]
    quantize_dynamic(
        whole,
        out,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        reduce_range=True,
        nodes_to_exclude=whole_ones,
    )


def main() -> None:
    """Write the model's folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--checkpoint", nargs="*", default=[], metavar="FILE[=WEIGHT]")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "config.toml")
    args = parser.parse_args()
    logging.getLogger().setLevel(logging.ERROR)
    torch.set_num_threads(2)
    config = tomllib.loads(args.config.read_text("utf-8"))
    model = build_model(args.build, config)
    if args.checkpoint:
        load_weights(model, args.checkpoint)
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        closer_to_onnx(model.closer, model.pos.shape[1], folder / "closer.onnx")
        rows = Rows(*(torch.from_numpy(v) for v in np.load(args.build / "rows.npz").values()))
        to_onnx(model, rows, folder / "reader.onnx")
        for graph in folder.glob("*.onnx"):
            if args.full:
                shutil.copy(graph, args.out / graph.name)
            else:
                quantise(graph, args.out / graph.name)
    shutil.copy(args.build / "tokenizer.json", args.out / "tokenizer.json")
    write_labels(args.out, config["mentions"]["small"].split(), model.name_steps)
    write_manifest(args.out)
    sizes = {n: round((args.out / n).stat().st_size / 1e6, 2) for n in FILES if (args.out / n).exists()}
    print(json.dumps({"MB": sizes, "parameters": sum(p.numel() for p in model.parameters())}))


if __name__ == "__main__":
    main()
