"""What a parse gives: words with their class, head and relation, and proposed names."""

from __future__ import annotations

from dataclasses import dataclass

STRAIGHTEN = str.maketrans({"’": "'", "ʼ": "'", "‑": "-", "“": '"', "”": '"', "\0": "?"})


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
