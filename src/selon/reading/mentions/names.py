"""Names in the text: the gazetteer first, the statistical finder where it is silent, one kind for a name throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from selon.knowledge.holders import load_holders
from selon.knowledge.offices import load_offices
from selon.languages.fr.grammar import words as word_class
from selon.languages.fr.name_nouns import name_nouns
from selon.languages.fr.roles import load_roles
from selon.languages.fr.titles import load_titles
from selon.reading.mentions.acronyms import is_acronym, is_slip
from selon.reading.mentions.gazetteer import Gazetteer, Known, load_gazetteer, words_of
from selon.reading.mentions.shapes import (
    countrymen,
    institutions,
    is_platform,
    is_share_line,
    kind_by_noun,
    person_stretch,
    portfolios,
)
from selon.reading.parser import Name
from selon.reading.text import Sentence, Token

ARTICLES = word_class("articles")
PEOPLE, COUNTED = word_class("people_by_name"), word_class("counted_people")
BEFORE_COUNTED = word_class("before_counted")
BEFORE_SURNAMES = word_class("before_surnames")
JOINTS = word_class("joints_of_portfolios")
HEADS = frozenset(["president", "prime_minister", "chancellor", "monarch", "supreme_leader", "leader", "head_of_state"])
BEHIND = name_nouns("behind")
KINDS = frozenset(["person", "place", "organisation"])


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name at tokens `first` to `last` (included) of a sentence, and what the knowledge knows of it."""

    sentence: int
    first: int
    last: int
    kind: str
    known: Known | None
    in_title: bool = False  # the department in "ministre de l'Intérieur": part of a title


def find_names(
    sentences: Sequence[Sentence], proposed: Sequence[Sequence[Name]], published: str | None = None
) -> tuple[NameAt, ...]:
    """Find the names of a text, in order, none overlapping another; `published` tells who is in office."""
    gazetteer = load_gazetteer()
    found: list[NameAt] = []
    for number, sentence in enumerate(sentences):
        if is_share_line(sentence.tokens):
            continue
        listed = list(_listed(number, sentence, gazetteer))
        shaped = list(_shaped(number, sentence, listed))
        guessed = [n for n in map(partial(_mended, sentence), _guessed(number, sentence, proposed[number])) if n]
        found.extend(_merged(_outside(listed, shaped), _outside(guessed, shaped)))
        found.extend(shaped)
    found = [_behind_role(sentences, _in_office(sentences, n, published)) for n in _consistent(sentences, found)]
    found.extend(_surnames(sentences, found))
    found.extend(_titled_surnames(sentences, found))
    slips = list(_slips(sentences, found))
    found = [*_outside(found, slips), *slips]
    return tuple(sorted(found, key=lambda n: (n.sentence, n.first)))


def _shaped(number: int, sentence: Sentence, listed: Sequence[NameAt]) -> Iterator[NameAt]:
    """Give the institutions and portfolios that no longer name of the tables holds."""
    tokens = sentence.tokens
    stretches = [(*s, False) for s in institutions(tokens)] + [(*s, True) for s in portfolios(tokens)]
    for first, last, titled in stretches:
        longer = any(n.first <= first and n.last >= last for n in listed)
        body = any(n.kind == "organisation" and first < n.first and n.last <= last for n in listed)
        if not longer and not body:
            yield NameAt(number, first, last, "organisation", None, titled)
    for first, last in countrymen(tokens):
        if not any(n.first <= last and first <= n.last for n in listed):
            yield NameAt(number, first, last, "person", None)


def as_people(tokens: Sequence[Token], first: int, last: int, known: Known) -> Known:
    """Take the members of a body for people: "134 Casques bleus", "une dizaine de Gilets jaunes"."""
    text = words_of(tokens[first : last + 1]).lower()
    before = tokens[first - 1].text.lower().replace("’", "'") if first else ""
    counted = text in COUNTED and (before in BEFORE_COUNTED or before[:1].isdigit())
    return replace(known, kind="people") if text in PEOPLE or counted else known


def _outside(names: Sequence[NameAt], shaped: Sequence[NameAt]) -> list[NameAt]:
    return [
        n
        for n in names
        if not any(s.sentence == n.sentence and s.first <= n.last and n.first <= s.last for s in shaped)
    ]


def _mended(sentence: Sentence, name: NameAt) -> NameAt | None:
    """Mend the kind and the edges of a guessed name; null when it is none."""
    if name.first == name.last and is_platform(sentence.tokens, name.first):
        return None
    kind = kind_by_noun(sentence.tokens, name.first, name.last, name.kind)
    if kind is None:
        return None
    if kind == "person":
        first, last = person_stretch(sentence.tokens, name.first, name.last)
        return replace(name, first=first, last=last, kind=kind)
    return replace(name, kind=kind)


