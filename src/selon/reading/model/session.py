"""The trained encoder: sentences in, logits out.

One small encoder with a head for each kind of record (docs/model.md) reads windows of about a hundred words through
onnxruntime. It proposes; the steps after it decide. Offsets are code points of the text as given.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from selon.errors import ModelError
from selon.reading.model.closer import QUESTION, Closeup, Marked, answers, ask, small_words
from selon.reading.model.decode import Floats
from selon.reading.model.pieces import Offsets, Pieces
from selon.reading.model.seen import Seen
from selon.reading.model.windows import Window, windows, words_of
from selon.reading.text import Sentence

BOS, EOS = 0, 2
MOST, CONTEXT = 192, 0
BY_WINDOW = frozenset(["link", "arc"])
STATES = "states"

SLOW = "SkipLayerNormFusion"
"""What onnxruntime makes of a sum and its norm, four times as slow as both (1.32, AVX-512)."""

LOOKED_AT = 150
"""Windows of a text, from its first one, that can be looked at closer: more than any report has."""

Backend = Callable[[Mapping[str, NDArray[Any]]], dict[str, Floats]]


@dataclass(frozen=True, slots=True)
class Opened:
    """The files of a model: its name, both looks, its vocabulary, its labels, and the words that can be no party."""

    name: str
    backend: Backend
    closer: Backend | None
    pieces: Pieces
    labels: dict[str, Any]
    small: frozenset[tuple[int, ...]]


class Model:
    """Sees texts with the exported encoder; its files are opened and checked at the first use."""

    def __init__(self, folder: Path, *, threads: int = 0, backend: Backend | None = None) -> None:
        self.folder = folder
        self._backend = backend
        self._opening: Future[Opened] | None = None
        threads = threads or processors()
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="selon-model")
        # apart, or closer looks would wait behind the windows of later texts
        self._closer_pool = ThreadPoolExecutor(threads, thread_name_prefix="selon-closer")

    @property
    def name(self) -> str:
        """Give the model's name with the first letters of its weights' hash."""
        return self._opened.name

    @property
    def labels(self) -> dict[str, Any]:
        """Give the label sets by head, the relations of links and the floors of scores."""
        return self._opened.labels

    @property
    def _opened(self) -> Opened:
        return self.begin().result()

    def begin(self) -> Future[Opened]:
        """Begin to open the model's files beside what the caller does; errors are raised where it is used."""
        if self._opening is None:
            self._opening = self._pool.submit(open_model, self.folder, self._backend)
        return self._opening

    def see(self, text: str, sentences: Sequence[Sentence]) -> Seen:
        """Give the logits of a text's sentences; ModelError when the model's files are missing or damaged."""
        return self.look(text, sentences)()

    def look(self, text: str, sentences: Sequence[Sentence]) -> Callable[[], Seen]:
        """Begin to read a text beside what the caller does; call the result for its logits."""
        return self.look_at_words(text, *words_of(sentences))

    def look_at_words(self, text: str, words: list[Offsets], starts: list[int]) -> Callable[[], Seen]:
        """Begin to read a text's words; `starts` are the indices of the sentences' first words.

        A window's logits depend on its words alone: 8-bit products scale by all they are given, so each runs by itself.
        """
        opened = self._opened
        ids = [p[: MOST // 4] for p in opened.pieces.of_words(text, words)]
        found = windows([len(p) for p in ids], starts, MOST, CONTEXT)
        numbers = np.searchsorted(starts, np.arange(len(words)), "right")
        rows = [(ids[w.start : w.end], numbers[w.start : w.end]) for w in found]
        running = [self._pool.submit(self._window, *row, k < LOOKED_AT) for k, row in enumerate(rows)]
        lengths = [len(p) for p in ids]
        small = [p in opened.small for p in ids]
        return lambda: join(text, words, starts, found, (lengths, small), [r.result() for r in running])

    def look_closer(self, seen: Seen, marked: Sequence[Marked]) -> dict[Marked, Closeup]:
        """Look once more at acts or contents of a text, given by their words, those of a window together.

        None without the weights, nor behind the first LOOKED_AT windows.
        """
        if self._opened.closer is None:
            return {}
        ends = [w.end for w in seen.windows[: len(seen.states)]]
        by_window: dict[int, list[Marked]] = defaultdict(list)
        for m in marked:
            by_window[bisect_right(ends, m.first)].append(m)
        by_window.pop(len(ends), None)
        running = [self._closer_pool.submit(self._closeups, seen, number, asked) for number, asked in by_window.items()]
        return {m: closeup for r in running for m, closeup in r.result()}

    def _closeups(self, seen: Seen, number: int, marked: Sequence[Marked]) -> list[tuple[Marked, Closeup]]:
        opened = self._opened
        assert opened.closer is not None
        asked = ask(seen.lengths, seen.small, seen.starts, seen.windows[number], marked, opened.labels["marks"])
        found = opened.closer({STATES: seen.states[number], **{name: getattr(asked, name) for name in QUESTION}})
        return list(zip(marked, answers(asked, found["parties"], found["none"], found["act"]), strict=True))

    def _window(self, ids: list[tuple[int, ...]], sentences: NDArray[np.intp], closer: bool) -> dict[str, Floats]:
        found = {name: values[0] for name, values in self._opened.backend(arrays(ids, sentences)).items()}
        if not closer:
            found.pop(STATES, None)
        return found | {name: found[name].astype(np.float16) for name in BY_WINDOW & found.keys()}


@cache
def load_model() -> Model:
    """Give the one model of this process, the one the package carries."""
    return Model(Path(__file__).parent / "weights")


def open_model(folder: Path, backend: Backend | None = None) -> Opened:
    """Check and open a model's files; another backend goes without a second look.

    ModelError when a file is missing or damaged.
    """
    digest = check(folder, weights=backend is None)
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    second = backend is None and (folder / "closer.onnx").exists()
    closer = onnx_backend(folder / "closer.onnx") if second else None
    pieces = Pieces.load(folder / "tokenizer.json")
    small = small_words(pieces, labels.get("small", []))
    backend = backend or onnx_backend(folder / "reader.onnx")
    return Opened(f"selon-encoder {digest[:8]}", backend, closer, pieces, labels, small)


def processors() -> int:
    """Give the number of processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check(folder: Path, *, weights: bool = True) -> str:
    """Compare the files with the hashes of `manifest.json`, give the manifest's own hash.

    ModelError when a file is missing or differs.
    """
    try:
        manifest = (folder / "manifest.json").read_bytes()
        recorded = json.loads(manifest)["sha256"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"model manifest {folder / 'manifest.json'} cannot be read; install selon again") from error
    for name, digest in recorded.items():
        if weights or not name.endswith(".onnx"):
            path = folder / name
            if not path.is_file():
                raise ModelError(f"model file {path} is missing; install selon again")
            if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                raise ModelError(f"model file {path} does not match its recorded hash; install selon again")
    return hashlib.sha256(manifest).hexdigest()


def onnx_backend(path: Path) -> Backend:
    """Open an ONNX file; each run takes one thread, and several may run at once."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    session = onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=[SLOW]
    )
    names = [o.name for o in session.get_outputs()]

    def run(arrays: Mapping[str, NDArray[Any]]) -> dict[str, Floats]:
        return dict(zip(names, session.run(names, dict(arrays)), strict=True))

    return run


def arrays(window: list[tuple[int, ...]], sentences: NDArray[np.intp]) -> dict[str, NDArray[Any]]:
    """Make ids [1, pieces], the first piece of each word and its sentence [1, words + 1] of a window.

    Word 0 is `<s>`, in a sentence of its own.
    """
    sizes = np.array([len(w) for w in window])
    ids = np.array([[BOS, *itertools.chain.from_iterable(window), EOS]], np.int64)
    first = np.concatenate([[0], 1 + np.cumsum(sizes) - sizes])[None].astype(np.int64)
    sentence = np.concatenate([[0], sentences])[None].astype(np.int64)
    return {"ids": ids, "first": first, "sentence": sentence}


def join(
    text: str,
    words: list[Offsets],
    starts: list[int],
    found: list[Window],
    of_words: tuple[list[int], list[bool]],
    results: list[dict[str, Floats]],
) -> Seen:
    """Put the windows' own words together; a text without words has no logits."""
    heads = [h for h in results[0] if h not in BY_WINDOW and h != STATES] if results else []
    own = [w.own - w.start + 1 for w in found]
    logits = {h: np.concatenate([r[h][a:] for a, r in zip(own, results, strict=True)]) for h in heads}
    arcs = [r["arc"] for r in results if "arc" in r]
    states = [r[STATES] for r in results if STATES in r]
    return Seen(text, words, starts, found, logits, [r["link"] for r in results], arcs, *of_words, states)
