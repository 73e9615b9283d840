"""Make a checkpoint from an exported model, to train on from it where no checkpoint is at hand.

usage: restore.py --build FOLDER --model FOLDER --out FILE.pt

Layers come back with the 7 bits that they were exported in; word embeddings are those of the build folder. The second
look's head of statuses, which is not exported, begins anew.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from pathlib import Path

import numpy as np
import onnx
import torch
from model import NAME
from onnx import numpy_helper
from torch import Tensor
from train import build_model

PREFIX = "model."
SUFFIXES = ("_quant", "/MatMul")
FUSED = {"qkv": ("q", "k", "v"), "kv": ("k", "v")}
NOT_EXPORTED = ("word.", "closer.status.")


def matrices(graph: onnx.GraphProto) -> dict[str, Tensor]:
    """Give each product's weight [out, in] by the name of its module."""
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {}
    for node in graph.node:
        weight = next((i for i in node.input if i in values and values[i].ndim == 2), None)
        if node.op_type not in ("MatMul", "MatMulInteger", "Gemm") or weight is None:
            continue
        matrix = values[weight].astype(np.float32)
        if node.op_type == "MatMulInteger":
            matrix = matrix * values[weight.replace("_quantized", "_scale")]
        name = node.name.removesuffix(SUFFIXES[0]).removesuffix(SUFFIXES[1])
        name = name.strip("/").replace("/", ".").removeprefix(PREFIX)
        found[f"heads.{name}" if name.endswith("_") else name] = torch.from_numpy(matrix.T.copy())
    return found


def state(graph: onnx.GraphProto, hidden: int) -> dict[str, Tensor]:
    """Give the parameters of a model by their names in `model.Reader`."""
    found = {f"{k}.weight": v for k, v in matrices(graph).items()}
    for i in graph.initializer:
        if i.name.startswith((PREFIX, "closer.")) and not i.name.startswith(f"{PREFIX}word."):
            found[i.name.removeprefix(PREFIX)] = torch.from_numpy(numpy_helper.to_array(i).copy())
    out = {}
    for name, value in found.items():
        name = name.replace(".layer.", ".")
        fused = next((f for f in FUSED if f".{f}." in name), None)
        for part, chunk in zip(FUSED[fused], value.split(hidden), strict=True) if fused else ():
            out[name.replace(fused or "", part)] = chunk
        if fused is None:
            out[name] = value
    return out


def main() -> None:
    """Write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "config.toml")
    args = parser.parse_args()
    model = build_model(args.build, tomllib.loads(args.config.read_text("utf-8")))
    graphs = (onnx.load(args.model / name).graph for name in ("reader.onnx", "closer.onnx"))
    found = {k: v for graph in graphs for k, v in state(graph, model.ln.weight.shape[0]).items()}
    scale = (model.ln.weight.shape[0] // model.layers[0].heads) ** -0.5
    for name in found:
        if ".q." in name:
            found[name] = found[name] / scale
    labels = json.loads((args.model / "labels.json").read_text("utf-8"))
    found["name_steps"] = torch.tensor(labels["steps"][NAME])
    missing, surplus = model.load_state_dict(found, strict=False)
    missing = [m for m in missing if not m.startswith(NOT_EXPORTED)]
    if missing or surplus:
        raise ValueError(f"the exported model is another one: it lacks {missing}, has {surplus}")
    torch.save({"model": model.state_dict()}, args.out)


if __name__ == "__main__":
    main()
