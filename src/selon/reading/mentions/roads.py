"""Roads named by their letter and number: "l'A86", "la D 905 bis", "la départementale 31"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selon.languages.fr.grammar import words as word_class
from selon.reading.text import Token

NUMBERED = re.compile(r"(A|N|D|M|E|RN|RD)(\d{1,4})([A-Za-z]|bis|ter)?")
OPENINGS = frozenset("ANDMER")
LETTERS = frozenset(["A", "N", "D", "RN", "RD"])  # those that may stand apart from their number
ARTICLES = {"A": frozenset(["l'"]), "N": frozenset(["la"]), "D": frozenset(["la"])}
ARTICLES |= {"RN": ARTICLES["N"], "RD": ARTICLES["D"]}
ROADS, ROAD_KINDS = word_class("nouns_of_roads"), word_class("roads_by_number")
AIRCRAFT, LEAGUES = word_class("numbers_of_aircraft"), word_class("numbers_of_leagues")
SUFFIXES = frozenset(["bis", "ter"])
Stretch = tuple[int, int]  # first and last token


def roads(tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Give the roads of a sentence; where one is sure by its article or noun, what is written like it is one too."""
    lowers = [t.lower for t in tokens]
    lettered = (k for k, t in enumerate(tokens) if t.text[0] in OPENINGS)
    coded = [found for k in lettered if (found := _coded(tokens, lowers, k))]
    if any(_sure(tokens, lowers, first) for first, _ in coded):
        yield from coded
    for k, lower in enumerate(lowers):
        if lower in ROAD_KINDS and k + 1 < len(tokens) and tokens[k + 1].text.isdigit() and _next_to(tokens, k):
            yield k, k + 1


def _coded(tokens: Sequence[Token], lowers: Sequence[str], k: int) -> Stretch | None:
    """Give the road that begins at a token: "A86", or "RN" and "113"; an "A320" is an aircraft, "D1" a league."""
    match = NUMBERED.fullmatch(tokens[k].text)
    if match:
        behind_noun = k > 0 and lowers[k - 1] in ROADS
        other = match[2] in (AIRCRAFT if match[1] == "A" else LEAGUES if match[1] in {"D", "N"} else ())
        known = match[1] in LETTERS and not other
        return (k, _with_suffix(tokens, k)) if known or behind_noun else None
    apart = tokens[k].text in LETTERS and k + 1 < len(tokens) and _next_to(tokens, k)
    if apart and re.fullmatch(r"\d{1,4}(?:bis|ter)?", tokens[k + 1].text) and _may_begin(tokens, lowers, k):
        return k, _with_suffix(tokens, k + 1)
    return None


def _may_begin(tokens: Sequence[Token], lowers: Sequence[str], k: int) -> bool:
    """Tell whether a lone letter before a number may be a road's: it has its article or noun."""
    return k > 0 and (lowers[k - 1] in ROADS or lowers[k - 1] in ARTICLES[tokens[k].text])


def _sure(tokens: Sequence[Token], lowers: Sequence[str], first: int) -> bool:
    match = NUMBERED.fullmatch(tokens[first].text)
    letter = match[1] if match else tokens[first].text
    before = lowers[first - 1] if first else ""
    return before in ROADS or before in ARTICLES.get(letter, ())


def _with_suffix(tokens: Sequence[Token], k: int) -> int:
    behind = k + 1 < len(tokens) and tokens[k + 1].text in SUFFIXES and _next_to(tokens, k)
    return k + 1 if behind else k


def _next_to(tokens: Sequence[Token], k: int) -> bool:
    return tokens[k + 1].start - tokens[k].end <= 1
