"""Names of towns, divisions and regions in a sentence: where the tables know one and the words around allow it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from selon.knowledge.countries import load_countries
from selon.knowledge.holders import load_holders
from selon.knowledge.places import Place, Places, load_places
from selon.knowledge.spelling import fold
from selon.languages.fr.given_names import load_given_names
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.name_nouns import name_nouns
from selon.languages.fr.place_words import load_place_words
from selon.languages.fr.text import load_text_rules
from selon.languages.fr.titles import load_titles
from selon.reading.mentions.gazetteer import words_of
from selon.reading.text import Token

CONTRACTED = frozenset(["au", "du", "aux", "des"])
OF = frozenset(["de", "d'", "du", "des"])
STREETS = name_nouns("street")
NEGATIVE = word_class("negative")
ARTICLES = frozenset(["la", "le", "l'", "les"])
BEFORE_DIVISIONS = ARTICLES | OF | {"et", ",", ":", "(", ";"}
MIDDLING = 20  # thousands: the same behind "de", for what is no given name or surname of an office holder
SHORTEST_OF_LINES = 4  # letters of a place in capitals at the head of a report; shorter ones are acronyms
BEHIND_PLACE_OF_LINE = frozenset([",", "(", "-", "–", "—", "/"])
LARGE = 300  # thousands of people: a town that large is meant although its name is also a word or a surname


@dataclass(frozen=True, slots=True)
class PlaceAt:
    """A place name at tokens `first` to `last` (included) and what it may mean."""

    first: int
    last: int
    places: tuple[Place, ...]


def find_place_names(tokens: Sequence[Token], surnames: Collection[str]) -> Iterator[PlaceAt]:
    """Find the place names of a sentence; one that is a surname of the article needs its preposition."""
    places = load_places()
    capitals = [t.text[0].isupper() for t in tokens]
    most = [places.most_words.get(_key(t.text), 0) for t in tokens]
    i = 0
    while i < len(tokens):
        found = _longest(places, tokens, i, most[i], capitals) if most[i] else None
        if found and stands_as_place(tokens, found, surnames):
            yield found
        i = found.last + 1 if found else i + 1


def _longest(
    places: Places, tokens: Sequence[Token], start: int, most: int, capitals: Sequence[bool]
) -> PlaceAt | None:
    head, article = tokens[start].text, tokens[start].lower in ARTICLES
    if not head[0].isalpha() or (article and not capitals[start]) or True not in capitals[start : start + most]:
        return None
    for size in range(min(most, len(tokens) - start), 0, -1):
        last = start + size - 1
        # with a capital, that of an article at the head of a sentence apart
        if True not in capitals[start + (article and size > 1) : last + 1] or not tokens[last].text[-1].isalnum():
            continue
        words = words_of(tokens[start : last + 1])
        if found := _meant(places, tokens, start, words):
            opens = (head[:1].islower() and head not in STREETS) or tokens[start].lower in {"état", "etat"}
            inner = _inside(places, tokens, start, last, found) if opens else None
            return inner or PlaceAt(start, last, found)
    return None


def _meant(places: Places, tokens: Sequence[Token], start: int, words: str) -> tuple[Place, ...]:
    """Give what the words may name, with what stands right before them: "région de", "au"."""
    before = [t.lower for t in tokens[max(0, start - 3) : start]]
    noun = load_place_words()["division_nouns"]
    if before and (before[-1] in OF or before[-1] in noun or before[-1] in ARTICLES) and noun.intersection(before):
        return (*places.behind_noun(words), *places.named(words))
    contracted = places.behind_article(words) if before and before[-1] in CONTRACTED else ()
    return contracted or places.named(words)


def _inside(places: Places, tokens: Sequence[Token], start: int, last: int, found: tuple[Place, ...]) -> PlaceAt | None:
    """Give the capitalised name inside "plateau du Golan" or "région de Gao" where it alone names the same place."""
    for first in range(start + 1, last + 1):
        if tokens[first].text[:1].isupper():
            if tokens[start].lower in load_place_words()["division_nouns"]:
                return PlaceAt(first, last, found)
            inner = places.named(words_of(tokens[first : last + 1]))
            return PlaceAt(first, last, inner) if set(inner) & set(found) else None
    return None


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    return fold(word).partition(" ")[0].rstrip("'")


def stands_as_place(tokens: Sequence[Token], name: PlaceAt, surnames: Collection[str]) -> bool:
    """Tell whether the words around let a name be a place: no part of another name, and no mere homograph."""
    first, text = name.first, tokens[name.first].text
    before = tokens[first - 1].lower if first else ""
    towards = before in load_place_words()["towards"] or (before in {"au", "aux"} and name.places[0].name[:2] == "Le")
    if in_larger_name(tokens, first) or in_persons_name(tokens, name, towards):
        return False
    if _dates_line(tokens, name):
        return True
    single = name.first == name.last
    vague = single and fold(text) in load_place_words()["vague"]
    if single and text.isupper() and len(text) > 1 and not _all_upper(tokens):
        return False
    if towards and not vague:
        return True
    if _bracketed(tokens, name) or _behind_noun(tokens, first):
        return True
    if vague or (len(text) <= 2 and single):
        return False
    if is_surname(tokens, first, name.last, surnames):
        return False
    return any(_plain(tokens, first, place) for place in name.places)


def is_surname(tokens: Sequence[Token], first: int, last: int, surnames: Collection[str]) -> bool:
    """Tell whether a name is a surname of the article with neither an article nor a preposition of place before it."""
    if first != last or tokens[first].text not in surnames:
        return False
    before = tokens[first - 1].lower if first else ""
    return before not in ARTICLES | load_place_words()["towards"] - {"à", "entre", "devant"}


def _plain(tokens: Sequence[Token], first: int, place: Place) -> bool:
    """Tell whether a place is likely with no preposition: no homograph, or large; a department has its article."""
    if place.kind == "town":
        return not place.homograph or place.thousands >= (MIDDLING if _of(tokens, first) else LARGE)
    opens = first == 0
    if place.kind in {"division", "department", "river"} and "-" not in place.name and not opens:
        return tokens[first - 1].lower in BEFORE_DIVISIONS or not place.name.isalpha()
    return not opens or not place.name.isalpha() or place.kind in {"continent", "region", "division"}


def _of(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a name stands behind "de" and is neither a given name nor the surname of an office holder.

    Behind a negation "de" tells of no place: "pas de".
    """
    text = tokens[first].text
    behind = first > 0 and tokens[first - 1].lower in OF
    behind = behind and not (first > 1 and tokens[first - 2].lower in NEGATIVE)
    return behind and text not in load_given_names() and text not in load_holders().by_surname


