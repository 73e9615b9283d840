"""Make a checkpoint from an exported model, to train on from it where no checkpoint is at hand.

usage: restore.py --build FOLDER --model FOLDER --out FILE.pt [--branch]

`--branch` gives the second reading of the upper layers, with the lower ones it shares, in place of the first.
Layers come back with the 7 bits that they were exported in; word embeddings are those of the build folder.
"""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor
from train import build_model

SUFFIXES = ("_quant", "/MatMul")
FUSED = ("q", "k", "v")
AGAIN = "_1"
"""What ends a module's name where the graph runs it a second time, for the branch."""


def of_product(node: str) -> tuple[bool, str]:
    """Tell of a product whether it is the branch's, and its module's name in `model.Reader`."""
    name = node.removesuffix(SUFFIXES[0]).removesuffix(SUFFIXES[1]).removeprefix("/model/").replace("/", ".")
    branch = name.endswith(AGAIN)
    name = name.removesuffix(AGAIN)
    return branch, f"heads.{name}" if name.endswith("_") else name


def of_value(initializer: str) -> tuple[bool, str]:
    """Tell of a parameter whether it is the branch's, and its name in `model.Reader`."""
    name = initializer.removeprefix("model.").removeprefix("model.")
    return name.startswith("others.0."), name.removeprefix("others.0.")


def parameters(graph: onnx.GraphProto) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """Give the parameters as they are exported, the model's and the branch's."""
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found: tuple[dict[str, Tensor], dict[str, Tensor]] = ({}, {})
    for node in graph.node:
        weight = next((i for i in node.input if i in values and values[i].ndim == 2), None)
        if node.op_type not in ("MatMul", "MatMulInteger", "Gemm") or weight is None:
            continue
        matrix = values[weight].astype(np.float32)
        if node.op_type == "MatMulInteger":
            matrix = matrix * values[weight.replace("_quantized", "_scale")]
        branch, name = of_product(node.name)
        found[branch][f"{name}.weight"] = torch.from_numpy(matrix.T.copy())
    for initializer, value in values.items():
        if initializer.startswith("model.") and "word." not in initializer:
            branch, name = of_value(initializer)
            found[branch][name] = torch.from_numpy(value.copy())
    return found


def state(graph: onnx.GraphProto, hidden: int, branch: bool) -> dict[str, Tensor]:
    """Give the parameters of a model, or of the branch with what it shares, by their names in `model.Reader`."""
    own, others = parameters(graph)
    out = {}
    for exported, value in (own | others if branch else own).items():
        name = exported.replace(".layer.", ".")
        if ".qkv." in name:
            for part, chunk in zip(FUSED, value.split(hidden), strict=True):
                out[name.replace("qkv", part)] = chunk
        else:
            out[name] = value
    return out


def main() -> None:
    """Write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--branch", action="store_true")
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "config.toml")
    args = parser.parse_args()
    model = build_model(args.build, tomllib.loads(args.config.read_text("utf-8")))
    found = state(onnx.load(args.model / "reader.onnx").graph, model.ln.weight.shape[0], args.branch)
    scale = (model.ln.weight.shape[0] // model.layers[0].heads) ** -0.5
    for name in found:
        if ".q." in name:
            found[name] = found[name] / scale
    missing, surplus = model.load_state_dict(found, strict=False)
    missing = [m for m in missing if not m.startswith("word.")]
    if missing or surplus:
        raise ValueError(f"the exported model is another one: it lacks {missing}, has {surplus}")
    torch.save({"model": model.state_dict()}, args.out)


if __name__ == "__main__":
    main()
