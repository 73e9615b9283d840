"""Names in the text: the gazetteer first, the statistical finder where it is silent, one kind for a name throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from selon.knowledge.countries import load_countries
from selon.knowledge.holders import load_holders
from selon.knowledge.places import Place, load_places
from selon.knowledge.spelling import fold
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.place_words import load_place_words
from selon.languages.fr.roles import load_roles
from selon.languages.fr.titles import load_titles
from selon.reading.mentions.gazetteer import Gazetteer, Known, load_gazetteer, words_of
from selon.reading.mentions.place_names import find_place_names, in_larger_name, is_surname
from selon.reading.parser import Name
from selon.reading.text import Sentence, Token

ARTICLES = word_class("articles")
KINDS = frozenset(["person", "place", "organisation"])
PLACED = load_place_words()["towards"] | {"de", "d'", "du", "des", "au", "aux", "sur", "et"}
LOCATED = frozenset(["place", "state"])


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name at tokens `first` to `last` (included) of a sentence, and what the knowledge knows of it."""

    sentence: int
    first: int
    last: int
    kind: str
    known: Known | None
    places: tuple[Place, ...] = ()  # what a place name may mean, the most populous first


def find_names(sentences: Sequence[Sentence], proposed: Sequence[Sequence[Name]]) -> tuple[NameAt, ...]:
    """Find the names of a text, in order, none overlapping another; place names with what each may mean."""
    gazetteer = load_gazetteer()
    guesses = [
        list(_guessed(number, s, names)) for number, (s, names) in enumerate(zip(sentences, proposed, strict=True))
    ]
    surnames = _last_names(sentences, [g for group in guesses for g in group])
    found: list[NameAt] = []
    for number, sentence in enumerate(sentences):
        listed = with_places(number, sentence, list(_listed(number, sentence, gazetteer)), surnames)
        found.extend(_merged(sentence, listed, guesses[number]))
    found = _consistent(sentences, found)
    return tuple(sorted([*found, *_surnames(sentences, found)], key=lambda n: (n.sentence, n.first)))


def with_places(number: int, sentence: Sentence, listed: list[NameAt], surnames: frozenset[str]) -> list[NameAt]:
    """Join the place names of a sentence to the listed names: a longer one takes the place of a country inside it."""
    tokens = sentence.tokens
    kept = [
        n
        for n in listed
        if n.kind not in LOCATED
        or not (in_larger_name(tokens, n.first, "contests") or is_surname(tokens, n.first, n.last, surnames))
    ]
    for found in find_place_names(tokens, surnames):
        over = [n for n in kept if n.first <= found.last and found.first <= n.last]
        shorter = all(n.kind in LOCATED and n.last - n.first < found.last - found.first for n in over)
        if shorter:
            kept = [n for n in kept if n not in over]
            kept.append(NameAt(number, found.first, found.last, "place", None, found.places))
        else:
            same = [n for n in over if (n.first, n.last, n.kind) == (found.first, found.last, "place")]
            kept = [replace(n, places=found.places) if n in same else n for n in kept]
    return kept


def _last_names(sentences: Sequence[Sentence], guesses: Sequence[NameAt]) -> frozenset[str]:
    """Give the last words of the persons proposed with two words or more, or with a surname of an office holder."""
    persons = [g for g in guesses if g.kind == "person"]
    held = load_holders().by_surname
    words = ((g, sentences[g.sentence].tokens[g.last].text) for g in persons)
    return frozenset(word for g, word in words if g.last > g.first or word in held)


