"""Which place a name means: by what stands behind it, the countries of article and sentence, population, in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from selon.knowledge.countries import load_countries
from selon.knowledge.places import ADMINISTRATIVE, Place, load_places
from selon.languages.fr.place_words import load_place_words
from selon.reading.mentions.gazetteer import Known
from selon.reading.mentions.name_at import NameAt
from selon.reading.mentions.place_names import ARTICLES
from selon.reading.text import Sentence, Token
from selon.records import Location

BEHIND = 8  # words behind a name in which its country or division may be told: "Tripoli, dans le nord du Liban"
LARGER = 4  # times the people of the next: a town that much larger is meant where nothing else decides
OPENERS = frozenset([",", "("])
LINKS = frozenset(
    ["au", "en", "aux", "dans", "du", "de", "d'", "la", "le", "les", "l'", "nord", "sud", "est", "ouest", "centre"]
)


def locate(sentences: Sequence[Sentence], names: Sequence[NameAt]) -> tuple[NameAt, ...]:
    """Settle what each place name of a text means; one that stays open has neither country nor point."""
    named = _countries(sentences, names)
    article = Counter(code for codes in named for code in codes)
    return tuple(_settled(sentences, names, n, named[n.sentence], article) if n.places else n for n in names)


def location(place: Place | None) -> Location | None:
    """Say where a place of the tables is; null when it has no point."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    division = None if place.kind in ADMINISTRATIVE else load_places().division(place.division)
    return Location(place.latitude, place.longitude, place.precision, division, place.geonames)


def _settled(
    sentences: Sequence[Sentence], names: Sequence[NameAt], name: NameAt, near: Sequence[str], article: Counter[str]
) -> NameAt:
    tokens = sentences[name.sentence].tokens
    fitting = _fitting(tokens, name)
    place = choose(fitting, _told_behind(tokens, names, name), article, near)
    known = name.known
    if place is None:
        return name if known else replace(name, known=Known("place", fitting[0].name, None, None, "name"))
    if known and known.country == place.country:
        return replace(name, known=replace(known, place=place))
    if known and place.precision == "region" and not known.seat:
        return name
    return replace(name, known=Known("place", place.name, place.country, place.qid, "name", None, place))


def choose(
    places: Sequence[Place], told: Iterable[str] = (), article: Counter[str] | None = None, near: Iterable[str] = ()
) -> Place | None:
    """Choose among the places of a name, the likeliest kind first; null when nothing decides between comparable ones.

    `told` are countries and divisions given with the name, `article` counts the countries of the article, `near` are
    those of the sentence.
    """
    told = frozenset(told)
    if told and (kept := [p for p in places if p.country in told or p.division in told]):
        return kept[0]
    countries = dict.fromkeys(p.country for p in places)
    if len(countries) == 1:
        return places[0]
    for counts in (article or Counter(), Counter(near)):
        ranked = sorted(((counts[c], c) for c in countries if c and counts[c]), reverse=True)
        if ranked and (len(ranked) == 1 or ranked[0][0] > 2 * ranked[1][0]):
            return next(p for p in places if p.country == ranked[0][1])
    return _foremost(places)


def _foremost(places: Sequence[Place]) -> Place | None:
    """Give the place that outweighs those of other countries: a region alone of its kind, else by its people."""
    first = places[0]
    others = [p for p in places if p.country != first.country]
    if first.kind != "town":
        return None if any(p.kind != "town" for p in others) else first
    most = max((p.thousands for p in others if p.kind == "town"), default=0.0)
    return first if first.thousands >= LARGER * most else None


def _fitting(tokens: Sequence[Token], name: NameAt) -> list[Place]:
    """Put the kind first that the words before a name ask for: "à Vienne" a town, "dans la Vienne" a department.

    A division called as its seat is meant only behind its noun: "la région de Gao".
    """
    before = [t.lower for t in tokens[max(0, name.first - 3) : name.first]]
    noun = not load_place_words()["division_nouns"].isdisjoint(before)
    wide = noun or (bool(before) and (before[-1] in ARTICLES or before[-1] == "en"))
    seats = {(p.country, p.division) for p in name.places if p.kind == "town"}
    regions = [p for p in name.places if p.precision == "region"]
    own = [p for p in regions if noun or p.kind not in ADMINISTRATIVE or (p.country, p.division) not in seats]
    if wide and own:
        return sorted(own, key=lambda p: p.kind not in ADMINISTRATIVE) if noun else own
    towns = [p for p in name.places if p.precision != "region"]
    return [*towns, *own] or regions


def _countries(sentences: Sequence[Sentence], names: Sequence[NameAt]) -> list[list[str]]:
    """Give the countries that each sentence names, by names and adjectives, and by places of one country alone."""
    found: list[list[str]] = [[] for _ in sentences]
    for name in names:
        codes = {p.country for p in name.places}
        if name.known and name.known.country and name.known.kind in {"state", "place"} and len(codes) < 2:
            found[name.sentence].append(name.known.country)
        elif len(codes) == 1 and not name.known and (code := next(iter(codes))):
            found[name.sentence].append(code)
    adjectives = load_countries().adjectives
    for number, sentence in enumerate(sentences):
        for token in sentence.tokens:
            codes_of = adjectives.get(token.text.lower(), ()) if token.text[:1].islower() else ()
            if len(codes_of) == 1:
                found[number].append(codes_of[0])
    return found


def _told_behind(tokens: Sequence[Token], names: Sequence[NameAt], name: NameAt) -> list[str]:
    """Give the country and divisions told right behind a name: "Tripoli, au Liban", "Portland (Oregon)"."""
    k = name.last + 1
    if k < len(tokens) and (tokens[k].text in OPENERS or tokens[k].lower in {"au", "en", "aux"}):
        k += tokens[k].text in OPENERS
        while k < min(len(tokens), name.last + BEHIND) and tokens[k].lower in LINKS:
            k += 1
        told = next((n for n in names if n.sentence == name.sentence and n.first == k), None)
        if told is not None:
            own = [told.known.country] if told.known and told.known.country else []
            wide = [p for p in told.places if p.precision == "region"]
            return [code for code in (*own, *(p.division for p in wide), *(p.country for p in wide)) if code]
    return []
