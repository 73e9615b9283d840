"""The store: one SQLite file that keeps articles, their records and what people corrected."""

from selon.corpus.corpus import Corpus, open_corpus
from selon.corpus.filters import Filters

__all__ = ["Corpus", "Filters", "open_corpus"]
