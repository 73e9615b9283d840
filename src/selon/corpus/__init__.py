"""The store: one SQLite file that keeps articles, their records and what people corrected."""

from selon.corpus.corpus import Corpus, open_corpus

__all__ = ["Corpus", "open_corpus"]