def _behind_noun(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a noun of divisions stands right before a name, but for "de" and an article."""
    k = first - 1
    while k >= 0 and first - k < 3 and tokens[k].lower in OF | ARTICLES:
        k -= 1
    return k >= 0 and tokens[k].lower in load_place_words()["division_nouns"]


def _bracketed(tokens: Sequence[Token], name: PlaceAt) -> bool:
    """Tell whether a name stands alone in brackets behind a capitalised word: "Doubs (Jura)"."""
    if name.first < 2 or name.last + 1 >= len(tokens) or tokens[name.first - 1].text != "(":
        return False
    closed = tokens[name.last + 1].text in {")", ",", "et"}
    return closed and tokens[name.first - 2].text[:1].isupper() and not tokens[name.first].text.isupper()


def _dates_line(tokens: Sequence[Token], name: PlaceAt) -> bool:
    """Tell whether a name in capitals opens a report: "OSLO, 5 mars (Agence) -", "OSLO (Norvège) -"."""
    if name.first or name.last + 1 >= len(tokens):
        return False
    capitals = all(t.text.isupper() or not t.text[:1].isalpha() for t in tokens[: name.last + 1])
    letters = tokens[name.last].end - tokens[0].start
    return capitals and letters >= SHORTEST_OF_LINES and tokens[name.last + 1].text in BEHIND_PLACE_OF_LINE


def _all_upper(tokens: Sequence[Token]) -> bool:
    words = [t.text for t in tokens if t.text[:1].isalpha() and len(t.text) > 1]
    return len(words) > 1 and sum(w.isupper() for w in words) > len(words) / 2


def in_larger_name(tokens: Sequence[Token], first: int, heads: str = "larger_names") -> bool:
    """Tell whether a name ends that of a body or contest: "Université de Nanterre", "Tour de France"."""
    k = first - 1
    if k > 0 and tokens[k].lower in ARTICLES:
        k -= 1
    if k < 1 or tokens[k].lower not in OF:
        return False
    k -= 1
    while k > 0 and tokens[k].text[:1].islower() and tokens[k].text.isalpha() and first - k < 5:
        k -= 1
    head = tokens[k].text
    return head[:1].isupper() and tokens[k].lower in load_place_words()[heads]


def in_persons_name(tokens: Sequence[Token], name: PlaceAt, towards: bool) -> bool:
    """Tell whether a name is part of a longer one: behind a title, a given name or an initial, or before a surname."""
    first, last = name.first, name.last
    if first and _names_person(tokens, first - 1):
        return True
    if towards or last + 1 >= len(tokens):
        return False
    following = tokens[last + 1].text
    if following in load_given_names() and first and tokens[first - 1].lower in OF:
        return False  # "le maire de Rouen Paul Martel"
    follows = following[:1].isupper() and following.isalpha() and not following.isupper() and len(following) > 1
    return follows and first == last and not _is_place_word(following)


def _names_person(tokens: Sequence[Token], k: int) -> bool:
    before = tokens[k].text
    if before.lower() in load_place_words()["division_nouns"]:
        return False
    if before.lower() in load_titles() or (len(before) == 2 and before[0].isupper() and before[1] == "."):
        return True
    if not before[:1].isupper() or not before.replace("-", "").isalpha() or before.isupper():
        return False
    if before in load_given_names() or before.split("-")[0] in load_given_names():
        return True
    known = _is_place_word(before) or before in load_countries().demonyms
    opener = k == 0 and (before in load_text_rules().openers or len(before) <= 3)
    return not known and not opener and before.lower().replace("’", "'") not in ARTICLES


def _is_place_word(word: str) -> bool:
    return bool(load_countries().named(word)) or bool(load_places().names.get(fold(word)))
