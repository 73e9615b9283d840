"""Acronyms that the article itself explains, also where it prints them wrongly once: "OTSC" and "OTCS"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.reading.mentions.gazetteer import Known, words_of
from selon.reading.mentions.name_at import NameAt, text_of
from selon.reading.text import Sentence

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


def slips(sentences: Sequence[Sentence], found: list[NameAt]) -> Iterator[NameAt]:
    """Find the acronyms that nobody knows but as a slip for one the text uses: "OTCS" beside "OTSC"."""
    used = {text_of(sentences, n): n.known for n in found if n.known and is_acronym(text_of(sentences, n))}
    if not used:
        return
    sure = [n for n in found if n.listed or n.last > n.first]
    taken = {(n.sentence, k) for n in sure for k in range(n.first, n.last + 1)}
    for number, sentence in enumerate(sentences):
        for i, token in enumerate(sentence.tokens):
            if not is_acronym(token.text) or (number, i) in taken:
                continue
            meant = {known.name: known for acronym, known in used.items() if known and is_slip(token.text, acronym)}
            if len(meant) == 1:
                known = replace(next(iter(meant.values())), via="acronym")
                yield NameAt(number, i, i, known.kind, known)
