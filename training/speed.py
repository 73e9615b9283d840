"""Measure words a second and peak memory of the exported model.

usage: speed.py GOLD MODEL [--threads N] [--texts N]
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from pathlib import Path

from data import read_articles
from proposing import propose

from selon.reading.model.session import Model
from selon.reading.text import split_sentences


def main() -> None:
    """Print one line of figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--texts", type=int, default=60)
    args = parser.parse_args()
    texts = [d["text"] for d in read_articles(args.gold)][: args.texts]
    words = sum(len(t.split()) for t in texts)
    model = Model(args.model, threads=args.threads)
    began = time.time()
    model.see(texts[0], split_sentences(texts[0]))
    opened = time.time() - began
    began = time.time()
    seen_texts = [model.see(t, split_sentences(t)) for t in texts]
    seen = time.time() - began
    began = time.time()
    for s in seen_texts:
        propose(s, model.labels)
    whole = seen + time.time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = {"open_s": opened, "words_per_s": words / whole, "encoder_words_per_s": words / seen, "peak_MB": peak}
    print(json.dumps({k: round(v, 1) for k, v in figures.items()}))


if __name__ == "__main__":
    main()
