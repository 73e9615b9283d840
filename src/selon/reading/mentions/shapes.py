"""Names by their shape: "université de X", "armée syrienne", and what the noun before a guessed name says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.knowledge.countries import load_countries
from selon.knowledge.offices import load_offices
from selon.knowledge.places import load_places
from selon.languages.fr.given_names import load_given_names
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.name_nouns import name_nouns
from selon.languages.fr.place_words import load_place_nouns
from selon.reading.mentions.pieces import capitalised
from selon.reading.mentions.things import CALLED_LIKE_BODIES, behind_thing, is_thing
from selon.reading.text import Token

WHOLE, BEHIND = name_nouns("whole"), name_nouns("behind")
SEATS, SITES = name_nouns("seat"), name_nouns("site")
SPOTS, STREETS = name_nouns("spot"), name_nouns("street")
ARTICLES = word_class("articles")
PAUSES = frozenset([",", ";", ":", "(", ")"])
INDEFINITE = word_class("before_any_of_several")
OF, OF_BODIES = word_class("of_names"), word_class("of_bodies")
COURTS = word_class("courts_and_chambers")
COURT_ADJECTIVES = word_class("adjectives_of_courts")
MINISTRIES = word_class("ministries")
PARTICLES = word_class("particles_of_names")
BEFORE_PARTICLES = word_class("titles_before_particles")
PLATFORMS, ACTING = word_class("platforms"), word_class("behind_acting_names")
TIME_NOUNS = word_class("time_nouns")
ENDS_OF_BODIES = word_class("ends_of_bodies")
CHAMBERS, BEFORE_CHAMBERS = word_class("chambers_by_one_word"), word_class("before_chambers")
NOT_THE_CHAMBER = word_class("behind_no_chamber")
CELESTIAL, BEFORE_PLANETS = word_class("celestial_bodies"), word_class("before_planets")
OPENING_BODIES = MINISTRIES | COURTS | CHAMBERS | WHOLE | SEATS
SPOTS_AND_STREETS = SPOTS | STREETS
ROW_OF_BUTTONS = 4  # platforms named in one sentence
Stretch = tuple[int, int]  # first and last token


def institutions(tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Give the stretches that name an institution by a common noun and what follows it."""
    lowers = [t.lower for t in tokens]
    i = 0
    while i < len(tokens):
        last = _end(tokens, lowers, i) if lowers[i] in OPENING_BODIES else None
        if last is not None:
            yield i, last
        i = i + 1 if last is None else last + 1


def _end(tokens: Sequence[Token], lowers: Sequence[str], i: int) -> int | None:
    word = lowers[i]
    if word in MINISTRIES and (last := _portfolio(lowers, i)) is not None and _has_capital(tokens, i + 1, last):
        return last
    small = word == "conseil" and tokens[i].text.islower()  # "le conseil municipal" names nobody
    if word in COURTS and not small and i + 1 < len(lowers) and lowers[i + 1] in COURT_ADJECTIVES:
        last = i + 1
        while last + 1 < len(lowers) and lowers[last + 1] in COURT_ADJECTIVES:
            last += 1
        return _belongs(tokens, lowers, last)
    if _is_chamber(tokens, lowers, i):
        whose = i + 1 < len(lowers) and lowers[i + 1] not in {"la", "l'"}
        return _belongs(tokens, lowers, i) if whose else i
    if word in WHOLE or (word in SEATS and tokens[i].text[:1].isupper()):
        if tokens[i].text.islower() and (_one_of_several(lowers, i) or _only_described(tokens, lowers, i)):
            return None
        if i + 1 < len(tokens) and tokens[i + 1].text[:1].isupper() and lowers[i + 1] not in OF:
            return _run_on(tokens, lowers, _capitals(tokens, i + 1))
        after = _behind_of(lowers, i + 1)
        if after is not None and tokens[after].text[:1].isupper():
            return _run_on(tokens, lowers, _capitals(tokens, after))
        if tokens[i].text[:1].isupper():
            last = _run_on(tokens, lowers, i)
            return last if last > i else None
    return None


def _is_chamber(tokens: Sequence[Token], lowers: Sequence[str], i: int) -> bool:
    """Tell whether a capital makes a noun the one chamber of its state: "le Parlement", "au Sénat", "l'Assemblée"."""
    if i == 0 or lowers[i] not in CHAMBERS or not tokens[i].text[:1].isupper() or tokens[i].text.isupper():
        return False
    behind = tokens[i + 1].text if i + 1 < len(tokens) else ""
    return lowers[i - 1] in BEFORE_CHAMBERS and not behind[:1].isupper() and behind not in NOT_THE_CHAMBER


def _one_of_several(lowers: Sequence[str], i: int) -> bool:
    """Tell whether a noun in small letters is any of its kind: "un hôpital de X"."""
    return i > 0 and lowers[i - 1] in INDEFINITE


