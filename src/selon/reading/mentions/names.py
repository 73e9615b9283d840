"""Names in the text: the tables first, the statistical finder where they are silent, one kind for a name throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from selon.knowledge.places import load_places
from selon.languages.fr.given_names import load_given_names
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.titles import load_titles
from selon.reading.mentions.acronyms import slips
from selon.reading.mentions.bynames import bynames
from selon.reading.mentions.expansions import expansions
from selon.reading.mentions.gazetteer import Gazetteer, Known, load_gazetteer, words_of
from selon.reading.mentions.guesses import guessed
from selon.reading.mentions.merging import goes_on, merged
from selon.reading.mentions.name_at import BODIES, LOCATED, NameAt, outside, text_of
from selon.reading.mentions.persons import (
    behind_civility,
    behind_role,
    by_full_names,
    in_office,
    last_names,
    surnames,
    titled_surnames,
)
from selon.reading.mentions.pieces import split
from selon.reading.mentions.place_names import PlaceAt, find_place_names, in_larger_name, is_surname
from selon.reading.mentions.repeated import repeated
from selon.reading.mentions.roads import roads
from selon.reading.mentions.shapes import (
    BEHIND,
    STREETS,
    countrymen,
    institutions,
    is_platform,
    is_share_line,
    portfolios,
    spots,
)
from selon.reading.mentions.shared_names import as_bodies
from selon.reading.mentions.things import THINGS_IN_CAPITALS, told_things
from selon.reading.parse import Name
from selon.reading.text import Sentence, Token

ARTICLES = word_class("articles")
PEOPLE, COUNTED = word_class("people_by_name"), word_class("counted_people")
BEFORE_COUNTED, COUNTING = word_class("before_counted"), word_class("nouns_that_count_people")


def load_tables() -> None:
    """Load what names are looked up in, where there is time for it before the first text."""
    load_gazetteer()
    load_places()
    load_titles()
    load_given_names()


def find_names(
    sentences: Sequence[Sentence], proposed: Sequence[Sequence[Name]], published: str | None = None
) -> tuple[NameAt, ...]:
    """Find the names of a text, in order, none overlapping another; `published` tells who is in office.

    The tables of knowledge and the shapes of institutions come first, place names where no other name stands, then the
    proposed names; a place name comes with what it may mean.
    """
    gazetteer = load_gazetteer()
    share_lines = [is_share_line(s.tokens) for s in sentences]
    guesses = _guesses(sentences, proposed, share_lines)
    known = [
        [n for n in _listed(number, s, gazetteer) if not _is_thing(s, n, names)]
        for number, (s, names) in enumerate(zip(sentences, proposed, strict=True))
    ]
    bodies = [n for group in known for n in group if n.kind in BODIES]
    persons = last_names(sentences, outside([g for group in guesses for g in group], bodies))
    guesses = [list(as_bodies(s.tokens, group, persons)) for s, group in zip(sentences, guesses, strict=True)]
    found: list[NameAt] = []
    for number, sentence in enumerate(sentences):
        if share_lines[number]:
            continue
        listed = known[number]
        shaped = [s for s in _shaped(number, sentence, listed) if not goes_on(s, guesses[number])]
        shaped.extend(outside(_spots(number, sentence, listed, guesses[number]), shaped))
        listed = outside(with_places(number, sentence, outside(listed, shaped), persons), shaped)
        found.extend(merged(sentence, listed, outside(guesses[number], shaped)))
        found.extend(shaped)
    found = [behind_role(sentences, in_office(sentences, n, published)) for n in _consistent(sentences, found)]
    found = [behind_civility(sentences, n) for n in by_full_names(sentences, found)]
    found.extend(surnames(sentences, found))
    found.extend(titled_surnames(sentences, found))
    called = list(bynames(sentences, found))
    found = [*outside(found, called), *called]
    slipped = list(slips(sentences, found))
    found = [*outside(found, slipped), *slipped]
    found.extend(repeated(sentences, found))
    return tuple(_apart(sorted(found, key=lambda n: (n.sentence, n.first, -n.last))))


def _apart(found: Iterable[NameAt]) -> Iterator[NameAt]:
    """Leave out, of names in order, one that begins inside the one before."""
    behind = (0, 0)
    for name in found:
        if (name.sentence, name.first) >= behind:
            yield name
            behind = (name.sentence, name.last + 1)


def _guesses(
    sentences: Sequence[Sentence], proposed: Sequence[Sequence[Name]], share_lines: Sequence[bool]
) -> list[list[NameAt]]:
    """Give the guessed names of each sentence, mended by what the text says of them elsewhere."""
    guesses = [
        [] if share_lines[number] else guessed(number, s, names)
        for number, (s, names) in enumerate(zip(sentences, proposed, strict=True))
    ]
    things = told_things(sentences)
    full = {text_of(sentences, g) for group in guesses for g in group if g.kind == "person" and g.last > g.first}
    return [
        [part for g in group if not _is_told_thing(s, g, things) for part in split(s.tokens, g, full)]
        for s, group in zip(sentences, guesses, strict=True)
    ]


def _listed(number: int, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[NameAt]:
    tokens, behind_last = sentence.tokens, 0
    for i in gazetteer.openings(tokens):
        match = gazetteer.longest(tokens, i) if i >= behind_last else None
        if match and i + 1 < len(tokens) and tokens[i].lower in ARTICLES:
            behind = gazetteer.longest(tokens, i + 1)
            if behind and behind[0] >= match[0]:  # "L'Union européenne" is no "L'Union"
                match = None
        if match and _is_other_agency(tokens, i, match[1]):
            match = None
        if match and not (match[0] == 1 and is_platform(tokens, i)):
            last = i + match[0] - 1
            known = as_people(tokens, i, last, match[1])
            titled = known.kind == "person" and last > i and tokens[i].text.lower() in load_titles()
            described = last > i and tokens[i].text in BEHIND and tokens[i + 1].text[:1].isupper()  # "l'agence X"
            yield NameAt(number, i + (titled or described), last, known.kind, known)
        behind_last = i + match[0] if match else behind_last


def _is_thing(sentence: Sentence, name: NameAt, proposed: Sequence[Name]) -> bool:
    """Tell whether an acronym of the tables means a thing: it is one's too, and no name is proposed there: "TVA"."""
    word = sentence.tokens[name.first]
    thing = name.first == name.last and word.text.isupper() and word.lower in THINGS_IN_CAPITALS
    return thing and not any(p.start <= name.first < p.end for p in proposed)


