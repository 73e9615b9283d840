"""Whom words name on a day: every entity that they may mean, with its kind, identifier, country and validity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.knowledge.countries import load_countries
from selon.knowledge.groups import load_groups
from selon.knowledge.holders import Holder, load_holders
from selon.knowledge.offices import Office, load_offices, title_words
from selon.knowledge.organisations import load_organisations
from selon.knowledge.outlets import load_outlets
from selon.knowledge.spelling import fold, straight
from selon.records import MentionKind, Via

ARTICLES = ("l'", "d'", "le", "la", "les", "du", "des", "de", "au", "aux", "un", "une", "son", "sa", "ce", "cette")
FORMER = frozenset(["ancien", "ancienne", "ex"])


@dataclass(frozen=True, slots=True)
class Named:
    """One entity that words may name; `start` and `end` say when, null where they always do or nobody knows."""

    name: str
    kind: MentionKind
    entity: str | None
    country: str | None
    via: Via
    start: str | None = None
    end: str | None = None
    office: str | None = None


def who(words: str, on: str) -> list[Named]:
    """Give every entity that words may name on an ISO date, the likeliest first; empty when nobody is known.

    A title alone gives whoever holds it, in every state or organisation; "ancien" before it those who left it, the
    last to leave first.
    """
    whole = straight(words.strip())
    bare = without_article(whole)
    persons = [*_persons(bare, on), *(_persons(whole, on) if whole != bare else [])]
    found = [*_states(bare), *_organisations(bare), *_groups(bare), *_outlets(bare), *persons]
    if not any(n.via != "demonym" for n in found):
        found = [*_by_office(bare, on), *found]
    return list(dict.fromkeys(found))


def without_article(words: str) -> str:
    """Take the determiner off words: "l'Otan", "le secrétaire général"."""
    for article in ARTICLES:
        head = article if article.endswith("'") else article + " "
        if words.lower().startswith(head) and len(words) > len(head):
            return words[len(head) :]
    return words


def _states(words: str) -> Iterator[Named]:
    countries = load_countries()
    ways: list[tuple[Via, Sequence[str]]] = [
        ("name", countries.named(words)),
        ("metonym", countries.metonyms.get(words, ())),
        ("metonym", [c for c in countries.capitals.get(words, ()) if countries.row(c).capital_metonym]),
        ("demonym", countries.demonyms.get(words, ()) or countries.adjectives.get(words.lower(), ())),
        ("coreference", countries.nicknames.get(words, ())),
    ]
    for via, codes in ways:
        for code in codes:
            row = countries.row(code)
            yield Named(row.name, "state", row.qid, code, via)
    for code in countries.capitals.get(words, ()):
        yield Named(words, "place", None, code, "name")
    if "-" in words:
        for code in countries.compound(words):
            yield Named(countries.row(code).name, "state", countries.row(code).qid, code, "demonym")


def _organisations(words: str) -> Iterator[Named]:
    organisations = load_organisations()
    ways: list[tuple[Via, dict[str, tuple[str, ...]]]] = [
        ("name", organisations.by_name),
        ("name", organisations.ambiguous),
        ("acronym", organisations.acronyms),
        ("coreference", organisations.nicknames),
    ]
    for via, table in ways:
        for code in table.get(words, ()):
            row = organisations.row(code)
            yield Named(row.name, "organisation", row.qid, organisations.country_of(code), via)


def _groups(words: str) -> Iterator[Named]:
    groups = load_groups()
    ways: list[tuple[Via, Sequence[str]]] = [
        ("name", groups.by_name.get(words, ()) or groups.common.get(words.lower(), ())),
        ("acronym", groups.acronyms.get(words, ())),
    ]
    for via, codes in ways:
        for code in codes:
            row = groups.row(code)
            yield Named(row.name, "group", row.qid, None, via)


def _outlets(words: str) -> Iterator[Named]:
    for outlet in load_outlets().named(words):
        yield Named(outlet.name, "outlet", None, outlet.country, "name")


def _persons(words: str, on: str) -> Iterator[Named]:
    holders = load_holders()
    terms = holders.by_name.get(fold(words), ()) or holders.by_surname.get(words, ())
    now = [t for t in terms if t.may_hold(on)]
    for term in now or _last_terms(terms):
        yield _held(term, "name", term.body if term.surely_holds(on) else None)


def _last_terms(terms: Sequence[Holder]) -> list[Holder]:
    """Keep the last term of each person who holds nothing on the day."""
    latest: dict[str, Holder] = {}
    for term in sorted(terms, key=lambda t: t.start):
        latest[term.name] = term
    return list(latest.values())


def _held(term: Holder, via: Via, body: str | None) -> Named:
    return Named(term.name, "person", term.qid, body, via, term.start, term.end, term.office)


def _by_office(words: str, on: str) -> Iterator[Named]:
    lowers = list(title_words(words))
    if not lowers:
        return
    former = lowers[0] in FORMER or lowers[0].startswith("ex-")
    lowers[0] = lowers[0].removeprefix("ex-")
    start = 1 if lowers[0] in FORMER else 0
    title = load_offices().longest(lowers, start)
    if title is None:
        return
    offices, length = title
    bodies = _bodies(words, lowers, start + length)
    for office in offices:
        for body in _where(office, bodies):
            if former:
                yield from (_held(t, "office", None) for t in load_holders().former(office.office, body, on))
            elif (holder := load_holders().holder(office.office, body, on)) is not None:
                yield _held(holder, "office", body)


def _where(office: Office, bodies: Sequence[str]) -> list[str]:
    """Give the bodies a title may belong to: what it tells, what the words tell, or every one that has it."""
    if office.fixed:
        return [office.fixed] if not bodies or office.fixed in bodies else []
    if bodies:
        return list(bodies)
    meant = load_offices().meaning(office.office, "*").means
    return sorted({body for o, body in load_holders().by_office if o in meant})


def _bodies(words: str, lowers: Sequence[str], after: int) -> list[str]:
    """Give the states and organisations named by the adjectives of a title and the words behind it."""
    adjectives = load_countries().adjectives
    found = [code for lower in lowers for code in adjectives.get(lower, ())]
    tail = words.split(" ")
    for k in range(len(tail)):
        rest = without_article(without_article(" ".join(tail[k:])))
        if len(title_words(rest)) <= len(lowers) - after:
            found += [n.country for n in (*_states(rest), *_organisations(rest)) if n.country and n.via != "demonym"]
            if found:
                break
    return list(dict.fromkeys(found))