def _only_described(tokens: Sequence[Token], lowers: Sequence[str], i: int) -> bool:
    """Tell whether a noun only says what the name right behind it is: "l'association X", not "l'association de X"."""
    return lowers[i] in BEHIND and i + 1 < len(tokens) and lowers[i + 1] not in OF_BODIES


def spots(tokens: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """Give the stretches that name a place by a noun and what follows it, each with the first word behind the noun."""
    lowers = [t.lower for t in tokens]
    for i, word in enumerate(lowers):
        if word not in SPOTS_AND_STREETS or not tokens[i].text.islower() or _one_of_several(lowers, i):
            continue
        name = _behind_of(lowers, i + 1) if i + 1 < len(lowers) and lowers[i + 1] in OF_BODIES else i + 1
        if name is not None and name < len(tokens) and _may_name_spot(tokens[name].text):
            yield i, _capitals(tokens, name), name


def _may_name_spot(word: str) -> bool:
    return word[:1].isupper() and word not in load_countries().demonyms


def _run_on(tokens: Sequence[Token], lowers: Sequence[str], last: int) -> int:
    """Run on over "d'agriculture du Punjab": nouns in small letters count only where a capital follows them."""
    if tokens[last].text[:1].isupper() and tokens[last - 1].text.lower() in OF:
        return last  # "université de X" ends with its name
    after, small = _behind_of(lowers, last + 1), 0
    while after is not None and tokens[after].text.islower() and small < 2:
        after, small = _behind_of(lowers, after + 1), small + 1
    return _capitals(tokens, after) if after is not None and tokens[after].text[:1].isupper() else last


def portfolios(tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Give the stretches that name the department of a minister: "Intérieur", "Affaires étrangères"."""
    lowers = [t.lower for t in tokens]
    for i, word in enumerate(lowers):
        if not word.startswith(("ministre", "secrétaire")):
            continue
        title = load_offices().longest(lowers[i : i + 16], 0)
        if title is None or title[1] < 3 or i + title[1] > len(tokens):
            continue
        last = i + title[1] - 1
        capitals = (k for k in range(i + 1, last + 1) if tokens[k].text[:1].isupper())
        first = next((k for k in capitals if lowers[k] not in {"état", "etat"}), None)
        if first is not None and lowers[first - 1] in OF:
            yield first, last


def _portfolio(lowers: Sequence[str], i: int) -> int | None:
    """Give where "ministère de la Défense" ends: where the title of its minister would, or its country behind it."""
    title = load_offices().longest(["ministre", *lowers[i + 1 : i + 16]], 0)
    if title is None or title[1] < 3:
        return None
    last = i + title[1] - 1
    return last + 1 if last + 1 < len(lowers) and lowers[last + 1] in load_countries().adjectives else last


def _belongs(tokens: Sequence[Token], lowers: Sequence[str], last: int) -> int:
    """Take in the country or place behind an institution: "cour constitutionnelle sud-coréenne", "… du Québec"."""
    if last + 1 < len(lowers) and lowers[last + 1] in load_countries().adjectives:
        return last + 1
    after = _behind_of(lowers, last + 1)
    return after if after is not None and tokens[after].text[:1].isupper() else last


def _behind_of(lowers: Sequence[str], k: int) -> int | None:
    """Give the token behind "de", "du", "de la", "de l'"."""
    if k >= len(lowers) or lowers[k] not in OF_BODIES:
        return None
    while k < len(lowers) and lowers[k] in OF_BODIES:
        k += 1
    return k if k < len(lowers) else None


def _capitals(tokens: Sequence[Token], k: int) -> int:
    """Run on over words with capitals."""
    while k + 1 < len(tokens) and tokens[k + 1].text[:1].isupper() and tokens[k + 1].start - tokens[k].end <= 1:
        k += 1
    return k


def _has_capital(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(t.text[:1].isupper() for t in tokens[first : last + 1])


def kind_by_noun(tokens: Sequence[Token], first: int, last: int, kind: str) -> str | None:
    """Give the kind of a guessed name, changed by the noun before it or its own first word; null when it is no name."""
    lowers = [t.text.lower() for t in tokens[max(0, first - 3) : first]]
    own = [t.text for t in tokens[first : last + 1]]
    if is_thing(tokens, first, last, kind):
        return None
    if first == last and (own[0].lower() in TIME_NOUNS or own[0] in load_countries().demonyms):
        return kind if kind == "place" and is_celestial(tokens, first) else None
    if (
        first == last
        and len(own[0]) > 3
        and own[0].isupper()
        and lowers
        and lowers[-1].strip("’'") in {"(", "l", "la", "les"}
    ):
        return "organisation"
    competing = kind == "person" and last > first and tokens[first - 1].lower in CALLED_LIKE_BODIES
    if behind_thing(tokens, first) and not competing:  # "le circuit X Y": a person on it
        return None
    capitals = len(own) in {2, 3} and all(w[:1].isupper() for w in own)
    named = capitals and own[0] in load_given_names()
    if capitals and lowers and _is_somebody(tokens[first - 1].text) and (named or kind != "organisation"):
        return "person"
    if lowers and lowers[-1] in SITES and not named:
        return "place"
    noun = next((w for w in reversed(lowers) if w in BEHIND), None)
    between = lowers[lowers.index(noun) + 1 :] if noun else []
    told = noun and len(between) <= 1 and not any(w in OF or w in PAUSES for w in between)
    person = kind == "person" and last > first and own[0] in load_given_names()
    if told and not own[0].isdigit() and not person:
        return "organisation"
    if kind == "place" and first == last and _is_given_alone(tokens, first):
        return "person"
    return "person" if named and kind in {"organisation", "place"} and not _joined_to_organisation(own) else kind


def _is_given_alone(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether a word is a given name and no place's, with neither an article nor a noun of places before it."""
    word = tokens[k].text
    if word not in load_given_names() or load_places().named(word):
        return False
    before = tokens[k - 1].lower if k else ""
    noun = tokens[k - 2].lower if k > 1 and before in OF else before
    return before not in ARTICLES and noun not in load_place_nouns() | SPOTS_AND_STREETS | SITES


def is_celestial(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether a word names a body of the sky: with its capital inside a sentence, "Mars" behind a preposition."""
    word = tokens[k].text
    if k == 0 or not word[:1].isupper() or word.isupper() or word.lower() not in CELESTIAL:
        return False
    return word.lower() not in TIME_NOUNS or tokens[k - 1].text.lower() in BEFORE_PLANETS


def _is_somebody(word: str) -> bool:
    """Tell whether a word before a name says where its one bearer is from: "l'Espagnole X", "l'américaine X"."""
    countries = load_countries()
    return word in countries.demonyms or word.lower() in countries.adjectives


def countrymen(tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Give the names of two words right behind a demonym with its capital and article: "la Britannique X Y"."""
    demonyms, countries = load_countries().demonyms, load_countries()
    for i in range(1, len(tokens) - 2):
        if tokens[i].text not in demonyms:
            continue
        article = tokens[i - 1].lower in {"le", "la", "l'", "au", "du"}
        capitals = all(tokens[k].text[:1].isupper() and tokens[k].text.isalpha() for k in (i + 1, i + 2))
        if article and capitals and not countries.named(tokens[i + 1].text):
            yield i + 1, _capitals(tokens, i + 2)


def _joined_to_organisation(own: Sequence[str]) -> bool:
    return any(w.lower() in WHOLE | BEHIND | ENDS_OF_BODIES for w in own)


def is_share_line(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence is the row of buttons of a page: "Partager cet article : Facebook, Twitter, …"."""
    return len([t for t in tokens if t.lower in PLATFORMS]) >= ROW_OF_BUTTONS


def _is_particle(word: str) -> bool:
    return word[:1].isupper() and word.lower() in PARTICLES


def person_stretch(tokens: Sequence[Token], first: int, last: int) -> Stretch:
    """Mend the edges of a guessed person: particles before it, a name in "de" behind it, small words at its end."""
    demonyms = load_countries().demonyms
    while first < last and tokens[first].text in demonyms and tokens[first].text not in load_given_names():
        first += 1
    while last > first and not capitalised(tokens[last].text) and tokens[last].text[:1].islower():
        last -= 1
    while first > 1 and _is_particle(tokens[first - 1].text) and tokens[first - 2].text != "." and first - 1 > 0:
        first -= 1
    first -= first == last and behind_particle(tokens, first)
    if last > first and last + 2 < len(tokens) and tokens[last + 1].text in {"de", "d'", "d’"}:
        named = tokens[first].text in load_given_names() and _may_end_name(tokens, last)
        if (
            named
            and not load_countries().named(tokens[last + 2].text)
            and tokens[last + 2].text not in load_countries().capitals
        ):
            behind = last + 3 < len(tokens) and tokens[last + 3].text[:1].isupper()
            last += 3 if behind else 2
    return first, last


def behind_particle(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether the "de" before a surname belongs to it: a title stands before that, "le général de X"."""
    return k > 1 and tokens[k - 1].text in {"de", "d'", "d’"} and tokens[k - 2].lower in BEFORE_PARTICLES


def _may_end_name(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether the word behind "de" may end a name: no given name or initial, and nothing behind "Mohammed V"."""
    word = tokens[last + 2].text
    plain = word[:1].isupper() and not word.endswith(".") and word not in load_given_names()
    return plain and not set(tokens[last].text) <= set("IVX")


def is_platform(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether a token names a network as a place to write on, not as the company: "sur Twitter"."""
    if tokens[k].lower not in PLATFORMS:
        return False
    after = tokens[k + 1].text.lower() if k + 1 < len(tokens) else ""
    return after not in ACTING and not (k and tokens[k - 1].text.lower() in BEHIND)