def _is_told_thing(sentence: Sentence, guess: NameAt, things: Collection[str]) -> bool:
    """Tell whether a lone word guessed for a body is one that the text says elsewhere to be a thing."""
    alone = guess.kind == "organisation" and guess.first == guess.last
    return alone and sentence.tokens[guess.first].text in things


def _is_other_agency(tokens: Sequence[Token], i: int, known: Known) -> bool:
    """Tell an agency from a body that is none and has the same acronym: "l'agence ANP" is no Palestinian authority."""
    agency = i > 0 and tokens[i - 1].lower == "agence"
    return agency and known.via == "acronym" and "agence" not in (known.name or "").lower()


def as_people(tokens: Sequence[Token], first: int, last: int, known: Known) -> Known:
    """Take the members of a body for people: "134 Casques bleus", "une dizaine de Gilets jaunes"."""
    text = words_of(tokens[first : last + 1]).lower()
    lowers = [t.lower for t in tokens[max(0, first - 2) : first]]
    if lowers and lowers[-1] in {"de", "d'"}:  # "une dizaine de", no "barrage de"
        counted = text in COUNTED and lowers[0] in COUNTING
    else:
        counted = text in COUNTED and bool(lowers) and (lowers[-1] in BEFORE_COUNTED or lowers[-1][:1].isdigit())
    return replace(known, kind="people") if text in PEOPLE or counted else known


