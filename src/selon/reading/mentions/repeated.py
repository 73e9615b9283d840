"""Names that stand again in a text where nothing was found: what is sure of one occurrence holds for the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from selon.reading.mentions.name_at import NameAt, text_of
from selon.reading.mentions.place_names import in_larger_name
from selon.reading.mentions.shapes import is_platform, is_share_line
from selon.reading.text import Sentence, Token

SHORTEST = 3  # letters of a name that is looked for again
Words = tuple[str, ...]


def repeated(sentences: Sequence[Sentence], found: Sequence[NameAt]) -> Iterator[NameAt]:
    """Find the occurrences of found names that no name covers, where no more of them were left out than found."""
    counts = Counter(text_of(sentences, n) for n in found)
    left = list(_left_out(sentences, found))
    missing = Counter(text_of(sentences, n) for n in left)
    return (n for n in left if missing[(words := text_of(sentences, n))] <= counts[words])


def _left_out(sentences: Sequence[Sentence], found: Sequence[NameAt]) -> Iterator[NameAt]:
    meant = _meant(sentences, found)
    longest: dict[str, int] = {}
    for words in meant:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    common = {t.text for s in sentences for t in s.tokens if t.text.islower()}
    taken = {(n.sentence, k) for n in found for k in range(n.first, n.last + 1)}
    for number, sentence in enumerate(sentences):
        if is_share_line(sentence.tokens):
            continue
        free = [(number, k) not in taken for k in range(len(sentence.tokens))]
        yield from _again(number, sentence.tokens, free, meant, longest, common)


def _meant(sentences: Sequence[Sentence], found: Sequence[NameAt]) -> Mapping[Words, NameAt]:
    """Give one name for each wording: of the kind found most often; a department in a title tells nothing."""
    by_words: dict[Words, list[NameAt]] = defaultdict(list)
    for name in found:
        tokens = sentences[name.sentence].tokens[name.first : name.last + 1]
        if len(tokens[0].text) >= SHORTEST and tokens[0].text[:1].isupper():
            by_words[tuple(t.text for t in tokens)].append(name)
    meant: dict[Words, NameAt] = {}
    for words, names in by_words.items():
        kind = Counter(n.kind for n in names).most_common(1)[0][0]
        if not any(n.in_title for n in names):
            meant[words] = next(n for n in names if n.kind == kind)
    return meant


def _again(
    number: int,
    tokens: Sequence[Token],
    free: Sequence[bool],
    meant: Mapping[Words, NameAt],
    longest: Mapping[str, int],
    common: set[str],
) -> Iterator[NameAt]:
    texts = [t.text for t in tokens]
    behind = 0
    for i in (k for k, text in enumerate(texts) if text in longest):
        sizes = range(min(longest[texts[i]], len(texts) - i), 0, -1) if i >= behind else ()
        size = next((n for n in sizes if tuple(texts[i : i + n]) in meant), 0)
        last = i + size - 1
        if size and all(free[i : last + 1]) and _stands_alone(tokens, i, last, common):
            yield replace(meant[tuple(texts[i : last + 1])], sentence=number, first=i, last=last)
        behind = max(behind, i + size)


def _stands_alone(tokens: Sequence[Token], first: int, last: int, common: set[str]) -> bool:
    """Tell whether words are no part of a longer name, no network to write on, and no common noun with a capital."""
    if is_platform(tokens, first) or in_larger_name(tokens, first) or in_larger_name(tokens, first, "contests"):
        return False
    if first == 0 or not tokens[first - 1].text[:1].isalpha():
        return first < last or tokens[first].text.lower() not in common
    near = tokens[last + 1].text if last + 1 < len(tokens) and tokens[last + 1].start - tokens[last].end <= 1 else ""
    before = tokens[first - 1].text if first > 1 else ""
    return not near[:1].isupper() and not before[:1].isupper()
