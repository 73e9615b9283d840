"""Acronyms that the article itself explains, also where it prints them wrongly once: "OTSC" and "OTCS"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.reading.mentions.gazetteer import Known, words_of
from selon.reading.mentions.names import NameAt
from selon.reading.text import Sentence

SHORTEST = 3


def acronyms_of(sentences: Sequence[Sentence], names: Sequence[NameAt]) -> dict[str, Known]:
    """Give what the unknown acronyms of a text mean.

    One in brackets behind a known name means it, whatever its letters; one with the letters of another that the
    article uses, two of them changed over, is a slip for it.
    """
    found: dict[str, Known] = {}
    for name in names:
        if name.known and name.known.kind in {"organisation", "group"}:
            found.update(_in_brackets(sentences[name.sentence], name))
    used = {_text(sentences, n): n.known for n in names if n.known and _is_acronym(_text(sentences, n))}
    used.update({acronym: known for acronym, known in found.items() if known})
    for name in names:
        text = _text(sentences, name)
        if name.known is None and _is_acronym(text) and text not in found:
            slips = {known.name: known for acronym, known in used.items() if known and is_slip(text, acronym)}
            if len(slips) == 1:
                found[text] = replace(next(iter(slips.values())), via="acronym")
    return found


def _in_brackets(sentence: Sentence, name: NameAt) -> Iterator[tuple[str, Known]]:
    tokens = sentence.tokens
    k = name.last + 1
    closed = k + 2 < len(tokens) and tokens[k].text == "(" and tokens[k + 2].text == ")"
    if name.known and closed and _is_acronym(tokens[k + 1].text):
        yield tokens[k + 1].text, replace(name.known, via="acronym")


def _is_acronym(text: str) -> bool:
    return len(text) >= SHORTEST and text.isupper() and text.isalpha()


def is_slip(one: str, other: str) -> bool:
    """Tell whether two acronyms differ by two neighbouring letters changed over."""
    if len(one) != len(other) or one == other:
        return False
    wrong = [k for k, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(one) == sorted(other)


def _text(sentences: Sequence[Sentence], name: NameAt) -> str:
    return words_of(sentences[name.sentence].tokens[name.first : name.last + 1])