def _listed(number: int, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[NameAt]:
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        match = gazetteer.longest(tokens, i)
        if match and i + 1 < len(tokens) and tokens[i].text.lower().replace("’", "'") in ARTICLES:
            behind = gazetteer.longest(tokens, i + 1)
            if behind and behind[0] >= match[0]:  # "L'Union européenne" is no "L'Union"
                match = None
        if match:
            yield NameAt(number, i, i + match[0] - 1, match[1].kind, match[1])
        i += match[0] if match else 1


def _guessed(number: int, sentence: Sentence, names: Sequence[Name]) -> Iterator[NameAt]:
    titles, roles = load_titles(), load_roles()
    tokens = sentence.tokens
    for name in names:
        first, last = name.start, name.end - 1
        while first <= last and _strip_front(tokens[first].text, titles, roles, first == last):
            first += 1
        while last >= first and not any(c.isalnum() for c in tokens[last].text):
            last -= 1
        if first > last or name.kind not in KINDS:
            continue
        demonyms = load_countries().demonyms
        while first <= last and tokens[first].text in demonyms and not load_countries().named(tokens[first].text):
            first += 1
        if name.kind == "place":
            while first < last and not tokens[first].text[:1].isupper():
                first += 1
        if not any(t.text[:1].isupper() or t.text[:1].isdigit() for t in tokens[first : last + 1]):
            continue
        if name.kind == "place" and not _may_be_place(tokens, first, last):
            continue
        yield NameAt(number, first, last, name.kind, None)


def _may_be_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a proposed place that no table knows may be one: behind a preposition, and no acronym."""
    if in_larger_name(tokens, first):
        return False
    word = tokens[first].text
    if word.lower() in ARTICLES and not any(t.text[:1].isupper() for t in tokens[first + 1 : last + 1]):
        return False  # "La machine" at the head of a sentence
    if last > first or any(c.isdigit() for c in word):  # "A7" is a road
        return True
    if word.isupper() or word.lower() in load_place_words()["vague"] or fold(word) in load_places().names:
        return False  # the tables decide what they know
    before = [t.text.lower().replace("’", "'") for t in tokens[max(0, first - 2) : first]]
    near = before[-1:] if before[-1:] and before[-1] not in ARTICLES else before[:1]
    return not near or near[0] in PLACED or not near[0].isalpha()


def _strip_front(word: str, titles: frozenset[str], roles: Mapping[str, object], only: bool) -> bool:
    lower = word.lower().replace("’", "'")
    if not any(c.isalnum() for c in word) or lower in {
        "le",
        "la",
        "les",
        "l'",
        "de",
        "du",
        "des",
        "d'",
        "un",
        "une",
        "au",
        "aux",
        "à",
        "en",
        "et",
    }:
        return not word[:1].isupper() or only or lower in {"l'", "d'"}
    return lower in titles or (word[:1].islower() and lower in roles and not only)


def _merged(sentence: Sentence, listed: list[NameAt], guessed: list[NameAt]) -> Iterator[NameAt]:
    """Keep listed names, but for one inside a longer guessed name of a person or an organisation."""
    kept: list[NameAt] = []
    for name in listed:
        around = [
            g
            for g in guessed
            if g.first <= name.first and g.last >= name.last and (g.last - g.first) > (name.last - name.first)
        ]
        named = any(g.kind in {"person", "organisation"} and _capital(sentence, g.first) for g in around)
        if not named or name.last > name.first:
            kept.append(name)
    yield from kept
    for guess in guessed:
        if not any(k.first <= guess.last and guess.first <= k.last for k in kept):
            yield guess


def _capital(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].text[:1].isupper()


def _consistent(sentences: Sequence[Sentence], found: list[NameAt]) -> list[NameAt]:
    """Give the same words the same kind: the listed one, else the one guessed most often."""
    votes: dict[str, Counter[str]] = {}
    for name in found:
        votes.setdefault(_text(sentences, name), Counter())[name.kind] += 1
    settled = []
    for name in found:
        if name.known is None and not name.places:
            best = votes[_text(sentences, name)].most_common(1)[0][0]
            name = replace(name, kind=best)
        settled.append(name)
    return settled


def _text(sentences: Sequence[Sentence], name: NameAt) -> str:
    return words_of(sentences[name.sentence].tokens[name.first : name.last + 1])


def _surnames(sentences: Sequence[Sentence], found: list[NameAt]) -> Iterator[NameAt]:
    """Find the surnames of persons named in full elsewhere in the text."""
    surnames: set[str] = set()
    for name in found:
        tokens = sentences[name.sentence].tokens[name.first : name.last + 1]
        if name.kind == "person" and len(tokens) >= 2 and tokens[-1].text[:1].isupper() and len(tokens[-1].text) >= 3:
            surnames.add(tokens[-1].text)
    taken = {(n.sentence, k) for n in found for k in range(n.first, n.last + 1)}
    for number, sentence in enumerate(sentences):
        for i, token in enumerate(sentence.tokens):
            if token.text in surnames and (number, i) not in taken:
                yield NameAt(number, i, i, "person", None)
