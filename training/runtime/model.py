"""The model's proposals: names, triggers, statements, times, quantities and the links between them, with scores.

One small encoder with a head for each kind (see `docs/model.md`) reads windows of about 200 words through onnxruntime.
It proposes; the steps after it decide. Offsets are code points of the text as given.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from runtime.decode import Floats
from runtime.pieces import Offsets, Pieces
from runtime.proposal import Proposal, Seen
from runtime.propose import propose
from runtime.windows import Window, cut_words, windows

__all__ = ["Model", "ModelError", "Proposal", "Seen", "arrays", "check", "join", "onnx_backend"]

BOS, EOS, PAD = 0, 2, 1
MOST, CONTEXT = 256, 48

Backend = Callable[[Mapping[str, NDArray[Any]]], dict[str, Floats]]


class ModelError(Exception):
    """The model's files are missing, damaged or do not belong together."""


class Model:
    """Reads texts with the exported model; the files are opened and checked at the first use."""

    def __init__(self, folder: Path, *, threads: int = 0, backend: Backend | None = None) -> None:
        self.folder = folder
        self.threads = threads
        self._backend = backend
        self._pieces: Pieces | None = None
        self._labels: dict[str, Any] = {}

    def propose(self, texts: Sequence[str]) -> list[Proposal]:
        """Give one proposal a text; ModelError when the model's files are missing or damaged."""
        self._open()
        return [propose(seen, self._labels) for seen in self.see(texts)]

    def see(self, texts: Sequence[str]) -> list[Seen]:
        """Give the logits for each text."""
        self._open()
        assert self._pieces is not None
        cut = [_cut(self._pieces, text) for text in texts]
        results = [[self._window(pieces[w.start : w.end]) for w in found] for _, pieces, _, found in cut]
        return [
            join(text, words, starts, found, seen)
            for text, (words, _, starts, found), seen in zip(texts, cut, results, strict=True)
        ]

    def _window(self, pieces: list[tuple[int, ...]]) -> dict[str, Floats]:
        """Run one window alone: 8-bit products scale by all they are given, so company would change what is read."""
        return {name: values[0] for name, values in self._run(arrays([pieces])).items()}

    def _run(self, arrays: Mapping[str, NDArray[Any]]) -> dict[str, Floats]:
        assert self._backend is not None
        return self._backend(arrays)

    def _open(self) -> None:
        if self._pieces is None:
            check(self.folder, weights=self._backend is None)
            self._labels = json.loads((self.folder / "labels.json").read_text("utf-8"))
            self._backend = self._backend or onnx_backend(self.folder / "reader.onnx", self.threads)
            self._pieces = Pieces.load(self.folder / "tokenizer.json")


def check(folder: Path, *, weights: bool = True) -> None:
    """Compare the files with the hashes of `manifest.json`; ModelError when one is missing or differs."""
    try:
        recorded = json.loads((folder / "manifest.json").read_text("utf-8"))["sha256"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"model manifest {folder / 'manifest.json'} cannot be read; export the model again") from error
    for name, digest in recorded.items():
        if weights or not name.endswith(".onnx"):
            path = folder / name
            if not path.is_file():
                raise ModelError(f"model file {path} is missing; export the model again")
            if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                raise ModelError(f"model file {path} does not match its recorded hash; export the model again")


def onnx_backend(path: Path, threads: int = 0) -> Backend:
    """Open an ONNX file; `threads` of 0 leaves their number to onnxruntime."""
    import onnxruntime  # type: ignore[import-untyped]

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [o.name for o in session.get_outputs()]

    def run(arrays: Mapping[str, NDArray[Any]]) -> dict[str, Floats]:
        return dict(zip(names, session.run(names, dict(arrays)), strict=True))

    return run


def _cut(pieces: Pieces, text: str) -> tuple[list[Offsets], list[tuple[int, ...]], list[int], list[Window]]:
    words, starts = cut_words(text)
    ids = [p[: MOST // 4] for p in pieces.of_words(text, words)]
    return words, ids, starts, windows([len(p) for p in ids], starts, MOST, CONTEXT)


def arrays(rows: list[list[tuple[int, ...]]]) -> dict[str, NDArray[Any]]:
    """Make ids and mask [windows, pieces] and the first piece of each word [windows, words + 1]."""
    longest = max(sum(map(len, r)) for r in rows) + 2
    most = max(map(len, rows)) + 1
    ids = np.full((len(rows), longest), PAD, np.int64)
    mask = np.zeros((len(rows), longest), np.float32)
    first = np.zeros((len(rows), most), np.int64)
    for k, row in enumerate(rows):
        flat = [BOS]
        for j, word in enumerate(row):
            first[k, j + 1] = len(flat)
            flat += word
        flat.append(EOS)
        ids[k, : len(flat)], mask[k, : len(flat)] = flat, 1
    return {"ids": ids, "mask": mask, "first": first}


def join(
    text: str, words: list[Offsets], starts: list[int], found: list[Window], results: list[dict[str, Floats]]
) -> Seen:
    """Put the windows' own words together; a text without words has no logits."""
    heads = [h for h in results[0] if h not in ("link", "arc")] if results else []
    own = [w.own - w.start + 1 for w in found]
    logits = {h: np.concatenate([r[h][a:] for a, r in zip(own, results, strict=True)]) for h in heads}
    return Seen(
        text, words, starts, found, logits, [r["link"] for r in results], [r["arc"] for r in results if "arc" in r]
    )
