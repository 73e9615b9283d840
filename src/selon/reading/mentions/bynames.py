"""What somebody is called beside a name: "surnommé « Vif-Argent »", "alias Gran Zo"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.languages.fr.grammar import words as word_class
from selon.reading.mentions.name_at import NameAt, outside
from selon.reading.text import Sentence, Token

CALLED, ONLY_BEHIND_COMMA = word_class("called_beside_a_name"), frozenset(["dit", "dite"])
QUOTES = frozenset("«“\"'‘")
LONGEST = 3  # words of a byname


def bynames(sentences: Sequence[Sentence], found: Sequence[NameAt]) -> Iterator[NameAt]:
    """Find the bynames that stand behind the name of a person, with capitals and in quotation marks or not."""
    persons = [n for n in found if n.kind == "person"]
    ends = {(n.sentence, n.last) for n in persons}
    for number, sentence in enumerate(sentences):
        tokens = sentence.tokens
        for k in range(1, len(tokens) - 1):
            if tokens[k].lower not in CALLED:
                continue
            comma = tokens[k - 1].text == ","
            if (comma or tokens[k].lower not in ONLY_BEHIND_COMMA) and (number, k - 1 - comma) in ends:
                yield from outside(_behind(number, tokens, k + 1), persons)


def _behind(number: int, tokens: Sequence[Token], first: int) -> Iterator[NameAt]:
    first += tokens[first].text in QUOTES
    last = first
    while last < len(tokens) and last - first < LONGEST and tokens[last].text[:1].isupper():
        last += 1
    if last > first:
        yield NameAt(number, first, last - 1, "person", None)
