"""Accounts: for each happening of a story, who says what of it, in whose words, with which figures and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from selon.exports.rows import voice_names
from selon.reading.folding import fold_word
from selon.records import Act, EventType, QuantityKind, Reading, Span, Status, text_hash
from selon.stories.copies import Copies, copies
from selon.stories.disagreement import Slot, disagreements
from selon.stories.grouping import Story
from selon.stories.happenings import Telling, cluster, innermost
from selon.stories.keys import body_of, names_of
from selon.stories.prints import Print, print_of
from selon.stories.tally import Origins, Tally, origins_of, tally

Stance = Literal["says it took place", "denies it", "doubts it", "announces it", "demands it", "thinks it possible"]
STANCES: dict[Status, Stance] = {
    "actual": "says it took place", "negated": "denies it", "alleged": "doubts it", "planned": "announces it",
    "demanded": "demands it", "possible": "thinks it possible",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose word something is: a speaker, by name or by the words of the text, or an origin's own voice.

    `chain` names the speakers from the outermost to this one; it is empty for the outlets' own voice.
    """

    name: str
    country: str | None = None
    entity: str | None = None
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article's text, `text[start:end]`, with the article's id and outlet."""

    article: str
    outlet: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as one account gives it, with the articles that print it."""

    text: str
    low: float | None
    high: float | None
    unit: str
    kind: QuantityKind
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What one voice says of a happening: its stance by status, figures, days (begin and end) and words."""

    voice: Voice
    status: Status
    stance: Stance
    act: Act | None
    figures: tuple[Figure, ...]
    days: tuple[tuple[str | None, str | None], ...]
    words: tuple[Words, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Happening:
    """One act as several articles tell it; nothing is decided between the accounts, no figure merged.

    `disagreements` names the slots in which accounts do not fit together: occurrence, figures, days, actors.
    """

    id: str
    type: EventType
    triggers: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    accounts: tuple[Account, ...]
    tally: Tally
    disagreements: tuple[Slot, ...]


def accounts(story: Story, readings: Iterable[Reading]) -> tuple[Happening, ...]:
    """Give the happenings of a story, those that most articles tell first, each with its accounts.

    Readings of other articles are passed over. An independent voice counts once however often it is reprinted: an
    account of the outlets' own voice is one an origin, and `tally.origins` names the origins behind each account.
    """
    inside = {r.article.id: r for r in readings if r.article.id in set(story.articles)}
    return accounts_of(list(inside.values()), story.copies)


def accounts_of(readings: Sequence[Reading], groups: Sequence[Copies] | None = None) -> tuple[Happening, ...]:
    """Give the happenings of readings taken as one story; copies among them are found where they are not given."""
    prints = {r.article.id: print_of(r.article) for r in readings}
    ordered = sorted(readings, key=lambda r: prints[r.article.id].order)
    found = copies(r.article for r in readings) if groups is None else groups
    origins = origins_of(prints.values(), found)
    happenings = [_happening(tellings, prints, origins) for tellings in cluster(ordered)]
    return tuple(sorted(happenings, key=lambda h: (-h.tally.articles, -len(h.accounts), h.id)))


def _happening(tellings: Sequence[Telling], prints: dict[str, Print], origins: Origins) -> Happening:
    by_voice: dict[tuple[str, str], list[Telling]] = {}
    for telling in tellings:
        by_voice.setdefault((_voice_key(telling, origins), telling.event.status), []).append(telling)
    listed = [_account(group, prints, origins) for group in by_voice.values()]
    first = tellings[0]
    mentions = {role: [m for t in tellings for m in getattr(t.event, role)]
                for role in ("actors", "recipients", "places")}  # fmt: skip
    return Happening(
        id="h" + text_hash(f"{first.reading.article.id}|{first.event.id}")[:10],
        type=first.event.type,
        triggers=_distinct(fold_word(t.event.trigger.text) for t in tellings),
        **{role: _distinct(m.name or m.span.text for m in found) for role, found in mentions.items()},
        accounts=tuple(
            sorted(listed, key=lambda a: (-len(a.tally.origins), -a.tally.articles, a.voice.name, a.status))
        ),
        tally=tally([prints[t.reading.article.id] for t in tellings], origins),
        disagreements=disagreements(tellings),
    )


def _order(account: Account) -> tuple[int, int, str, str]:
    return -len(account.tally.origins), -account.tally.articles, account.voice.name, account.status


def _voice_key(telling: Telling, origins: Origins) -> str:
    """Tell one voice from another: a named speaker is the same everywhere, an unnamed one within its origin only."""
    origin = "/".join(origins[telling.reading.article.id])
    statement = innermost(telling.reading, telling.event)
    if statement is None:
        return f"origin:{origin}"
    speaker = statement.speaker
    if speaker is None:
        return f"unnamed:{origin}"
    if speaker.entity or speaker.name:
        return min(key for key in names_of(speaker) if not key.startswith("country:"))
    if speaker.kind == "state" and speaker.country:
        return f"country:{speaker.country}"
    if body := body_of(speaker):
        return body
    open_to = f"|{telling.around}" if speaker.form == "pronoun" else ""
    return f"words:{fold_word(speaker.span.text)}|{origin}{open_to}"


def _account(tellings: Sequence[Telling], prints: dict[str, Print], origins: Origins) -> Account:
    first = tellings[0]
    statement = innermost(first.reading, first.event)
    whens = [t.event.when for t in tellings]
    return Account(
        voice=_voice(first, origins),
        status=first.event.status,
        stance=STANCES[first.event.status],
        act=statement.act if statement else None,
        figures=_figures(tellings),
        days=tuple(dict.fromkeys((w.begin, w.end) for w in whens if w and (w.begin or w.end))),
        words=tuple(_words(t) for t in tellings),
        tally=tally([prints[t.reading.article.id] for t in tellings], origins),
    )


def _voice(telling: Telling, origins: Origins) -> Voice:
    statement = innermost(telling.reading, telling.event)
    if statement is None:
        return Voice(", ".join(origins[telling.reading.article.id]))
    by_id = {s.id: s for s in telling.reading.statements}
    chain = tuple(voice_names(by_id[i] for i in telling.event.according_to))
    speaker = statement.speaker
    return Voice(chain[-1], speaker.country if speaker else None, speaker.entity if speaker else None, chain)


def _figures(tellings: Sequence[Telling]) -> tuple[Figure, ...]:
    """List the figures of an account, each once however often it is printed."""
    found: dict[tuple[float | None, float | None, str], list[Telling]] = {}
    first: dict[tuple[float | None, float | None, str], str] = {}
    kinds: dict[tuple[float | None, float | None, str], QuantityKind] = {}
    for telling in tellings:
        for number in telling.event.quantities:
            quantity = telling.reading.quantities[number]
            key = (quantity.low, quantity.high, quantity.unit)
            found.setdefault(key, []).append(telling)
            first.setdefault(key, quantity.span.text)
            kinds.setdefault(key, quantity.kind)
    return tuple(
        Figure(first[key], *key, kinds[key], _distinct(t.reading.article.id for t in told))
        for key, told in found.items()
    )


def _words(telling: Telling) -> Words:
    """Give the words an account rests on: the content of the statement that holds the trigger, else its sentence."""
    article, trigger = telling.reading.article, telling.event.trigger
    statement = innermost(telling.reading, telling.event)
    spans = [s for s in (statement.content if statement else ()) if s.holds(trigger)]
    span = spans[0] if spans else sentence_around(article.text, trigger)
    return Words(article.id, article.outlet, span)


def sentence_around(text: str, trigger: Span) -> Span:
    """Give the sentence of a trigger, by line ends and full stops."""
    start = text.rfind("\n", 0, trigger.start) + 1
    stops = [m.end() for m in re.finditer(r"[.!?…]\s+", text[start : trigger.start])]
    start += stops[-1] if stops else 0
    stop = re.compile(r"[.!?…](?=\s|$)|\n").search(text, trigger.end)
    end = len(text) if stop is None else stop.start() if stop[0] == "\n" else stop.end()
    return Span.of(text, start, max(end, trigger.end))


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