def _listed(number: int, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[NameAt]:
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        match = gazetteer.longest(tokens, i)
        if match and i + 1 < len(tokens) and tokens[i].text.lower().replace("’", "'") in ARTICLES:
            behind = gazetteer.longest(tokens, i + 1)
            if behind and behind[0] >= match[0]:  # "L'Union européenne" is no "L'Union"
                match = None
        if match and not (match[0] == 1 and is_platform(tokens, i)):
            last = i + match[0] - 1
            known = as_people(tokens, i, last, match[1])
            titled = known.kind == "person" and last > i and tokens[i].text.lower() in load_titles()
            yield NameAt(number, i + titled, last, known.kind, known)
        i += match[0] if match else 1


def _guessed(number: int, sentence: Sentence, names: Sequence[Name]) -> Iterator[NameAt]:
    titles, roles = load_titles(), load_roles()
    tokens = sentence.tokens
    for name in names:
        first, last = _behind_title(tokens, name), name.end - 1
        if first == name.end:
            continue
        while first <= last and _strip_front(tokens[first].text, titles, roles, first == last):
            first += 1
        while last >= first and not any(c.isalnum() for c in tokens[last].text):
            last -= 1
        if first > last or name.kind not in KINDS:
            continue
        if not any(t.text[:1].isupper() or t.text[:1].isdigit() for t in tokens[first : last + 1]):
            continue
        yield NameAt(number, first, last, name.kind, None)


def _behind_title(tokens: Sequence[Token], name: Name) -> int:
    """Give where a name begins that the finder ran together with the title before it: "ministre de la Santé X"."""
    lowers = [t.text.lower() for t in tokens]
    title = load_offices().covering(lowers, name.start)
    if title and title[1] < name.start and title[1] + title[2] >= name.end:
        return name.end
    first = title[1] + title[2] if title and title[1] + title[2] < name.end else name.start
    while first > name.start and first + 2 < name.end and lowers[first] in JOINTS:
        first = next((k + 1 for k in range(first + 1, name.end - 1) if lowers[k] not in JOINTS), first + 1)
    return first


def _in_office(sentences: Sequence[Sentence], name: NameAt, published: str | None) -> NameAt:
    """Take a lone guessed word for a person when it is the surname of one head of state or government in office."""
    if name.known is not None or name.last > name.first or name.kind == "person" or published is None:
        return name
    terms = load_holders().by_surname.get(_text(sentences, name), ())
    heads = {t.name for t in terms if t.office in HEADS and t.may_hold(published)}
    return replace(name, kind="person") if len(heads) == 1 else name


def _behind_role(sentences: Sequence[Sentence], name: NameAt) -> NameAt:
    """Take a guessed name of several words right behind the title of an official for a person."""
    tokens = sentences[name.sentence].tokens
    if name.known is not None or name.kind == "person" or name.last == name.first or name.first == 0:
        return name
    lowers = [t.text.lower() for t in tokens[: name.first]]
    title = load_offices().covering(lowers, name.first - 1)
    ends = title is not None and title[1] + title[2] == name.first and all(o.official for o in title[0])
    capitals = all(t.text[:1].isupper() for t in tokens[name.first : name.last + 1] if t.text[:1].isalpha())
    ends = ends or _set_off(tokens, name, lowers)
    return replace(name, kind="person") if ends and capitals and name.last - name.first < 4 else name


def _set_off(tokens: Sequence[Token], name: NameAt, lowers: Sequence[str]) -> bool:
    """Tell whether commas set a name off behind the role of one person: "le gouverneur de la province, X Y, …"."""
    if lowers[-1] != "," or name.last + 1 >= len(tokens) or tokens[name.last + 1].text not in {",", "."}:
        return False
    before = lowers[max(0, len(lowers) - 7) : -1]
    before = before[len(before) - 1 - before[::-1].index(",") :] if "," in before else before
    return any(r.kind == "person" and not r.plural for w in before for r in load_roles().get(w, ())[:1])


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
    return lower in titles or (lower in BEHIND and not only) or (word[:1].islower() and lower in roles and not only)


def _merged(listed: list[NameAt], guessed: list[NameAt]) -> Iterator[NameAt]:
    """Keep listed names, but for one inside a longer guessed name of a person or an organisation."""
    kept: list[NameAt] = []
    for name in listed:
        around = [
            g
            for g in guessed
            if g.first <= name.first and g.last >= name.last and (g.last - g.first) > (name.last - name.first)
        ]
        if not any(g.kind in {"person", "organisation"} for g in around) or name.last > name.first:
            kept.append(name)
    yield from kept
    for guess in guessed:
        if not any(k.first <= guess.last and guess.first <= k.last for k in kept):
            yield guess


def _consistent(sentences: Sequence[Sentence], found: list[NameAt]) -> list[NameAt]:
    """Give the same words the same kind: the listed one, else the one guessed most often."""
    votes: dict[str, Counter[str]] = {}
    for name in found:
        votes.setdefault(_text(sentences, name), Counter())[name.kind] += 1
    settled = []
    for name in found:
        if name.known is None:
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


def _titled_surnames(sentences: Sequence[Sentence], found: list[NameAt]) -> Iterator[NameAt]:
    """Find the surnames of office holders right behind a title or civility: "le président X", "M. X"."""
    titles, surnames = load_titles(), load_holders().by_surname
    taken = {(n.sentence, k) for n in found for k in range(n.first, n.last + 1)}
    for number, sentence in enumerate(sentences):
        for i, (before, token) in enumerate(pairwise(sentence.tokens), 1):
            titled = before.text.lower() in titles or before.text.lower() in BEFORE_SURNAMES
            if titled and token.text in surnames and (number, i) not in taken:
                yield NameAt(number, i, i, "person", None)


def _slips(sentences: Sequence[Sentence], found: list[NameAt]) -> Iterator[NameAt]:
    """Find the acronyms that nobody knows but as a slip for one the text uses: "OTCS" beside "OTSC"."""
    used = {_text(sentences, n): n.known for n in found if n.known and is_acronym(_text(sentences, n))}
    sure = [n for n in found if n.known or n.last > n.first]
    taken = {(n.sentence, k) for n in sure for k in range(n.first, n.last + 1)}
    for number, sentence in enumerate(sentences):
        for i, token in enumerate(sentence.tokens):
            if (number, i) in taken or not is_acronym(token.text):
                continue
            meant = {known.name: known for acronym, known in used.items() if known and is_slip(token.text, acronym)}
            if len(meant) == 1:
                known = replace(next(iter(meant.values())), via="acronym")
                yield NameAt(number, i, i, known.kind, known)
