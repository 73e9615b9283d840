"""The country an article is about: where "la police" or "le gouvernement" stands alone, it is that country's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from selon.knowledge.countries import load_countries
from selon.knowledge.holders import load_holders
from selon.knowledge.offices import load_offices
from selon.knowledge.spelling import fold
from selon.reading.mentions.gazetteer import words_of
from selon.reading.mentions.name_at import NameAt
from selon.reading.text import Sentence

SHARE = 0.5
FEWEST = 2
HEADLINE = 2  # how many times a name in the title counts
DATELINE = 4  # how many times the country counts that a title begins with: "Pakistan : …"


def main_country(sentences: Sequence[Sentence], names: Sequence[NameAt], published: str | None = None) -> str | None:
    """Give the country that most words of a text are of, for a part overseas its state; null when none stands out.

    Names and adjectives of countries count, its capitals and seats, its public bodies, and those in office there on
    the day.
    """
    votes = country_votes(sentences, names, published)
    if not votes:
        return None
    code, most = votes.most_common(1)[0]
    return load_countries().governing(code) if most >= FEWEST and most >= SHARE * sum(votes.values()) else None


def country_votes(sentences: Sequence[Sentence], names: Sequence[NameAt], published: str | None) -> Counter[str]:
    """Count how often the words of a text tell each country."""
    votes: Counter[str] = Counter()
    for name in names:
        if code := _country(sentences[name.sentence], name, published):
            votes[code] += _weight(sentences, name)
    for number, sentence in enumerate(sentences):
        for code in _told(sentence):
            votes[code] += HEADLINE if number == 0 else 1
    return votes


def _country(sentence: Sentence, name: NameAt, published: str | None) -> str | None:
    known = name.known
    if known is None:
        return None
    if known.kind in {"state", "place"}:
        return known.country
    if known.kind == "organisation" and known.country in load_countries().rows:
        return known.country
    if known.kind == "person" and published:
        terms = load_holders().by_name.get(fold(words_of(sentence.tokens[name.first : name.last + 1])), ())
        states = {t.body for t in terms if t.may_hold(published)} & load_countries().rows.keys()
        return states.pop() if len(states) == 1 else None
    return None


def _weight(sentences: Sequence[Sentence], name: NameAt) -> int:
    if name.sentence > 0:
        return 1
    tokens = sentences[0].tokens
    follows = tokens[name.last + 1].text if name.last + 1 < len(tokens) else ""
    opens = name.first == 0 and name.known is not None and name.known.kind in {"state", "place"}
    return DATELINE if opens and follows == ":" else HEADLINE


def _told(sentence: Sentence) -> Iterator[str]:
    """Give the countries told by adjectives and by titles that only one state has."""
    adjectives, offices = load_countries().adjectives, load_offices()
    lowers = [t.text.lower() for t in sentence.tokens]
    for i, token in enumerate(sentence.tokens):
        codes = adjectives.get(lowers[i], ()) if token.text[:1].islower() else ()
        if len(codes) == 1:
            yield codes[0]
        if lowers[i] in offices.by_start and (title := offices.longest(lowers, i)):
            fixed = {o.fixed for o in title[0]}
            code = fixed.pop() if len(fixed) == 1 else None
            if code in load_countries().rows:
                yield str(code)