def _shaped(number: int, sentence: Sentence, listed: Sequence[NameAt]) -> Iterator[NameAt]:
    """Give the institutions and portfolios that no longer name of the tables holds."""
    tokens = sentence.tokens
    written_out = list(expansions(tokens))
    shaped = [s for s in institutions(tokens) if not any(s[0] <= b and a <= s[1] for a, b in written_out)]
    stretches = [(*s, False) for s in [*written_out, *shaped]] + [(*s, True) for s in portfolios(tokens)]
    for first, last, titled in stretches:
        longer = any(n.first <= first and n.last >= last for n in listed)
        body = any(n.kind == "organisation" and first < n.first <= last for n in listed)
        if not longer and not body:
            yield NameAt(number, first, last, "organisation", None, titled)
    for first, last in roads(tokens):
        yield NameAt(number, first, last, "place", None)
    for first, last in countrymen(tokens):
        if not any(n.first <= last and first <= n.last for n in listed):
            yield NameAt(number, first, last, "person", None)


def _spots(number: int, sentence: Sentence, listed: Sequence[NameAt], guesses: Sequence[NameAt]) -> Iterator[NameAt]:
    """Give the places named by a noun and a name, where no listed name holds them or stands for a power."""
    tokens = sentence.tokens
    for first, end, name in spots(tokens):
        last = max([end, *(g.last for g in guesses if g.kind == "place" and g.first == name)])
        over = [n for n in listed if n.first <= last and first <= n.last]
        street = tokens[first].text in STREETS
        person = any(
            g.kind == "person" and g.first <= last and name <= g.last and (g.last > g.first or name > first + 1)
            for g in guesses
        )
        door = tokens[first].lower == "porte" and any(n.kind in BODIES for n in over)  # "claquer la porte de l'UE"
        if person or door or any(n.first < name or n.last > last or _stands_for(n) for n in over):
            continue
        if load_places().named(words_of(tokens[first : last + 1])):
            continue  # "mer du Nord": a place of the gazetteer by itself
        places = () if street else load_places().named(words_of(tokens[name : last + 1]))
        yield NameAt(number, first, last, "place", None, places=places)


def _stands_for(name: NameAt) -> bool:
    return name.known is not None and name.known.via == "metonym"


def with_places(number: int, sentence: Sentence, listed: list[NameAt], surnames: frozenset[str]) -> list[NameAt]:
    """Join the place names of a sentence to the listed names: a longer one takes the place of a name inside it."""
    tokens = sentence.tokens
    kept = [
        n
        for n in listed
        if n.kind not in LOCATED
        or not (in_larger_name(tokens, n.first, "contests") or is_surname(tokens, n.first, n.last, surnames))
    ]
    for found in find_place_names(tokens, surnames):
        over = [n for n in kept if n.first <= found.last and found.first <= n.last]
        shorter = all(_gives_way(n, found) for n in over)
        if shorter:
            kept = [n for n in kept if n not in over]
            kept.append(NameAt(number, found.first, found.last, "place", None, places=found.places))
        else:
            same = [n for n in over if (n.first, n.last, n.kind) == (found.first, found.last, "place")]
            kept = [replace(n, places=found.places) if n in same else n for n in kept]
    return kept


def _gives_way(name: NameAt, place: PlaceAt) -> bool:
    """Tell whether a longer place name holds a listed one: "Allianz Arena"."""
    if name.kind in LOCATED:
        return name.last - name.first < place.last - place.first
    inside = place.first <= name.first and name.last <= place.last
    return inside and name.kind in BODIES and name.last - name.first < place.last - place.first


def _consistent(sentences: Sequence[Sentence], found: list[NameAt]) -> list[NameAt]:
    """Give the same words the same kind: the listed one, else the one guessed most often."""
    votes: dict[str, Counter[str]] = {}
    texts = [text_of(sentences, name) for name in found]
    for name, text in zip(found, texts, strict=True):
        votes.setdefault(text, Counter())[name.kind] += 1
    best = {text: max(kinds, key=kinds.__getitem__) for text, kinds in votes.items()}
    return [
        n if n.listed or n.kind == best[text] else replace(n, kind=best[text])
        for n, text in zip(found, texts, strict=True)
    ]
