"""Acronyms that the article itself explains, also where it prints them wrongly once: "OTSC" and "OTCS"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from selon.reading.mentions.gazetteer import Known, words_of
from selon.reading.text import Sentence

if TYPE_CHECKING:
    from selon.reading.mentions.names import NameAt

SHORTEST = 3


def acronyms_of(sentences: Sequence[Sentence], names: Sequence[NameAt]) -> dict[str, Known]:
    """Give what the acronyms mean that stand in brackets behind the name of an organisation or group."""
    found: dict[str, Known] = {}
    for name in names:
        if name.kind in {"organisation", "group"}:
            found.update(_in_brackets(sentences[name.sentence], name))
    return found


def _in_brackets(sentence: Sentence, name: NameAt) -> Iterator[tuple[str, Known]]:
    tokens = sentence.tokens
    k = name.last + 1
    closed = k + 2 < len(tokens) and tokens[k].text == "(" and tokens[k + 2].text == ")"
    if closed and is_acronym(tokens[k + 1].text):
        known = name.known or Known("organisation", words_of(tokens[name.first : name.last + 1]), None, None, "name")
        yield tokens[k + 1].text, replace(known, via="acronym")


def is_acronym(text: str) -> bool:
    """Tell whether a word is written like an acronym: three capitals or more."""
    return len(text) >= SHORTEST and text.isupper() and text.isalpha()


def is_slip(one: str, other: str) -> bool:
    """Tell whether two acronyms differ by two neighbouring letters changed over."""
    if len(one) != len(other) or one == other:
        return False
    wrong = [k for k, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(one) == sorted(other)
